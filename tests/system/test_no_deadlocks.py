"""Turns that touch the same requests and people at the same time, on PostgreSQL with eight workers: none deadlocks."""

from pathlib import Path

from benchmarks.turns_at_once import live
from storage.database import open_database
from tests.bot.stage import KEYS

TURNS = 400  # `make bench ONLY=turns_at_once` makes ten thousand


async def test_turns_at_the_same_time_never_deadlock(demo_postgresql_url: str, tmp_path: Path) -> None:
    database = await open_database(demo_postgresql_url, KEYS)
    try:
        outcome = await live(database, tmp_path / "media", demo_postgresql_url, TURNS)
    finally:
        await database.close()
    assert (outcome.parked, outcome.deadlocks) == (0, 0)
    assert outcome.turns > TURNS / 2
