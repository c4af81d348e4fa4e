"""Life notes: what a liaison station knows of somebody's family, work and difficulties, and how it read before."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

NOTE = "life_notes.note_sealed"
EARLIER = "life_note_versions.note_sealed"
TOPICS = FAMILY, WORK, DIFFICULTIES = "family", "work", "difficulties"
ORIGINS = SELF, VISIT, NEIGHBOUR, OFFICE = "self", "visit", "neighbour", "office"  # whom it was learned from

COLUMNS = "n.id, n.person_id, n.place_id, n.note_sealed, n.author_id, n.written_at, n.confirmed_at"
CREATE = """
INSERT INTO life_notes (id, person_id, place_id, note_sealed, author_id, written_at, confirmed_at)
VALUES (:id, :person_id, :place_id, :note, :author_id, :at, :at)
"""
OF_PERSON = f"SELECT {COLUMNS} FROM life_notes n WHERE n.person_id = :person_id ORDER BY n.id LIMIT :limit"
COUNT = "SELECT COUNT(*) AS n FROM life_notes WHERE person_id = :person_id"
COUNT_AT = f"{COUNT} AND place_id = :place_id"
ABOUT = "SELECT person_id FROM life_notes WHERE id = :id"
LOCK = f"SELECT {COLUMNS} FROM life_notes n WHERE n.id = :id FOR UPDATE OF n"
CHANGE = """
UPDATE life_notes SET note_sealed = :note, author_id = :author_id, written_at = :at, confirmed_at = :at WHERE id = :id
"""
CONFIRM = "UPDATE life_notes SET confirmed_at = :at WHERE id = :id"
CONFIRM_ALL = "UPDATE life_notes SET confirmed_at = :at WHERE person_id = :person_id AND place_id = :place_id"
PASS_ON = "UPDATE life_notes SET place_id = :place_id WHERE person_id = :person_id AND place_id <> :place_id"
KEEP_EARLIER = """
INSERT INTO life_note_versions (id, note_id, note_sealed, author_id, written_at)
VALUES (:id, :note_id, :note, :author_id, :at)
"""
VERSIONS = """
SELECT id, note_sealed, author_id, written_at FROM life_note_versions WHERE note_id = :note_id ORDER BY id DESC
LIMIT :limit
"""
DROP_VERSIONS = "DELETE FROM life_note_versions WHERE note_id = :note_id"
DROP = "DELETE FROM life_notes WHERE id = :id"
IDS = "SELECT id FROM life_notes WHERE person_id = :person_id"
OLD = "SELECT id FROM life_notes WHERE confirmed_at < :before ORDER BY confirmed_at LIMIT :limit"
DROP_OLD_VERSIONS = """
DELETE FROM life_note_versions WHERE id IN (
    SELECT id FROM life_note_versions WHERE written_at < :before ORDER BY written_at LIMIT :limit)
"""
# Whose card was closed between two moments, and of whom something is known still.
OF_CLOSED = """
SELECT c.person_id FROM cards c
WHERE c.closed_at IS NOT NULL AND c.closed_at > :since AND c.closed_at < :before AND c.state = 'closed' AND (
    SELECT MAX(n.id) FROM life_notes n WHERE n.person_id = c.person_id) IS NOT NULL
ORDER BY c.closed_at LIMIT :limit
"""
MERGE = (
    "UPDATE life_notes SET person_id = :into WHERE person_id = :gone",
    "UPDATE life_notes SET author_id = :into WHERE author_id = :gone",
    "UPDATE life_note_versions SET author_id = :into WHERE author_id = :gone",
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known: on which topic, learned from whom (`origin`), in words."""

    topic: str
    origin: str
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LifeNote:
    """One note of somebody, for a station (`place_id`) to read. `confirmed_at`: when it was written or last found to be
    still so. Times in UTC."""

    id: int
    person_id: int
    place_id: int
    known: Known
    author_id: int
    written_at: datetime
    confirmed_at: datetime


@dataclass(frozen=True, slots=True)
class Earlier:
    """How a note read before: by whom, since when (UTC)."""

    known: Known
    author_id: int
    written_at: datetime


def create(tx: Transaction, person_id: int, place_id: int, known: Known, author_id: int, now: datetime) -> int:
    """Writes a note of somebody, for a station to read; returns its id."""
    number = tx.new_id()
    sealed = tx.seal(NOTE, number, _packed(known))
    at = to_ms(now)
    tx.run(CREATE, id=number, person_id=person_id, place_id=place_id, note=sealed, author_id=author_id, at=at)
    return number


def of_person(tx: Transaction, person_id: int, limit: int) -> list[LifeNote]:
    """What is known of somebody, topic by topic, the oldest first."""
    found = [_note(tx, row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]
    return sorted(found, key=lambda note: (TOPICS.index(note.known.topic), note.id))


def count(tx: Transaction, person_id: int) -> int:
    """How many notes there are of somebody."""
    return int(tx.get(COUNT, person_id=person_id)["n"])


def count_at(tx: Transaction, person_id: int, place_id: int) -> int:
    """How many of them are for this station to read."""
    return int(tx.get(COUNT_AT, person_id=person_id, place_id=place_id)["n"])


def about(tx: Transaction, note_id: int) -> int | None:
    """Whom a note is about; None where it was removed."""
    row = tx.one(ABOUT, id=note_id)
    return None if row is None else int(row["person_id"])


def lock(tx: Transaction, note_id: int) -> LifeNote | None:
    """A note by id, locked until the turn ends; None where it was removed."""
    row = tx.one(LOCK, id=note_id)
    return None if row is None else _note(tx, row)


def change(tx: Transaction, note: LifeNote, known: Known, author_id: int, now: datetime, *, keep: bool) -> None:
    """A locked note reads otherwise now. `keep`: how it read before is kept; without it nothing of that is left."""
    if keep:
        number = tx.new_id()
        sealed = tx.seal(EARLIER, number, _packed(note.known))
        at = to_ms(note.written_at)
        tx.run(KEEP_EARLIER, id=number, note_id=note.id, note=sealed, author_id=note.author_id, at=at)
    else:
        tx.run(DROP_VERSIONS, note_id=note.id)
    tx.run(CHANGE, id=note.id, note=tx.seal(NOTE, note.id, _packed(known)), author_id=author_id, at=to_ms(now))


def versions(tx: Transaction, note_id: int, limit: int) -> list[Earlier]:
    """How a note read before, the latest first."""
    return [
        Earlier(
            _known(tx.unseal(EARLIER, row["id"], bytes(row["note_sealed"]))),
            row["author_id"],
            from_ms(row["written_at"]),
        )
        for row in tx.all(VERSIONS, note_id=note_id, limit=limit)
    ]


def confirm(tx: Transaction, note_id: int, now: datetime) -> None:
    """A note is still so."""
    tx.run(CONFIRM, id=note_id, at=to_ms(now))


def confirm_all(tx: Transaction, person_id: int, place_id: int, now: datetime) -> int:
    """All that a station knows of somebody is still so; returns how many notes that are."""
    return tx.run(CONFIRM_ALL, person_id=person_id, place_id=place_id, at=to_ms(now))


def pass_on(tx: Transaction, person_id: int, place_id: int) -> int:
    """This station may read all that is known of somebody; returns how many notes it could not read before."""
    return tx.run(PASS_ON, person_id=person_id, place_id=place_id)


def remove(tx: Transaction, note_id: int) -> bool:
    """Removes a note, and how it read before; False where it was gone."""
    tx.run(DROP_VERSIONS, note_id=note_id)
    return tx.run(DROP, id=note_id) > 0


def forget(tx: Transaction, person_id: int) -> int:
    """Removes all that is known of somebody; returns how many notes that were."""
    return sum(remove(tx, row["id"]) for row in tx.all(IDS, person_id=person_id))


def drop_unconfirmed(tx: Transaction, before: datetime, limit: int) -> int:
    """Removes notes that nobody has confirmed since a moment; returns how many."""
    return sum(remove(tx, row["id"]) for row in tx.all(OLD, before=to_ms(before), limit=limit))


def drop_versions(tx: Transaction, before: datetime, limit: int) -> int:
    """Removes how notes read that were written before a moment; returns how many."""
    return tx.run(DROP_OLD_VERSIONS, before=to_ms(before), limit=limit)


def of_closed_cards(tx: Transaction, since: datetime, before: datetime, limit: int) -> list[int]:
    """People of whom something is known still, though their card was closed between two moments."""
    rows = tx.all(OF_CLOSED, since=to_ms(since), before=to_ms(before), limit=limit)
    return [row["person_id"] for row in rows]


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Two are one person from now on: what is known of one, and what they wrote, belongs to the other."""
    for sql in MERGE:
        tx.run(sql, into=into, gone=gone)


def _packed(known: Known) -> str:
    body = {"topic": known.topic, "origin": known.origin, "words": known.words}
    return json.dumps(body, ensure_ascii=False)


def _known(text: str) -> Known:
    return Known(**json.loads(text))


def _note(tx: Transaction, row: Row) -> LifeNote:
    return LifeNote(
        id=row["id"],
        person_id=row["person_id"],
        place_id=row["place_id"],
        known=_known(tx.unseal(NOTE, row["id"], bytes(row["note_sealed"]))),
        author_id=row["author_id"],
        written_at=from_ms(row["written_at"]),
        confirmed_at=from_ms(row["confirmed_at"]),
    )
