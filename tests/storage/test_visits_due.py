"""Due visits are found and claimed once, a slice at a time; records, promises and worries are sealed and forgotten."""

import asyncio
from datetime import date, datetime
from time import sleep

import pytest

from storage import people, places, promises, visit_forgetting, visit_records, visits, visits_due, worries
from storage.database import Database, open_database
from storage.promises import Promise
from storage.sealing import Keyring
from storage.transaction import Transaction
from storage.visits import Visit
from storage.visits_due import Next
from tests.storage.samples import DAY, HOUR, NOW, new_person

TODAY = date(2026, 11, 23)


def station(tx: Transaction) -> int:
    """A place."""
    return (places.read_by_code(tx, "c") or places.write(tx, "c", None, "community", "社区", "", 0)).id


def planned(tx: Transaction, visitor_id: int | None, at: datetime | None, *, step: str | None = "day") -> Visit:
    """A planned visit to somebody new."""
    return visits.create(
        tx,
        person_id=new_person(tx).id,
        place_id=station(tx),
        kind=visits.ROUTINE,
        day=TODAY,
        due=NOW + DAY,
        visitor_id=visitor_id,
        step=step,
        remind_at=at,
        now=NOW,
    )


def take(tx: Transaction, limit: int) -> list[Visit]:
    """Claims what is due, and nothing comes next."""
    found = visits_due.claim(tx, NOW, limit)
    visits_due.set_next(tx, [each.id for each in found], Next(None, None))
    return found


async def test_what_is_due_is_claimed_once_and_waits_for_its_next_step(database: Database) -> None:
    def fill(tx: Transaction) -> None:
        visitor = new_person(tx).id
        for at in (NOW - HOUR, NOW, NOW + HOUR, None):
            planned(tx, visitor, at)

    await database.turn(fill)
    claimed = await database.turn(lambda tx: visits_due.claim(tx, NOW, 10))
    assert [each.remind_at for each in claimed] == [NOW - HOUR, NOW]
    assert {each.step for each in claimed} == {"day"}
    ids = [each.id for each in claimed]
    assert await database.turn(lambda tx: visits_due.set_next(tx, ids, Next("late", NOW + DAY))) == 2
    assert await database.turn(lambda tx: visits_due.claim(tx, NOW, 10)) == []
    assert await database.read(visits_due.next_due) == NOW + HOUR
    again = await database.turn(lambda tx: visits_due.claim(tx, NOW + DAY, 10))
    assert sorted(each.step or "" for each in again) == ["day", "late", "late"]


async def test_a_slice_is_no_larger_than_asked_and_the_rest_of_a_visitor_comes_with_it(database: Database) -> None:
    def fill(tx: Transaction) -> tuple[int, int]:
        one, other = new_person(tx).id, new_person(tx).id
        for _ in range(3):
            planned(tx, one, NOW)
        planned(tx, other, NOW)
        return one, other

    one, other = await database.turn(fill)
    assert [each.visitor_id for each in await database.turn(lambda tx: take(tx, 2))] == [one, one]
    rest = await database.turn(lambda tx: visits_due.claim_of_visitor(tx, one, NOW, 10))
    assert [each.visitor_id for each in rest] == [one]
    assert [each.visitor_id for each in await database.turn(lambda tx: take(tx, 2))] == [one, other]


async def test_two_who_claim_at_once_never_have_the_same(database_url: str, keys: Keyring) -> None:
    """Two processes, each with a connection of its own, and turns that last: each visit is reminded of once."""
    first, second = [await open_database(database_url, keys) for _ in range(2)]
    ids = await first.turn(lambda tx: [planned(tx, None, NOW).id for _ in range(12)])

    def slowly(tx: Transaction) -> list[int]:
        found = [each.id for each in visits_due.claim(tx, NOW, 3)]
        sleep(0.05)  # the other one asks meanwhile
        visits_due.set_next(tx, found, Next(None, None))
        return found

    taken: list[int] = []
    while len(taken) < len(ids):
        some = await asyncio.gather(first.turn(slowly), second.turn(slowly))
        assert some[0] or some[1]
        taken += [*some[0], *some[1]]
    assert sorted(taken) == sorted(ids)
    await first.close()
    await second.close()


async def test_what_has_ended_is_neither_due_nor_given_a_step(database: Database) -> None:
    visit = await database.turn(lambda tx: planned(tx, None, NOW))
    assert await database.turn(lambda tx: visits.end(tx, visit.id, visits.DONE, NOW))
    assert await database.turn(lambda tx: visits_due.claim(tx, NOW, 10)) == []
    assert await database.turn(lambda tx: visits_due.set_next(tx, [visit.id], Next("late", NOW))) == 0
    assert await database.turn(lambda tx: visits.reopen(tx, visit.id, TODAY, "late", NOW))
    assert [each.id for each in await database.turn(lambda tx: visits_due.claim(tx, NOW, 10))] == [visit.id]


async def test_late_visits_of_a_station_are_counted_and_claimed(database: Database) -> None:
    visit = await database.turn(lambda tx: planned(tx, None, NOW, step="secretary"))
    place_id = visit.place_id
    assert await database.read(lambda tx: visits_due.count_late(tx, place_id, TODAY)) == 1
    before = date(2026, 11, 22)
    assert await database.read(lambda tx: visits_due.count_late(tx, place_id, before)) == 0
    assert await database.turn(lambda tx: visits_due.claim_of_place(tx, place_id, before, NOW, 10)) == []
    found = await database.turn(lambda tx: visits_due.claim_of_place(tx, place_id, TODAY, NOW, 10))
    assert [each.id for each in found] == [visit.id]


def promised(tx: Transaction, visit: Visit, at: datetime | None) -> Promise:
    """Something promised."""
    owner = new_person(tx).id
    return promises.create(
        tx,
        visit_id=visit.id,
        person_id=visit.person_id,
        owner_id=owner,
        what="换灯泡",
        day=TODAY,
        request_id=None,
        remind_at=at,
        now=NOW,
    )


async def test_a_promise_is_reminded_of_until_it_is_kept(database: Database) -> None:
    promise = await database.turn(lambda tx: promised(tx, planned(tx, None, None), NOW))
    assert promise.what == "换灯泡"
    due = await database.turn(lambda tx: promises.due(tx, NOW, 10))
    assert [each.id for each in due] == [promise.id]
    assert await database.turn(lambda tx: promises.remind_next(tx, promise, NOW + DAY))
    assert not await database.turn(lambda tx: promises.remind_next(tx, promise, NOW + DAY))  # another was quicker
    assert await database.read(promises.next_due) == NOW + DAY
    assert await database.turn(lambda tx: promises.end(tx, promise.id, promises.DONE, NOW))
    assert not await database.turn(lambda tx: promises.end(tx, promise.id, promises.DROPPED, NOW))
    assert await database.read(promises.next_due) is None


async def test_a_promise_goes_to_whoever_comes_after(database: Database) -> None:
    promise = await database.turn(lambda tx: promised(tx, planned(tx, None, None), None))
    heir = await database.turn(lambda tx: new_person(tx).id)
    moved = await database.turn(lambda tx: promises.hand_over(tx, promise.person_id, promise.owner_id, heir))
    assert moved == 1
    assert [each.id for each in await database.read(lambda tx: promises.open_of_owner(tx, heir, 5))] == [promise.id]


async def test_who_leaves_leaves_no_words(database: Database) -> None:
    def fill(tx: Transaction) -> Visit:
        visit = planned(tx, None, None)
        visits.add_move(tx, visit.id, "postpone", None, NOW, day=TODAY, note="女儿来了")
        record = visit_records.create(tx, visit.id, visit.person_id, visit.person_id, "visit", TODAY, NOW)
        visit_records.write(tx, record.id, visit.person_id, how="call", day=TODAY, needs="米面", words="都好", now=NOW)
        promised(tx, visit, NOW)
        worries.create(
            tx,
            person_id=visit.person_id,
            place_id=visit.place_id,
            cause=worries.WORD,
            visit_id=visit.id,
            raised_by=None,
            note="屋里冷",
            now=NOW,
        )
        return visit

    visit = await database.turn(fill)
    record = await database.read(lambda tx: visit_records.of_visit(tx, visit.id))
    assert record is not None and (record.how, record.needs, record.words) == ("call", "米面", "都好")
    assert [each.note for each in await database.read(lambda tx: visits.moves(tx, visit.id))] == ["女儿来了"]
    assert await database.read(lambda tx: worries.count_unread(tx, visit.place_id)) == 1
    await database.turn(lambda tx: visit_forgetting.forget(tx, visit.person_id))
    assert await database.read(lambda tx: visit_records.of_visit(tx, visit.id)) is None
    assert await database.read(lambda tx: promises.of_person(tx, visit.person_id, 5)) == []
    assert await database.read(lambda tx: worries.of_person(tx, visit.person_id, 5)) == []
    assert [each.note for each in await database.read(lambda tx: visits.moves(tx, visit.id))] == [""]
    assert await database.read(lambda tx: people.read(tx, visit.person_id)) is not None


@pytest.mark.parametrize("kept", [True, False])
async def test_an_old_visit_goes_with_all_that_hangs_on_it(database: Database, kept: bool) -> None:
    def fill(tx: Transaction) -> Visit:
        visit = planned(tx, None, None)
        visit_records.create(tx, visit.id, visit.person_id, visit.person_id, "visit", TODAY, NOW)
        visits.add_move(tx, visit.id, "done", None, NOW)
        promised(tx, visit, None)
        worries.create(
            tx,
            person_id=visit.person_id,
            place_id=visit.place_id,
            cause=worries.NOT_REACHED,
            visit_id=visit.id,
            raised_by=None,
            note="",
            now=NOW,
        )
        visits.end(tx, visit.id, visits.DONE, NOW)
        return visit

    visit = await database.turn(fill)
    before = NOW + (HOUR if not kept else -HOUR)
    assert await database.turn(lambda tx: visit_forgetting.drop_old(tx, before, 10)) == int(not kept)
    assert (await database.read(lambda tx: visits.read(tx, visit.id)) is not None) is kept
    assert await database.turn(lambda tx: visit_forgetting.drop_old_worries(tx, before, 10)) == int(not kept)


async def test_what_is_due_is_found_by_an_index_and_in_its_order(database: Database, engine_name: str) -> None:
    explain = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}[engine_name]

    def plan(tx: Transaction) -> str:
        if engine_name == "postgresql":
            # With no rows there is nothing to choose: what is left is what can be done at all.
            tx.run("SET LOCAL enable_seqscan = off")
            tx.run("SET LOCAL enable_bitmapscan = off")
        return "\n".join(str(list(dict(row).values())) for row in tx.all(explain + visits_due.CLAIM, now=1, limit=200))

    found = await database.turn(plan)
    assert "visits_to_remind" in found
    assert "SCAN visits" not in found.replace("SCAN visits USING INDEX visits_to_remind", "")
    assert "Sort" not in found and "TEMP B-TREE" not in found
