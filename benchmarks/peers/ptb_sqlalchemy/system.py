"""The bot put together: the engine, the Application, and what the bench asks of a system."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Awaitable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from telegram import Update
from telegram.ext import ApplicationBuilder, BaseUpdateProcessor, ContextTypes
from telegram.request import BaseRequest

from benchmarks.dialogue import BOT, Cast, Neighbour, Said
from benchmarks.peers.ptb_sqlalchemy.handlers import add_handlers
from benchmarks.peers.ptb_sqlalchemy.tables import Base, Person

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000")


class OneByOne(BaseUpdateProcessor):
    """Updates of one person wait for each other, those of different people do not."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Processes the update when those of the same person before it are done."""
        assert isinstance(update, Update) and update.effective_user
        async with self._locks.setdefault(update.effective_user.id, asyncio.Lock()):
            await coroutine

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""


class NoNetwork(BaseRequest):
    """Answers every call to the Bot API at once."""

    read_timeout = None

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""

    async def do_request(self, url: str, *_: Any, **__: Any) -> tuple[int, bytes]:
        """The answer to a call: who the bot is, or yes."""
        return 200, json.dumps({"ok": True, "result": BOT if url.endswith("/getMe") else True}).encode()


class PtbSqlalchemy:
    """The system `ptb-sqlalchemy` of the bench."""

    name = "ptb-sqlalchemy"

    async def open(self, folder: Path, cast: Cast) -> None:
        """Makes the tables and the people, and starts the Application without an updater."""
        self._heard: defaultdict[int, list[Said]] = defaultdict(list)
        self._failed: list[Exception] = []
        self._engine = make_engine(folder / "peer.db")
        sessions = async_sessionmaker(self._engine, expire_on_commit=False)
        async with self._engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
            for role, people in (("resident", cast.residents), ("volunteer", cast.volunteers)):
                await connection.execute(sa.insert(Person), [row(person, role) for person in people])
        builder = ApplicationBuilder().token(f"{BOT['id']}:none").request(NoNetwork()).get_updates_request(NoNetwork())
        self._application = builder.concurrent_updates(OneByOne(256)).updater(None).job_queue(None).build()
        self._application.bot_data.update(sessions=sessions, heard=self._heard, group=cast.group)
        add_handlers(self._application)
        self._application.add_error_handler(self._fail)
        await self._application.initialize()

    async def _fail(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert context.error
        self._failed.append(context.error)

    async def update(self, raw: bytes) -> None:
        """Takes one update in, as the Application's own loop would; raises what a handler raised."""
        application = self._application
        update = Update.de_json(json.loads(raw), application.bot)
        await application.update_processor.process_update(update, application.process_update(update))
        if self._failed:
            raise self._failed.pop()

    def said(self, chat: int) -> Sequence[Said]:
        """What was committed for this chat since it was last asked for."""
        return self._heard.pop(chat, ())

    async def close(self) -> None:
        """Closes the Application and the engine."""
        await self._application.shutdown()
        await self._engine.dispose()


def row(person: Neighbour, role: str) -> dict[str, object]:
    """A row of the table `person`."""
    facts = asdict(person)
    return {"id": facts.pop("user"), "role": role} | facts


def make_engine(path: Path) -> AsyncEngine:
    """An engine on one connection that begins every transaction as a writer, as SQLAlchemy's manual shows it."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{path}", pool_size=1, max_overflow=0)

    @sa.event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @sa.event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
