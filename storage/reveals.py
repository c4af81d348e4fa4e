"""Reveals: every time somebody was shown another's phone number or address, and why."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Transaction

ADD = """
INSERT INTO reveals (id, subject_id, actor_id, request_id, what, at)
VALUES (:id, :subject_id, :actor_id, :request_id, :what, :at)
"""
OF_SUBJECT = """
SELECT subject_id, actor_id, request_id, what, at FROM reveals WHERE subject_id = :id ORDER BY at DESC LIMIT :limit
"""
OF_REQUEST = """
SELECT subject_id, actor_id, request_id, what, at FROM reveals WHERE request_id = :id ORDER BY at DESC LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Reveal:
    """Who (`actor_id`) was shown what of whom (`subject_id`), for which request, when (UTC)."""

    subject_id: int
    actor_id: int
    request_id: int | None
    what: str
    at: datetime


def add(tx: Transaction, subject_id: int, actor_id: int, request_id: int | None, what: str, now: datetime) -> None:
    """Logs a reveal. Nobody is logged for looking at what is their own."""
    if subject_id != actor_id:
        tx.run(
            ADD,
            id=tx.new_id(),
            subject_id=subject_id,
            actor_id=actor_id,
            request_id=request_id,
            what=what,
            at=to_ms(now),
        )


def of_subject(tx: Transaction, subject_id: int, limit: int = 100) -> list[Reveal]:
    """What was shown of somebody, the latest first."""
    rows = tx.all(OF_SUBJECT, id=subject_id, limit=limit)
    return [Reveal(**{**dict(row), "at": from_ms(row["at"])}) for row in rows]


def of_request(tx: Transaction, request_id: int, limit: int = 100) -> list[Reveal]:
    """What was shown for a request, of whomever, the latest first."""
    rows = tx.all(OF_REQUEST, id=request_id, limit=limit)
    return [Reveal(**{**dict(row), "at": from_ms(row["at"])}) for row in rows]
