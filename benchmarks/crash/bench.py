"""The bench `crash`: 50 kills with SIGKILL while people talk, by polling and by webhook.

Nothing here is a matter of speed, so the two modes run beside each other.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks.crash.run import Outcome, Plan, crash
from benchmarks.machine import Row

BENCH = "crash"
KILLS = 50
MODES = {"linli-polling": False, "linli-webhook": True}


def rows(kills: int = KILLS) -> list[Row]:
    """The rows of the bench. Each fault is told on standard error."""
    return asyncio.run(_rows(kills))


async def _rows(kills: int) -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        outcomes = await asyncio.gather(*(_run(Path(folder, name), Plan(hook, kills)) for name, hook in MODES.items()))
    for name, outcome in zip(MODES, outcomes, strict=True):
        for fault in outcome.verdict.faults:
            print(f"{BENCH} {name}: {fault}", file=sys.stderr)
    return [row for name, outcome in zip(MODES, outcomes, strict=True) for row in _figures(name, outcome)]


async def _run(folder: Path, plan: Plan) -> Outcome:
    folder.mkdir()
    return await crash(plan, folder)


def _figures(name: str, outcome: Outcome) -> list[Row]:
    figures = {"kills": outcome.kills, **outcome.verdict.figures(), "in_flight_window": outcome.window}
    return [Row(BENCH, name, metric, value) for metric, value in figures.items()]
