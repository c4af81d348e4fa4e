"""Steps: what is said about a planned visit, to whom, and when (domain.md §6), at half past eight of its day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers.community import Community

AT = time(8, 30)  # here
VISITOR, SECRETARY, STREET = "visitor", "secretary", "street"


@dataclass(frozen=True, slots=True)
class Step:
    """One reminder: its name, how many days after the planned day, and who hears it."""

    name: str
    days: int
    to: str


LADDER = (
    Step("soon", -3, VISITOR),
    Step("eve", -1, VISITOR),
    Step("day", 0, VISITOR),
    Step("late", 1, VISITOR),
    Step("secretary", 3, SECRETARY),
    Step("street", 7, STREET),
)
NAMED = {step.name: step for step in LADDER}


def at(community: Community, day: date, step: Step) -> datetime:
    """When a step of a visit planned for `day` falls due (UTC)."""
    return datetime.combine(day + timedelta(days=step.days), AT, community.zone)


def coming(community: Community, day: date, now: datetime) -> tuple[Step, datetime] | None:
    """The first step after `now`, and when (UTC); None where all are past."""
    found = ((step, at(community, day, step)) for step in LADDER)
    return next((each for each in found if each[1] > now), None)


def due(community: Community, day: date, since: str | None, now: datetime) -> list[Step]:
    """The steps from the one that waits (`since`) up to `now`: after a standstill there may be several."""
    names = [step.name for step in LADDER]
    first = names.index(since) if since in names else len(LADDER)
    return [step for step in LADDER[first:] if at(community, day, step) <= now]


def end_of(community: Community, day: date) -> datetime:
    """The last moment of a day here (UTC)."""
    return datetime.combine(day + timedelta(days=1), time(), community.zone) - timedelta(milliseconds=1)
