"""Not met: nobody was at home. One tap, and nothing more is asked."""

from datetime import date, timedelta

from handlers.errors import Refused
from handlers.message import choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import arranging, day_words, postponing, visit_card, visit_rights, worrying
from handlers.visits.working_days import working_day_after
from storage import visits
from storage.visits import Visit

AGAIN_AFTER = 2  # working days
TWICE = 2


def nobody_home(turn: Turn) -> None:
    """A new day; the second time whoever knows the person hears of it the same day."""
    visit = visit_rights.require_planned(turn, turn.argument_id()).visit
    day = _again_on(turn, visit)
    if not visits.add_missed(turn.tx, visit.id):
        raise Refused("visit-over")
    visits.add_move(turn.tx, visit.id, "nobody home", turn.person.id, turn.now)
    arranging.postpone(turn, visit, day, turn.person.id)
    postponing.tell_if_over(turn, visit, day)
    said, missed = day_words.said(turn.community, day), visit.missed + 1
    ways = (choice(f"visit.later:{visit.id}", "visit-other-day"), choice(f"visit.call:{visit.id}", "visit-call-first"))
    if missed < TWICE:
        turn.say("visit-missed-once", *ways, day=said, name=visit_card.name_of(turn, visit))
        return
    turn.say("visit-missed-again", day=said, name=visit_card.name_of(turn, visit))
    worrying.not_reached(turn, visit)


def call_first(turn: Turn) -> None:
    """Rings first: the phone number, logged, only where a channel is made for it."""
    visit = visit_rights.require_planned(turn, turn.argument_id()).visit
    worrying.say_phone(turn, visit.person_id)


def _again_on(turn: Turn, visit: Visit) -> date:
    """When somebody tries again: what was agreed has its limit, and waits for no working day."""
    if visit.occasion_id is not None:
        return day_words.today(turn.community, turn.now) + timedelta(days=1)
    return working_day_after(turn, AGAIN_AFTER)


ROUTES = (
    Route("press", "visit.missed", nobody_home),
    Route("press", "visit.call", call_first),
)
