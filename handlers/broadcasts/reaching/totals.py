"""Totals: how many of a broadcast's list stand how, as a whole and for each unit; pure numbers."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from storage import compact
from storage import recipients as lists
from storage.recipients import Count

# In the order in which they are named. What a kind asks for beside them counts as "other".
ANSWERS = ("known", "help", "cannot", "yes", "no", "proxy", "read", "voted", lists.PHONED, lists.MOVED)
OTHER = "other"
NAMED = (*ANSWERS, OTHER)
PENDING = (lists.QUEUED, lists.WAITING)
NOT_REACHED = (lists.UNKNOWN, lists.GONE, lists.EXPIRED)
TO_CALL = "to call"  # calls that are still to be made


@dataclass(slots=True)
class Totals:
    """How many stand how: `states` and `answers` as recipients have them, `calls` by their outcomes, `silent` who got
    it and says nothing, `climbing` those of them whom the ladder still follows, `shown` where a channel tells."""

    states: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    missed: int = 0
    climbing: int = 0
    shown: int = 0

    @property
    def people(self) -> int:
        """How many it is meant for: all on the list but those who want none, or are gone from us."""
        return sum(self.states.values()) - self.states[lists.LEFT_OUT]

    @property
    def pending(self) -> int:
        """How many have their message before them."""
        return sum(self.states[each] for each in PENDING)

    @property
    def handled(self) -> int:
        """To how many it was sent, or could not be."""
        return self.people - self.pending - self.states[lists.HELD]

    @property
    def settled(self) -> bool:
        """Whether nothing more is to be waited for: everybody has answered, or nobody follows them any more."""
        return not (self.pending or self.states[lists.HELD] or self.climbing or self.calls[TO_CALL])

    @property
    def settled_by_answers(self) -> bool:
        """Whether everybody has answered whom it reached, where nobody follows the silent."""
        return bool(self.people) and not (self.pending or self.states[lists.HELD] or self.silent)

    def add(self, count: Count) -> None:
        """Counts those who stand alike."""
        self.states[count.state] += count.number
        if count.answer is not None:
            self.answers[count.answer if count.answer in ANSWERS else OTHER] += count.number
        elif count.state == lists.SENT:
            self.silent += count.number
        elif count.state in NOT_REACHED:
            self.missed += count.number
        if count.answer is None and count.rung < lists.PHONE and count.state in (lists.SENT, *NOT_REACHED):
            self.climbing += count.number


def whole(counts: Iterable[Count], calls: Iterable[tuple[int, str | None, int]], shown: int = 0) -> Totals:
    """All of them together."""
    total = Totals(shown=shown)
    for count in counts:
        total.add(count)
    for _, outcome, number in calls:
        total.calls[outcome or TO_CALL] += number
    return total


def by_unit(counts: Iterable[Count], calls: Iterable[tuple[int, str | None, int]]) -> dict[int, Totals]:
    """The same for each unit."""
    units: dict[int, Totals] = {}
    for count in counts:
        units.setdefault(count.place_id, Totals()).add(count)
    for place_id, outcome, number in calls:
        units.setdefault(place_id, Totals()).calls[outcome or TO_CALL] += number
    return units


def encode(total: Totals, more: str) -> str:
    """The numbers as JSON: the same numbers always give the same. `more`: what else is shown beside them."""
    parts = (total.states, total.answers, total.calls)
    kept = [sorted((name, number) for name, number in each.items() if number) for each in parts]
    return compact.encode({"n": kept, "shown": total.shown, "handled": total.handled, "more": more})


def is_same(one: str, other: str) -> bool:
    """Whether two encoded numbers are the same."""
    return bool(one and other) and json.loads(one) == json.loads(other)


def handled_in(encoded: str) -> int:
    """How many were handled when these numbers were kept; 0 where none were."""
    return int(json.loads(encoded)["handled"]) if encoded else 0


def ends_at(total: Totals, before: int, since: datetime, now: datetime) -> datetime | None:
    """When the rest will have been sent, as fast as it goes now; None where that cannot be said yet. `before`: how
    many were handled at the moment `since`."""
    gone, past = total.handled - before, now - since
    if not total.pending or gone <= 0 or past <= timedelta():
        return None
    return now + past * (total.pending / gone)
