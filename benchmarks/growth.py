"""The bench `request_dialogue_growth`: how much dearer a turn is with 1,000,000 residents and 100,000 open requests.

    python -m benchmarks.growth [linli-sqlite] [linli-postgresql] [--residents N]

Both databases are open in one process and measured in turn, so that whatever else the machine does meets both alike.
Those who talk are drawn from all residents. `cost_ratio` is seconds a turn in the large one against the small one.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import worker
from benchmarks.dialogue import Conversation, make_cast, make_conversations
from benchmarks.drive import drive
from benchmarks.linli.system import Linli, LinliPostgresql, LinliSqlite
from benchmarks.machine import Row, table

BENCH = "request_dialogue_growth"
SYSTEMS: dict[str, type[Linli]] = {"linli-sqlite": LinliSqlite, "linli-postgresql": LinliPostgresql}
SMALL, LARGE = 1_000, 1_000_000
RESIDENTS_PER_REQUEST = 10
WARMUP, CONVERSATIONS, CONCURRENCY, ROUNDS, SEED = 64, 128, 32, 5, 20261123
LIMIT = 600  # seconds for one system


class Town:
    """A system with its people, played slice by slice."""

    def __init__(self, kind: type[Linli], residents: int, folder: Path) -> None:
        self._cast = make_cast(residents, CONCURRENCY, SEED)
        self._system = kind(residents // RESIDENTS_PER_REQUEST)
        self._folder = folder
        self._left: list[Conversation] = make_conversations(self._cast, WARMUP + ROUNDS * CONVERSATIONS, SEED)

    async def open(self) -> None:
        """Fills the tables."""
        self._folder.mkdir()
        await self._system.open(self._folder, self._cast)

    async def play(self, count: int) -> float:
        """Plays the next conversations; returns seconds a turn."""
        now, self._left = self._left[:count], self._left[count:]
        figures = await drive(self._system, now, CONCURRENCY)
        return figures.seconds / figures.turns

    async def close(self) -> None:
        """Closes the database."""
        await self._system.close()


async def compare(kind: type[Linli], large: int, folder: Path) -> dict[str, float]:
    """The ratio, and the seconds that filling took."""
    began = perf_counter()
    towns = [Town(kind, SMALL, folder / "small"), Town(kind, large, folder / "large")]
    opened: list[Town] = []
    try:
        for town in towns:
            await town.open()
            opened.append(town)
        filled = perf_counter() - began
        took: list[list[float]] = [[], []]
        for town in towns:
            await town.play(WARMUP)
        for _ in range(ROUNDS):
            for town, seconds in zip(towns, took, strict=True):
                seconds.append(await town.play(CONVERSATIONS))
    finally:
        for town in opened:
            await town.close()
    return {"cost_ratio": median(took[1]) / median(took[0]), "filled_in_s": filled}


def rows(systems: Sequence[str] = tuple(SYSTEMS), residents: int = LARGE) -> list[Row]:
    """The rows of the bench, each system in a process of its own."""
    return [Row(BENCH, name, "cost_ratio", round(_run(name, residents)["cost_ratio"], 3)) for name in systems]


def _run(name: str, residents: int) -> dict[str, float]:
    return worker.run("benchmarks.growth", f"{BENCH} {name}", LIMIT, name, "--worker", "--residents", str(residents))


def main() -> None:
    """Runs the bench, or one system of it as a worker."""
    parser = argparse.ArgumentParser(prog=BENCH)
    parser.add_argument("systems", nargs="*", default=list(SYSTEMS))
    parser.add_argument("--residents", type=int, default=LARGE)
    parser.add_argument("--worker", action="store_true", help="measure one system here and print JSON")
    chosen = parser.parse_args()
    if not chosen.worker:
        print(table(rows(chosen.systems, chosen.residents)))
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        print(json.dumps(asyncio.run(compare(SYSTEMS[chosen.systems[0]], chosen.residents, Path(folder)))))


if __name__ == "__main__":
    main()
