"""Lunar dates, festivals and birthdays, against another package that computes them by itself."""

from datetime import date, timedelta

import pytest
from lunar_python import Lunar, LunarYear, Solar

from handlers.life import lunar, statutory
from handlers.rhythms import birthdays, festivals
from storage.cards import Birthday

YEARS = range(2020, 2036)


def theirs(year: int, month: int, day: int, leap: bool = False) -> date:
    """The same day by the other package, which counts leap months below zero. Raises where there is none."""
    solar = Lunar.fromYmd(year, -month if leap else month, day).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def lengths(year: int) -> list[tuple[int, bool, int]]:
    """The months of a lunar year: number, whether a leap month, days."""
    months = (each for each in LunarYear.fromYear(year).getMonths() if each.getYear() == year)
    return [(abs(each.getMonth()), each.isLeap(), each.getDayCount()) for each in months]


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_a_lunar_year(year: int) -> None:
    for month, leap, days in lengths(year):
        for day in range(1, days + 1):
            assert lunar.to_solar(year, month, day, leap=leap) == theirs(year, month, day, leap)
        if days < 30:
            with pytest.raises(ValueError, match="day"):
                lunar.to_solar(year, month, 30, leap=leap)


@pytest.mark.parametrize("year", YEARS)
def test_leap_months(year: int) -> None:
    assert lunar.leap_month(year) == (LunarYear.fromYear(year).getLeapMonth() or None)


@pytest.mark.parametrize("year", YEARS)
def test_tomb_sweeping_day(year: int) -> None:
    solar = Lunar.fromYmd(year, 1, 1).getJieQiTable()["清明"]
    assert statutory.qingming(year) == date(solar.getYear(), solar.getMonth(), solar.getDay())


@pytest.mark.parametrize("year", YEARS)
def test_the_lunar_year_of_a_day(year: int) -> None:
    for day in (date(year, 1, 1), date(year, 2, 1), date(year, 2, 28), date(year, 12, 31)):
        assert lunar.year_of(day) == Solar.fromYmd(day.year, day.month, day.day).getLunar().getYear()


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("spring", {2027: "2027-02-06", 2028: "2028-01-26", 2029: "2029-02-13", 2030: "2030-02-03"}),
        ("mid_autumn", {2027: "2027-09-15", 2028: "2028-10-03", 2029: "2029-09-22", 2030: "2030-09-12"}),
        ("double_ninth", {2027: "2027-10-08", 2028: "2028-10-26", 2029: "2029-10-16", 2030: "2030-10-05"}),
        ("party_day", {2027: "2027-07-01"}),
    ],
)
def test_festivals(name: str, days: dict[int, str]) -> None:
    assert {year: str(festivals.BY_NAME[name].on(year)) for year in days} == days


def test_the_days_of_a_wave() -> None:
    assert festivals.BY_NAME["spring"].days(2027) == (date(2027, 1, 16), date(2027, 2, 4))
    assert [(each.name, year) for each, year in festivals.current(date(2027, 1, 2))] == [("spring", 2027)]
    assert festivals.current(date(2027, 1, 1)) == []
    assert festivals.current(date(2027, 2, 4)) == []  # nothing can be planned for a day that is here


@pytest.mark.parametrize(
    ("birthday", "after", "day"),
    [
        (Birthday(3, 12), "2026-01-01", "2026-03-12"),
        (Birthday(3, 12), "2026-03-12", "2027-03-12"),
        (Birthday(2, 29), "2026-01-01", "2026-02-28"),  # a year without the day
        (Birthday(2, 29), "2028-01-01", "2028-02-29"),
        (Birthday(8, 15, lunar=True), "2027-01-01", "2027-09-15"),
        (Birthday(12, 8, lunar=True), "2027-01-01", "2027-01-15"),  # of the lunar year before
        (Birthday(6, 2, lunar=True, leap=True), "2025-06-01", "2025-07-26"),  # the year has a leap sixth month
        (Birthday(6, 2, lunar=True), "2025-06-01", "2025-06-26"),
        (Birthday(6, 2, lunar=True, leap=True), "2026-06-01", "2026-07-15"),  # it has none: the usual sixth
        (Birthday(12, 30, lunar=True), "2027-01-01", "2027-02-05"),  # the last month has 29 days
    ],
)
def test_when_a_birthday_is_kept(birthday: Birthday, after: str, day: str) -> None:
    assert str(birthdays.coming(birthday, date.fromisoformat(after))) == day


@pytest.mark.parametrize("lunar_one", [False, True])
def test_a_birthday_comes_once_in_every_year(lunar_one: bool) -> None:
    for month in range(1, 13):
        for leap in {False, lunar_one}:
            birthday = Birthday(month, 30 if lunar_one else 28, lunar_one, leap)
            day = date(2020, 1, 1)
            while day.year < 2035:
                following = birthdays.coming(birthday, day)
                assert following - day <= timedelta(days=386)  # a lunar year with a leap month has 384 or 385
                assert day == date(2020, 1, 1) or following - day >= timedelta(days=353)
                assert birthdays.nearest(birthday, following + timedelta(days=20)) == following
                day = following
