"""Results: how reports were appraised, once that is over: each member sees their own, the secretary all of the station.

Fewer than five answers are not shown to anybody: they would tell who said what.
"""

from handlers import cards
from handlers.appraisal import duties, stations
from handlers.errors import Refused
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import appraisal_rounds, people, reveals, yearly_reports
from storage.appraisal_rounds import CLOSED, Round
from storage.yearly_reports import DRAFT, SKIPPED, Report

FEWEST = 5  # answers that are shown
PAGE = 10
MOST_PAGES = 500
READ, LISTED = "yearly report", "yearly list"  # in the log of who was shown what


def graded(report: Report) -> Text:
    """How a closed report was appraised, or that too few answered. Where all chose the same, and it is not the best,
    nothing is shown but how many: it would tell of everybody who answered what they said."""
    grades = report.grades
    if grades.total < FEWEST:
        return Text("appraise-too-few", {"fewest": FEWEST})
    if grades.good < grades.total == max(grades.fair, grades.plain, grades.poor):
        return Text("appraise-alike", {"n": grades.total})
    values = {"good": grades.good, "fair": grades.fair, "plain": grades.plain, "poor": grades.poor, "n": grades.total}
    return Text("appraise-result", values)


def list_all(turn: Turn) -> None:
    """The secretary's list of a round: who has handed in and who has not; after the close, how each was appraised."""
    turn.argument, _, page = turn.argument.partition("/")
    at = _round(turn)
    number = min(int(page), MOST_PAGES) if page.isascii() and page.isdigit() else 0
    found = _listed(turn, at)
    shown = found[number * PAGE : (number + 1) * PAGE]
    if not shown:
        raise Refused("appraise-nobody")
    lines: list[Text | None] = [_head(turn, at)]
    ways: list[Choice] = []
    for place, report in enumerate(shown, number * PAGE + 1):
        reveals.add(turn.tx, report.person_id, turn.person.id, None, LISTED, turn.now)
        lines.append(_line(turn, at, place, report))
        if report.submitted_at is not None:
            ways.append(choice(f"appraisal.read:{report.id}", "appraise-see-one", n=place))
    if len(found) > (number + 1) * PAGE:
        ways.append(choice(f"appraisal.list:{at.id}/{number + 1}", "more"))
    key = list_key(at.id, turn.person.id)
    turn.send(Message(text=cards.joined(lines), choices=tuple(ways), sensitive=True, lasting=True, key=key))


def read_one(turn: Turn) -> None:
    """The secretary reads a report that was handed in; its author can see that they did."""
    report = yearly_reports.read(turn.tx, turn.argument_id())
    at = None if report is None else appraisal_rounds.read(turn.tx, report.round_id)
    if report is None or at is None or report.submitted_at is None:
        raise Refused("not-allowed")
    stations.require(turn, at.place_id)
    foot = graded(report) if at.state == CLOSED else None
    turn.send(told(turn, report, foot))


def key_of(report_id: int, reader_id: int) -> str:
    """The key of a report as a reader was sent it."""
    return f"appraise:{report_id}/{reader_id}"


def list_key(round_id: int, reader_id: int) -> str:
    """The key of the lists with names that a reader was sent of a round."""
    return f"appraisals:{round_id}/{reader_id}"


def told(turn: Turn, report: Report, foot: Text | None, choices: tuple[Choice, ...] = ()) -> Message:
    """A report as others read it, who are noted as readers."""
    reveals.add(turn.tx, report.person_id, turn.person.id, None, READ, turn.now)
    head = Text("appraise-whose", {"name": people.read(turn.tx, report.person_id).name or cards.NOTHING})
    text = cards.joined([head, *duties.lines(report.body), foot])
    return Message(
        text=text, choices=choices, sensitive=True, lasting=bool(choices), key=key_of(report.id, turn.person.id)
    )


def _listed(turn: Turn, at: Round) -> list[Report]:
    """The reports of a round; those who are gone are not named any more."""
    found = yearly_reports.of_round(turn.tx, at.id, PAGE * MOST_PAGES)
    return [report for report in found if at.state == CLOSED or stations.still(turn, report.person_id, at)]


def _head(turn: Turn, at: Round) -> Text:
    key = "appraise-list-closed" if at.state == CLOSED else "appraise-list"
    return Text(key, {"day": stations.day(turn, at.held_on)})


def _line(turn: Turn, at: Round, place: int, report: Report) -> Text:
    name = people.read(turn.tx, report.person_id).name or cards.NOTHING
    if at.state == CLOSED:
        what = graded(report)
    else:
        # Who wants to hand in nothing is not told apart from who has not yet: it is theirs to say.
        what = Text("appraise-not-in" if report.state in (DRAFT, SKIPPED) else "appraise-in")
    return Text("appraise-line", {"n": place, "name": name, "what": what})


def _round(turn: Turn) -> Round:
    at = appraisal_rounds.read(turn.tx, turn.argument_id())
    if at is None:
        raise Refused("not-allowed")
    stations.require(turn, at.place_id)
    return at


def numbers(speaker: Speaker, at: Round) -> dict[str, object]:
    """How many handed in, and how many have not; nobody by name."""
    counts = yearly_reports.count(speaker.tx, at.id)
    missing = counts.get(DRAFT, 0) + counts.get(SKIPPED, 0)
    return {"in": sum(counts.values()) - missing, "missing": missing}


ROUTES = (
    Route("press", "appraisal.list", list_all),
    Route("press", "appraisal.read", read_one),
)
