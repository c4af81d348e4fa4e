"""What a benchmark ran on, and where its figures go: `benchmarks/latest.json` and a table in plain text."""

import json
import os
import platform
import resource
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: which bench, which system, which metric."""

    bench: str
    system: str
    metric: str
    value: float


def machine() -> dict[str, object]:
    """The machine: how many processors this process may use, and which Python runs."""
    return {"cores": _cores(), "python": platform.python_version()}


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def peak_mb() -> float:
    """The greatest resident memory of this process so far, in MiB.

    Linux keeps `ru_maxrss` across exec, so that a child starts with its parent's peak: there VmHWM is read instead.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def write_latest(rows: Sequence[Row], path: Path, at: datetime) -> None:
    """Merges `rows` into the file. A bench that was run again replaces all its rows, so that the systems of one bench
    are always of one run; rows of another machine are dropped."""
    latest: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {"machine": machine(), "rows": []}
    run = {row.bench for row in rows}
    kept = latest["rows"] if latest["machine"] == machine() else []
    merged = [row for row in kept if row["bench"] not in run] + [asdict(row) for row in rows]
    whole = {"at": at.isoformat(timespec="seconds"), "machine": machine(), "rows": merged}
    new = path.with_suffix(".new")
    new.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n")
    new.replace(path)


def table(rows: Sequence[Row]) -> str:
    """The rows as a table in plain text: for each bench a line for each system and a column for each metric."""
    return "\n\n".join(_bench(name, [row for row in rows if row.bench == name]) for name in _in_order(rows, "bench"))


def _bench(name: str, rows: Sequence[Row]) -> str:
    metrics, systems = _in_order(rows, "metric"), _in_order(rows, "system")
    cells = {(row.system, row.metric): _figure(row.value) for row in rows}
    lines = [[name, *metrics], *([system, *(cells.get((system, m), "-") for m in metrics)] for system in systems)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(metrics) + 1)]
    return "\n".join(
        line[0].ljust(widths[0]) + "".join("  " + cell.rjust(w) for cell, w in zip(line[1:], widths[1:], strict=True))
        for line in lines
    )


def _figure(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"


def _in_order(rows: Sequence[Row], attribute: str) -> list[str]:
    return list(dict.fromkeys(str(getattr(row, attribute)) for row in rows))
