"""The thin loop over Telegram, from people whom nobody knows to the stars: by polling and by webhook."""

import re
from functools import partial
from pathlib import Path

import pytest

from storage.database import open_database
from tests.bot.stage import COORDINATOR, DESK, HELPER, KEYS, LAMP, RESIDENT, SECOND
from tests.botapi import BotApi
from tests.system.stage import AUNT, TEAM, Town, town

FORGED = (
    "help.finish:1",
    "board.show:1",
    "board.self:1",
    "outcome.solved:1",
    "ask.confirm:yes",
    "form.skip:x",
    "invite.role:admin",
    "failure.retry:1",
    "leave.role:5",
    "rating.stars:5",
    "ask.item:series/x/y",
)
NEW_RESIDENT, NEW_HELPER, NEW_GROUP = 801, 802, -600
PRIVATE = ("刘大妈", "13912345678", "139 1234 5678", "502", "2单元")


@pytest.fixture(params=[("sqlite", False), ("postgresql", True)], ids=["sqlite-polling", "postgresql-webhook"])
def way(request: pytest.FixtureRequest) -> tuple[str, bool]:
    engine, webhook = request.param
    return str(request.getfixturevalue(f"demo_{engine}_url")), webhook


async def invited(place: Town, role: str, team: str) -> str:
    """The coordinator makes an invitation in the chat; returns its payload."""
    place.api.command(int(COORDINATOR), "invite")
    await place.press(COORDINATOR, role)
    await place.press(COORDINATOR, team)
    link = (await place.hears(COORDINATOR, f"{role}的邀请")).text
    await place.quiet()
    found = re.search(r"\?start(?:group)?=(inv_[\w-]+)", link)
    assert found is not None, link
    return found[1]


async def test_from_strangers_to_stars(way: tuple[str, bool], tmp_path: Path, api: BotApi) -> None:
    url, webhook = way
    database = await open_database(url, KEYS)
    await database.turn(
        lambda tx: tx.run("UPDATE addresses SET team_id = NULL WHERE account <> 'web' AND chat_key = '-500'")
    )
    await database.close()
    api.person(NEW_RESIDENT, "刘大妈")
    api.person(NEW_HELPER, "热心小王")
    api.group(NEW_GROUP, "水电新群", [NEW_HELPER, int(COORDINATOR), int(SECOND)], bot="left")
    async with town(url, tmp_path, api, webhook=webhook) as place:
        await _bind_a_group(place)
        await _a_volunteer_joins(place)
        await _a_resident_joins_and_asks(place)
        await _one_takes_and_one_is_late(place)
        await _finished_and_rated(place)
        _nothing_private_in(place, NEW_GROUP)
        assert not api.dropped and api.count_429 == 0
        rows = await place.rows("SELECT state, outcome, stars FROM service_requests")
        assert [tuple(row.values()) if isinstance(row, dict) else tuple(row) for row in rows] == [
            ("confirmed", "solved", 5)
        ]


async def _bind_a_group(place: Town) -> None:
    payload = await invited(place, "队伍的群", "水电队")
    place.api.add_bot(NEW_GROUP, int(COORDINATOR))
    place.api.command(int(COORDINATOR), "start", payload, chat=NEW_GROUP)
    await place.hears(NEW_GROUP, "水电队")
    place.api.command(int(COORDINATOR), "start", payload, chat=NEW_GROUP)
    await place.hears(NEW_GROUP, "用过了")


async def _a_volunteer_joins(place: Town) -> None:
    payload = await invited(place, "志愿者", "水电队")
    place.api.press_start(NEW_HELPER, payload)
    offer = await place.hears(NEW_HELPER, "水电队")
    assert "志愿者" in offer.text
    assert await place.rows("SELECT id FROM invitations WHERE used_at IS NOT NULL AND role = 'volunteer'") == []
    await place.press(NEW_HELPER, "接受")
    await place.hears(NEW_HELPER, "太好了")
    await place.hears(COORDINATOR, "热心小王")
    menu = place.api.commands({"type": "chat", "chat_id": NEW_HELPER})
    assert "tasks" in [each["command"] for each in menu]


async def _a_resident_joins_and_asks(place: Town) -> None:
    api = place.api
    api.text(NEW_RESIDENT, f"{LAMP}，我叫刘大妈，电话13912345678，住3号楼2单元502")
    await place.press(NEW_RESIDENT, "同意")
    await place.press(NEW_RESIDENT, "刘大妈")
    await place.press(NEW_RESIDENT, "和顺里社区")
    await place.press(NEW_RESIDENT, "和顺里小区")
    await place.press(NEW_RESIDENT, "3号楼")
    await place.hears(NEW_RESIDENT, "单元几号")
    api.text(NEW_RESIDENT, "2单元 502")
    card = await place.hears(NEW_RESIDENT, "对吗")
    assert "路灯楼道灯" in card.text and "2单元 502" in card.text
    await place.press(NEW_RESIDENT, "确认")
    await place.hears(NEW_RESIDENT, "20261123-0001")


async def _one_takes_and_one_is_late(place: Town) -> None:
    card = await place.hears(NEW_GROUP, "20261123-0001")
    assert "3号楼" in card.text and "我来" in str(card.buttons)
    place.api.press(NEW_HELPER, "我来", chat=NEW_GROUP)
    place.api.press(int(SECOND), "我来", chat=NEW_GROUP)
    await place.api.until(lambda: len([one for one in place.api.answers if one.data.startswith("offer")]) == 2)
    toasts = {one.user_id: one.text for one in place.api.answers if one.data.startswith("offer")}
    quick, late = (NEW_HELPER, int(SECOND)) if "是您的了" in toasts[NEW_HELPER] else (int(SECOND), NEW_HELPER)
    assert "有人接了" in toasts[late]
    details = await place.hears(quick, "20261123-0001")
    for word in ("刘大妈", "2单元 502", "139"):
        assert word in details.text
    await place.hears(NEW_GROUP, "接了")
    await place.hears(NEW_RESIDENT, "接了 20261123-0001")
    await place.quiet()
    assert not [one for one in place.api.sent_to(late) if "139" in one.text_now]
    place.heard[0] = quick


async def _finished_and_rated(place: Town) -> None:
    helper = place.heard[0]
    await place.press(helper, "办好了")
    await place.hears(helper, "怎么办的")
    place.api.text(helper, "换了灯泡")
    await place.hears(NEW_RESIDENT, "换了灯泡")
    await place.press(NEW_RESIDENT, "解决了")
    await place.press(NEW_RESIDENT, "★★★★★")
    await place.hears(NEW_RESIDENT, "想说一句吗")
    await place.press(NEW_RESIDENT, "跳过")
    await place.hears(NEW_RESIDENT, "谢谢您")
    await place.hears(helper, "居民说解决了")
    await place.hears(NEW_GROUP, "已办结")
    await place.quiet()


def _nothing_private_in(place: Town, chat: int) -> None:
    for sent in place.api.sent_to(chat):
        for text in (sent.text, *(edit.text for edit in sent.edits)):
            assert not [word for word in PRIVATE if word in text], text


async def asked_for_lamp(place: Town) -> None:
    """Aunt Wang asks; the card is in the team's group."""
    place.api.text(AUNT, LAMP)
    await place.press(AUNT, "确认")
    await place.hears(TEAM, "新任务")


async def test_not_solved_goes_back_and_is_assigned_again(here: Town) -> None:
    await asked_for_lamp(here)
    await here.press(HELPER, "我来", chat=TEAM)
    await here.press(HELPER, "办好了")
    await here.press(HELPER, "跳过")
    await here.press(RESIDENT, "没解决")
    await here.hears(RESIDENT, "哪里没办好")
    await here.press(RESIDENT, "跳过")
    await here.hears(COORDINATOR, "没解决")
    here.api.command(int(COORDINATOR), "open")
    await here.press(COORDINATOR, "派单中")
    await here.press(COORDINATOR, "路灯楼道灯")
    await here.press(COORDINATOR, "指派")
    await here.press(COORDINATOR, "水电队")
    await here.press(COORDINATOR, "小赵")
    details = await here.hears(SECOND, "130")
    assert "王阿姨" in details.text and "2单元 502" in details.text
    await here.hears(TEAM, "小赵")
    await here.hears(RESIDENT, "小赵")
    await here.quiet()
    (row,) = await here.rows("SELECT state FROM service_requests")
    assert row["state"] == "claimed"
    here.api.press(int(HELPER), "", data="help.finish:1", forged=True)
    await here.hears(HELPER, "不在您手上")


async def test_sensitive_and_dangerous_things_never_reach_a_group(here: Town) -> None:
    before = len(here.api.sent_to(TEAM))
    here.api.text(AUNT, "被老公打，想离婚")
    first = await here.hears(AUNT, "110")
    assert first.text.index("110") < 12, "the number stands in the first line"
    await here.hears(COORDINATOR, "紧急")
    await here.hears(DESK, "紧急")
    await here.quiet()
    assert here.api.sent_to(AUNT)[0].message_id == first.message_id, "and the first line comes first"
    here.api.text(int(HELPER), "着火了")
    assert "119" in (await here.hears(HELPER, "119")).text
    await here.quiet()
    assert len(here.api.sent_to(TEAM)) == before
    assert await here.rows("SELECT id FROM offers") == []


async def test_a_member_whom_we_cannot_write_to_is_told_so(here: Town) -> None:
    """小陈 wrote in the group and never to us: no details are sent nowhere."""
    await asked_for_lamp(here)
    here.api.person(850, "外人")
    here.api.join(TEAM, 850)
    here.api.press(850, "我来", chat=TEAM)
    await here.api.until(lambda: _answered(here, "850", "", "先同意"))
    here.api.press(int(DESK), "我来", chat=TEAM)
    await here.api.until(lambda: _answered(here, DESK, "", "办不了"))

    def unmet(tx: object) -> None:
        tx.run("UPDATE addresses SET state = 'unmet' WHERE user_key = :user", user=HELPER)  # type: ignore[attr-defined]

    await here.app.database.turn(unmet)
    here.api.press(int(HELPER), "我来", chat=TEAM)
    await here.api.until(lambda: [one for one in here.api.answers if "先私聊我" in one.text])
    here.api.text(int(HELPER), "你好")
    await here.hears(HELPER, "您好")
    here.api.press(int(HELPER), "我来", chat=TEAM)
    await here.hears(HELPER, "130")


async def test_forged_foreign_and_stale_choices_are_answered_in_words(here: Town) -> None:
    await asked_for_lamp(here)
    offer = next(data for _, data in here.newest(TEAM, "新任务").buttons)  # type: ignore[union-attr]
    for data, words in (
        ("offer.take:1", "撤了"),
        ("offer.take:", "不认识"),
        ("nonsense", "不认识"),
        ("offer.take:" + "9" * 40, "不认识"),
        ("offer.take:-1", "不认识"),
    ):
        here.api.press(int(SECOND), "", data=data, forged=True, chat=TEAM)
        await here.api.until(partial(_answered, here, SECOND, data, words))
    here.api.text(int(SECOND), "你好")
    await here.hears(SECOND, "您好")
    for data in FORGED:
        count = len(here.api.sent_to(int(SECOND)))
        here.api.press(int(SECOND), "", data=data, forged=True)
        await here.more_than(SECOND, count)
        assert "对不起" not in here.api.sent_to(int(SECOND))[-1].text, f"{data} made a turn fail"
    assert await here.rows("SELECT id FROM parked_turns") == []
    await here.press(HELPER, "我来", chat=TEAM)
    here.api.press(int(SECOND), "", data=offer, forged=True, chat=TEAM)
    await here.api.until(lambda: _answered(here, SECOND, offer, "有人接了"))


def _answered(place: Town, who: str, data: str, words: str) -> bool:
    return any(one.user_id == int(who) and data in one.data and words in one.text for one in place.api.answers)


async def test_edited_words_are_kept_beside_the_old_ones(here: Town) -> None:
    await asked_for_lamp(here)
    await here.press(HELPER, "我来", chat=TEAM)
    await here.hears(HELPER, "130")
    mine = next(one for one in here.api.chat(AUNT) if one.text == LAMP)
    here.api.edit(AUNT, mine.id, "楼道灯坏了，是五楼")
    await here.hears(AUNT, "补进")
    await here.hears(HELPER, "五楼")
    rows = await here.rows("SELECT move, note_sealed FROM request_events WHERE move = 'correct'")
    assert len(rows) == 1
