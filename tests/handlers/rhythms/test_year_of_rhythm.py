"""A time of rhythm, day by day: whatever happens, nobody is visited twice, forgotten, or on a day off, and nobody has
more visits on a day than one can make. A whole year of 10,000 people is a bench (benchmarks/visits)."""

import asyncio
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.visits.town import Town, fill
from benchmarks.visits.year import Year, disturb, faults
from handlers.rhythms import rhythm, rules
from handlers.visits import arranging
from storage import cards, rhythms, visits
from storage.database import Database, open_database
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.bot.stage import demo_community

PEOPLE = 24
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@contextmanager
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


async def opened(where: Path, began: date, seed: int, people: int = PEOPLE) -> tuple[Database, Year]:
    database = await open_database(f"sqlite:///{where}/year.db", Keyring.fresh())
    town, rng = Town(), random.Random(seed)
    now = datetime(began.year, began.month, began.day, tzinfo=UTC)
    await database.turn(lambda tx: fill(tx, town, people, began, now, rng))
    return database, Year(database, demo_community(), town, began)


async def played(began: date, days: int, seed: int, share: float) -> list[str]:
    with folder() as where:
        database, year = await opened(where, began, seed)
        try:
            await disturb(year, random.Random(seed), days, share)
            return await faults(year)
        finally:
            await database.close()


@FEW
@given(
    seed=st.integers(0, 2**32),
    began=st.dates(date(2025, 1, 1), date(2027, 6, 1)),
    days=st.integers(40, 130),
    share=st.sampled_from([0.0, 0.01, 0.05]),
)
def test_none_twice_none_forgotten_none_on_a_day_off(seed: int, began: date, days: int, share: float) -> None:
    assert asyncio.run(played(began, days, seed, share)) == []


async def test_a_whole_year_of_a_few(tmp_path: Path) -> None:
    database, year = await opened(tmp_path, date(2026, 1, 5), 7)
    await disturb(year, random.Random(7), 365, 0.02)
    assert await faults(year) == []
    await database.close()


async def test_what_is_wrong_is_seen(tmp_path: Path) -> None:
    """The check itself must be able to fail: a visit taken away, one put too near, one on a Sunday, five on a day."""
    database, year = await opened(tmp_path, date(2026, 3, 2), 3)
    await year.pass_days(100)
    assert await faults(year) == []

    def sunday(tx: Transaction) -> None:
        tx.run("UPDATE visits SET day = '2026-06-07' WHERE id = (SELECT MAX(id) FROM visits)")

    await database.turn(sunday)
    assert any("day off" in fault for fault in await faults(year))

    def near(tx: Transaction) -> None:
        tx.run("UPDATE visits SET day = '2026-06-05', person_id = (SELECT MAX(person_id) FROM visits)")

    await database.turn(near)
    assert any("twice" in fault for fault in await faults(year))

    def gone(tx: Transaction) -> None:
        tx.run("DELETE FROM visit_moves")
        tx.run("DELETE FROM visits")

    await database.turn(gone)
    assert any("forgotten" in fault for fault in await faults(year))


@pytest.mark.parametrize("why", ["away", "away for long", "no"])
async def test_a_visit_to_who_wants_none_is_seen(tmp_path: Path, why: str) -> None:
    """Somebody is away or says no on the day before their visit, and it is there again."""
    database, year = await opened(tmp_path, date(2026, 3, 2), 3)
    await year.run_jobs(date(2026, 4, 1))

    def first(tx: Transaction) -> tuple[int, date]:
        row = tx.get("SELECT v.day, c.id AS card FROM visits v JOIN cards c ON c.person_id = v.person_id LIMIT 1")
        return row["card"], date.fromisoformat(row["day"])

    card, day = await database.read(first)
    year.today = day - timedelta(days=1)
    await (year.wish(card, cards.NONE) if why == "no" else year.pause(card, None if why == "away for long" else 9))
    await year.pass_days(1)
    assert year.faults == []
    year.today = day - timedelta(days=1)
    await database.turn(lambda tx: tx.run("UPDATE visits SET state = 'planned', ended_at = NULL"))
    await year.pass_days(1)
    assert any("away or said no" in fault for fault in year.faults)
    await database.close()


async def test_half_of_the_visits_to_those_visited_often_are_calls(tmp_path: Path) -> None:
    """Over four months every second routine visit to them is a call; to those visited each quarter none is."""
    database, year = await opened(tmp_path, date(2026, 3, 2), 11)
    await year.pass_days(125)

    def calls(tx: Transaction) -> tuple[list[list[int]], list[list[int]]]:
        found: tuple[list[list[int]], list[list[int]]] = ([], [])
        for card_id, person_id in year.town.people.items():
            sql = "SELECT as_call FROM visits WHERE person_id = :id AND kind = 'routine' AND state <> 'cancelled'"
            rows = tx.all(f"{sql} ORDER BY id", id=person_id)
            often = rules.calls_for(cards.get(tx, card_id).about, None) == rhythms.HALF_CALLS
            found[0 if often else 1].append([int(row["as_call"]) for row in rows])
        return found

    often, seldom = await database.read(calls)
    assert len(often) > 1 and all(len(each) >= 3 for each in often)
    assert all(abs(2 * sum(each) - len(each)) <= 1 for each in often), often
    assert seldom and not any(any(each) for each in seldom)
    await database.close()


async def test_a_day_that_is_too_full_is_seen(tmp_path: Path) -> None:
    database, year = await opened(tmp_path, date(2026, 3, 2), 3)
    await year.run_jobs(date(2026, 4, 1))
    await database.turn(
        lambda tx: tx.run("UPDATE visits SET day = '2026-12-01', visitor_id = (SELECT MAX(visitor_id) FROM visits)")
    )
    await year.pass_days(1)
    assert any("visits of one visitor" in fault for fault in year.faults)


@pytest.mark.parametrize("days", [1, 30, 400])
async def test_after_a_standstill_nobody_is_flooded(tmp_path: Path, days: int) -> None:
    database, year = await opened(tmp_path, date(2025, 6, 2), 5)
    await year.pass_days(30)
    await year.stand_still(days)
    await year.pass_days(3)

    def most(tx: Transaction) -> int:
        rows = tx.all("SELECT COUNT(*) AS n FROM visits WHERE state = 'planned' GROUP BY person_id")
        return max(int(row["n"]) for row in rows)

    assert await database.read(most) <= 2


async def test_planning_again_plans_nothing_again(database: Database) -> None:
    """On both engines: a second round of the jobs, and a begin for who has begun, change nothing."""
    town, began = Town(), date(2026, 3, 2)
    await database.turn(lambda tx: fill(tx, town, 8, began, datetime(2026, 3, 2, tzinfo=UTC), random.Random(2)))
    year = Year(database, demo_community(), town, began)
    await year.pass_days(60)
    before = await database.read(lambda tx: len(tx.all("SELECT id FROM visits")))
    await year.run_jobs(year.today)

    def begin(tx: Transaction) -> None:
        for card_id in town.people:
            card = cards.lock(tx, card_id)
            assert card is not None
            rhythm.begin(year.speaker(tx, year.today), card)

    await database.turn(begin)
    await year.run_jobs(year.today)
    assert await database.read(lambda tx: len(tx.all("SELECT id FROM visits"))) == before
    assert await faults(year) == []


async def test_a_made_visit_stands_for_the_one_planned_near_it(database: Database) -> None:
    town, began = Town(), date(2026, 3, 2)
    await database.turn(lambda tx: fill(tx, town, 12, began, datetime(2026, 3, 2, tzinfo=UTC), random.Random(4)))
    year = Year(database, demo_community(), town, began)
    await year.run_jobs(date(2026, 5, 25))

    def made(tx: Transaction) -> list[str]:
        row = tx.get("SELECT id, person_id FROM visits WHERE kind = 'routine' ORDER BY day LIMIT 1")
        planned = visits.read(tx, row["id"])
        assert planned is not None
        speaker = year.speaker(tx, date(2026, 5, 25))
        by_hand = arranging.arrange(
            speaker,
            person_id=planned.person_id,
            place_id=planned.place_id,
            kind=visits.ROUTINE,
            day=planned.day,
            visitor_id=planned.visitor_id,
        )
        visits.end(tx, by_hand.id, visits.DONE, speaker.now)
        rhythm.visited(speaker, by_hand)
        rows = tx.all("SELECT state FROM visits WHERE person_id = :person ORDER BY id", person=planned.person_id)
        return [str(each["state"]) for each in rows]

    assert await database.turn(made) == ["cancelled", "done"]
