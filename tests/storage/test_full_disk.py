"""A disk that fills while turns are written: what was acknowledged is stored, what was not is not."""

import asyncio
import random

import pytest

from storage.database import Database, open_database
from storage.errors import Unavailable
from storage.sealing import Keyring
from storage.transaction import Transaction

INSERT = "INSERT INTO settings (id, name, value) VALUES (:id, :name, :value)"
NAMES = "SELECT name FROM settings WHERE name <> 'key_check'"
PAGES = 560


async def names(database: Database) -> set[str]:
    return {row["name"] for row in await database.read(lambda tx: tx.all(NAMES))}


async def write(database: Database, name: str, size: int, rows: int) -> list[str]:
    """A turn of several rows; returns the names of what it stored."""

    def work(tx: Transaction) -> list[str]:
        written = [f"{name}.{row}" for row in range(rows)]
        for row in written:
            tx.run(INSERT, id=tx.new_id(), name=row, value="x" * size)
        return written

    return await database.turn(work)


@pytest.mark.parametrize("seed", range(12))
async def test_a_disk_that_fills_in_the_middle_of_a_batch_loses_nothing(
    sqlite_url: str, keys: Keyring, seed: int
) -> None:
    rng = random.Random(seed)
    database = await open_database(sqlite_url, keys, max_pages=PAGES)
    stored: set[str] = set()
    refused = 0
    for wave in range(6):
        turns = [
            write(database, f"w{wave}t{turn}", rng.choice((10, 300, 3000, 20_000)), rng.randint(1, 4))
            for turn in range(rng.randint(1, 40))
        ]
        for result in await asyncio.gather(*turns, return_exceptions=True):
            if isinstance(result, list):
                stored |= set(result)
            else:
                assert isinstance(result, Unavailable), result
                refused += 1
        assert await names(database) == stored
    assert refused and stored

    await database.turn(lambda tx: tx.run("DELETE FROM settings WHERE name <> 'key_check'"))
    assert len(await write(database, "after", 3000, 4)) == 4
    assert await names(database) == {f"after.{row}" for row in range(4)}
    await database.close()

    again = await open_database(sqlite_url, keys)
    assert len(await names(again)) == 4
    await again.close()


async def test_small_turns_still_fit_beside_one_that_is_too_large(sqlite_url: str, keys: Keyring) -> None:
    database = await open_database(sqlite_url, keys, max_pages=PAGES)
    results = await asyncio.gather(
        write(database, "small1", 10, 1),
        write(database, "large", 400_000, 3),
        write(database, "small2", 10, 1),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [list, Unavailable, list]
    assert await names(database) == {"small1.0", "small2.0"}
    await database.close()
