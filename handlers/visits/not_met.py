"""Not met: nobody was at home, or the person said that nobody need come. Each is one tap, and asks nothing more."""

from handlers.errors import Refused
from handlers.liaison import wishes
from handlers.message import choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import arranging, day_words, postponing, visit_card, visit_rights, worrying
from handlers.visits.working_days import working_day_after
from storage import cards, visits

AGAIN_AFTER = 2  # working days
TWICE = 2


def nobody_home(turn: Turn) -> None:
    """A new day; the second time whoever knows the person hears of it the same day."""
    visit = visit_rights.require_planned(turn, turn.argument_id()).visit
    day = working_day_after(turn, AGAIN_AFTER)
    if not visits.add_missed(turn.tx, visit.id):
        raise Refused("visit-over")
    visits.add_move(turn.tx, visit.id, "nobody home", turn.person.id, turn.now)
    arranging.postpone(turn, visit, day, turn.person.id)
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


def refused(turn: Turn) -> None:
    """They said that nobody need come: silent towards them, and no visit of the rhythm is planned any more.

    On one of the four occasions it is this visit alone that is not wanted.
    """
    held = visit_rights.require_planned(turn, turn.argument_id())
    visit = held.visit
    if not visits.end(turn.tx, visit.id, visits.REFUSED, turn.now):
        raise Refused("visit-over")
    visits.add_move(turn.tx, visit.id, "refuse", turn.person.id, turn.now)
    postponing.tell_the_other(turn, visit, "visit-refused-told")
    if visit.occasion_id is None and held.card is not None:
        wishes.set(turn, held.card, cards.NONE, turn.person.id)
        turn.say("visit-refused", name=visit_card.name_of(turn, visit))
    else:
        turn.say("visit-refused-once", name=visit_card.name_of(turn, visit))


ROUTES = (
    Route("press", "visit.missed", nobody_home),
    Route("press", "visit.call", call_first),
    Route("press", "visit.refused", refused),
)
