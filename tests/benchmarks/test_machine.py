"""Figures are merged into latest.json so that each bench is of one run on one machine; the table shows them."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.machine import Row, machine, table, write_latest

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def test_a_bench_that_ran_again_replaces_all_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "latest.json"
    write_latest([Row("a", "x", "m", 1.0), Row("a", "y", "m", 2.0), Row("b", "x", "m", 3.0)], path, AT)
    write_latest([Row("a", "x", "m", 9.0)], path, AT)
    latest = json.loads(path.read_text())
    assert latest["at"] == "2026-11-23T01:00:00+00:00"
    assert latest["machine"] == machine()
    assert latest["rows"] == [
        {"bench": "b", "system": "x", "metric": "m", "value": 3.0},
        {"bench": "a", "system": "x", "metric": "m", "value": 9.0},
    ]


def test_rows_of_another_machine_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "latest.json"
    old = {"bench": "b", "system": "x", "metric": "m", "value": 3.0}
    path.write_text(json.dumps({"at": "", "machine": {"cores": 128, "python": "3.11"}, "rows": [old]}))
    write_latest([Row("a", "x", "m", 1.0)], path, AT)
    assert [row["bench"] for row in json.loads(path.read_text())["rows"]] == ["a"]


def test_the_table_has_a_line_for_each_system_and_a_dash_for_what_is_missing() -> None:
    text = table([Row("a", "x", "speed", 12345.6), Row("a", "x", "p99_ms", 4.125), Row("a", "longer", "speed", 7.0)])
    assert text == "a        speed  p99_ms\nx       12,346    4.12\nlonger       7       -"


def test_peak_memory_is_in_mebibytes_and_not_the_parents() -> None:
    ballast = os.urandom(200 * 1024 * 1024)
    code = (
        "import os; from benchmarks.machine import peak_mb; before = peak_mb(); "
        "block = os.urandom(64 * 1024 * 1024); print(before, peak_mb() - before)"
    )
    child = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    before, more = map(float, child.stdout.split())
    assert before < len(ballast) / 1024 / 1024
    assert 60 < more < 140
