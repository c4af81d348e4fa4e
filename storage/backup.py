"""Backup and restore, from either engine into either: see `storage.archive` for the file."""

import asyncio
import base64
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import IO

from storage import migrating, schema
from storage.archive import (
    DAMAGED,
    MANIFEST,
    ArchiveWriter,
    Manifest,
    TableFile,
    line,
    members,
    values,
    verified,
)
from storage.database import Database, open_database
from storage.errors import BackupTrouble
from storage.files import write_whole, written_whole
from storage.media import files_in
from storage.sealing import Keyring
from storage.transaction import Transaction

SLICE_ROWS = 500
INSERT_ROWS = 100
# Made anew by the database that is restored into; and nobody serves it yet.
LEFT_OUT = {"migrations", "leases"}


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What was saved: rows of each table, how many media files, and the size of the backup in bytes."""

    tables: dict[str, int]
    media_files: int
    size: int


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was restored: rows of each table, how many media files, and when (UTC) and from what it was taken."""

    tables: dict[str, int]
    media_files: int
    taken_at: datetime
    engine: str


async def back_up(database: Database, media_folder: Path, target: Path, *, now: datetime) -> BackupReport:
    """Saves all tables, as they are at one moment, and all media into `target`, while the service may go on.

    The tables are first copied beside `target` (uncompressed), so that the reading transaction is short. What is sealed
    stays sealed, and no key is in it. Raises BackupTrouble (`target` exists, disk full) or Unavailable.
    """
    if target.exists():
        raise BackupTrouble(f"{target.name} exists already; name another file")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f"{target.name}.", dir=target.parent) as name:
            folder = Path(name)
            manifest = await database.read(lambda tx: _copy_tables(tx, database.engine_name, folder, now))
            await asyncio.to_thread(_pack, manifest, folder, media_folder, target, database.keys)
            size = target.stat().st_size
    except OSError as error:
        raise BackupTrouble(f"the backup cannot be written: {error.strerror}") from error
    return BackupReport(_counts(manifest), manifest.media_files, size)


async def restore(source: Path, url: str, keys: Keyring, media_folder: Path) -> RestoreReport:
    """Fills the database at `url`, which must have no tables yet, and the media folder from a backup.

    The whole archive is verified first; the tables come in one transaction. A backup of an older version is brought up
    to date. Raises BackupTrouble, KeyTrouble (the keys are not those of the backup) or Unavailable; nothing is restored
    then (media files that were written already do no harm).
    """
    manifest = await asyncio.to_thread(verified, source, keys)
    if manifest.schema_version > len(migrating.migrations()):
        raise BackupTrouble("the backup was made by a newer program; restore it with that one")

    def fill(tx: Transaction, engine: str) -> None:
        _fill(tx, engine, source, manifest, media_folder)

    try:
        database = await open_database(url, keys, prepare=fill)
    except OSError as error:
        raise BackupTrouble(f"the media cannot be written: {error.strerror}") from error
    await database.close()
    taken_at = datetime.fromisoformat(manifest.taken_at)
    return RestoreReport(_counts(manifest), manifest.media_files, taken_at, manifest.engine)


def _copy_tables(tx: Transaction, engine: str, folder: Path, now: datetime) -> Manifest:
    check = tx.get(migrating.KEY_CHECK)
    manifest = Manifest(
        engine=engine,
        schema_version=int(tx.get(migrating.APPLIED)["version"]),
        taken_at=now.astimezone(UTC).isoformat(),
        key_check_row=check["id"],
        key_check=base64.b64encode(check["value_sealed"]).decode(),
        tables=[],
    )
    for table in schema.tables(tx, engine):
        if table.name not in LEFT_OUT:
            manifest.tables.append(_copy_table(tx, table, folder))
    return manifest


def _copy_table(tx: Transaction, table: schema.Table, folder: Path) -> TableFile:
    count = 0
    with (folder / f"{table.name}.jsonl").open("wb") as stream:
        for row in schema.rows(tx, table, SLICE_ROWS):
            stream.write(line([row[column] for column in table.columns]))
            count += 1
    return TableFile(table.name, list(table.columns), count)


def _pack(manifest: Manifest, folder: Path, media_folder: Path, target: Path, keys: Keyring) -> None:
    with written_whole(target) as stream:
        archive = ArchiveWriter(stream)
        for table in manifest.tables:
            archive.add(f"tables/{table.name}.jsonl", folder / f"{table.name}.jsonl")
        for path in files_in(media_folder):
            archive.add(f"media/{path.parent.name}/{path.name}", path)
            manifest.media_files += 1
        manifest.members = archive.members
        archive.finish(manifest.render(keys))


def _fill(tx: Transaction, engine: str, source: Path, manifest: Manifest, media_folder: Path) -> None:
    tx.all(migrating.LOCK[engine])
    if schema.tables(tx, engine):
        raise BackupTrouble("the database has tables already; restore into a new, empty one")
    migrating.migrate(tx, engine, upto=manifest.schema_version)
    tables = {table.name: table for table in schema.tables(tx, engine)}
    listed = {f"tables/{table.name}.jsonl": table for table in manifest.tables}
    for name, stream in members(source):
        if name in listed:
            _fill_table(tx, tables.get(listed[name].name), listed[name], stream)
        elif name != MANIFEST:
            write_whole(media_folder / name.removeprefix("media/"), stream.read())
    migrating.prepare(tx, engine)


def _fill_table(tx: Transaction, table: schema.Table | None, listed: TableFile, stream: IO[bytes]) -> None:
    if table is None or set(table.columns) != set(listed.columns):
        raise BackupTrouble("the backup has other tables than this program of its version; take another one")
    columns = tuple(listed.columns)
    count = 0
    while lines := list(islice(stream, INSERT_ROWS)):
        rows = [values(text) for text in lines]
        given = {f"v{place}": value for place, value in enumerate(value for row in rows for value in row)}
        count += tx.run(_insert(listed.name, columns, len(rows)), **given)
    if count != listed.rows:
        raise BackupTrouble(DAMAGED)


@lru_cache(maxsize=128)
def _insert(table: str, columns: tuple[str, ...], rows: int) -> str:
    width = len(columns)
    lines = (", ".join(f":v{row * width + place}" for place in range(width)) for row in range(rows))
    return f'INSERT INTO "{table}" ({", ".join(schema.quoted(columns))}) VALUES ' + ", ".join(f"({x})" for x in lines)


def _counts(manifest: Manifest) -> dict[str, int]:
    return {table.name: table.rows for table in manifest.tables}
