"""Forgetting cards: whoever left keeps an empty one, and after its time it is gone."""

from datetime import datetime

from storage import cards
from storage.cards import Card
from storage.times import to_ms
from storage.transaction import Transaction

# Whoever left keeps nothing but a number that says nothing; the rows go with retention.
EMPTY = """
UPDATE cards SET about_sealed = NULL, wish = NULL, wish_at = NULL, liaison_id = NULL, deputy_id = NULL WHERE id = :id
"""
OLD = "SELECT id FROM cards WHERE closed_at IS NOT NULL AND closed_at < :before ORDER BY closed_at LIMIT :limit"
DROP = (
    "DELETE FROM claims WHERE card_id = :id",
    "DELETE FROM card_changes WHERE card_id = :id",
    "DELETE FROM rhythms WHERE card_id = :id",
    "DELETE FROM wave_leftovers WHERE card_id = :id",
    "DELETE FROM cards WHERE id = :id",
)


def empty(tx: Transaction, card_id: int) -> None:
    """Forgets what a card tells of a person."""
    tx.run(EMPTY, id=card_id)


def old(tx: Transaction, before: datetime, limit: int) -> list[Card]:
    """Cards that were closed before a moment."""
    found = [cards.read(tx, row["id"]) for row in tx.all(OLD, before=to_ms(before), limit=limit)]
    return [card for card in found if card is not None]


def drop(tx: Transaction, card_id: int) -> None:
    """Removes a card with its history."""
    for sql in DROP:
        tx.run(sql, id=card_id)
