"""Reports: a member sees what they did in a year as a draft, changes it, hands it in, or leaves it out this year."""

from dataclasses import replace

from handlers import cards, forms
from handlers.appraisal import duties, stations
from handlers.appraisal.duties import MOST_OWN, MOST_WORDS
from handlers.appraisal.results import graded
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import appraisal_rounds, yearly_reports
from storage import cards as cards_of_people
from storage.appraisal_rounds import OPEN, Round
from storage.yearly_reports import DRAFT, SKIPPED, SUBMITTED, Body, Report

OF_EVERYBODY = frozenset({"resident", "proxy"})  # roles without duties
LABEL = 16  # characters of own words on a button


def begin(turn: Turn) -> None:
    """/report: the own report of this year; members, and who holds a role, get one while reports are gathered."""
    place = stations.of_turn(turn)
    now = None if place is None else appraisal_rounds.current(turn.tx, place.id)
    found = None if now is None else yearly_reports.in_round(turn.tx, now.id, turn.person.id)
    if found is None and now is not None and now.state == OPEN and _reports(turn):
        found = yearly_reports.create(turn.tx, now.id, turn.person.id)
    latest = found or next(iter(yearly_reports.of_person(turn.tx, turn.person.id, limit=1)), None)
    at = None if latest is None else appraisal_rounds.read(turn.tx, latest.round_id)
    if latest is None or at is None:
        raise Refused("report-none")
    turn.send(card(turn, latest, at))


def _reports(turn: Turn) -> bool:
    """Whether the person has duties to report on. A member's card may say nothing of it yet: a role says enough."""
    card = cards_of_people.of_person(turn.tx, turn.person.id)
    member = card is not None and card.state == cards_of_people.OPEN and card.about.member
    return member or any(each.role not in OF_EVERYBODY for each in turn.roles)


def show(turn: Turn) -> None:
    """The report as it stands."""
    report, at = _own(turn)
    turn.send(card(turn, report, at))


def submit(turn: Turn) -> None:
    """Hands it in: its figures stay as they are now."""
    report, at = _gathered(turn)
    if report.state == SUBMITTED:
        raise Refused("report-in-already")
    yearly_reports.submit(turn.tx, report.id, duties.current(turn, report, at), turn.now)
    turn.say("report-in", choice(f"report.back:{report.id}", "report-back"), day=stations.day(turn, at.held_on))


def take_back(turn: Turn) -> None:
    """A draft again, until the day of the meeting."""
    report, at = _gathered(turn)
    if not yearly_reports.take_back(turn.tx, report.id):
        raise Refused("form-stale")
    turn.send(card(turn, replace(report, state=DRAFT), at))


def skip(turn: Turn) -> None:
    """Not this year: thanks, and no more reminders. Nobody is told of it."""
    report, _ = _gathered(turn)
    if not yearly_reports.skip(turn.tx, report.id):
        raise Refused("form-stale")
    turn.say("report-skipped")


def change(turn: Turn) -> None:
    """Which line is to be left out, or put back?"""
    report, at = _draft(turn)
    _say_lines(turn, report, duties.current(turn, report, at))


def switch(turn: Turn) -> None:
    """Leaves a line out, or puts it back."""
    turn.argument, _, kind = turn.argument.partition("/")
    report, at = _draft(turn)
    if kind not in duties.KINDS:
        raise Refused("choice-unknown")
    off = tuple(each for each in report.body.off if each != kind)
    body = replace(duties.current(turn, report, at), off=off if kind in report.body.off else (*off, kind))
    yearly_reports.set_body(turn.tx, report.id, body)
    _say_lines(turn, report, body)


def drop(turn: Turn) -> None:
    """Deletes an own sentence: the button names which of how many, so that none goes by a second press."""
    turn.argument, _, which = turn.argument.partition("/")
    report, at = _draft(turn)
    words = report.body.words
    if which not in {_which(number, words) for number in range(len(words))}:
        raise Refused("form-stale")
    gone = int(which.partition("of")[0])
    body = replace(duties.current(turn, report, at), words=words[:gone] + words[gone + 1 :])
    yearly_reports.set_body(turn.tx, report.id, body)
    _say_lines(turn, report, body)


def add(turn: Turn) -> None:
    """Asks for a sentence of one's own."""
    report, _ = _draft(turn)
    if len(report.body.words) >= MOST_OWN:
        raise Refused("report-full", most=MOST_OWN)
    forms.start(turn, ADD, report=str(report.id))


def card(speaker: Speaker, report: Report, at: Round, lane: Lane = Lane.REPLIES) -> Message:
    """A report as its author sees it, with what can be done with it now."""
    lines = duties.lines(duties.current(speaker, report, at))
    head = Text("report-head", {"day": stations.day(speaker, at.held_on)})
    if report.state in (DRAFT, SKIPPED) and at.state == OPEN:
        foot, ways = Text("report-readers"), _ways(report)
    elif report.state == SUBMITTED and at.state == OPEN:
        foot, ways = Text("report-in-now"), (choice(f"report.back:{report.id}", "report-back"),)
    elif report.state == SUBMITTED:
        foot, ways = Text("report-being-appraised"), ()
    elif report.closed_at is not None:
        foot, ways = graded(report), ()
    else:
        foot, ways = Text("report-too-late"), ()
    return Message(text=cards.joined([head, *lines, foot]), choices=ways, sensitive=True, lane=lane)


def _ways(report: Report) -> tuple[Choice, ...]:
    last = choice(f"report.skip:{report.id}", "report-skip")
    return (
        choice(f"report.submit:{report.id}", "report-submit"),
        choice(f"report.add:{report.id}", "report-add"),
        choice(f"report.change:{report.id}", "report-change"),
        *((last,) if report.state == DRAFT else ()),
    )


def _say_lines(turn: Turn, report: Report, body: Body) -> None:
    ways = []
    for kind, line in duties.figure_lines(body.figures):
        label = "report-put-back" if kind in body.off else "report-leave-out"
        ways.append(choice(f"report.off:{report.id}/{kind}", label, line=line))
    for number, words in enumerate(body.words):
        ways.append(
            choice(f"report.drop:{report.id}/{_which(number, body.words)}", "report-delete", line=_short(words))
        )
    ways.append(choice(f"report.show:{report.id}", "report-done"))
    turn.send(Message(text=Text("report-change-which"), choices=tuple(ways)))


def _which(number: int, words: tuple[str, ...]) -> str:
    return f"{number}of{len(words)}"


def _short(words: str) -> str:
    return words if len(words) <= LABEL else f"{words[:LABEL]}…"


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("report-ask-words"))


def _read_words(turn: Turn) -> str:
    words = " ".join(turn.incoming.text.split())
    if not words:
        raise Again("report-words-please")
    if len(words) > MOST_WORDS:
        raise Again("report-words-short", most=MOST_WORDS)
    return words


def _added(turn: Turn) -> None:
    turn.argument = str(turn.dialogue.answers["report"])
    report, at = _draft(turn)
    current = duties.current(turn, report, at)
    body = replace(current, words=(*current.words, str(turn.dialogue.answers["words"]))[:MOST_OWN])
    yearly_reports.set_body(turn.tx, report.id, body)
    turn.send(card(turn, replace(report, body=body), at))


def _own(turn: Turn) -> tuple[Report, Round]:
    """The person's own report that the button names, locked after its round. Raises Refused."""
    known = yearly_reports.read(turn.tx, turn.argument_id())
    if known is None or known.person_id != turn.person.id:
        raise Refused("not-allowed")
    at = appraisal_rounds.lock(turn.tx, known.round_id)
    report = yearly_reports.lock(turn.tx, known.id)
    if at is None or report is None:
        raise Refused("report-none")
    return report, at


def _gathered(turn: Turn) -> tuple[Report, Round]:
    """The same, as long as reports are gathered."""
    report, at = _own(turn)
    if at.state != OPEN:
        raise Refused("report-too-late")
    return report, at


def _draft(turn: Turn) -> tuple[Report, Round]:
    """The same, as long as it is not handed in."""
    report, at = _gathered(turn)
    if report.state == SUBMITTED:
        raise Refused("report-in-already")
    return report, at


ADD = Form("reportadd", (Question("words", _ask_words, _read_words),), _added, cancelled="report-unchanged")
FORMS = (ADD,)
ROUTES = (
    Route("command", "report", begin, menu="resident"),
    Route("press", "report.mine", begin),
    Route("press", "report.show", show),
    Route("press", "report.submit", submit),
    Route("press", "report.back", take_back),
    Route("press", "report.skip", skip),
    Route("press", "report.change", change),
    Route("press", "report.off", switch),
    Route("press", "report.drop", drop),
    Route("press", "report.add", add),
)
