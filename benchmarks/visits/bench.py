"""The bench `visits_wave`: planning a festival for 100,000 people in 34 communities, slice by slice as the job does it.

    python -m benchmarks.visits.bench [PEOPLE]

And a year of rhythm for 10,000 people, day by day, with all that happens in a town (see year.py): it must end without
a fault. `python -m benchmarks.visits.bench --year [PEOPLE]`
"""

import argparse
import asyncio
import json
import random
import resource
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import cast
from zoneinfo import ZoneInfo

from benchmarks import worker
from benchmarks.machine import Row
from benchmarks.visits.town import OF_A_COMMUNITY, Town, fill
from benchmarks.visits.year import Year, disturb, faults
from bot.commands.load import find_pack
from handlers.community import Community
from handlers.packs import read_pack
from handlers.rhythms import waves
from handlers.turn import Speaker
from handlers.understanding import Snapshot
from storage.database import Database, open_database
from storage.sealing import Keyring

BENCH, SYSTEM = "visits_wave", "linli-sqlite"
YEAR = "visits_year"
PEOPLE, PEOPLE_OF_YEAR = 100_000, 10_000
BEGAN, FESTIVAL = date(2026, 12, 1), datetime(2027, 1, 3, 2, tzinfo=UTC)  # 34 days before the Spring Festival
FIRST_OF_YEAR = date(2026, 1, 5)
DAYS = 365
SHARE = 0.004  # of the people, each day: somebody is away, back, or wishes otherwise
SEED = 20261123
LIMIT = 3_600  # seconds for one run


async def wave(people: int, folder: Path) -> dict[str, float]:
    """Seconds for a wave, the longest slice in milliseconds, the peak of memory in MB, and who found no room."""
    database, community = await _opened(folder)
    try:
        await _filled(database, people, BEGAN)
        began, longest, more = perf_counter(), 0.0, True
        while more:
            at = perf_counter()
            more = await database.turn(lambda tx: waves.plan_waves(Speaker(tx, FESTIVAL, community)))
            longest = max(longest, perf_counter() - at)
        seconds = perf_counter() - began
    finally:
        await database.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "peak_mb": peak, "longest_slice_ms": longest * 1000}


async def year(people: int, folder: Path) -> dict[str, float]:
    """A year day by day: the faults, and the seconds that it took. Each fault is printed."""
    database, community = await _opened(folder)
    try:
        town = await _filled(database, people, FIRST_OF_YEAR)
        began = perf_counter()
        played = Year(database, community, town, FIRST_OF_YEAR)
        happened = await disturb(played, random.Random(SEED), DAYS, SHARE)
        found = await faults(played)
    finally:
        await database.close()
    for fault in found:
        print(fault, file=sys.stderr)
    return {"faults": len(found), "seconds": perf_counter() - began, **happened}


def rows() -> list[Row]:
    """The rows of the wave."""
    figures = _run([])
    return [Row(BENCH, SYSTEM, metric, round(figures[metric], 1)) for metric in ("seconds", "peak_mb")]


def rows_of_year() -> list[Row]:
    """The rows of the year."""
    figures = _run(["--year"])
    return [Row(YEAR, SYSTEM, metric, round(figures[metric], 1)) for metric in ("faults", "seconds")]


def _run(arguments: list[str]) -> dict[str, float]:
    return worker.run("benchmarks.visits.bench", BENCH, LIMIT, *arguments)


async def _opened(folder: Path) -> tuple[Database, Community]:
    database = await open_database(f"sqlite:///{folder / 'linli.db'}", Keyring.fresh())
    no_texts = cast(Snapshot, None)  # nobody writes anything here, and learning to read would take more than all else
    return database, Community(read_pack(find_pack("demo")), no_texts, ZoneInfo("Asia/Shanghai"))


async def _filled(database: Database, people: int, on: date) -> Town:
    town, rng = Town(), random.Random(SEED)
    now = datetime(on.year, on.month, on.day, tzinfo=UTC)
    left = people
    while left > 0:
        number = min(left, OF_A_COMMUNITY)
        await database.turn(lambda tx, number=number: fill(tx, town, number, on, now, rng))  # type: ignore[misc]
        left -= number
    return town


def main() -> None:
    """One run in this process; its figures as JSON."""
    parser = argparse.ArgumentParser(prog="benchmarks.visits.bench")
    parser.add_argument("people", nargs="?", type=int)
    parser.add_argument("--year", action="store_true")
    given = parser.parse_args()
    people = given.people or (PEOPLE_OF_YEAR if given.year else PEOPLE)
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run((year if given.year else wave)(people, Path(folder)))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
