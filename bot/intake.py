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
from typing import Any, TypeVar

from bot.channels import Unavailable
from bot.cleaning import clean, clean_name
from bot.clock import Clock
from bot.flood import FloodControl, Verdict
from bot.metrics import Metrics
from handlers import failing
from handlers.dispatch import Dispatch, Outcome, WaitingFirst
from handlers.errors import Refused
from handlers.incoming import Attachment, Incoming, Press
from handlers.message import Text
from handlers.understanding import understand
from storage import errors, inbox
from storage.database import Database
from storage.media import MediaFolder
from storage.transaction import Work

log = logging.getLogger(__name__)

TRIES = 3
RETRY_SECONDS = 0.05
MOST_TEXT = 4000  # characters a turn works with; a longer text is kept whole as a file beside it
MOST_FRAMES = 6

T = TypeVar("T")

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
        renew: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """`renew` reads anew what a turn has taught, before the chat's next turn."""
        self._database = database
        self._dispatch = dispatch
        self._media = media
        self._clock = clock
        self._toast = toast
        self._wake = wake
        self._metrics = metrics
        self._flood = flood or FloodControl()
        self._renew = renew
        self._chains: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._later: set[asyncio.Task[None]] = set()
        self._answers: set[asyncio.Future[None]] = set()

    async def receive(self, incoming: Incoming) -> None:
        """Handles an event; returns after its commit. Raises Unavailable when nothing could be stored."""
        verdict = self._judge(incoming)
        if verdict is Verdict.DROP:
            self._metrics.dropped.inc()
            return
        key = _line(incoming)
        before = self._chains.get(key)
        task = asyncio.create_task(self._in_order(before, incoming, verdict))
        self._chains[key] = task
        task.add_done_callback(lambda done: self._leave(key, done))
        # A caller that gives up waiting must not tear a turn apart: the turn goes on.
        await asyncio.shield(task)

    async def handle_waiting(self, account: str, user: str) -> None:
        """Handles what waits from one sender, event by event: complete albums, turns that get another try.

        One that fails for good is parked, so that what follows is not held up. Raises Unavailable.
        """
        more = True
        while more:
            more = await self._take_waiting(account, user)
        self._wake()

    async def drain(self) -> None:
        """Returns when every event that was taken is finished."""
        for task in self._later:
            task.cancel()
        while running := [*self._chains.values(), *self._answers]:
            await asyncio.gather(*running, return_exceptions=True)

    def _judge(self, incoming: Incoming) -> Verdict:
        if incoming.event is not None or (incoming.group and not incoming.addressed):
            return Verdict.HANDLE if incoming.event is not None else Verdict.DROP
        now = asyncio.get_running_loop().time()
        return self._flood.judge((incoming.account, incoming.user), now, incoming.at.timestamp())

    def _leave(self, key: tuple[str, str], task: asyncio.Task[None]) -> None:
        if self._chains.get(key) is task:
            del self._chains[key]
        if not task.cancelled():
            task.exception()  # the waiting caller has it; a caller that left must not make it "never retrieved"

    async def _in_order(self, before: asyncio.Task[None] | None, incoming: Incoming, verdict: Verdict) -> None:
        if before is not None:
            await asyncio.wait([before])
        began = asyncio.get_running_loop().time()
        try:
            incoming = await self._prepare(incoming)
            too_fast = verdict is Verdict.WARN
            outcome = await (self._refuse(incoming, Refused("too-fast")) if too_fast else self._turn(incoming))
        except Unavailable:
            # It will come again, and that must not count as a second event.
            self._flood.give_back((incoming.account, incoming.user), verdict)
            raise
        self._metrics.turn_seconds.observe(asyncio.get_running_loop().time() - began)
        await self._after(incoming, outcome)
        if outcome.relearned and self._renew is not None:
            await self._read_anew(self._renew)

    async def _read_anew(self, renew: Callable[[], Awaitable[None]]) -> None:
        """The turn is done and stays so: where the database fails now, the next look at it reads what was taught."""
        try:
            await renew()
        except errors.StorageError as error:
            log.warning("what was taught is read later: %s", type(error).__name__)

    async def _prepare(self, incoming: Incoming) -> Incoming:
        """Before the transaction: words are cleaned, a text too long for a turn is kept whole as a file."""
        text = clean(incoming.text)
        extra: tuple[Attachment, ...] = ()
        if len(text) > MOST_TEXT:
            data = text.encode()
            try:
                digest = await asyncio.to_thread(self._media.put, data)
            except OSError as error:
                raise Unavailable(f"a file cannot be kept: {type(error).__name__}") from error
            extra = (Attachment("file", digest=digest, name="words.txt", mime="text/plain", size=len(data)),)
        args = clean(incoming.args)[:MOST_TEXT]
        press = incoming.press and Press(incoming.press.id, clean(incoming.press.action))
        files = tuple(replace(each, name=clean_name(each.name), mime=clean_name(each.mime)) for each in incoming.media)
        cleaned: dict[str, Any] = {
            "text": text[:MOST_TEXT],
            "cut": len(text) > MOST_TEXT,
            "args": args,
            "name": clean_name(incoming.name),
            "press": press,
            "media": files + extra,
        }
        changed = {name: value for name, value in cleaned.items() if value != getattr(incoming, name)}
        return replace(incoming, **changed) if changed else incoming

    async def _turn(self, incoming: Incoming) -> Outcome:
        attempt = 0
        while True:
            now = self._clock.now()
            try:
                reading = understand(incoming.text, self._dispatch.community.snapshot)
                return await self._commit(partial(self._dispatch.take, incoming=incoming, reading=reading, now=now))
            except Refused as refused:
                return await self._refuse(incoming, refused)
            except WaitingFirst:
                await self.handle_waiting(incoming.account, incoming.user)
            except Unavailable:
                raise
            except Exception as error:
                attempt += 1
                if attempt == TRIES:
                    return await self._park(incoming, error)
                await self._failed(error, attempt)

    async def _take_waiting(self, account: str, user: str) -> bool:
        """One event that waits; False where none does."""
        attempt = 0
        while True:
            now = self._clock.now()
            try:
                return await self._commit(partial(self._dispatch.take_waiting, account=account, user=user, now=now))
            except Refused as refused:
                refuse = partial(self._dispatch.refuse_waiting, account=account, user=user, refused=refused, now=now)
                await self._commit(refuse)
                return True
            except Unavailable:
                raise
            except Exception as error:
                attempt += 1
                if attempt == TRIES:
                    await self._park_waiting(account, user, error)
                    return True
                await self._failed(error, attempt)

    async def _failed(self, error: Exception, attempt: int) -> None:
        self._metrics.failed.labels(type(error).__name__).inc()
        await asyncio.sleep(RETRY_SECONDS * attempt)

    async def _refuse(self, incoming: Incoming, refused: Refused) -> Outcome:
        now = self._clock.now()
        return await self._commit(lambda tx: self._dispatch.refuse(tx, incoming, refused, now))

    async def _park(self, incoming: Incoming, error: Exception) -> Outcome:
        """The turn failed for good: the person is told, a coordinator sees type and frames, the chat goes on."""
        name, frames = _noted(error)
        now, community = self._clock.now(), self._dispatch.community
        return await self._commit(lambda tx: failing.park(tx, incoming, name, frames, community, now))

    async def _park_waiting(self, account: str, user: str, error: Exception) -> None:
        name, frames = _noted(error)
        now, community = self._clock.now(), self._dispatch.community
        await self._commit(lambda tx: failing.park_waiting(tx, account, user, name, frames, community, now))

    async def _commit(self, work: Work[T]) -> T:
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
            self._answer(incoming, outcome)

    def _answer(self, incoming: Incoming, outcome: Outcome) -> None:
        """Answers the button. The way to the channel and back must hold up neither the chat nor the acknowledgement."""
        words = outcome.toast or Text("plain", {"text": ""})
        task = asyncio.ensure_future(self._toast(incoming, words, outcome.language))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    def _handle_later(self, incoming: Incoming, due: datetime) -> None:
        """An album's part waits for the others. The row in the inbox is the truth; this only saves waiting."""
        delay = max(0.0, (due - self._clock.now()).total_seconds())
        task = asyncio.create_task(self._wait_and_handle(delay, incoming))
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _wait_and_handle(self, delay: float, incoming: Incoming) -> None:
        await asyncio.sleep(delay)
        now = self._clock.now()
        try:
            if await self._database.read(lambda tx: inbox.is_due(tx, incoming.account, incoming.user, now)):
                await self.handle_waiting(incoming.account, incoming.user)
        except Exception as error:  # nobody waits for this task; the next look at the inbox tries again
            log.warning("an album waits: %s", type(error).__name__)


def _line(incoming: Incoming) -> tuple[str, str]:
    """Whose turns come one after the other: a chat's. Presses in a group are no talk: there each person's do, so that
    a team of fifty does not stand in line for one card."""
    alone = incoming.group and incoming.press is not None
    return incoming.account, f"{incoming.chat} {incoming.user}" if alone else incoming.chat


def _noted(error: Exception) -> tuple[str, str]:
    """The error's type, and where it happened: file, line and function of the innermost frames; no values."""
    stack = traceback.extract_tb(error.__traceback__)[-MOST_FRAMES:]
    frames = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(stack))
    log.error("a turn was parked: %s at %s", type(error).__name__, frames)
    return type(error).__name__, frames
