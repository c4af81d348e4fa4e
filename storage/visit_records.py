"""Visit records: what a visitor wrote down, sealed: needs, and the member's own words."""

from dataclasses import dataclass, field
from datetime import date, datetime

from storage.days import from_text, to_text
from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

NEEDS, WORDS = "visit_records.needs_sealed", "visit_records.words_sealed"
VISIT, CALL = "visit", "call"

COLUMNS = "id, visit_id, person_id, recorded_by, how, day, needs_sealed, words_sealed, at"
CREATE = """
INSERT INTO visit_records (id, visit_id, person_id, recorded_by, how, day, at)
VALUES (:id, :visit_id, :person_id, :recorded_by, :how, :day, :at)
"""
OF_VISIT = f"SELECT {COLUMNS} FROM visit_records WHERE visit_id = :visit_id"
COUNT_OF_PERSON = "SELECT COUNT(*) AS n FROM visit_records WHERE person_id = :person_id"
WRITE = """
UPDATE visit_records SET recorded_by = :recorded_by, how = :how, day = :day, needs_sealed = :needs,
    words_sealed = :words, at = :at
WHERE id = :id
"""
SET_DAY = "UPDATE visit_records SET day = :day WHERE visit_id = :visit_id"
DROP = "DELETE FROM visit_records WHERE visit_id = :visit_id"


@dataclass(frozen=True, slots=True)
class Record:
    """What was written down about a visit that took place on `day` (here). `how`: visit, call."""

    id: int
    visit_id: int
    person_id: int
    recorded_by: int
    how: str
    day: date
    needs: str = field(repr=False)
    words: str = field(repr=False)
    at: datetime


def create(
    tx: Transaction, visit_id: int, person_id: int, recorded_by: int, how: str, day: date, now: datetime
) -> Record:
    """A record with nothing in it yet but when and how. Raises Conflict where the visit has one."""
    record_id = tx.new_id()
    values = {"visit_id": visit_id, "person_id": person_id, "recorded_by": recorded_by, "how": how}
    tx.run(CREATE, id=record_id, day=to_text(day), at=to_ms(now), **values)
    return Record(record_id, visit_id, person_id, recorded_by, how, day, "", "", now)


def write(
    tx: Transaction, record_id: int, recorded_by: int, *, how: str, day: date, needs: str, words: str, now: datetime
) -> None:
    """Writes a record anew."""
    tx.run(
        WRITE,
        id=record_id,
        recorded_by=recorded_by,
        how=how,
        day=to_text(day),
        needs=tx.seal(NEEDS, record_id, needs) if needs else None,
        words=tx.seal(WORDS, record_id, words) if words else None,
        at=to_ms(now),
    )


def of_visit(tx: Transaction, visit_id: int) -> Record | None:
    """The record of a visit."""
    row = tx.one(OF_VISIT, visit_id=visit_id)
    return None if row is None else _record(tx, row)


def count_of_person(tx: Transaction, person_id: int) -> int:
    """How many records there are about somebody."""
    return int(tx.get(COUNT_OF_PERSON, person_id=person_id)["n"])


def set_day(tx: Transaction, visit_id: int, day: date) -> bool:
    """On which day the visit was made; False where it has no record."""
    return tx.run(SET_DAY, visit_id=visit_id, day=to_text(day)) > 0


def drop(tx: Transaction, visit_id: int) -> bool:
    """Removes the record of a visit; False where it has none."""
    return tx.run(DROP, visit_id=visit_id) > 0


def _record(tx: Transaction, row: Row) -> Record:
    return Record(
        id=row["id"],
        visit_id=row["visit_id"],
        person_id=row["person_id"],
        recorded_by=row["recorded_by"],
        how=row["how"],
        day=from_text(row["day"]),
        needs=tx.unseal(NEEDS, row["id"], bytes(row["needs_sealed"])) if row["needs_sealed"] else "",
        words=tx.unseal(WORDS, row["id"], bytes(row["words_sealed"])) if row["words_sealed"] else "",
        at=from_ms(row["at"]),
    )
