"""Views of the rates: which period, whose requests, and how they are shown; and reading them, a slice at a time.

A view is written into the action of a button, such as `m261101.4711.smend.p0`, so that the same button always shows the
same period.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from zoneinfo import ZoneInfo

from handlers.errors import Refused
from handlers.figures import rates
from handlers.figures.rates import Case, Figures, Period
from handlers.message import Named
from storage import catalogue, places, teams
from storage import rates as histories
from storage.errors import NotFound
from storage.rates import Key, Scope
from storage.transaction import Transaction

SLICE = 100  # requests; a slice is some 700 events and takes about 20 ms
TOTAL, BY_PLACE, BY_SERIES, BY_TEAM = "-", "p", "s", "t"
# Letters of the lists of requests, one for each figure that opens.
LISTS = {
    "a": "all",
    "l": "late",
    "u": "unanswered",
    "y": "solved",
    "n": "unsolved",
    "g": "satisfied",
    "b": "unsatisfied",
    "o": "out",
}
SHOWS = frozenset({TOTAL, BY_PLACE, BY_SERIES, BY_TEAM, *LISTS})
MOST_PAGES = 10_000


@dataclass(frozen=True, slots=True)
class View:
    """One view. `place_id` 0: of a team, wherever. `only` is a series (s + code) or a team (t + id), or empty."""

    period: str
    place_id: int
    only: str = ""
    show: str = TOTAL
    page: int = 0

    @property
    def code(self) -> str:
        """As it stands in the action of a button: at most 50 bytes."""
        return f"{self.period}.{self.place_id}.{self.only}.{self.show}{self.page}"

    @property
    def team_id(self) -> int | None:
        """The team that it is about."""
        return int(self.only[1:]) if self.only.startswith(BY_TEAM) else None

    @property
    def series(self) -> str | None:
        """The series that it is about."""
        return self.only[1:] if self.only.startswith(BY_SERIES) else None

    @property
    def figure(self) -> str | None:
        """Which list of requests it shows, if it does."""
        return LISTS.get(self.show)

    def times(self, zone: ZoneInfo) -> Period:
        """Its period."""
        return rates.period_of(self.period, zone)

    def showing(self, show: str, page: int = 0) -> "View":
        """The same, shown in another way."""
        return replace(self, show=show, page=page)


def parse(code: str, zone: ZoneInfo) -> View:
    """The view behind a button. Refused where it was forged."""
    try:
        period, place, only, shown = code.split(".")
        view = View(period, int(place), only, shown[:1], min(int(shown[1:]), MOST_PAGES))
        view.times(zone)
        known = view.show in SHOWS and only[:1] in ("", BY_SERIES, BY_TEAM) and view.page >= 0
        if not known or (view.team_id is None and not view.place_id):
            raise ValueError("no such view")
    except (ValueError, OverflowError) as error:
        raise Refused("choice-unknown") from error
    return view


def path_of(tx: Transaction, view: View) -> str | None:
    """The path of the place that a view is about; None where it is about a team alone. Refused for an unknown place."""
    if not view.place_id:
        return None
    try:
        return places.read(tx, view.place_id).path
    except NotFound as error:
        raise Refused("choice-unknown") from error


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the requests of a view, each with the path of its place; `after`: where the next slice begins."""

    cases: tuple[tuple[Case, str | None], ...]
    after: Key | None


def read(tx: Transaction, view: View, zone: ZoneInfo, after: Key | None) -> Slice:
    """The next slice, judged. It holds what counts and what was left out."""
    times, path = view.times(zone), path_of(tx, view)
    # Where a team is looked at, its own requests are found; what of them lies elsewhere falls through below.
    scope = Scope(path or "/", placeless=path is not None and path.count("/") == 2, team_id=view.team_id)
    keys = histories.due(tx, times.begin, times.end, scope, after, SLICE)
    found = histories.histories(tx, (key.request_id for key in keys), times.settles_at)
    judged = [(key, rates.judge(found.get(key.request_id, ()), times.settles_at)) for key in keys]
    # A limit that was changed later is not the one that counts.
    cases = [case for key, case in judged if case is not None and case.deadline == key.deadline]
    paths = histories.paths(tx, (case.place_id for case in cases if case.place_id is not None))
    placed = [(case, paths.get(case.place_id or 0)) for case in cases]
    kept = tuple(each for each in placed if _belongs(view, path, scope.placeless, *each))
    return Slice(kept, keys[-1] if len(keys) == SLICE else None)


def _belongs(view: View, path: str | None, placeless: bool, case: Case, own: str | None) -> bool:
    inside = path is None or (placeless if own is None else own.startswith(path))
    of_team = view.team_id is None or case.team_id == view.team_id
    return inside and of_team and (view.series is None or case.series == view.series)


@dataclass(slots=True)
class Tally:
    """The figures of a view: of all, of each group, and of each day on which limits fell."""

    total: Figures = field(default_factory=Figures)
    groups: dict[str, Figures] = field(default_factory=dict)
    days: dict[date, Figures] = field(default_factory=dict)

    def add(self, view: View, path: str | None, zone: ZoneInfo, found: Slice) -> None:
        """Counts a slice. `path`: of the view's place."""
        for case, own in found.cases:
            self.total.add(case)
            self.days.setdefault(case.deadline.astimezone(zone).date(), Figures()).add(case)
            if view.show != TOTAL:
                self.groups.setdefault(_group(view.show, path or "/", case, own), Figures()).add(case)

    def largest(self, most: int) -> list[tuple[str, Figures]]:
        """The groups with the most requests, the largest first."""
        return sorted(self.groups.items(), key=lambda item: (-item[1].n, item[0]))[:most]


def _group(show: str, path: str, case: Case, own: str | None) -> str:
    """The group of a request: the id of the unit directly below, a series, or the id of a team; empty where none."""
    if show == BY_SERIES:
        return case.series
    if show == BY_TEAM:
        return str(case.team_id or "")
    below = (own or "").removeprefix(path).partition("/")[0]
    return below or ((own or "").rstrip("/").rpartition("/")[2])


def names(tx: Transaction, show: str, keys: Iterator[str] | list[str]) -> dict[str, Named]:
    """The names of groups, in both languages."""
    return {key: name for key in keys if key and (name := _name(tx, show, key)) is not None}


def _name(tx: Transaction, show: str, key: str) -> Named | None:
    try:
        if show == BY_SERIES:
            series = catalogue.read_series(tx, key)
            return Named(series.name, series.name_en) if series else None
        found = teams.read(tx, int(key)) if show == BY_TEAM else places.read(tx, int(key))
    except NotFound:
        return None
    return Named(found.name, found.name_en)
