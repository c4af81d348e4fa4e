"""People and where they stand in a form."""

import asyncio
import threading

import pytest

from storage import dialogues, people
from storage.database import Database
from storage.dialogues import Dialogue
from storage.errors import Conflict, NotFound
from storage.people import Person
from storage.phones import Phone
from storage.transaction import Transaction
from tests.storage.samples import ACCOUNT, NOW, founded, new_address, new_person


async def test_somebody_new_is_known_by_nothing_but_a_language(database: Database) -> None:
    made = await database.turn(lambda tx: people.create(tx, "en", NOW))
    assert await database.read(lambda tx: people.read(tx, made.id)) == Person(made.id, "new", "en")


async def test_what_is_known_of_a_person_comes_back_and_can_be_taken_back(database: Database) -> None:
    place = await founded(database)
    known = Person(
        place.resident.id, "joined", "en", "王秀英", Phone("+8613800138000"), "三单元402", place.estate.id, NOW
    )
    await database.turn(lambda tx: people.save(tx, known))
    assert await database.read(lambda tx: people.read(tx, known.id)) == known
    left = Person(place.resident.id, "left")
    await database.turn(lambda tx: people.save(tx, left))
    assert await database.read(lambda tx: people.read(tx, known.id)) == left
    assert await database.read(lambda tx: people.with_phone(tx, Phone("+8613800138000"))) == []


async def test_a_code_of_the_pack_is_of_one_person(database: Database) -> None:
    made = await database.turn(lambda tx: people.create(tx, "zh-CN", NOW, code="volunteer"))
    found = await database.read(lambda tx: people.read_by_code(tx, "volunteer"))
    assert found is not None and found.id == made.id
    assert await database.read(lambda tx: people.read_by_code(tx, "nobody")) is None
    with pytest.raises(Conflict):
        await database.turn(lambda tx: people.create(tx, "zh-CN", NOW, code="volunteer"))


async def test_nobody_is_found_by_a_strange_id(database: Database) -> None:
    with pytest.raises(NotFound):
        await database.read(lambda tx: people.read(tx, 4711))
    assert await database.read(lambda tx: dialogues.read(tx, 4711)) is None
    assert await database.turn(lambda tx: dialogues.lock(tx, ACCOUNT, "nobody")) is None


async def test_a_dialogue_is_kept_and_ends(database: Database) -> None:
    place = await founded(database)
    kept = Dialogue(place.resident.id, "request", "where", {"words": "灯坏了", "count": 3, "list": [1, None, "a"]})
    await database.turn(lambda tx: dialogues.save(tx, kept, NOW))
    assert await database.turn(lambda tx: dialogues.lock(tx, ACCOUNT, "u1")) == kept
    assert await database.read(lambda tx: dialogues.read(tx, place.resident.id)) == kept
    await database.turn(lambda tx: dialogues.save(tx, Dialogue(place.resident.id), NOW))
    assert await database.read(lambda tx: dialogues.read(tx, place.resident.id)) == Dialogue(place.resident.id)


async def test_the_turns_of_one_person_follow_each_other_on_all_their_addresses(database: Database) -> None:
    """Each turn reads, waits a moment and writes: without the lock, increments would be lost."""

    def prepare(tx: Transaction) -> int:
        person = new_person(tx)
        for user in ("telegram", "web"):
            new_address(tx, user, person=person)
        return person.id

    person = await database.turn(prepare)
    pause = threading.Event()

    def count(tx: Transaction, user: str) -> None:
        dialogue = dialogues.lock(tx, ACCOUNT, user)
        assert dialogue is not None
        pause.wait(0.002)
        dialogue.answers["n"] = dialogue.answers.get("n", 0) + 1
        dialogues.save(tx, dialogue, NOW)

    await asyncio.gather(*(database.turn(lambda tx, u=user: count(tx, u)) for user in ("telegram", "web") * 20))  # type: ignore[misc]
    found = await database.read(lambda tx: dialogues.read(tx, person))
    assert found is not None and found.answers == {"n": 40}
