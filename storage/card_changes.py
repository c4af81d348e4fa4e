"""Changes of cards: what became of a card, and who did it."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Transaction

ASKED = "asked"  # they wished for a liaison, or for another one

ADD = """
INSERT INTO card_changes (id, card_id, change, from_id, to_id, actor_id, reason, at)
VALUES (:id, :card_id, :change, :from_id, :to_id, :actor_id, :reason, :at)
"""
OF_CARD = """
SELECT change, from_id, to_id, actor_id, reason, at FROM card_changes WHERE card_id = :card_id ORDER BY id DESC
LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a card: open, asked, liaison, deputy, move, wish, close; ids are of people or places."""

    name: str
    from_id: int | None
    to_id: int | None
    actor_id: int | None
    reason: str | None
    at: datetime


def add(
    tx: Transaction,
    card_id: int,
    change: str,
    actor_id: int | None,
    now: datetime,
    *,
    from_id: int | None = None,
    to_id: int | None = None,
    reason: str | None = None,
) -> None:
    """Notes what became of a card. `reason` is a code of ours, no words of people."""
    tx.run(
        ADD,
        id=tx.new_id(),
        card_id=card_id,
        change=change,
        from_id=from_id,
        to_id=to_id,
        actor_id=actor_id,
        reason=reason,
        at=to_ms(now),
    )


def of_card(tx: Transaction, card_id: int, limit: int = 20) -> list[Change]:
    """What became of a card, the latest first."""
    rows = tx.all(OF_CARD, card_id=card_id, limit=limit)
    return [
        Change(row["change"], row["from_id"], row["to_id"], row["actor_id"], row["reason"], from_ms(row["at"]))
        for row in rows
    ]
