"""What only SQLite does: one writer, many turns in one COMMIT, a busy file, aiosqlite's thread."""

import asyncio
import importlib.metadata
import inspect
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from storage import settings
from storage.database import Database, open_database, sqlite_path
from storage.engines import sqlite
from storage.engines.sqlite import SqliteEngine
from storage.errors import StorageError, Unavailable
from storage.sealing import Keyring
from storage.transaction import Transaction


def raw(tx: Transaction) -> sqlite3.Connection:
    """The writer's own connection, to see what the engine set, and to make it fail."""
    connection: sqlite3.Connection = tx._connection  # type: ignore[attr-defined]
    return connection


def engine(database: Database) -> SqliteEngine:
    found = database._engine
    assert isinstance(found, SqliteEngine)
    return found


def writing(name: str) -> Callable[[Transaction], str]:
    def work(tx: Transaction) -> str:
        settings.write(tx, name, "1")
        return name

    return work


async def names(database: Database) -> set[str]:
    sql = "SELECT name FROM settings WHERE name <> 'key_check'"
    return {row["name"] for row in await database.read(lambda tx: tx.all(sql))}


async def test_the_settings_that_durability_rests_on(sqlite_database: Database) -> None:
    def pragmas(tx: Transaction) -> dict[str, Any]:
        asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return {name: raw(tx).execute(f"PRAGMA {name}").fetchone()[0] for name in asked}

    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    assert await sqlite_database.turn(pragmas) == expected


async def test_many_waiting_turns_share_one_commit(sqlite_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BATCH_SECONDS", 60.0)  # a slow machine must not cut the batch short
    statements: list[str] = []
    await sqlite_database.turn(lambda tx: raw(tx).set_trace_callback(statements.append))
    await asyncio.gather(*(sqlite_database.turn(writing(f"n{number}")) for number in range(100)))
    assert [text for text in statements if text in ("BEGIN IMMEDIATE", "COMMIT")][1:] == ["BEGIN IMMEDIATE", "COMMIT"]
    assert len(await names(sqlite_database)) == 100


async def test_a_batch_ends_after_its_time_and_the_rest_follows(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BATCH_SECONDS", 0.0)
    order = await asyncio.gather(*(sqlite_database.turn(lambda tx: tx.new_id()) for _ in range(20)))
    assert order == sorted(order)


async def test_nobody_is_told_before_commit(sqlite_database: Database, sqlite_url: str) -> None:
    """At the moment a turn returns, another connection sees what it wrote."""
    path = sqlite_path(sqlite_url)
    assert path is not None
    beside = sqlite3.connect(path)

    async def one(number: int) -> bool:
        await sqlite_database.turn(writing(f"n{number}"))
        return beside.execute("SELECT 1 FROM settings WHERE name = ?", (f"n{number}",)).fetchone() is not None

    assert all(await asyncio.gather(*(one(number) for number in range(60))))
    beside.close()


async def test_an_interrupt_in_the_middle_of_a_batch_costs_only_the_turn_it_hit(sqlite_database: Database) -> None:
    runs: list[str] = []

    def interrupted(tx: Transaction) -> None:
        runs.append("interrupted")
        settings.write(tx, "half", "1")
        raw(tx).set_progress_handler(lambda: 1, 1)
        try:
            settings.write(tx, "never", "1")
        finally:
            raw(tx).set_progress_handler(None, 1)

    turns = [sqlite_database.turn(writing(f"n{number}")) for number in range(5)]
    turns += [sqlite_database.turn(interrupted)]  # type: ignore[list-item]
    turns += [sqlite_database.turn(writing(f"m{number}")) for number in range(5)]
    results = await asyncio.gather(*turns, return_exceptions=True)
    assert isinstance(results[5], Unavailable)
    assert await names(sqlite_database) == {f"n{number}" for number in range(5)} | {f"m{number}" for number in range(5)}
    assert len(runs) == 2  # in the batch that SQLite rolled back, and alone


async def test_a_turn_that_goes_on_after_sqlite_rolled_back_stores_nothing(sqlite_database: Database) -> None:
    """Without a transaction each statement would commit by itself."""

    def stubborn(tx: Transaction) -> str:
        settings.write(tx, "first", "1")
        raw(tx).set_progress_handler(lambda: 1, 1)
        try:
            settings.write(tx, "second", "1")
        except StorageError:
            raw(tx).set_progress_handler(None, 1)
            assert not raw(tx).in_transaction
            try:
                settings.write(tx, "third", "1")
            except StorageError:
                return "went on"
        return "nothing happened"

    with pytest.raises(Unavailable):
        await sqlite_database.turn(stubborn)
    assert await names(sqlite_database) == set()
    assert await sqlite_database.turn(writing("next")) == "next"


async def test_another_process_that_keeps_the_write_lock_makes_it_unavailable(
    sqlite_url: str, keys: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 100)
    database = await open_database(sqlite_url, keys)
    path = sqlite_path(sqlite_url)
    assert path is not None
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    results = await asyncio.gather(
        *(database.turn(writing(f"n{number}")) for number in range(40)), return_exceptions=True
    )
    assert all(isinstance(result, Unavailable) for result in results)
    assert await names(database) == set()
    other.execute("ROLLBACK")
    other.close()
    assert await database.turn(writing("later")) == "later"
    await database.close()


async def test_a_busy_file_is_waited_for_once_and_not_by_every_turn(
    sqlite_url: str, keys: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 100)
    database = await open_database(sqlite_url, keys)
    path = sqlite_path(sqlite_url)
    assert path is not None
    begun: list[str] = []
    await database.turn(lambda tx: raw(tx).set_trace_callback(begun.append))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    begun.clear()
    await asyncio.gather(*(database.turn(writing(f"n{number}")) for number in range(40)), return_exceptions=True)
    assert begun.count("BEGIN IMMEDIATE") <= 2
    other.close()
    await database.close()


def test_aiosqlite_is_the_version_whose_private_call_is_used() -> None:
    assert importlib.metadata.version("aiosqlite") == "0.22.1"
    assert inspect.iscoroutinefunction(aiosqlite.Connection._execute)
    assert list(inspect.signature(aiosqlite.Connection._execute).parameters) == ["self", "fn", "args", "kwargs"]
    assert isinstance(inspect.getattr_static(aiosqlite.Connection, "_conn"), property)


def workers() -> set[threading.Thread]:
    """aiosqlite's threads that run now; those of other parts of the test run are left out."""
    return {thread for thread in threading.enumerate() if "_connection_worker_thread" in thread.name}


async def test_turns_run_in_aiosqlites_thread_and_closing_ends_every_thread(sqlite_url: str, keys: Keyring) -> None:
    before = workers()
    database = await open_database(sqlite_url, keys)
    thread = await database.turn(lambda tx: threading.current_thread())
    assert thread is engine(database)._writer._thread  # type: ignore[union-attr]
    await asyncio.gather(*(names(database) for _ in range(10)))
    own = workers() - before
    assert thread in own and len(own) == 1 + sqlite.READERS
    await database.close()
    for ending in own:  # told to end, it still takes a moment
        ending.join(10)
    assert not [still for still in own if still.is_alive()]


async def test_a_file_that_cannot_be_opened_is_unavailable_and_leaves_no_thread(tmp_path: Path, keys: Keyring) -> None:
    before = set(threading.enumerate())
    (tmp_path / "folder").mkdir()
    (tmp_path / "words").write_text("this is no database, it is only words" * 100)
    for name in ("folder", "words", "words/below"):
        with pytest.raises(Unavailable):
            await open_database(f"sqlite:///{tmp_path}/{name}", keys)
    for thread in set(threading.enumerate()) - before:
        thread.join(30)
    assert set(threading.enumerate()) <= before


async def test_readers_do_not_hold_the_log_back(sqlite_database: Database, sqlite_url: str) -> None:
    await names(sqlite_database)
    await sqlite_database.turn(writing("a"))
    path = sqlite_path(sqlite_url)
    assert path is not None
    with sqlite3.connect(path) as beside:
        busy, _, _ = beside.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    beside.close()
    assert busy == 0


async def test_compacting_leaves_nothing_of_what_was_deleted(sqlite_database: Database, sqlite_url: str) -> None:
    path = sqlite_path(sqlite_url)
    assert path is not None
    await sqlite_database.turn(lambda tx: settings.write(tx, "word", "a-word-that-must-go"))
    await sqlite_database.turn(lambda tx: tx.run("DELETE FROM settings WHERE name = 'word'"))
    await sqlite_database.compact()
    assert all(b"a-word-that-must-go" not in file.read_bytes() for file in path.parent.iterdir())
    assert await sqlite_database.turn(writing("on")) == "on"
