"""Timers: what falls due about a request. The tables hold the truth, so nothing is forgotten over a restart."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.times import from_ms, from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

COLUMNS = "id, request_id, kind, subject_id, due_at, state, done_at"
SET = """
INSERT INTO timers (id, request_id, kind, subject_id, due_at, state)
VALUES (:id, :request_id, :kind, :subject_id, :due_at, 'waiting')
"""
DUE = f"SELECT {COLUMNS} FROM timers WHERE state = 'waiting' AND due_at <= :now ORDER BY due_at, id LIMIT :limit"
NEXT = "SELECT MIN(due_at) AS at FROM timers WHERE state = 'waiting' AND due_at >= 0"
# The row count decides: of two processes one fires it, and none fires what was cancelled meanwhile.
FIRE = "UPDATE timers SET state = 'fired', done_at = :at WHERE id = :id AND state = 'waiting'"
CANCEL = "UPDATE timers SET state = 'cancelled', done_at = :at WHERE id = :id AND state = 'waiting'"
OF_REQUEST = f"SELECT {COLUMNS} FROM timers WHERE request_id = :id ORDER BY due_at, id"
MOVE_TO = "UPDATE timers SET due_at = :due_at WHERE id = :id AND state = 'waiting'"


@dataclass(frozen=True, slots=True)
class Timer:
    """Something that falls due (UTC). `subject_id`: the offer or assignment that it is about. `state`: waiting, fired
    or cancelled; `done_at` is when it became so."""

    id: int
    request_id: int
    kind: str
    subject_id: int | None
    due_at: datetime
    state: str
    done_at: datetime | None


def put(tx: Transaction, request_id: int, kind: str, due_at: datetime, subject_id: int | None = None) -> int:
    """Sets a timer; returns its id."""
    number = tx.new_id()
    tx.run(SET, id=number, request_id=request_id, kind=kind, subject_id=subject_id, due_at=to_ms(due_at))
    return number


def due(tx: Transaction, now: datetime, limit: int) -> list[Timer]:
    """What is due, the earliest first."""
    return [_timer(row) for row in tx.all(DUE, now=to_ms(now), limit=limit)]


def next_due(tx: Transaction) -> datetime | None:
    """When the next timer falls due, or fell."""
    return from_ms_or_none(tx.get(NEXT)["at"])


def fire(tx: Transaction, timer_id: int, now: datetime) -> bool:
    """Marks a timer as done; False where it was cancelled, or another process was quicker."""
    return tx.run(FIRE, id=timer_id, at=to_ms(now)) > 0


def cancel(tx: Transaction, request_id: int, now: datetime, *kinds: str, subject_id: int | None = None) -> None:
    """Cancels what waits of these kinds (none named: of all kinds) about a request, or about one subject of it."""
    # Looked for first: most moves find little to cancel, and a request has few timers.
    for timer in waiting(tx, request_id):
        meant = (not kinds or timer.kind in kinds) and subject_id in (None, timer.subject_id)
        if meant:
            tx.run(CANCEL, id=timer.id, at=to_ms(now))


def waiting(tx: Transaction, request_id: int) -> list[Timer]:
    """What will fall due about a request, in order."""
    return [timer for timer in of_request(tx, request_id) if timer.state == "waiting"]


def of_request(tx: Transaction, request_id: int) -> list[Timer]:
    """Everything that fell or will fall due about a request, in order."""
    return [_timer(row) for row in tx.all(OF_REQUEST, id=request_id)]


def shift(tx: Transaction, request_id: int, kinds: tuple[str, ...], by: timedelta) -> None:
    """Puts off what waits of these kinds."""
    for timer in waiting(tx, request_id):
        if timer.kind in kinds:
            tx.run(MOVE_TO, id=timer.id, due_at=to_ms(timer.due_at + by))


def _timer(row: Row) -> Timer:
    return Timer(
        id=row["id"],
        request_id=row["request_id"],
        kind=row["kind"],
        subject_id=row["subject_id"],
        due_at=from_ms(row["due_at"]),
        state=row["state"],
        done_at=from_ms_or_none(row["done_at"]),
    )
