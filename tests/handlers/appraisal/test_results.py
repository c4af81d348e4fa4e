"""How a report was appraised is shown without telling what anybody said."""

from dataclasses import replace

import pytest

from handlers.appraisal import results
from storage.yearly_reports import Body, Grades, Report

REPORT = Report(1, 1, 1, "closed", Body(), 0, None, Grades(), None)


@pytest.mark.parametrize(
    ("grades", "key"),
    [
        (Grades(good=4), "appraise-too-few"),
        (Grades(good=5), "appraise-result"),
        (Grades(good=4, poor=1), "appraise-result"),
        (Grades(fair=5), "appraise-alike"),
        (Grades(poor=6), "appraise-alike"),
    ],
)
def test_counts_are_shown_where_they_tell_of_nobody(grades: Grades, key: str) -> None:
    shown = results.graded(replace(REPORT, grades=grades))
    assert shown.key == key
    assert key != "appraise-alike" or shown.values == {"n": grades.total}
