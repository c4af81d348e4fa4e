"""Checks of single values. Each gives the value, or raises ValueError with words that follow "X is"."""

import re
from datetime import date

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_CODE = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")  # a choice's action has 64 bytes, and carries the code and a verb
_PHONE = re.compile(r"\+?[0-9][0-9 -]{1,18}[0-9]")
_DAY = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")


def code(text: str) -> str:
    """A short name of small letters, digits, dot, dash and underscore."""
    if not _CODE.fullmatch(text):
        raise ValueError("not a code (small letters, digits, dot, dash, underscore; at most 40)")
    return text


def phone(text: str) -> str:
    """A telephone number that is shown as it is written."""
    if not _PHONE.fullmatch(text):
        raise ValueError("not a telephone number")
    return text


def day(text: str) -> date:
    """A day of the calendar, written as 2026-05-18."""
    if not _DAY.fullmatch(text):
        raise ValueError("a day is expected here, such as 2026-05-18")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"there is no day {text}") from error
