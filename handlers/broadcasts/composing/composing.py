"""Composing: a broadcast is written one question at a time: kind, title, words, things, for whom, when.

From the last word on it is a draft, and nothing of it is lost where somebody goes away.
"""

from handlers import forms
from handlers.audience import picking, wording
from handlers.broadcasts import content
from handlers.broadcasts.composing import drafting, previewing, timing, writing
from handlers.forms import Again, Form, Question, pick
from handlers.message import Message, Text
from handlers.papers import particulars
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcast_media, broadcast_trail, broadcasts, places
from storage.broadcasts import DOCUMENT, EMERGENCY, POLL, ROUTINE, Broadcast

NAME = "broadcast"
UNIT, KIND, WHY = "unit", "kind", "why"
KINDS = (ROUTINE, DOCUMENT, POLL, EMERGENCY)
REASONS = ("danger", "outage")  # danger to life or a sudden outage (domain.md §8); all else is routine
DRAFTED = "drafted"


def begin(turn: Turn) -> None:
    """Somebody writes a broadcast."""
    drafting.must(turn)
    forms.start(turn, COMPOSE)


def go_on(turn: Turn, broadcast: Broadcast) -> None:
    """Goes on with a draft at what it still lacks: what its kind asks, for whom, when, or the last look at it."""
    if particulars.missing(turn, broadcast):
        particulars.start(turn, PARTICULARS, broadcast)
    elif drafting.whom_known(broadcast):
        previewing.show(turn, broadcast)
    else:
        picking.start(turn, AUDIENCE, broadcast)


def after_audience(turn: Turn, broadcast: Broadcast) -> None:
    """It is known for whom: when it is to be sent comes next; where it was looked at before, what it is like now."""
    if drafting.seen(turn, broadcast):
        previewing.show(turn, broadcast)
    else:
        timing.start(turn, TIMING, broadcast)


def after_timing(turn: Turn, broadcast: Broadcast) -> None:
    """All is known: the last look at it."""
    previewing.show(turn, broadcast)


def whom(turn: Turn) -> None:
    """Chooses anew whom a draft concerns."""
    picking.start(turn, AUDIENCE, drafting.own_draft(turn))


def when(turn: Turn) -> None:
    """Chooses anew when a draft goes out."""
    timing.start(turn, TIMING, drafting.own_draft(turn))


def _ask_unit(turn: Turn) -> Message:
    ways = []
    for each in drafting.senders(turn):
        kind, _, number = each.partition("/")
        unit = places.read(turn.tx, int(number)) if kind == "u" else None
        name = wording.team_name(turn, int(number)) if unit is None else wording.place_name(turn, unit)
        ways.append(pick(NAME, UNIT, each, "plain", text=name))
    return Message(text=Text("broadcast-ask-unit"), choices=tuple(ways))


def _read_unit(turn: Turn) -> str:
    if turn.argument not in drafting.senders(turn):
        raise Again("broadcast-pick-please")
    return turn.argument


def _ask_kind(turn: Turn) -> Message:
    ways = tuple(pick(NAME, KIND, each, f"broadcast-kind-{each}") for each in KINDS)
    return Message(text=Text("broadcast-ask-kind"), choices=ways)


def _read_kind(turn: Turn) -> str:
    if turn.argument not in KINDS:
        raise Again("broadcast-pick-please")
    return turn.argument


def _ask_why(turn: Turn) -> Message:
    ways = tuple(pick(NAME, WHY, each, f"broadcast-why-{each}") for each in (*REASONS, ROUTINE))
    return Message(text=Text("broadcast-ask-why"), choices=ways)


def _read_why(turn: Turn) -> str:
    """Why it cannot wait. What can wait is a routine one."""
    if turn.argument == ROUTINE:
        turn.dialogue.answers[KIND] = ROUTINE
    elif turn.argument not in REASONS:
        raise Again("broadcast-pick-please")
    return turn.argument


def _wanted(part: str, turn: Turn) -> bool:
    return True


def _written(turn: Turn) -> None:
    """All is said: it is a draft from now on."""
    drafting.must(turn)
    answers = turn.dialogue.answers
    place_id, team_id = drafting.sender(turn, answers.get(UNIT))
    said = writing.written(turn)
    broadcast = broadcasts.create(
        turn.tx,
        place_id=place_id,
        team_id=team_id,
        drafter_id=turn.person.id,
        kind=answers[KIND],
        body=content.encode(said),
        words=said.whole,
        audience="",
        now=turn.now,
    )
    broadcast_media.put(turn.tx, broadcast.id, writing.files(turn))
    content.settle(turn, broadcast)
    why = answers.get(WHY) if answers[KIND] == EMERGENCY else None
    broadcast_trail.add(turn.tx, broadcast.id, DRAFTED, turn.person.id, turn.now, why)
    go_on(turn, broadcasts.get(turn.tx, broadcast.id))


COMPOSE: Form = Form(
    NAME,
    (
        Question(UNIT, _ask_unit, _read_unit, lambda turn: len(drafting.senders(turn)) > 1),
        Question(KIND, _ask_kind, _read_kind),
        Question(WHY, _ask_why, _read_why, lambda turn: turn.dialogue.answers.get(KIND) == EMERGENCY),
        *writing.questions(lambda: COMPOSE, _wanted),
    ),
    _written,
    cancelled="broadcast-left",
)
AUDIENCE = picking.form(after_audience)
PARTICULARS = particulars.form(go_on)
TIMING = timing.form(after_timing)
FORMS = (COMPOSE, PARTICULARS, AUDIENCE, TIMING)
ROUTES = (
    Route("press", "broadcast.new", begin),
    Route("press", "broadcast.whom", whom),
    Route("press", "broadcast.when", when),
)
