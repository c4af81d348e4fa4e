"""Drafts: requests that somebody began to write and did not send off, found by when they were touched last."""

from datetime import datetime

from storage.times import from_ms_or_none, to_ms
from storage.transaction import Transaction

# The conditions are those of the partial indexes, word for word.
UNTOUCHED = "SELECT id FROM dialogues WHERE form = 'ask' AND updated_at <= :until ORDER BY updated_at, id LIMIT :limit"
TO_NUDGE = """
SELECT id FROM dialogues WHERE form = 'ask' AND nudged_at IS NULL AND updated_at <= :until
ORDER BY updated_at, id LIMIT :limit
"""
# The row count decides: whoever has gone on meanwhile is left alone, and nobody is reminded twice.
NUDGED = """
UPDATE dialogues SET nudged_at = :at WHERE id = :id AND form = 'ask' AND nudged_at IS NULL AND updated_at <= :until
"""
IS_UNTOUCHED = "SELECT id FROM dialogues WHERE id = :id AND form = 'ask' AND updated_at <= :until"
FIRST = "SELECT MIN(updated_at) AS at FROM dialogues WHERE form = 'ask'"
FIRST_TO_NUDGE = "SELECT MIN(updated_at) AS at FROM dialogues WHERE form = 'ask' AND nudged_at IS NULL"


def untouched(tx: Transaction, until: datetime, limit: int) -> list[int]:
    """Whose drafts nobody has touched since `until`, the oldest first."""
    return [row["id"] for row in tx.all(UNTOUCHED, until=to_ms(until), limit=limit)]


def is_untouched(tx: Transaction, person_id: int, until: datetime) -> bool:
    """Whether this one's still is so; ask once its dialogue is locked."""
    return tx.one(IS_UNTOUCHED, id=person_id, until=to_ms(until)) is not None


def to_nudge(tx: Transaction, until: datetime, limit: int) -> list[int]:
    """Who has left a draft since `until` and was not reminded of it."""
    return [row["id"] for row in tx.all(TO_NUDGE, until=to_ms(until), limit=limit)]


def nudged(tx: Transaction, person_id: int, until: datetime, now: datetime) -> bool:
    """Notes that somebody is reminded; False where they have gone on meanwhile, or were reminded already."""
    return tx.run(NUDGED, id=person_id, until=to_ms(until), at=to_ms(now)) > 0


def first_touched(tx: Transaction) -> datetime | None:
    """When the oldest draft was touched last."""
    return from_ms_or_none(tx.get(FIRST)["at"])


def first_to_nudge(tx: Transaction) -> datetime | None:
    """The same, of those whose writers were not reminded yet."""
    return from_ms_or_none(tx.get(FIRST_TO_NUDGE)["at"])
