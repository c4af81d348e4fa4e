"""Opening hours as people write them: 工作日 9:00-17:00,周六 9:00-12:00. Read once, asked for any moment. Pure.

A day is named by weekdays (周一至周五, 周二、周四, Mon-Fri), 每天, 工作日 (with make-up workdays; 上学日 is the same,
since no calendar of the schools is known), 周末 or 节假日. Spans without a day hold every day; 休息 closes a day, and
what is said of 节假日 stands in place of everything else. Who keeps 工作日 keeps statutory holidays: a 周六 beside it
is not meant for those. A span may pass midnight: 18:00-2:00.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers.life.days_off import NOTHING_NOTED, DaysOff
from handlers.life.workdays import is_holiday, is_workday

_DAY = 24 * 60  # minutes
_HALF = _DAY // 2
_AFTERNOON = ("下午", "晚上")
_INHERITED = ("下午", "中午")  # the end of a span is in the same half of the day, where it does not say otherwise
_AHEAD = 15  # days; longer than any week, and than the longest holiday
_SATURDAY = 5
_EVERY = frozenset(range(7))
_CHINESE = {char: number for number, char in enumerate("一二三四五六日")} | {"天": 6}
_ENGLISH = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_KINDS = {
    "每天": "every", "每日": "every", "全年": "every", "daily": "every", "every day": "every",
    "工作日": "working", "上班日": "working", "上学日": "working", "working days": "working", "weekdays": "working",
    "周末": "weekend", "双休日": "weekend", "weekends": "weekend",
    "法定节假日": "holiday", "节假日": "holiday", "holidays": "holiday",
}  # fmt: skip
_TO = r"\s*(?:-|–|—|~|至|到|to)+\s*"
_WEEK = "(?:周|星期|礼拜)"
_CLOCK = r"(?:凌晨|上午|早上|中午|下午|晚上)?\s*\d{1,2}(?:[:点]\s*(?:\d{2}分?|半)?)?"
_TOKEN = re.compile(
    rf"(?P<range>{_WEEK}([一二三四五六日天]){_TO}{_WEEK}?([一二三四五六日天]))"
    rf"|(?P<days>{_WEEK}[一二三四五六日天](?:、?[一二三四五六日天])*)"
    rf"|(?P<english>(mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:{_TO}(mon|tue|wed|thu|fri|sat|sun)[a-z]*)?)"
    rf"|(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))})"
    r"|(?P<always>24\s*(?:小时|h(?:ours)?\b)|全天)"
    r"|(?P<closed>休息|不开放|不开|关闭|closed)"
    rf"|(?P<span>({_CLOCK}){_TO}({_CLOCK}))"
    r"|(?P<between>[\s,、;。()和及与:]|and\b|无休|不休)"
)
_TIME = re.compile(r"(凌晨|上午|早上|中午|下午|晚上)?\s*(\d{1,2})(?:([:点])\s*(\d{2}|半)?分?)?")


@dataclass(frozen=True, slots=True)
class Rule:
    """Spans of some days, in minutes from midnight; the end may lie on the next day. None of them: closed."""

    kind: str  # "week", "every", "working", "weekend" or "holiday"
    weekdays: frozenset[int]  # Monday is 0
    spans: tuple[tuple[int, int], ...]

    def holds(self, day: date, noted: DaysOff) -> bool:
        """Whether the rule speaks of this day."""
        if self.kind == "working":
            return is_workday(day, noted)
        if self.kind == "weekend":
            return not is_workday(day, noted) and day.weekday() >= _SATURDAY
        if self.kind == "holiday":
            return is_holiday(day, noted)
        return day.weekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class Hours:
    """When something is open. Moments are local times of the place; an aware one keeps its zone.

    `noted`: what the community says of single days, against the calendar.
    """

    rules: tuple[Rule, ...]
    noted: DaysOff = NOTHING_NOTED

    def spans_on(self, day: date) -> tuple[tuple[int, int], ...]:
        """The open spans that begin on this day, in minutes from its midnight, in order and without overlaps."""
        official = any(rule.kind == "working" for rule in self.rules)
        holding = [rule for rule in self.rules if rule.holds(day, self.noted)]
        if official and is_holiday(day, self.noted):
            holding = [rule for rule in holding if rule.kind == "holiday"]
        special = [rule for rule in holding if rule.kind == "holiday"]
        chosen = special or holding
        if any(not rule.spans for rule in chosen):
            return ()
        return _merged(span for rule in chosen for span in rule.spans)

    def is_open(self, local: datetime) -> bool:
        """Whether it is open at this moment; at the closing minute it no longer is."""
        minute = _minutes(local.time())
        today = any(start <= minute < end for start, end in self.spans_on(local.date()))
        yesterday = self.spans_on(local.date() - timedelta(days=1))
        return today or any(minute + _DAY < end for _, end in yesterday)

    def next_change(self, local: datetime) -> datetime | None:
        """When it next opens or closes; None where that does not happen within two weeks (open day and night)."""
        midnight = datetime.combine(local.date(), time(0), local.tzinfo)
        spans = _merged(
            (start + shift * _DAY, end + shift * _DAY)
            for shift in range(-1, _AHEAD)
            for start, end in self.spans_on(local.date() + timedelta(days=shift))
        )
        minute = _minutes(local.time())
        edges = [edge for span in spans for edge in span if edge > minute]
        if not edges or min(edges) >= (_AHEAD - 1) * _DAY:
            return None
        return midnight + timedelta(minutes=min(edges))


def parse(text: str) -> Hours:
    """Opening hours as written. Raises ValueError, with words for what is wrong, where they cannot be read."""
    plain = unicodedata.normalize("NFKC", text).lower().strip()
    rules: list[Rule] = []
    days: list[tuple[str, frozenset[int]]] = []
    used, position = False, 0
    while position < len(plain):
        token = _TOKEN.match(plain, position)
        if token is None:
            raise ValueError(f"no opening hours such as 周一至周五 9:00-17:00 (at {plain[position : position + 8]})")
        position = token.end()
        named = _days_of(token)
        if named is not None:
            days, used = [*([] if used else days), named], False
        elif token.lastgroup != "between":
            spans = _spans_of(token)
            rules += [Rule(kind, weekdays, spans) for kind, weekdays in days or [("every", _EVERY)]]
            used = True
    if not rules or (days and not used):
        raise ValueError("no opening hours: a day without times")
    return Hours(_joined(rules))


def _days_of(token: re.Match[str]) -> tuple[str, frozenset[int]] | None:
    """The days that a token names; None where it names none."""
    text = token.group()
    if token["range"]:
        return "week", _from_to(_CHINESE[token[2]], _CHINESE[token[3]])
    if token["days"]:
        return "week", frozenset(_CHINESE[char] for char in text if char in _CHINESE)
    if token["english"]:
        first = _ENGLISH[token[6]]
        return "week", _from_to(first, _ENGLISH[token[7]] if token[7] else first)
    if token["kind"]:
        return _KINDS[text], _EVERY
    return None


def _from_to(first: int, last: int) -> frozenset[int]:
    """The weekdays from one to another, over the weekend where the first comes later."""
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))


def _spans_of(token: re.Match[str]) -> tuple[tuple[int, int], ...]:
    if token["always"]:
        return ((0, _DAY),)
    if token["closed"]:
        return ()
    first, last = (_TIME.fullmatch(token[group].strip()) for group in (12, 13))
    if first is None or last is None:
        raise ValueError(f"no opening hours: {token.group()} is no span of time")
    start, end = _minute(first, first[1]), _minute(last, last[1])
    if end <= start < end + _HALF and not last[1] and first[1] in _INHERITED:
        end += _HALF  # 下午2:00-5:00, 中午11:30-1:30
    if start == end or start >= _DAY:
        raise ValueError(f"no opening hours: {token.group()} is no span of time")
    return ((start, end if end > start else end + _DAY),)


def _minute(part: re.Match[str], half: str | None) -> int:
    """Minutes from midnight of 8:30, 下午2点半; `half` is the half of the day that stands before it."""
    hour, minute = int(part[2]), 30 if part[4] == "半" else int(part[4] or 0)
    if half in _AFTERNOON and hour < 12:
        hour += 12
    if hour * 60 + minute > _DAY or minute > 59:
        raise ValueError(f"no opening hours: {part.group()} is no time of the day")
    return hour * 60 + minute


def _joined(rules: list[Rule]) -> tuple[Rule, ...]:
    """Rules of the same days as one, unless one of them closes."""
    by_days: dict[tuple[str, frozenset[int]], list[Rule]] = {}
    for rule in rules:
        by_days.setdefault((rule.kind, rule.weekdays), []).append(rule)
    return tuple(
        Rule(kind, weekdays, () if any(not rule.spans for rule in same) else _merged(s for r in same for s in r.spans))
        for (kind, weekdays), same in by_days.items()
    )


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
