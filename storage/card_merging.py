"""Merging cards: two channels became one person."""

from datetime import datetime

from storage import card_forgetting, cards
from storage.transaction import Transaction

MERGE_CARD = "UPDATE cards SET person_id = :into WHERE id = :id"
MERGE_LIAISON = """
UPDATE cards SET liaison_id = :into WHERE liaison_id = :gone AND liaison_id IS NOT NULL AND state = 'open'
"""
MERGE_DEPUTY = """
UPDATE cards SET deputy_id = :into WHERE deputy_id = :gone AND deputy_id IS NOT NULL AND state = 'open'
"""


def merge(tx: Transaction, into: int, gone: int, now: datetime) -> None:
    """Two channels became one person: the card, and those whom they look after, are the first one's. Of two cards the
    open one, or else the first one's, goes on, and the other is closed."""
    tx.run(MERGE_LIAISON, into=into, gone=gone)
    tx.run(MERGE_DEPUTY, into=into, gone=gone)
    kept, other = cards.of_person(tx, into), cards.of_person(tx, gone)
    if other is None:
        return
    if kept is None:
        tx.run(MERGE_CARD, id=other.id, into=into)
        return
    if kept.state == cards.CLOSED and other.state == cards.OPEN:
        cards.reopen(tx, kept.id)
        cards.set_place(tx, kept.id, other.place_id)
        cards.set_liaison(tx, kept.id, other.liaison_id)
        cards.set_deputy(tx, kept.id, other.deputy_id)
        cards.set_about(tx, kept.id, other.about)
        if other.wish is not None:
            cards.set_wish(tx, kept.id, other.wish, now)
    cards.close(tx, other.id, "merged", now)
    card_forgetting.empty(tx, other.id)
