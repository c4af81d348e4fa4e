"""Returning: a parting that was noted by mistake. The card is open again, with whoever looked after them; after a death
that was none nothing is lost: messages reach them, and the roles that ended with it are given back by a tap."""

from datetime import datetime

from handlers import permissions, staff
from handlers.errors import Refused
from handlers.liaison import caring, people_lists, rights
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import addresses, card_changes, cards, people, places, roles
from storage.cards import Card
from storage.people import Person

DIED, LEFT = "died", "left"
MOST = 100  # changes of a card that are looked at


def reopen(turn: Turn) -> None:
    """It was a mistake: the card is open again, and what ended with it is given back."""
    card = cards.lock(turn.tx, turn.argument_id())
    if card is None:
        raise Refused("not-allowed")
    _require(turn, card)
    if card.state == cards.OPEN or card.reason == LEFT:
        raise Refused("card-not-reopened")
    person = people.read(turn.tx, card.person_id)
    if person.state == DIED:
        _revive(turn, person)
        _give_back(turn, card)
    fresh = _open(turn, card, tell=True)
    ways = (caring.way_to(fresh),) if rights.may(turn, fresh) else ()
    turn.say("part-reopened", *ways, name=caring.name_of(turn, card.person_id))


def alive(turn: Turn) -> None:
    """Whoever was noted as dead says that they are not: all is as it was, and the station hears it."""
    _revive(turn, turn.person)
    known = cards.of_person(turn.tx, turn.person.id)
    card = None if known is None else cards.lock(turn.tx, known.id)
    if card is not None and card.state != cards.OPEN and card.reason == DIED:
        _tell(turn, _open(turn, card, tell=False))


def roles_back(turn: Turn) -> None:
    """The tap of who answers for the station: the roles that ended by the mistake are theirs again."""
    card = cards.lock(turn.tx, turn.argument_id())
    if card is None:
        raise Refused("not-allowed")
    _require(turn, card)
    if card.state != cards.OPEN or not _give_back(turn, card):
        raise Refused("form-stale")
    turn.say("part-roles-given", name=caring.name_of(turn, card.person_id))


def _require(turn: Turn, card: Card) -> None:
    """The station's secretary may; where it has none, its coordinator, who hears of it then."""
    action = "assign visits" if staff.of_place(turn, card.place_id, ("secretary",)) else "see visit numbers"
    permissions.require(turn, action, path=places.read(turn.tx, card.place_id).path)


def _open(turn: Turn, card: Card, tell: bool) -> Card:
    there = people_lists.liaisons(turn, card.place_id)
    return caring.open_card(
        turn,
        card.person_id,
        card.place_id,
        liaison_id=card.liaison_id if card.liaison_id in there else None,
        deputy_id=card.deputy_id if card.deputy_id in there else None,
        about=card.about,
        source="chat",
        actor_id=turn.person.id,
        tell=tell,
    )


def _revive(turn: Turn, person: Person) -> None:
    person.state = "joined" if person.consented_at is not None else "known"
    people.save(turn.tx, person)
    for address in addresses.of_person(turn.tx, person.id):
        addresses.mark(turn.tx, address.id, "open", "")


def _died_at(turn: Turn, card: Card) -> datetime | None:
    found = card_changes.of_card(turn.tx, card.id, MOST)
    return next((each.at for each in found if each.name == "close" and each.reason == DIED), None)


def _give_back(turn: Turn, card: Card) -> int:
    at = _died_at(turn, card)
    return 0 if at is None else roles.give_back(turn.tx, card.person_id, at, turn.now)


def _tell(turn: Turn, card: Card) -> None:
    """Who was told of the death hears that it was none. Roles wait for a tap: a phone may be in other hands."""
    text = Text("part-news-here", {"name": caring.name_of(turn, card.person_id)})
    for each in (card.liaison_id, card.deputy_id):
        if each is not None:
            turn.tell(each, Message(text=text, choices=(caring.way_to(card),), lane=Lane.REMINDERS))
    at = _died_at(turn, card)
    ended = at is not None and bool(roles.ended(turn.tx, card.person_id, at))
    ways: tuple[Choice, ...] = (choice(f"part.roles:{card.id}", "part-roles-back"),) if ended else ()
    caring.tell_secretary(turn, card.place_id, Message(text=text, choices=ways, lane=Lane.REMINDERS))


ROUTES = (
    Route("press", "part.again", reopen),
    Route("press", "part.roles", roles_back),
)
