"""Hours as people name them: 上午九点, 下午3点半到5点, 15:00, 晚上, 9am, from 3 to 5 pm."""

import re
from dataclasses import dataclass, replace
from datetime import time

from handlers.understanding.numbers import chinese_number

_PARTS = (
    ("early", r"早上|早晨|清早|一早|(?<=[今明 ])早(?!点)|\bearly morning\b"),
    ("night", r"凌晨|半夜"),
    ("morning", r"上午|\bmorning\b"),
    ("noon", r"中午|正午|\bnoon\b|\blunch ?time\b"),
    ("afternoon", r"下午|午后|\bafternoon\b"),
    ("evening", r"晚上|傍晚|晚间|夜里|(?<=[今明天 ])晚(?!点)|\bevening\b|\btonight\b"),
)
_PART = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PARTS))
_N = r"[0-9]{1,2}|[零一二两三四五六七八九十]{1,3}"
_POINT = (
    rf"(?:(?:{_N})[点时](?:半|[一三]刻|(?:{_N})分?|整)?(?![小间])|[0-9]{{1,2}}:[0-9]{{2}}|[0-9]{{1,2}}(?= ?(?:am|pm)))"
    r"(?: ?(?:am|pm)\b)?"
)
_CHINESE = re.compile(rf"(?P<hour>{_N})[点时](?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<minute>{_N})分?)?")
_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2}))?")
_TO = r" ?(?:到|至|-|~|—|–|to|until) ?"
_LATER_PART = "|".join(f"(?P<to_{name}>{pattern})" for name, pattern in _PARTS)
_RANGE = re.compile(
    rf"(?:\bfrom )?(?P<from>{_POINT}|(?:{_N})(?={_TO})){_TO}(?:(?:{_LATER_PART}) ?)?"
    rf"(?P<to>{_POINT}|[0-9]{{1,2}}(?= ?(?:am|pm)))"
)
_AFTER = re.compile(rf"(?P<point>{_POINT})(?:以后|之后|往后|后)|\bafter (?P<english>{_POINT}|[0-9]{{1,2}}\b)")
_BEFORE = re.compile(rf"(?P<point>{_POINT})(?:以前|之前|前)|\b(?:before|by) (?P<english>{_POINT}|[0-9]{{1,2}}\b)")
_ONE = re.compile(rf"(?P<point>{_POINT})|\bat (?P<english>[0-9]{{1,2}})\b(?!:)")
_LATE = frozenset({"afternoon", "evening"})


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of a day, and where in the text. `part` alone is a part of the day; `open`: from `start` on."""

    span: tuple[int, int]
    part: str | None = None
    start: time | None = None
    end: time | None = None
    open: bool = False


def find_hours(folded: str) -> Hours | None:
    """The hours that a folded text names; an hour between one and six is one of the afternoon."""
    found = _PART.search(folded)
    part = found.lastgroup if found is not None else None
    for read in (_range, _after, _before, _one):
        try:
            hours = read(folded, part)
        except ValueError:  # 25点
            continue
        if hours is not None:
            return hours if found is None else _wider(hours, found.span())
    if found is None or part is None:
        return None
    return Hours(found.span(), part) if part != "night" else None


def _range(folded: str, part: str | None) -> Hours | None:
    found = _RANGE.search(folded)
    if found is None:
        return None
    later = next((name for name, _ in _PARTS if found[f"to_{name}"]), None)
    half = _half_of(found["to"])
    start = _clock(found["from"] if _half_of(found["from"]) or not half else f"{found['from']}{half}", part)
    end = _clock(found["to"], later or part)
    if half == "pm" and start > end:  # from 11 to 2 pm
        start = _clock(f"{found['from']}am", part)
    return Hours(found.span(), part, start, end)


def _after(folded: str, part: str | None) -> Hours | None:
    found = _AFTER.search(folded)
    if found is None:
        return None
    return Hours(found.span(), part, _clock(found["point"] or found["english"], part), open=True)


def _before(folded: str, part: str | None) -> Hours | None:
    found = _BEFORE.search(folded)
    if found is None:
        return None
    return Hours(found.span(), part, None, _clock(found["point"] or found["english"], part))


def _one(folded: str, part: str | None) -> Hours | None:
    found = _ONE.search(folded)
    if found is None:
        return None
    return Hours(found.span(), part, _clock(found["point"] or found["english"], part))


def _wider(hours: Hours, span: tuple[int, int]) -> Hours:
    """The words of the part of day belong to the hours, where they stand beside them."""
    return replace(hours, span=(min(hours.span[0], span[0]), max(hours.span[1], span[1])))


def _clock(said: str, part: str | None) -> time:
    """A clock time. Raises ValueError for none."""
    chinese = _CHINESE.search(said)
    found = chinese or _CLOCK.search(said)
    if found is None:
        raise ValueError(said)
    hour = _number(found["hour"])
    minute = _number(found["minute"]) if found["minute"] else 0
    if chinese is not None and chinese["half"]:
        minute = 30
    elif chinese is not None and chinese["quarter"]:
        minute = 15 if chinese["quarter"] == "一" else 45
    return time(_of_24(hour, part, _half_of(said), exact=":" in said), minute)


def _of_24(hour: int, part: str | None, half: str | None, exact: bool) -> int:
    if half is not None:
        return hour % 12 + (12 if half == "pm" else 0)
    if part == "evening" and hour == 12:
        raise ValueError("midnight is no time for a visit")
    if hour < 12 and (part in _LATE or (part == "noon" and hour < 6)):
        return hour + 12
    return hour + 12 if part is None and 1 <= hour <= 6 and not exact else hour


def _half_of(said: str) -> str | None:
    return "am" if said.endswith("am") else "pm" if said.endswith("pm") else None


def _number(said: str) -> int:
    if said.isdigit():
        return int(said)
    number = chinese_number(said.lstrip("零"))
    if number is None:
        raise ValueError(said)
    return number
