"""Steps: what the service does for a meeting on which day, counted from its beginning."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

AT = time(8, 30)  # here
DAY = timedelta(days=1)
COLLECT, INVITE, EVE, HOURS, MINUTES = "collect", "invite", "eve", "hours", "minutes"
CHASE, CLOSE = ("chase 1", "chase 2", "chase 3"), "close"
MOVED, OFF = "moved", "off"  # everybody is told of another time, or that it was called off
PROXIES = "proxies"  # the minutes are out: whoever came for somebody else gets them, too
TELLING = (EVE, HOURS, MOVED, OFF)  # these go through the whole list


@dataclass(frozen=True, slots=True)
class Step:
    """What is done so long after the beginning (`morning`: at half past eight of that day). Of no use after `until`."""

    name: str
    after: timedelta
    until: timedelta
    morning: bool = False


# Proposals are collected 15 days before (domain.md S7); reminders a day and two hours before.
LADDER = (
    Step(COLLECT, -15 * DAY, -DAY, morning=True),
    Step(INVITE, -7 * DAY, -DAY, morning=True),
    Step(EVE, -DAY, timedelta(hours=-3)),
    Step(HOURS, timedelta(hours=-2), timedelta()),
    Step(MINUTES, timedelta(hours=2), DAY),
    *(Step(name, days * DAY, (days + 1) * DAY, morning=True) for name, days in zip(CHASE, (1, 2, 4), strict=True)),
    Step(CLOSE, 14 * DAY, 10_000 * DAY, morning=True),
)
NAMES = [step.name for step in LADDER]


def at(starts_at: datetime, step: Step, zone: ZoneInfo) -> datetime:
    """When a step of a meeting falls due."""
    moment = (starts_at + step.after).astimezone(zone)
    return datetime.combine(moment.date(), AT, zone) if step.morning else moment


def of_use(starts_at: datetime, name: str, now: datetime) -> bool:
    """Whether a step is still of use now: a reminder of what has begun is none."""
    step = next((step for step in LADDER if step.name == name), None)
    return step is None or now < starts_at + step.until


def following(starts_at: datetime, name: str | None, now: datetime, zone: ZoneInfo) -> tuple[str, datetime] | None:
    """The step after this one (None: the first), and when; what was missed and is still of use is done now. None
    after the last."""
    for step in LADDER[0 if name is None or name not in NAMES else NAMES.index(name) + 1 :]:
        moment = at(starts_at, step, zone)
        made_up = step.name in (COLLECT, MINUTES, CLOSE) and of_use(starts_at, step.name, now)
        if moment > now or made_up:
            return step.name, max(moment, now)
    return None
