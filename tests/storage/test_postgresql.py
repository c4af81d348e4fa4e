"""What only PostgreSQL does: turns beside each other, deadlocks, connections that are lost."""

import asyncio
import threading
from collections.abc import Callable

import psycopg
import pytest

from storage import settings
from storage.database import Database, open_database
from storage.engines import postgresql
from storage.errors import StorageError, Unavailable
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.databases import PostgresqlServer

ADD = "UPDATE settings SET value = value || :what WHERE name = :name"
VALUES = "SELECT name, value FROM settings WHERE name <> 'key_check' ORDER BY name"


async def values(database: Database) -> dict[str, str]:
    return {row["name"]: row["value"] for row in await database.read(lambda tx: tx.all(VALUES))}


@pytest.fixture
async def two(postgresql_database: Database) -> Database:
    """A database with the rows a and b."""
    await postgresql_database.turn(lambda tx: [settings.write(tx, name, "") for name in "ab"])
    return postgresql_database


async def test_turns_run_beside_each_other(postgresql_database: Database) -> None:
    meet = threading.Barrier(4, timeout=30)
    await asyncio.gather(*(postgresql_database.turn(lambda tx: meet.wait()) for _ in range(4)))


async def test_a_deadlock_is_run_again_and_both_complete(two: Database) -> None:
    meet = threading.Barrier(2, timeout=30)
    runs: list[str] = []

    def crossing(first: str, second: str) -> Callable[[Transaction], None]:
        def work(tx: Transaction) -> None:
            runs.append(first)
            tx.run(ADD, name=first, what=first)
            if runs.count(first) == 1:
                meet.wait()
            tx.run(ADD, name=second, what=first)

        return work

    await asyncio.gather(two.turn(crossing("a", "b")), two.turn(crossing("b", "a")))
    assert len(runs) == 3
    assert {name: sorted(value) for name, value in (await values(two)).items()} == {"a": ["a", "b"], "b": ["a", "b"]}


async def test_a_lost_connection_is_run_again(two: Database) -> None:
    runs: list[int] = []

    def work(tx: Transaction) -> str:
        runs.append(1)
        tx.run(ADD, name="a", what="x")
        if len(runs) == 1:
            tx.run("SELECT pg_terminate_backend(pg_backend_pid())")
        return "done"

    assert await two.turn(work) == "done"
    assert len(runs) == 2
    assert (await values(two))["a"] == "x"


async def test_a_turn_that_hangs_gives_its_locks_back(postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that stands still in the middle of a turn must not stop the others: they could not take over."""
    monkeypatch.setattr(postgresql, "HANGS_SECONDS", 0.2)
    keys, holds, written = Keyring.fresh(), threading.Event(), threading.Event()
    hanging, other = await open_database(postgresql_url, keys), await open_database(postgresql_url, keys)

    def hang(tx: Transaction) -> None:
        settings.write(tx, "a", "1")
        holds.set()
        assert written.wait(30)

    first = asyncio.create_task(hanging.turn(hang))
    try:
        assert await asyncio.to_thread(holds.wait, 30)
        await other.turn(lambda tx: settings.write(tx, "a", "2"))
        assert (await values(other))["a"] == "2"
        written.set()
        await first  # its connection is lost, so that it ran again, after the other
        assert (await values(other))["a"] == "1"
    finally:
        written.set()
        await hanging.close()
        await other.close()


async def test_a_read_that_loses_its_connection_is_run_again(two: Database) -> None:
    runs: list[int] = []

    def work(tx: Transaction) -> int:
        runs.append(1)
        if len(runs) == 1:
            tx.run("SELECT pg_terminate_backend(pg_backend_pid())")
        return len(tx.all(VALUES))

    assert await two.read(work) == 2


async def test_connections_that_died_while_nobody_used_them_are_replaced(
    two: Database, postgresql_server: PostgresqlServer
) -> None:
    await asyncio.gather(*(values(two) for _ in range(8)))
    postgresql_server.admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'linli_shared'")
    assert await values(two) == {"a": "", "b": ""}


async def test_a_turn_that_always_deadlocks_becomes_unavailable(two: Database) -> None:
    runs: list[int] = []

    def work(tx: Transaction) -> None:
        runs.append(1)
        tx.run("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = 'deadlock_detected'; END $$")

    with pytest.raises(Unavailable):
        await two.turn(work)
    assert len(runs) == postgresql.TRIES


async def test_a_swallowed_deadlock_is_run_again_too(two: Database) -> None:
    runs: list[int] = []

    def work(tx: Transaction) -> str:
        runs.append(1)
        tx.run(ADD, name="a", what="x")
        if len(runs) == 1:
            try:
                tx.run("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = 'deadlock_detected'; END $$")
            except StorageError:
                return "as if nothing had been"
        return "done"

    assert await two.turn(work) == "done"
    assert (await values(two))["a"] == "x"


@pytest.mark.parametrize("code", ["disk_full", "serialization_failure", "lock_not_available", "too_many_connections"])
async def test_troubles_that_pass_are_not_the_turns_failure(two: Database, code: str) -> None:
    runs: list[int] = []

    def work(tx: Transaction) -> str:
        runs.append(1)
        if len(runs) < 3:
            tx.run(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{code}'; END $$")
        return "done"

    assert await two.turn(work) == "done"


async def test_what_the_server_says_of_wrong_values_is_not_passed_on(postgresql_database: Database) -> None:
    with pytest.raises(StorageError) as wrong:
        await postgresql_database.turn(lambda tx: tx.run("SELECT CAST(:x AS BIGINT)", x="三楼13800138000"))
    assert "13800138000" not in str(wrong.value)
    with pytest.raises(StorageError) as null:
        await postgresql_database.turn(lambda tx: settings.write(tx, "nul\x00", "13800138000\x00"))
    assert "13800138000" not in str(null.value)


async def test_a_server_that_does_not_answer_is_unavailable(
    postgresql_server: PostgresqlServer, keys: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql, "POOL_WAIT_SECONDS", 0.05)
    with pytest.raises(Unavailable):
        await open_database(postgresql_server.url("not_there"), keys)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("postgresql", "pool-"))]


async def test_another_address_form_works_too(postgresql_url: str, keys: Keyring) -> None:
    database = await open_database(postgresql_url.replace("postgresql://", "postgres://"), keys)
    assert database.engine_name == "postgresql"
    await database.close()


async def test_closing_lets_go_of_every_connection(postgresql_url: str, keys: Keyring) -> None:
    database = await open_database(postgresql_url, keys)
    await asyncio.gather(*(values(database) for _ in range(8)))
    await database.close()
    others = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with psycopg.connect(postgresql_url) as connection:
        for _ in range(100):  # the server's processes end a moment after their connections
            row = connection.execute(others).fetchone()
            connection.rollback()
            if row == (0,):
                break
            await asyncio.sleep(0.05)
    assert row == (0,)


async def test_compacting_leaves_everything_usable(two: Database) -> None:
    await two.compact()
    assert await values(two) == {"a": "", "b": ""}
    await two.turn(lambda tx: tx.run(ADD, name="a", what="x"))
    assert (await values(two))["a"] == "x"
