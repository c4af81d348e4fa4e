"""A year in lines: figures in words, what says nothing is left out."""

import pytest

from handlers.appraisal import duties
from storage.yearly_reports import Body


@pytest.mark.parametrize(
    ("minutes", "said"), [(30, "0.5"), (59, "0.5"), (60, "1"), (89, "1"), (90, "1.5"), (6000, "100")]
)
def test_hours_are_told_in_halves(minutes: int, said: str) -> None:
    assert duties.hours(minutes) == said


def test_what_says_nothing_is_no_line() -> None:
    figures = {"tasks": 2, "minutes": 29, "visits": 0, "answered": 1}
    assert [kind for kind, _ in duties.figure_lines(figures)] == ["tasks", "answered"]
    assert [kind for kind, _ in duties.figure_lines(figures, ("tasks",))] == ["answered"]


def test_own_words_follow_the_figures() -> None:
    lines = duties.lines(Body({"tasks": 2}, (), ("教了两个新队员",)))
    assert [each.key for each in lines] == ["report-line-tasks", "report-line-words"]
    assert lines[1].values["words"] == "教了两个新队员"


def test_an_empty_report_says_so() -> None:
    assert [each.key for each in duties.lines(Body({"tasks": 3}, ("tasks",)))] == ["report-empty"]
