"""Posts: one account is polled and paced by one process, the holder of its lease; another takes over when it dies."""

import asyncio
import logging
from collections.abc import Callable

from bot.channels import Channel, Receive
from bot.clock import Clock
from bot.delivery import Delivery
from bot.holder import is_gone
from storage import leases
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

log = logging.getLogger(__name__)

TRY_EVERY_SECONDS = 2.0


class Post:
    """Serves one channel for as long as this process runs."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        receive: Receive,
        make_delivery: Callable[[], Delivery],
        clock: Clock,
        *,
        holder: str,
    ) -> None:
        self.channel = channel
        self.delivery: Delivery | None = None
        self._database = database
        self._receive = receive
        self._make_delivery = make_delivery
        self._clock = clock
        self._holder = holder
        self._name = leases.of_account(channel.account)
        self._stop = asyncio.Event()

    def wake(self) -> None:
        """Something may be due in the outbox."""
        if self.delivery is not None:
            self.delivery.wake()

    async def run(self) -> None:
        """Takes the lease when it is free, serves while it holds, until `stop`."""
        if not self.channel.exclusive:
            await self.channel.start(self._receive)
        while not self._stop.is_set():
            if await self._take():
                await self._serve()
            else:
                await self._rest(TRY_EVERY_SECONDS)

    def stop(self) -> None:
        """Ends `run` once what is under way is finished."""
        self._stop.set()

    async def take_nothing_more(self) -> None:
        """Takes no further events in; returns when those handed to the intake are finished."""
        await self.channel.stop()

    async def _serve(self) -> None:
        delivery = self.delivery = self._make_delivery()
        await self._recover(delivery)
        sending = asyncio.create_task(delivery.run())
        if self.channel.exclusive:
            await self.channel.start(self._receive)
        try:
            await self._keep_lease()
        finally:
            if self.channel.exclusive:
                await self.channel.stop()
            await delivery.stop()
            await sending
            self.delivery = None
            await self._release()

    async def _recover(self, delivery: Delivery) -> None:
        """What an earlier holder left blocks its line, so nothing is sent before it is settled."""
        while not self._stop.is_set():
            try:
                return await delivery.recover()
            except StorageError as error:
                log.warning("recovery waits for the database: %s", type(error).__name__)
                await self._rest(TRY_EVERY_SECONDS)

    async def _keep_lease(self) -> None:
        until = asyncio.get_running_loop().time() + leases.LASTS.total_seconds()
        while not self._stop.is_set():
            await self._rest(leases.RENEW_SECONDS)
            if self._stop.is_set():
                return
            try:
                if not await self._database.turn(self._take_lease):
                    log.warning("the lease of %s is with another process now", self.channel.account)
                    return
                until = asyncio.get_running_loop().time() + leases.LASTS.total_seconds()
            except StorageError:
                # Another process cannot take it either before it expires; a single one simply waits.
                if asyncio.get_running_loop().time() > until:
                    log.warning("the lease of %s could not be renewed", self.channel.account)

    async def _take(self) -> bool:
        try:
            return await self._database.turn(self._take_lease)
        except StorageError as error:
            log.warning("a lease waits for the database: %s", type(error).__name__)
            return False

    def _take_lease(self, tx: Transaction) -> bool:
        now = self._clock.now()
        if leases.take(tx, self._name, self._holder, now):
            return True
        other = leases.holder(tx, self._name)
        if other is None or not is_gone(other):
            return False
        leases.release(tx, self._name, other)
        return leases.take(tx, self._name, self._holder, now)

    async def _release(self) -> None:
        try:
            await self._database.turn(lambda tx: leases.release(tx, self._name, self._holder))
        except StorageError as error:
            log.warning("a lease was not released: %s", type(error).__name__)

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stop.wait(), seconds)
        except TimeoutError:
            return
