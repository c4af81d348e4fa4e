"""Phrases that were learned: how residents say a label, proposed by what they confirmed, used once somebody has agreed.

Labels are `request:<item>` and `faq:<question>`. The words are redacted before they come here.
"""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

PROPOSED, USED, DECLINED = "proposed", "used", "declined"
CONFIRMED, CORRECTED, ANSWERED = "confirmed", "corrected", "answered"  # where a phrase comes from
COLUMN = "phrases.phrase_sealed"
COLUMNS = "id, label, phrase_sealed, origin, state, times, created_at, decided_by, decided_at"
# One statement, so that two who say the same at once make one row. What was decided stays decided.
PROPOSE = """
INSERT INTO phrases (id, label, phrase_sealed, phrase_hash, origin, state, times, created_at, last_at)
VALUES (:id, :label, :phrase, :hash, :origin, 'proposed', 1, :at, :at)
ON CONFLICT (label, phrase_hash) DO UPDATE SET times = phrases.times + 1, last_at = excluded.last_at
RETURNING id
"""
READ = f"SELECT {COLUMNS} FROM phrases WHERE id = :id"
TO_REVIEW = f"SELECT {COLUMNS} FROM phrases WHERE state = 'proposed' ORDER BY times DESC, id DESC LIMIT :limit"
COUNT_PROPOSED = "SELECT COUNT(*) AS n FROM phrases WHERE state = 'proposed'"
LATEST_USED = f"""
SELECT {COLUMNS} FROM phrases WHERE state = 'used' ORDER BY decided_at DESC, id DESC LIMIT :limit OFFSET :offset
"""
ALL_USED = "SELECT id, label, phrase_sealed FROM phrases WHERE state = 'used' ORDER BY decided_at DESC LIMIT :limit"
# The state it must still be in is in the statement: of two who decide at once, one does.
DECIDE = """
UPDATE phrases SET state = :state, decided_by = :by, decided_at = :at WHERE id = :id AND state <> :state
"""
MOST_USED = 5000  # phrases that are used at once, the latest


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way in which somebody said a label; `times`: how often. `state`: proposed, used or declined."""

    id: int
    label: str
    words: str
    origin: str
    state: str
    times: int
    created_at: datetime
    decided_by: int | None
    decided_at: datetime | None


def propose(tx: Transaction, label: str, words: str, folded: str, origin: str, now: datetime) -> int:
    """Proposes a phrase, or counts it once more; returns its id. `folded` is what makes two of them the same."""
    number = tx.new_id()
    row = tx.get(
        PROPOSE,
        id=number,
        label=label,
        phrase=tx.seal(COLUMN, number, words),
        hash=tx.keyed_hash(folded),
        origin=origin,
        at=to_ms(now),
    )
    return int(row["id"])


def read(tx: Transaction, phrase_id: int) -> Phrase | None:
    """A phrase by its id."""
    row = tx.one(READ, id=phrase_id)
    return None if row is None else _phrase(tx, row)


def to_review(tx: Transaction, limit: int) -> list[Phrase]:
    """What waits for somebody's yes, the most said first."""
    return [_phrase(tx, row) for row in tx.all(TO_REVIEW, limit=limit)]


def count_proposed(tx: Transaction) -> int:
    """How many wait for somebody's yes."""
    return int(tx.get(COUNT_PROPOSED)["n"])


def latest_used(tx: Transaction, limit: int, offset: int = 0) -> list[Phrase]:
    """What is used now, the latest first."""
    return [_phrase(tx, row) for row in tx.all(LATEST_USED, limit=limit, offset=offset)]


def all_used(tx: Transaction) -> dict[str, list[str]]:
    """Every phrase that is used (the latest 5,000), by its label."""
    found: dict[str, list[str]] = {}
    for row in tx.all(ALL_USED, limit=MOST_USED):
        words = tx.unseal(COLUMN, row["id"], bytes(row["phrase_sealed"]))
        found.setdefault(row["label"], []).append(words)
    return found


def decide(tx: Transaction, phrase_id: int, state: str, actor_id: int, now: datetime) -> bool:
    """Takes a phrase into use, or out of it; False where that was done already."""
    return tx.run(DECIDE, id=phrase_id, state=state, by=actor_id, at=to_ms(now)) > 0


def _phrase(tx: Transaction, row: Row) -> Phrase:
    return Phrase(
        id=row["id"],
        label=row["label"],
        words=tx.unseal(COLUMN, row["id"], bytes(row["phrase_sealed"])),
        origin=row["origin"],
        state=row["state"],
        times=row["times"],
        created_at=from_ms(row["created_at"]),
        decided_by=row["decided_by"],
        decided_at=from_ms_or_none(row["decided_at"]),
    )
