"""After a call: they asked to be called first, and now say that somebody may come. It is their yes, and is arranged."""

from datetime import datetime

from handlers.errors import Refused
from handlers.message import Lane, Message, Text, choice
from handlers.occasions import agreeing, station
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import visit_rights
from storage import occasions, people
from storage.occasions import Occasion


def visit(turn: Turn) -> None:
    """Whoever made the call (the visit that is the argument) writes down the yes: its limit counts from now on."""
    call = visit_rights.require(turn, turn.argument_id()).visit
    occasion = None if call.occasion_id is None else occasions.lock(turn.tx, call.occasion_id)
    if occasion is None or occasion.state != occasions.CALL_FIRST:
        raise Refused("care-over")
    if station.is_gone(turn, people.read(turn.tx, occasion.person_id)):
        raise Refused("person-card-closed")
    occasions.move(turn.tx, occasion, occasions.AGREED, answered_at=turn.now, answered_by=turn.person.id)
    who, until = agreeing.arrange(turn, occasion, turn.person.id, call=False, called=True)
    turn.say("care-noted-yes", name=station.name(turn, occasion.person_id))
    _tell_person(turn, occasion, who, until)


def _tell_person(turn: Turn, occasion: Occasion, who: int | None, until: datetime) -> None:
    """Who comes, and until when; they may still say no."""
    if not station.is_reached(turn, people.read(turn.tx, occasion.person_id)):
        return
    if who is None:
        text = Text("care-arranged-somebody", {"until": until})
    else:
        text = Text("care-arranged", {"who": station.name(turn, who), "until": until})
    off = choice(f"care.off:{occasion.id}", "care-off")
    turn.tell(occasion.person_id, Message(text=text, choices=(off,), lane=Lane.REMINDERS))


ROUTES = (Route("press", "care.visit", visit),)
