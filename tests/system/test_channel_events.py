"""Over Telegram: attachments, contacts, places, groups that move, a bot that is thrown out, menus, languages."""

import asyncio
import io
from collections.abc import Callable

from PIL import Image

from storage import addresses, media
from storage.addresses import group_user
from tests.bot.stage import ACCOUNT, COORDINATOR, HELPER, LAMP, SECOND
from tests.system.stage import AUNT, TEAM, Town


def picture(colour: str = "red") -> bytes:
    """A JPEG with a position in it."""
    image = Image.new("RGB", (64, 48), colour)
    exif = Image.Exif()
    exif[0x010F] = "camera of 王阿姨"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


async def asked_for_lamp(place: Town, helper: str | None = None) -> None:
    place.api.text(AUNT, LAMP)
    await place.press(AUNT, "确认")
    await place.hears(TEAM, "新任务")
    if helper:
        await place.press(helper, "我来", chat=TEAM)
        await place.hears(helper, "130")


async def test_a_photo_is_fetched_cleaned_and_shown_to_the_helper_alone(here: Town) -> None:
    here.api.text(AUNT, LAMP)
    await here.asked(AUNT, "确认")
    data = picture()
    here.api.photo(AUNT, data, "看照片")
    await here.hears(AUNT, "补上了")
    await _until_fetched(here, 1)
    await here.press(AUNT, "确认")
    await here.hears(TEAM, "新任务")
    await here.press(HELPER, "我来", chat=TEAM)
    shown = await here.hears(HELPER, "130")
    assert shown.method == "sendPhoto" and shown.size not in (0, len(data))
    await here.quiet()
    assert not [one for one in here.api.sent_to(TEAM) if one.file_id]
    stored = await here.rows("SELECT digest FROM media")
    kept = here.app.database
    medium = await kept.read(lambda tx: media.by_digest(tx, stored[0]["digest"]))
    assert medium is not None and medium.mime == "image/jpeg"


async def test_a_photo_that_comes_late_is_sent_after(here: Town) -> None:
    """The helper has the task before the file could be fetched: it follows by itself."""
    here.api.text(AUNT, LAMP)
    await here.asked(AUNT, "确认")
    here.api.fail_next("getFile", 500, times=1)
    here.api.photo(AUNT, picture("blue"))
    await here.hears(AUNT, "补上了")
    await here.press(AUNT, "确认")
    await here.hears(TEAM, "新任务")
    await here.press(HELPER, "我来", chat=TEAM)
    await here.hears(HELPER, "130")
    here.clock.forward(5)
    late = await here.hears(HELPER, "补充了照片")
    assert late.method == "sendPhoto"


async def _until_fetched(place: Town, number: int) -> None:
    while len(await place.rows("SELECT id FROM media WHERE digest IS NOT NULL")) < number:
        await asyncio.sleep(0.02)


async def test_the_same_picture_from_two_people_is_kept_once_and_fetched_for_both(here: Town) -> None:
    data = picture("green")
    here.api.photo(AUNT, data)
    here.api.photo(int(SECOND), data)
    await here.hears(AUNT, "哪方面")
    await here.hears(SECOND, "哪方面")
    await _until_fetched(here, 2)
    assert await here.rows("SELECT id FROM tasks") == []
    assert len({row["digest"] for row in await here.rows("SELECT digest FROM media")}) == 1


async def test_every_kind_without_words_opens_a_case(here: Town) -> None:
    """Photo, voice, video, document, sticker: each is answered with the catalogue."""
    api = here.api
    kinds: dict[int, Callable[[int], object]] = {
        901: lambda who: api.photo(who, picture()),
        902: lambda who: api.voice(who, b"OggS"),
        903: lambda who: api.video(who, b"mp4"),
        904: lambda who: api.document(who, b"text", "说明.txt", mime="text/plain"),
        905: lambda who: api.sticker(who),
        906: lambda who: api.location(who, 30.6342, 114.3901),
    }
    for who, send in kinds.items():
        api.person(who, "新邻居")
        api.text(who, "你好")
        await here.press(who, "同意")
        await here.press(who, "新邻居")
        await here.press(who, "跳过")
        await here.hears(who, "欢迎")
        before = len(api.sent_to(who))
        send(who)
        await here.more_than(who, before)
        assert await here.rows("SELECT id FROM parked_turns") == []
    for who in list(kinds)[:4]:
        await here.hears(who, "哪方面")


async def test_a_huge_file_is_refused_with_words(here: Town) -> None:
    here.api.document(AUNT, b"x", "录像.bin", size=25_000_000)
    assert "20" in (await here.hears(AUNT, "收不下")).text
    await here.quiet()
    assert here.api.counts["getFile"] == 0


async def test_a_picture_that_cannot_be_cleaned_is_not_passed_on_and_its_sender_hears_so(here: Town) -> None:
    here.api.text(AUNT, LAMP)
    await here.asked(AUNT, "确认")
    here.api.document(AUNT, b"MZ\x90\x00 no picture", "photo.jpg", mime="image/jpeg")
    await here.hears(AUNT, "补上了")
    await here.hears(AUNT, "请截个屏再发")
    await here.press(AUNT, "确认")
    await here.hears(TEAM, "新任务")
    await here.press(HELPER, "我来", chat=TEAM)
    assert (await here.hears(HELPER, "130")).method == "sendMessage"


async def test_an_album_is_one_case(here: Town) -> None:
    here.api.album(AUNT, [picture("red"), picture("blue"), picture("white")], LAMP)
    await here.api.until(lambda: not here.api.pending)
    here.clock.forward(2)
    await here.hears(AUNT, "路灯楼道灯")
    assert len([one for one in here.api.sent_to(AUNT) if "路灯楼道灯" in one.text]) == 1
    assert len(await here.rows("SELECT id FROM media")) == 3


async def test_contact_and_place_answer_their_questions(here: Town) -> None:
    here.api.person(920, "新邻居")
    here.api.text(920, LAMP)
    for label in ("同意", "新邻居", "跳过"):
        await here.press(920, label)
    await here.hears(920, "什么地方")
    here.api.location(920, 30.6342, 114.3901)
    await here.hears(920, "留个电话")
    here.api.contact(920, "+86 13000000920")
    card = await here.hears(920, "对吗")
    assert "30.634" in card.text and "0920" in card.text


async def test_a_group_that_becomes_a_supergroup_stays_the_teams(here: Town) -> None:
    here.api.migrate(TEAM, -100500)
    await here.quiet()
    here.api.text(AUNT, LAMP)
    await here.press(AUNT, "确认")
    card = await here.hears(-100500, "新任务")
    await here.press(HELPER, "我来", chat=-100500)
    await here.hears(-100500, "接了")
    assert card.text_now.endswith("接了")


async def test_the_new_groups_announcement_may_come_first(here: Town) -> None:
    """Telegram promises no order between the two chats; somebody may even speak before either."""
    api = here.api
    api.world.chats[TEAM].members[int(HELPER)] = "member"
    new = -100600
    api.group(new, "水电队", [int(HELPER)])
    api.command(int(HELPER), "help", chat=new)
    await here.hears(new, "绑定")
    update = {
        "message_id": 1,
        "date": 1,
        "chat": {"id": new, "type": "supergroup", "title": "水电队"},
        "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
        "migrate_from_chat_id": TEAM,
    }
    api.raw({"message": update})
    api.world.chats[TEAM].migrated_to = new
    await here.quiet()
    here.api.text(AUNT, LAMP)
    await here.press(AUNT, "确认")
    await here.hears(new, "新任务")
    old = await here.app.database.read(lambda tx: addresses.find(tx, ACCOUNT, group_user(str(TEAM), None)))
    assert old is None or old.team_id is None


async def test_thrown_out_and_back_in(here: Town) -> None:
    here.api.kick_bot(TEAM, int(COORDINATOR))
    await here.quiet()
    here.api.text(AUNT, LAMP)
    await here.press(AUNT, "确认")
    await here.hears(COORDINATOR, "新求助")
    here.api.add_bot(TEAM, int(COORDINATOR))
    await here.quiet()
    here.api.text(AUNT, "厨房水龙头漏水")
    for _ in range(4):
        await here.quiet()
        newest = here.api.sent_to(AUNT)[-1]
        label = next(text for text, _ in newest.buttons)
        if "确认" in label:
            break
        await here.press(AUNT, label)
    await here.press(AUNT, "确认")
    await here.hears(TEAM, "新任务")


async def test_who_blocks_us_and_comes_back(here: Town) -> None:
    await asked_for_lamp(here)
    here.api.block(AUNT)
    await here.quiet()
    await here.press(HELPER, "我来", chat=TEAM)
    await here.hears(HELPER, "130")
    await here.quiet()
    assert not here.newest(AUNT, "接了")
    here.api.unblock(AUNT)
    await here.quiet()
    await here.press(HELPER, "办好了")
    await here.press(HELPER, "跳过")
    await here.hears(AUNT, "解决了吗")


async def test_menus_follow_language_and_role(here: Town) -> None:
    api = here.api
    await api.until(lambda: api.commands(language="en"))
    everybody = [each["command"] for each in api.commands()]
    assert "start" in everybody and "parked" not in everybody and "open" not in everybody
    described = {
        language: [each["description"] for each in api.commands(language=language)] for language in ("en", "zh")
    }
    assert "Leave" in described["en"] and "退出" in described["zh"]
    api.command(int(COORDINATOR), "start")
    await here.hears(COORDINATOR, "您好")
    own = [each["command"] for each in api.commands({"type": "chat", "chat_id": int(COORDINATOR)})]
    assert {"open", "invite", "parked"} <= set(own)
    api.command(AUNT, "language", "en")
    await here.hears(AUNT, "English")
    api.text(AUNT, LAMP)
    assert "Street and corridor lights" in (await here.hears(AUNT, "Street")).text


async def test_what_is_no_update_harms_nothing(here: Town) -> None:
    api = here.api
    api.raw({"message": {"message_id": "x", "chat": [], "date": None}})
    api.raw({"message": None, "poll": {"id": "1"}})
    api.raw({"callback_query": {"id": 1}})
    api.raw({"edited_message": 7, "message": 8})
    api.text(AUNT, LAMP)
    await here.hears(AUNT, "路灯楼道灯")
    await here.quiet()
    assert await here.rows("SELECT id FROM parked_turns") == []
