"""The bench `audience_freeze`: the list of a broadcast to 1,000,000 people, made in slices as the job does it, while
somebody composes the next one beside it.

    python -m benchmarks.broadcasts.freeze [PEOPLE]

`longest_block_ms` is the longest time that a turn of the composing waited for its commit.
"""

import argparse
import asyncio
import json
import multiprocessing
import resource
import tempfile
from pathlib import Path
from time import perf_counter
from types import SimpleNamespace
from typing import cast
from zoneinfo import ZoneInfo

from benchmarks import worker
from benchmarks.broadcasts import big_town
from benchmarks.linli.bulk import bulk
from benchmarks.machine import Row
from handlers.audience import audience
from handlers.audience.audience import Audience
from handlers.broadcasts import content
from handlers.broadcasts.content import Content
from handlers.broadcasts.going_out import freezing
from handlers.community import Community
from handlers.turn import Speaker
from storage import broadcasts, dialogues, people
from storage.broadcasts import DRAFT, FREEZING, Broadcast
from storage.database import Database, open_database
from storage.ids import IdMaker
from storage.sealing import Keyring
from storage.transaction import Transaction

BENCH, SYSTEM = "audience_freeze", "linli-sqlite"
METRICS = ("seconds", "peak_mb", "longest_block_ms")
PEOPLE = 1_000_000
BETWEEN_TURNS = 0.05  # seconds: whoever composes presses about as often as a button can be pressed
SEED = 20261124
LIMIT = 900  # seconds for the whole run
COUNT = "SELECT COUNT(*) AS n FROM recipients WHERE broadcast_id = :id"


def measure(folder: Path, number: int) -> dict[str, float]:
    """Seconds for the list, the peak of this process's memory, the longest wait of a turn beside it."""
    keys = Keyring.fresh()
    url = f"sqlite:///{folder / 'linli.db'}"
    _fill_elsewhere(url, keys, number)
    return asyncio.run(_opened(url, keys, number))


def rows() -> list[Row]:
    """The rows of the bench."""
    figures = worker.run("benchmarks.broadcasts.freeze", BENCH, LIMIT)
    return [Row(BENCH, SYSTEM, metric, round(figures[metric], 1)) for metric in METRICS]


async def _opened(url: str, keys: Keyring, number: int) -> dict[str, float]:
    database = await open_database(url, keys)
    try:
        return await _measure(database, number)
    finally:
        await database.close()


async def _measure(database: Database, number: int) -> dict[str, float]:
    community = cast(Community, SimpleNamespace(zone=ZoneInfo("Asia/Shanghai")))  # nothing is said here
    broadcast = await database.turn(_to_everybody)
    over = asyncio.Event()
    composing = asyncio.create_task(_compose(database, broadcast, over))
    began, longest, more = perf_counter(), 0.0, True
    while more:
        at = perf_counter()
        more = await database.turn(lambda tx: freezing.freeze(Speaker(tx, big_town.NOW, community)))
        longest = max(longest, perf_counter() - at)
    seconds = perf_counter() - began
    over.set()
    waits = await composing
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    await database.read(lambda tx: _must_be_whole(tx, broadcast, number))
    return {
        "seconds": seconds,
        "peak_mb": peak,
        "longest_block_ms": max(waits) * 1000,
        "longest_slice_ms": longest * 1000,
        "turns_beside": len(waits),
    }


async def _compose(database: Database, broadcast: Broadcast, over: asyncio.Event) -> list[float]:
    """Another draft is written, word by word, until the list is whole; how long each turn took."""
    waits: list[float] = []
    draft = await database.turn(lambda tx: _draft(tx, broadcast.place_id, broadcast.drafter_id))
    while not (waits and over.is_set()):
        began = perf_counter()
        await database.turn(lambda tx: _write_on(tx, draft))
        waits.append(perf_counter() - began)
        await asyncio.sleep(BETWEEN_TURNS)
    return waits


def _write_on(tx: Transaction, draft: Broadcast) -> None:
    """What a step of composing writes: where the drafter stands, the words, whom it concerns."""
    standing = dialogues.lock_of(tx, draft.drafter_id)
    if standing is None:
        raise AssertionError("whoever composes has a dialogue")
    standing.form, standing.step, standing.answers = "broadcast", "words", {"broadcast": draft.id, "n": tx.new_id()}
    dialogues.save(tx, standing, big_town.NOW)
    said = Content("停水通知", f"明天停水，第 {tx.new_id()} 稿")
    broadcasts.set_body(tx, draft.id, content.encode(said), said.whole)
    broadcasts.set_audience(tx, draft.id, audience.encode(Audience(places=(draft.place_id,), not_away=True)))


def _to_everybody(tx: Transaction) -> Broadcast:
    place_id = tx.get("SELECT id FROM places WHERE parent_id IS NULL")["id"]
    drafter = people.create(tx, "zh-CN", big_town.NOW)
    dialogues.create(tx, drafter.id, big_town.NOW)
    draft = _draft(tx, place_id, drafter.id)
    broadcasts.move(tx, draft.id, DRAFT, FREEZING)
    return draft


def _draft(tx: Transaction, place_id: int, drafter_id: int) -> Broadcast:
    whom = audience.encode(Audience(places=(place_id,)))
    said = Content("停水通知", "明天停水")
    values = {"kind": broadcasts.ROUTINE, "body": content.encode(said), "words": said.whole, "audience": whom}
    return broadcasts.create(tx, place_id=place_id, drafter_id=drafter_id, now=big_town.NOW, **values)


def _must_be_whole(tx: Transaction, broadcast: Broadcast, number: int) -> None:
    """Raises AssertionError where somebody is missing on the list; nobody can stand on it twice."""
    row = tx.get(COUNT, id=broadcast.id)
    found = broadcasts.get(tx, broadcast.id)
    if (row["n"], found.people) != (number, number):
        raise AssertionError(f"{row['n']} rows, {found.people} counted, for {number} people")


def _fill_elsewhere(url: str, keys: Keyring, number: int) -> None:
    """In a process of its own, so that filling takes no memory of this one."""
    filling = multiprocessing.get_context("fork").Process(target=_fill, args=(url, keys, number))
    filling.start()
    filling.join()
    if filling.exitcode:
        raise RuntimeError("the database could not be filled")


def _fill(url: str, keys: Keyring, number: int) -> None:
    buildings = asyncio.run(_build(url, keys, number))
    with bulk(url) as opened:
        big_town.fill(opened, keys, IdMaker(), number, buildings, SEED)


async def _build(url: str, keys: Keyring, number: int) -> list[int]:
    database = await open_database(url, keys)
    try:
        return await database.turn(lambda tx: big_town.build(tx, number))
    finally:
        await database.close()


def main() -> None:
    """One run in this process; its figures as JSON."""
    parser = argparse.ArgumentParser(prog="benchmarks.broadcasts.freeze")
    parser.add_argument("people", nargs="?", type=int, default=PEOPLE)
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder), parser.parse_args().people)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
