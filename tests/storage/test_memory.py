"""A turn asks the database once; what it writes, and what it may have waited for, it reads anew."""

import asyncio

import pytest

from storage import people
from storage.database import Database
from storage.memory import MOST_ROWS
from storage.transaction import Row, Transaction
from tests.storage.samples import new_person

READ = "SELECT id, language FROM people WHERE id = :id"
LOCK = "SELECT id FROM dialogues WHERE id = :id FOR UPDATE"


class Asked:
    """Counts what the engine is asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, database: Database) -> None:
        self.queries: list[str] = []
        kind = type(database._engine).__name__.replace("Engine", "Transaction")
        module = type(database._engine).__module__
        place = f"{module}_transaction.{kind}" if "sqlite" in module else f"{module}.{kind}"
        real = _find(place)._all

        def counted(tx: Transaction, sql: str, values: dict[str, object]) -> list[Row]:
            self.queries.append(sql)
            return real(tx, sql, values)  # type: ignore[no-any-return]

        monkeypatch.setattr(f"{place}._all", counted)

    def times(self, sql: str) -> int:
        return self.queries.count(sql)


def _find(place: str) -> type:
    module, _, name = place.rpartition(".")
    return getattr(__import__(module, fromlist=[name]), name)  # type: ignore[no-any-return]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, database: Database) -> Asked:
    return Asked(monkeypatch, database)


async def test_the_same_query_is_asked_once_a_turn(database: Database, asked: Asked) -> None:
    person = await database.turn(new_person)

    def work(tx: Transaction) -> None:
        assert tx.get(READ, id=person.id) == tx.get(READ, id=person.id)
        assert tx.one(READ, id=person.id + 1) is None

    await database.turn(work)
    assert asked.times(READ) == 2  # the two ids
    await database.turn(work)
    assert asked.times(READ) == 4  # another turn asks anew


async def test_what_the_turn_has_written_is_read_anew(database: Database, asked: Asked) -> None:
    def work(tx: Transaction) -> None:
        person = new_person(tx)
        assert tx.get(READ, id=person.id)["language"] == "zh-CN"
        person.language = "en"
        people.save(tx, person)
        assert tx.get(READ, id=person.id)["language"] == "en"
        found = tx.all("UPDATE people SET language = 'zh-CN' WHERE id = :id RETURNING id", id=person.id)
        assert len(found) == 1
        assert tx.get(READ, id=person.id)["language"] == "zh-CN"

    await database.turn(work)
    assert asked.times(READ) == 3


async def test_writing_to_one_table_leaves_the_others_known(database: Database, asked: Asked) -> None:
    def work(tx: Transaction) -> None:
        person = new_person(tx)
        before = tx.get(READ, id=person.id)
        tx.run("UPDATE dialogues SET updated_at = 0 WHERE id = :id", id=person.id)
        assert tx.get(READ, id=person.id) is before

    await database.turn(work)
    assert asked.times(READ) == 1


async def test_a_lock_makes_everything_be_read_anew(database: Database, asked: Asked) -> None:
    def work(tx: Transaction) -> None:
        person = new_person(tx)
        tx.get(READ, id=person.id)
        assert tx.one(LOCK, id=person.id) is not None
        tx.get(READ, id=person.id)
        assert tx.one(LOCK, id=person.id) is not None

    await database.turn(work)
    assert asked.times(READ) == 2 and asked.times(LOCK) == 2


async def test_a_changed_table_is_read_anew(database: Database) -> None:
    def work(tx: Transaction) -> None:
        person = new_person(tx)
        whole = "SELECT * FROM people WHERE id = :id"
        assert "shoe_size" not in dict(tx.get(whole, id=person.id))
        tx.run("ALTER TABLE people ADD COLUMN shoe_size BIGINT")
        assert "shoe_size" in dict(tx.get(whole, id=person.id))
        tx.run("ALTER TABLE people DROP COLUMN shoe_size")

    await database.turn(work)


async def test_long_lists_and_queries_of_no_table_are_not_kept(database: Database, asked: Asked) -> None:
    listed, constant = "SELECT id FROM people ORDER BY id", "SELECT 1 AS one"

    def work(tx: Transaction) -> None:
        for _ in range(MOST_ROWS + 1):
            new_person(tx)
        assert tx.all(listed) is not tx.all(listed)
        assert tx.all(constant) is not tx.all(constant)

    await database.turn(work)
    assert asked.times(listed) == 2 and asked.times(constant) == 2


async def test_after_waiting_for_a_lock_the_others_change_is_seen(postgresql_database: Database) -> None:
    database = postgresql_database
    person = await database.turn(new_person)
    loop = asyncio.get_running_loop()
    has_read, go_on = asyncio.Event(), asyncio.Event()

    def first(tx: Transaction) -> None:
        tx.one(LOCK, id=person.id)
        loop.call_soon_threadsafe(has_read.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(10)
        tx.run("UPDATE people SET language = 'en' WHERE id = :id", id=person.id)

    def second(tx: Transaction) -> str:
        assert tx.get(READ, id=person.id)["language"] == "zh-CN"
        loop.call_soon_threadsafe(go_on.set)
        tx.one(LOCK, id=person.id)  # waits for the first one's commit
        return str(tx.get(READ, id=person.id)["language"])

    one = asyncio.create_task(database.turn(first))
    await has_read.wait()
    assert await database.turn(second) == "en"
    await one
