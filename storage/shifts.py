"""Shifts: who of the duty desk is on duty, from when, and until when they planned to be."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

COLUMNS = "s.id, s.person_id, s.started_at, s.ends_at, s.reminded"
START = """
INSERT INTO shifts (id, person_id, started_at, ends_at) VALUES (:id, :person_id, :at, :ends_at)
ON CONFLICT (person_id) WHERE ended_at IS NULL DO UPDATE SET ends_at = excluded.ends_at, reminded = 0
"""
OF_PERSON = f"SELECT {COLUMNS} FROM shifts s WHERE s.person_id = :person_id AND s.ended_at IS NULL"
OPEN = f"SELECT {COLUMNS} FROM shifts s WHERE s.ended_at IS NULL ORDER BY s.ends_at LIMIT :limit"
END = "UPDATE shifts SET ended_at = :at WHERE person_id = :person_id AND ended_at IS NULL"
TO_REMIND = f"""
SELECT {COLUMNS} FROM shifts s
WHERE s.ended_at IS NULL AND s.ends_at <= :before AND s.reminded = 0 ORDER BY s.ends_at LIMIT :limit
"""
REMINDED = "UPDATE shifts SET reminded = 1 WHERE id = :id AND reminded = 0 AND ended_at IS NULL"
OVER = f"SELECT {COLUMNS} FROM shifts s WHERE s.ended_at IS NULL AND s.ends_at <= :now ORDER BY s.ends_at LIMIT :limit"
END_THIS = "UPDATE shifts SET ended_at = :at WHERE id = :id AND ended_at IS NULL AND ends_at <= :at"
NEXT_REMINDER = "SELECT MIN(ends_at) AS at FROM shifts WHERE ended_at IS NULL AND ends_at >= 0 AND reminded = 0"
NEXT_END = "SELECT MIN(ends_at) AS at FROM shifts WHERE ended_at IS NULL AND ends_at >= 0"
MOST = 100  # on duty at once


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody is on duty since then and, as they planned, until `ends` (UTC). `reminded`: its end was announced."""

    id: int
    person_id: int
    started: datetime
    ends: datetime
    reminded: bool


def start(tx: Transaction, person_id: int, ends: datetime, now: datetime) -> None:
    """Somebody is on duty from now until then; who is on duty already stays so until then."""
    tx.run(START, id=tx.new_id(), person_id=person_id, at=to_ms(now), ends_at=to_ms(ends))


def of_person(tx: Transaction, person_id: int) -> Shift | None:
    """The shift of somebody who is on duty."""
    row = tx.one(OF_PERSON, person_id=person_id)
    return None if row is None else _shift(row)


def now_on(tx: Transaction) -> list[Shift]:
    """Everybody who is on duty, whose shift ends first at the head."""
    return [_shift(row) for row in tx.all(OPEN, limit=MOST)]


def end(tx: Transaction, person_id: int, now: datetime) -> bool:
    """Somebody goes off duty; False where they were not on it."""
    return tx.run(END, person_id=person_id, at=to_ms(now)) > 0


def to_remind(tx: Transaction, before: datetime, limit: int) -> list[Shift]:
    """The shifts that end until then, and whose end was not announced."""
    return [_shift(row) for row in tx.all(TO_REMIND, before=to_ms(before), limit=limit)]


def reminded(tx: Transaction, shift_id: int) -> bool:
    """Notes that the end is being announced; False where another process was quicker."""
    return tx.run(REMINDED, id=shift_id) > 0


def over(tx: Transaction, now: datetime, limit: int) -> list[Shift]:
    """The shifts whose planned time is over."""
    return [_shift(row) for row in tx.all(OVER, now=to_ms(now), limit=limit)]


def end_this(tx: Transaction, shift_id: int, now: datetime) -> bool:
    """Ends a shift whose time is over; False where it was made longer, or has ended."""
    return tx.run(END_THIS, id=shift_id, at=to_ms(now)) > 0


def next_reminder(tx: Transaction) -> datetime | None:
    """The planned end of the shift whose end is announced next."""
    return from_ms_or_none(tx.get(NEXT_REMINDER)["at"])


def next_end(tx: Transaction) -> datetime | None:
    """When the next shift ends."""
    return from_ms_or_none(tx.get(NEXT_END)["at"])


def _shift(row: Row) -> Shift:
    return Shift(
        row["id"], row["person_id"], from_ms(row["started_at"]), from_ms(row["ends_at"]), bool(row["reminded"])
    )
