"""From a raw update to the intake: the same way for polling and for the webhook."""

import asyncio
import logging
from collections.abc import Callable

from bot.channels import Receive, Unavailable
from bot.channels.telegram.parsing import MalformedUpdate
from handlers.incoming import Incoming

logger = logging.getLogger(__name__)

Read = Callable[[object], Incoming | None]
"""Turns a raw update into an event, or None for what concerns nobody. Raises MalformedUpdate."""


class Reception:
    """Hands updates to the intake and knows which of them are still running."""

    def __init__(self, receive: Receive, read: Read) -> None:
        self._receive = receive
        self._read = read
        self._running: set[asyncio.Task[bool]] = set()

    def begin(self, raw: object) -> "asyncio.Task[bool] | None":
        """Starts to store one raw update; None when there is nothing to store (it may be acknowledged at once).

        The task says whether the update may be acknowledged. Tasks start in the order in which they are begun, and
        run on when whoever waits for them goes away.
        """
        try:
            incoming = self._read(raw)
        except MalformedUpdate as error:
            logger.warning("update %s refused: %s", error.update, error.kind)
            return None
        if incoming is None:
            return None
        task = asyncio.create_task(self._store(incoming))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def idle(self) -> None:
        """Returns when nothing that was begun is running any more."""
        while self._running:
            await asyncio.wait(self._running)

    async def _store(self, incoming: Incoming) -> bool:
        try:
            await self._receive(incoming)
        except Unavailable:
            return False
        except Exception as error:  # never acknowledge what may not be stored; the values may be personal
            logger.error("update %s failed in the intake: %s", incoming.update, type(error).__name__)
            return False
        return True
