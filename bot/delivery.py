"""Delivery: outbox → channel. Claims a message, sends it, marks its outcome; lanes, rates, order, retries.

A message is claimed in one transaction just before it is sent, and marked in another right after: a kill between the
two leaves at most `window` messages of which nobody knows whether they arrived.
"""

import asyncio
import logging
import math
from dataclasses import dataclass

from bot.channels import ON_ITS_WAY, Channel, Envelope, Failure, SendError
from bot.clock import Clock
from bot.drafting import Drafting
from bot.gate import Calls, Gate, Ticket
from bot.limiter import Limiter
from bot.metrics import Metrics
from bot.outcomes import Outcomes
from bot.reach import LONGEST, SHORTEST, Reach
from bot.rendering import Renderer
from storage import leases, sending
from storage.database import Database
from storage.errors import StorageError
from storage.media import MediaFolder
from storage.sending import BROADCASTS, Claimed, Head
from storage.transaction import Transaction

log = logging.getLogger(__name__)

WINDOW = 16  # sends under way at once; at most as many are repeated after a kill
KEPT_FREE = 4  # a broadcast leaves one of so many places in the window to everything else
AHEAD_SECONDS = 0.06  # messages are claimed so long before they leave: what a turn may take
LEAST_AHEAD = 2  # messages
SPARE = 16  # heads that are looked at beyond those that may go
IDLE_SECONDS = 1.0  # without a wake-up the outbox is looked at this often: another process may have written
STIRS_SECONDS = 0.004  # sends that end shortly after each other make one look at the outbox


@dataclass(frozen=True, slots=True)
class _Room:
    """How many more messages may be claimed: of broadcasts, urgent ones, and others."""

    bulk: int
    urgent: int
    others: int

    def of(self, lane: int) -> int:
        """The room of a lane."""
        return self.bulk if lane == BROADCASTS else self.urgent if lane == 0 else self.others


class _TooLate(Exception):
    """A message has expired before it could leave."""


class Delivery:
    """Sends the messages of one account, as its only sender.

    `leased`: it claims only while its holder has the account's lease. `patience`: the shortest and the longest pause
    in seconds between probes while the other side is out of reach.
    """

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
        leased: bool = False,
        patience: tuple[float, float] = (SHORTEST, LONGEST),
    ) -> None:
        self.channel = channel
        self._database = database
        self._clock = clock
        self._outcomes = Outcomes(database, channel.account, clock, metrics)
        self._holder = holder
        self._window = window
        self._lease = leases.of_account(channel.account) if leased else None
        self._limiter = Limiter(channel.rates)
        self._gate = Gate(self._limiter)
        self._reach = Reach(*patience)
        self._ahead = max(LEAST_AHEAD, math.ceil(min(window, self._limiter.bulk_per_second * AHEAD_SECONDS)))
        self._under_way: set[asyncio.Task[None]] = set()
        self._busy: set[tuple[int, int]] = set()
        self._leaving: dict[int, tuple[str, int]] = {}
        self._passed: dict[int, int] = {}  # how many sends had got through when each of those under way left
        self._drafting = Drafting(database, channel, renderer, folder)
        self._wake = asyncio.Event()
        self._stirred = False
        self._stopping = False

    @property
    def away(self) -> bool:
        """Whether the other side is out of reach, as far as the last sends have shown."""
        return self._reach.away

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
        self._outcomes.stop()
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
        held = max(self._limiter.paused_until, self._reach.until) - loop_now
        if held > 0:
            return max(held, 0.005)
        room = self._room()
        lanes = tuple(lane for lane in sending.LANES if room.of(lane) > 0)
        if not lanes:
            return IDLE_SECONDS  # the end of a send wakes us
        now = self._clock.now()
        account, scan = self.channel.account, max(room.bulk, room.urgent) + len(self._busy) + SPARE
        heads = await self._database.read(lambda tx: sending.due(tx, account, now, scan, lanes))
        ready, soonest = self._choose(heads, loop_now, room)
        if not ready:
            return min(IDLE_SECONDS, max(soonest - loop_now, 0.005)) if soonest else IDLE_SECONDS
        claimed = await self._database.turn(lambda tx: self._claim(tx, ready))
        if claimed is None:
            return IDLE_SECONDS  # another process has the lease now; the post hears of it soon
        for message in claimed:
            self._start(message)
        return 0.0

    def _claim(self, tx: Transaction, heads: list[Head]) -> list[Claimed] | None:
        """None: the account is another process's by now, and nothing of it is ours to send."""
        now = self._clock.now()
        if self._lease is not None and not leases.holds(tx, self._lease, self._holder, now):
            return None
        return sending.claim(tx, heads, self._holder, now)

    def _room(self) -> _Room:
        """Never more under way than the window takes, nor more claimed ahead than leaves soon; one probe while the
        other side is away. Broadcasts are claimed several at once, to spare the database."""
        free = max(0, (1 if self._reach.away else self._window) - len(self._under_way))
        others = min(free, self._ahead + LEAST_AHEAD - self._gate.waiting(bulk=False))
        if self._reach.away:
            return _Room(free, free, free)
        most = self._window - self._window // KEPT_FREE
        bulk = min(most - len(self._under_way), self._ahead - self._gate.waiting(bulk=True))
        return _Room(bulk if bulk >= min(self._ahead, most) / 2 else 0, free, max(0, others))

    def _choose(self, heads: list[Head], loop_now: float, room: _Room) -> tuple[list[Head], float | None]:
        """Those heads that may be claimed now, and when the next one may."""
        ready: list[Head] = []
        soonest: float | None = None
        left = {lane: room.of(lane) for lane in sending.LANES}
        if self._reach.away and any(not self._reach.tried(head.id) for head in heads):
            heads = [head for head in heads if not self._reach.tried(head.id)]
        leaving: dict[str, int] = {}
        for chat, lane in self._leaving.values():
            leaving[chat] = min(lane, leaving.get(chat, lane))
        for head in heads:
            # A send that is under way holds its own lane of the chat and those below it: however long its outcome takes
            # to be written, nothing less urgent slips in before what follows it.
            if any((head.address_id, lane) in self._busy for lane in range(head.lane + 1)):
                continue
            if leaving.get(head.chat, head.lane + 1) <= head.lane:
                continue
            at = self._limiter.chat_ready_at(head.chat, loop_now)
            if at > loop_now:
                soonest = at if soonest is None else min(soonest, at)
            elif left[head.lane] > 0 and len(ready) < room.urgent:
                left[head.lane] -= 1
                leaving[head.chat] = head.lane
                ready.append(head)
        return ready, soonest

    def _start(self, message: Claimed) -> None:
        line = (message.address_id, message.lane)
        self._busy.add(line)
        self._leaving[message.id] = (message.chat, message.lane)
        task = asyncio.create_task(self._deliver(message))
        self._under_way.add(task)

        def done(finished: asyncio.Task[None]) -> None:
            self._under_way.discard(finished)
            self._busy.discard(line)
            self._leaving.pop(message.id, None)
            self._passed.pop(message.id, None)
            self._stir()
            if not finished.cancelled() and (error := finished.exception()) is not None:
                log.error("a message could not be marked: %s", type(error).__name__)

        task.add_done_callback(done)

    def _stir(self) -> None:
        """A send has left or ended: there is room for others."""
        if not self._stirred:
            self._stirred = True
            asyncio.get_running_loop().call_later(STIRS_SECONDS, self._settle_down)

    def _settle_down(self) -> None:
        self._stirred = False
        self._wake.set()

    async def _deliver(self, message: Claimed) -> None:
        try:
            envelope = await self._drafting.envelope(message)
            ticket = Ticket(message.chat, message.group, message.lane)
            calls = Calls(self._gate, self._limiter, ticket, lambda: self._left(message))
            sent_as = await self._send(message, envelope, calls)
        except _TooLate:
            await self._outcomes.mark(message, "expired")
        except SendError as error:
            await self._failed(message, error)
        except Exception as error:
            # Our own fault (a text that cannot be rendered, a file that is gone): never worth repeating.
            log.error("a message could not be made: %s", type(error).__name__)
            await self._outcomes.mark(message, "gave_up", reason=type(error).__name__)
        else:
            self._reach.got_through(message.id)
            await self._outcomes.mark(message, "sent", sent_as=sent_as)

    def _left(self, message: Claimed) -> None:
        """It is a message's turn to leave: now, or never more."""
        self._leaving.pop(message.id, None)
        self._passed[message.id] = self._reach.passed
        self._stir()
        if message.expires_at is not None and message.expires_at <= self._clock.now():
            raise _TooLate

    async def _send(self, message: Claimed, envelope: Envelope, calls: Calls) -> str:
        ON_ITS_WAY.set(calls.written)
        try:
            if message.edits is not None and self.channel.abilities.edits:
                try:
                    await calls.pace(1)
                    return await self.channel.edit(envelope, message.edits)
                except SendError as error:
                    if error.failure is not Failure.MISSING:
                        raise
            return await self.channel.send(envelope, calls.pace)
        finally:
            calls.over()

    async def _failed(self, message: Claimed, error: SendError) -> None:
        now = asyncio.get_running_loop().time()
        if error.failure is Failure.RETRY_AFTER:
            self._limiter.pause(error.retry_after or 1.0, now)
        elif error.failure in (Failure.TRY_AGAIN, Failure.UNKNOWN) and error.migrated_to is None:
            blamed = self._reach.failed(message.id, self._passed.get(message.id, self._reach.passed), now)
            if not blamed and error.failure is Failure.TRY_AGAIN:
                await self._outcomes.unclaim(message)
                return
        else:
            self._reach.got_through(message.id)
        await self._outcomes.failed(message, error)

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), seconds)
        except TimeoutError:
            return
