"""Days in words: said as people say them, and read from what a visitor types, days that are past among them."""

import re
from datetime import UTC, date, datetime, time, timedelta

from handlers.community import Community
from handlers.message import Span
from handlers.understanding.days import find_day
from handlers.understanding.normal import fold
from handlers.understanding.numbers import chinese_number
from handlers.visits import steps

MOST = 60  # characters that are looked at
_NEAR = {"大前": 3, "前": 2, "昨": 1, "今": 0}
_PAST = re.compile(r"(?P<near>大前|前|昨|今)[天日晚儿]|(?P<now>刚才|刚刚)")
_AGO = re.compile(r"(?P<days>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})天(?:之|以)?前|(?P<e>[0-9]{1,2}) days? ago")
_LAST = re.compile(r"(?P<up>上+)个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_ENGLISH = re.compile(
    r"\b(?:(?P<before>(?:the )?day before yesterday)|(?P<yesterday>yesterday)"
    r"|last (?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*)\b"
)
_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def said(community: Community, day: date) -> Span:
    """A day, said in the reader's language."""
    return Span(*(datetime.combine(each, time(), community.zone) for each in (day, day + timedelta(days=1))))


def today(community: Community, now: datetime) -> date:
    """The day here."""
    return now.astimezone(community.zone).date()


def morning(community: Community, day: date) -> datetime:
    """Half past eight of a day here (UTC), when people are reminded."""
    return datetime.combine(day, steps.AT, community.zone).astimezone(UTC)


def past_day(words: str, here: date) -> date | None:
    """The day up to today that words name: 昨天, 上周三, 11月20号, yesterday; None where they name none."""
    folded = fold(words[:MOST])
    day = _by_past_words(folded, here)
    if day is not None:
        return day
    found = find_day(folded, here)
    if found is None or found.first is None:
        return None
    first = found.first
    if first > here and found.weekly:
        first -= timedelta(days=7)  # a weekday alone: the last one, since it is past
    return first if first <= here else None


def coming_day(words: str, here: date) -> date | None:
    """The day from today on that words name; of several days the first. None where they name none."""
    folded = fold(words[:MOST])
    found = find_day(folded, here)
    before = _by_past_words(folded, here)
    if before is not None and before < here:
        return None
    if found is None or found.first is None or (found.last or found.first) < here:
        return None
    return max(found.first, here)


def _by_past_words(folded: str, here: date) -> date | None:
    near = _PAST.search(folded)
    if near is not None:
        return here - timedelta(days=0 if near["now"] else _NEAR[near["near"]])
    ago = _AGO.search(folded)
    if ago is not None:
        return here - timedelta(days=_number(ago["days"] or ago["e"]))
    last = _LAST.search(folded)
    if last is not None:
        monday = here - timedelta(days=here.weekday() + 7 * len(last["up"]))
        return monday + timedelta(days="一二三四五六日".index(last["day"].replace("天", "日")))
    return _by_english(folded, here)


def _by_english(folded: str, here: date) -> date | None:
    found = _ENGLISH.search(folded)
    if found is None:
        return None
    if found["weekday"]:
        back = (here.weekday() - _ENGLISH_DAYS.index(found["weekday"])) % 7 or 7
        return here - timedelta(days=back)
    return here - timedelta(days=2 if found["before"] else 1)


def _number(said_number: str) -> int:
    return int(said_number) if said_number.isdigit() else chinese_number(said_number) or 0
