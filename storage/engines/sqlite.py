"""SQLite: one writer that runs whole turns in aiosqlite's thread and commits many at once; readers beside it.

aiosqlite has no public call that runs a function in its thread, so `_in_thread` uses its `_execute`; the version is
pinned and a test guards it.
"""

import asyncio
import re
import sqlite3
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from storage.errors import Conflict, StorageError, Unavailable
from storage.ids import IdMaker
from storage.sealing import Keyring
from storage.transaction import Row, Transaction, Work

T = TypeVar("T")

ROW_LOCK = re.compile(r"FOR UPDATE( OF \w+)?( SKIP LOCKED)?")
BATCH_TURNS = 128
BATCH_SECONDS = 0.02  # a batch takes no further turn after this long, so that the first ones do not wait for the last
BUSY_MS = 5_000
READERS = 2
TEMPORARY = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
}


@dataclass(slots=True)
class _Job:
    work: Work[Any]
    done: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None
    dropped: bool = False


class SqliteTransaction(Transaction):
    """A turn's view of SQLite."""

    __slots__ = ("_connection",)

    def __init__(self, connection: sqlite3.Connection, keys: Keyring, ids: IdMaker) -> None:
        super().__init__(keys, ids)
        self._connection = connection

    def all(self, sql: str, **values: Any) -> list[Row]:
        try:
            return self._connection.execute(_spoken(sql), values).fetchall()
        except sqlite3.Error as error:
            raise translate(error) from error

    def one(self, sql: str, **values: Any) -> Row | None:
        rows = self.all(sql, **values)
        return rows[0] if rows else None

    def run(self, sql: str, **values: Any) -> int:
        try:
            return self._connection.execute(_spoken(sql), values).rowcount
        except sqlite3.Error as error:
            raise translate(error) from error


class SqliteEngine:
    """Opens a file; `turn` writes, `read` reads. Close it in a `finally`: aiosqlite's thread is not a daemon."""

    name = "sqlite"

    def __init__(self, path: Path, keys: Keyring, ids: IdMaker, *, max_pages: int | None = None) -> None:
        self.path = path
        self._keys = keys
        self._ids = ids
        self._max_pages = max_pages
        self._waiting: deque[_Job] = deque()
        self._drain: asyncio.Task[None] | None = None
        self._writer: aiosqlite.Connection | None = None
        self._idle_readers: asyncio.Queue[aiosqlite.Connection] = asyncio.Queue()
        self._readers: list[aiosqlite.Connection] = []

    async def open(self) -> None:
        """Opens the writer. Raises Unavailable where the file cannot be opened."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._writer = await _connect(str(self.path))
            await _in_thread(self._writer, self._prepare_writer)
        except (OSError, sqlite3.Error) as error:
            await self.close()
            raise Unavailable(f"the database file {self.path.name} cannot be opened: {type(error).__name__}") from error

    def use_keys(self, keys: Keyring) -> None:
        """Seals and opens with another ring from now on (while keys are rotated)."""
        self._keys = keys

    async def close(self) -> None:
        """Finishes what waits and closes every connection."""
        try:
            if self._drain is not None:
                await self._drain
        finally:
            for connection in [*self._readers, *([self._writer] if self._writer else [])]:
                await connection.close()
            self._readers.clear()
            self._writer = None

    async def turn(self, work: Work[T]) -> T:
        """Runs `work` in a transaction; returns after COMMIT. A wait cancelled before its turn began drops the turn.

        Raises what `work` raised (its writes are undone), or Unavailable.
        """
        job = _Job(work, asyncio.get_running_loop().create_future())
        self._waiting.append(job)
        if self._drain is None or self._drain.done():
            self._drain = asyncio.create_task(self._run_waiting())
        result: T = await job.done
        return result

    async def read(self, work: Work[T]) -> T:
        """Runs `work` on a connection that can only read; what it needs must be fetched when it returns."""
        reader = await self._take_reader()
        try:
            return await asyncio.shield(asyncio.ensure_future(self._read_on(reader, work)))
        except sqlite3.Error as error:
            raise translate(error) from error

    async def _read_on(self, reader: aiosqlite.Connection, work: Work[T]) -> T:
        try:
            return await _in_thread(reader, lambda connection: self._read_whole(connection, work))
        finally:
            self._idle_readers.put_nowait(reader)

    def _read_whole(self, connection: sqlite3.Connection, work: Work[T]) -> T:
        connection.execute("BEGIN")
        try:
            return work(SqliteTransaction(connection, self._keys, self._ids))
        finally:
            connection.execute("ROLLBACK")

    async def _take_reader(self) -> aiosqlite.Connection:
        if self._idle_readers.empty() and len(self._readers) < READERS:
            reader = await _connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)
            self._readers.append(reader)
            return reader
        return await self._idle_readers.get()

    def _prepare_writer(self, connection: sqlite3.Connection) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536"):
            connection.execute(f"PRAGMA {pragma}")
        if self._max_pages is not None:
            connection.execute(f"PRAGMA max_page_count={self._max_pages}")

    async def _run_waiting(self) -> None:
        while self._waiting:
            batch = [self._waiting.popleft() for _ in range(min(BATCH_TURNS, len(self._waiting)))]
            try:
                late = await self._in_writer(partial(self._run_batch, jobs=batch))
            except BaseException as error:
                for job in batch:
                    job.error = job.error or Unavailable(f"the writer stopped: {type(error).__name__}")
                late = []
            self._waiting.extendleft(reversed(late))
            for job in batch:
                if not any(job is other for other in late):
                    _settle(job)

    async def _in_writer(self, function: Callable[[sqlite3.Connection], T]) -> T:
        if self._writer is None:
            raise Unavailable("the database is closed")
        return await _in_thread(self._writer, function)

    def _run_batch(self, connection: sqlite3.Connection, jobs: list[_Job]) -> list[_Job]:
        """In the thread: all turns of a batch, each in a savepoint, one COMMIT. Returns the jobs left for later.

        SQLite itself rolls the whole batch back after some errors (disk full, interrupt): then, and when COMMIT fails,
        nothing of the batch counts, and its turns are run again one by one, each in a transaction of its own.
        """
        began = time.monotonic()
        ran: list[_Job] = []
        try:
            connection.execute("BEGIN IMMEDIATE")
            for job in jobs:
                if ran and time.monotonic() - began > BATCH_SECONDS:
                    break
                ran.append(job)
                self._run_in_savepoint(connection, job)
                if not connection.in_transaction:
                    raise Unavailable("SQLite rolled the batch back")
            connection.execute("COMMIT")
        except (sqlite3.Error, Unavailable):
            _roll_back(connection)
            for job in ran or jobs:
                self._run_alone(connection, job)
            ran = ran or jobs
        return jobs[len(ran) :]

    def _run_in_savepoint(self, connection: sqlite3.Connection, job: _Job) -> None:
        job.dropped = job.done.cancelled()
        if job.dropped:
            return
        connection.execute("SAVEPOINT turn")
        try:
            job.result = job.work(SqliteTransaction(connection, self._keys, self._ids))
        except BaseException as error:  # also KeyboardInterrupt and friends: whatever ends a turn undoes it
            job.error = error
            if connection.in_transaction:
                connection.execute("ROLLBACK TO turn")
        if connection.in_transaction:
            connection.execute("RELEASE turn")

    def _run_alone(self, connection: sqlite3.Connection, job: _Job) -> None:
        job.result, job.error = None, None
        if job.dropped or job.done.cancelled():
            job.dropped = True
            return
        try:
            connection.execute("BEGIN IMMEDIATE")
            job.result = job.work(SqliteTransaction(connection, self._keys, self._ids))
            connection.execute("COMMIT")
        except BaseException as error:
            job.result = None
            job.error = translate(error) if isinstance(error, sqlite3.Error) else error
            _roll_back(connection)


def translate(error: sqlite3.Error) -> StorageError:
    """The driver's error in our words, without its values."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in TEMPORARY:
        return Unavailable(f"SQLite: {error.sqlite_errorname}")
    if isinstance(error, sqlite3.IntegrityError):
        return Conflict(f"SQLite: {error}")
    return StorageError(f"SQLite: {error}")


async def _connect(path: str, *, uri: bool = False) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(
        path, uri=uri, isolation_level=None, cached_statements=512, timeout=BUSY_MS / 1000
    )
    connection.row_factory = sqlite3.Row
    return connection


async def _in_thread(connection: aiosqlite.Connection, function: Callable[[sqlite3.Connection], T]) -> T:
    result: T = await connection._execute(function, connection._conn)  # type: ignore[no-untyped-call]
    return result


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _settle(job: _Job) -> None:
    if job.done.cancelled() or job.dropped:
        job.done.cancel()
    elif job.error is not None:
        job.done.set_exception(job.error)
    else:
        job.done.set_result(job.result)


@lru_cache(maxsize=2048)
def _spoken(sql: str) -> str:
    """Our SQL in SQLite's dialect: it has one writer and knows no row locks."""
    return ROW_LOCK.sub("", sql)
