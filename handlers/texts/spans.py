"""Stretches of time in words: a day, a part of a day, an hour, from … to; in the reader's language."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from handlers.message import Span
from handlers.understanding.times import PARTS, POINT

DAY = {"zh-CN": ("M月d日 EEE", "zh"), "en": ("EEE d MMM", "en")}


def key_and_values(span: Span, language: str, zone: ZoneInfo) -> tuple[str, dict[str, str]]:
    """The key of the text that says a span, and its values."""
    start, end = span.start.astimezone(zone), span.end.astimezone(zone)
    last = end - timedelta(microseconds=1)
    values = {"day": _day(start, language), "last": _day(last, language)}
    values |= {"from": start.strftime("%H:%M"), "to": end.strftime("%H:%M")}
    if start.date() != last.date():
        return ("span-days" if end.time() == time() else "span-over-days"), values
    if end - start == POINT:
        return "span-at", values
    part = next((name for name, (begin, over) in PARTS.items() if begin <= start.time() and end.time() == over), None)
    if end.time() == time():
        return "span-day", values
    return (f"span-{part}" if part else "span-hours"), values


def _day(moment: datetime, language: str) -> str:
    pattern, locale = DAY.get(language, DAY["zh-CN"])
    return str(format_datetime(moment, pattern, locale=locale))
