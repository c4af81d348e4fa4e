"""Saved audiences: whom somebody often writes to, under a name of their own."""

from dataclasses import dataclass, field
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

NAME = "saved_audiences.name_sealed"

COLUMNS = "id, person_id, name_sealed, audience, saved_at"
ADD = """
INSERT INTO saved_audiences (id, person_id, name_sealed, audience, saved_at)
VALUES (:id, :person_id, :name, :audience, :at)
"""
READ = f"SELECT {COLUMNS} FROM saved_audiences WHERE id = :id"
OF_PERSON = f"SELECT {COLUMNS} FROM saved_audiences WHERE person_id = :person_id ORDER BY id DESC LIMIT :limit"
COUNT = "SELECT COUNT(*) AS n FROM saved_audiences WHERE person_id = :person_id"
DROP = "DELETE FROM saved_audiences WHERE id = :id AND person_id = :person_id"
FORGET = "DELETE FROM saved_audiences WHERE person_id = :person_id"
MOVE = "UPDATE saved_audiences SET person_id = :into WHERE person_id = :gone"


@dataclass(frozen=True, slots=True)
class Saved:
    """An audience (JSON) that somebody saved, and what they call it. `at` in UTC."""

    id: int
    person_id: int
    name: str = field(repr=False)
    audience: str
    at: datetime


def add(tx: Transaction, person_id: int, name: str, audience: str, now: datetime) -> int:
    """Saves an audience under a name; returns its id."""
    number = tx.new_id()
    tx.run(ADD, id=number, person_id=person_id, name=tx.seal(NAME, number, name), audience=audience, at=to_ms(now))
    return number


def read(tx: Transaction, saved_id: int) -> Saved | None:
    """A saved audience by id."""
    row = tx.one(READ, id=saved_id)
    return None if row is None else _saved(tx, row)


def of_person(tx: Transaction, person_id: int, limit: int) -> list[Saved]:
    """What somebody saved, the latest first."""
    return [_saved(tx, row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]


def count(tx: Transaction, person_id: int) -> int:
    """How many somebody saved."""
    return int(tx.get(COUNT, person_id=person_id)["n"])


def drop(tx: Transaction, saved_id: int, person_id: int) -> bool:
    """Takes one of somebody's own away; False where it is not there."""
    return tx.run(DROP, id=saved_id, person_id=person_id) > 0


def forget(tx: Transaction, person_id: int) -> int:
    """Takes all of somebody's away; returns how many they were."""
    return tx.run(FORGET, person_id=person_id)


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Two turn out to be one person: both have saved what they have."""
    tx.run(MOVE, into=into, gone=gone)


def _saved(tx: Transaction, row: Row) -> Saved:
    name = tx.unseal(NAME, row["id"], bytes(row["name_sealed"]))
    return Saved(row["id"], row["person_id"], name, row["audience"], from_ms(row["saved_at"]))
