"""What is being handed to the intake right now, so that stopping can wait for it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from bot.channels import Unavailable


class Flights:
    """Counts what is under way; once closed, nothing more may begin."""

    def __init__(self) -> None:
        self._under_way = 0
        self._open = False
        self._landed = asyncio.Event()
        self._landed.set()

    def open(self) -> None:
        """Lets posts begin."""
        self._open = True

    @contextmanager
    def one(self) -> Iterator[None]:
        """Around one post. Raises Unavailable when closed."""
        if not self._open:
            raise Unavailable("the web chat takes nothing in now")
        self._under_way += 1
        self._landed.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._landed.set()

    async def close(self) -> None:
        """Lets nothing more begin, and returns when all that began is finished."""
        self._open = False
        await self._landed.wait()
