"""Limits: /approvals: from how many people on a second person must agree to a broadcast of a unit."""

from handlers import forms, permissions
from handlers.broadcasts.approving import approvers
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Lane, Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import bare_number
from storage import broadcast_limits, places, roles
from storage.places import Place

LIMIT = "limit broadcasts"
MOST = 500  # with more, nobody would ever be asked in a community
SHOWN = 8
UNIT = "unit"


def show(turn: Turn) -> None:
    """The number of each unit that the person looks after."""
    units = _units(turn)
    if not units:
        raise Refused("not-allowed")
    if len(units) == 1:
        _ask(turn, units[0])
        return
    ways = tuple(choice(f"approve.limit:{each.id}", "approve-limit-line", **_values(turn, each)) for each in units)
    turn.send(Message(text=Text("approve-limit-which"), choices=ways[:SHOWN]))


def ask(turn: Turn) -> None:
    """Asks for the number of one unit."""
    _ask(turn, _unit(turn, turn.argument_id()))


def _ask(turn: Turn, unit: Place) -> None:
    forms.start(turn, LIMIT_FORM, unit=str(unit.id))


def _ask_number(turn: Turn) -> Message:
    unit = _unit(turn, int(turn.dialogue.answers[UNIT]))
    return Message(text=Text("approve-limit-ask", {**_values(turn, unit), "most": MOST}))


def _read_number(turn: Turn) -> int:
    said = bare_number(turn.incoming.text.strip().removesuffix("人"))
    if said is None or not 1 <= said <= MOST:
        raise Again("approve-limit-again", most=MOST)
    return said


def _done(turn: Turn) -> None:
    """From now on. Whoever may agree there is told, since it is their eyes that it is about."""
    answers = turn.dialogue.answers
    unit, least = _unit(turn, int(answers[UNIT])), int(answers["least"])
    broadcast_limits.write(turn.tx, unit.id, least, turn.person.id, turn.now)
    turn.say("approve-limit-set", unit=_name(unit), n=least)
    others = [one for role in approvers.ROLES for one in roles.holders(turn.tx, role, [unit.id])]
    text = Text("approve-limit-told", {"name": turn.person.name, "unit": _name(unit), "n": least})
    for person_id in dict.fromkeys(others):
        if person_id != turn.person.id:
            turn.tell(person_id, Message(text=text, lane=Lane.REMINDERS))


def _units(turn: Turn) -> list[Place]:
    held = [each for each in turn.roles if each.role in permissions.MAY[LIMIT]]
    return [places.read(turn.tx, place_id) for place_id in dict.fromkeys(each.place_id for each in held)]


def _unit(turn: Turn, place_id: int) -> Place:
    """The unit. Refused where the person does not look after it."""
    unit = next((each for each in _units(turn) if each.id == place_id), None)
    if unit is None:
        raise Refused("not-allowed", closes_form=True)
    return unit


def _values(turn: Turn, unit: Place) -> dict[str, object]:
    return {"unit": _name(unit), "n": broadcast_limits.of(turn.tx, unit)}


def _name(unit: Place) -> Named:
    return Named(unit.name, unit.name_en)


LIMIT_FORM = Form("limit", (Question("least", _ask_number, _read_number, number=True),), _done, "approve-limit-left")
FORMS = (LIMIT_FORM,)
ROUTES = (
    Route("command", "approvals", show, menu="coordinator secretary admin"),
    Route("press", "approve.limit", ask),
)
