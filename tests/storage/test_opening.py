"""Opening a database: migrations, newer databases, keys that do not fit; several who open it at once."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from storage import migrating
from storage.database import Database, open_database, sqlite_path
from storage.errors import KeyTrouble, NewerDatabase
from storage.sealing import Keyring, make_keyring
from storage.transaction import Transaction

ROOT = Path(__file__).parents[2]
OPENER = """
import asyncio, sys
from pathlib import Path
from storage.database import open_database
from storage.sealing import make_keyring

async def main():
    database = await open_database(sys.argv[1], make_keyring(Path(sys.argv[2])))
    row = await database.read(lambda tx: tx.get("SELECT COUNT(*) AS n FROM migrations"))
    await database.close()
    print(row["n"])

print("ready", flush=True)
sys.stdin.readline()
asyncio.run(main())
"""


def migration(folder: Path, number: int, sql: str) -> None:
    (folder / f"{number:04d}_step.sql").write_text(sql, "utf-8")


async def applied(database: Database) -> int:
    return int((await database.read(lambda tx: tx.get(migrating.APPLIED)))["version"])


async def test_a_new_database_gets_every_migration_once(bare_database_url: str, keys: Keyring) -> None:
    for _ in range(2):
        database = await open_database(bare_database_url, keys)
        assert await applied(database) == len(migrating.migrations())
        await database.close()


def test_several_processes_that_start_at_once_migrate_once_and_share_one_key(
    bare_database_url: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", OPENER, bare_database_url, str(tmp_path / "linli.keys")]
    running = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    ended = [process.communicate(timeout=60) for process in running]
    assert [out.strip() for out, _ in ended] == [str(len(migrating.migrations())).encode()] * 4, ended


async def test_several_that_open_at_once_in_one_process(bare_database_url: str, keys: Keyring) -> None:
    opened = await asyncio.gather(*(open_database(bare_database_url, keys, workers=2) for _ in range(5)))
    assert {await applied(database) for database in opened} == {len(migrating.migrations())}
    await asyncio.gather(*(database.close() for database in opened))


async def test_a_newer_database_is_refused_and_left_as_it_is(bare_database_url: str, keys: Keyring) -> None:
    newer = len(migrating.migrations()) + 1
    database = await open_database(bare_database_url, keys)
    await database.turn(lambda tx: tx.run(migrating.RECORD, version=newer, name="future", at=0))
    await database.close()
    with pytest.raises(NewerDatabase, match=f"version {newer}.*newer program"):
        await open_database(bare_database_url, keys)


async def test_another_key_is_refused_with_words(database_url: str, keys: Keyring) -> None:
    await (await open_database(database_url, keys)).close()
    with pytest.raises(KeyTrouble, match="LINLI_KEY_FILE"):
        await open_database(database_url, Keyring.fresh())
    await (await open_database(database_url, keys)).close()


async def test_a_migration_that_fails_leaves_nothing(bare_database_url: str, keys: Keyring, tmp_path: Path) -> None:
    migration(tmp_path, 1, "CREATE TABLE good (id ROW_ID);\n")
    migration(tmp_path, 2, "CREATE TABLE also_good (id ROW_ID);\nCREATE TABLE good (id ROW_ID);\n")

    def prepare(tx: Transaction, engine: str) -> None:
        migrating.migrate(tx, engine, tmp_path)

    for _ in range(2):  # the second time it would stumble over anything that was left
        with pytest.raises(Exception, match="good"):
            await open_database(bare_database_url, keys, prepare=prepare)
    (tmp_path / "0002_step.sql").unlink()
    await (await open_database(bare_database_url, keys, prepare=prepare)).close()


async def test_migrations_go_on_from_where_the_database_is(
    bare_database_url: str, keys: Keyring, tmp_path: Path
) -> None:
    def prepare(tx: Transaction, engine: str) -> None:
        migrating.migrate(tx, engine, tmp_path)

    migration(tmp_path, 1, "CREATE TABLE first (id ROW_ID, body BYTES);\n")
    await (await open_database(bare_database_url, keys, prepare=prepare)).close()
    migration(tmp_path, 2, "-- A comment; with a semicolon.\nCREATE TABLE second (id ROW_ID, name PLAIN_TEXT);\n")
    database = await open_database(bare_database_url, keys, prepare=prepare)
    assert await database.turn(lambda tx: tx.run("INSERT INTO second (id, name) VALUES (1, 'a')")) == 1
    assert await applied(database) == 2
    await database.close()


def test_a_gap_in_the_numbers_is_told(tmp_path: Path) -> None:
    migration(tmp_path, 1, "")
    migration(tmp_path, 3, "")
    with pytest.raises(ValueError, match="without a gap"):
        migrating.migrations(tmp_path)


def test_the_migrations_of_the_program_are_numbered_and_hold_statements() -> None:
    found = migrating.migrations()
    assert [one.version for one in found] == list(range(1, len(found) + 1))
    assert all(one.statements(engine) for one in found for engine in ("sqlite", "postgresql"))


@pytest.mark.parametrize("spelling", ["relative", "absolute"])
async def test_where_a_sqlite_file_lies(
    spelling: str, tmp_path: Path, keys: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    url = "sqlite:///var/linli.db" if spelling == "relative" else f"sqlite:///{tmp_path}/var/linli.db"
    database = await open_database(url, keys)
    assert await applied(database) > 0
    await database.close()
    assert (tmp_path / "var" / "linli.db").exists()
    assert sqlite_path(url) is not None
    assert sqlite_path("postgresql:///x") is None


def test_the_key_file_is_made_once(tmp_path: Path) -> None:
    assert make_keyring(tmp_path / "keys") == make_keyring(tmp_path / "keys")
