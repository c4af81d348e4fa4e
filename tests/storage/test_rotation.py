"""Rotation of keys: everything is sealed anew, and an interruption anywhere costs nothing but running it again."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from storage import leases, people, rotation, schema
from storage.database import Database, open_database
from storage.errors import KeyTrouble, RotationTrouble, SealBroken
from storage.media import MediaFolder
from storage.rotation import RotationReport, rotate
from storage.sealing import HEADER_BYTES, Keyring, load_keyring, save_keyring
from storage.transaction import Transaction
from tests.storage.samples import NOW, SECOND, new_person
from tests.storage.test_at_rest import SECRETS, every_value, write_everything

ROOT = Path(__file__).parents[2]
FILES = [f"photo {number}".encode() for number in range(3)]
ROTATE = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from storage import rotation
from storage.database import open_database
from storage.sealing import load_keyring

url, key_file, media, stop_at = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
rotation.SLICE_ROWS = 2
steps = 0

def progress(part, done):
    global steps
    steps += 1
    if steps == stop_at:
        os.kill(os.getpid(), signal.SIGKILL)

async def main():
    database = await open_database(url, load_keyring(key_file))
    try:
        await rotation.rotate(database, key_file, media, clock=lambda: datetime.now(UTC), progress=progress)
    finally:
        await database.close()

asyncio.run(main())
"""


class Interrupted(Exception):
    """The failure that the tests inject."""


@pytest.fixture
def key_file(tmp_path: Path, keys: Keyring) -> Path:
    """The key file of the database."""
    save_keyring(tmp_path / "keys" / "linli.keys", keys)
    return tmp_path / "keys" / "linli.keys"


@pytest.fixture
async def full(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """A database with something in every corner, media, and slices of two rows."""
    monkeypatch.setattr(rotation, "SLICE_ROWS", 2)
    await fill(database, tmp_path / "media")
    yield database


async def fill(database: Database, media: Path) -> None:
    digests = [MediaFolder(media, database).put(data) for data in FILES]
    await database.turn(lambda tx: write_everything(tx, digests[0]))
    await database.turn(lambda tx: [new_person(tx, name=f"n{number}", door="1") for number in range(7)])


async def run(
    database: Database, key_file: Path, tmp_path: Path, progress: Any = lambda part, done: None
) -> RotationReport:
    return await rotate(database, key_file, tmp_path / "media", clock=lambda: NOW, progress=progress)


def blobs(tx: Transaction, engine: str) -> dict[str, bytes]:
    """Every sealed value by its place."""
    return {
        f"{table.name}.{column}:{row['id']}": row[column]
        for table in schema.tables(tx, engine)
        if table.sealed
        for row in schema.rows(tx, table, 100)
        for column in table.sealed
        if row[column] is not None
    }


async def all_blobs(database: Database, media: Path) -> dict[str, bytes]:
    """The same with the media."""
    found = await database.read(lambda tx: blobs(tx, database.engine_name))
    return {**found, **{f"media:{path.name}": path.read_bytes() for path in media.glob("*/*")}}


def opened(ring: Keyring, sealed: dict[str, bytes]) -> dict[str, bytes]:
    return {place: ring.open(place, value) for place, value in sealed.items()}


def opens_any(ring: Keyring, sealed: dict[str, bytes]) -> bool:
    for place, value in sealed.items():
        try:
            ring.open(place, value)
        except SealBroken:
            continue
        return True
    return False


async def test_everything_is_sealed_anew_and_the_old_key_opens_nothing(
    full: Database, keys: Keyring, key_file: Path, tmp_path: Path
) -> None:
    before = await all_blobs(full, tmp_path / "media")
    report = await run(full, key_file, tmp_path)
    after = await all_blobs(full, tmp_path / "media")
    new = load_keyring(key_file)
    assert len(new.sealing) == 1 and new.sealing != keys.sealing and new.lookup == keys.lookup
    assert before.keys() == after.keys()
    assert not set(before.values()) & set(after.values())
    assert opened(new, after) == opened(keys, before)
    assert not opens_any(keys, after)
    assert report == RotationReport(values=len(before) - len(FILES), files=len(FILES), resumed=False, broken=())
    assert len(before) > 30


async def test_the_open_database_goes_on_with_the_new_key(full: Database, key_file: Path, tmp_path: Path) -> None:
    await run(full, key_file, tmp_path)
    person = await full.turn(lambda tx: new_person(tx, name=SECRETS["name"]).id)
    assert (await full.read(lambda tx: people.read(tx, person))).name == SECRETS["name"]
    assert MediaFolder(tmp_path / "media", full).put(FILES[0])
    assert full.keys == load_keyring(key_file)


async def test_it_opens_with_the_new_key_file_and_not_with_the_old(
    full: Database, database_url: str, keys: Keyring, key_file: Path, tmp_path: Path
) -> None:
    await run(full, key_file, tmp_path)
    await full.close()
    again = await open_database(database_url, load_keyring(key_file))
    await again.close()
    with pytest.raises(KeyTrouble):
        await open_database(database_url, keys)


async def test_nothing_sealed_with_the_old_key_is_left_in_the_files(
    full: Database, database_url: str, keys: Keyring, key_file: Path, tmp_path: Path
) -> None:
    """Replaced rows lie on in free pages and in the log until the database is compacted."""
    header = b"\x01" + keys.sealing[0][0]
    assert len(header) == HEADER_BYTES

    def raw() -> bytes:
        files = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
        return files + (every_value(database_url) if database_url.startswith("postgresql") else b"")

    assert header in raw()
    await run(full, key_file, tmp_path)
    assert header not in raw()


async def test_it_can_be_rotated_again_and_again(full: Database, keys: Keyring, key_file: Path, tmp_path: Path) -> None:
    before = opened(keys, await all_blobs(full, tmp_path / "media"))
    rings = {keys.sealing}
    for _ in range(3):
        await run(full, key_file, tmp_path)
        rings.add(load_keyring(key_file).sealing)
    assert len(rings) == 4
    assert opened(load_keyring(key_file), await all_blobs(full, tmp_path / "media")) == before


async def test_an_interruption_at_any_step_costs_nothing(
    sqlite_url: str, keys: Keyring, key_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped after its first step, then its second, and so on until it comes through: readable all the time."""
    monkeypatch.setattr(rotation, "SLICE_ROWS", 2)
    database = await open_database(sqlite_url, keys)
    await fill(database, tmp_path / "media")
    before = opened(keys, await all_blobs(database, tmp_path / "media"))
    await database.close()
    interruptions = 0
    while True:
        database = await open_database(sqlite_url, load_keyring(key_file))
        try:
            report = await run(database, key_file, tmp_path, StopAfter(interruptions + 1))
            break
        except Interrupted:
            interruptions += 1
            ring = load_keyring(key_file)
            assert len(ring.sealing) == 2
            assert opened(ring, await all_blobs(database, tmp_path / "media")) == before
        finally:
            await database.close()
    assert interruptions > 10 and report.resumed
    assert len(load_keyring(key_file).sealing) == 1
    database = await open_database(sqlite_url, load_keyring(key_file))
    assert opened(load_keyring(key_file), await all_blobs(database, tmp_path / "media")) == before
    await database.close()


class StopAfter:
    """Interrupts after so many steps."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def __call__(self, part: str, done: int) -> None:
        self.left -= 1
        if self.left == 0:
            raise Interrupted


@pytest.mark.parametrize("place", ["compact", "save_keyring", "_must_be_complete", "_seal_files", "write_whole"])
async def test_an_interruption_between_the_steps_costs_nothing(
    full: Database, keys: Keyring, key_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    before = opened(keys, await all_blobs(full, tmp_path / "media"))

    def failing(*args: Any) -> None:
        raise Interrupted

    with monkeypatch.context() as patched:
        patched.setattr(full if place == "compact" else rotation, place, failing)
        with pytest.raises(Interrupted):
            await run(full, key_file, tmp_path)
    ring = load_keyring(key_file)
    assert opened(ring, await all_blobs(full, tmp_path / "media")) == before
    full.use_keys(ring)
    await run(full, key_file, tmp_path)
    assert len(load_keyring(key_file).sealing) == 1
    assert opened(load_keyring(key_file), await all_blobs(full, tmp_path / "media")) == before


async def test_a_kill_costs_nothing(sqlite_url: str, keys: Keyring, key_file: Path, tmp_path: Path) -> None:
    database = await open_database(sqlite_url, keys)
    await fill(database, tmp_path / "media")
    before = opened(keys, await all_blobs(database, tmp_path / "media"))
    await database.close()
    for stop_at in (1, 6, 12, 0):
        command = [sys.executable, "-c", ROTATE, sqlite_url, str(key_file), str(tmp_path / "media"), str(stop_at)]
        ended = await asyncio.to_thread(subprocess.run, command, cwd=ROOT, capture_output=True, timeout=60)
        assert ended.returncode == (-signal.SIGKILL if stop_at else 0), ended.stderr
        database = await open_database(sqlite_url, load_keyring(key_file))
        assert opened(load_keyring(key_file), await all_blobs(database, tmp_path / "media")) == before
        await database.close()
    assert len(load_keyring(key_file).sealing) == 1


async def test_it_is_refused_while_the_service_runs(
    full: Database, keys: Keyring, key_file: Path, tmp_path: Path
) -> None:
    await full.turn(lambda tx: leases.take(tx, "telegram", "the service", NOW))
    with pytest.raises(RotationTrouble, match="stop it"):
        await run(full, key_file, tmp_path)
    assert load_keyring(key_file) == keys
    late = NOW + leases.LASTS + SECOND
    await rotate(full, key_file, tmp_path / "media", clock=lambda: late)
    assert load_keyring(key_file).sealing != keys.sealing


async def test_a_service_that_starts_meanwhile_keeps_the_old_key(
    full: Database, keys: Keyring, key_file: Path, tmp_path: Path
) -> None:
    async def start() -> None:
        await full.turn(lambda tx: leases.take(tx, "telegram", "the service", NOW))

    loop = asyncio.get_running_loop()
    tasks: list[Any] = []

    def progress(part: str, done: int) -> None:
        if not tasks:
            tasks.append(loop.create_task(start()))

    with pytest.raises(RotationTrouble, match="stop it"):
        await run(full, key_file, tmp_path, progress)
    assert keys.sealing[0] in load_keyring(key_file).sealing
    await full.turn(lambda tx: leases.release(tx, "telegram", "the service"))
    assert (await run(full, key_file, tmp_path)).resumed


async def test_what_is_written_with_the_old_key_meanwhile_keeps_it(
    full: Database, keys: Keyring, key_file: Path, tmp_path: Path
) -> None:
    """A service that holds no lease yet and writes with the key it has read."""
    old = await full.turn(lambda tx: new_person(tx, name="old"))
    sealed = keys.seal(f"people.name_sealed:{old.id}", b"new")
    write = "UPDATE people SET name_sealed = :sealed WHERE id = :id"
    steps: list[str] = []

    def progress(part: str, done: int) -> None:
        if part == rotation.FILES and part not in steps:
            asyncio.run_coroutine_threadsafe(
                full.turn(lambda tx: tx.run(write, sealed=sealed, id=old.id)), loop
            ).result(30)
        steps.append(part)

    loop = asyncio.get_running_loop()
    with pytest.raises(RotationTrouble):
        await run(full, key_file, tmp_path, progress)
    full.use_keys(load_keyring(key_file))
    await run(full, key_file, tmp_path)
    assert (await full.read(lambda tx: people.read(tx, old.id))).name == "new"


async def test_what_no_key_opens_is_named_and_left(
    full: Database, keys: Keyring, key_file: Path, tmp_path: Path
) -> None:
    person = await full.turn(lambda tx: new_person(tx, name="a"))
    damaged = keys.seal("people.name_sealed:1", b"of another row")
    change = "UPDATE people SET name_sealed = :sealed WHERE id = :id"
    await full.turn(lambda tx: tx.run(change, sealed=damaged, id=person.id))
    path = next((tmp_path / "media").glob("*/*"))
    path.write_bytes(path.read_bytes()[:-1])
    report = await run(full, key_file, tmp_path)
    assert set(report.broken) == {f"people.name_sealed {person.id}", f"media {path.name}"}
    assert len(load_keyring(key_file).sealing) == 1
    assert (await all_blobs(full, tmp_path / "media"))[f"people.name_sealed:{person.id}"] == damaged


async def test_another_key_file_is_refused_and_not_touched(full: Database, key_file: Path, tmp_path: Path) -> None:
    other = Keyring.fresh()
    save_keyring(key_file, other)
    with pytest.raises(KeyTrouble):
        await run(full, key_file, tmp_path)
    assert load_keyring(key_file) == other
    with pytest.raises(KeyTrouble, match="missing"):
        await rotate(full, tmp_path / "nowhere", tmp_path / "media", clock=lambda: NOW)


async def test_unfinished_media_are_removed(full: Database, key_file: Path, tmp_path: Path) -> None:
    folder = next((tmp_path / "media").glob("*/*")).parent
    (folder / "0123.xyz.part").write_bytes(b"half")
    await run(full, key_file, tmp_path)
    assert not list((tmp_path / "media").glob("*/*.part"))


async def test_every_table_with_sealed_columns_has_an_id(database: Database) -> None:
    tables = await database.read(lambda tx: schema.tables(tx, database.engine_name))
    sealed = {table.name: table.key for table in tables if table.sealed}
    assert len(sealed) > 8
    assert set(sealed.values()) == {("id",)}
