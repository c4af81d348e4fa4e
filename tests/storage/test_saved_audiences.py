"""Audiences that somebody saved: theirs alone, sealed, moved along, forgotten; and blocks of ids. On both engines."""

from storage import saved_audiences
from storage.database import Database
from storage.transaction import Transaction
from tests.storage.samples import DAY, NOW, new_person

NAMES = "SELECT name_sealed FROM saved_audiences"


async def test_saved_read_thrown_away(database: Database) -> None:
    def work(tx: Transaction) -> None:
        mine, other = new_person(tx), new_person(tx)
        first = saved_audiences.add(tx, mine.id, "三号楼老人", '{"places":[1]}', NOW)
        second = saved_audiences.add(tx, mine.id, "水电队", '{"teams":[2]}', NOW + DAY)
        found = saved_audiences.read(tx, first)
        assert found is not None
        assert (found.name, found.audience, found.at) == ("三号楼老人", '{"places":[1]}', NOW)
        assert [each.id for each in saved_audiences.of_person(tx, mine.id, 9)] == [second, first]
        assert "老人".encode() not in b"".join(bytes(row["name_sealed"]) for row in tx.all(NAMES))
        assert not saved_audiences.drop(tx, first, other.id), "it is not theirs"
        assert saved_audiences.drop(tx, first, mine.id) and not saved_audiences.drop(tx, first, mine.id)
        assert saved_audiences.count(tx, mine.id) == 1 and saved_audiences.read(tx, first) is None

    await database.turn(work)


async def test_they_go_along_and_are_forgotten(database: Database) -> None:
    def work(tx: Transaction) -> None:
        into, gone = new_person(tx), new_person(tx)
        for person in (into, gone):
            saved_audiences.add(tx, person.id, "名单", "{}", NOW)
        saved_audiences.merge(tx, into.id, gone.id)
        assert (saved_audiences.count(tx, into.id), saved_audiences.count(tx, gone.id)) == (2, 0)
        assert saved_audiences.forget(tx, into.id) == 2 and saved_audiences.count(tx, into.id) == 0

    await database.turn(work)


async def test_a_block_of_ids_is_nobody_elses(database: Database) -> None:
    def work(tx: Transaction) -> None:
        before, first = tx.new_id(), tx.new_ids(5)
        assert before < first and tx.new_id() > first + 4

    await database.turn(work)
