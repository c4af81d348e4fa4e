"""Letting go: a liaison leaves the role or the service. Their people stand without a liaison at once, and the
secretary hears it, with one tap to hand them over."""

from handlers.liaison import caring, people_lists
from handlers.message import Lane, Message, Text, choice
from handlers.turn import Speaker
from storage import cards, places, roles
from storage.cards import Card

MOST = 1000
ROLES = ("liaison", "secretary")  # who may look after people


def let_go(speaker: Speaker, person_id: int, every: bool = False) -> int:
    """Takes from somebody all people whom no role of theirs covers any more (or every one); returns how many. Each
    station's secretary is told once."""
    held = [] if every else [each for each in roles.of_person(speaker.tx, person_id) if each.role in ROLES]
    left: dict[int, int] = {}
    for card in lock_all(speaker, person_id):
        path = places.read(speaker.tx, card.place_id).path
        if any(each.covers(path) or each.path.startswith(path) for each in held):
            continue
        if _taken_from(speaker, card, person_id):
            left[card.place_id] = left.get(card.place_id, 0) + 1
    for place_id, number in left.items():
        _tell(speaker, place_id, person_id, number)
    return sum(left.values())


def lock_all(speaker: Speaker, person_id: int) -> list[Card]:
    """Locks the cards of all whom somebody looks after, and their own, in the order of their ids, before anything is
    done with the first of them; returns the open ones whose liaison or deputy they are."""
    tx, own = speaker.tx, cards.of_person(speaker.tx, person_id)
    theirs = (*cards.of_liaison(tx, person_id, MOST), *cards.of_deputy(tx, person_id, MOST))
    ids = {card.id for card in theirs} | ({own.id} if own is not None else set())
    found = [card for card_id in sorted(ids) if (card := cards.lock(tx, card_id)) is not None]
    return [card for card in found if card.state == cards.OPEN and person_id in (card.liaison_id, card.deputy_id)]


def end_roles(speaker: Speaker, person_id: int) -> None:
    """Ends every role of somebody, and lets go of their people."""
    for held in roles.of_person(speaker.tx, person_id):
        roles.end(speaker.tx, held.id, person_id, speaker.now)
    let_go(speaker, person_id)


def _taken_from(speaker: Speaker, card: Card, person_id: int) -> bool:
    """Whether the card has lost its liaison by this: a deputy who goes is only missed."""
    liaison = None if card.liaison_id == person_id else card.liaison_id
    deputy = None if card.deputy_id == person_id else card.deputy_id
    caring.give(speaker, card, liaison, deputy, None, "left")
    return card.liaison_id == person_id


def _tell(speaker: Speaker, place_id: int, person_id: int, number: int) -> None:
    ways = (choice(f"hand.all:{place_id}/0", "let-hand"), choice(f"liaison.without:{place_id}", "let-see"))
    values = {"name": caring.name_of(speaker, person_id), "n": number}
    key = "let-news" if people_lists.liaisons(speaker, place_id) else "let-news-nobody"
    caring.tell_secretary(speaker, place_id, Message(text=Text(key, values), choices=ways, lane=Lane.REMINDERS))
