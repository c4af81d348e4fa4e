"""Overviews of visits: whose they are, and the numbers of one station without those of another."""

from datetime import date, timedelta

from storage import absences, cards, visit_overviews, visits
from storage.cards import About
from storage.database import Database
from storage.transaction import Transaction
from storage.visit_overviews import Load, Numbers
from tests.storage.samples import DAY, NOW, Community, founded, new_person

TODAY = date(2026, 11, 23)
LAST = TODAY + timedelta(days=6)


def planned(tx: Transaction, place: Community, days: int, visitor: int | None, second: int | None = None) -> int:
    """A visit to the resident, so many days from today."""
    made = visits.create(
        tx,
        person_id=place.resident.id,
        place_id=place.estate.id,
        kind=visits.ROUTINE,
        day=TODAY + timedelta(days=days),
        due=NOW + DAY * days,
        visitor_id=visitor,
        second_id=second,
        step=None,
        remind_at=None,
        now=NOW,
    )
    return made.id


async def test_one_s_own_are_those_as_visitor_and_as_the_second_each_once(database: Database) -> None:
    place = await founded(database)

    def work(tx: Transaction) -> tuple[list[int], list[int]]:
        me, other = place.volunteer.id, new_person(tx, name="小秦").id
        late = planned(tx, place, -2, other, me)
        both = planned(tx, place, 3, me, me)
        planned(tx, place, 4, other)
        ended = planned(tx, place, 1, me)
        visits.end(tx, ended, visits.CANCELLED, NOW)
        ever = visit_overviews.planned_for(tx, [me], None, LAST, 9)
        ahead = visit_overviews.planned_for(tx, [me], TODAY, LAST, 9)
        assert [visit.id for visit in ever] == [late, both]
        return [visit.id for visit in ahead], [both]

    found, wanted = await database.turn(work)
    assert found == wanted


async def test_who_stands_in_sees_for_whom_and_only_as_long_as_it_lasts(database: Database) -> None:
    place = await founded(database)
    away, cover = place.resident.id, place.volunteer.id
    await database.turn(lambda tx: absences.add(tx, away, cover, NOW + DAY, NOW))
    assert await database.read(lambda tx: absences.covered_by(tx, cover, NOW)) == [away]
    assert await database.read(lambda tx: absences.covered_by(tx, cover, NOW + 2 * DAY)) == []
    await database.turn(lambda tx: absences.end(tx, away, NOW))
    assert await database.read(lambda tx: absences.covered_by(tx, cover, NOW)) == []


async def test_the_numbers_of_a_station_are_its_own(database: Database) -> None:
    place = await founded(database)

    def work(tx: Transaction) -> tuple[Numbers, Numbers]:
        for days in (-9, -1, 0, 0, 6, 7):
            planned(tx, place, days, place.volunteer.id)
        for days in (-3, -60):
            done = planned(tx, place, days, place.volunteer.id)
            visits.end(tx, done, visits.DONE, NOW + DAY * days)
        since = NOW - 20 * DAY
        own = visit_overviews.numbers(tx, place.estate.id, TODAY, LAST, since)
        return own, visit_overviews.numbers(tx, place.other_estate.id, TODAY, LAST, since)

    assert await database.turn(work) == (Numbers(today=2, week=3, late=2, done=1), Numbers(0, 0, 0, 0))


async def test_the_load_of_each_with_what_nobody_has(database: Database) -> None:
    place = await founded(database)

    def work(tx: Transaction) -> tuple[dict[int | None, Load], list[int]]:
        late = planned(tx, place, -1, place.volunteer.id)
        planned(tx, place, 2, place.volunteer.id)
        nobody_s = planned(tx, place, -3, None)
        for number, (person, liaison) in enumerate(
            ((place.resident.id, place.volunteer.id), (place.volunteer.id, None))
        ):
            cards.create(
                tx,
                number=str(number),
                token=f"t{number}",
                person_id=person,
                place_id=place.estate.id,
                liaison_id=liaison,
                deputy_id=None,
                about=About(),
                source="chat",
                now=NOW,
            )
        late_ones = [visit.id for visit in visit_overviews.late_at(tx, place.estate.id, TODAY, 9)]
        assert late_ones == [nobody_s, late]
        assert [visit.id for visit in visit_overviews.late_at(tx, place.estate.id, TODAY, 1, 1)] == [late]
        return visit_overviews.load_at(tx, place.estate.id, TODAY, LAST), late_ones

    found, _ = await database.turn(work)
    assert found == {place.volunteer.id: Load(1, 2, 1), None: Load(1, 1, 1)}


async def test_worries_that_nobody_has_read_are_counted(database: Database) -> None:
    place = await founded(database)
    add = """
    INSERT INTO worries (id, person_id, place_id, cause, raised_at, read_at)
    VALUES (:id, :person_id, :place_id, 'missed twice', 1, :read_at)
    """

    def work(tx: Transaction) -> int:
        for read_at in (None, 5):
            values = {"person_id": place.resident.id, "place_id": place.estate.id, "read_at": read_at}
            tx.run(add, id=tx.new_id(), **values)
        return visit_overviews.unread_worries(tx, place.estate.id)

    assert await database.turn(work) == 1
