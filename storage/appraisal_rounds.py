"""Appraisal rounds: a branch's yearly report, from the day that is set to the result; what is due next."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.days import from_text, to_text
from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

PLANNED, OPEN, APPRAISING, CLOSING, CLOSED = "planned", "open", "appraising", "closing", "closed"

COLUMNS = "r.id, r.place_id, r.held_on, r.state, r.step, r.next_at, r.after_id, r.set_by, r.created_at, r.closed_at"
CREATE = """
INSERT INTO appraisal_rounds (id, place_id, held_on, state, step, next_at, set_by, created_at)
VALUES (:id, :place_id, :held_on, 'planned', :step, :next_at, :set_by, :at)
"""
READ = f"SELECT {COLUMNS} FROM appraisal_rounds r WHERE r.id = :id"
LOCK = f"SELECT {COLUMNS} FROM appraisal_rounds r WHERE r.id = :id FOR UPDATE OF r"
CURRENT = f"SELECT {COLUMNS} FROM appraisal_rounds r WHERE r.place_id = :place_id AND r.closed_at IS NULL"
LAST = f"""
SELECT {COLUMNS} FROM appraisal_rounds r WHERE r.place_id = :place_id AND r.closed_at IS NOT NULL
ORDER BY r.held_on DESC LIMIT 1
"""
DUE = """
SELECT id FROM appraisal_rounds WHERE next_at IS NOT NULL AND next_at <= :now ORDER BY next_at LIMIT 1
"""
NEXT = "SELECT MIN(next_at) AS at FROM appraisal_rounds WHERE next_at IS NOT NULL AND next_at >= 0"
SET_DAY = """
UPDATE appraisal_rounds SET held_on = :held_on, step = :step, next_at = :next_at, after_id = 0
WHERE id = :id AND state IN ('planned', 'open')
"""
SET_STATE = "UPDATE appraisal_rounds SET state = :state WHERE id = :id AND closed_at IS NULL"
SET_STEP = """
UPDATE appraisal_rounds SET step = :step, next_at = :next_at, after_id = :after WHERE id = :id AND closed_at IS NULL
"""
CLOSE = """
UPDATE appraisal_rounds SET state = 'closed', step = NULL, next_at = NULL, closed_at = :at
WHERE id = :id AND closed_at IS NULL
"""
DROP = "DELETE FROM appraisal_rounds WHERE id = :id AND state = 'planned'"


@dataclass(frozen=True, slots=True)
class Round:
    """A branch's yearly report. `held_on`: the day of its meeting here. `step` is done at `next_at` (UTC).

    `state`: planned, open, appraising, closing, closed. `after_id`: how far the step has come.
    """

    id: int
    place_id: int
    held_on: date
    state: str
    step: str | None
    next_at: datetime | None
    after_id: int
    set_by: int
    created_at: datetime
    closed_at: datetime | None


def create(
    tx: Transaction, place_id: int, held_on: date, step: str, next_at: datetime, set_by: int, now: datetime
) -> Round:
    """A new one. Raises Conflict where the place has one that is not closed."""
    number = tx.new_id()
    values = {"held_on": to_text(held_on), "step": step, "next_at": to_ms(next_at), "at": to_ms(now)}
    tx.run(CREATE, id=number, place_id=place_id, set_by=set_by, **values)
    return _round(tx.get(READ, id=number))


def read(tx: Transaction, round_id: int) -> Round | None:
    """One by id."""
    row = tx.one(READ, id=round_id)
    return None if row is None else _round(row)


def lock(tx: Transaction, round_id: int) -> Round | None:
    """One by id, locked until the turn ends."""
    row = tx.one(LOCK, id=round_id)
    return None if row is None else _round(row)


def current(tx: Transaction, place_id: int) -> Round | None:
    """The one of a place that is not closed."""
    row = tx.one(CURRENT, place_id=place_id)
    return None if row is None else _round(row)


def last_closed(tx: Transaction, place_id: int) -> Round | None:
    """The latest closed one of a place."""
    row = tx.one(LAST, place_id=place_id)
    return None if row is None else _round(row)


def due(tx: Transaction, now: datetime) -> int | None:
    """The id of the one that has been due longest."""
    row = tx.one(DUE, now=to_ms(now))
    return None if row is None else int(row["id"])


def next_due(tx: Transaction) -> datetime | None:
    """When the next one is due."""
    return from_ms_or_none(tx.get(NEXT)["at"])


def set_day(tx: Transaction, round_id: int, held_on: date, step: str, next_at: datetime) -> bool:
    """Another day; False where the appraisal has begun."""
    return tx.run(SET_DAY, id=round_id, held_on=to_text(held_on), step=step, next_at=to_ms(next_at)) > 0


def set_state(tx: Transaction, round_id: int, state: str) -> None:
    """How far it is."""
    tx.run(SET_STATE, id=round_id, state=state)


def set_step(tx: Transaction, round_id: int, step: str | None, next_at: datetime | None, after: int = 0) -> None:
    """What is done next, when, and after which row it goes on."""
    tx.run(SET_STEP, id=round_id, step=step, next_at=to_ms_or_none(next_at), after=after)


def close(tx: Transaction, round_id: int, now: datetime) -> bool:
    """It is over; False where it was before."""
    return tx.run(CLOSE, id=round_id, at=to_ms(now)) > 0


def drop(tx: Transaction, round_id: int) -> bool:
    """It was set by mistake; False where people have been told of it."""
    return tx.run(DROP, id=round_id) > 0


def _round(row: Row) -> Round:
    return Round(
        id=row["id"],
        place_id=row["place_id"],
        held_on=from_text(row["held_on"]),
        state=row["state"],
        step=row["step"],
        next_at=from_ms_or_none(row["next_at"]),
        after_id=row["after_id"],
        set_by=row["set_by"],
        created_at=from_ms(row["created_at"]),
        closed_at=from_ms_or_none(row["closed_at"]),
    )
