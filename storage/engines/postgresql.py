"""PostgreSQL through psycopg 3: a pool, a turn in a worker thread, retried when the server says so."""

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any, TypeVar

import psycopg
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from storage.errors import Conflict, StorageError, Unavailable
from storage.ids import IdMaker
from storage.sealing import Keyring
from storage.transaction import Row, Transaction, Work

T = TypeVar("T")

WORKERS = 8
TRIES = 5
POOL_WAIT_SECONDS = 5.0
# A process that hangs in the middle of a turn would keep its locks for as long as it hangs, and nobody could take over.
HANGS_SECONDS = 8.0
PARAMETER = re.compile(r"(?<![:\w]):([a-z_]\w*)")
TEMPORARY = (
    psycopg.errors.SerializationFailure,
    psycopg.errors.DeadlockDetected,
    psycopg.errors.LockNotAvailable,
    psycopg.errors.InsufficientResources,
    psycopg.errors.IdleInTransactionSessionTimeout,
    psycopg.OperationalError,
    psycopg.InterfaceError,
)


class PostgresqlTransaction(Transaction):
    """A turn's view of PostgreSQL."""

    __slots__ = ("_cursor",)

    def __init__(self, cursor: psycopg.Cursor[dict[str, Any]], keys: Keyring, ids: IdMaker) -> None:
        super().__init__(keys, ids)
        self._cursor = cursor

    def _all(self, sql: str, values: dict[str, Any]) -> list[Row]:
        return list(self._execute(sql, values).fetchall())

    def _run(self, sql: str, values: dict[str, Any]) -> int:
        return self._execute(sql, values).rowcount

    def _execute(self, sql: str, values: dict[str, Any]) -> psycopg.Cursor[dict[str, Any]]:
        try:
            return self._cursor.execute(_spoken(sql), values)
        except psycopg.Error as error:
            self.failure = translate(error)
            raise self.failure from error


class PostgresqlEngine:
    """Opens a pool; `turn` writes, `read` reads."""

    name = "postgresql"

    def __init__(self, url: str, keys: Keyring, ids: IdMaker, *, workers: int = WORKERS) -> None:
        self._url = url
        self._keys = keys
        self._ids = ids
        self._workers = workers
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="postgresql")
        self._pool: ConnectionPool[psycopg.Connection[dict[str, Any]]] | None = None

    async def open(self) -> None:
        """Opens the pool. Raises Unavailable where the server does not answer."""
        self._pool = ConnectionPool(
            self._url,
            connection_class=psycopg.Connection[dict[str, Any]],
            kwargs={"row_factory": dict_row, "autocommit": False},
            configure=_give_up_hanging,
            min_size=1,
            max_size=self._workers,
            timeout=POOL_WAIT_SECONDS,
            open=False,
        )
        try:
            await asyncio.to_thread(self._pool.open, True, POOL_WAIT_SECONDS * 2)
        except PoolTimeout as error:
            await self.close()
            raise Unavailable("the PostgreSQL server does not answer") from error

    def use_keys(self, keys: Keyring) -> None:
        """Seals and opens with another ring from now on (while keys are rotated)."""
        self._keys = keys

    async def close(self) -> None:
        """Finishes what runs and closes the pool."""
        await asyncio.to_thread(self._threads.shutdown, True)
        if self._pool is not None:
            await asyncio.to_thread(self._pool.close)
            self._pool = None

    async def turn(self, work: Work[T]) -> T:
        """Runs `work` in a transaction; returns after COMMIT. A wait cancelled before its turn began drops the turn.

        Deadlock, serialisation failure and lost connection run it again. Raises what `work` raised, or Unavailable.
        """
        return await self._in_worker(lambda: self._retried(work, read_only=False))

    async def read(self, work: Work[T]) -> T:
        """Runs `work` in a transaction that can only read, on one unchanging view of the data."""
        return await self._in_worker(lambda: self._retried(work, read_only=True))

    async def compact(self) -> None:
        """Rewrites every table, so that nothing of what was deleted or replaced is left in its file."""
        await self._in_worker(self._vacuum)

    async def _in_worker(self, function: Callable[[], T]) -> T:
        if self._pool is None:
            raise Unavailable("the database is closed")
        try:
            waiting = self._threads.submit(function)
        except RuntimeError as error:
            raise Unavailable("the database is being closed") from error
        return await asyncio.wrap_future(waiting)

    def _vacuum(self) -> None:
        if self._pool is None:
            raise Unavailable("the database is closed")
        try:
            with self._pool.connection() as connection:
                connection.autocommit = True
                try:
                    connection.execute("VACUUM FULL")
                finally:
                    connection.autocommit = False
        except psycopg.Error as error:
            raise translate(error) from error

    def _retried(self, work: Work[T], *, read_only: bool) -> T:
        for attempt in range(1, TRIES + 1):
            try:
                return self._once(work, read_only=read_only)
            except Unavailable:
                if attempt == TRIES:
                    raise
            except StopIteration as error:
                # No future can carry a StopIteration: who waits for it would wait for ever.
                raise RuntimeError("a turn raised StopIteration") from error
        raise AssertionError("the loop returns or raises")

    def _once(self, work: Work[T], *, read_only: bool) -> T:
        pool = self._pool
        if pool is None:
            raise Unavailable("the database is closed")
        used: psycopg.Connection[dict[str, Any]] | None = None
        try:
            with pool.connection() as used, used.cursor() as cursor:
                if read_only:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                tx = PostgresqlTransaction(cursor, self._keys, self._ids)
                result = work(tx)
                tx.must_be_sound()  # a COMMIT after a failed statement rolls back without a word
                return result
        except PoolTimeout as error:
            raise Unavailable("no connection to PostgreSQL is free") from error
        except psycopg.Error as error:
            raise translate(error) from error
        finally:
            if used is not None and used.closed:
                # Where one connection was lost the others are too, most likely: the pool replaces them now. (Its own
                # check before every use costs a round trip each, and seconds of waiting after the first dead one.)
                pool.check()


def _give_up_hanging(connection: psycopg.Connection[dict[str, Any]]) -> None:
    """The server ends a turn that asks nothing for so long; our side sees a lost connection and runs it again."""
    wait = f"{round(HANGS_SECONDS * 1000)}ms"
    connection.execute("SELECT set_config('idle_in_transaction_session_timeout', %s, false)", (wait,))
    connection.commit()


def translate(error: psycopg.Error) -> StorageError:
    """The driver's error in our words, without its values (the message of a DataError holds them)."""
    if isinstance(error, TEMPORARY):
        return Unavailable(f"PostgreSQL: {type(error).__name__}")
    if isinstance(error, psycopg.errors.IntegrityError):
        return Conflict(f"PostgreSQL: {type(error).__name__} {error.diag.constraint_name}")
    if isinstance(error, psycopg.DataError):
        return StorageError(f"PostgreSQL: {type(error).__name__}")
    return StorageError(f"PostgreSQL: {type(error).__name__}: {error.diag.message_primary}")


@lru_cache(maxsize=2048)
def _spoken(sql: str) -> bytes:
    """Our SQL in psycopg's dialect: `:name` becomes `%(name)s`."""
    return PARAMETER.sub(r"%(\1)s", sql.replace("%", "%%")).encode()
