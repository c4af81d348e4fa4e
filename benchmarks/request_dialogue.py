"""The bench `request_dialogue`: the thin loop's dialogue, Linli and the usual ways side by side in one run.

    python -m benchmarks.request_dialogue [SYSTEM …] [--rounds N] [--conversations N] [--write]

In each round every system runs in turn, in a process of its own: once as fast as it goes (`turns_per_second`,
`peak_mb`), once at half of that rate (`p50_ms`, `p99_ms`). The median over the rounds is kept.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.dialogue_worker import SYSTEMS
from benchmarks.drive import Figures
from benchmarks.machine import Row, table, write_latest

BENCH = "request_dialogue"
LATEST = Path(__file__).parent / "latest.json"
ROUNDS = 3
LIMIT = 300  # seconds for one run of one system


def run(system: str, *options: str) -> Figures:
    """One run in a process of its own. Raises CalledProcessError or TimeoutExpired when it fails."""
    command = [sys.executable, "-m", "benchmarks.dialogue_worker", system, *options]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=LIMIT)
    return Figures(**json.loads(done.stdout.splitlines()[-1]))


def measure(systems: Sequence[str], rounds: int, options: Sequence[str], half_load: float | None = None) -> list[Row]:
    """The rows of the bench. `half_load` in turns a second; half of what the system itself reached when left out."""
    kept: dict[tuple[str, str], list[float]] = {}
    for _ in range(rounds):
        for system in systems:
            fast = run(system, *options)
            half = run(system, *options, "--rate", str(half_load or fast.turns_per_second / 2))
            figures = {
                "turns_per_second": fast.turns_per_second,
                "p50_ms": half.p50_ms,
                "p99_ms": half.p99_ms,
                "peak_mb": max(fast.peak_mb, half.peak_mb),
            }
            for metric, value in figures.items():
                kept.setdefault((system, metric), []).append(value)
    return [Row(BENCH, system, metric, round(median(values), 3)) for (system, metric), values in kept.items()]


def rows() -> list[Row]:
    """The rows of the bench as it stands in `latest.json`."""
    return measure(list(SYSTEMS), ROUNDS, ())


def main() -> None:
    """Runs the bench, prints the table, and writes `latest.json` when asked to."""
    parser = argparse.ArgumentParser(prog=BENCH)
    parser.add_argument("systems", nargs="*", default=list(SYSTEMS))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--half-load", type=float, default=None, help="turns a second of the second run")
    parser.add_argument("--conversations", default="320")
    parser.add_argument("--concurrency", default="32")
    parser.add_argument("--write", action="store_true", help="merge the rows into benchmarks/latest.json")
    chosen = parser.parse_args()
    options = ["--conversations", chosen.conversations, "--concurrency", chosen.concurrency]
    rows = measure(chosen.systems, chosen.rounds, options, chosen.half_load)
    print(table(rows))
    if chosen.write:
        write_latest(rows, LATEST, datetime.now(UTC))


if __name__ == "__main__":
    main()
