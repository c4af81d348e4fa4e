"""The hub wakes the streams of the pages that are open now; what they then read is in the tables."""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Iterable
from functools import partial

from storage import web_chat
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

log = logging.getLogger(__name__)

POLL_SECONDS = 1.0  # another process on the same database may have written
CHATS_A_QUERY = 200
STREAMS_A_USER = 8  # an older page gives way to a newer one
STREAMS = 5000
TOASTS = 8


class Watcher:
    """One open page: how far it has read in each of its chats, and the notices that wait for it."""

    def __init__(self, user: str) -> None:
        self.user = user
        self.seen: dict[str, int] = {}
        self.over = False
        self._toasts: deque[str] = deque(maxlen=TOASTS)
        self._awake = asyncio.Event()

    def wake(self) -> None:
        """Lets the stream look."""
        self._awake.set()

    def toast(self, text: str) -> None:
        """Leaves a short notice for the page."""
        self._toasts.append(text)
        self.wake()

    def take_toasts(self) -> list[str]:
        """The notices that waited."""
        taken = list(self._toasts)
        self._toasts.clear()
        return taken

    def rest(self) -> None:
        """Call before reading: what happens from now on wakes the stream again."""
        self._awake.clear()

    async def wait(self, seconds: float) -> bool:
        """Waits until there is something to look at; False after so many seconds without."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._awake.wait(), seconds)
        return self._awake.is_set()


class Hub:
    """All open pages of this process."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._watchers: dict[str, list[Watcher]] = {}
        self._poll: asyncio.Task[None] | None = None
        self.closed = False

    def __len__(self) -> int:
        return sum(len(watchers) for watchers in self._watchers.values())

    def join(self, user: str) -> Watcher | None:
        """A page opens; None where no more can be taken."""
        if self.closed or len(self) >= STREAMS:
            return None
        watcher = Watcher(user)
        mine = self._watchers.setdefault(user, [])
        mine.append(watcher)
        for older in mine[:-STREAMS_A_USER]:
            older.over = True
            older.wake()
        if self._poll is None or self._poll.done():
            self._poll = asyncio.create_task(self._poll_tables())
        return watcher

    def leave(self, watcher: Watcher) -> None:
        """A page closed. May be called more than once."""
        mine = self._watchers.get(watcher.user, [])
        if watcher in mine:
            mine.remove(watcher)
        if not mine:
            self._watchers.pop(watcher.user, None)

    def wake(self, chat: str) -> None:
        """Something changed in a chat."""
        for watcher in self._all():
            if watcher.user == chat or chat in watcher.seen:
                watcher.wake()

    def toast(self, user: str, text: str) -> None:
        """Shows a short notice on all pages of a user."""
        for watcher in self._watchers.get(user, ()):
            watcher.toast(text)

    async def close(self) -> None:
        """Ends every stream."""
        self.closed = True
        for watcher in self._all():
            watcher.over = True
            watcher.wake()
        if self._poll is not None:
            self._poll.cancel()
            await asyncio.wait([self._poll])

    def _all(self) -> Iterable[Watcher]:
        return [watcher for watchers in self._watchers.values() for watcher in watchers]

    async def _poll_tables(self) -> None:
        while self._watchers:
            await asyncio.sleep(POLL_SECONDS)
            try:
                await self._look()
            except StorageError as error:
                log.warning("web chat cannot look for changes: %s", type(error).__name__)

    async def _look(self) -> None:
        chats = sorted({chat for watcher in self._all() for chat in watcher.seen})
        for start in range(0, len(chats), CHATS_A_QUERY):
            part = chats[start : start + CHATS_A_QUERY]
            found = await self._db.read(partial(_last_changes, part))
            for watcher in self._all():
                if any(found.get(chat, 0) > seen for chat, seen in watcher.seen.items()):
                    watcher.wake()


def _last_changes(chats: list[str], tx: Transaction) -> dict[str, int]:
    return web_chat.last_changes(tx, chats)
