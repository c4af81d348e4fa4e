"""Postponing: another day for a visit, with a reason if one is given. At the third time the secretary hears."""

from datetime import date, timedelta

from handlers import forms
from handlers.forms import Again, Form, Question
from handlers.message import Lane, Message, Text, choice
from handlers.occasions import agreeing, station
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import arranging, day_words, digests, visit_card, visit_rights, visitors, writing
from handlers.visits.working_days import working_day_after
from storage import people, visits
from storage.days import from_text, to_text
from storage.visits import Visit

REASONS = ("theirs", "mine", "weather")
MOST_DAYS = 30  # later than that a visit is planned anew by whoever answers for the station
AGREED_DAYS = 3  # what was agreed on an occasion is due in one to three days (domain.md §6)
OFTEN = 3
MOST_WORDS = 200  # characters


def later(turn: Turn) -> None:
    """One tap: to which day?"""
    held = visit_rights.require_planned(turn, turn.argument_id())
    forms.start(turn, POSTPONE, visit=str(held.visit.id))


def tell_the_other(turn: Turn, visit: Visit, key: str, **values: object) -> None:
    """Whoever else goes there hears what has become of the visit."""
    for each in (visit.visitor_id, visit.second_id):
        if each is not None and each != turn.person.id:
            text = Text(key, {"who": digests.line(turn, visit), "by": turn.person.name, **values})
            turn.tell(each, Message(text=text, lane=Lane.REMINDERS))


def tell_if_over(turn: Turn, visit: Visit, day: date) -> None:
    """An agreed visit gets a day after its last moment: the secretary hears it at once, and the person, who was
    promised another day and may not want it any more."""
    if visit.occasion_id is None or day <= agreeing.last_day(turn, visit.due):
        return
    said = day_words.said(turn.community, day)
    _tell_secretary(turn, visit, Text("visit-over-limit", {"who": digests.line(turn, visit), "day": said}))
    if station.is_reached(turn, people.read(turn.tx, visit.person_id)):
        text = Text("visit-call-moved" if visit.as_call else "visit-come-moved", {"day": said})
        ways = (choice(f"care.off:{visit.occasion_id}", "care-off"),)
        turn.tell(visit.person_id, Message(text=text, choices=ways, lane=Lane.REMINDERS))


def read_day(turn: Turn, most: int = MOST_DAYS) -> str:
    """The day, from today on, that was tapped or typed. Raises Again where it is none, or more than `most` days off."""
    today = day_words.today(turn.community, turn.now)
    day = _tapped(turn.argument) or day_words.coming_day(turn.incoming.text, today)
    if day is None or day < today:
        raise Again("visit-day-please")
    if day > today + timedelta(days=most):
        raise Again("visit-day-too-far", days=most)
    return to_text(day)


def _is_agreed(turn: Turn) -> bool:
    """Whether it is a visit on an occasion, which has a last moment."""
    visit = visits.read(turn.tx, int(turn.dialogue.answers["visit"]))
    return visit is not None and visit.occasion_id is not None


def _read_day(turn: Turn) -> str:
    return read_day(turn, AGREED_DAYS if _is_agreed(turn) else MOST_DAYS)


def _ask_day(turn: Turn) -> Message:
    today = day_words.today(turn.community, turn.now)
    days = dict.fromkeys((working_day_after(turn, 1), working_day_after(turn, 2), today + timedelta(days=7)))
    if _is_agreed(turn):
        days = dict.fromkeys(today + timedelta(days=each) for each in range(1, AGREED_DAYS + 1))
    ways = tuple(
        forms.pick(POSTPONE.name, "day", to_text(each), "visit-day", day=day_words.said(turn.community, each))
        for each in days
    )
    return Message(text=Text("visit-later-when"), choices=ways)


def _tapped(argument: str) -> date | None:
    try:
        return from_text(argument)
    except ValueError:
        return None


def _ask_reason(turn: Turn) -> Message:
    ways = tuple(forms.pick(POSTPONE.name, "reason", each, f"visit-reason-{each}") for each in REASONS)
    return Message(text=Text("visit-later-why"), choices=ways)


def _read_reason(turn: Turn) -> str:
    words = turn.incoming.text.strip()[:MOST_WORDS]
    if turn.argument in REASONS:
        return turn.argument
    if not words:
        raise Again("visit-reason-please")
    writing.must_be_written(words)
    return words


def _done(turn: Turn) -> None:
    answers = turn.dialogue.answers
    visit = visit_rights.require_planned(turn, int(answers["visit"])).visit
    day = from_text(answers["day"])
    arranging.postpone(turn, visit, day, turn.person.id, str(answers["reason"] or ""))
    said = day_words.said(turn.community, day)
    turn.say("visit-moved", choice(f"visit.show:{visit.id}", "visit-open-again"), day=said)
    tell_the_other(turn, visit, "visit-moved-told", day=said)
    tell_if_over(turn, visit, day)
    often = sum(move.name == "postpone" for move in visits.moves(turn.tx, visit.id))
    if often == OFTEN:
        values = {"who": digests.line(turn, visit), "n": often, "day": said}
        _tell_secretary(turn, visit, Text("visit-moved-often", values))


def _tell_secretary(turn: Turn, visit: Visit, text: Text) -> None:
    way = choice(f"visit.show:{visit.id}", "visit-open", name=visit_card.name_of(turn, visit))
    for each in visitors.of_station(turn, visit.place_id):
        if each != turn.person.id:
            turn.tell(each, Message(text=text, choices=(way,), lane=Lane.REMINDERS))


POSTPONE = Form(
    "visitlater",
    (Question("day", _ask_day, _read_day), Question("reason", _ask_reason, _read_reason, skip=True)),
    _done,
    cancelled="visit-later-left",
)
FORMS = (POSTPONE,)
ROUTES = (Route("press", "visit.later", later),)
