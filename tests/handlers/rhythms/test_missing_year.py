"""The missing year: this one is missed in every month, the next one from December on."""

from datetime import date

import pytest

from handlers.life import workdays
from handlers.life.days_off import NOTHING_NOTED, DaysOff
from handlers.rhythms import missing_year


@pytest.mark.parametrize(
    ("today", "known", "missed"),
    [
        (date(2030, 6, 1), {2030}, None),
        (date(2030, 6, 1), set(), 2030),
        (date(2030, 1, 1), {2029}, 2030),
        (date(2030, 11, 30), {2030}, None),
        (date(2030, 12, 1), {2030}, 2031),
        (date(2030, 12, 1), {2030, 2031}, None),
    ],
)
def test_which_year_is_missing(
    monkeypatch: pytest.MonkeyPatch, today: date, known: set[int], missed: int | None
) -> None:
    def is_known(year: int, noted: DaysOff) -> bool:
        return year in known

    monkeypatch.setattr(workdays, "is_known", is_known)
    assert missing_year.missing(today, NOTHING_NOTED) == missed
