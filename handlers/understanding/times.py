"""Times as people say them: 明天下午, 周三上午九点, 后天3点半, 12月3号, 随时, tomorrow afternoon, Wed 9am."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from handlers.understanding.days import Day, find_day
from handlers.understanding.hours import Hours, find_hours
from handlers.understanding.normal import fold
from handlers.understanding.numbers import chinese_number

MOST = 200  # characters that are looked at
POINT = timedelta(minutes=30)  # an hour that was named ("nine o'clock") stands for so much
SOON = timedelta(hours=2)
PARTS: dict[str, tuple[time, time]] = {
    "early": (time(7), time(10)),
    "morning": (time(8), time(12)),
    "noon": (time(11), time(14)),
    "afternoon": (time(14), time(18)),
    "evening": (time(18), time(21)),
}
DAY_ENDS = time(21)  # nobody is visited later (domain.md §8)

_ANY = re.compile(
    r"随时|随便|都可以|都行|都方便|全天|什么时候都|任何时[间候]|哪天都|不限时?间?"
    r"|\bany ?time\b|\bwhenever\b|\bany day\b|\balways\b"
)
_NOW = re.compile(r"现在|马上|立刻|尽快|越快越好|这就|\b(?:right )?now\b|\basap\b|\bas soon as possible\b")
_LATER = re.compile(
    r"(?P<half>半)个?小时(?:之|以)?后|(?P<n>[0-9]{1,2}|[一二两三四五六])个?(?:小时|钟头)(?:之|以)?后"
    r"|\bin (?:an?|(?P<e>[0-9]{1,2})) hours?\b"
)
_GONE = re.compile(
    r"昨|前天|上周|上个?(?:星期|礼拜|月)|刚才|刚刚|已经|好几天|\byesterday\b|\blast \w+\b|\bago\b|\bsince\b"
)
_FILLERS = re.compile(
    r"(?:我|您|你|可以|在家|都?有空|方便|来|过来|吧|的?话|就行|行|左右|大概|大约|差不多|约在?|在|的|都"
    r"|是|那天|时候|时间|好|要|想|请|麻烦|吗|呢|啊|哈|哦"
    r"|\b(?:at|on|in|the|around|about|please|is|would|be|fine|ok|good|i am|i'm|home|free|works?|for me|me|any)\b"
    r"|[\W_])+"
)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time [start, end), in the zone that was asked for.

    `part` names the part of a day where one was meant (see PARTS), `rest` is what the words say besides.
    """

    start: datetime
    end: datetime
    part: str | None = None
    rest: str = ""

    def over(self, now: datetime) -> bool:
        """Whether it lies in the past."""
        return self.end <= now

    def from_now(self, now: datetime) -> "Window":
        """What is left of it: of "today" the morning may be gone already."""
        return replace(self, start=max(self.start, now.replace(second=0, microsecond=0)))


def any_time(text: str) -> bool:
    """Whether words say that every time will do."""
    return _ANY.search(fold(text[:MOST])) is not None and find_day(fold(text[:MOST]), date.min) is None


def read_time(text: str, here: datetime) -> Window | None:
    """The time that an answer to "when?" names; None where it names none. `here`: now, in the community's zone.

    An hour or a part of a day alone is today's, or tomorrow's where today's is over.
    """
    folded = fold(text[:MOST])
    return _soon(folded, here) or _read(folded, here)


def mentioned_time(text: str, here: datetime) -> Window | None:
    """The time that words out of the blue ask for: a day is named, and it lies ahead; what has been is none."""
    folded = fold(text[:MOST])
    if _GONE.search(folded) or find_day(folded, here.date(), bare=False) is None:
        return None
    window = _read(folded, here, bare=False)
    return window if window is not None and window.start > here else None


def next_parts(here: datetime) -> list[tuple[date, str]]:
    """The two parts of days that are offered first: what is left of today, and tomorrow."""
    today, tomorrow = here.date(), here.date() + timedelta(days=1)
    starts = (("morning", time(8)), ("afternoon", time(16)), ("evening", time(19)))
    left = [(today, part) for part, before in starts if here.time() < before][:1]
    return [*left, (tomorrow, "morning"), (tomorrow, "afternoon")][:2]


def part_of(day: date, part: str, here: datetime) -> Window:
    """A part of a day as a window."""
    begin, end = PARTS[part]
    return Window(_at(day, begin, here), _at(day, end, here), part)


def _soon(folded: str, here: datetime) -> Window | None:
    later = _LATER.search(folded)
    if later is not None:
        start = (here + timedelta(hours=_hours(later))).replace(second=0, microsecond=0)
        return Window(start, start + POINT, rest=_rest(folded, later.span()))
    found = _NOW.search(folded)
    if found is None or find_day(folded, here.date()) is not None:
        return None
    return Window(here, here + SOON, rest=_rest(folded, found.span()))


def _hours(later: re.Match[str]) -> float:
    said = later["n"] or later["e"] or "1"
    return 0.5 if later["half"] else int(said) if said.isdigit() else chinese_number(said) or 1


def _read(folded: str, here: datetime, bare: bool = True) -> Window | None:
    day = find_day(folded, here.date(), bare=bare)
    hours = find_hours(folded if day is None else _blanked(folded, day.span))
    if day is None and hours is None:
        return None
    spans = [each.span for each in (day, hours) if each is not None]
    rest = _rest(folded, *spans)
    if day is None or day.first is None:
        today = _window(Day(here.date(), here.date(), (0, 0)), hours, here)
        window = today if not today.over(here) else _shifted(today, 1)
    else:
        window = _window(day, hours, here)
        if window.over(here) and day.weekly:
            window = _shifted(window, 7)
    return replace(window, rest=rest)


def _shifted(window: Window, days: int) -> Window:
    by = timedelta(days=days)
    return replace(window, start=window.start + by, end=window.end + by)


def _window(day: Day, hours: Hours | None, here: datetime) -> Window:
    first, last = day.first or here.date(), day.last or here.date()
    if hours is None:
        return Window(_at(first, time(), here), _at(last + timedelta(days=1), time(), here))
    if hours.start is None and hours.part is not None and hours.end is None:
        begin, end = PARTS[hours.part]
        return Window(_at(first, begin, here), _at(last, end, here), hours.part if first == last else None)
    begin = hours.start or PARTS[hours.part or "morning"][0]
    start = _at(first, begin, here)
    if hours.open:
        return Window(start, _at(last, max(DAY_ENDS, begin), here) if begin < DAY_ENDS else start + POINT)
    until = start + POINT if hours.end is None else _at(last, hours.end, here)
    return Window(start, until if until > start else start + POINT)


def _at(day: date, clock: time, here: datetime) -> datetime:
    return datetime.combine(day, clock, here.tzinfo)


def _blanked(folded: str, span: tuple[int, int]) -> str:
    return folded[: span[0]] + " " * (span[1] - span[0]) + folded[span[1] :]


def _rest(folded: str, *spans: tuple[int, int]) -> str:
    """What is said besides the time, if it is more than a filler."""
    for span in spans:
        folded = _blanked(folded, span)
    return _FILLERS.sub(" ", folded).strip()
