"""Schedule: what the service does next about a document or a poll, and when."""

from datetime import datetime, timedelta

REMIND, END, TIDY = "remind", "end", "tidy"
ASKED = "asked"  # the sender has people reminded now
BEFORE = timedelta(days=1)  # people are reminded so long before the end
NEW = timedelta(hours=6)  # what came to them so short a time ago is not reminded of
AGAIN = timedelta(hours=20)  # the sender has people reminded once a day


def after(end: datetime | None, now: datetime) -> tuple[str | None, datetime | None]:
    """The next step and its moment (UTC), for what ends at a moment; none where nothing follows."""
    if end is None or now >= end:
        return None, None
    remind_at = end - BEFORE
    return (REMIND, remind_at) if now < remind_at else (END, end)
