"""Durations as ISO 8601 writes them, as far as packs need them: P7D, PT2H, P1DT12H, PT30M; P1Y and P6M as rhythms."""

import re
from datetime import timedelta

_FORM = re.compile(r"P(?:([0-9]{1,4})W|(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,4})H)?(?:([0-9]{1,5})M)?(?:([0-9]{1,6})S)?)?)")

_PERIOD = re.compile(r"P([0-9]{1,2})([YM])")
_DAYS = {"Y": 365, "M": 30}  # near enough for how often something is looked at


def parse_period(text: str) -> timedelta:
    """How often something is looked at: P1Y, P6M, or a duration. Raises ValueError for another form."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return parse_duration(text)
    if match[1].strip("0") == "":
        raise ValueError("a duration of nothing")
    return timedelta(days=int(match[1]) * _DAYS[match[2]])


def parse_duration(text: str) -> timedelta:
    """A duration such as PT2H as a timedelta. Raises ValueError for another form and for nothing at all."""
    match = _FORM.fullmatch(text)
    if match is None or text.endswith("T"):
        raise ValueError("not a duration such as PT30M, PT2H or P7D")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    duration = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    if not duration:
        raise ValueError("a duration of nothing")
    return duration
