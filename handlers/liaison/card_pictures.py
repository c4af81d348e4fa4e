"""Pictures of service cards: asked for by whose card it is, or by who looks after them; drawn by a worker.

On the picture stands nothing about the person: the card's number, the liaison, the station, and a code that opens the
bot. A card that is lost tells nobody anything.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from handlers.errors import Refused
from handlers.liaison import own_card, rights, station_facts
from handlers.liaison.station_facts import Station
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, cards, people, roles, tasks
from storage.cards import Card

DRAW = "draw card"  # the task
PICTURE, PRINT = "picture", "print"
READY = {PICTURE: "service-card-drawn", PRINT: "service-card-printed"}


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on a card's picture. `liaison`: empty while there is none; `link`: what the code holds."""

    number: str
    liaison: str
    station: Station
    link: str
    since: datetime


def own(turn: Turn) -> None:
    """The person's own card as a picture."""
    _order(turn, own_card.mine(turn).id, PICTURE)


def of_card(turn: Turn) -> None:
    """Somebody's card as a picture, for who looks after them."""
    _order(turn, rights.require(turn, turn.argument_id()).id, PICTURE)


def for_paper(turn: Turn) -> None:
    """The same as a page to print: for whose card it is, and for who looks after them."""
    card = cards.read(turn.tx, turn.argument_id())
    if card is None or card.person_id != turn.person.id:
        card = rights.require(turn, turn.argument_id())
    _order(turn, card.id, PRINT)


def collect(speaker: Speaker, card_id: int, reader_id: int) -> Face | None:
    """What stands on the picture; None where the card is closed, or is not the reader's to see any more."""
    card = cards.read(speaker.tx, card_id)
    if card is None or card.state != cards.OPEN or not _may_see(speaker, card, reader_id):
        return None
    link = speaker.community.entrances().card_link(card.token)
    liaison = people.read(speaker.tx, card.liaison_id).name if card.liaison_id is not None else ""
    return Face(card.number, liaison, station_facts.of_place(speaker, card.place_id), link, card.created_at)


def hand_over(
    speaker: Speaker, person_id: int, address_id: int, card_id: int, face: Face, form: str, digest: str
) -> None:
    """Sends the picture to who asked for it, with the way to the page that can be printed."""
    ways = (choice(f"card.print:{card_id}", "service-card-print"),) if form == PICTURE else ()
    text = Text(READY[form], {"number": face.number, "link": face.link})
    address = addresses.read(speaker.tx, address_id)
    if address.person_id == person_id:
        speaker.put(address, Message(text=text, choices=ways, media=(digest,), lasting=True))


def _order(turn: Turn, card_id: int, form: str) -> None:
    entrances = turn.community.entrances()
    if not entrances.card_link("token"):
        raise Refused("service-card-no-address")
    payload = {"card": card_id, "person": turn.person.id, "address": turn.address.id, "form": form}
    tasks.add(turn.tx, DRAW, json.dumps(payload), turn.now)
    turn.say_privately(Message(text=Text("drawing-soon")))


def _may_see(speaker: Speaker, card: Card, reader_id: int) -> bool:
    held = roles.of_person(speaker.tx, reader_id)
    return card.person_id == reader_id or rights.allowed(speaker, held, reader_id, card)


ROUTES = (
    Route("press", "card.picture", own),
    Route("press", "card.print", for_paper),
    Route("press", "cardpic.of", of_card),
)
