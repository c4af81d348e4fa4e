"""The bench `broadcast`: 20,000 recipients at a limit of 300/s, answers after 50–150 ms; residents write meanwhile.

    python -m benchmarks.broadcasts.bench [PEOPLE] [KILLS]

Linli runs twice: once undisturbed (rate and replies), once with ten times SIGKILL (who got nothing, who got it twice).
Beside it, what is usually written, for a fixed time with one kill in the middle (see peers.py).
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks.broadcasts import peers
from benchmarks.broadcasts.run import Outcome, percentile, run, window
from benchmarks.machine import Row, table

BENCH, SYSTEM = "broadcast", "linli"
PEOPLE, KILLS = 20_000, 10


def rows(number: int = PEOPLE, kills: int = KILLS) -> list[Row]:
    """The rows of the bench. Each fault is told on standard error."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        calm = asyncio.run(run(Path(folder, "calm"), number, 0))
        killed = asyncio.run(run(Path(folder, "killed"), number, kills))
    for name, outcome in (("calm", calm), ("killed", killed)):
        for fault in outcome.faults:
            print(f"{BENCH} {name}: {fault}", file=sys.stderr)
    own = [Row(BENCH, SYSTEM, metric, value) for metric, value in _figures(calm, killed, kills).items()]
    return own + [
        Row(BENCH, name, metric, value)
        for name in peers.SYSTEMS
        for metric, value in peers.measure(name, number).items()
    ]


def _figures(calm: Outcome, killed: Outcome, kills: int) -> dict[str, float]:
    return {
        "share_of_limit": round(calm.share, 4),
        "http_429": calm.too_many + killed.too_many,
        "missed": calm.missed + killed.missed,
        "doubled_per_kill": (calm.doubled + killed.doubled) / max(1, kills),
        "unknown_per_kill": killed.unknown / max(1, kills),
        "in_flight_window": window(),
        "reply_p99_ms": round(percentile(calm.waits, 0.99) * 1000, 1),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="benchmarks.broadcasts.bench")
    parser.add_argument("people", nargs="?", type=int, default=PEOPLE)
    parser.add_argument("kills", nargs="?", type=int, default=KILLS)
    given = parser.parse_args()
    print(table(rows(given.people, given.kills)))
