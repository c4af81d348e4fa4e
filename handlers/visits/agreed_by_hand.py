"""Agreed by hand: a liaison and one of their people agree on a day; it is planned, and reminded of like any other."""

from datetime import timedelta

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Form, Question
from handlers.liaison import caring, rights
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import arranging, day_words, postponing
from handlers.visits.working_days import working_day_after
from storage import cards, visits
from storage.days import from_text, to_text


def plan(turn: Turn) -> None:
    """On which day? Refused where the person wants no visits."""
    card = rights.require(turn, turn.argument_id())
    if card.wish == cards.NONE:
        raise Refused("visit-unwished", name=caring.name_of(turn, card.person_id))
    forms.start(turn, PLAN, card=str(card.id))


def _ask_day(turn: Turn) -> Message:
    today = day_words.today(turn.community, turn.now)
    days = dict.fromkeys((working_day_after(turn, 1), working_day_after(turn, 3), today + timedelta(days=7)))
    ways = tuple(
        forms.pick(PLAN.name, "day", to_text(each), "visit-day", day=day_words.said(turn.community, each))
        for each in days
    )
    return Message(text=Text("visit-plan-when"), choices=ways)


def _done(turn: Turn) -> None:
    card = rights.require(turn, int(turn.dialogue.answers["card"]))
    day = from_text(turn.dialogue.answers["day"])
    visit = arranging.arrange(
        turn,
        person_id=card.person_id,
        place_id=card.place_id,
        kind=visits.ROUTINE,
        day=day,
        visitor_id=turn.person.id,
        as_call=card.wish == cards.CALL,
        actor_id=turn.person.id,
    )
    values = {"name": caring.name_of(turn, card.person_id), "day": day_words.said(turn.community, day)}
    turn.say("visit-planned", choice(f"visit.show:{visit.id}", "visit-open-again"), **values)


PLAN = Form("visitplan", (Question("day", _ask_day, postponing.read_day),), _done, cancelled="visit-plan-left")
FORMS = (PLAN,)
ROUTES = (Route("press", "visit.plan", plan),)
