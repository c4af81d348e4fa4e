"""The audit of reveals: whoever was sent another's phone or door is in the log, whichever way it went."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.rendering import body
from handlers.message import decode
from storage import people, places
from storage.database import open_database
from storage.outbox import body_of
from storage.people import Person
from storage.sealing import Keyring
from storage.transaction import Transaction

SAID = """
SELECT o.id, o.key, o.body_sealed, o.shared_id, a.person_id, a.team_id
FROM outbox o JOIN addresses a ON a.id = o.address_id
ORDER BY o.id
"""
PEOPLE = "SELECT id FROM people ORDER BY id"
REVEALED = "SELECT subject_id, actor_id FROM reveals"
# Who wrote somebody's number down knows it.
WRITTEN_BY = """
SELECT person_id, helped_id, filed_by FROM service_requests WHERE helped_id IS NOT NULL OR filed_by IS NOT NULL
"""
ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Unlogged:
    """A message with another's phone or door of which the log says nothing."""

    reader: int | None
    subject: str
    what: str
    text: str


async def unlogged(url: str, keys: Keyring) -> list[Unlogged]:
    """What was said to people and groups in a database without the log knowing of it."""
    database = await open_database(url, keys)
    try:
        return await database.read(lambda tx: list(_unlogged(tx)))
    finally:
        await database.close()


def _unlogged(tx: Transaction) -> Iterator[Unlogged]:
    everybody = [people.read(tx, row["id"]) for row in tx.all(PEOPLE)]
    own = {person.id: list(_marks(tx, person)) for person in everybody}
    known = {(row["subject_id"], row["actor_id"]) for row in tx.all(REVEALED)} | set(_written(tx))
    for row in tx.all(SAID):
        message = decode(body_of(tx, row))
        text = body(message, "zh-CN", ZONE)
        for person in everybody:
            for mark in own[person.id]:
                theirs = mark in own.get(row["person_id"], ()) or (person.id, row["person_id"]) in known
                if not theirs and mark in text.replace(" ", ""):
                    yield Unlogged(row["person_id"], person.name, mark, text)


def _written(tx: Transaction) -> Iterator[tuple[int, int]]:
    for row in tx.all(WRITTEN_BY):
        writers = {row["person_id"], row["filed_by"]} - {None}
        subjects = {row["person_id"], row["helped_id"]} - {None}
        yield from ((subject, writer) for writer in writers for subject in subjects)


def _marks(tx: Transaction, person: Person) -> Iterator[str]:
    """What gives a person away, without blanks: the number; building and door."""
    if person.phone is not None:
        yield person.phone.e164.removeprefix("+86")
    if person.door and person.place_id is not None:
        yield f"{places.read(tx, person.place_id).name}{person.door}".replace(" ", "")
