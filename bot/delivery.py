"""Delivery: outbox → channel. Claims a message, sends it, marks its outcome; lanes, rates, order, retries.

A message is claimed in one transaction just before it is sent, and marked in another right after: a kill between the
two leaves at most `window` messages of which nobody knows whether they arrived.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.channels import Channel, Failure, Medium, SendError
from bot.clock import Clock
from bot.limiter import Limiter
from bot.metrics import Metrics
from bot.opening_topics import Topics
from bot.rendering import Renderer
from bot.retrying import try_again_after
from handlers.message import decode
from storage import addresses, line, media, sending
from storage.database import Database
from storage.errors import StorageError
from storage.media import MediaFolder
from storage.sending import Claimed, Head
from storage.transaction import Transaction

log = logging.getLogger(__name__)

WINDOW = 16  # sends under way at once; at most as many are repeated after a kill
SCAN = 64  # heads looked at in one go
IDLE_SECONDS = 1.0  # without a wake-up the outbox is looked at this often: another process may have written


class Delivery:
    """Sends the messages of one account, as its only sender."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        renderer: Renderer,
        folder: MediaFolder,
        clock: Clock,
        metrics: Metrics,
        *,
        holder: str,
        window: int = WINDOW,
    ) -> None:
        self.channel = channel
        self._database = database
        self._renderer = renderer
        self._folder = folder
        self._clock = clock
        self._metrics = metrics
        self._holder = holder
        self._window = window
        self._limiter = Limiter(channel.rates)
        self._under_way: set[asyncio.Task[None]] = set()
        self._busy: set[tuple[int, int]] = set()
        self._topics = Topics(database, channel)
        self._wake = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """Something may have become due."""
        self._wake.set()

    async def recover(self) -> None:
        """What an earlier holder left claimed: repeated, or reported as unknown where it is a broadcast."""
        now = self._clock.now()
        account = self.channel.account
        repeated, unknown = await self._database.turn(lambda tx: sending.recover(tx, account, self._holder, now))
        if repeated or unknown:
            log.warning("%s: %d messages sent again, %d of unknown outcome", account, repeated, unknown)

    async def run(self) -> None:
        """Sends until `stop`. A database that does not answer is waited for."""
        while not self._stopping:
            try:
                wait = await self.step()
            except StorageError as error:
                log.warning("delivery waits for the database: %s", type(error).__name__)
                wait = IDLE_SECONDS
            if wait > 0 and not self._stopping:
                await self._rest(wait)

    async def stop(self) -> None:
        """Claims nothing more; returns when what is under way is marked."""
        self._stopping = True
        self._wake.set()
        await self.settle()

    async def settle(self) -> None:
        """Returns when no send is under way."""
        while self._under_way:
            await asyncio.gather(*self._under_way, return_exceptions=True)

    async def step(self) -> float:
        """Claims what may go now and starts to send it. Returns how many seconds there is nothing to do (0: go on)."""
        self._wake.clear()
        loop_now = asyncio.get_running_loop().time()
        free = self._window - len(self._under_way)
        account_at = self._limiter.account_ready_at(loop_now)
        if free <= 0 or account_at > loop_now:
            return max(account_at - loop_now, 0.005)
        now = self._clock.now()
        account = self.channel.account
        scan = SCAN + len(self._busy)
        heads = await self._database.read(lambda tx: sending.due(tx, account, now, scan))
        ready, soonest = self._choose(heads, loop_now, free)
        if ready:
            for message in await self._database.turn(lambda tx: sending.claim(tx, ready, self._holder, now)):
                self._start(message, loop_now)
            return 0.0
        return min(IDLE_SECONDS, max(soonest - loop_now, 0.005)) if soonest else IDLE_SECONDS

    def _choose(self, heads: list[Head], loop_now: float, free: int) -> tuple[list[Head], float | None]:
        """Those heads whose chat and account may be sent to now, and when the next one may."""
        ready: list[Head] = []
        soonest: float | None = None
        for head in heads:
            # A send that is under way holds its own lane of the chat and those below it: however long its outcome takes
            # to be written, nothing less urgent slips in before what follows it.
            if any((head.address_id, lane) in self._busy for lane in range(head.lane + 1)):
                continue
            at = max(self._limiter.chat_ready_at(head.chat, loop_now), self._limiter.account_ready_at(loop_now))
            if at > loop_now:
                soonest = at if soonest is None else min(soonest, at)
            elif len(ready) < free:
                self._limiter.note(head.chat, head.group, loop_now)
                ready.append(head)
        return ready, soonest

    def _start(self, message: Claimed, noted: float) -> None:
        line = (message.address_id, message.lane)
        self._busy.add(line)
        task = asyncio.create_task(self._deliver(message, noted))
        self._under_way.add(task)

        def done(finished: asyncio.Task[None]) -> None:
            self._under_way.discard(finished)
            self._busy.discard(line)
            self._wake.set()
            if not finished.cancelled() and (error := finished.exception()) is not None:
                log.error("a message could not be marked: %s", type(error).__name__)

        task.add_done_callback(done)

    async def _deliver(self, message: Claimed, noted: float) -> None:
        now = self._clock.now()
        if message.expires_at is not None and message.expires_at <= now:
            await self._mark(message, "expired")
            return
        try:
            sent_as = await self._paced(message, noted)
        except SendError as error:
            await self._failed(message, error)
        except Exception as error:
            # Our own fault (a text that cannot be rendered, a file that is gone): never worth repeating.
            log.error("a message could not be made: %s", type(error).__name__)
            await self._mark(message, "gave_up", reason=type(error).__name__)
        else:
            await self._mark(message, "sent", sent_as=sent_as)

    async def _paced(self, message: Claimed, noted: float) -> str:
        """Sends; the limiter hears when it really left and when it was over, not only when it was claimed."""
        loop = asyncio.get_running_loop()
        left = loop.time()
        self._limiter.leaves(noted, left)
        try:
            return await self._send(message)
        finally:
            self._limiter.answered(message.chat, noted, left, loop.time())

    async def _send(self, message: Claimed) -> str:
        decoded = decode(message.body)
        files = await self._media(decoded.media)
        rendered = self._renderer.envelope(message, decoded, files, self.channel.abilities)
        answers = await self._shown_as(decoded.reply_to, message.address_id)
        thread = await self._topics.thread_of(message)
        envelope = replace(rendered, thread=thread, reply_to=answers, silent=decoded.silent, lasting=decoded.lasting)
        if message.edits is not None and self.channel.abilities.edits:
            try:
                return await self.channel.edit(envelope, message.edits)
            except SendError as error:
                if error.failure is not Failure.MISSING:
                    raise
        return await self.channel.send(envelope)

    async def _shown_as(self, key: str | None, address_id: int) -> str | None:
        """The channel's id of the message with this key in a chat: as we sent it there, or as its reader wrote it."""
        if key is None:
            return None
        return await self._database.read(
            lambda tx: sending.shown_as(tx, key, address_id) or line.written_as(tx, key, address_id)
        )

    async def _media(self, digests: tuple[str, ...]) -> tuple[Medium, ...]:
        found = [await self._database.read(partial(media.by_digest, digest=digest)) for digest in digests]
        known = [each for each in found if each is not None and each.digest is not None]
        return tuple([await self._medium(each) for each in known])

    async def _medium(self, known: media.Medium) -> Medium:
        data = await asyncio.to_thread(self._folder.get, known.digest or "")
        file = known.file if known.account == self.channel.account else None
        return Medium(known.kind, data, known.name, known.mime, file)

    async def _failed(self, message: Claimed, error: SendError) -> None:
        if error.migrated_to is not None:
            moved = error.migrated_to
            await self._turn(lambda tx: self._move(tx, message, moved))
        elif error.failure is Failure.RETRY_AFTER:
            self._limiter.pause(error.retry_after or 1.0, asyncio.get_running_loop().time())
            await self._turn(lambda tx: sending.unclaim(tx, message))
        elif error.failure is Failure.GONE:
            await self._gone(message, error.reason)
        elif error.failure is Failure.UNKNOWN and message.lane == sending.BROADCASTS:
            await self._mark(message, "unknown", reason=error.reason)
        elif error.failure in (Failure.TRY_AGAIN, Failure.UNKNOWN):
            await self._retry(message, error)
        else:
            await self._mark(message, "gave_up", reason=error.reason)

    def _move(self, tx: Transaction, message: Claimed, moved: str) -> None:
        sending.unclaim(tx, message)  # first, since what waits moves along
        addresses.migrate_chat(tx, self.channel.account, message.chat, moved)

    async def _retry(self, message: Claimed, error: SendError) -> None:
        wait = try_again_after(message.attempts)
        if wait is None:
            await self._mark(message, "gave_up", reason=error.reason)
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

    async def _mark(
        self, message: Claimed, state: str, *, sent_as: str | None = None, reason: str | None = None
    ) -> None:
        now = self._clock.now()
        self._count(state)
        await self._turn(lambda tx: sending.mark(tx, message, state, now, sent_as=sent_as, reason=reason))

    async def _turn(self, work: Callable[[Transaction], None]) -> None:
        """Writes an outcome. While the database is out of reach the outcome is held, not lost."""
        while True:
            try:
                return await self._database.turn(work)
            except StorageError as error:
                if self._stopping:
                    raise
                log.warning("an outcome waits for the database: %s", type(error).__name__)
                await asyncio.sleep(IDLE_SECONDS)

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), seconds)
        except TimeoutError:
            return

    def _count(self, outcome: str) -> None:
        self._metrics.sent.labels(self.channel.account.partition(":")[0], outcome).inc()
