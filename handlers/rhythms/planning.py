"""Planning: on which day a visit is best. Pure: days in, a day out.

A visit falls on a working day with room, at least a fortnight from any other visit to the same person, near the day
that is wished, and together with visits to the same building.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

APART = 14  # days between two visits to somebody, occasions aside; what is nearer counts as the same
EARLY, LATE = 5, 9  # days before and after the day of a rule within which its visit is looked for first
FURTHEST = 366  # days after it within which there must be room for somebody
TOGETHER = 6  # so many days from the wished one a visit is worth that saves a way to the building
DAY = timedelta(days=1)


@dataclass(slots=True)
class Load:
    """What a visitor has planned: how many visits on a day, and to which buildings (ids)."""

    visits: dict[date, int] = field(default_factory=dict)
    homes: dict[date, set[int]] = field(default_factory=dict)

    def add(self, day: date, home: int | None, number: int = 1) -> None:
        """So many visits more on a day, to a building."""
        self.visits[day] = self.visits.get(day, 0) + number
        if home is not None:
            self.homes.setdefault(day, set()).add(home)

    def remove(self, day: date) -> None:
        """A visit less on a day."""
        self.visits[day] = self.visits.get(day, 0) - 1


@dataclass(frozen=True, slots=True)
class Days:
    """What the days allow: on which people work, how many visits one may make on each, and the first to plan for."""

    works: Callable[[date], bool]
    most: int
    first: date


def serves(visit: date, wished: date) -> bool:
    """Whether a visit on one day makes the one that is wished for another superfluous."""
    return abs((visit - wished).days) < APART


def is_apart(day: date, others: Iterable[date]) -> bool:
    """Whether a day is far enough from all other visits to the same person."""
    return not any(serves(other, day) for other in others)


def near(days: Days, load: Load | None, home: int | None, wished: date, others: Sequence[date]) -> date | None:
    """The best day for a visit wished for a day: around it, else the next one after with room; None where none has.

    `load` is the visitor's, None where nobody is to go yet. Where other visits leave no day around it, they serve it:
    see `is_crowded`.
    """
    around = span(wished - EARLY * DAY, wished + LATE * DAY)
    found = best(days, load, home, around, others, wished)
    if found is not None:
        return found
    later = span(wished + (LATE + 1) * DAY, wished + FURTHEST * DAY)
    return next((day for day in later if fits(days, load, day, others)), None)


def is_crowded(days: Days, wished: date, others: Sequence[date]) -> bool:
    """Whether other visits to the person leave no working day around the wished one."""
    around = span(wished - EARLY * DAY, wished + LATE * DAY)
    able = [day for day in around if day >= days.first and days.works(day)]
    return bool(able) and not any(is_apart(day, others) for day in able)


def best(
    days: Days,
    load: Load | None,
    home: int | None,
    among: Iterable[date],
    others: Sequence[date],
    wished: date | None = None,
) -> date | None:
    """Of these days the one that fits and costs least: near what is wished, little else on it, the same building."""

    def cost(day: date) -> tuple[int, date]:
        far = 0 if wished is None else abs((day - wished).days)
        if load is None:
            return far, day
        together = TOGETHER if home is not None and home in load.homes.get(day, ()) else 0
        return far + load.visits.get(day, 0) - together, day

    return min((day for day in among if fits(days, load, day, others)), key=cost, default=None)


def fits(days: Days, load: Load | None, day: date, others: Sequence[date]) -> bool:
    """Whether a visit can be on this day: not past, worked on, with room, and apart from other visits."""
    room = load is None or load.visits.get(day, 0) < days.most
    return day >= days.first and room and is_apart(day, others) and days.works(day)


def span(first: date, last: date) -> list[date]:
    """The days from one to another, both included."""
    return [first + number * DAY for number in range((last - first).days + 1)]
