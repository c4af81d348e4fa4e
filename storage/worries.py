"""Worries: somebody gives cause for concern. Unread until a liaison or the secretary has looked at it."""

from dataclasses import dataclass, field
from datetime import datetime

from storage.times import from_ms, from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

NOTE = "worries.note_sealed"
NOT_REACHED, WORD = "not reached", "word"

COLUMNS = "id, person_id, place_id, cause, visit_id, raised_by, note_sealed, raised_at, read_by, read_at"
CREATE = """
INSERT INTO worries (id, person_id, place_id, cause, visit_id, raised_by, note_sealed, raised_at)
VALUES (:id, :person_id, :place_id, :cause, :visit_id, :raised_by, :note, :at)
"""
LOCK = f"SELECT {COLUMNS} FROM worries WHERE id = :id FOR UPDATE"
UNREAD = f"""
SELECT {COLUMNS} FROM worries WHERE place_id = :place_id AND read_at IS NULL ORDER BY raised_at LIMIT :limit
"""
COUNT_UNREAD = "SELECT COUNT(*) AS n FROM worries WHERE place_id = :place_id AND read_at IS NULL"
OF_PERSON = f"SELECT {COLUMNS} FROM worries WHERE person_id = :person_id ORDER BY id DESC LIMIT :limit"
SET_READ = "UPDATE worries SET read_by = :read_by, read_at = :at WHERE id = :id AND read_at IS NULL"


@dataclass(frozen=True, slots=True)
class Worry:
    """Cause for concern about `person_id`. `cause`: not reached (nobody home twice), word (a visitor's)."""

    id: int
    person_id: int
    place_id: int
    cause: str
    visit_id: int | None
    raised_by: int | None
    note: str = field(repr=False)
    raised_at: datetime
    read_by: int | None
    read_at: datetime | None


def create(
    tx: Transaction,
    *,
    person_id: int,
    place_id: int,
    cause: str,
    visit_id: int | None,
    raised_by: int | None,
    note: str,
    now: datetime,
) -> int:
    """A worry that nobody has read yet; returns its id."""
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        person_id=person_id,
        place_id=place_id,
        cause=cause,
        visit_id=visit_id,
        raised_by=raised_by,
        note=tx.seal(NOTE, number, note) if note else None,
        at=to_ms(now),
    )
    return number


def lock(tx: Transaction, worry_id: int) -> Worry | None:
    """A worry by id, locked until the turn ends."""
    row = tx.one(LOCK, id=worry_id)
    return None if row is None else _worry(tx, row)


def unread(tx: Transaction, place_id: int, limit: int) -> list[Worry]:
    """A station's worries that nobody has looked at, the oldest first."""
    return [_worry(tx, row) for row in tx.all(UNREAD, place_id=place_id, limit=limit)]


def count_unread(tx: Transaction, place_id: int) -> int:
    """How many of them there are."""
    return int(tx.get(COUNT_UNREAD, place_id=place_id)["n"])


def of_person(tx: Transaction, person_id: int, limit: int) -> list[Worry]:
    """The worries about somebody, the latest first."""
    return [_worry(tx, row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]


def set_read(tx: Transaction, worry_id: int, reader_id: int, now: datetime) -> bool:
    """Somebody has looked at it; False where another did before."""
    return tx.run(SET_READ, id=worry_id, read_by=reader_id, at=to_ms(now)) > 0


def _worry(tx: Transaction, row: Row) -> Worry:
    sealed = row["note_sealed"]
    return Worry(
        id=row["id"],
        person_id=row["person_id"],
        place_id=row["place_id"],
        cause=row["cause"],
        visit_id=row["visit_id"],
        raised_by=row["raised_by"],
        note=tx.unseal(NOTE, row["id"], bytes(sealed)) if sealed else "",
        raised_at=from_ms(row["raised_at"]),
        read_by=row["read_by"],
        read_at=from_ms_or_none(row["read_at"]),
    )
