"""Extending: once, a request gets more days, with a reason that the resident is told."""

from datetime import timedelta

from handlers import forms
from handlers.coordinating import reasons, steering
from handlers.errors import Refused
from handlers.forms import Again, Question
from handlers.life import lifecycle
from handlers.message import Message, Text
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import bare_number
from storage import assignments

DAYS = (1, 3, 7)


def extend(turn: Turn) -> None:
    """Why does it take longer, and how many days more?"""
    request, _ = steering.looked_after(turn, "extend", turn.argument_id())
    if request.extended:
        raise Refused("extend-once", number=request.number)
    if not lifecycle.reachable("extend", request, turn.now):
        raise Refused("extend-not-yet", number=request.number)
    forms.start(turn, EXTEND, request=str(request.id))


def _ask_days(turn: Turn) -> Message:
    choices = tuple(forms.pick("extending", "days", days, "extend-days", n=days) for days in DAYS)
    return Message(text=Text("extend-how-long"), choices=choices)


def _read_days(turn: Turn) -> int:
    given = turn.argument or str(bare_number(turn.incoming.text) or "")
    if given not in map(str, DAYS):
        raise Again("extend-days-please")
    return int(given)


def _extended(turn: Turn) -> None:
    request, item, words = reasons.of(turn, "extend")
    if request.extended:
        raise Refused("extend-once", number=request.number)
    until = max(request.resolve_by, turn.now) + timedelta(days=int(turn.dialogue.answers["days"]))
    request = lifecycle.reach(turn, request, "extend", actor_id=turn.person.id)
    request = lifecycle.make(turn, request, "extend", actor_id=turn.person.id, resolve_by=until, note=words)
    steering.tell_people(turn, request, item, "request-extended", reason=words, until=until)
    for helper in assignments.held(turn.tx, request.id):
        turn.tell(helper.person_id, Message(text=Text("help-extended", {"number": request.number, "until": until})))
    turn.say("board-extended", number=request.number, until=until)


EXTEND = reasons.form("extending", "extend-why", _extended, Question("days", _ask_days, _read_days, number=True))
FORMS = (EXTEND,)
ROUTES = (Route("press", "board.extend", extend),)
