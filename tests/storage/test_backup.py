"""Backup and restore: every value comes back and opens, from either engine into either; what is wrong is refused."""

import asyncio
import hashlib
import io
import json
import tarfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from storage import archive, backup, leases, media, migrating, people, places, schema, settings
from storage.backup import back_up, restore
from storage.database import Database, open_database
from storage.errors import BackupTrouble, KeyTrouble
from storage.media import MediaFolder
from storage.phones import Phone
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.databases import ENGINES
from tests.storage.samples import NOW, new_person
from tests.storage.test_at_rest import SECRETS, told, write_everything

Contents = dict[str, list[dict[str, Any]]]


def contents(tx: Transaction, engine: str) -> Contents:
    """Every row of every table that a backup holds."""
    kept = [table for table in schema.tables(tx, engine) if table.name not in backup.LEFT_OUT]
    return {table.name: [dict(row) for row in schema.rows(tx, table, 3)] for table in kept}


async def all_of(database: Database) -> Contents:
    found = await database.read(lambda tx: contents(tx, database.engine_name))
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


@pytest.fixture
async def full(database: Database, tmp_path: Path) -> AsyncIterator[Database]:
    """A database with something in every corner, and a media folder `media`."""
    digest = MediaFolder(tmp_path / "media", database).put(SECRETS["file"].encode())
    await database.turn(lambda tx: write_everything(tx, digest))
    await database.turn(lambda tx: leases.take(tx, "telegram", "me", NOW))
    await database.turn(lambda tx: settings.write(tx, "odd", 'line\nbreak \u2028 "quote" {"b64": 1} 🏘'))
    yield database


@pytest.fixture
async def saved(full: Database, tmp_path: Path) -> Path:
    """A backup of it."""
    await back_up(full, tmp_path / "media", tmp_path / "saved.tar.gz", now=NOW)
    return tmp_path / "saved.tar.gz"


def empty_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if engine == "sqlite":
        return f"sqlite:///{tmp_path}/restored/linli.db"
    return str(request.getfixturevalue("bare_postgresql_url"))


@pytest.mark.parametrize("into", ENGINES)
async def test_a_backup_restores_into_either_engine(
    full: Database, saved: Path, keys: Keyring, into: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    url = empty_url(into, request, tmp_path)
    report = await restore(saved, url, keys, tmp_path / "media2")
    again = await open_database(url, keys)
    before = await all_of(full)
    assert await all_of(again) == before
    assert report.tables == {name: len(rows) for name, rows in before.items()}
    assert (report.engine, report.taken_at, report.media_files) == (full.engine_name, NOW, 1)
    found = await again.read(lambda tx: people.with_phone(tx, Phone(SECRETS["phone"])))
    assert [person.name for person in found] == [SECRETS["name"]]
    names = await again.read(lambda tx: [media.read(tx, row["id"]) for row in tx.all("SELECT id FROM media")])
    assert MediaFolder(tmp_path / "media2", again).get(names[0].digest or "") == SECRETS["file"].encode()
    assert await again.turn(lambda tx: new_person(tx).id) > 0
    await again.close()


async def test_every_sealed_value_opens_after_a_restore(
    saved: Path, keys: Keyring, bare_database_url: str, tmp_path: Path
) -> None:
    await restore(saved, bare_database_url, keys, tmp_path / "media2")
    again = await open_database(bare_database_url, keys)

    def opened(tx: Transaction) -> int:
        count = 0
        for table in schema.tables(tx, again.engine_name):
            for row in schema.rows(tx, table, 100) if table.sealed else ():
                for column in table.sealed:
                    if row[column] is not None:
                        tx.unseal(f"{table.name}.{column}", row["id"], row[column])
                        count += 1
        return count

    assert await again.read(opened) >= len(SECRETS) - 2
    await again.close()


async def test_a_backup_tells_nothing_and_holds_no_key(full: Database, saved: Path, keys: Keyring) -> None:
    with tarfile.open(saved) as tar:
        raw = b"".join(file.read() for member in tar if (file := tar.extractfile(member)))
        manifest = json.loads(tar.extractfile("manifest.json").read())  # type: ignore[union-attr]
        assert all(member.mode == 0o600 for member in tar)
    assert told(raw, SECRETS) == []
    for key in (keys.lookup, keys.sealing[0][1]):
        assert key not in raw and key.hex().encode() not in raw
    assert "contains no key" in manifest["keys"]
    assert manifest["engine"] == full.engine_name
    assert "leases" not in [table["name"] for table in manifest["tables"]]
    assert saved.stat().st_mode & 0o077 == 0


async def test_nothing_is_left_beside_a_backup(saved: Path) -> None:
    assert not [path for path in saved.parent.iterdir() if path.name.startswith("saved.tar.gz.")]


async def test_a_backup_is_one_moment(full: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Turns that commit while the tables are copied are not in it, not even in tables that are copied later."""
    copy = backup._copy_table
    before = await all_of(full)

    def slowly(tx: Transaction, table: schema.Table, folder: Path) -> archive.TableFile:
        if table.name in ("places", "people", "dialogues"):
            asyncio.run_coroutine_threadsafe(full.turn(lambda tx: new_person(tx)), loop).result(30)
        return copy(tx, table, folder)

    loop = asyncio.get_running_loop()
    monkeypatch.setattr(backup, "_copy_table", slowly)
    report = await back_up(full, tmp_path / "media", tmp_path / "one.tar.gz", now=NOW)
    assert report.tables == {name: len(rows) for name, rows in before.items()}
    assert len((await all_of(full))["people"]) == len(before["people"]) + 3


async def test_a_place_may_lie_below_a_younger_one(
    database: Database, keys: Keyring, bare_database_url: str, tmp_path: Path
) -> None:
    def work(tx: Transaction) -> None:
        places.write(tx, "old", None, "estate", "旧", "Old", 0)
        younger = places.write(tx, "young", None, "district", "新", "Young", 0)
        places.write(tx, "old", younger, "estate", "旧", "Old", 0)

    await database.turn(work)
    await back_up(database, tmp_path / "media", tmp_path / "saved.tar.gz", now=NOW)
    url = f"sqlite:///{tmp_path}/other.db"
    await restore(tmp_path / "saved.tar.gz", url, keys, tmp_path / "media")
    again = await open_database(url, keys)
    assert await all_of(again) == await all_of(database)
    await again.close()


async def test_many_rows_come_in_slices(database: Database, keys: Keyring, tmp_path: Path) -> None:
    await database.turn(lambda tx: [new_person(tx, name=f"n{number}") for number in range(1200)])
    report = await back_up(database, tmp_path / "media", tmp_path / "saved.tar.gz", now=NOW)
    assert report.tables["people"] == 1200
    url = f"sqlite:///{tmp_path}/other.db"
    await restore(tmp_path / "saved.tar.gz", url, keys, tmp_path / "media")
    again = await open_database(url, keys)
    assert await all_of(again) == await all_of(database)
    await again.close()


async def test_an_existing_file_is_not_written_over(full: Database, saved: Path, tmp_path: Path) -> None:
    before = saved.read_bytes()
    with pytest.raises(BackupTrouble, match="exists"):
        await back_up(full, tmp_path / "media", saved, now=NOW)
    assert saved.read_bytes() == before


async def test_a_folder_that_cannot_be_written_is_told(full: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BackupTrouble, match="cannot be written"):
        await back_up(full, tmp_path / "media", tmp_path / "file" / "saved.tar.gz", now=NOW)


async def test_a_database_with_tables_is_not_restored_into(
    saved: Path, keys: Keyring, database_url: str, tmp_path: Path
) -> None:
    with pytest.raises(BackupTrouble, match="new, empty one"):
        await restore(saved, database_url, keys, tmp_path / "media2")
    assert not (tmp_path / "media2").exists()


async def test_other_keys_are_refused_before_anything_is_written(saved: Path, keys: Keyring, tmp_path: Path) -> None:
    for other in (Keyring.fresh(), keys.with_new_key().without_old_keys()):
        with pytest.raises(KeyTrouble, match="key file"):
            await restore(saved, f"sqlite:///{tmp_path}/new/linli.db", other, tmp_path / "media2")
    assert not (tmp_path / "new").exists() and not (tmp_path / "media2").exists()


async def test_keys_that_were_rotated_later_still_open_it_while_the_old_one_is_kept(
    saved: Path, keys: Keyring, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path}/new/linli.db"
    await restore(saved, url, keys.with_new_key(), tmp_path / "media2")
    await (await open_database(url, keys)).close()


def rebuilt(source: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The same archive with changed members."""
    with tarfile.open(source) as tar:
        members = {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]
    change(members)
    with tarfile.open(target, "w:gz") as tar:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return target


def manifest_changed(**values: Any) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        members["manifest.json"] = json.dumps({**json.loads(members["manifest.json"]), **values}).encode()

    return change


def people_changed(members: dict[str, bytes]) -> None:
    members["tables/people.jsonl"] = members["tables/people.jsonl"].replace(b"zh-CN", b"en-GB")


def hash_changed_too(members: dict[str, bytes]) -> None:
    people_changed(members)
    manifest = json.loads(members["manifest.json"])
    manifest["members"]["tables/people.jsonl"] = hashlib.sha256(members["tables/people.jsonl"]).hexdigest()
    members["manifest.json"] = json.dumps(manifest).encode()


def climbing(members: dict[str, bytes]) -> None:
    members["media/../../escaped"] = b"x"


DAMAGES = {
    "a changed member": people_changed,
    "a changed member and its hash": hash_changed_too,
    "a missing member": lambda members: members.pop("tables/people.jsonl"),
    "no manifest": lambda members: members.pop("manifest.json"),
    "a manifest that is no JSON": lambda members: members.update({"manifest.json": b"{"}),
    "a manifest of something else": lambda members: members.update({"manifest.json": b"[1]"}),
    "a changed manifest": manifest_changed(taken_at="2020-01-01T00:00:00+00:00"),
    "an unknown field": manifest_changed(more=1),
    "a further file": lambda members: members.update({"tables/extra.jsonl": b""}),
    "a path that climbs out": climbing,
}


@pytest.mark.parametrize("damage", DAMAGES)
async def test_a_changed_archive_is_refused_before_anything_is_written(
    sqlite_database: Database, keys: Keyring, tmp_path: Path, damage: str
) -> None:
    MediaFolder(tmp_path / "media", sqlite_database).put(b"photo")
    await sqlite_database.turn(lambda tx: new_person(tx, name="a"))
    await back_up(sqlite_database, tmp_path / "media", tmp_path / "good.tar.gz", now=NOW)
    bad = rebuilt(tmp_path / "good.tar.gz", tmp_path / "bad.tar.gz", DAMAGES[damage])  # type: ignore[arg-type]
    with pytest.raises(BackupTrouble):
        await restore(bad, f"sqlite:///{tmp_path}/new/linli.db", keys, tmp_path / "media2")
    assert not (tmp_path / "new").exists() and not (tmp_path / "media2").exists()
    same = rebuilt(tmp_path / "good.tar.gz", tmp_path / "same.tar.gz", lambda members: None)
    await restore(same, f"sqlite:///{tmp_path}/new/linli.db", keys, tmp_path / "media2")


async def test_bytes_that_were_lost_or_turned_are_found(
    sqlite_database: Database, keys: Keyring, tmp_path: Path
) -> None:
    await sqlite_database.turn(lambda tx: new_person(tx, name="a"))
    good = tmp_path / "good.tar.gz"
    await back_up(sqlite_database, tmp_path / "media", good, now=NOW)
    raw = good.read_bytes()
    turned = bytearray(raw)
    turned[len(raw) // 2] ^= 0xFF
    for number, data in enumerate((b"", b"words", raw[: len(raw) // 2], raw[:-200], bytes(turned))):
        bad = tmp_path / f"bad{number}.tar.gz"
        bad.write_bytes(data)
        with pytest.raises(BackupTrouble):
            await restore(bad, f"sqlite:///{tmp_path}/new/linli.db", keys, tmp_path / "media2")
    assert not (tmp_path / "new").exists()
    with pytest.raises(BackupTrouble, match="no file"):
        await restore(tmp_path / "nowhere", f"sqlite:///{tmp_path}/new/linli.db", keys, tmp_path / "media2")


def rewritten(source: Path, target: Path, keys: Keyring, **values: Any) -> Path:
    """The same archive with another manifest that is rightly signed, as another version of the program makes it."""

    def change(members: dict[str, bytes]) -> None:
        manifest = archive.Manifest.parse(members["manifest.json"], keys)
        for name, value in values.items():
            setattr(manifest, name, value)
        members["manifest.json"] = manifest.render(keys)

    return rebuilt(source, target, change)


@pytest.mark.parametrize("newer", [{"schema_version": 9999}, {"format": archive.FORMAT + 1}])
async def test_a_backup_of_a_newer_program_is_refused(
    sqlite_database: Database, keys: Keyring, tmp_path: Path, newer: dict[str, int]
) -> None:
    await back_up(sqlite_database, tmp_path / "media", tmp_path / "good.tar.gz", now=NOW)
    bad = rewritten(tmp_path / "good.tar.gz", tmp_path / "bad.tar.gz", keys, **newer)
    with pytest.raises(BackupTrouble, match="newer program"):
        await restore(bad, f"sqlite:///{tmp_path}/new/linli.db", keys, tmp_path / "media2")


async def test_a_backup_of_an_older_version_is_brought_up_to_date(
    bare_database_url: str, keys: Keyring, tmp_path: Path
) -> None:
    old = await open_database(
        f"sqlite:///{tmp_path}/old.db", keys, prepare=lambda tx, engine: migrating.migrate(tx, engine, upto=1)
    )
    await old.turn(migrating.check_key)
    somebody = "INSERT INTO people (id, state, language, created_at) VALUES (1, 'joined', 'zh-CN', 0)"
    await old.turn(lambda tx: tx.run(somebody))
    await back_up(old, tmp_path / "media", tmp_path / "old.tar.gz", now=NOW)
    await old.close()
    await restore(tmp_path / "old.tar.gz", bare_database_url, keys, tmp_path / "media")
    again = await open_database(bare_database_url, keys)
    assert (await again.read(lambda tx: tx.get(migrating.APPLIED)))["version"] == len(migrating.migrations()) > 1
    assert len((await all_of(again))["people"]) == 1
    await again.close()


async def test_a_restore_that_fails_half_way_leaves_the_database_empty(
    saved: Path, keys: Keyring, bare_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = backup._fill_table

    def failing(tx: Transaction, table: schema.Table | None, listed: archive.TableFile, stream: Any) -> None:
        if listed.name == "people":
            raise OSError(28, "No space left on device")
        fill(tx, table, listed, stream)

    with monkeypatch.context() as patched:
        patched.setattr(backup, "_fill_table", failing)
        with pytest.raises(BackupTrouble, match="No space left"):
            await restore(saved, bare_database_url, keys, tmp_path / "media2")
    await restore(saved, bare_database_url, keys, tmp_path / "media2")


async def test_every_table_can_be_backed_up(database: Database) -> None:
    """A key to go by, and no circle of references."""
    tables = await database.read(lambda tx: schema.tables(tx, database.engine_name))
    assert all(table.key for table in tables)
    order = [table.name for table in tables]
    assert all(order.index(other) < order.index(table.name) for table in tables for other in table.refers_to)
    assert any(table.refers_to for table in tables)
