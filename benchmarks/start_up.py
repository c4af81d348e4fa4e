"""The bench `start_up`: from `linli demo`, on an empty folder, to the first answer on the resident's phone."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx

from benchmarks.machine import Row

BENCH, SYSTEM = "start_up", "linli-demo"
ROUNDS = 3
LIMIT = 60.0  # seconds
PHONE = "/phone/resident"
CSRF = re.compile(r'<meta name="csrf" content="([^"]+)">')


def rows(rounds: int = ROUNDS) -> list[Row]:
    """The rows of the bench: the median of a few starts."""
    return [Row(BENCH, SYSTEM, "seconds", round(median(_start() for _ in range(rounds)), 2))]


def _start() -> float:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        began = time.perf_counter()
        with _demo(Path(folder)) as address, httpx.Client(base_url=address, timeout=LIMIT, trust_env=False) as page:
            _first_answer(page, address)
            return time.perf_counter() - began


@contextmanager
def _demo(folder: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LINLI_")}
    environment = kept | {
        "LINLI_DATABASE": f"sqlite:///{folder / 'demo.db'}",
        "LINLI_KEY_FILE": str(folder / "keys"),
        "LINLI_MEDIA": str(folder / "media"),
        "LINLI_PORT": str(port),
    }
    quiet = subprocess.DEVNULL
    with subprocess.Popen([sys.executable, "-m", "bot", "demo"], env=environment, stdout=quiet, stderr=quiet) as demo:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            demo.terminate()
            demo.wait(LIMIT)


def _first_answer(page: httpx.Client, address: str) -> None:
    """Opens the phone as soon as it is there, writes, and waits for an answer."""
    found = CSRF.search(_when_there(page))
    if found is None:
        raise RuntimeError("the page holds no token")
    headers = {"X-CSRF-Token": found[1], "Origin": address}
    said = {"text": "楼道灯坏了", "client_id": "bench-start-up"}
    page.post("/chat/resident/messages", json=said, headers=headers).raise_for_status()
    with page.stream("GET", "/chat/resident/events") as events:
        for line in events.iter_lines():
            if line.startswith("data: ") and _is_answer(json.loads(line.removeprefix("data: "))):
                return
    raise RuntimeError("the stream ended without an answer")


def _when_there(page: httpx.Client) -> str:
    deadline = time.perf_counter() + LIMIT
    while True:
        try:
            return page.get(PHONE).raise_for_status().text
        except httpx.TransportError:
            if time.perf_counter() > deadline:
                raise
            time.sleep(0.02)


def _is_answer(told: object) -> bool:
    bubbles = told.get("messages", []) if isinstance(told, dict) else []
    return any(not bubble["own"] and not bubble["member"] for bubble in bubbles)
