"""Rotation of the sealing key: every sealed value is opened with the old key and sealed with a new one.

It may be interrupted anywhere, also by a kill: the new key is in the key file before it is used, the old one leaves it
only when nothing is sealed with it any more, and running it again goes on where it stopped.

The lookup key stays. What it made cannot be made anew from what is stored: invitations are kept as hashes of tokens
that nobody has but their bearers, cookies are in people's browsers, and the names of media files stand inside messages
that channels have shown. It opens nothing by itself; but who has it and the tables can try all phone numbers against
the hashes. Where it has leaked, start a new database.

A backup keeps the key of its day: keep the old key file as long as backups from before the rotation are kept.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from storage import leases, schema
from storage.database import Database
from storage.errors import KeyTrouble, RotationTrouble, SealBroken
from storage.files import DRAFT, write_whole
from storage.media import bound_to, files_in
from storage.sealing import HEADER_BYTES, NAME_BYTES, Keyring, load_keyring, save_keyring
from storage.transaction import Row, Transaction

SLICE_ROWS = 200
FILES = "media files"
SERVED = "the service is running: stop it, wait 15 seconds, and run this again"

Progress = Callable[[str, int], None]
"""Is told the table (or `media files`) that is being worked on, and how many values have been sealed anew so far."""


@dataclass(frozen=True, slots=True)
class RotationReport:
    """How many values and files were sealed anew, and whether this went on with a rotation that was interrupted.

    `broken` names what no key opens (`people.name_sealed 4711`): it was damaged before, and is left as it is.
    """

    values: int
    files: int
    resumed: bool
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Slice:
    last: int
    done: int
    broken: tuple[str, ...]


async def rotate(
    database: Database,
    key_file: Path,
    media_folder: Path,
    *,
    clock: Callable[[], datetime],
    progress: Progress = lambda part, done: None,
) -> RotationReport:
    """Seals everything anew with a new key, and removes the old one from the key file. The service must be stopped.

    Raises RotationTrouble while a service runs (or has started meanwhile), KeyTrouble where the key file is not the one
    the database was opened with, Unavailable (a full disk). After each of them it can be run again.
    """
    await _must_not_be_served(database, clock())
    ring, resumed = await asyncio.to_thread(_begin, key_file, database.keys)
    database.use_keys(ring)
    tables = await database.read(lambda tx: [t for t in schema.tables(tx, database.engine_name) if t.sealed])
    values, broken = 0, list[str]()
    for table in tables:
        async for step in _sealed_slices(database, table):
            values += step.done
            broken += step.broken
            progress(table.name, values)
    files, broken_files = await asyncio.to_thread(_seal_files, media_folder, ring, progress)
    broken += broken_files
    await _must_be_complete(database, tables, media_folder, len(broken))
    await database.compact()
    await _must_not_be_served(database, clock())
    await asyncio.to_thread(save_keyring, key_file, ring.without_old_keys())
    database.use_keys(ring.without_old_keys())
    return RotationReport(values, files, resumed, tuple(broken))


async def _must_not_be_served(database: Database, now: datetime) -> None:
    if await database.read(lambda tx: leases.any_held(tx, now)):
        raise RotationTrouble(SERVED)


def _begin(key_file: Path, in_use: Keyring) -> tuple[Keyring, bool]:
    ring = load_keyring(key_file)
    if ring != in_use:
        raise KeyTrouble(f"the key file {key_file.name} is not the one the database was opened with; run this again")
    if len(ring.sealing) > 1:
        return ring, True
    ring = ring.with_new_key()
    save_keyring(key_file, ring)
    return ring, False


async def _sealed_slices(database: Database, table: schema.Table) -> AsyncIterator[_Slice]:
    step: _Slice | None = _Slice(0, 0, ())
    while step is not None:
        work = partial(_seal_slice, table=table, after=step.last)
        step = await database.turn(work)
        if step is not None:
            yield step


def _seal_slice(tx: Transaction, table: schema.Table, after: int) -> _Slice | None:
    names = ", ".join(schema.quoted(table.sealed))
    select = f'SELECT id, {names} FROM "{table.name}" WHERE id > :after ORDER BY id LIMIT :slice'
    rows = tx.all(select, after=after, slice=SLICE_ROWS)
    if not rows:
        return None
    done, broken = 0, []
    for row in rows:
        for column in table.sealed:
            try:
                done += _seal_value(tx, table.name, column, row)
            except SealBroken:
                broken.append(f"{table.name}.{column} {row['id']}")
    return _Slice(rows[-1]["id"], done, tuple(broken))


def _seal_value(tx: Transaction, table: str, column: str, row: Row) -> int:
    sealed = row[column]
    if sealed is None or tx.keys.is_newest(sealed):
        return 0
    place = f"{table}.{column}:{row['id']}"
    anew = tx.keys.seal(place, tx.keys.open(place, sealed))
    return tx.run(f'UPDATE "{table}" SET "{column}" = :sealed WHERE id = :id', sealed=anew, id=row["id"])


def _seal_files(folder: Path, ring: Keyring, progress: Progress) -> tuple[int, list[str]]:
    for draft in folder.glob(f"??/*{DRAFT}"):
        draft.unlink()
    done, broken = 0, []
    for path in files_in(folder):
        sealed = path.read_bytes()
        if ring.is_newest(sealed):
            continue
        place = bound_to(path.name)
        try:
            write_whole(path, ring.seal(place, ring.open(place, sealed)))
        except SealBroken:
            broken.append(f"media {path.name}")
            continue
        done += 1
        progress(FILES, done)
    return done, broken


async def _must_be_complete(database: Database, tables: list[schema.Table], folder: Path, broken: int) -> None:
    name = database.keys.sealing[0][0]
    in_tables = await database.read(lambda tx: sum(_sealed_otherwise(tx, table, name) for table in tables))
    in_files = await asyncio.to_thread(_files_sealed_otherwise, folder, database.keys)
    if in_tables + in_files > broken:
        raise RotationTrouble(SERVED)


def _sealed_otherwise(tx: Transaction, table: schema.Table, name: bytes) -> int:
    start = HEADER_BYTES - NAME_BYTES + 1
    counts = ", ".join(
        f'COALESCE(SUM(CASE WHEN substr("{column}", {start}, {NAME_BYTES}) <> :name THEN 1 ELSE 0 END), 0) AS c{place}'
        for place, column in enumerate(table.sealed)
    )
    return sum(int(count) for count in dict(tx.get(f'SELECT {counts} FROM "{table.name}"', name=name)).values())


def _files_sealed_otherwise(folder: Path, ring: Keyring) -> int:
    count = 0
    for path in files_in(folder):
        with path.open("rb") as stream:
            count += not ring.is_newest(stream.read(HEADER_BYTES))
    return count
