"""SQLite: one writer that runs whole turns in aiosqlite's thread and commits many at once; readers beside it.

aiosqlite has no public call that runs a function in its thread, so `_in_thread` uses its `_execute`; the version is
pinned and a test guards it.
"""

import asyncio
import sqlite3
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from storage.engines.sqlite_transaction import SqliteTransaction, translate
from storage.errors import Unavailable
from storage.ids import IdMaker
from storage.sealing import Keyring
from storage.transaction import Work

T = TypeVar("T")

BATCH_TURNS = 128
BATCH_SECONDS = 0.02  # a batch takes no further turn after this long, so that the first ones do not wait for the last
BUSY_MS = 5_000
READERS = 2


@dataclass(slots=True)
class _Job:
    work: Work[Any]
    done: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None
    dropped: bool = False


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
        self._readers_made = 0
        self._reading: set[asyncio.Task[Any]] = set()

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
            while self._reading:
                await asyncio.wait(self._reading)
        finally:
            connections = [*self._readers, *([self._writer] if self._writer else [])]
            self._readers.clear()
            self._writer = None
            for connection in connections:
                await connection.close()

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
        # A task of its own, so that a reader comes back also where the wait for it is cancelled.
        reading = asyncio.create_task(self._read(work))
        self._reading.add(reading)
        reading.add_done_callback(self._reading.discard)
        return await asyncio.shield(reading)

    async def compact(self) -> None:
        """Rewrites the file and empties its log, so that nothing of what was deleted or replaced is left in them."""
        try:
            await self._in_writer(_vacuum)
        except sqlite3.Error as error:
            raise translate(error) from error

    async def _read(self, work: Work[T]) -> T:
        try:
            reader = await self._take_reader()
            try:
                return await _in_thread(reader, lambda connection: self._read_whole(connection, work))
            finally:
                self._idle_readers.put_nowait(reader)
        except sqlite3.Error as error:
            raise translate(error) from error

    def _read_whole(self, connection: sqlite3.Connection, work: Work[T]) -> T:
        connection.execute("BEGIN")
        try:
            return self._run(connection, work)
        finally:
            _roll_back(connection)

    async def _take_reader(self) -> aiosqlite.Connection:
        if self._writer is None:
            raise Unavailable("the database is closed")
        if not self._idle_readers.empty() or self._readers_made >= READERS:
            return await self._idle_readers.get()
        self._readers_made += 1
        try:
            reader = await _connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)
        except BaseException:
            self._readers_made -= 1
            raise
        self._readers.append(reader)
        return reader

    def _prepare_writer(self, connection: sqlite3.Connection) -> None:
        _use_log(connection)
        for pragma in ("synchronous=FULL", "foreign_keys=ON", "cache_size=-49152"):
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
        except (sqlite3.Error, Unavailable) as error:
            _roll_back(connection)
            if not ran:
                _refuse(jobs, error)
                return []
            self._run_one_by_one(connection, ran)
        return jobs[len(ran) :]

    def _run_in_savepoint(self, connection: sqlite3.Connection, job: _Job) -> None:
        job.dropped = job.done.cancelled()
        if job.dropped:
            return
        connection.execute("SAVEPOINT turn")
        try:
            job.result = self._run(connection, job.work)
        except BaseException as error:  # also KeyboardInterrupt and friends: whatever ends a turn undoes it
            job.error = error
            if connection.in_transaction:
                connection.execute("ROLLBACK TO turn")
        if connection.in_transaction:
            connection.execute("RELEASE turn")

    def _run_one_by_one(self, connection: sqlite3.Connection, jobs: list[_Job]) -> None:
        for index, job in enumerate(jobs):
            job.result, job.error, job.dropped = None, None, job.done.cancelled()
            if job.dropped:
                continue
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.Error as error:
                _refuse(jobs[index:], error)
                return
            self._run_alone(connection, job)

    def _run_alone(self, connection: sqlite3.Connection, job: _Job) -> None:
        try:
            job.result = self._run(connection, job.work)
            connection.execute("COMMIT")
        except BaseException as error:
            job.result = None
            job.error = translate(error) if isinstance(error, sqlite3.Error) else error
            _roll_back(connection)

    def _run(self, connection: sqlite3.Connection, work: Work[T]) -> T:
        tx = SqliteTransaction(connection, self._keys, self._ids)
        try:
            result = work(tx)
        except StopIteration as error:
            # No future can carry a StopIteration: who waits for it would wait for ever.
            raise RuntimeError("a turn raised StopIteration") from error
        tx.must_be_sound()
        return result


async def _connect(path: str, *, uri: bool = False) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(
        path, uri=uri, isolation_level=None, cached_statements=512, timeout=BUSY_MS / 1000
    )
    connection.row_factory = sqlite3.Row
    return connection


async def _in_thread(connection: aiosqlite.Connection, function: Callable[[sqlite3.Connection], T]) -> T:
    result: T = await connection._execute(function, connection._conn)  # type: ignore[no-untyped-call]
    return result


def _vacuum(connection: sqlite3.Connection) -> None:
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _refuse(jobs: list[_Job], error: Exception) -> None:
    """No transaction could begin. All who wait are told at once: trying for each would keep the last for minutes."""
    for job in jobs:
        job.error = translate(error) if isinstance(error, sqlite3.Error) else error


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


def _use_log(connection: sqlite3.Connection) -> None:
    """Has the file written through a log (WAL). While another opens it, SQLite refuses at once, whatever its patience:
    we are patient instead."""
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
