"""Merging cards: two channels became one person."""

from datetime import UTC, datetime

from storage import card_forgetting, cards
from storage.cards import CLOSED, NONE, About, Card
from storage.times import to_ms
from storage.transaction import Transaction

MERGE_CARD = "UPDATE cards SET person_id = :into WHERE id = :id"
MERGE_LIAISON = """
UPDATE cards SET liaison_id = :into WHERE liaison_id = :gone AND liaison_id IS NOT NULL AND state = 'open'
"""
MERGE_DEPUTY = """
UPDATE cards SET deputy_id = :into WHERE deputy_id = :gone AND deputy_id IS NOT NULL AND state = 'open'
"""
# Nobody is their own deputy, or their own liaison.
ONE_CARER = """
UPDATE cards SET deputy_id = NULL
WHERE liaison_id = :into AND liaison_id IS NOT NULL AND deputy_id = liaison_id AND state = 'open'
"""
NOT_THEIR_OWN = "UPDATE cards SET liaison_id = NULL WHERE person_id = :into AND liaison_id = person_id"
NOT_THEIR_OWN_DEPUTY = "UPDATE cards SET deputy_id = NULL WHERE person_id = :into AND deputy_id = person_id"
MERGE_CLAIMS = (
    "UPDATE claims SET liaison_id = :into WHERE liaison_id = :gone AND state = 'open'",
    "UPDATE claims SET deputy_id = :into WHERE deputy_id = :gone AND state = 'open'",
    "UPDATE claims SET claimed_by = :into WHERE claimed_by = :gone AND state = 'open'",
)
MOVE_CHANGES = "UPDATE card_changes SET card_id = :kept WHERE card_id = :left"
MOVE_CLAIMS = """
UPDATE claims SET card_id = :kept WHERE card_id = :left AND (state <> 'open' OR NOT EXISTS (
    SELECT 1 FROM claims o WHERE o.card_id = :kept AND o.place_id = claims.place_id AND o.state = 'open'))
"""
# A station that looks after them already claims them no more.
END_OWN_CLAIM = """
UPDATE claims SET state = 'refused', answered_at = :at WHERE card_id = :kept AND place_id = :place_id AND state = 'open'
"""
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def merge(tx: Transaction, into: int, gone: int, now: datetime) -> None:
    """Two channels became one person: the card, and those whom they look after, are the first one's.

    Of two cards one goes on (see `chosen`), with what was said last of visits, all that is known of the person, the
    history and the claims of both; the other is gone.
    """
    for sql in (MERGE_LIAISON, MERGE_DEPUTY, *MERGE_CLAIMS):
        tx.run(sql, into=into, gone=gone)
    tx.run(ONE_CARER, into=into)
    one, other = cards.of_person(tx, into), cards.of_person(tx, gone)
    if one is not None and other is not None:
        kept, left = chosen(one, other)
        _unite(tx, kept, left, now)
        tx.run(MERGE_CARD, id=kept.id, into=into)
    elif other is not None:
        tx.run(MERGE_CARD, id=other.id, into=into)
    for sql in (NOT_THEIR_OWN, NOT_THEIR_OWN_DEPUTY):
        tx.run(sql, into=into)


def chosen(one: Card, other: Card) -> tuple[Card, Card]:
    """Which card goes on, and which does not: an open one; one with a liaison; else the older."""
    ranked = sorted((one, other), key=lambda card: (card.state == CLOSED, card.liaison_id is None, card.id))
    return ranked[0], ranked[1]


def _unite(tx: Transaction, kept: Card, left: Card, now: datetime) -> None:
    """All of the other card that goes on goes along."""
    cards.set_about(tx, kept.id, _about(kept.about, left.about))
    _keep_wish(tx, kept, left, now)
    if left.asked_at is not None:
        cards.set_asked(tx, kept.id, left.asked_at)
    for sql in (MOVE_CHANGES, MOVE_CLAIMS):
        tx.run(sql, kept=kept.id, left=left.id)
    tx.run(END_OWN_CLAIM, kept=kept.id, place_id=kept.place_id, at=to_ms(now))
    card_forgetting.drop(tx, left.id)


def _keep_wish(tx: Transaction, kept: Card, left: Card, now: datetime) -> None:
    """What they said last counts; of two words of the same moment, the no."""
    said = [card for card in (kept, left) if card.wish is not None]
    last = max(said, key=lambda card: (card.wish_at or LONG_AGO, card.wish == NONE), default=kept)
    if last.wish is not None and last.wish != kept.wish:
        cards.set_wish(tx, kept.id, last.wish, last.wish_at or now)


def _about(kept: About, left: About) -> About:
    groups = (*kept.groups, *(each for each in left.groups if each not in kept.groups))
    return About(kept.member or left.member, groups, kept.birthday or left.birthday)
