"""The contract of `turn` and `read`, on both engines."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import settings
from storage.database import Database, open_database
from storage.errors import Conflict, NotFound, StorageError, Unavailable
from storage.sealing import Keyring
from storage.transaction import Transaction

ALL = "SELECT name FROM settings WHERE name <> 'key_check' ORDER BY id"
INSERT = "INSERT INTO settings (id, name, value) VALUES (:id, :name, :value)"


class Stop(BaseException):
    """Ends a turn, and is not an Exception."""


def writing(name: str) -> Callable[[Transaction], str]:
    def work(tx: Transaction) -> str:
        settings.write(tx, name, "1")
        return name

    return work


async def names(database: Database) -> list[str]:
    return [row["name"] for row in await database.read(lambda tx: tx.all(ALL))]


async def test_a_turn_is_stored_and_returns_its_result(database: Database) -> None:
    assert await database.turn(writing("a")) == "a"
    assert await names(database) == ["a"]


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), Stop(), NotFound("x"), asyncio.CancelledError()])
async def test_whatever_a_turn_raises_undoes_it(database: Database, error: BaseException) -> None:
    def work(tx: Transaction) -> None:
        settings.write(tx, "a", "1")
        raise error

    with pytest.raises(type(error)):
        await database.turn(work)
    await database.turn(writing("b"))
    assert await names(database) == ["b"]


async def test_a_turn_that_raises_stop_iteration_does_not_hang_its_waiter(database: Database) -> None:
    def work(tx: Transaction) -> None:
        settings.write(tx, "a", "1")
        next(iter(()))

    with pytest.raises(RuntimeError, match="StopIteration"):
        await asyncio.wait_for(database.turn(work), 30)
    with pytest.raises(RuntimeError, match="StopIteration"):
        await asyncio.wait_for(database.read(lambda tx: next(iter(()))), 30)
    assert await names(database) == []


async def test_one_turn_that_fails_does_not_touch_those_beside_it(database: Database) -> None:
    def failing(tx: Transaction) -> None:
        settings.write(tx, "bad", "1")
        raise ValueError

    results = await asyncio.gather(
        *(database.turn(failing if number % 3 == 0 else writing(f"n{number}")) for number in range(30)),
        return_exceptions=True,
    )
    good = {f"n{number}" for number in range(30) if number % 3}
    assert {result for result in results if isinstance(result, str)} == good
    assert sum(isinstance(result, ValueError) for result in results) == 10
    assert set(await names(database)) == good


async def test_an_error_that_the_work_catches_still_undoes_the_turn(database: Database) -> None:
    def work(tx: Transaction) -> str:
        settings.write(tx, "a", "1")
        try:
            tx.run(INSERT, id=tx.new_id(), name="a", value="2")
        except Conflict:
            return "went on"
        return "no conflict"

    with pytest.raises(Conflict):
        await database.turn(work)
    assert await names(database) == []


async def test_after_an_error_no_statement_of_the_turn_runs(database: Database) -> None:
    def work(tx: Transaction) -> None:
        settings.write(tx, "a", "1")
        try:
            tx.run(INSERT, id=tx.new_id(), name="a", value="2")
        except Conflict:
            settings.write(tx, "late", "1")

    with pytest.raises(Conflict):
        await database.turn(work)
    assert await names(database) == []


async def test_a_read_sees_what_is_committed_and_nothing_else(database: Database) -> None:
    await database.turn(writing("before"))
    written, look = threading.Event(), threading.Event()

    def slow(tx: Transaction) -> None:
        settings.write(tx, "meanwhile", "1")
        written.set()
        assert look.wait(30)

    turn = asyncio.create_task(database.turn(slow))
    await asyncio.to_thread(written.wait, 30)
    assert await names(database) == ["before"]
    look.set()
    await turn
    assert await names(database) == ["before", "meanwhile"]


async def test_a_read_keeps_one_view_from_its_first_look(database: Database) -> None:
    looked, written = threading.Event(), threading.Event()

    def work(tx: Transaction) -> tuple[int, int]:
        first = len(tx.all(ALL))
        looked.set()
        assert written.wait(30)
        return first, len(tx.all(ALL))

    read = asyncio.create_task(database.read(work))
    await asyncio.to_thread(looked.wait, 30)
    await database.turn(writing("a"))
    written.set()
    assert await read == (0, 0)


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(StorageError):
        await database.read(writing("a"))
    assert await names(database) == []


async def test_a_read_passes_on_what_its_work_raises_and_leaves_its_reader_usable(database: Database) -> None:
    def work(tx: Transaction) -> None:
        tx.all(ALL)
        raise KeyError("x")

    for _ in range(20):
        with pytest.raises(KeyError):
            await database.read(work)
    assert await names(database) == []


async def test_many_reads_at_once(database: Database) -> None:
    await database.turn(writing("a"))
    assert await asyncio.gather(*(names(database) for _ in range(40))) == [["a"]] * 40


async def test_a_read_whose_wait_is_cancelled_gives_its_reader_back(database: Database) -> None:
    for _ in range(10):
        began, go = threading.Event(), threading.Event()
        read = asyncio.create_task(database.read(lambda tx, began=began, go=go: (began.set(), go.wait(30))))  # type: ignore[misc]
        await asyncio.to_thread(began.wait, 30)
        read.cancel()
        go.set()
        with pytest.raises(asyncio.CancelledError):
            await read
    assert await asyncio.wait_for(names(database), 30) == []


async def test_values_go_in_by_name_and_come_back_as_they_were(database: Database) -> None:
    text = "100% :name 'x' \"y\" ; -- 邻里 🏘 \\ %s %(a)s"
    await database.turn(lambda tx: tx.run(INSERT, id=2**62, name=text, value=None))
    row = await database.read(lambda tx: tx.get("SELECT id, name, value FROM settings WHERE name = :name", name=text))
    assert dict(row) == {"id": 2**62, "name": text, "value": None}


async def test_a_literal_with_a_percent_sign_is_itself(database: Database) -> None:
    row = await database.read(lambda tx: tx.get("SELECT '50%' AS share, :a AS a", a="x"))
    assert (row["share"], row["a"]) == ("50%", "x")


async def test_bytes_come_back_as_bytes(database: Database) -> None:
    sql = "INSERT INTO settings (id, name, value_sealed) VALUES (1, 'b', :value)"
    await database.turn(lambda tx: tx.run(sql, value=b"\x00\xff"))
    row = await database.read(lambda tx: tx.get("SELECT value_sealed FROM settings WHERE name = 'b'"))
    assert row["value_sealed"] == b"\x00\xff"


async def test_row_locks_are_written_the_same_for_both(database: Database) -> None:
    def work(tx: Transaction) -> list[str]:
        settings.write(tx, "a", "1")
        locked = tx.one("SELECT s.name FROM settings s WHERE s.name = :name FOR UPDATE OF s", name="a")
        rest = tx.all("SELECT name FROM settings WHERE name = :name FOR UPDATE SKIP LOCKED", name="a")
        assert locked is not None
        return [locked["name"], *(row["name"] for row in rest)]

    assert await database.turn(work) == ["a", "a"]


async def test_row_counts_and_missing_rows(database: Database) -> None:
    await database.turn(lambda tx: [settings.write(tx, name, "1") for name in "abc"])
    update = "UPDATE settings SET value = '2' WHERE name IN ('a', 'b', 'x')"
    assert await database.turn(lambda tx: tx.run(update)) == 2
    assert await database.read(lambda tx: tx.one("SELECT id FROM settings WHERE name = 'x'")) is None
    with pytest.raises(NotFound):
        await database.read(lambda tx: tx.get("SELECT id FROM settings WHERE name = 'x'"))


async def test_a_second_row_of_the_same_name_is_a_conflict(database: Database) -> None:
    await database.turn(writing("a"))
    with pytest.raises(Conflict):
        await database.turn(lambda tx: tx.run(INSERT, id=tx.new_id(), name="a", value="2"))


async def test_a_reference_to_nothing_is_a_conflict(database: Database) -> None:
    team = "INSERT INTO teams (id, code, name, name_en, place_id, mode) VALUES (1, 'a', 'a', 'a', 4711, 'group')"
    with pytest.raises(Conflict):
        await database.turn(lambda tx: tx.run(team))


async def test_a_reference_that_is_checked_at_commit_fails_its_own_turn_alone(database: Database) -> None:
    place = """
        INSERT INTO places (id, code, parent_id, kind, name, name_en, path, position)
        VALUES (:id, :code, 4711, 'estate', 'a', 'a', '/', 0)"""
    results = await asyncio.gather(
        database.turn(writing("a")),
        database.turn(lambda tx: tx.run(place, id=1, code="x")),
        database.turn(writing("b")),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [str, Conflict, str]
    assert set(await names(database)) == {"a", "b"}


async def test_an_unknown_table_is_an_error_of_storage(database: Database) -> None:
    with pytest.raises(StorageError) as raised:
        await database.turn(lambda tx: tx.run("INSERT INTO nowhere (id) VALUES (1)"))
    assert not isinstance(raised.value, Conflict | Unavailable)


async def test_errors_do_not_tell_the_values(database: Database) -> None:
    secret = "13800138000"
    with pytest.raises(Conflict) as conflict:
        await database.turn(lambda tx: [tx.run(INSERT, id=tx.new_id(), name=secret, value="1") for _ in range(2)])
    assert secret not in str(conflict.value)


async def test_a_number_beyond_64_bits_is_an_error_of_storage(database: Database) -> None:
    with pytest.raises(StorageError):
        await database.turn(lambda tx: tx.run(INSERT, id=2**70, name="a", value="1"))


async def test_turns_of_one_caller_keep_their_order(database: Database) -> None:
    for number in range(20):
        await database.turn(writing(f"n{number}"))
    assert await names(database) == [f"n{number}" for number in range(20)]


async def test_parallel_turns_lose_no_update(database: Database) -> None:
    counter = """
        INSERT INTO counters (name, value) VALUES ('n', 1)
        ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value"""
    values = await asyncio.gather(*(database.turn(lambda tx: tx.get(counter)["value"]) for _ in range(100)))
    assert sorted(values) == list(range(1, 101))


async def test_a_turn_cancelled_before_it_began_is_dropped(database_url: str, keys: Keyring) -> None:
    database = await open_database(database_url, keys, workers=1)
    began, go = threading.Event(), threading.Event()

    def slow(tx: Transaction) -> None:
        began.set()
        assert go.wait(30)

    first = asyncio.create_task(database.turn(slow))
    await asyncio.to_thread(began.wait, 30)
    second = asyncio.create_task(database.turn(writing("dropped")))
    await asyncio.sleep(0)
    second.cancel()
    third = asyncio.create_task(database.turn(writing("kept")))
    await asyncio.sleep(0)
    go.set()
    await first
    assert await third == "kept"
    with pytest.raises(asyncio.CancelledError):
        await second
    assert await names(database) == ["kept"]
    await database.close()


async def test_a_turn_cancelled_while_it_runs_completes(database_url: str, keys: Keyring) -> None:
    database = await open_database(database_url, keys)
    began, go = threading.Event(), threading.Event()

    def slow(tx: Transaction) -> None:
        began.set()
        assert go.wait(30)
        settings.write(tx, "a", "1")

    turn = asyncio.create_task(database.turn(slow))
    await asyncio.to_thread(began.wait, 30)
    turn.cancel()
    with pytest.raises(asyncio.CancelledError):
        await turn
    go.set()
    await database.close()
    again = await open_database(database_url, keys)
    assert await names(again) == ["a"]
    await again.close()


async def test_closing_finishes_what_waits(database_url: str, keys: Keyring) -> None:
    database = await open_database(database_url, keys)
    turns = [asyncio.create_task(database.turn(writing(f"n{number}"))) for number in range(50)]
    await asyncio.sleep(0)
    await database.close()
    assert await asyncio.gather(*turns) == [f"n{number}" for number in range(50)]


async def test_a_closed_database_is_unavailable(database_url: str, keys: Keyring) -> None:
    database = await open_database(database_url, keys)
    await names(database)
    await database.close()
    await database.close()
    with pytest.raises(Unavailable):
        await database.turn(writing("a"))
    with pytest.raises(Unavailable):
        await names(database)


async def test_another_address_is_refused(keys: Keyring, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="sqlite:///"):
        await open_database(f"mysql://{tmp_path}", keys)
