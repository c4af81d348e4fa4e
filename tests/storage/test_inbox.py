"""The inbox: an update is taken once; albums wait for their parts; parked events are kept and can run again."""

import asyncio

from storage import inbox, parked
from storage.database import Database
from storage.inbox import Held
from storage.transaction import Transaction
from tests.storage.samples import ACCOUNT, DAY, NOW, SECOND, new_person


def take(tx: Transaction, update: str) -> int:
    row = inbox.take(tx, ACCOUNT, update, NOW)
    assert row is not None
    return row


def hold(tx: Transaction, update: str, *, user: str = "u1", album: str = "a", after: float = 1.5) -> int:
    row = take(tx, update)
    inbox.wait(tx, row, ACCOUNT, user, album, NOW + after * SECOND, f"payload {update}")
    return row


async def test_an_update_is_taken_once(database: Database) -> None:
    assert await database.turn(lambda tx: inbox.take(tx, ACCOUNT, "1", NOW))
    assert await database.turn(lambda tx: inbox.take(tx, ACCOUNT, "1", NOW + DAY)) is None
    assert await database.turn(lambda tx: inbox.take(tx, ACCOUNT, "2", NOW))
    assert await database.turn(lambda tx: inbox.take(tx, "web", "1", NOW))


async def test_of_many_who_take_it_at_once_one_does(database: Database) -> None:
    taken = await asyncio.gather(*(database.turn(lambda tx: inbox.take(tx, ACCOUNT, "1", NOW)) for _ in range(20)))
    assert len([row for row in taken if row is not None]) == 1


async def test_the_parts_of_an_album_wait_for_the_last(database: Database) -> None:
    first = await database.turn(lambda tx: hold(tx, "1", after=1.5))
    second = await database.turn(lambda tx: hold(tx, "2", after=2.5))

    def look(tx: Transaction, after: float) -> tuple[bool, list[tuple[str, str]]]:
        moment = NOW + after * SECOND
        return inbox.is_due(tx, ACCOUNT, "u1", moment), inbox.due_senders(tx, moment, 10)

    assert await database.read(lambda tx: look(tx, 2)) == (False, [])
    assert await database.read(lambda tx: inbox.next_due(tx, NOW)) == NOW + 2.5 * SECOND
    assert await database.read(lambda tx: look(tx, 2.5)) == (True, [(ACCOUNT, "u1")])
    held = await database.turn(lambda tx: inbox.waiting(tx, ACCOUNT, "u1"))
    assert held == [Held(first, "a", "payload 1"), Held(second, "a", "payload 2")]
    await database.turn(lambda tx: inbox.release(tx, [first, second]))
    assert not await database.read(lambda tx: inbox.any_waiting(tx, ACCOUNT, "u1"))
    assert await database.read(lambda tx: look(tx, 9)) == (False, [])
    assert await database.read(lambda tx: inbox.read_payload(tx, first)) is None


async def test_another_album_and_another_sender_are_not_postponed(database: Database) -> None:
    await database.turn(
        lambda tx: [hold(tx, "1", album="a"), hold(tx, "2", album="b", after=9), hold(tx, "3", user="u2")]
    )
    assert not await database.read(lambda tx: inbox.is_due(tx, ACCOUNT, "u1", NOW + 2 * SECOND))
    assert await database.read(lambda tx: inbox.is_due(tx, ACCOUNT, "u2", NOW + 2 * SECOND))
    assert await database.read(lambda tx: inbox.any_waiting(tx, ACCOUNT, "u2"))
    assert not await database.read(lambda tx: inbox.any_waiting(tx, "web", "u2"))


async def test_nothing_is_due_where_nothing_waits(database: Database) -> None:
    assert not await database.read(lambda tx: inbox.is_due(tx, ACCOUNT, "u1", NOW))
    assert await database.read(lambda tx: inbox.next_due(tx, NOW)) is None


async def test_due_senders_are_each_told_once_and_no_more_than_asked(database: Database) -> None:
    await database.turn(lambda tx: [hold(tx, f"{n}", user=f"u{n % 5}") for n in range(10)])
    found = await database.read(lambda tx: inbox.due_senders(tx, NOW + 9 * SECOND, 3))
    assert len(found) == len(set(found)) == 3


async def test_a_parked_event_is_kept_and_can_run_again(database: Database) -> None:
    row = await database.turn(lambda tx: take(tx, "1"))
    await database.turn(lambda tx: inbox.park(tx, row, "the event"))
    assert await database.read(lambda tx: inbox.read_payload(tx, row)) == "the event"
    assert await database.read(lambda tx: inbox.due_senders(tx, NOW + DAY, 10)) == []
    assert await database.turn(lambda tx: inbox.requeue(tx, row, "u1", NOW))
    assert not await database.turn(lambda tx: inbox.requeue(tx, row, "u1", NOW))
    assert await database.turn(lambda tx: inbox.waiting(tx, ACCOUNT, "u1")) == [Held(row, None, "the event")]
    assert await database.read(lambda tx: inbox.read_payload(tx, 4711)) is None


async def test_old_marks_are_forgotten_in_slices_and_what_waits_is_kept(database: Database) -> None:
    await database.turn(lambda tx: [take(tx, f"{n}") for n in range(5)])
    held = await database.turn(lambda tx: hold(tx, "held"))
    assert await database.turn(lambda tx: inbox.prune(tx, NOW, 10)) == 0
    assert await database.turn(lambda tx: inbox.prune(tx, NOW + SECOND, 3)) == 3
    assert await database.turn(lambda tx: inbox.prune(tx, NOW + SECOND, 10)) == 2
    assert await database.read(lambda tx: inbox.read_payload(tx, held)) == "payload held"


async def test_parked_turns_are_listed_until_somebody_looked_after_them(database: Database) -> None:
    person = await database.turn(lambda tx: new_person(tx).id)
    first = await database.turn(lambda tx: parked.create(tx, 1, person, "KeyError", "a.py:1", NOW))
    second = await database.turn(lambda tx: parked.create(tx, 2, None, "ValueError", "b.py:2", NOW + SECOND))
    rows = await database.read(parked.open_ones)
    assert [(row.id, row.person_id, row.error_type, row.frames, row.parked_at) for row in rows] == [
        (first, person, "KeyError", "a.py:1", NOW),
        (second, None, "ValueError", "b.py:2", NOW + SECOND),
    ]
    assert await database.read(lambda tx: parked.open_ones(tx, 1)) == rows[:1]
    assert await database.read(lambda tx: parked.read(tx, second)) == rows[1]
    assert await database.turn(lambda tx: parked.resolve(tx, first, NOW))
    assert not await database.turn(lambda tx: parked.resolve(tx, first, NOW))
    assert await database.read(parked.open_ones) == rows[1:]
    assert await database.read(lambda tx: parked.read(tx, 4711)) is None
