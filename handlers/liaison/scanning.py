"""Scanning: what somebody sees who opens the code of a service card. The card's own person sees their card; everybody
else the station and what it can do, and nothing about whose card it is."""

from handlers import cards as words
from handlers.errors import Refused
from handlers.liaison import own_card, station_facts
from handlers.membership import joining
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import cards

PREFIX = "card-"
JOINED = "joined"


def scanned(turn: Turn) -> None:
    """The code of a card was opened."""
    card = cards.by_token(turn.tx, turn.incoming.args.removeprefix(PREFIX))
    if card is None:
        raise Refused("service-card-unknown")
    if card.person_id == turn.person.id:
        own_card.show(turn)
        return
    lines = [Text("service-card-scanned"), *station_facts.lines(station_facts.of_place(turn, card.place_id))]
    person, here = choice("menu.desk", "menu-desk"), turn.person.state == JOINED
    ways = (_way_of_one_who_is_here(turn), person) if here else (person,)
    turn.send(Message(text=words.joined(lines), choices=ways, lasting=True))
    if not here:
        joining.first_contact(turn)


def _way_of_one_who_is_here(turn: Turn) -> Choice:
    """To the own card, or to a liaison of one's own."""
    own = cards.of_person(turn.tx, turn.person.id)
    has_one = own is not None and own.state == cards.OPEN
    return choice("card.mine", "command-card") if has_one else choice("liaison.want", "service-card-want")


ROUTES = (Route("command", "start card", scanned, before_joining=True),)
