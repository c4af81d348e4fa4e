"""Recording: "done" in one tap, then a short form: when, how, the needs, the member's own words, what was promised.

The tap alone is enough: it writes down today, and the visit as it was planned. What the form asks may all be skipped,
and says what is not written down (domain.md §6).
"""

from dataclasses import replace
from datetime import date, timedelta

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Message, Text, choice
from handlers.rhythms import rhythm
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import day_words, promising, steps, visit_card, visit_rights, writing
from handlers.visits.visit_rights import Held
from storage import occasions, visit_records, visits
from storage.days import from_text, to_text
from storage.visit_records import CALL, VISIT
from storage.visits import Visit

TODAY, YESTERDAY, MISTAKE = "today", "yesterday", "mistake"
DAYS_BACK = 60  # a visit longer ago is not entered any more
MISTAKE_WITHIN = timedelta(hours=24)  # afterwards "done" is not taken back


def done(turn: Turn) -> None:
    """One tap: the visit is done, today. Then the short form opens."""
    held = visit_rights.require_planned(turn, turn.argument_id())
    finish(turn, held.visit)
    begin(turn, held.visit, fresh=True)


def finish(turn: Turn, visit: Visit) -> None:
    """A visit is done, with a record that says when and how, and by whom."""
    if not visits.end(turn.tx, visit.id, visits.DONE, turn.now):
        raise Refused("visit-over")
    today = day_words.today(turn.community, turn.now)
    visits.set_made_on(turn.tx, visit.id, today)
    visits.add_move(turn.tx, visit.id, "done", turn.person.id, turn.now, day=today)
    how = CALL if visit.as_call else VISIT
    visit_records.create(turn.tx, visit.id, visit.person_id, turn.person.id, how, today, turn.now)
    if visit.occasion_id is not None and not visit.as_call:
        _end_its_call(turn, visit.occasion_id)


def _end_its_call(turn: Turn, occasion_id: int) -> None:
    """Whoever has been there need not call first any more; both are locked."""
    for each in occasions.planned_visits(turn.tx, occasion_id):
        visits.end(turn.tx, each, visits.CANCELLED, turn.now)
        visits.add_move(turn.tx, each, "cancel", turn.person.id, turn.now)


def write(turn: Turn) -> None:
    """A few words more about a visit that is done, by whoever went there or answers for it."""
    held = visit_rights.require(turn, turn.argument_id())
    _must_be_done(held)
    begin(turn, held.visit, fresh=False)


def begin(turn: Turn, visit: Visit, fresh: bool) -> None:
    """Opens the form. `fresh`: the tap was just now, and may have been a mistake."""
    name = visit_card.name_of(turn, visit)
    known = visit_records.of_visit(turn.tx, visit.id)
    day = day_words.today(turn.community, turn.now) if known is None else known.day
    values = {"name": name, "rules": Text("unwritten-rules"), "day": day_words.said(turn.community, day)}
    turn.say_privately(Message(text=Text("record-begin" if fresh else "record-again", values)))
    forms.start(turn, RECORD, visit=str(visit.id), fresh=fresh)


def _ask_day(turn: Turn) -> Message:
    ways = [forms.pick(RECORD.name, "day", each, f"record-{each}") for each in (TODAY, YESTERDAY)]
    if turn.dialogue.answers["fresh"]:
        ways.append(forms.pick(RECORD.name, "day", MISTAKE, "record-mistake"))
    return Message(text=Text("record-day"), choices=tuple(ways))


def _read_day(turn: Turn) -> str:
    today = day_words.today(turn.community, turn.now)
    if turn.argument == MISTAKE and turn.dialogue.answers["fresh"]:
        return MISTAKE
    if turn.argument in (TODAY, YESTERDAY):
        return to_text(today - timedelta(days=int(turn.argument == YESTERDAY)))
    found = day_words.past_day(turn.incoming.text, today)
    if found is None:
        raise Again("record-day-please")
    if found < today - timedelta(days=DAYS_BACK):
        raise Again("record-day-too-old", days=DAYS_BACK)
    return to_text(found)


def _day_known(turn: Turn) -> bool:
    """Once the day is known it counts, whatever becomes of the form; True where the tap was a mistake."""
    day = turn.dialogue.answers.get("day")
    if day is None or day == turn.dialogue.answers.get("noted"):
        return False
    visit = visit_rights.require(turn, int(turn.dialogue.answers["visit"])).visit
    if day == MISTAKE:
        forms.close(turn)
        _take_back(turn, visit)
        return True
    turn.dialogue.answers["noted"] = day
    if visits.set_made_on(turn.tx, visit.id, from_text(day)):
        visit_records.set_day(turn.tx, visit.id, from_text(day))
        rhythm.visited(turn, replace(visit, day=from_text(day)))
    return False


def _take_back(turn: Turn, visit: Visit) -> None:
    """Pressed by mistake: the visit is planned as before, and nothing was written down."""
    recent = visit.ended_at is not None and turn.now - visit.ended_at < MISTAKE_WITHIN
    planned = [each.day for each in visits.moves(turn.tx, visit.id) if each.name in ("plan", "postpone") and each.day]
    day = planned[-1] if planned else visit.day
    found = steps.coming(turn.community, day, turn.now)
    following = (None, None) if found is None else (found[0].name, found[1])
    if not recent or not visits.reopen(turn.tx, visit.id, day, *following):
        raise Refused("visit-over")
    visit_records.drop(turn.tx, visit.id)
    visits.add_move(turn.tx, visit.id, "take back", turn.person.id, turn.now)
    if any(move.name == visits.BY_HAND for move in visits.moves(turn.tx, visit.id)):  # nothing had been planned
        visits.end(turn.tx, visit.id, visits.CANCELLED, turn.now)
        turn.say("record-unmade")
        return
    turn.say("record-taken-back", choice(f"visit.show:{visit.id}", "visit-open-again"))


def _ask_how(turn: Turn) -> Message:
    ways = tuple(forms.pick(RECORD.name, "how", each, f"record-how-{each}") for each in (VISIT, CALL))
    return Message(text=Text("record-how"), choices=ways)


def _read_how(turn: Turn) -> str:
    if turn.argument in (VISIT, CALL):
        return turn.argument
    raise Again("record-how-please")


def _ask_needs(turn: Turn) -> Message:
    return Message(text=Text("record-needs"))


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("record-words"))


def _ask_promise(turn: Turn) -> Message:
    return Message(text=Text("record-promise"))


def _done(turn: Turn) -> None:
    """The record is written; what was promised is asked for in its own form."""
    answers = turn.dialogue.answers
    held = visit_rights.require(turn, int(answers["visit"]))
    _must_be_done(held)
    _write(turn, held.visit, from_text(answers["day"]))
    if answers["promise"]:
        promising.begin(turn, held.visit, str(answers["promise"]))
        return
    ways = (*visit_card.after_call(turn, held.visit), *promising.ways_after(held.visit))
    turn.say("record-kept", *ways, name=visit_card.name_of(turn, held.visit))


def _write(turn: Turn, visit: Visit, day: date) -> None:
    answers, known = turn.dialogue.answers, visit_records.of_visit(turn.tx, visit.id)
    if known is None:
        known = visit_records.create(
            turn.tx, visit.id, visit.person_id, turn.person.id, str(answers["how"]), day, turn.now
        )
    visit_records.write(
        turn.tx,
        known.id,
        turn.person.id,
        how=str(answers["how"]),
        day=day,
        needs=str(answers["needs"] or known.needs),
        words=str(answers["words"] or known.words),
        now=turn.now,
    )


def _must_be_done(held: Held) -> None:
    if held.visit.state != visits.DONE:
        raise Refused("visit-over", closes_form=True)


RECORD = Form(
    "record",
    (
        Question("day", _ask_day, _read_day),
        Question("how", _ask_how, _read_how),
        Question("needs", _ask_needs, writing.read_words, skip=True),
        Question("words", _ask_words, writing.read_words, skip=True),
        Question("promise", _ask_promise, writing.read_words, skip=True),
    ),
    _done,
    cancelled="record-left",
    divert=_day_known,
)
FORMS = (RECORD,)
ROUTES = (
    Route("press", "visit.done", done),
    Route("press", "visit.write", write),
)
