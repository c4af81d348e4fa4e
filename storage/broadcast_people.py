"""Broadcasts and one person: what they got and wrote; they leave, or two channels turn out to be one person."""

from dataclasses import dataclass
from datetime import datetime

from storage.recipients import DROP_WAITING, SENT, UNKNOWN
from storage.times import from_ms_or_none
from storage.transaction import Row, Transaction

COUNT = "SELECT COUNT(*) AS n FROM recipients WHERE person_id = :person_id"
COUNT_DRAFTED = "SELECT COUNT(*) AS n FROM broadcasts WHERE drafter_id = :person_id"
OF_PERSON = """
SELECT broadcast_id, state, sent_at, shown_at, answer, answered_at FROM recipients WHERE person_id = :person_id
ORDER BY broadcast_id LIMIT :limit
"""
# Nothing is sent to them any more, and nobody phones them. What was counted stays counted.
LEAVE = (
    """
    UPDATE recipients SET state = 'left_out', reason = 'left', next_at = NULL
    WHERE person_id = :person_id AND state IN ('queued', 'held', 'waiting')
    """,
    "UPDATE recipients SET next_at = NULL WHERE person_id = :person_id AND next_at IS NOT NULL",
)
LATEST_ROW = """
SELECT id FROM outbox WHERE recipient_id = :id AND recipient_id IS NOT NULL ORDER BY recipient_id DESC, id DESC LIMIT 1
"""
BOTH = """
SELECT r.id AS into_id, o.id AS gone_id, r.state AS into_state
FROM recipients r JOIN recipients o ON o.broadcast_id = r.broadcast_id AND o.person_id = :gone
WHERE r.person_id = :into ORDER BY r.broadcast_id
"""
TAKE_OVER = """
UPDATE recipients SET state = :state, reason = NULL, rung = :rung, next_at = :next_at, sent_at = :sent_at,
    shown_at = :shown_at
WHERE id = :id
"""
ANSWERED = """
UPDATE recipients SET answer = :answer, answered_at = :answered_at, next_at = NULL WHERE id = :id AND answer IS NULL
"""
READ = "SELECT state, rung, next_at, sent_at, shown_at, answer, answered_at FROM recipients WHERE id = :id"
# What waits in the outbox is looked at as it is claimed, and does not leave then.
LEFT_OUT = """
UPDATE recipients SET state = CASE WHEN state = 'waiting' THEN state ELSE 'left_out' END, reason = 'merged',
    next_at = NULL
WHERE id = :id
"""
REACHED = (SENT, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Got:
    """A broadcast on whose list somebody is, and what became of it for them. Times in UTC."""

    broadcast_id: int
    state: str
    sent_at: datetime | None
    shown_at: datetime | None
    answer: str | None
    answered_at: datetime | None


def count(tx: Transaction, person_id: int) -> int:
    """On how many lists somebody is."""
    return int(tx.get(COUNT, person_id=person_id)["n"])


def count_drafted(tx: Transaction, person_id: int) -> int:
    """How many broadcasts somebody wrote."""
    return int(tx.get(COUNT_DRAFTED, person_id=person_id)["n"])


def of_person(tx: Transaction, person_id: int, limit: int) -> list[Got]:
    """What somebody got, or was to get, the oldest first."""
    return [_got(row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]


def leave(tx: Transaction, person_id: int) -> None:
    """Somebody leaves: what was to be sent to them is not, and nobody waits for their answer."""
    for sql in LEAVE:
        tx.run(sql, person_id=person_id)


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Two are one person. Where both were on a list, what one of them got the person has got, and it is not sent
    again; what one answered they have answered."""
    for row in tx.all(BOTH, into=into, gone=gone):
        other = tx.get(READ, id=row["gone_id"])
        if row["into_state"] not in REACHED and other["state"] in REACHED:
            names = ("state", "rung", "next_at", "sent_at", "shown_at")
            _take_out(tx, row["into_id"])
            tx.run(TAKE_OVER, id=row["into_id"], **{name: other[name] for name in names})
        if other["answer"] is not None:
            tx.run(ANSWERED, id=row["into_id"], answer=other["answer"], answered_at=other["answered_at"])
        tx.run(LEFT_OUT, id=row["gone_id"])


def _take_out(tx: Transaction, recipient_id: int) -> None:
    """What is about to leave on one channel does not, since the other one has it."""
    latest = tx.one(LATEST_ROW, id=recipient_id)
    if latest is not None:
        tx.run(DROP_WAITING, id=latest["id"])


def _got(row: Row) -> Got:
    return Got(
        broadcast_id=row["broadcast_id"],
        state=row["state"],
        sent_at=from_ms_or_none(row["sent_at"]),
        shown_at=from_ms_or_none(row["shown_at"]),
        answer=row["answer"],
        answered_at=from_ms_or_none(row["answered_at"]),
    )
