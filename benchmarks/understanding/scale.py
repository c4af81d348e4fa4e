"""The bench `understanding_scale`: the whole service with 300 items of 40 phrases and 2,000 questions.

How long `linli serve` takes until it answers, the greatest memory of that process by then, and the time that
understanding a text takes with such a pack.
"""

import os
import pickle
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import httpx

from benchmarks import worker
from benchmarks.machine import Row
from benchmarks.understanding import big_pack
from benchmarks.understanding.bench import TEXTS
from bot.commands.load import find_pack
from bot.samples import read_samples
from handlers.packs import read_pack

BENCH, SYSTEM = "understanding_scale", "linli"
ROUNDS, LIMIT = 3, 120.0  # seconds


def rows(rounds: int = ROUNDS) -> list[Row]:
    """The rows of the bench."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        big_pack.write(find_pack("demo"), folder / "big")
        environment = _environment(folder)
        _linli(environment, "load", str(folder / "big"), "--yes")
        starts = [_start(environment) for _ in range(rounds)]
        p99 = median(_p99(folder) for _ in range(rounds))
    found = {
        "start_s": median(seconds for seconds, _ in starts),
        "peak_mb": median(peak for _, peak in starts),
        "p99_ms": p99,
    }
    return [Row(BENCH, SYSTEM, metric, round(value, 3)) for metric, value in found.items()]


def _environment(folder: Path) -> dict[str, str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return {name: value for name, value in os.environ.items() if not name.startswith("LINLI_")} | {
        "LINLI_DATABASE": f"sqlite:///{folder / 'linli.db'}",
        "LINLI_KEY_FILE": str(folder / "keys"),
        "LINLI_MEDIA": str(folder / "media"),
        "LINLI_PORT": str(port),
    }


def _linli(environment: dict[str, str], *arguments: str) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run([sys.executable, "-m", "bot", *arguments], env=environment, check=True, stdout=quiet, timeout=LIMIT)


def _start(environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until the service answers, and its greatest memory so far in MiB."""
    quiet, began = subprocess.DEVNULL, time.perf_counter()
    command = [sys.executable, "-m", "bot", "serve"]
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as serving:
        try:
            _answers(f"http://127.0.0.1:{environment['LINLI_PORT']}/healthz", serving)
            return time.perf_counter() - began, _peak_mb(serving.pid)
        finally:
            serving.terminate()
            serving.wait(LIMIT)


def _answers(address: str, serving: "subprocess.Popen[bytes]") -> None:
    deadline = time.perf_counter() + LIMIT
    with httpx.Client(trust_env=False) as client:
        while True:
            try:
                client.get(address).raise_for_status()
                return
            except httpx.TransportError:
                if serving.poll() is not None or time.perf_counter() > deadline:
                    raise
                time.sleep(0.02)


def _peak_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")) / 1024


def _p99(folder: Path) -> float:
    """Milliseconds that all but one text in a hundred need, in a process of its own."""
    pack, samples = folder / "pack", folder / "samples"
    if not pack.exists():
        pack.write_bytes(pickle.dumps(read_pack(folder / "big")))
        samples.write_bytes(pickle.dumps(read_samples(TEXTS)))
    module = "benchmarks.understanding.worker"
    return worker.run(module, f"{BENCH} {SYSTEM}", LIMIT, SYSTEM, str(pack), str(samples))["p99_ms"]
