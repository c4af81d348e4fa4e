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
    found = {
        card.id: card
        for card in (*cards.of_liaison(speaker.tx, person_id, MOST), *cards.of_deputy(speaker.tx, person_id, MOST))
    }
    paths = {card.place_id: places.read(speaker.tx, card.place_id).path for card in found.values()}
    gone = [
        card.id
        for card in found.values()
        if not any(each.covers(paths[card.place_id]) or each.path.startswith(paths[card.place_id]) for each in held)
    ]
    left: dict[int, int] = {}
    for card_id in sorted(gone):
        card = cards.lock(speaker.tx, card_id)
        if card is not None and card.state == cards.OPEN and _taken_from(speaker, card, person_id):
            left[card.place_id] = left.get(card.place_id, 0) + 1
    for place_id, number in left.items():
        _tell(speaker, place_id, person_id, number)
    return sum(left.values())


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
