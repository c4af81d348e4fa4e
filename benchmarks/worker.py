"""A system of a bench measured in a process of its own, so that neither memory nor caches of one meet another."""

import json
import subprocess
import sys


def run(module: str, label: str, limit: float, *arguments: str) -> dict[str, float]:
    """The figures that `python -m module ARGUMENTS` prints as its last line (JSON), within so many seconds.

    `label`: what they stand under in the log. Raises CalledProcessError where it fails.
    """
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=limit)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    print(f"{label}: {figures}", file=sys.stderr)
    return figures
