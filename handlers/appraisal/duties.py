"""Duties: a member's year as lines: what the tables count, what is left out, and what they add in their own words."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from handlers.message import Text
from handlers.turn import Speaker
from storage import appraisal_rounds, duties
from storage.appraisal_rounds import Round
from storage.yearly_reports import DRAFT, SKIPPED, Body, Report

KINDS = ("tasks", "minutes", "visits", "answered")
YEAR = timedelta(days=365)
HALF_HOUR = 30  # minutes: hours are told in halves
MOST_OWN = 10  # own sentences
MOST_WORDS = 200  # characters of one


def current(speaker: Speaker, report: Report, at: Round) -> Body:
    """What stands in a report now: the figures of a draft are counted anew, those that were handed in stay."""
    if report.state not in (DRAFT, SKIPPED):
        return report.body
    counted = duties.of_person(speaker.tx, report.person_id, since(speaker, at), speaker.now)
    figures = {kind: int(getattr(counted, kind)) for kind in KINDS}
    return Body(figures, report.body.off, report.body.words)


def since(speaker: Speaker, at: Round) -> datetime:
    """From when on duties count (UTC): the day after the last meeting, or a year before this one."""
    last = appraisal_rounds.last_closed(speaker.tx, at.place_id)
    first = at.held_on - YEAR if last is None else max(last.held_on + timedelta(days=1), at.held_on - YEAR)
    return datetime.combine(first, time(), speaker.community.zone)


def figure_lines(figures: Mapping[str, int], off: Sequence[str] = ()) -> list[tuple[str, Text]]:
    """(kind, line) of each figure that says something and is not left out."""
    return [(kind, line(kind, figures[kind])) for kind in KINDS if kind not in off and _says(kind, figures)]


def line(kind: str, n: int) -> Text:
    """One figure in words."""
    return Text(f"report-line-{kind}", {"n": hours(n) if kind == "minutes" else n})


def hours(minutes: int) -> str:
    """Minutes as hours, in halves, as people say them: 90 → 1.5, 60 → 1."""
    halves = minutes // HALF_HOUR
    return f"{halves // 2}.5" if halves % 2 else str(halves // 2)


def lines(body: Body) -> list[Text]:
    """A report line by line; one that says so where there is nothing in it."""
    told = [text for _, text in figure_lines(body.figures, body.off)]
    told += [Text("report-line-words", {"words": words}) for words in body.words]
    return told or [Text("report-empty")]


def _says(kind: str, figures: Mapping[str, int]) -> bool:
    return figures.get(kind, 0) >= (HALF_HOUR if kind == "minutes" else 1)
