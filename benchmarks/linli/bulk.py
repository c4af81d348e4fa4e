"""Many rows at once: `executemany` on SQLite, COPY on PostgreSQL. For filling a database before it is measured."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

import psycopg

from storage.database import sqlite_path


class Bulk(Protocol):
    """Inserts rows into a table, in the order of its columns."""

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None: ...

    def run(self, statement: str) -> None: ...


class SqliteBulk:
    """On a connection of its own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Inserts all rows."""
        marks = ", ".join("?" * len(columns))
        self._connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    def run(self, statement: str) -> None:
        """Runs a statement."""
        self._connection.execute(statement)


class PostgresqlBulk:
    """The same for PostgreSQL."""

    def __init__(self, connection: "psycopg.Connection[tuple[object, ...]]") -> None:
        self._connection = connection

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Inserts all rows."""
        with (
            self._connection.cursor() as cursor,
            cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN".encode()) as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def run(self, statement: str) -> None:
        """Runs a statement."""
        self._connection.execute(statement.encode())


@contextmanager
def bulk(url: str) -> Iterator[Bulk]:
    """One transaction for bulk inserts into the database at `url`, committed at the end."""
    path = sqlite_path(url)
    if path is None:
        with psycopg.connect(url) as connection:
            yield PostgresqlBulk(connection)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")  # a server that has run for a night has done so by itself
        return
    lite = sqlite3.connect(path, isolation_level=None)
    try:
        lite.execute("PRAGMA cache_size=-262144")
        lite.execute("BEGIN IMMEDIATE")
        yield SqliteBulk(lite)
        lite.execute("COMMIT")
        lite.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        lite.close()
