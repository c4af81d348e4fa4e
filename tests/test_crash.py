"""The service is killed while people talk: nothing is lost, nothing happens twice, little is said twice."""

from pathlib import Path

import pytest

from benchmarks.crash.run import Plan, crash
from benchmarks.crash.town import Town

FEW = Town(residents=tuple(range(1_001, 1_009)), volunteers=tuple(range(2_001, 2_004)))


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_every_update_has_one_effect_and_every_message_arrives(webhook: bool, tmp_path: Path) -> None:
    outcome = await crash(Plan(webhook, kills=6, lives=(1.0, 3.0), town=FEW), tmp_path)
    verdict = outcome.verdict
    assert verdict.faults == ()
    assert (verdict.lost, verdict.doubled_effects) == (0, 0)
    assert verdict.updates >= len(FEW.residents) * 4
    assert 0 <= verdict.repeated_messages <= outcome.kills * outcome.window
