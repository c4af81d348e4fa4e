"""Birthdays as lists hold them, in either calendar: 1948-08-14, 3月12日, 农历1948年八月十四, 农历闰四月初八."""

import calendar
import re

from lunardate import LunarDate

from handlers.understanding.normal import fold
from storage.cards import Birthday

LEAP_YEAR = 2000  # a day of a birthday without a year may be the 29th of February
_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_OTHER_MONTHS = {"一": 1, "十一": 11, "十二": 12}
_DIGITS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
_DAYS = (*(f"初{one}" for one in _DIGITS[1:]), *(f"十{one}" for one in _DIGITS[1:10]), "二十")
_DAYS = (*_DAYS, *(f"廿{one}" for one in _DIGITS[1:10]), "三十")
_OTHER_DAYS = {f"二十{one}": 20 + number for number, one in enumerate(_DIGITS[1:10], start=1)}
_OTHER_DAYS |= {one: number for number, one in enumerate(_DIGITS) if one} | {"卅": 30, "三十一": 31, "卅一": 31}
MONTHS = {name: number for number, name in enumerate(_MONTHS, start=1)} | _OTHER_MONTHS
DAYS = {name: number for number, name in enumerate(_DAYS, start=1)} | _OTHER_DAYS
ONLY_LUNAR = re.compile(r"[正冬腊闰初廿卅]")  # nobody writes these of a solar day
_CALENDAR = re.compile(r"^(?P<lunar>农历|阴历|旧历|夏历|lunar)|^(?P<solar>公历|阳历|新历|西历|solar)")
_YEAR = r"(?:(?P<year>(?:19|20)\d\d)(?:年|[-/.]))?"
_BY_SIGNS = re.compile(rf"{_YEAR}(?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?:[t ]00:00:00)?")
_BY_WORDS = re.compile(
    rf"{_YEAR}(?P<leap>闰)?(?P<month>\d{{1,2}}|[正一二三四五六七八九十冬腊]{{1,2}})月"
    r"(?P<day>\d{1,2}|[初一二三四五六七八九十廿卅]{1,3})[日号]?"
)
_TOGETHER = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)")


class NoBirthday(ValueError):
    """A text is no birthday. `day` says which day there is not; empty where the text is not understood at all."""

    def __init__(self, day: str = "") -> None:
        super().__init__("not a birthday such as 1948-08-14 or 农历1948年八月十四" if not day else "no day that exists")
        self.day = day


def parse(text: str) -> Birthday:
    """A birthday out of the words of a list; one without a year is welcome. Raises NoBirthday."""
    words = re.sub(r"\s+(?!00:00)", "", fold(text))
    said = _CALENDAR.match(words)
    rest = words[said.end() :] if said else words
    found = _BY_SIGNS.fullmatch(rest) or _BY_WORDS.fullmatch(rest) or _TOGETHER.fullmatch(rest)
    if found is None:
        raise NoBirthday
    groups = found.groupdict()
    lunar = bool(said and said["lunar"]) or (said is None and ONLY_LUNAR.search(rest) is not None)
    year = int(groups["year"]) if groups["year"] else None
    month, day = _number(groups["month"], MONTHS), _number(groups["day"], DAYS)
    birthday = Birthday(month, day, lunar=lunar, leap=bool(groups.get("leap")), year=year)
    if not _exists(birthday):
        raise NoBirthday(written(birthday) if birthday.lunar and 0 < month < 13 and 0 < day < 31 else _plain(birthday))
    return birthday


def written(birthday: Birthday) -> str:
    """A birthday as it is read again: 1948-08-14, 8月14日, 农历1948年闰八月十四."""
    if not birthday.lunar:
        return _plain(birthday)
    year = f"{birthday.year}年" if birthday.year else ""
    leap = "闰" if birthday.leap else ""
    return f"农历{year}{leap}{_MONTHS[birthday.month - 1]}月{_DAYS[birthday.day - 1]}"


def _plain(birthday: Birthday) -> str:
    if birthday.lunar:
        leap = "闰" if birthday.leap else ""
        return f"农历{leap}{birthday.month}月{birthday.day}日"
    if birthday.year:
        return f"{birthday.year}-{birthday.month:02d}-{birthday.day:02d}"
    return f"{birthday.month}月{birthday.day}日"


def _number(text: str, names: dict[str, int]) -> int:
    return int(text) if text.isdecimal() else names.get(text, 0)


def _exists(birthday: Birthday) -> bool:
    if not birthday.lunar:
        return _exists_by_sun(birthday)
    if not (1 <= birthday.month <= 12 and 1 <= birthday.day <= 30):
        return False
    if birthday.year is None:
        return True  # each month, also a leap one, has thirty days in some year
    try:
        LunarDate(birthday.year, birthday.month, birthday.day, birthday.leap).to_solar_date()
    except ValueError:
        return False
    return True


def _exists_by_sun(birthday: Birthday) -> bool:
    if birthday.leap or not 1 <= birthday.month <= 12:
        return False
    return 1 <= birthday.day <= calendar.monthrange(birthday.year or LEAP_YEAR, birthday.month)[1]
