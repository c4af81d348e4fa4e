"""Rights: who may open somebody's card. Whoever presses a button about a person asks here again."""

from collections.abc import Iterable

from handlers import permissions
from handlers.errors import Refused
from handlers.permissions import Scope
from handlers.turn import Speaker, Turn
from storage import absences, cards, places
from storage.cards import Card
from storage.roles import RoleHeld


def require(turn: Turn, card_id: int, action: str = "record visits") -> Card:
    """The open card, locked. Refused where it is closed, or where the person may not do this with it."""
    card = cards.lock(turn.tx, card_id)
    if card is None or not may(turn, card, action):
        raise Refused("not-allowed")
    if card.state != cards.OPEN:
        raise Refused("person-card-closed")
    return card


def may(turn: Turn, card: Card, action: str = "record visits") -> bool:
    """Whether the person may do this with a card: as its liaison, or for the whole station."""
    return allowed(turn, turn.roles, turn.person.id, card, action)


def allowed(
    speaker: Speaker, held: Iterable[RoleHeld], person_id: int, card: Card, action: str = "record visits"
) -> bool:
    """The same for somebody with these roles: a worker asks again when its work is done."""
    path = places.read(speaker.tx, card.place_id).path
    ties: tuple[Scope, ...] = ("people",) if _named(speaker, person_id, card) else ()
    return permissions.may(held, action, path=path, ties=ties)


def is_named(turn: Turn, card: Card) -> bool:
    """Whether the person is the card's liaison or deputy, or stands in for one of them who is away."""
    return _named(turn, turn.person.id, card)


def _named(speaker: Speaker, person_id: int, card: Card) -> bool:
    named = [each for each in (card.liaison_id, card.deputy_id) if each is not None]
    if person_id in named:
        return True
    away = (absences.of_person(speaker.tx, each, speaker.now) for each in named)
    return any(each is not None and each.cover_id == person_id for each in away)
