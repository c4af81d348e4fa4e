"""The duty desk, where a story cannot look: estimates, its hours, who may press, what is sealed, what is forgotten."""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.desk import estimates, hours
from handlers.incoming import Attachment
from handlers.turn import Speaker
from storage import conversation_messages, conversations, desk_retention, links, people, shifts
from storage.transaction import Row, Transaction
from tests.bot.stage import COORDINATOR, DESK, HELPER, MORNING, NIGHT, RESIDENT, Service, demo_community

MINUTE = timedelta(minutes=1)
CHOSEN = "A" * 64


def minutes(*each: int) -> list[timedelta]:
    return [timedelta(minutes=one) for one in each]


@pytest.mark.parametrize(
    ("waits", "waited", "said"),
    [
        ((), 0, None),
        ((5, 6), 0, None),
        ((4, 5, 6), 0, 5),
        ((4, 6, 30), 0, 10),
        ((6, 6, 6), 2, 5),
        ((6, 6, 6), 6, None),
        ((90, 80, 70), 0, None),
    ],
)
def test_an_estimate_is_made_of_waits_or_not_at_all(waits: tuple[int, ...], waited: int, said: int | None) -> None:
    assert estimates.estimate(minutes(*waits), timedelta(minutes=waited)) == said


async def test_the_desk_has_hours(here: Service) -> None:
    def look(tx: Transaction) -> list[tuple[bool, datetime]]:
        speakers = [Speaker(tx, moment, demo_community()) for moment in (MORNING, NIGHT)]
        return [(hours.is_open(each), hours.next_opening(each)) for each in speakers]

    by_day, by_night = await here.database.read(look)
    opens = datetime(2026, 11, 24, 0, 30, tzinfo=UTC)
    assert by_day == (True, opens)
    assert by_night == (False, opens)


async def rows(here: Service, table: str) -> list[Row]:
    return await here.database.read(lambda tx: tx.all(f"SELECT * FROM {table} ORDER BY id"))


async def talk(here: Service) -> conversations.Conversation:
    """王阿姨 has asked for a person, and 值班小吴 has taken her."""
    await here.press(DESK, "shift.on:4")
    await here.say(RESIDENT, "人工")
    number = (await rows(here, "conversations"))[0]["id"]
    await here.press(DESK, f"desk.next:{number}")
    found = await here.database.read(lambda tx: conversations.read(tx, number))
    assert found is not None and found.state == conversations.TAKEN
    return found


async def test_only_the_taker_has_the_talk(here: Service) -> None:
    number = (await talk(here)).id
    for action in (
        f"desk.end:{number}",
        f"desk.close:{number}/solved",
        f"desk.park:{number}/30",
        f"desk.open:{number}",
    ):
        for other in (COORDINATOR, HELPER, RESIDENT):
            await here.press(other, action)
    after = await here.database.read(lambda tx: conversations.read(tx, number))
    assert after is not None and after.state == conversations.TAKEN
    assert "由别人接待" in (await here.last(COORDINATOR)).text
    assert "办不了" in (await here.last(HELPER)).text
    await here.press(HELPER, f"desk.back:{number}")
    await here.press(HELPER, f"desk.done:{number}")
    await here.say(HELPER, "楼道灯坏了")
    assert await here.count("conversation_messages") == 0


FORGED = ("desk.close:{id}/any", "desk.park:{id}/999", "desk.to:{id}/x", "desk.to:{id}/", "desk.next:0")


@pytest.mark.parametrize("forged", FORGED)
async def test_forged_presses_change_nothing(here: Service, forged: str) -> None:
    number = (await talk(here)).id
    await here.press(DESK, forged.format(id=number))
    after = await here.database.read(lambda tx: conversations.read(tx, number))
    assert after is not None and (after.state, after.due is None) == (conversations.TAKEN, False)


async def test_a_shift_is_what_the_button_says(here: Service) -> None:
    for wrong in ("shift.on:", "shift.on:24", "shift.on:x"):
        await here.press(DESK, wrong)
    await here.press(RESIDENT, "shift.on:4")
    assert await here.count("shifts") == 0
    await here.press(DESK, "shift.on:2")
    await here.press(DESK, "shift.on:8")
    assert await here.count("shifts") == 1


async def test_of_two_takers_one_gets_it(here: Service) -> None:
    await here.press(DESK, "shift.on:2")
    await here.press(COORDINATOR, "shift.on:2")
    await here.say(RESIDENT, "人工")
    number = (await rows(here, "conversations"))[0]["id"]
    await here.press(DESK, f"desk.next:{number}")
    await here.press(COORDINATOR, f"desk.next:{number}")
    assert "没有人在等" in (await here.last(COORDINATOR)).text
    moves = await here.database.read(lambda tx: [each.name for each in conversations.moves(tx, number)])
    assert moves == ["ask", "take"]


async def test_what_is_said_is_sealed_and_an_edit_changes_the_copy(here: Service) -> None:
    number = (await talk(here)).id
    await here.say(RESIDENT, "我家门牌是 502", message="77")
    row = (await rows(here, "conversation_messages"))[0]
    assert b"502" not in bytes(row["said_sealed"])
    await here.say(RESIDENT, "我家门牌是 503", message="77", edited=True)
    said = await here.database.read(lambda tx: conversation_messages.of_conversation(tx, number, 10))
    assert [each.words for each in said] == ["我家门牌是 503"]
    assert any("503" in each.text and each.key == f"desk-said:{said[0].id}" for each in await here.said(DESK))


async def test_thanks_start_no_clock_and_a_question_does(here: Service) -> None:
    number = (await talk(here)).id

    async def due() -> datetime | None:
        found = await here.database.read(lambda tx: conversations.read(tx, number))
        assert found is not None
        return found.due

    assert await due() == MORNING + 5 * MINUTE
    await here.say(DESK, "您好，请说")
    assert await due() is None
    await here.say(RESIDENT, "好的")
    assert await due() is None
    await here.say(RESIDENT, "我想问问老人卡怎么办")
    assert await due() is not None


async def test_old_talks_are_forgotten_with_all_that_was_said(here: Service) -> None:
    await talk(here)
    await here.say(RESIDENT, "我想问问老人卡", media=(Attachment("photo", digest=CHOSEN.lower(), size=10),))
    later = MORNING + timedelta(days=200)
    files = await here.database.turn(lambda tx: desk_retention.let_go_of_files(tx, later, 20))
    assert (files, await here.count("conversation_media")) == (1, 0)
    await here.database.turn(lambda tx: desk_retention.drop_talks(tx, later, 20))
    for table in ("conversations", "conversation_messages", "conversation_moves"):
        assert await here.count(table) == 0


async def test_a_talk_moves_along_when_two_accounts_become_one(here: Service) -> None:
    number = (await talk(here)).id

    def merge(tx: Transaction) -> int:
        into, gone = people.create(tx, "zh-CN", MORNING), conversations.read(tx, number)
        assert gone is not None
        links.merge_people(tx, into.id, gone.person_id, MORNING)
        moved = conversations.read(tx, number)
        assert moved is not None
        return int(moved.person_id == into.id)

    assert await here.database.turn(merge) == 1


async def test_a_shift_that_was_made_longer_does_not_end(here: Service) -> None:
    await here.press(DESK, "shift.on:2")

    def person(tx: Transaction) -> int:
        found = people.read_by_code(tx, "值班小吴")
        assert found is not None
        return found.id

    number = await here.database.read(person)
    over = MORNING + timedelta(hours=2)
    found = await here.database.read(lambda tx: shifts.over(tx, over, 10))
    await here.database.turn(lambda tx: shifts.start(tx, number, over + timedelta(hours=2), over))
    assert not await here.database.turn(lambda tx: shifts.end_this(tx, found[0].id, over))


def _number(tx: Transaction, name: str) -> int:
    person = people.read_by_code(tx, name)
    assert person is not None
    return person.id


async def test_what_rested_over_night_tells_nothing_of_how_long_one_waits(here: Service) -> None:
    """It waits anew from when it was due, and is left out of the estimates."""
    due = NIGHT + timedelta(hours=10)

    def rest(tx: Transaction) -> tuple[datetime, list[timedelta]]:
        first, second, taker = (_number(tx, name) for name in ("王阿姨", "李大爷", "值班小吴"))
        place = people.read(tx, first).place_id
        assert place is not None
        left = conversations.create(tx, first, place, NIGHT, state=conversations.PARKED, due=due)
        conversations.queue_again(tx, left.id, "return", None, due + MINUTE, front=False)
        asked = conversations.create(tx, second, place, due)
        for each in (left, asked):
            conversations.take(tx, each.id, taker, None, due + 5 * MINUTE)
        again = conversations.read(tx, left.id)
        assert again is not None
        return again.queued_at, conversations.waits(tx, place, NIGHT, 5)

    assert await here.database.turn(rest) == (due, minutes(5))
