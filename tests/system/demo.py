"""The demo in a process of its own, as `make run` starts it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def running_demo(folder: Path) -> Iterator[str]:
    """Runs it with its files in a folder; gives its address. It must end well, too."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LINLI_")}
    environment = {**kept, "LINLI_PORT": "0", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo"], cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        yield next(found[0] for line in process.stderr if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
    finally:
        process.terminate()
        process.communicate(timeout=30)
    assert process.returncode == 0
