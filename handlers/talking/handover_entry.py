"""Whoever asked for a person may only need a request: those on duty enter it for them, from what they heard."""

from handlers import cards, forms, permissions, staff
from handlers.asking import callers
from handlers.routing import Route
from handlers.talking import handover
from handlers.turn import Turn
from storage import people, places, reveals


def enter(turn: Turn) -> None:
    """Opens the form for callers, with who it is for, and where they live and are reached, as far as we know it."""
    asked = handover.open_for(turn, turn.argument_id())
    person = people.read(turn.tx, asked.person_id)
    home = staff.place_of(turn, person.place_id)
    permissions.require(turn, "file for another", path=places.read(turn.tx, home.id).path if home else None)
    known = {"known": [str(person.id)], "who": str(person.id)}
    if person.phone is not None:
        known["phone"] = person.phone.e164
    if person.place_id is not None:
        known["place"] = str(person.place_id)
        known["address"] = cards.full_address(turn, person.place_id, person.door)
    reveals.add(turn.tx, person.id, turn.person.id, None, "address and phone", turn.now)
    forms.start(turn, callers.ENTER, **known)


ROUTES = (Route("press", "handover.enter", enter),)
