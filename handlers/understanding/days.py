"""Days as people name them: 明天, 下周二, 这个周末, 12月3号, tomorrow, next Tuesday, Dec 3."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.understanding.numbers import chinese_number

LONG_PAST = 90  # days: a date that is gone longer than this is meant for the next year

_NEAR = {"大后": 3, "后": 2, "明": 1, "今": 0}
_RELATIVE = re.compile(r"(?P<near>大后|后|明|今)(?:天|日|儿|(?=[早晚]))")
_IN_DAYS = re.compile(r"(?P<days>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})天(?:之|以)?后")
_WEEK = re.compile(
    r"(?P<which>下下个?|下个?|这个?|本)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])|(?P<whole>下个?|这个?|本)(?:周|星期|礼拜)"
)
_DATE = re.compile(
    r"(?<![0-9])(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[号日]?"
)
_DAY_ALONE = re.compile(
    r"(?<![0-9月第])(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[号日](?![0-9楼院门房线口桌店栋幢座户室单大])"
)
_ENGLISH_NEAR = re.compile(
    r"\b(?:(?P<after>(?:the )?day after tomorrow)|(?P<tomorrow>tomorrow|tmrw)|(?P<today>today|(?=tonight)))"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ENGLISH_WEEK = re.compile(
    r"\b(?P<which>next |this |on )?(?:(?P<full>monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)"
    r"|(?P<short>mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b(?=,? ?(?:at |[0-9]|morn|after|even|noon|night)|[.!]?$))"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_ENGLISH_DATE = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\.? (?P<day>[0-9]{{1,2}})"
    rf"|(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month2>{_MONTH}))(?:st|nd|rd|th)?\b"
)


@dataclass(frozen=True, slots=True)
class Day:
    """The day (or the days) that words name, and where in the text. `weekly`: the next one of its name will do."""

    first: date | None
    last: date | None
    span: tuple[int, int]
    weekly: bool = False


def find_day(folded: str, today: date, bare: bool = True) -> Day | None:
    """The first day that a folded text names. `bare`: a number alone (3号) may be one; a building is never meant."""
    finders = [_by_words, _by_week, _by_date, _by_english_week, _by_english_date]
    for find in [*finders, *([_by_day_alone] if bare else [])]:
        try:
            found = find(folded, today)
        except (ValueError, OverflowError):  # no such date: 2月30号
            continue
        if found is not None:
            return found
    return None


def _by_words(folded: str, today: date) -> Day | None:
    near = _RELATIVE.search(folded)
    if near is not None:
        return _one(_later(today, _NEAR[near["near"]]), near)
    later = _IN_DAYS.search(folded)
    if later is not None:
        return _one(_later(today, _number(later["days"])), later)
    english = _ENGLISH_NEAR.search(folded)
    if english is None:
        return None
    return _one(_later(today, 2 if english["after"] else 1 if english["tomorrow"] else 0), english)


def _by_week(folded: str, today: date) -> Day | None:
    found = _WEEK.search(folded)
    if found is None:
        return None
    which = found["which"] or found["whole"] or ""
    monday = _later(today, 7 * which.count("下") - today.weekday())
    if found["whole"]:
        return Day(monday, _later(monday, 6), found.span())
    if found["day"] == "末":
        return _weekend(monday, found, today, named=bool(which))
    return _named(
        monday, "一二三四五六日天".index(found["day"]) % 7 if found["day"] != "天" else 6, found, today, bool(which)
    )


def _by_english_week(folded: str, today: date) -> Day | None:
    found = _ENGLISH_WEEK.search(folded)
    if found is None:
        return None
    which = (found["which"] or "").strip()
    monday = _later(today, (7 if which == "next" else 0) - today.weekday())
    named = which in ("next", "this")
    if found["full"] == "weekend":
        return _weekend(monday, found, today, named=named)
    short = (found["full"] or found["short"])[:3]
    return _named(monday, _WEEKDAYS.index(short), found, today, named)


def _named(monday: date, weekday: int, found: re.Match[str], today: date, named: bool) -> Day:
    """A day of the week. Without "this" or "next" it is the coming one, today included."""
    day = _later(monday, weekday)
    if not named and day < today:
        day = _later(day, 7)
    return Day(day, day, found.span(), weekly=not named)


def _weekend(monday: date, found: re.Match[str], today: date, named: bool) -> Day:
    saturday, sunday = _later(monday, 5), _later(monday, 6)
    return Day(max(saturday, today) if not named else saturday, sunday, found.span())


def _by_date(folded: str, today: date) -> Day | None:
    found = _DATE.search(folded)
    return None if found is None else _one(_in_year(_number(found["month"]), _number(found["day"]), today), found)


def _by_english_date(folded: str, today: date) -> Day | None:
    found = _ENGLISH_DATE.search(folded)
    if found is None:
        return None
    month = _MONTHS.index((found["month"] or found["month2"])[:3]) + 1
    return _one(_in_year(month, int(found["day"] or found["day2"]), today), found)


def _by_day_alone(folded: str, today: date) -> Day | None:
    found = _DAY_ALONE.search(folded)
    if found is None:
        return None
    day = _number(found["day"])
    month = today.replace(day=1) if day >= today.day else _later(today.replace(day=28), 4).replace(day=1)
    return _one(month.replace(day=day), found)


def _in_year(month: int, day: int, today: date) -> date:
    this = date(today.year, month, day)
    return this if this >= today or (today - this).days < LONG_PAST else date(today.year + 1, month, day)


def _one(day: date, found: re.Match[str]) -> Day:
    return Day(day, day, found.span())


def _later(day: date, days: int) -> date:
    return day if day == date.min else day + timedelta(days=days)


def _number(said: str) -> int:
    return int(said) if said.isdigit() else chinese_number(said) or 0
