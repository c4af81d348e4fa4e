"""Our own people speak of somebody: in a talk at the desk, or from the card of somebody they look after.

What happened is one of four; where there is a conflict, it is asked whether anybody was hurt. Nothing else is kept.
"""

from handlers.desk import on_duty
from handlers.errors import Refused
from handlers.liaison import rights
from handlers.message import Choice, Message, Text, choice
from handlers.occasions import raising, station, violence
from handlers.occasions.offering_visits import KINDS
from handlers.routing import Route
from handlers.turn import Turn
from storage import occasions, people
from storage.people import Person


def in_talk(turn: Turn) -> None:
    """A way on from a talk at the desk: what is it about, then the offer goes to the resident."""
    number, rest = _split(turn)
    conversation = on_duty.held(turn)
    person = people.read(turn.tx, conversation.person_id)
    _go_on(turn, person, f"care.talk:{number}", rest, "talk", conversation.place_id)


def of_card(turn: Turn) -> None:
    """The same from somebody's card, by their liaison or the secretary."""
    number, rest = _split(turn)
    card = rights.require(turn, turn.argument_id())
    _go_on(turn, people.read(turn.tx, card.person_id), f"occasion.raise:{number}", rest, "liaison", card.place_id)


def _go_on(turn: Turn, person: Person, action: str, said: list[str], source: str, place_id: int) -> None:
    kind, hurt = (*said, "", "")[:2]
    if not kind:
        kinds = (choice(f"{action}/{each}", label) for each, label in KINDS.items())
        _ask(turn, Text("care-what-happened", {"name": station.name(turn, person.id)}), *kinds)
    elif kind not in KINDS or hurt not in ("", "yes", "no"):
        raise Refused("choice-unknown")
    elif kind == occasions.CONFLICT and not hurt:
        ways = (choice(f"{action}/{kind}/yes", "care-hurt-yes"), choice(f"{action}/{kind}/no", "care-hurt-no"))
        _ask(turn, Text("care-hurt"), *ways)
    elif hurt == "yes":
        violence.raise_it(turn, person, place_id, source, turn.person.id, None)
        turn.say("care-danger-noted")
    else:
        raising.raise_it(turn, person, kind, source, turn.person.id, place_id=place_id)
        turn.say("care-raised-by-staff")


def _ask(turn: Turn, text: Text, *ways: Choice) -> None:
    """What is chosen stays below the question: it tells what happened, and to whom."""
    turn.send(Message(text=text, choices=ways, sensitive=True))


def _split(turn: Turn) -> tuple[str, list[str]]:
    """The number that the action names, and what was picked so far; the action's argument is the number alone."""
    number, *rest = turn.argument.split("/")
    turn.argument = number
    return number, rest


ROUTES = (
    Route("press", "care.talk", in_talk),
    Route("press", "occasion.raise", of_card),
)
