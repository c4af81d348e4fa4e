"""When: the day and the hour of a meeting, as they are typed."""

import re
from datetime import UTC, datetime, timedelta

from handlers.community import Community
from handlers.forms import Again
from handlers.understanding.times import read_time

MOST_DAYS = 400
GONE = re.compile(r"昨|前天|上(?:个|上)*(?:周|星期|礼拜|月)|去年|\byesterday\b|\blast \w+\b|\bago\b")
WRITTEN = re.compile(r"(20[0-9]{2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?\s*([0-9]{1,2})[:：点]([0-9]{2})?")


def read(community: Community, now: datetime, words: str) -> datetime:
    """The moment (UTC) that words name. Raises Again where they name no day and hour, or one that will not do."""
    here = now.astimezone(community.zone)
    if GONE.search(words.lower()):
        raise Again("meeting-time-past")
    moment = _written(words, here) or _said(words, here)
    if moment <= now:
        raise Again("meeting-time-past")
    if moment > now + timedelta(days=MOST_DAYS):
        raise Again("meeting-time-far")
    return moment.astimezone(UTC)


def _written(words: str, here: datetime) -> datetime | None:
    found = WRITTEN.search(words)
    if found is None:
        return None
    year, month, day, hour, minute = (int(each or 0) for each in found.groups())
    try:
        return datetime(year, month, day, hour, minute, tzinfo=here.tzinfo)
    except ValueError as error:
        raise Again("meeting-time-please") from error


def _said(words: str, here: datetime) -> datetime:
    window = read_time(words, here)
    if window is None:
        raise Again("meeting-time-please")
    if window.part is not None or window.end - window.start >= timedelta(hours=12):
        raise Again("meeting-hour-please")
    return window.start
