"""The lunar calendar: the one place that knows the package behind it, for the years 1901 to 2099, days as in China."""

from datetime import date

from lunardate import LunarDate

FIRST, LAST = 1901, 2099


def to_solar(year: int, month: int, day: int, *, leap: bool = False) -> date:
    """The solar day of a lunar one. Raises ValueError where the year has no such month or day."""
    if not FIRST <= year <= LAST:
        raise ValueError("a year that the lunar calendar is not known for")
    solar: date = LunarDate(year, month, day, leap).to_solar_date()
    return solar


def leap_month(year: int) -> int | None:
    """The month that comes twice in a lunar year; None where none does."""
    return LunarDate.leap_month_for_year(year) or None


def new_year(year: int) -> date:
    """The first day of a lunar year (春节). Raises ValueError outside the known years."""
    return to_solar(year, 1, 1)


def year_of(day: date) -> int:
    """The lunar year that a solar day lies in."""
    return day.year if day >= new_year(day.year) else day.year - 1
