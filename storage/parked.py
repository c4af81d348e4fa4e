"""Turns that failed for good: the error's type and where it happened. Never its message: it may be personal."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Transaction

CREATE = """
INSERT INTO parked_turns (id, inbox_id, person_id, error_type, frames, parked_at)
VALUES (:id, :inbox_id, :person_id, :error_type, :frames, :at)
"""
OPEN = """
SELECT id, inbox_id, person_id, error_type, frames, parked_at FROM parked_turns
WHERE resolved_at IS NULL ORDER BY parked_at LIMIT :limit
"""
RESOLVE = "UPDATE parked_turns SET resolved_at = :at WHERE id = :id AND resolved_at IS NULL"
READ = "SELECT id, inbox_id, person_id, error_type, frames, parked_at FROM parked_turns WHERE id = :id"


@dataclass(frozen=True, slots=True)
class ParkedTurn:
    """What a coordinator sees of a failure: its type and frames, and whose turn it was."""

    id: int
    inbox_id: int
    person_id: int | None
    error_type: str
    frames: str
    parked_at: datetime


def create(tx: Transaction, inbox_id: int, person_id: int | None, error_type: str, frames: str, now: datetime) -> int:
    """Notes a failed turn; returns its id."""
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        inbox_id=inbox_id,
        person_id=person_id,
        error_type=error_type,
        frames=frames,
        at=to_ms(now),
    )
    return number


def open_ones(tx: Transaction, limit: int = 20) -> list[ParkedTurn]:
    """The failures that nobody has looked after yet, oldest first."""
    return [ParkedTurn(**{**dict(row), "parked_at": from_ms(row["parked_at"])}) for row in tx.all(OPEN, limit=limit)]


def read(tx: Transaction, parked_id: int) -> ParkedTurn | None:
    """One failure."""
    row = tx.one(READ, id=parked_id)
    return None if row is None else ParkedTurn(**{**dict(row), "parked_at": from_ms(row["parked_at"])})


def resolve(tx: Transaction, parked_id: int, now: datetime) -> bool:
    """Marks a failure as looked after; False where it was so already."""
    return tx.run(RESOLVE, id=parked_id, at=to_ms(now)) > 0
