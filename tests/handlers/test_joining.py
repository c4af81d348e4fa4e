"""Joining and leaving, as far as tables and nameless channels are concerned."""

from handlers.incoming import Attachment
from handlers.membership import invitations
from storage import addresses, people, teams, web_chat
from storage.transaction import Transaction
from tests.bot.stage import LAMP, MORNING, RESIDENT, Service

PHOTO = (Attachment("photo", file="F1", size=10),)
STRANGER = "999"


def invite(tx: Transaction) -> str:
    team = teams.read_by_code(tx, "shuidian")
    assert team is not None
    return invitations.make(tx, "volunteer", team.place_id, team.id, None, MORNING)


async def test_no_row_of_a_photo_is_made_before_the_consent(here: Service) -> None:
    for words in (LAMP, "", "三楼"):
        await here.say(STRANGER, words, media=PHOTO if words != LAMP else ())
    assert await here.count("media") == 0
    await here.press_label(STRANGER, "同意")
    await here.say(STRANGER, "周姐")
    await here.press_label(STRANGER, "跳过")
    assert await here.count("media") == 2
    await here.say(STRANGER, "3号楼")
    await here.press_label(STRANGER, "跳过")
    card = (await here.last(STRANGER)).text
    assert LAMP in card and "三楼" in card


async def test_whoever_refuses_leaves_nothing_in_the_dialogue(here: Service) -> None:
    await here.say(STRANGER, LAMP)
    assert await here.count("dialogues", "answers_sealed IS NOT NULL") == 1
    await here.press_label(STRANGER, "不同意")
    assert await here.count("dialogues", "answers_sealed IS NOT NULL") == 0


async def test_a_volunteer_without_a_name_is_asked_for_it(here: Service) -> None:
    token = await here.database.turn(invite)
    await here.say(STRANGER, "/start", command="start", args=f"inv_{token}", name="")
    await here.press(STRANGER, (await here.last(STRANGER)).action("接受"), name="")
    assert "怎么称呼您" in (await here.last(STRANGER)).text
    await here.say(STRANGER, "小马", name="")
    assert "小马，欢迎您" in "".join(one.text for one in await here.said(STRANGER))
    assert await here.count("dialogues", "form IS NOT NULL") == 0


async def test_whoever_leaves_leaves_no_words_behind(here: Service) -> None:
    await here.say(RESIDENT, LAMP)
    await here.press_label(RESIDENT, "确认")
    await here.say(RESIDENT, "厨房水龙头漏水")
    await here.command(RESIDENT, "leave")
    await here.press_label(RESIDENT, "全部退出")
    await here.press_label(RESIDENT, "确定退出")
    assert await here.count("service_requests", "state = 'cancelled'") == 1
    assert await here.count("dialogues", "answers_sealed IS NOT NULL") == 0
    person = await here.database.read(lambda tx: people.read_by_code(tx, "王阿姨"))
    assert person is not None and (person.state, person.name, person.phone, person.door) == ("left", "", None, "")
    said = [one.text for one in await here.said(RESIDENT)]
    assert any("都删了" in text for text in said) and not any(LAMP in text or "502" in text for text in said)


async def test_the_web_chat_of_whoever_leaves_is_emptied(here: Service) -> None:
    await here.press(STRANGER, "join.agree", account=addresses.WEB)
    await here.database.turn(lambda tx: web_chat.add(tx, STRANGER, "words", {}, now=MORNING))
    assert await here.count("web_messages") == 1
    await here.press(STRANGER, "leave.sure", account=addresses.WEB)
    assert await here.count("web_messages") == 0


async def test_earlier_words_stay_in_the_history(here: Service) -> None:
    await here.say(RESIDENT, f"{LAMP}，一楼", message="7")
    await here.say(RESIDENT, f"{LAMP}，二楼", message="7", edited=True)
    await here.press_label(RESIDENT, "确认")
    assert await here.count("request_events", "move = 'correct' AND note_sealed IS NOT NULL") == 1
