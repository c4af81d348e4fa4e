"""The bot put together: the connection, the Dispatcher, and what the bench asks of a system."""

import json
import sqlite3
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Any

import aiosqlite
from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.fsm.strategy import FSMStrategy
from aiogram.methods import TelegramMethod

from benchmarks.dialogue import BOT, Cast, Said
from benchmarks.peers.aiogram_aiosqlite.database import PRAGMAS, SCHEMA, OneTransaction, SqliteStorage
from benchmarks.peers.aiogram_aiosqlite.handlers import make_router


class NoNetwork(BaseSession):
    """Answers every call to the Bot API at once with yes."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:
        """The answer to a call."""
        return True

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """Files are not fetched."""
        yield b""

    async def close(self) -> None:
        """Nothing to close."""


class AiogramAiosqlite:
    """The system `aiogram-aiosqlite` of the bench."""

    name = "aiogram-aiosqlite"

    async def open(self, folder: Path, cast: Cast) -> None:
        """Makes the tables and the people, and starts the dispatcher."""
        self._db = await aiosqlite.connect(folder / "peer.db", isolation_level=None)
        self._db.row_factory = sqlite3.Row
        for pragma in PRAGMAS:
            await self._db.execute(f"PRAGMA {pragma}")
        await self._db.executescript(SCHEMA)
        await self._db.execute("BEGIN")
        for role, people in (("resident", cast.residents), ("volunteer", cast.volunteers)):
            rows = [(p.user, p.name, p.place, p.door, p.phone, role) for p in people]
            await self._db.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?)", rows)
        await self._db.execute("COMMIT")
        self._bot = Bot(f"{BOT['id']}:none", session=NoNetwork())
        self._dispatcher = Dispatcher(
            storage=SqliteStorage(self._db),
            fsm_strategy=FSMStrategy.GLOBAL_USER,
            events_isolation=SimpleEventIsolation(),
        )
        self._transactions = OneTransaction(self._db, cast.group)
        self._dispatcher.update.outer_middleware(self._transactions)
        self._dispatcher.include_router(make_router())

    async def update(self, raw: bytes) -> None:
        """Takes one update in, as a webhook's handler would."""
        await self._dispatcher.feed_raw_update(self._bot, json.loads(raw))

    def said(self, chat: int) -> Sequence[Said]:
        """What was committed for this chat since it was last asked for."""
        return self._transactions.heard.pop(chat, ())

    async def close(self) -> None:
        """Closes the connection, whose thread would keep the process alive."""
        await self._db.close()
