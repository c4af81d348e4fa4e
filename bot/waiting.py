"""Waiting: albums whose last part has come, turns that get another try, and what was loaded or taught meanwhile.

The tables hold the truth; this looks every second, so that a restart or another process loses nothing.
"""

import asyncio
import logging

from bot.clock import Clock
from bot.intake import Intake
from bot.renewal import Renewal
from storage import inbox
from storage.database import Database
from storage.errors import StorageError

log = logging.getLogger(__name__)

EVERY_SECONDS = 1.0
SENDERS = 100


class Waiting:
    """Looks after what falls due without an event."""

    def __init__(self, database: Database, intake: Intake, clock: Clock, renewal: Renewal) -> None:
        self._database = database
        self._intake = intake
        self._clock = clock
        self._renewal = renewal
        self._stop = asyncio.Event()

    async def run(self) -> None:
        """Looks every second until `stop`."""
        while not self._stop.is_set():
            try:
                await self.step()
            except StorageError as error:
                log.warning("what waits must wait for the database: %s", type(error).__name__)
            try:
                await asyncio.wait_for(self._stop.wait(), EVERY_SECONDS)
            except TimeoutError:
                continue

    async def stop(self) -> None:
        """Looks no more."""
        self._stop.set()

    async def step(self) -> None:
        """One look."""
        now = self._clock.now()
        senders = await self._database.read(lambda tx: inbox.due_senders(tx, now, SENDERS))
        for account, user in senders:
            try:
                await self._intake.handle_waiting(account, user)
            except StorageError:
                raise
            except Exception as error:
                log.error("what waited could not be handled: %s", type(error).__name__)
        await self._renewal.step()
