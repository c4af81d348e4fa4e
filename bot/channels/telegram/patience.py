"""Waiting between attempts, and saying meanwhile what is wrong."""

import asyncio
import random
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

SHORTEST = 1.0  # seconds before the second attempt
LONGEST = 30.0  # seconds between attempts that fail on and on


class Patience:
    """Pauses that double from `shortest` to `longest` seconds, with jitter from `rng`.

    Every wait ends when `stopping` is set.
    """

    def __init__(
        self, rng: random.Random, stopping: asyncio.Event, shortest: float = SHORTEST, longest: float = LONGEST
    ) -> None:
        self._rng = rng
        self._shortest = shortest
        self._longest = longest
        self._next = shortest
        self.stopping = stopping

    def reset(self) -> None:
        """After a success: the next pause is the shortest again."""
        self._next = self._shortest

    def pause(self) -> float:
        """The next pause in seconds; the one after it is twice as long."""
        seconds = self._next * self._rng.uniform(0.5, 1.0)
        self._next = min(self._next * 2, self._longest)
        return seconds

    async def unless_stopping(self, call: Coroutine[Any, Any, T]) -> T | None:
        """What `call` returns or raises; None, with the call cancelled, as soon as we are stopping."""
        calling = asyncio.create_task(call)
        stopping = asyncio.create_task(self.stopping.wait())
        try:
            await asyncio.wait({calling, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return None if self.stopping.is_set() else calling.result()
        finally:
            for task in (calling, stopping):
                task.cancel()
            await asyncio.gather(calling, stopping, return_exceptions=True)

    async def rest(self, at_least: float = 0.0) -> None:
        """Waits for the next pause, or `at_least` seconds if that is longer; returns at once when we are stopping."""
        try:
            async with asyncio.timeout(max(self.pause(), at_least)):
                await self.stopping.wait()
        except TimeoutError:
            return


class Health:
    """What is wrong, by the part that noticed it."""

    def __init__(self) -> None:
        self._troubles: dict[str, str] = {}

    def bad(self, part: str, trouble: str) -> None:
        """`part` has met `trouble` (one line, nothing personal)."""
        self._troubles[part] = trouble

    def good(self, part: str) -> None:
        """`part` works (again)."""
        self._troubles.pop(part, None)

    def __str__(self) -> str:
        """Every different trouble once; empty when all is well."""
        return "; ".join(dict.fromkeys(self._troubles.values()))
