"""Schedule: what a branch's yearly report and appraisal does on which day, counted from the day of its meeting."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AT = time(8, 30)  # here
DRAFT, ASK, NUDGE, CLOSE = "draft", "ask", "nudge", "close"
WEEKS = ("week 3", "week 2", "week 1")  # before the meeting: whoever has not handed in is reminded
MOVED = "moved"  # the day was changed: all who write are told, and the ladder begins anew
FEWEST_DAYS, MOST_DAYS = 7, 400  # from today to a meeting
MOST_REMINDERS = len(WEEKS)
ANSWERS_DAYS = 7  # representatives may answer so long after the meeting


@dataclass(frozen=True, slots=True)
class Step:
    """What is done so many days after the meeting. `must`: it is made up for, however late; others are left out."""

    name: str
    days: int
    must: bool = False


# Drafts from week −4 (domain.md S6), a reminder each week, the representatives from the day of the meeting.
LADDER = (
    Step(DRAFT, -28, must=True),
    Step(WEEKS[0], -21),
    Step(WEEKS[1], -14),
    Step(WEEKS[2], -7),
    Step(ASK, 0, must=True),
    Step(NUDGE, 4),
    Step(CLOSE, ANSWERS_DAYS + 1, must=True),
)


def at(held_on: date, step: Step, zone: ZoneInfo) -> datetime:
    """When a step of a meeting on this day falls due."""
    return datetime.combine(held_on + timedelta(days=step.days), AT, zone)


def due(held_on: date, name: str, now: datetime, zone: ZoneInfo) -> Step:
    """Of the steps from `name` on, the one to do now: what was missed meanwhile is left out, unless it must be done.

    Raises ValueError for a name that is no step.
    """
    ahead = _from(name)
    past = [step for step in ahead if at(held_on, step, zone) <= now] or ahead[:1]
    return next((step for step in past if step.must), past[-1])


def following(held_on: date, name: str, now: datetime, zone: ZoneInfo) -> tuple[Step, datetime] | None:
    """The step after this one, and when; None after the last. Reminders whose day is over are left out."""
    later = LADDER if name == MOVED else _from(name)[1:]
    return next(((each, at(held_on, each, zone)) for each in later if each.must or at(held_on, each, zone) > now), None)


def last_day(held_on: date) -> date:
    """The last day on which representatives may answer."""
    return held_on + timedelta(days=ANSWERS_DAYS)


def fits(held_on: date, today: date) -> bool:
    """Whether a meeting may be set for this day: not so soon that nobody can write, nor in years."""
    return FEWEST_DAYS <= (held_on - today).days <= MOST_DAYS


def _from(name: str) -> tuple[Step, ...]:
    names = [step.name for step in LADDER]
    return LADDER[names.index(name) :]
