"""A turn's view of SQLite, and its errors in our words."""

import re
import sqlite3
from functools import lru_cache
from typing import Any

from storage.errors import Conflict, StorageError, Unavailable
from storage.ids import IdMaker
from storage.sealing import Keyring
from storage.transaction import Row, Transaction

ROW_LOCK = re.compile(r"FOR UPDATE( OF \w+)?( SKIP LOCKED)?")
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


class SqliteTransaction(Transaction):
    """A turn's view of SQLite."""

    __slots__ = ("_connection",)

    def __init__(self, connection: sqlite3.Connection, keys: Keyring, ids: IdMaker) -> None:
        super().__init__(keys, ids)
        self._connection = connection

    def _all(self, sql: str, values: dict[str, Any]) -> list[Row]:
        try:
            return self._connection.execute(_spoken(sql), values).fetchall()
        except (sqlite3.Error, OverflowError) as error:
            raise self._failed(error) from error

    def _run(self, sql: str, values: dict[str, Any]) -> int:
        try:
            return self._connection.execute(_spoken(sql), values).rowcount
        except (sqlite3.Error, OverflowError) as error:
            raise self._failed(error) from error

    def _failed(self, error: sqlite3.Error | OverflowError) -> StorageError:
        self.failure = translate(error) if isinstance(error, sqlite3.Error) else StorageError("a number is too large")
        return self.failure


def translate(error: sqlite3.Error) -> StorageError:
    """The driver's error in our words, without its values."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in TEMPORARY:
        return Unavailable(f"SQLite: {error.sqlite_errorname}")
    if isinstance(error, sqlite3.IntegrityError):
        return Conflict(f"SQLite: {error}")
    return StorageError(f"SQLite: {error}")


@lru_cache(maxsize=2048)
def _spoken(sql: str) -> str:
    """Our SQL in SQLite's dialect: it has one writer and knows no row locks."""
    return ROW_LOCK.sub("", sql)
