"""Measures one system in a process of its own and prints its figures as one line of JSON.

python -m benchmarks.dialogue_worker SYSTEM [--conversations N] [--concurrency N] [--rate TURNS_A_SECOND] …
"""

import argparse
import asyncio
import importlib
import json
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import cast

from benchmarks.dialogue import make_cast, make_conversations
from benchmarks.drive import Figures, System, drive


def named(path: str) -> Callable[[], System]:
    """A maker of the system `module:Class`. The module is loaded when it is made: peak memory must hold the libraries
    of the measured system alone."""

    def make() -> System:
        module, _, name = path.partition(":")
        return cast(System, getattr(importlib.import_module(module), name)())

    return make


SYSTEMS: dict[str, Callable[[], System]] = {
    "linli-sqlite": named("benchmarks.linli.system:LinliSqlite"),
    "linli-postgresql": named("benchmarks.linli.system:LinliPostgresql"),
    "ptb-sqlalchemy": named("benchmarks.peers.ptb_sqlalchemy.system:PtbSqlalchemy"),
    "aiogram-aiosqlite": named("benchmarks.peers.aiogram_aiosqlite.system:AiogramAiosqlite"),
}


async def measure(arguments: argparse.Namespace, folder: Path) -> Figures:
    """Opens the system in `folder`, plays the warm-up unmeasured, then plays and measures the conversations."""
    warmup, count, concurrency = arguments.warmup, arguments.conversations, arguments.concurrency
    people = make_cast(max(arguments.residents, warmup + count), concurrency, arguments.seed)
    conversations = make_conversations(people, warmup + count, arguments.seed)
    system = SYSTEMS[arguments.system]()
    await system.open(folder, people)
    try:
        await drive(system, conversations[:warmup], concurrency)
        return await drive(system, conversations[warmup:], concurrency, arguments.rate)
    finally:
        await system.close()


def parser() -> argparse.ArgumentParser:
    """The worker's command line."""
    parser = argparse.ArgumentParser(prog="dialogue_worker")
    parser.add_argument("system", choices=SYSTEMS)
    parser.add_argument("--conversations", type=int, default=320, help="measured requests, of eight turns each")
    parser.add_argument("--warmup", type=int, default=32, help="requests played before that, unmeasured")
    parser.add_argument("--concurrency", type=int, default=32, help="requests in flight")
    parser.add_argument("--residents", type=int, default=0, help="people in the tables (at least one a request)")
    parser.add_argument("--rate", type=float, default=None, help="turns a second; as fast as they go when left out")
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--folder", type=Path, default=None, help="where the database is made (and removed again)")
    return parser


def main() -> None:
    """Runs the worker."""
    arguments = parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=arguments.folder) as folder:
        print(json.dumps(asdict(asyncio.run(measure(arguments, Path(folder))))))


if __name__ == "__main__":
    main()
