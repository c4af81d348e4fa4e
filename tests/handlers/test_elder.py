"""Large letters and digits, where a story cannot look: lists of odd names, forged pages, what leaving forgets."""

from handlers.incoming import Attachment
from handlers.message import MOST_SHOWN
from storage import people
from storage.transaction import Transaction
from tests.bot.stage import DESK, RESIDENT, Service

STRANGER = "999"
NAMES = ("桂花苑", "玉兰苑", "海棠苑", "丁香苑", "石榴苑", "银杏苑", "香樟苑")
ARRIVED = """
UPDATE outbox SET state = 'sent', message_id = CAST(id AS TEXT), done_at = created_at WHERE state = 'waiting'
"""


def arrive(tx: Transaction) -> None:
    """Whatever was said has reached its reader."""
    tx.run(ARRIVED)


async def types(here: Service, user: str, words: str) -> None:
    await here.database.turn(arrive)
    here.clock.forward(1)
    await here.say(user, words)


def rename_houses(tx: Transaction) -> None:
    """Houses with names and no numbers: there, a number can only mean a place in the list."""
    houses = tx.all("SELECT id FROM places WHERE kind = 'building' ORDER BY id")
    for place, row in enumerate(houses):
        name = f"{place}-{NAMES[place % len(NAMES)]}"
        tx.run("UPDATE places SET name = :name, name_en = '' WHERE id = :id", id=row["id"], name=name)


async def test_houses_with_names_come_in_parts_and_digits_mean_the_part_that_is_shown(here: Service) -> None:
    await here.database.turn(rename_houses)
    await here.say(STRANGER, "你好")
    await here.press_label(STRANGER, "同意")
    await here.press(STRANGER, "elder.set:on")
    for words in ("周伯", "1", "1"):
        await types(here, STRANGER, words)
    first = (await here.last(STRANGER)).message
    assert len(first.shown) == MOST_SHOWN and first.shown[-1].action == "page.more:1" and not first.number
    await types(here, STRANGER, "4")
    second = (await here.last(STRANGER)).message
    assert second.shown[0].action == first.choices[3].action
    await types(here, STRANGER, "2")
    assert "几单元几号" in (await here.last(STRANGER)).text
    chosen = int(first.choices[4].action.split(":")[1].split("#")[0])
    before = await here.count("people", f"place_id = {chosen}")
    await types(here, STRANGER, "101")
    assert await here.count("people", f"place_id = {chosen}") == before + 1


async def test_a_forged_page_changes_nothing(here: Service) -> None:
    await here.press(RESIDENT, "elder.set:on")
    await here.press(RESIDENT, "menu.ask")
    await here.database.turn(arrive)
    before = len(await here.said(RESIDENT))
    for forged in ("page.more:x", "page.more:99999", "page.more:", "page.more:-1", "elder.set:maybe"):
        await here.press(RESIDENT, forged)
    answers = (await here.said(RESIDENT))[before:]
    assert len(answers) == 5
    assert all("看最新的" in each.text or "不认识" in each.text for each in answers)


async def test_nothing_of_a_voice_is_left_when_its_speaker_leaves(here: Service) -> None:
    await here.say(RESIDENT, media=(Attachment("voice", digest="a" * 64, size=10),))
    assert await here.count("conversation_media") == 1
    message = next(each for each in await here.said(DESK) if (each.key or "").startswith("desk-said:"))
    assert message.message.media == ("a" * 64,)
    await here.database.turn(arrive)
    await here.press(RESIDENT, "leave.sure")
    assert await here.count("conversation_messages") == await here.count("conversation_media") == 0
    assert await here.count("media") == 0
    assert all(not each.message.media for each in await here.said(DESK))


async def test_only_those_on_duty_there_may_answer(here: Service) -> None:
    await here.say(RESIDENT, "人工")
    action = next(each for each in await here.said(DESK) if (each.key or "").startswith("desk:")).choices[0].action
    await here.press(RESIDENT, action)
    assert "办不了" in (await here.last(RESIDENT)).text
    await here.press(DESK, action)
    assert "还没上岗" in (await here.last(DESK)).text
    await here.press(DESK, "shift.on:2")
    await here.press(DESK, action)
    assert "转给" in (await here.last(DESK)).text


async def test_the_year_is_kept_of_those_to_whom_it_matters(here: Service) -> None:
    def year(tx: Transaction) -> int | None:
        person = people.read_by_code(tx, "王阿姨")
        return person.born_year if person else None

    await here.say(RESIDENT, "我今年60了")
    assert await here.database.read(year) is None
    await here.say(RESIDENT, "我今年81了")
    assert await here.database.read(year) == 2026 - 81
