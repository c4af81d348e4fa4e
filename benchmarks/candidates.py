"""The bench `candidates`: how long it takes to choose whom to ask, among 15,000 volunteers and among 1,000,000.

    python -m benchmarks.candidates [linli-15k] [linli-1m]

122 communities, in each a team; every volunteer has a home, a way to be reached, and some tasks of the last weeks;
every resident an earlier request, often with a helper they were glad of. Requests come from random homes, and each
choice is made as the service makes it: out of a database in a file, with exact figures of those who were found.
"""

import argparse
import asyncio
import json
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from benchmarks import worker
from benchmarks.linli.bulk import bulk
from benchmarks.linli.district import ITEM, NOW, World, fill
from benchmarks.machine import Row, table
from bot.commands.load import find_pack, load_pack
from bot.community import read_community
from handlers.community import Community, Entrances
from handlers.offering import candidates, rings
from handlers.turn import Speaker
from storage import teams
from storage.catalogue import Item
from storage.database import open_database
from storage.sealing import Keyring
from storage.service_requests import Details, ServiceRequest
from storage.transaction import Transaction

BENCH, METRIC = "candidates", "p99_ms"
SYSTEMS = {"linli-15k": 15_000, "linli-1m": 1_000_000}
ROUNDS, CHOICES, SEED = 7, 500, 20261123
LIMIT = 900  # seconds for one system


def asked(world: World, rng: random.Random) -> tuple[ServiceRequest, int]:
    """A request from a random home, and the team that is asked."""
    number = rng.randrange(world.residents)
    home = world.home(number)
    team = world.team_of(home)
    request = ServiceRequest(
        id=1,
        number="20261123-0001",
        state="dispatched",
        item=ITEM,
        person_id=world.person(number),
        place_id=world.building(home),
        team_id=team,
        helper_id=None,
        details=Details(),
        note="",
        outcome=None,
        stars=None,
        respond_by=NOW,
        resolve_by=NOW,
        created_at=NOW,
        closed_at=None,
    )
    return request, team


async def measure(volunteers: int, folder: Path) -> dict[str, float]:
    """Milliseconds that all but one choice in a hundred need (the median of the rounds); seconds that filling took."""
    url, began, world = f"sqlite:///{folder / 'linli.db'}", perf_counter(), World(volunteers)
    database = await open_database(url, Keyring.fresh())
    try:
        await load_pack(database, find_pack("demo"))
        with bulk(url) as lines:
            fill(lines, world, random.Random(SEED))
        filled = perf_counter() - began
        community, _ = await read_community(database, ZoneInfo("Asia/Shanghai"), Entrances)
        rng, took = random.Random(SEED + 1), list[list[float]]()
        for _ in range(ROUNDS + 1):
            # Each choice is a turn of its own: a turn remembers what it has read, and the next one must not profit.
            took.append([await database.read(lambda tx: _choose(tx, community, world, rng)) for _ in range(CHOICES)])
        took.pop(0)  # the first round fills the caches of the disk
    finally:
        await database.close()
    slowest = median(sorted(each)[len(each) * 99 // 100] for each in took)
    usual = median(median(each) for each in took)
    return {METRIC: slowest * 1000, "p50_ms": usual * 1000, "filled_in_s": filled}


def _choose(tx: Transaction, community: Community, world: World, rng: random.Random) -> float:
    """Seconds that one choice took."""
    speaker = Speaker(tx, NOW, community)
    item: Item | None = speaker.item(ITEM)
    if item is None:
        raise LookupError(ITEM)
    request, team_id = asked(world, rng)
    began = perf_counter()
    team = teams.read(tx, team_id)
    chosen = candidates.ranked(candidates.find(speaker, request, item, team), rings.SIZE)
    took = perf_counter() - began
    if not chosen:
        raise LookupError("nobody was found")
    return took


def rows(systems: Sequence[str] = tuple(SYSTEMS)) -> list[Row]:
    """The rows of the bench, each system in a process of its own."""
    return [Row(BENCH, name, METRIC, round(_run(name)[METRIC], 3)) for name in systems]


def _run(name: str) -> dict[str, float]:
    return worker.run("benchmarks.candidates", f"{BENCH} {name}", LIMIT, name, "--worker")


def main() -> None:
    """Runs the bench, or one system of it as a worker."""
    parser = argparse.ArgumentParser(prog=BENCH)
    parser.add_argument("systems", nargs="*", default=list(SYSTEMS))
    parser.add_argument("--worker", action="store_true", help="measure one system here and print JSON")
    chosen = parser.parse_args()
    if not chosen.worker:
        print(table(rows(chosen.systems)))
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        print(json.dumps(asyncio.run(measure(SYSTEMS[chosen.systems[0]], Path(folder)))))


if __name__ == "__main__":
    main()
