"""Appraising: residents' representatives say by buttons what they think of each report that was handed in.

Nobody sees who said what: of an answer nothing is kept but a count, and that this person has answered. The question
lasts, so that no chosen button is written down with it, and is replaced by thanks that do not say what was chosen.
"""

from handlers.appraisal.results import key_of, told
from handlers.appraisal.schedule import last_day
from handlers.appraisal.stations import day, still
from handlers.errors import Refused
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import appraisal_rounds, representatives, yearly_reports
from storage.appraisal_rounds import APPRAISING, Round
from storage.representatives import AGREED
from storage.yearly_reports import GRADES, SUBMITTED, Report

SHOWN = 19  # reports in one list; with "more" twenty
ALL = 100  # looked at for one list


def open_list(turn: Turn) -> None:
    """What the representative has not appraised yet."""
    at = appraisal_rounds.read(turn.tx, turn.argument_id())
    if at is None:
        raise Refused("appraise-over")
    _must_appraise(turn, at)
    _say_left(turn, at)


def read(turn: Turn) -> None:
    """One report, with the four answers. It says before that an answer cannot be changed."""
    report, _ = _open(turn)
    if yearly_reports.has_answered(turn.tx, report.id, turn.person.id):
        raise Refused("appraise-twice")
    ways = tuple(choice(f"appraise.say:{report.id}/{grade}", f"appraise-{grade}") for grade in GRADES)
    turn.send(told(turn, report, Text("appraise-rule"), ways))


def say(turn: Turn) -> None:
    """One tap: counted, and never shown with a name."""
    turn.argument, _, grade = turn.argument.partition("/")
    report, at = _open(turn)
    if grade not in GRADES:
        raise Refused("choice-unknown")
    if not yearly_reports.appraise(turn.tx, report.id, turn.person.id, grade):
        raise Refused("appraise-twice")
    turn.edit(key_of(report.id, turn.person.id), Message(text=Text("appraise-counted")), only=turn.person.id)
    _say_left(turn, at)


def waiting(speaker: Speaker, at: Round, person_id: int) -> list[Report]:
    """The reports that somebody may appraise and has not; those of people who are gone are left alone."""
    found = yearly_reports.to_appraise(speaker.tx, at.id, person_id, ALL)
    return [report for report in found if still(speaker, report.person_id, at)]


def way(at: Round) -> Choice:
    """The button that opens the list."""
    return choice(f"appraise.open:{at.id}", "appraise-begin")


def _say_left(turn: Turn, at: Round) -> None:
    left = waiting(turn, at, turn.person.id)
    if not left:
        turn.say("appraise-all-done")
        return
    ways = [choice(f"appraise.read:{each.id}", "appraise-nth", n=n) for n, each in enumerate(left[:SHOWN], 1)]
    if len(left) > SHOWN:
        ways.append(choice(f"appraise.open:{at.id}", "more"))
    turn.say("appraise-left", *ways, n=len(left), day=day(turn, last_day(at.held_on)))


def _open(turn: Turn) -> tuple[Report, Round]:
    """The report that a button names, while it is being appraised, and not one's own. Raises Refused."""
    report = yearly_reports.read(turn.tx, turn.argument_id())
    at = None if report is None else appraisal_rounds.read(turn.tx, report.round_id)
    if report is None or at is None:
        raise Refused("appraise-over")
    _must_appraise(turn, at)
    if report.person_id == turn.person.id or report.state != SUBMITTED:
        raise Refused("not-allowed")
    return report, at


def _must_appraise(turn: Turn, at: Round) -> None:
    named = representatives.at_place(turn.tx, at.place_id, turn.person.id)
    if named is None or named.state != AGREED:
        raise Refused("not-allowed")
    if at.state != APPRAISING:
        raise Refused("appraise-over")


ROUTES = (
    Route("press", "appraise.open", open_list),
    Route("press", "appraise.read", read),
    Route("press", "appraise.say", say),
)
