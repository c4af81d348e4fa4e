"""Subscriptions: of which topics somebody wants to hear."""

from datetime import datetime

from storage.times import to_ms
from storage.transaction import Transaction

ADD = """
INSERT INTO subscriptions (person_id, subject, since) VALUES (:person_id, :subject, :at)
ON CONFLICT (person_id, subject) DO NOTHING
"""
REMOVE = "DELETE FROM subscriptions WHERE person_id = :person_id AND subject = :subject"
OF_PERSON = "SELECT subject FROM subscriptions WHERE person_id = :person_id ORDER BY subject"
FORGET = "DELETE FROM subscriptions WHERE person_id = :person_id"
# Two channels become one person: what either of them wanted is wanted.
TAKE_OVER = """
INSERT INTO subscriptions (person_id, subject, since)
SELECT :into, s.subject, s.since FROM subscriptions s WHERE s.person_id = :person_id
ON CONFLICT (person_id, subject) DO NOTHING
"""


def add(tx: Transaction, person_id: int, subject: str, now: datetime) -> bool:
    """Somebody wants to hear of a topic; False where they do already."""
    return tx.run(ADD, person_id=person_id, subject=subject, at=to_ms(now)) > 0


def remove(tx: Transaction, person_id: int, subject: str) -> bool:
    """Not any more; False where they did not."""
    return tx.run(REMOVE, person_id=person_id, subject=subject) > 0


def of_person(tx: Transaction, person_id: int) -> list[str]:
    """The topics that somebody wants to hear of, by their codes."""
    return [row["subject"] for row in tx.all(OF_PERSON, person_id=person_id)]


def forget(tx: Transaction, person_id: int) -> None:
    """Nothing is sent to who has left."""
    tx.run(FORGET, person_id=person_id)


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Two channels became one person."""
    tx.run(TAKE_OVER, into=into, person_id=gone)
    forget(tx, gone)
