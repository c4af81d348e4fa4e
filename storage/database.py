"""Database: opens SQLite or PostgreSQL by its address, brings the tables up to date, and checks that the key fits."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from storage import migrating
from storage.engines.postgresql import PostgresqlEngine
from storage.engines.sqlite import SqliteEngine
from storage.ids import IdMaker
from storage.sealing import Keyring
from storage.transaction import Transaction, Work

T = TypeVar("T")


class Engine(Protocol):
    """What both engines can do."""

    name: str

    async def open(self) -> None: ...

    async def close(self) -> None: ...

    async def turn(self, work: Work[T]) -> T: ...

    async def read(self, work: Work[T]) -> T: ...

    async def compact(self) -> None: ...

    def use_keys(self, keys: Keyring) -> None: ...


class Database:
    """The tables. `turn` writes in one transaction, `read` only reads."""

    def __init__(self, engine: Engine, keys: Keyring) -> None:
        self._engine = engine
        self.keys = keys

    @property
    def engine_name(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._engine.name

    async def turn(self, work: Work[T]) -> T:
        """Runs `work(tx)` in one read-write transaction and returns after COMMIT. `work` may run more than once.

        Raises what `work` raised (nothing is kept), or Unavailable.
        """
        return await self._engine.turn(work)

    async def read(self, work: Work[T]) -> T:
        """Runs `work(tx)` on a read-only view. Raises what `work` raised, or Unavailable."""
        return await self._engine.read(work)

    def use_keys(self, keys: Keyring) -> None:
        """Seals and opens with another ring from now on (while keys are rotated)."""
        self.keys = keys
        self._engine.use_keys(keys)

    async def compact(self) -> None:
        """Rewrites the files so that nothing deleted or replaced is left in them. Slow; for a service that is stopped.

        Raises Unavailable (a full disk: there must be room for a second copy meanwhile).
        """
        await self._engine.compact()

    async def close(self) -> None:
        """Finishes what waits and lets go of every connection."""
        await self._engine.close()


async def open_database(
    url: str,
    keys: Keyring,
    *,
    ids: IdMaker | None = None,
    workers: int = 8,
    max_pages: int | None = None,
    prepare: Callable[[Transaction, str], object] = migrating.prepare,
) -> Database:
    """Opens `sqlite:///path` or `postgresql://…`, and migrates it. `max_pages` bounds a SQLite file (for tests).

    `prepare(tx, engine name)` runs first, in one turn; restoring a backup has one of its own.

    Raises Unavailable, NewerDatabase, KeyTrouble (the key is not this database's) or ValueError for another address.
    """
    engine = _engine(url, keys, ids or IdMaker(), workers, max_pages)
    try:
        await engine.open()
        await engine.turn(lambda tx: prepare(tx, engine.name))
    except BaseException:
        await engine.close()
        raise
    return Database(engine, keys)


def sqlite_path(url: str) -> Path | None:
    """The file behind a `sqlite:///` address (three slashes: relative, four: absolute), or None for another kind."""
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


def _engine(url: str, keys: Keyring, ids: IdMaker, workers: int, max_pages: int | None) -> Engine:
    path = sqlite_path(url)
    if path is not None:
        return SqliteEngine(path, keys, ids, max_pages=max_pages)
    if url.startswith(("postgresql://", "postgres://")):
        return PostgresqlEngine(url, keys, ids, workers=workers)
    raise ValueError("a database address starts with sqlite:/// or postgresql://")
