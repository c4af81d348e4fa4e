"""Representatives: which residents of a station were asked to appraise the yearly reports, and who agreed."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

ASKED, AGREED, DECLINED = "asked", "agreed", "declined"

COLUMNS = "d.id, d.place_id, d.person_id, d.state, d.named_by, d.named_at"
NAME = """
INSERT INTO representatives (id, place_id, person_id, state, named_by, named_at)
VALUES (:id, :place_id, :person_id, 'asked', :named_by, :at)
ON CONFLICT (place_id, person_id) DO NOTHING
"""
READ = f"SELECT {COLUMNS} FROM representatives d WHERE d.id = :id"
AT_PLACE = f"SELECT {COLUMNS} FROM representatives d WHERE d.place_id = :place_id AND d.person_id = :person_id"
OF_PERSON = f"SELECT {COLUMNS} FROM representatives d WHERE d.person_id = :person_id ORDER BY d.id"
OF_PLACE = f"""
SELECT {COLUMNS} FROM representatives d WHERE d.place_id = :place_id AND d.person_id > :after ORDER BY d.person_id
LIMIT :limit
"""
COUNT = "SELECT COUNT(*) AS n FROM representatives WHERE place_id = :place_id AND state = 'agreed'"
ANSWER = "UPDATE representatives SET state = :state WHERE id = :id AND person_id = :person_id AND state = 'asked'"
END = "DELETE FROM representatives WHERE id = :id"
MOVE = """
UPDATE representatives SET person_id = :into WHERE person_id = :gone AND NOT EXISTS (
    SELECT 1 FROM representatives o WHERE o.place_id = representatives.place_id AND o.person_id = :into)
"""
MOVE_NAMED = "UPDATE representatives SET named_by = :into WHERE named_by = :gone"
LEAVE = "DELETE FROM representatives WHERE id = :id AND state <> 'declined'"
FORGET = "DELETE FROM representatives WHERE person_id = :person_id"


@dataclass(frozen=True, slots=True)
class Representative:
    """Somebody who was asked to appraise for a station (`place_id`). `state`: asked, agreed, declined."""

    id: int
    place_id: int
    person_id: int
    state: str
    named_by: int
    named_at: datetime


def name(tx: Transaction, place_id: int, person_id: int, named_by: int, now: datetime) -> int | None:
    """Notes that somebody is asked; returns the row. None where they were asked before."""
    number = tx.new_id()
    made = tx.run(NAME, id=number, place_id=place_id, person_id=person_id, named_by=named_by, at=to_ms(now))
    return number if made else None


def read(tx: Transaction, representative_id: int) -> Representative | None:
    """One by id."""
    row = tx.one(READ, id=representative_id)
    return None if row is None else _representative(row)


def at_place(tx: Transaction, place_id: int, person_id: int) -> Representative | None:
    """Somebody's row at a station."""
    row = tx.one(AT_PLACE, place_id=place_id, person_id=person_id)
    return None if row is None else _representative(row)


def of_person(tx: Transaction, person_id: int) -> list[Representative]:
    """The stations for which somebody was asked."""
    return [_representative(row) for row in tx.all(OF_PERSON, person_id=person_id)]


def of_place(tx: Transaction, place_id: int, limit: int, after: int = 0) -> list[Representative]:
    """Who was asked for a station, in the order of the people's ids."""
    return [_representative(row) for row in tx.all(OF_PLACE, place_id=place_id, after=after, limit=limit)]


def count(tx: Transaction, place_id: int) -> int:
    """How many have agreed."""
    return int(tx.get(COUNT, place_id=place_id)["n"])


def answer(tx: Transaction, representative_id: int, person_id: int, state: str) -> bool:
    """Yes or no (AGREED, DECLINED); False where they are not asked any more."""
    return tx.run(ANSWER, id=representative_id, person_id=person_id, state=state) > 0


def end(tx: Transaction, representative_id: int) -> bool:
    """They are none any more; False where they were none."""
    return tx.run(END, id=representative_id) > 0


def leave(tx: Transaction, representative_id: int) -> bool:
    """They live elsewhere now, or died. A no is kept: nobody asks again soon. False where there was nothing to end."""
    return tx.run(LEAVE, id=representative_id) > 0


def forget(tx: Transaction, person_id: int) -> None:
    """Somebody leaves the service."""
    tx.run(FORGET, person_id=person_id)


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Two people turn out to be one."""
    tx.run(MOVE, into=into, gone=gone)
    tx.run(MOVE_NAMED, into=into, gone=gone)
    forget(tx, gone)


def _representative(row: Row) -> Representative:
    return Representative(
        row["id"], row["place_id"], row["person_id"], row["state"], row["named_by"], from_ms(row["named_at"])
    )
