"""Time and broadcasts: started, fed, paused, corrected, recalled; late, over, and with a clock that is set back."""

from datetime import UTC, datetime, timedelta
from typing import Any

from handlers.audience import audience as audiences
from handlers.audience.audience import Audience
from handlers.broadcasts import clock, content
from handlers.broadcasts.content import Content
from handlers.broadcasts.going_out import feeding, freezing, starting
from handlers.broadcasts.steering import following_up, settling
from handlers.message import decode
from handlers.turn import Speaker
from storage import (
    broadcast_messages,
    broadcast_trail,
    broadcasts,
    follow_ups,
    places,
    recipients,
    roles,
    sending,
)
from storage.broadcasts import EMERGENCY, EXPIRED, PAUSED, PLANNED, REPEAT, ROUTINE, SENDING, SENT, STOPPED, Broadcast
from storage.database import Database
from storage.sending import Claimed
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, demo_community
from tests.handlers.audience.stand import turn_of

TEN = datetime(2026, 11, 23, 2, tzinfo=UTC)  # ten in the morning in Shanghai
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NAMES = ("王阿姨", "大刘", "小李", "小赵")


def at(tx: Transaction, moment: datetime) -> Speaker:
    return Speaker(tx, moment, demo_community())


def written(tx: Transaction, *, kind: str = ROUTINE, names: tuple[str, ...] = NAMES, **plan: Any) -> Broadcast:
    """A broadcast to these people, on its way to its time."""
    drafter = turn_of(tx, "陈主任").person
    unit = places.read_by_code(tx, "heshunli")
    assert unit is not None
    said = Content("停水", "明天停水")
    made = broadcasts.create(
        tx,
        place_id=unit.id,
        drafter_id=drafter.id,
        kind=kind,
        body=content.encode(said),
        words=said.whole,
        audience=audiences.encode(Audience(places=(unit.id,))),
        now=TEN - DAY,
        **plan,
    )
    for name in names:
        recipients.add(tx, made.id, turn_of(tx, name).person.id, unit.id)
    assert starting.plan(at(tx, TEN), made)
    return broadcasts.get(tx, made.id)


def under_way(tx: Transaction, **plan: Any) -> Broadcast:
    """The same, going out, to nobody but these people."""
    made = written(tx, **plan)
    starting.start(at(tx, TEN), made)
    starting.frozen(at(tx, TEN), broadcasts.get(tx, made.id))
    return broadcasts.get(tx, made.id)


def run(tx: Transaction, moment: datetime) -> None:
    """All that is due at a moment."""
    while clock.look(at(tx, moment)):
        pass
    for job in (freezing.freeze, feeding.feed, following_up.walk):
        while job(at(tx, moment)):
            pass


def claimed(tx: Transaction, moment: datetime, most: int = 99) -> list[Claimed]:
    heads = [each for each in sending.due(tx, ACCOUNT, moment, 200) if each.lane == sending.BROADCASTS]
    return sending.claim(tx, heads[:most], "me", moment)


def delivered(tx: Transaction, moment: datetime, most: int = 99) -> list[Claimed]:
    found = claimed(tx, moment, most)
    for each in found:
        sending.mark(tx, each, "sent", moment, sent_as=each.edits or f"m{each.id}")
    return found


def words(message: Claimed) -> str:
    return repr(decode(message.body).text.values)


def state(tx: Transaction, broadcast: Broadcast) -> str:
    return broadcasts.get(tx, broadcast.id).state


async def test_a_service_that_was_down_over_the_moment_sends_it_once(small: Database) -> None:
    def work(tx: Transaction) -> None:
        made = written(tx, send_at=TEN)
        run(tx, TEN + HOUR)
        assert state(tx, made) == SENDING
        first = delivered(tx, TEN + HOUR)
        run(tx, TEN + HOUR + SECOND)
        run(tx, TEN + HOUR + 2 * SECOND)
        assert len({each.recipient_id for each in first}) == len(first) >= len(NAMES)
        assert delivered(tx, TEN + HOUR + 2 * SECOND) == [] and state(tx, made) == SENT

    await small.turn(work)


async def test_what_is_useless_by_then_is_not_sent_late(small: Database) -> None:
    def work(tx: Transaction) -> None:
        made = written(tx, send_at=TEN, expires_at=TEN + HOUR)
        run(tx, TEN + HOUR)
        assert state(tx, made) == EXPIRED and delivered(tx, TEN + HOUR) == []

    await small.turn(work)


async def test_an_emergency_overtakes_what_waits(small: Database) -> None:
    def work(tx: Transaction) -> None:
        routine = under_way(tx)
        run(tx, TEN)
        assert len(delivered(tx, TEN, 1)) == 1
        emergency = under_way(tx, kind=EMERGENCY)
        run(tx, TEN + SECOND)
        urgent = delivered(tx, TEN + SECOND)
        assert len(urgent) == len(NAMES)
        assert {recipients.read(tx, each.recipient_id or 0).broadcast_id for each in urgent} == {emergency.id}  # type: ignore[union-attr]
        run(tx, TEN + 3 * SECOND)
        run(tx, TEN + 5 * SECOND)
        assert len(delivered(tx, TEN + 5 * SECOND)) == len(NAMES) - 1
        run(tx, TEN + 7 * SECOND)
        assert state(tx, routine) == state(tx, emergency) == SENT

    await small.turn(work)


async def test_quiet_hours_take_back_what_waits_and_let_an_emergency_pass(small: Database) -> None:
    def work(tx: Transaction) -> None:
        noon, rest_is_over = TEN + 2.5 * HOUR, TEN + 4 * HOUR
        routine = under_way(tx)
        run(tx, TEN)
        run(tx, noon)
        assert claimed(tx, noon) == []
        under_way(tx, kind=EMERGENCY)
        run(tx, noon + SECOND)
        assert len(delivered(tx, noon + SECOND)) == len(NAMES)
        run(tx, noon + 2 * SECOND)
        run(tx, rest_is_over)
        assert len(delivered(tx, rest_is_over)) == len(NAMES)
        run(tx, rest_is_over + 2 * SECOND)
        assert state(tx, routine) == SENT

    await small.turn(work)


async def test_a_pause_while_the_list_is_made_holds_it_once_it_is_whole(small: Database) -> None:
    def work(tx: Transaction) -> None:
        made = written(tx)
        starting.start(at(tx, TEN), made)
        broadcast_trail.add(tx, made.id, PAUSED, made.drafter_id, TEN)
        run(tx, TEN + SECOND)
        assert state(tx, made) == PAUSED and claimed(tx, TEN + SECOND) == []

    await small.turn(work)


async def test_its_time_passes_while_it_is_paused(small: Database) -> None:
    def work(tx: Transaction) -> None:
        made = under_way(tx, expires_at=TEN + HOUR)
        run(tx, TEN)
        assert broadcasts.move(tx, made.id, SENDING, PAUSED)
        assert claimed(tx, TEN + MINUTE) == []  # what had been fed stands in the queue again
        run(tx, TEN + HOUR)
        assert state(tx, made) == EXPIRED and claimed(tx, TEN + HOUR) == []

    await small.turn(work)


async def test_a_clock_that_is_set_back_sends_nothing_twice(small: Database) -> None:
    def work(tx: Transaction) -> None:
        made = written(tx, send_at=TEN)
        run(tx, TEN)
        first = delivered(tx, TEN, 2)
        run(tx, TEN - HOUR)
        again = delivered(tx, TEN - HOUR)
        run(tx, TEN + 2 * SECOND)
        again += delivered(tx, TEN + 2 * SECOND)
        run(tx, TEN + 4 * SECOND)
        got = [each.recipient_id for each in [*first, *again]]
        assert len(got) == len(set(got)) and state(tx, made) == SENT

    await small.turn(work)


async def test_a_correction_reaches_whoever_has_it_gets_it_and_waits_for_it(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        made = under_way(tx)
        run(tx, TEN)
        (has_it,) = delivered(tx, TEN, 1)
        (flies,) = claimed(tx, TEN, 1)
        said = Content("停水", "后天停水")
        follow_up = follow_ups.create(tx, made.id, broadcast_messages.CORRECTION, made.drafter_id, "{}", TEN, TEN)
        settling.correct(at(tx, TEN), broadcasts.get(tx, made.id), follow_up, said, made.drafter_id)
        run(tx, TEN)
        sending.mark(tx, flies, "sent", TEN, sent_as="flew")
        later = delivered(tx, TEN + SECOND)
        assert all("后天停水" in words(each) for each in later)
        by_person = {each.recipient_id: each for each in later}
        assert (by_person[has_it.recipient_id].edits, by_person[flies.recipient_id].edits) == (f"m{has_it.id}", "flew")
        assert sum(not each.is_edit for each in later) == len(NAMES) - 2 and len(later) == len(NAMES)
        run(tx, TEN + 3 * SECOND)
        assert state(tx, made) == SENT and follow_ups.open_ones(tx, made.id) == []

    await demo.turn(work)


async def test_a_recall_holds_what_waits_and_changes_what_was_sent(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        made = under_way(tx)
        run(tx, TEN)
        (has_it,) = delivered(tx, TEN, 1)
        assert starting.stop(at(tx, TEN), broadcasts.get(tx, made.id), made.drafter_id)
        follow_up = follow_ups.create(tx, made.id, broadcast_messages.RECALL, made.drafter_id, None, TEN, TEN)
        settling.recall(at(tx, TEN), broadcasts.get(tx, made.id), follow_up)
        run(tx, TEN)
        (taken_back,) = delivered(tx, TEN + SECOND)
        assert taken_back.edits == f"m{has_it.id}"
        assert decode(taken_back.body).text.key == "broadcast-says-recall"
        assert state(tx, made) == STOPPED

    await demo.turn(work)


async def test_rounds_that_were_missed_are_not_made_up_for(small: Database) -> None:
    def work(tx: Transaction) -> None:
        made = written(tx, send_at=TEN, rule="FREQ=DAILY;BYHOUR=10;BYMINUTE=0", expires_at=TEN + HOUR)
        run(tx, TEN + 3 * DAY + 2 * HOUR)
        assert state(tx, made) == EXPIRED
        (following,) = broadcasts.following(tx, made.id)
        assert (following.follows_as, following.state) == (REPEAT, PLANNED)
        assert (following.send_at, following.expires_at) == (TEN + 4 * DAY, TEN + 4 * DAY + HOUR)

    await small.turn(work)


async def test_a_series_ends_with_the_right_to_write(small: Database) -> None:
    def work(tx: Transaction) -> None:
        made = written(tx, send_at=TEN, rule="FREQ=DAILY;BYHOUR=10;BYMINUTE=0")
        for held in roles.of_person(tx, made.drafter_id):
            assert roles.end(tx, held.id, made.drafter_id, TEN)
        run(tx, TEN)
        assert broadcasts.following(tx, made.id) == []

    await small.turn(work)
