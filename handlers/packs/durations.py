"""Durations as ISO 8601 writes them, as far as packs need them: P7D, PT2H, P1DT12H, PT30M."""

import re
from datetime import timedelta

_FORM = re.compile(r"P(?:([0-9]{1,4})W|(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,4})H)?(?:([0-9]{1,5})M)?(?:([0-9]{1,6})S)?)?)")


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
