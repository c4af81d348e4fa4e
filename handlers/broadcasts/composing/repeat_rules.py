"""Rules by which a broadcast repeats: read from words (每周一 9点, every Monday at 9), said again, and followed. Pure.

A rule is an iCalendar RRULE (RFC 5545) of local days with its own hour, so that a change of the clock moves no round.
"""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from handlers.message import Text
from handlers.understanding.hours import find_hours
from handlers.understanding.normal import fold
from handlers.understanding.numbers import chinese_number
from handlers.understanding.times import PARTS

DAILY, WEEKLY, MONTHLY = "DAILY", "WEEKLY", "MONTHLY"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = "MO,TU,WE,TH,FR"
NINE = time(9)  # where no hour is named
ALWAYS_THERE = 28  # days that every month has
MOST = 200  # characters that are looked at

_NUMBER = r"[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
_DAILY = re.compile(r"每天|每日|天天|每一天|\b(?:every ?day|daily)\b")
_WORKDAYS = re.compile(
    r"(?:每个?)?工作日|(?:每?周|星期)一[到至]周?五|\b(?:every )?(?:weekdays?|workdays?|working days?)\b"
)
_WEEK = r"(?:个?(?:周|星期|礼拜))"
_DAY = r"[一二三四五六日天末]"
_WEEKLY = re.compile(
    rf"(?:(?P<other>隔(?:一个?)?|每隔一个?|每(?:两|二|2)个?|双)|每个?){_WEEK}的?"
    rf"(?P<days>{_WEEK}?{_DAY}(?:[、和及,，]?{_WEEK}?{_DAY}(?![点时]))*)?"
)
_ENGLISH_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_ENGLISH_WEEKLY = re.compile(
    rf"\b(?:every (?P<other>other |second |two )?(?:weeks? (?:on )?)?|(?P<every>weekly (?:on )?))"
    rf"(?P<days>{_ENGLISH_DAY}(?:(?:,? and |, ?| ){_ENGLISH_DAY})*)\b"
    rf"|\bevery (?P<two>other |second |two )?weeks?\b|\bweekly\b"
)
_MONTHLY = re.compile(rf"每个?月(?:的)?(?:(?P<day>{_NUMBER})[号日]|(?P<last>最后一天|月底|底))?")
_ENGLISH_MONTHLY = re.compile(
    r"\b(?:every month|monthly)(?: on)?(?: the)?(?: (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\b(?! ?(?:am|pm|:))"
    r"|(?P<last> last day))?"
)


def read(text: str, here: datetime) -> str | None:
    """The rule that words name; None where they name none. `here`: now, in the community's zone: a week or a month
    without a day means the day that it is today."""
    folded = fold(text[:MOST])
    for find in (_workdays, _monthly, _weekly, _daily):
        found = find(folded, here.date())
        if found is not None:
            rule, span = found
            clock = _clock(folded[: span[0]] + " " * (span[1] - span[0]) + folded[span[1] :])
            return f"{rule};BYHOUR={clock.hour};BYMINUTE={clock.minute}"
    return None


def daily(clock: time = NINE) -> str:
    """Every day."""
    return _at("FREQ=DAILY", clock)


def weekly(day: date, clock: time = NINE) -> str:
    """Every week, on the weekday of a day."""
    return _at(f"FREQ=WEEKLY;BYDAY={DAYS[day.weekday()]}", clock)


def monthly(day: date, clock: time = NINE) -> str:
    """Every month, on the day of the month that a day is."""
    return _at(_on_day(day.day), clock)


def until(rule: str, last: date) -> str:
    """The rule with its last day (included)."""
    return f"{rule};UNTIL={last:%Y%m%d}T235959"


def following(rule: str, begun: datetime, after: datetime, zone: ZoneInfo) -> datetime | None:
    """The first moment of a rule after another one (UTC); None where it has ended. `begun`: a round of it, or the
    moment from which it counts.

    An hour that a change of the clock leaves out is one later on that day; one that comes twice is the first.
    """
    rounds = rrulestr(rule, dtstart=datetime.combine(begun.astimezone(zone).date(), time()))
    here = rounds.after(after.astimezone(zone).replace(tzinfo=None))
    while here is not None:
        moment = here.replace(tzinfo=zone).astimezone(UTC)
        if moment > after:
            return moment
        here = rounds.after(here)
    return None


def said(rule: str) -> Text:
    """A rule in words."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    clock = f"{int(parts['BYHOUR']):02}:{int(parts['BYMINUTE']):02}"
    return Text("broadcast-rule", {"days": _said_days(parts), "time": clock, "until": _said_end(parts)})


def _said_days(parts: dict[str, str]) -> Text:
    if parts["FREQ"] == DAILY:
        return Text("broadcast-rule-daily")
    if parts["FREQ"] == MONTHLY:
        day = int(parts["BYMONTHDAY"].rpartition(",")[2])
        return Text("broadcast-rule-month-end") if day < 0 else Text("broadcast-rule-monthly", {"day": day})
    if parts["BYDAY"] == WORKDAYS:
        return Text("broadcast-rule-workdays")
    days = [Text(f"broadcast-rule-{each.lower()}") for each in parts["BYDAY"].split(",")]
    return Text("broadcast-rule-two-weekly" if "INTERVAL" in parts else "broadcast-rule-weekly", {"days": days})


def _said_end(parts: dict[str, str]) -> Text:
    if "UNTIL" not in parts:
        return Text("broadcast-rule-open")
    last = datetime.strptime(parts["UNTIL"], "%Y%m%dT%H%M%S")
    return Text("broadcast-rule-until", {"year": str(last.year), "month": last.month, "day": last.day})


def _at(rule: str, clock: time) -> str:
    return f"{rule};BYHOUR={clock.hour};BYMINUTE={clock.minute}"


def _on_day(day: int) -> str:
    """A day of the month; where a month has no such day, its last one."""
    if day <= ALWAYS_THERE:
        return f"FREQ=MONTHLY;BYMONTHDAY={day}"
    days = ",".join(str(each) for each in range(ALWAYS_THERE, day + 1))
    return f"FREQ=MONTHLY;BYSETPOS=-1;BYMONTHDAY={days}"


def _clock(folded: str) -> time:
    hours = find_hours(folded)
    if hours is None:
        return NINE
    return hours.start or hours.end or PARTS[hours.part or "morning"][0]


def _workdays(folded: str, today: date) -> tuple[str, tuple[int, int]] | None:
    found = _WORKDAYS.search(folded)
    return None if found is None else (f"FREQ=WEEKLY;BYDAY={WORKDAYS}", found.span())


def _daily(folded: str, today: date) -> tuple[str, tuple[int, int]] | None:
    found = _DAILY.search(folded)
    return None if found is None else ("FREQ=DAILY", found.span())


def _weekly(folded: str, today: date) -> tuple[str, tuple[int, int]] | None:
    found = _WEEKLY.search(folded)
    if found is not None:
        named = [_chinese_day(each) for each in re.findall(_DAY, found["days"] or "")]
        return _on_days(named, today, found["other"] is not None), found.span()
    english = _ENGLISH_WEEKLY.search(folded)
    if english is None:
        return None
    named = [(each[:2].upper(),) for each in re.findall(_ENGLISH_DAY, english["days"] or "")]
    return _on_days(named, today, (english["other"] or english["two"]) is not None), english.span()


def _chinese_day(said: str) -> tuple[str, ...]:
    return ("SA", "SU") if said == "末" else (DAYS["一二三四五六日".index("日" if said == "天" else said)],)


def _on_days(named: list[tuple[str, ...]], today: date, every_other: bool) -> str:
    days = {each for some in named for each in some} or {DAYS[today.weekday()]}
    listed = ",".join(each for each in DAYS if each in days)
    return f"FREQ=WEEKLY{';INTERVAL=2' if every_other else ''};BYDAY={listed}"


def _monthly(folded: str, today: date) -> tuple[str, tuple[int, int]] | None:
    found = _MONTHLY.search(folded) or _ENGLISH_MONTHLY.search(folded)
    if found is None:
        return None
    if found["last"]:
        return "FREQ=MONTHLY;BYMONTHDAY=-1", found.span()
    day = _number(found["day"]) if found["day"] else today.day
    return (_on_day(day), found.span()) if 1 <= day <= 31 else None


def _number(said: str) -> int:
    return int(said) if said.isdigit() else chinese_number(said) or 0
