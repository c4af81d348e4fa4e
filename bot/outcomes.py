"""Outcomes: what became of sends, written into the outbox; held, not lost, while the database is out of reach."""

import asyncio
import logging
from collections.abc import Callable

from bot.channels import Failure, SendError
from bot.clock import Clock
from bot.metrics import Metrics
from bot.retrying import try_again_after
from storage import addresses, sending
from storage.database import Database
from storage.errors import StorageError
from storage.sending import BROADCASTS, Claimed
from storage.transaction import Transaction

log = logging.getLogger(__name__)

AGAIN_SECONDS = 1.0  # until a database that did not answer is asked again


class Outcomes:
    """The outcomes of one account's sends."""

    def __init__(self, database: Database, account: str, clock: Clock, metrics: Metrics) -> None:
        self._database = database
        self._account = account
        self._clock = clock
        self._metrics = metrics
        self._stopping = False

    def stop(self) -> None:
        """A database that does not answer is not waited for any more."""
        self._stopping = True

    async def mark(
        self, message: Claimed, state: str, *, sent_as: str | None = None, reason: str | None = None
    ) -> None:
        """Sent, gave_up, unknown or expired."""
        now = self._clock.now()
        self._count(state)
        await self._turn(lambda tx: sending.mark(tx, message, state, now, sent_as=sent_as, reason=reason))

    async def unclaim(self, message: Claimed) -> None:
        """It certainly was not sent, and is not to blame for it."""
        await self._turn(lambda tx: sending.unclaim(tx, message))

    async def failed(self, message: Claimed, error: SendError) -> None:
        """What follows from a failure, by its kind."""
        if error.migrated_to is not None:
            moved = error.migrated_to
            await self._turn(lambda tx: self._move(tx, message, moved))
        elif error.failure is Failure.RETRY_AFTER:
            await self.unclaim(message)
        elif error.failure is Failure.GONE:
            await self._gone(message, error.reason)
        elif error.failure is Failure.UNKNOWN and message.lane == BROADCASTS:
            await self.mark(message, "unknown", reason=error.reason)
        elif error.failure in (Failure.TRY_AGAIN, Failure.UNKNOWN):
            await self._retry(message, error)
        else:
            await self.mark(message, "gave_up", reason=error.reason)

    def _move(self, tx: Transaction, message: Claimed, moved: str) -> None:
        sending.unclaim(tx, message)  # first, since what waits moves along
        addresses.migrate_chat(tx, self._account, message.chat, moved)

    async def _retry(self, message: Claimed, error: SendError) -> None:
        wait = try_again_after(message.attempts)
        if wait is None:
            await self.mark(message, "gave_up", reason=error.reason)
            return
        at = self._clock.now() + wait
        self._count("retried")
        await self._turn(lambda tx: sending.retry(tx, message, at, error.reason))

    async def _gone(self, message: Claimed, reason: str) -> None:
        """Blocked, deleted, thrown out: marked once; the person's other channel gets what waits instead."""
        now = self._clock.now()
        self._count("gone")

        def work(tx: Transaction) -> None:
            addresses.mark(tx, message.address_id, "gone", reason)
            sending.unclaim(tx, message)
            sending.leave(tx, addresses.read(tx, message.address_id), reason, now)

        await self._turn(work)

    async def _turn(self, work: Callable[[Transaction], None]) -> None:
        while True:
            try:
                return await self._database.turn(work)
            except StorageError as error:
                if self._stopping:
                    raise
                log.warning("an outcome waits for the database: %s", type(error).__name__)
                await asyncio.sleep(AGAIN_SECONDS)

    def _count(self, outcome: str) -> None:
        self._metrics.sent.labels(self._account.partition(":")[0], outcome).inc()
