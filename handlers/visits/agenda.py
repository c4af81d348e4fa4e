"""Agenda: which visits somebody has before them, and how they are spoken of: a name, a building, a day; never why."""

from collections.abc import Iterable
from datetime import date, timedelta

from handlers import cards, permissions
from handlers.message import Choice, Text, choice
from handlers.turn import Speaker
from handlers.visits import day_words
from storage import absences, people, visit_overviews
from storage.roles import RoleHeld
from storage.visits import Visit

WEEK = timedelta(days=6)  # with today seven days
VISITORS = ("liaison", "secretary")
MOST = 500  # visits of one person that are looked at
TODAY, SEVEN_DAYS, OVERDUE = "today", "week", "late"  # the parts of an agenda


def visits_people(roles: Iterable[RoleHeld]) -> bool:
    """Whether somebody with these roles visits people."""
    return any(permissions.MAY["record visits"].get(held.role) is not None for held in roles)


def people_of(speaker: Speaker, person_id: int) -> list[int]:
    """Whose visits somebody sees as their own: theirs, and those of whoever they stand in for now."""
    return [person_id, *absences.covered_by(speaker.tx, person_id, speaker.now)]


def of_part(speaker: Speaker, person_id: int, part: str) -> list[Visit]:
    """The visits of one part of somebody's agenda: today, the seven days from today on, or late."""
    here = day_words.today(speaker.community, speaker.now)
    first, last = {TODAY: (here, here), SEVEN_DAYS: (here, here + WEEK), OVERDUE: (None, here - timedelta(days=1))}[
        part
    ]
    return between(speaker, person_id, first, last)


def between(speaker: Speaker, person_id: int, first: date | None, last: date) -> list[Visit]:
    """Somebody's planned visits from a day (None: ever) to another, both included, in the order of their days."""
    return visit_overviews.planned_for(speaker.tx, people_of(speaker, person_id), first, last, MOST)


def line(speaker: Speaker, visit: Visit) -> Choice:
    """A visit in a list: who, where, when. It opens its card."""
    person = people.read(speaker.tx, visit.person_id)
    values = {
        "name": person.name or cards.NOTHING,
        "where": Text("visits-by-call") if visit.as_call else cards.area(speaker, person.place_id),
        "day": day_words.said(speaker.community, visit.day),
    }
    return choice(f"visit.show:{visit.id}", "visits-line", **values)


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of a day's month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
