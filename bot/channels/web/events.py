"""The stream of events that a page listens to: it resumes where it stopped, misses nothing and says nothing twice."""

import json
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from bot.channels.web.bubbles import ME, Room, page_bubble, page_chat
from bot.channels.web.hub import Hub, Watcher
from bot.channels.web.sessions import Session
from storage import people, web_chat
from storage.addresses import WEB
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

Rooms = Callable[[Transaction, str], Sequence[Room]]
"""The rooms that a user belongs to now."""

FIRST = 50  # messages of each chat that a page is shown at first
SLICE = 200
HEARTBEAT_SECONDS = 15.0
RETRY_MS = 2000
HEADERS = {"X-Accel-Buffering": "no"}  # a proxy must not hold events back


@dataclass(slots=True)
class Batch:
    """What is new: the chats there are, changed messages, the chats to be shown afresh, and how far this reaches."""

    chats: list[dict[str, Any]] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)
    fresh: list[str] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    more: bool = False


def parse_position(text: str, user: str) -> dict[str, int]:
    """How far a page says it has read, by the id of the last event it got. What makes no sense counts as nothing."""
    try:
        pairs = parse_qsl(text[:4000], strict_parsing=True, max_num_fields=200)
        return {user if chat == ME else chat: int(number[:18]) for chat, number in pairs}
    except ValueError:
        return {}


def collect(tx: Transaction, session: Session, seen: dict[str, int], rooms: Rooms) -> Batch:
    """What is new for a session, in one view of the tables: only chats that are its own are looked at."""
    batch = Batch()
    own = Room(session.user, "")
    for room in (own, *rooms(tx, session.user)):
        state = web_chat.state(tx, room.chat)
        batch.chats.append(_page_room(room, session, state.menu))
        after = seen.get(room.chat)
        # A number above the last one is from before the tables were put back to an earlier state.
        if after is None or not 0 <= after <= state.last_change:
            batch.fresh.append(page_chat(room.chat, session.user))
            bubbles = web_chat.newest(tx, room.chat, FIRST)
            batch.seen[room.chat] = state.last_change
        else:
            bubbles = web_chat.changes(tx, room.chat, after, SLICE)
            whole = len(bubbles) < SLICE
            batch.more |= not whole
            batch.seen[room.chat] = state.last_change if whole else bubbles[-1].changed
        batch.messages += [page_bubble(bubble, session.seat, session.user) for bubble in bubbles]
    batch.chats[0]["elder"] = people.elder_by_user(tx, WEB, session.user)  # the page shows large type then
    return batch


class EventStream(StreamingResponse):
    """The answer that stays open. Leaves the hub however it ends."""

    def __init__(self, db: Database, hub: Hub, watcher: Watcher, session: Session, after: str, rooms: Rooms) -> None:
        super().__init__(self._events(), media_type="text/event-stream", headers=HEADERS)
        self._db = db
        self._hub = hub
        self._watcher = watcher
        self._session = session
        self._rooms = rooms
        self._start = parse_position(after, session.user)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._hub.leave(self._watcher)

    async def _events(self) -> AsyncIterator[bytes]:
        yield f"retry: {RETRY_MS}\n\n".encode()
        seen, chats, watcher = self._start, None, self._watcher
        while not watcher.over:
            watcher.rest()
            try:
                batch = await self._read(seen)
            except StorageError:
                return  # the page comes back in a moment
            if batch.chats != chats:
                chats = batch.chats
                yield _event("chats", chats)
            if batch.messages or batch.fresh:
                told = {"messages": batch.messages, "fresh": batch.fresh}
                yield _event("messages", told, self._position(batch.seen))
            seen = watcher.seen = batch.seen
            for text in watcher.take_toasts():
                yield _event("toast", {"text": text})
            if not batch.more and not await watcher.wait(HEARTBEAT_SECONDS):
                yield b": still here\n\n"

    async def _read(self, seen: dict[str, int]) -> Batch:
        return await self._db.read(lambda tx: collect(tx, self._session, seen, self._rooms))

    def _position(self, seen: dict[str, int]) -> str:
        return urlencode({page_chat(chat, self._session.user): number for chat, number in seen.items()})


def _page_room(room: Room, session: Session, menu: str | None) -> dict[str, Any]:
    name = page_chat(room.chat, session.user)
    return {"chat": name, "title": room.title, "group": name != ME, "menu": json.loads(menu or "[]")}


def _event(name: str, data: Any, position: str = "") -> bytes:
    mark = f"id: {position}\n" if position else ""
    return f"{mark}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
