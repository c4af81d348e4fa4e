"""Wanting a liaison: any resident may, and may want another one, without saying why. The secretary names somebody."""

from datetime import timedelta

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Form
from handlers.liaison import caring, uniting
from handlers.membership import joining
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import card_changes, cards
from storage.cards import OPEN, About, Card

WORDS = frozenset(
    ("我想要联络员", "我要联络员", "想要联络员", "要个联络员", "给我安排联络员", "iwantaliaison", "iwouldlikealiaison")
)
AGAIN = timedelta(days=7)  # after a week without an answer the secretary may be reminded
ANSWERS = ("liaison", "move")  # changes that answer a wish for a liaison


def asks_for(text: str) -> bool:
    """Whether somebody says nothing but that they want a liaison."""
    return "".join(char for char in text.lower() if char.isalnum()) in WORDS


def want(turn: Turn) -> None:
    """A wish for a liaison; whose home is not known says first where they live."""
    card = cards.of_person(turn.tx, turn.person.id)
    if card is not None and card.state == OPEN and card.liaison_id is not None:
        raise Refused(
            "want-has-one", choice("liaison.change", "want-another"), liaison=caring.named(turn, card.liaison_id)
        )
    if caring.community_of(turn, turn.person.place_id) is None:
        forms.start(turn, WANTING)
    else:
        _open(turn)


def change(turn: Turn) -> None:
    """Another liaison, please. Nobody is told why, since nobody asked; the liaison hears it from the new one's side."""
    known = cards.of_person(turn.tx, turn.person.id)
    card = None if known is None else cards.lock(turn.tx, known.id)
    if card is None or card.state != OPEN:
        raise Refused("card-none")
    _once(turn, card)
    _tell_secretary(turn, card, "want-news-another")
    turn.say("want-another-kept")


def _settled(turn: Turn) -> None:
    joining.settle_home(turn)
    if caring.community_of(turn, turn.person.place_id) is None:
        turn.say("want-no-home", phone=turn.community.pack.desk.phone)
    else:
        _open(turn)


def _open(turn: Turn) -> None:
    """Their own wish is the yes: visits are not asked about until somebody is named."""
    place_id = caring.community_of(turn, turn.person.place_id)
    if place_id is None:
        raise Refused("choice-unknown")
    known = cards.of_person(turn.tx, turn.person.id)
    locked = None if known is None else cards.lock(turn.tx, known.id)
    card = caring.open_card(
        turn,
        turn.person.id,
        place_id,
        liaison_id=None,
        deputy_id=None,
        about=About() if locked is None else locked.about,
        source="chat",
        actor_id=turn.person.id,
    )
    _once(turn, card)
    _tell_secretary(turn, card, "want-news")
    turn.say("want-kept")


def _once(turn: Turn, card: Card) -> None:
    """Notes the wish. Refused while the secretary has it on the table: a second tap would tell nothing new."""
    found = card_changes.of_card(turn.tx, card.id)
    latest = next((each for each in found if each.name in (*ANSWERS, card_changes.ASKED)), None)
    if latest is not None and latest.name == card_changes.ASKED and latest.at > turn.now - AGAIN:
        raise Refused("want-waits")
    card_changes.add(turn.tx, card.id, card_changes.ASKED, turn.person.id, turn.now)


def _tell_secretary(turn: Turn, card: Card, key: str) -> None:
    values = {
        "name": caring.name_of(turn, card.person_id),
        "home": caring.home_of(turn, card),
        "liaison": caring.named(turn, card.liaison_id),
    }
    same = uniting.ways(turn, turn.person, card.place_id)
    ways = (choice(f"hand.one:{card.id}", "person-hand"), caring.way_to(card), *same)
    caring.tell_secretary(turn, card.place_id, Message(text=Text(key, values), choices=ways, lane=Lane.REMINDERS))


WANTING = Form("wanting", joining.HOME, _settled, cancelled="want-left")
FORMS = (WANTING,)
ROUTES = (
    Route("press", "liaison.want", want),
    Route("press", "liaison.change", change),
)
