"""Visits due: of which visits something must be said now. Found by an index, claimed a slice at a time.

A claimed visit is locked until the turn ends, and by then has its next step: of two processes one has it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from storage.days import to_text
from storage.times import from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Transaction
from storage.visits import Visit, from_row

COLUMNS = """id, person_id, place_id, kind, occasion_id, wave_id, with_birthday, as_call, state, day, due_at,
    visitor_id, second_id, step, remind_at, missed, created_at, ended_at"""
CLAIM = f"""
SELECT {COLUMNS} FROM visits WHERE remind_at IS NOT NULL AND remind_at <= :now ORDER BY remind_at, visitor_id
LIMIT :limit FOR UPDATE SKIP LOCKED
"""
# The rest of one visitor's, or of one station's, so that nobody hears of them in two messages.
OF_VISITOR = f"""
SELECT {COLUMNS} FROM visits WHERE visitor_id = :of AND visitor_id IS NOT NULL AND state = 'planned'
    AND remind_at <= :now ORDER BY day LIMIT :limit FOR UPDATE SKIP LOCKED
"""
OF_PLACE = f"""
SELECT {COLUMNS} FROM visits WHERE place_id = :of AND state = 'planned' AND day <= :until
    AND step IN ('secretary', 'street') AND remind_at <= :now ORDER BY day LIMIT :limit FOR UPDATE SKIP LOCKED
"""
SET_STEPS = "UPDATE visits SET step = :step, remind_at = :remind_at WHERE state = 'planned' AND id IN ({ids})"
NEXT = "SELECT MIN(remind_at) AS at FROM visits WHERE remind_at IS NOT NULL AND remind_at >= 0"
COUNT_LATE = "SELECT COUNT(*) AS n FROM visits WHERE place_id = :place_id AND state = 'planned' AND day <= :until"


@dataclass(frozen=True, slots=True)
class Next:
    """What is said next about visits, and when (UTC); nothing any more where both are None."""

    step: str | None
    at: datetime | None


def claim(tx: Transaction, now: datetime, limit: int) -> list[Visit]:
    """Claims visits of which something must be said now: the earliest first, a visitor's together."""
    return [from_row(row) for row in tx.all(CLAIM, now=to_ms(now), limit=limit)]


def claim_of_visitor(tx: Transaction, visitor_id: int, now: datetime, limit: int) -> list[Visit]:
    """Claims what else is due of one visitor."""
    return [from_row(row) for row in tx.all(OF_VISITOR, of=visitor_id, now=to_ms(now), limit=limit)]


def claim_of_place(tx: Transaction, place_id: int, until: date, now: datetime, limit: int) -> list[Visit]:
    """Claims what else of one station, planned for `until` or before, its secretary or its street must hear of now."""
    rows = tx.all(OF_PLACE, of=place_id, until=to_text(until), now=to_ms(now), limit=limit)
    return [from_row(row) for row in rows]


def set_next(tx: Transaction, visit_ids: Iterable[int], following: Next) -> int:
    """What is said next about claimed visits; returns how many there were."""
    ids = ", ".join(str(int(each)) for each in visit_ids)
    if not ids:
        return 0
    return tx.run(SET_STEPS.format(ids=ids), step=following.step, remind_at=to_ms_or_none(following.at))


def next_due(tx: Transaction) -> datetime | None:
    """When something must be said about a visit next, or had to be."""
    return from_ms_or_none(tx.get(NEXT)["at"])


def count_late(tx: Transaction, place_id: int, until: date) -> int:
    """How many of a station's visits that were planned for `until` or before are not done."""
    return int(tx.get(COUNT_LATE, place_id=place_id, until=to_text(until))["n"])
