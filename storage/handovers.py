"""Handovers: somebody asks for a person, in words or by a voice message, and somebody on duty answers."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

COLUMNS = "h.id, h.person_id, h.medium_id, h.told_at, h.answered_at, h.answered_by, m.digest"
WITH_FILE = "FROM handovers h LEFT JOIN media m ON m.id = h.medium_id"
CREATE = "INSERT INTO handovers (id, person_id, medium_id, asked_at) VALUES (:id, :person_id, :medium_id, :at)"
READ = f"SELECT {COLUMNS} {WITH_FILE} WHERE h.id = :id"
WITH_MEDIUM = f"""
SELECT {COLUMNS} {WITH_FILE} WHERE h.medium_id = :medium_id AND h.told_at IS NULL ORDER BY h.id
"""
WAITING = """
SELECT 1 AS yes FROM handovers
WHERE person_id = :person_id AND asked_at > :since AND medium_id IS NULL AND told_at IS NOT NULL
  AND answered_at IS NULL LIMIT 1
"""
TOLD = "UPDATE handovers SET told_at = :at WHERE id = :id"
ANSWER = """
UPDATE handovers SET answered_at = :at, answered_by = :actor_id WHERE id = :id AND answered_at IS NULL
"""
OF_PERSON = """
SELECT asked_at, answered_at, medium_id FROM handovers WHERE person_id = :person_id ORDER BY asked_at LIMIT :limit
"""
FORGET = "DELETE FROM handovers WHERE person_id = :person_id RETURNING id, medium_id"


@dataclass(frozen=True, slots=True)
class Handover:
    """Who asks for a person; `medium_id` where they did so by voice, `digest` once its bytes are with us.

    `told_at`: when those on duty were told.
    """

    id: int
    person_id: int
    medium_id: int | None
    told_at: datetime | None
    answered_at: datetime | None
    answered_by: int | None
    digest: str | None


def create(tx: Transaction, person_id: int, medium_id: int | None, now: datetime) -> Handover:
    """Somebody asks for a person."""
    number = tx.new_id()
    tx.run(CREATE, id=number, person_id=person_id, medium_id=medium_id, at=to_ms(now))
    return _handover(tx.get(READ, id=number))


def read(tx: Transaction, handover_id: int) -> Handover | None:
    """A handover by id."""
    row = tx.one(READ, id=handover_id)
    return None if row is None else _handover(row)


def with_medium(tx: Transaction, medium_id: int) -> list[Handover]:
    """The handovers that wait for the bytes of their voice message."""
    return [_handover(row) for row in tx.all(WITH_MEDIUM, medium_id=medium_id)]


def waiting(tx: Transaction, person_id: int, since: datetime) -> bool:
    """Whether those on duty know of somebody who has asked for a person, in words, since then, and did not answer."""
    return tx.one(WAITING, person_id=person_id, since=to_ms(since)) is not None


def of_person(tx: Transaction, person_id: int, limit: int) -> list[tuple[datetime, datetime | None, int | None]]:
    """(when they asked for a person, when they were answered, the voice message) of somebody, the oldest first."""
    return [
        (from_ms(row["asked_at"]), from_ms_or_none(row["answered_at"]), row["medium_id"])
        for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)
    ]


def told(tx: Transaction, handover_id: int, now: datetime) -> None:
    """Notes that those on duty are being told."""
    tx.run(TOLD, id=handover_id, at=to_ms(now))


def answer(tx: Transaction, handover_id: int, actor_id: int, now: datetime) -> bool:
    """Notes who answered; False where somebody else was quicker."""
    return tx.run(ANSWER, id=handover_id, actor_id=actor_id, at=to_ms(now)) > 0


def forget(tx: Transaction, person_id: int) -> list[tuple[int, int | None]]:
    """Removes what somebody who leaves has asked; returns the ids of what it was and of the voices."""
    return [(row["id"], row["medium_id"]) for row in tx.all(FORGET, person_id=person_id)]


def _handover(row: Row) -> Handover:
    return Handover(
        id=row["id"],
        person_id=row["person_id"],
        medium_id=row["medium_id"],
        told_at=from_ms_or_none(row["told_at"]),
        answered_at=from_ms_or_none(row["answered_at"]),
        answered_by=row["answered_by"],
        digest=row["digest"],
    )
