"""Visit history: somebody's visits, planned and past, for whoever looks after them; each opens."""

from handlers import cards as request_cards
from handlers.liaison import caring, rights
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.visits import day_words
from storage import people, visits
from storage.cards import Card
from storage.visits import Visit

SHOWN = 10


def of_card(turn: Turn) -> None:
    """The visits of the person whose card is the argument, the latest first."""
    card = rights.require(turn, turn.argument_id())
    found = visits.of_person(turn.tx, card.person_id, SHOWN)
    name = caring.name_of(turn, card.person_id)
    lines = [Text("visits-of" if found else "visits-of-none", {"name": name}), *(_line(turn, each) for each in found)]
    choices = (*(_open(turn, each) for each in found), *_ways(card), caring.way_to(card))
    turn.say_privately(Message(text=request_cards.joined(lines), choices=choices, lasting=True))


def _line(speaker: Speaker, visit: Visit) -> Text:
    """When, how, who, and what became of it; never why."""
    goer = people.read(speaker.tx, visit.visitor_id).name if visit.visitor_id else Text("visit-nobody-goes")
    values = {
        "day": day_words.said(speaker.community, visit.day),
        "how": Text("visit-how-call" if visit.as_call else "visit-how-visit"),
        "who": goer or request_cards.NOTHING,
        "state": Text(f"visit-state-{visit.state}"),
    }
    return Text("visits-of-line", values)


def _ways(card: Card) -> tuple[Choice, ...]:
    return choice(f"visit.add:{card.id}", "visit-add"), choice(f"visit.plan:{card.id}", "visit-plan")


def _open(speaker: Speaker, visit: Visit) -> Choice:
    return choice(f"visit.show:{visit.id}", "visit-day", day=day_words.said(speaker.community, visit.day))


ROUTES = (Route("press", "visits.of", of_card),)
