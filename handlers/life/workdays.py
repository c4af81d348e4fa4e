"""Working days in mainland China: by what the community noted itself, by a well-kept calendar package, else by the law.

The package learns a year's bridges and make-up workdays when the yearly notice is out. For a year that neither it nor
the community knows, statutory days and weekends are free.
"""

from datetime import date

import chinese_calendar

from handlers.life import lunar, statutory
from handlers.life.days_off import NOTHING_NOTED, DaysOff

SATURDAY = 5


def is_workday(day: date, noted: DaysOff = NOTHING_NOTED) -> bool:
    """Whether people work on this day. `noted`: what the community says of single days; it counts first."""
    if day in noted.worked:
        return True
    if day in noted.off:
        return False
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < SATURDAY and day not in _by_law(day.year)


def is_holiday(day: date, noted: DaysOff = NOTHING_NOTED) -> bool:
    """Whether this day is off for a statutory holiday: a weekend alone is none."""
    if day in noted.worked or day in noted.off:
        return day in noted.off
    try:
        off, name = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return day in _by_law(day.year)
    return bool(off and name)


def is_known(year: int, noted: DaysOff = NOTHING_NOTED) -> bool:
    """Whether the notice for a year is known, to the package or to the community."""
    if year in noted.years:
        return True
    try:
        chinese_calendar.is_workday(date(year, 7, 1))
    except NotImplementedError:
        return False
    return True


def _by_law(year: int) -> frozenset[date]:
    return statutory.days_off(year) if lunar.FIRST < year <= lunar.LAST else frozenset()
