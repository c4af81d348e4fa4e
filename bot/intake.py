"""Intake: Incoming → prepare → one turn → commit. Order holds per chat; a handler that fails is retried, then parked.

`receive` returns only after the commit, so that a channel acknowledges nothing that is not stored.
"""

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.channels import Unavailable
from bot.cleaning import clean, clean_name
from bot.clock import Clock
from bot.flood import FloodControl, Verdict
from bot.metrics import Metrics
from handlers import failing
from handlers.dispatch import Dispatch, Outcome
from handlers.errors import Refused
from handlers.incoming import Attachment, Incoming
from handlers.message import Text
from handlers.understanding import Reading, understand
from storage import errors, inbox
from storage.database import Database
from storage.media import MediaFolder
from storage.transaction import Transaction

log = logging.getLogger(__name__)

TRIES = 3
RETRY_SECONDS = 0.05
MOST_TEXT = 4000  # characters a turn works with; a longer text is kept whole as a file beside it
MOST_FRAMES = 6

Toast = Callable[[Incoming, Text, str], Awaitable[None]]


class Intake:
    """Takes events of all channels. One turn of a chat at a time; chats beside each other."""

    def __init__(
        self,
        database: Database,
        dispatch: Dispatch,
        media: MediaFolder,
        clock: Clock,
        *,
        toast: Toast,
        wake: Callable[[], None],
        metrics: Metrics,
        flood: FloodControl | None = None,
    ) -> None:
        self._database = database
        self._dispatch = dispatch
        self._media = media
        self._clock = clock
        self._toast = toast
        self._wake = wake
        self._metrics = metrics
        self._flood = flood or FloodControl()
        self._chains: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._later: set[asyncio.Task[None]] = set()

    async def receive(self, incoming: Incoming) -> None:
        """Handles an event; returns after its commit. Raises Unavailable when nothing could be stored."""
        verdict = self._judge(incoming)
        if verdict is Verdict.DROP:
            self._metrics.dropped.inc()
            return
        key = (incoming.account, incoming.chat)
        before = self._chains.get(key)
        task = asyncio.create_task(self._in_order(before, incoming, verdict))
        self._chains[key] = task
        task.add_done_callback(lambda done: self._leave(key, done))
        # A caller that gives up waiting must not tear a turn apart: the turn goes on.
        await asyncio.shield(task)

    async def handle_waiting(self, account: str, user: str) -> None:
        """Handles what waits from one sender: albums that are complete, turns that get another try."""
        now = self._clock.now()
        await self._database.turn(lambda tx: self._dispatch.take_waiting(tx, account, user, now))
        self._wake()

    async def drain(self) -> None:
        """Returns when every event that was taken is finished."""
        for task in self._later:
            task.cancel()
        while self._chains:
            await asyncio.gather(*self._chains.values(), return_exceptions=True)

    def _judge(self, incoming: Incoming) -> Verdict:
        if incoming.event is not None or (incoming.group and not incoming.addressed):
            return Verdict.HANDLE if incoming.event is not None else Verdict.DROP
        return self._flood.judge((incoming.account, incoming.user), asyncio.get_running_loop().time())

    def _leave(self, key: tuple[str, str], task: asyncio.Task[None]) -> None:
        if self._chains.get(key) is task:
            del self._chains[key]
        if not task.cancelled():
            task.exception()  # the waiting caller has it; a caller that left must not make it "never retrieved"

    async def _in_order(self, before: asyncio.Task[None] | None, incoming: Incoming, verdict: Verdict) -> None:
        if before is not None:
            await asyncio.wait([before])
        incoming = await self._prepare(incoming)
        began = asyncio.get_running_loop().time()
        if verdict is Verdict.WARN:
            outcome = await self._refuse(incoming, Refused("too-fast"))
        else:
            reading = understand(incoming.text, self._dispatch.community.snapshot)
            outcome = await self._turn(incoming, reading)
        self._metrics.turn_seconds.observe(asyncio.get_running_loop().time() - began)
        await self._after(incoming, outcome)

    async def _prepare(self, incoming: Incoming) -> Incoming:
        """What is done before the transaction: words are cleaned, a text too long for a turn is kept whole as a file."""
        text = clean(incoming.text)
        extra: tuple[Attachment, ...] = ()
        if len(text) > MOST_TEXT:
            data = text.encode()
            digest = await asyncio.to_thread(self._media.put, data)
            extra = (Attachment("file", digest=digest, name="words.txt", mime="text/plain", size=len(data)),)
        args = clean(incoming.args)[:MOST_TEXT]
        return replace(
            incoming,
            text=text[:MOST_TEXT],
            args=args,
            name=clean_name(incoming.name),
            media=incoming.media + extra,
        )

    async def _turn(self, incoming: Incoming, reading: Reading) -> Outcome:
        for attempt in range(1, TRIES + 1):
            now = self._clock.now()
            try:
                return await self._commit(partial(self._dispatch.take, incoming=incoming, reading=reading, now=now))
            except Refused as refused:
                return await self._refuse(incoming, refused)
            except Unavailable:
                raise
            except Exception as error:
                self._metrics.failed.labels(type(error).__name__).inc()
                if attempt == TRIES:
                    return await self._park(incoming, error)
                await asyncio.sleep(RETRY_SECONDS * attempt)
        raise AssertionError("the loop returns or raises")

    async def _refuse(self, incoming: Incoming, refused: Refused) -> Outcome:
        now = self._clock.now()
        return await self._commit(lambda tx: self._dispatch.refuse(tx, incoming, refused, now))

    async def _park(self, incoming: Incoming, error: Exception) -> Outcome:
        """The turn failed for good: the person is told, a coordinator sees type and frames, the chat goes on."""
        name, frames = type(error).__name__, _frames(error)
        log.error("a turn was parked: %s at %s", name, frames)
        now = self._clock.now()
        return await self._commit(lambda tx: failing.park(tx, incoming, name, frames, self._dispatch.community, now))

    async def _commit(self, work: Callable[[Transaction], Outcome]) -> Outcome:
        try:
            return await self._database.turn(work)
        except errors.Unavailable as error:
            self._metrics.unavailable.inc()
            raise Unavailable(str(error)) from error

    async def _after(self, incoming: Incoming, outcome: Outcome) -> None:
        self._metrics.turns.labels("repeated" if outcome.repeated else "handled").inc()
        if outcome.due is not None:
            self._handle_later(incoming, outcome.due)
        self._wake()
        if incoming.press is not None:
            await self._toast(incoming, outcome.toast or Text("plain", {"text": ""}), outcome.language)

    def _handle_later(self, incoming: Incoming, due: datetime) -> None:
        """An album's part waits for the others. The row in the inbox is the truth; this only saves waiting."""
        delay = max(0.0, (due - self._clock.now()).total_seconds())
        task = asyncio.create_task(self._wait_and_handle(delay, incoming))
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _wait_and_handle(self, delay: float, incoming: Incoming) -> None:
        await asyncio.sleep(delay)
        now = self._clock.now()
        due = await self._database.read(lambda tx: inbox.is_due(tx, incoming.account, incoming.user, now))
        if due:
            await self.handle_waiting(incoming.account, incoming.user)


def _frames(error: Exception) -> str:
    """Where it happened: file, line and function of the innermost frames; no values."""
    stack = traceback.extract_tb(error.__traceback__)[-MOST_FRAMES:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(stack))
