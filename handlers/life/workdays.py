"""Working days in mainland China: statutory holidays and make-up workdays, by a well-kept calendar package."""

from datetime import date

import chinese_calendar

SATURDAY = 5


def is_workday(day: date) -> bool:
    """Whether people work on this day. A year whose notice is not out yet counts weekends alone as free."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < SATURDAY


def is_holiday(day: date) -> bool:
    """Whether this day is off for a statutory holiday. A year whose notice is not out yet has none."""
    try:
        off, name = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return False
    return bool(off and name)
