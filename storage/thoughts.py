"""Thoughts: one note of a member's own, written and changed by nobody else, and gone after twelve months."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from storage.times import from_ms, to_ms
from storage.transaction import Transaction

WORDS = "thoughts.words_sealed"
KEPT = timedelta(days=365)  # domain.md §6: twelve months

READ = (
    "SELECT id, place_id, words_sealed, written_at FROM thoughts WHERE person_id = :person_id AND written_at > :since"
)
CREATE = """
INSERT INTO thoughts (id, person_id, place_id, words_sealed, written_at)
VALUES (:id, :person_id, :place_id, :words, :at)
"""
FORGET = "DELETE FROM thoughts WHERE person_id = :person_id"
OLD = "SELECT person_id FROM thoughts WHERE written_at <= :before ORDER BY written_at LIMIT :limit"
# Whose card was closed between two moments, and who has a note still.
OF_CLOSED = """
SELECT c.person_id FROM cards c
WHERE c.closed_at IS NOT NULL AND c.closed_at > :since AND c.closed_at < :before AND c.state = 'closed' AND (
    SELECT MAX(t.id) FROM thoughts t WHERE t.person_id = c.person_id) IS NOT NULL
ORDER BY c.closed_at LIMIT :limit
"""
MERGE = "UPDATE thoughts SET person_id = :into WHERE person_id = :gone"


@dataclass(frozen=True, slots=True)
class Thought:
    """What a member wrote, for which station (`place_id`), when (UTC)."""

    place_id: int
    words: str = field(repr=False)
    written_at: datetime

    @property
    def until(self) -> datetime:
        """When it is gone (UTC)."""
        return self.written_at + KEPT


def read(tx: Transaction, person_id: int, now: datetime) -> Thought | None:
    """Somebody's note; None where there is none, or its time is over."""
    row = tx.one(READ, person_id=person_id, since=to_ms(now - KEPT))
    if row is None:
        return None
    words = tx.unseal(WORDS, row["id"], bytes(row["words_sealed"]))
    return Thought(row["place_id"], words, from_ms(row["written_at"]))


def write(tx: Transaction, author_id: int, place_id: int, words: str, now: datetime) -> None:
    """Somebody's own note, in place of the one before: nothing of that is left."""
    forget(tx, author_id)
    number = tx.new_id()
    sealed = tx.seal(WORDS, number, words)
    tx.run(CREATE, id=number, person_id=author_id, place_id=place_id, words=sealed, at=to_ms(now))


def forget(tx: Transaction, person_id: int) -> bool:
    """Removes somebody's note; False where there was none."""
    return tx.run(FORGET, person_id=person_id) > 0


def over(tx: Transaction, now: datetime, limit: int) -> list[int]:
    """Whose note has had its time."""
    return [row["person_id"] for row in tx.all(OLD, before=to_ms(now - KEPT), limit=limit)]


def of_closed_cards(tx: Transaction, since: datetime, before: datetime, limit: int) -> list[int]:
    """Who has a note still, though their card was closed between two moments."""
    rows = tx.all(OF_CLOSED, since=to_ms(since), before=to_ms(before), limit=limit)
    return [row["person_id"] for row in rows]


def merge(tx: Transaction, into: int, gone: int, now: datetime) -> None:
    """Two are one person from now on; where both wrote, what the first wrote stays."""
    if read(tx, into, now) is not None:
        forget(tx, gone)
    else:
        forget(tx, into)
        tx.run(MERGE, into=into, gone=gone)
