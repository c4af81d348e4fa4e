"""The three rates (domain.md §4), from events alone: 响应率, 解决率, 满意率, and how many call-backs were answered.

A request belongs to the period in which its limit to be resolved fell, as it was last known before the period settled.
What happens after that changes nothing any more, so that the same period gives the same figures forever.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.request_events import Event
from storage.times import from_ms

# Silence is closed after 3 days, and a closed request can be reopened for 7: then all has been said.
SETTLES_AFTER = timedelta(days=10)
KINDS = ("d", "w", "m")
REPLIES = frozenset({"contact", "answer", "refer", "reject"})  # the first word that a person gets from somebody
# Handlers (by their codes, which never change) to whom the law gives a matter: police, and the way to courts.
LEGAL_CHANNELS = frozenset({"110", "12348", "96110", "police_station"})
LEAVES_OUT = {"cancel": "cancelled", "merge": "merged"}
FAIRLY_SATISFIED = 3  # stars: 基本满意
RATE, EXCLUDE, INCLUDE = "rate", "exclude", "include"  # events that are no moves


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week (from Monday) or month here: `begin` included, `end` not, both UTC. `first` is its first day."""

    kind: str
    first: date
    begin: datetime
    end: datetime

    @property
    def code(self) -> str:
        """Such as m261101: with it the same period is found again."""
        return f"{self.kind}{self.first:%y%m%d}"

    @property
    def settles_at(self) -> datetime:
        """From when on its figures stay as they are."""
        return self.end + SETTLES_AFTER


def period(kind: str, day: date, zone: ZoneInfo) -> Period:
    """The day, week or month (d, w, m) that contains a day."""
    first, following = _bounds(kind, day)
    return Period(kind, first, _midnight(first, zone), _midnight(following, zone))


def period_of(code: str, zone: ZoneInfo) -> Period:
    """The period with this code. Raises ValueError for a broken one."""
    kind, day = code[:1], datetime.strptime(code[1:], "%y%m%d").replace(tzinfo=UTC).date()
    if kind not in KINDS:
        raise ValueError("a period is a day, a week or a month")
    found = period(kind, day, zone)
    if found.code != code:
        raise ValueError("a period is named by its first day")
    return found


@dataclass(frozen=True, slots=True)
class Case:
    """What a history says at the cutoff. `left_out`: why it does not count; None where it does."""

    request_id: int
    deadline: datetime
    place_id: int | None
    team_id: int | None
    series: str
    left_out: str | None
    responded: bool
    outcome: str | None
    stars: int | None

    @property
    def counts(self) -> bool:
        """Whether it is one of N."""
        return self.left_out is None

    @property
    def solved(self) -> bool:
        """Whether the resident said so."""
        return self.outcome == "solved"

    @property
    def satisfied(self) -> bool:
        """Whether the resident answered and was at least fairly satisfied."""
        return self.outcome is not None and (self.stars or 0) >= FAIRLY_SATISFIED


def judge(events: Sequence[Event], cutoff: datetime) -> Case | None:
    """Reads one request's history, in order, as far as it had come before the cutoff; None where it had no limit yet.

    The last answer of the resident counts until there is another: finishing a request again does not make a "not
    solved" vanish. Stars belong to the answer that they came with.
    """
    known = [event for event in events if event.at < cutoff]
    limits = [event for event in known if event.deadline is not None]
    if not limits or limits[-1].deadline is None:
        return None
    outcome, stars = _last_answer(known)
    return Case(
        request_id=known[0].request_id,
        deadline=limits[-1].deadline,
        place_id=limits[-1].place_id,
        team_id=next((event.team_id for event in reversed(known) if event.team_id is not None), None),
        series=str(next((event.data["series"] for event in known if "series" in event.data), "")),
        left_out=_left_out(known),
        responded=_responded(known),
        outcome=outcome,
        stars=stars,
    )


@dataclass(slots=True)
class Figures:
    """Counts: `n` requests of which so many had their first contact in time, and so many call-backs were answered."""

    n: int = 0
    responded: int = 0
    answered: int = 0
    solved: int = 0
    satisfied: int = 0
    left_out: int = 0

    def add(self, case: Case) -> None:
        """Counts one more."""
        if not case.counts:
            self.left_out += 1
            return
        self.n += 1
        self.responded += case.responded
        self.answered += case.outcome is not None
        self.solved += case.solved
        self.satisfied += case.satisfied

    @property
    def shares(self) -> tuple[tuple[int, int], ...]:
        """响应率, 解决率, 满意率 and the coverage, each as (part, whole)."""
        return (
            (self.responded, self.n),
            (self.solved, self.answered),
            (self.satisfied, self.answered),
            (self.answered, self.n),
        )


def figures(cases: Iterable[Case]) -> Figures:
    """The figures of these."""
    total = Figures()
    for case in cases:
        total.add(case)
    return total


# The figures that can be opened: which requests are in each.
FIGURES: dict[str, Callable[[Case], bool]] = {
    "all": lambda case: case.counts,
    "late": lambda case: case.counts and not case.responded,
    "unanswered": lambda case: case.counts and case.outcome is None,
    "solved": lambda case: case.counts and case.solved,
    "unsolved": lambda case: case.counts and case.outcome is not None and not case.solved,
    "satisfied": lambda case: case.counts and case.satisfied,
    "unsatisfied": lambda case: case.counts and case.outcome is not None and not case.satisfied,
    "out": lambda case: not case.counts,
}


def _last_answer(events: Sequence[Event]) -> tuple[str | None, int | None]:
    outcome: str | None = None
    stars: int | None = None
    for event in events:
        if event.move in ("confirm", "reopen") and "outcome" in event.data:
            outcome, stars = str(event.data["outcome"]), None
        elif event.move == RATE:
            stars = int(event.data["stars"])
    return outcome, stars


def _left_out(events: Sequence[Event]) -> str | None:
    excluded = False
    for event in events:
        if event.move == "cancel" and event.data.get("by") == "staff":
            continue  # what staff call off counts, unless a reviewer leaves it out with a reason
        if event.move in LEAVES_OUT:
            return LEAVES_OUT[event.move]
        if event.move == "refer" and event.data.get("authority") in LEGAL_CHANNELS:
            return "legal"
        if event.move in (EXCLUDE, INCLUDE):
            excluded = event.move == EXCLUDE
    return "excluded" if excluded else None


def _responded(events: Sequence[Event]) -> bool:
    """Whether the first contact came within the limit; the very moment of it is within."""
    limit = next((from_ms(event.data["respond_by"]) for event in events if "respond_by" in event.data), None)
    first = next((event.at for event in events if event.move in REPLIES), None)
    return limit is not None and first is not None and first <= limit


def _bounds(kind: str, day: date) -> tuple[date, date]:
    if kind == "d":
        return day, day + timedelta(days=1)
    if kind == "w":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=7)
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
