"""The bench of freezing, on a town of a few hundred: everybody is on the list once, while somebody composes."""

from pathlib import Path

from benchmarks.broadcasts.freeze import METRICS, measure


def test_a_small_town_is_listed_whole(tmp_path: Path) -> None:
    figures = measure(tmp_path, 300)
    assert set(METRICS) <= figures.keys()
    assert figures["turns_beside"] >= 1
