"""The tables, one transaction an update, and the storage that keeps aiogram's states in SQLite."""

import asyncio
import json
import sqlite3
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from aiogram import BaseMiddleware
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, TelegramObject, Update
from aiosqlite import Connection

from benchmarks.dialogue import Button, Said

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000")
SCHEMA = """
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, place TEXT NOT NULL, door TEXT NOT NULL,
    phone TEXT NOT NULL, role TEXT NOT NULL);
CREATE TABLE inbox (update_id INTEGER PRIMARY KEY, received_at TEXT NOT NULL);
CREATE TABLE dialogue (person_id INTEGER PRIMARY KEY, state TEXT, data TEXT NOT NULL DEFAULT '{}');
CREATE TABLE request (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE,
    resident_id INTEGER NOT NULL REFERENCES person, words TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL,
    helper_id INTEGER REFERENCES person, note TEXT, stars INTEGER);
CREATE TABLE event (id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL REFERENCES request, kind TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person, at TEXT NOT NULL);
CREATE INDEX event_request ON event (request_id);
CREATE TABLE offer (id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL REFERENCES request, chat INTEGER NOT NULL,
    state TEXT NOT NULL, volunteer_id INTEGER REFERENCES person);
CREATE INDEX offer_request ON offer (request_id);
CREATE TABLE outbox (id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
    queued_at TEXT NOT NULL);
CREATE TABLE counter (day TEXT PRIMARY KEY, value INTEGER NOT NULL);
"""
Keyboard = list[InlineKeyboardButton]


class Turn:
    """What a handler works with besides the event: the transaction, the team's chat, what has been said in it."""

    def __init__(self, db: Connection, group: int) -> None:
        self.db = db
        self.group = group
        self.now = datetime.now(UTC)
        self.said: list[tuple[int, Said]] = []

    async def one(self, sql: str, *values: object) -> sqlite3.Row:
        """The first row. Raises LookupError when there is none."""
        for row in await self.db.execute_fetchall(sql, values):
            return row
        raise LookupError("no such row")

    async def run(self, sql: str, *values: object) -> int:
        """Runs a statement; the number of rows it changed."""
        return (await self.db.execute(sql, values)).rowcount

    async def say(self, chat: int, text: str, keyboard: Keyboard | None = None, edit: int | None = None) -> None:
        """Puts a message (or a change of the message `edit`) into the outbox."""
        buttons = keyboard or []
        markup = InlineKeyboardMarkup(inline_keyboard=[[button] for button in buttons])
        body = {"text": text, "reply_markup": markup.model_dump(exclude_none=True), "message_id": edit}
        await self.run(
            "INSERT INTO outbox (chat, kind, body, queued_at) VALUES (?, ?, ?, ?)",
            *(chat, "send" if edit is None else "edit", json.dumps(body), self.now.isoformat()),
        )
        self.said.append((chat, Said(text, tuple(Button(b.text, b.callback_data or "") for b in buttons))))

    async def log(self, request: int, kind: str, person: int) -> None:
        """Writes what happened to the request."""
        sql = "INSERT INTO event (request_id, kind, person_id, at) VALUES (?, ?, ?, ?)"
        await self.run(sql, request, kind, person, self.now.isoformat())


class OneTransaction(BaseMiddleware):
    """One transaction an update; a repeated update changes nothing."""

    def __init__(self, db: Connection, group: int) -> None:
        self.heard: defaultdict[int, list[Said]] = defaultdict(list)
        self._db, self._group = db, group
        self._lock = asyncio.Lock()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        assert isinstance(event, Update)
        async with self._lock:
            turn = data["turn"] = Turn(self._db, self._group)
            await self._db.execute("BEGIN IMMEDIATE")
            try:
                mark = "INSERT INTO inbox (update_id, received_at) VALUES (?, ?) ON CONFLICT DO NOTHING"
                fresh = await turn.run(mark, event.update_id, turn.now.isoformat())
                result = await handler(event, data) if fresh else None
                await self._db.execute("COMMIT")
            except BaseException:
                await self._db.execute("ROLLBACK")
                raise
        for chat, said in turn.said:
            self.heard[chat].append(said)
        if event.callback_query:
            await event.callback_query.answer()
        return result


class SqliteStorage(BaseStorage):
    """States and their data in the table `dialogue`, written in the transaction of the update."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Puts the person's state; None takes it away."""
        await self._db.execute(
            "INSERT INTO dialogue (person_id, state) VALUES (?, ?) "
            "ON CONFLICT (person_id) DO UPDATE SET state = excluded.state",
            (key.user_id, state.state if isinstance(state, State) else state),
        )

    async def get_state(self, key: StorageKey) -> str | None:
        """The person's state, or None."""
        for row in await self._db.execute_fetchall("SELECT state FROM dialogue WHERE person_id = ?", (key.user_id,)):
            return str(row[0]) if row[0] is not None else None
        return None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Puts the data that go with the state."""
        await self._db.execute(
            "INSERT INTO dialogue (person_id, data) VALUES (?, ?) "
            "ON CONFLICT (person_id) DO UPDATE SET data = excluded.data",
            (key.user_id, json.dumps(data)),
        )

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The data that go with the state."""
        for row in await self._db.execute_fetchall("SELECT data FROM dialogue WHERE person_id = ?", (key.user_id,)):
            return dict(json.loads(row[0]))
        return {}

    async def close(self) -> None:
        """The connection belongs to the bot, which closes it."""
