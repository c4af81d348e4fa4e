"""Wish told: whoever reads no chat changes their mind by word of mouth; whoever looks after them writes it down."""

from handlers.errors import Refused
from handlers.liaison import caring, person_card, rights, wishes
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import cards
from storage.cards import Card

WAYS = (cards.VISIT, cards.CALL)


def ask(turn: Turn) -> None:
    """What do they wish now?"""
    card = _card(turn, turn.argument_id())
    ways = tuple(choice(f"person.wished:{card.id}/{each}", f"person-wished-{each}") for each in WAYS)
    text = Text("person-wish-ask", {"name": caring.name_of(turn, card.person_id)})
    turn.say_privately(Message(text=text, choices=(*ways, caring.way_to(card))))


def told(turn: Turn) -> None:
    """The tap; who wrote it down stays in the card's history."""
    number, _, wish = turn.argument.partition("/")
    turn.argument = number
    card = _card(turn, turn.argument_id())
    if wish not in WAYS:
        raise Refused("choice-unknown")
    person_card.show(turn, wishes.set(turn, card, wish, turn.person.id))


def _card(turn: Turn, card_id: int) -> Card:
    """The card. Refused where they say it themselves, in a chat, or have not said that nobody need come."""
    card = rights.require(turn, card_id)
    if not wishes.by_word_of_mouth(turn, card):
        raise Refused("person-wish-theirs", caring.way_to(card))
    return card


ROUTES = (
    Route("press", "person.wish", ask),
    Route("press", "person.wished", told),
)
