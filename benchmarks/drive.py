"""Drives a system through conversations and measures each turn, from the bytes of an update to its commit."""

import asyncio
import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Protocol

from benchmarks.dialogue import Cast, Conversation, Post, Said
from benchmarks.machine import peak_mb


class System(Protocol):
    """What is measured. Nothing leaves the process: messages go into the system's durable outbox and are shown here."""

    name: str

    async def open(self, folder: Path, cast: Cast) -> None:
        """Opens an empty database in `folder` and makes the people of `cast` known to it. Not measured."""

    async def update(self, raw: bytes) -> None:
        """Takes one raw update in; returns when its transaction has committed. Raises when it has not."""

    def said(self, chat: int) -> Sequence[Said]:
        """The messages said to (or changed in) this chat since it was last asked for, oldest first."""

    async def close(self) -> None:
        """Closes everything that `open` opened."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One run: how many turns in how many seconds, the times of single turns, the process's greatest memory (MiB)."""

    turns: int
    seconds: float
    p50_ms: float
    p99_ms: float
    peak_mb: float

    @property
    def turns_per_second(self) -> float:
        return self.turns / self.seconds


async def drive(
    system: System, conversations: Sequence[Conversation], concurrency: int, rate: float | None = None
) -> Figures:
    """Plays the conversations, `concurrency` of them at a time, each in its own order.

    Without `rate` (closed loop) every update comes as soon as the one before it is committed. With `rate` (turns a
    second) updates fall due on a fixed grid, and a turn's time counts from the moment it was due: waiting behind slow
    turns is part of it, and so is the timer's grain of up to a millisecond. Raises ValueError when two conversations
    that may run at once share a person.
    """
    lanes = [conversations[lane::concurrency] for lane in range(concurrency)]
    _check_apart(lanes)
    post = Post(system.said)
    took: list[float] = []
    begin = perf_counter()
    due = (begin + n / rate for n in itertools.count()) if rate else None
    async with asyncio.TaskGroup() as group:
        for lane in lanes:
            group.create_task(_play(system, lane, post, due, took))
    seconds = perf_counter() - begin
    took.sort()
    return Figures(len(took), seconds, _percentile(took, 50) * 1e3, _percentile(took, 99) * 1e3, peak_mb())


async def _play(
    system: System, lane: Sequence[Conversation], post: Post, due: Iterator[float] | None, took: list[float]
) -> None:
    for conversation in lane:
        while (raw := conversation.next_update(post)) is not None:
            begin = perf_counter()
            if due is not None:
                begin, now = next(due), begin
                if begin > now:
                    await asyncio.sleep(begin - now)
            await system.update(raw)
            took.append(perf_counter() - begin)


def _check_apart(lanes: Sequence[Sequence[Conversation]]) -> None:
    lane_of: dict[int, int] = {}
    for number, lane in enumerate(lanes):
        for conversation in lane:
            for user in (conversation.resident.user, conversation.volunteer.user):
                if lane_of.setdefault(user, number) != number:
                    raise ValueError("two conversations in flight would share a person: make the cast a multiple")


def _percentile(ordered: Sequence[float], percent: int) -> float:
    """The nearest-rank percentile of values in ascending order."""
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]
