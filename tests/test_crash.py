"""The service is killed while people talk: nothing is lost, nothing happens twice, little is said twice."""

import asyncio
from pathlib import Path

from benchmarks.crash.run import Outcome, Plan, crash
from benchmarks.crash.town import Town

FEW = Town(residents=tuple(range(1_001, 1_007)), volunteers=tuple(range(2_001, 2_005)))
KILLS = 5


async def test_every_update_has_one_effect_and_every_message_arrives(tmp_path: Path) -> None:
    """By polling and by webhook, beside each other to save time. `make bench ONLY=crash` kills fifty times."""
    for outcome in await asyncio.gather(_run(tmp_path / "polling", False), _run(tmp_path / "webhook", True)):
        verdict = outcome.verdict
        assert verdict.faults == ()
        assert (verdict.lost, verdict.doubled_effects) == (0, 0)
        assert verdict.updates >= len(FEW.residents) * 4
        assert 0 <= verdict.repeated_messages <= outcome.kills * outcome.window


async def _run(folder: Path, webhook: bool) -> Outcome:
    folder.mkdir()
    return await crash(Plan(webhook, KILLS, lives=(0.8, 2.5), town=FEW), folder)
