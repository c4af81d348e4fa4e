"""Festivals: before which of them whom we visit, and on which days (domain.md §10). Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from handlers.life import lunar, statutory
from storage.cards import About

PLANNED_BEFORE = timedelta(days=35)  # the festival itself
DAY = timedelta(days=1)
OLD = frozenset(("alone", "over_80"))
IN_NEED = frozenset(("alone", "over_80", "disabled", "hardship"))


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival: its day in a year, from which to which day before it we visit, and whom."""

    name: str
    on: Callable[[int], date]
    from_before: int
    to_before: int
    whom: Callable[[About], bool]

    def days(self, year: int) -> tuple[date, date]:
        """The first and the last day of its visits."""
        day = self.on(year)
        return day - self.from_before * DAY, day - self.to_before * DAY


def _everybody(about: About) -> bool:
    return True


def _members(about: About) -> bool:
    return about.member


def _of(groups: frozenset[str], about: About) -> bool:
    return not groups.isdisjoint(about.groups)


FESTIVALS = (
    Festival("spring", lunar.new_year, 21, 2, _everybody),
    Festival("party_day", lambda year: date(year, 7, 1), 7, 1, _members),
    Festival("mid_autumn", lambda year: lunar.to_solar(year, *statutory.MID_AUTUMN), 7, 1, partial(_of, IN_NEED)),
    Festival("double_ninth", lambda year: lunar.to_solar(year, *statutory.DOUBLE_NINTH), 7, 1, partial(_of, OLD)),
)
BY_NAME = {festival.name: festival for festival in FESTIVALS}


def current(today: date) -> list[tuple[Festival, int]]:
    """The festivals that are to be planned now, each with its year, the first to come at the head."""
    found = [
        (festival, year)
        for festival in FESTIVALS
        for year in (today.year, today.year + 1)
        if festival.on(year) - PLANNED_BEFORE <= today < festival.days(year)[1]
    ]
    return sorted(found, key=lambda each: each[0].on(each[1]))


def in_need(about: About) -> bool:
    """Whether somebody comes first where not everybody can be visited."""
    return not IN_NEED.isdisjoint(about.groups)
