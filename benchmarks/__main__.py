"""All benches: `python -m benchmarks [--only NAME]` prints one table and writes `benchmarks/latest.json`."""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import candidates, growth, request_dialogue, start_up, turns_at_once
from benchmarks.broadcasts import bench as broadcast
from benchmarks.broadcasts import freeze
from benchmarks.crash import bench as crash
from benchmarks.machine import Row, table, write_latest
from benchmarks.understanding import bench as understanding
from benchmarks.understanding import scale
from benchmarks.visits import bench as visits
from benchmarks.visits import due

LATEST = Path(__file__).parent / "latest.json"
BENCHES: dict[str, Callable[[], list[Row]]] = {
    start_up.BENCH: start_up.rows,
    request_dialogue.BENCH: request_dialogue.rows,
    growth.BENCH: growth.rows,
    crash.BENCH: crash.rows,
    candidates.BENCH: candidates.rows,
    understanding.BENCH: understanding.rows,
    scale.BENCH: scale.rows,
    turns_at_once.BENCH: turns_at_once.rows,
    due.BENCH: due.rows,
    visits.BENCH: visits.rows,
    visits.YEAR: visits.rows_of_year,
    broadcast.BENCH: broadcast.rows,
    freeze.BENCH: freeze.rows,
}


def main(arguments: list[str] | None = None) -> None:
    """Runs the benches in turn. What a bench found is written as soon as it has ended."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--only", choices=BENCHES, metavar="NAME", help=f"one of {', '.join(BENCHES)}")
    only = parser.parse_args(arguments).only
    found: list[Row] = []
    for name in [only] if only else list(BENCHES):
        print(f"{name} …", file=sys.stderr, flush=True)
        began = time.monotonic()
        rows = BENCHES[name]()
        write_latest(rows, LATEST, datetime.now(UTC))
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        found += rows
    print(table(found))


if __name__ == "__main__":
    main()
