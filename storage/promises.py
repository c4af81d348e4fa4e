"""Promises: what was promised on a visit, by whom, until which day. What was promised is sealed."""

from dataclasses import dataclass, field
from datetime import date, datetime

from storage.days import from_text, to_text
from storage.times import from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

WHAT = "promises.what_sealed"
OPEN, REQUEST, DONE, DROPPED = "open", "request", "done", "dropped"

COLUMNS = "id, visit_id, person_id, owner_id, what_sealed, day, state, request_id, remind_at, ended_at"
CREATE = """
INSERT INTO promises (id, visit_id, person_id, owner_id, what_sealed, day, state, request_id, remind_at, created_at,
    ended_at)
VALUES (:id, :visit_id, :person_id, :owner_id, :what, :day, :state, :request_id, :remind_at, :at, :ended_at)
"""
READ = f"SELECT {COLUMNS} FROM promises WHERE id = :id"
LOCK = f"SELECT {COLUMNS} FROM promises WHERE id = :id FOR UPDATE"
OF_VISIT = f"SELECT {COLUMNS} FROM promises WHERE visit_id = :visit_id ORDER BY id"
OF_PERSON = f"SELECT {COLUMNS} FROM promises WHERE person_id = :person_id ORDER BY id DESC LIMIT :limit"
OPEN_OF_PERSON = f"""
SELECT {COLUMNS} FROM promises WHERE person_id = :person_id AND state = 'open' ORDER BY id DESC LIMIT :limit
"""
OPEN_OF_OWNER = f"""
SELECT {COLUMNS} FROM promises WHERE owner_id = :owner_id AND state = 'open' ORDER BY day, id LIMIT :limit
"""
DUE = f"""
SELECT {COLUMNS} FROM promises WHERE remind_at IS NOT NULL AND remind_at <= :now ORDER BY remind_at LIMIT :limit
FOR UPDATE SKIP LOCKED
"""
# The row count decides: of two processes one reminds, and none of what was kept meanwhile.
REMIND_NEXT = "UPDATE promises SET remind_at = :at WHERE id = :id AND state = 'open' AND remind_at = :was"
SET_DAY = "UPDATE promises SET day = :day, remind_at = :at WHERE id = :id AND state = 'open'"
SET_OWNER = (
    "UPDATE promises SET owner_id = :to_id WHERE owner_id = :from_id AND person_id = :person_id AND state = 'open'"
)
END = "UPDATE promises SET state = :state, remind_at = NULL, ended_at = :at WHERE id = :id AND state = 'open'"
OF_PERSON_IDS = "SELECT id FROM promises WHERE person_id = :person_id ORDER BY person_id, id"
NEXT = "SELECT MIN(remind_at) AS at FROM promises WHERE remind_at IS NOT NULL AND remind_at >= 0"


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised to `person_id` on a visit, until `day` (here). `state`: open; request (it became one, which
    has its own limits); done; dropped. `remind_at`: when the owner is reminded next (UTC)."""

    id: int
    visit_id: int
    person_id: int
    owner_id: int
    what: str = field(repr=False)
    day: date
    state: str
    request_id: int | None
    remind_at: datetime | None
    ended_at: datetime | None


def create(
    tx: Transaction,
    *,
    visit_id: int,
    person_id: int,
    owner_id: int,
    what: str,
    day: date,
    request_id: int | None,
    remind_at: datetime | None,
    now: datetime,
) -> Promise:
    """A promise that is open, or, with a request, has become that."""
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        visit_id=visit_id,
        person_id=person_id,
        owner_id=owner_id,
        what=tx.seal(WHAT, number, what),
        day=to_text(day),
        state=OPEN if request_id is None else REQUEST,
        request_id=request_id,
        remind_at=to_ms_or_none(remind_at),
        at=to_ms(now),
        ended_at=None if request_id is None else to_ms(now),
    )
    return _promise(tx, tx.get(READ, id=number))


def lock(tx: Transaction, promise_id: int) -> Promise | None:
    """A promise by id, locked until the turn ends."""
    row = tx.one(LOCK, id=promise_id)
    return None if row is None else _promise(tx, row)


def of_visit(tx: Transaction, visit_id: int) -> list[Promise]:
    """What was promised on a visit."""
    return [_promise(tx, row) for row in tx.all(OF_VISIT, visit_id=visit_id)]


def of_person(tx: Transaction, person_id: int, limit: int) -> list[Promise]:
    """What was promised to somebody, the latest first."""
    return [_promise(tx, row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]


def open_of_person(tx: Transaction, person_id: int, limit: int) -> list[Promise]:
    """What was promised to somebody and is not kept yet, the latest first."""
    return [_promise(tx, row) for row in tx.all(OPEN_OF_PERSON, person_id=person_id, limit=limit)]


def open_of_owner(tx: Transaction, owner_id: int, limit: int) -> list[Promise]:
    """What somebody promised and has not kept yet, the most urgent first."""
    return [_promise(tx, row) for row in tx.all(OPEN_OF_OWNER, owner_id=owner_id, limit=limit)]


def due(tx: Transaction, now: datetime, limit: int) -> list[Promise]:
    """Of what somebody must be reminded now, locked until the turn ends; what another process has is left out."""
    return [_promise(tx, row) for row in tx.all(DUE, now=to_ms(now), limit=limit)]


def remind_next(tx: Transaction, promise: Promise, at: datetime) -> bool:
    """When the owner is reminded next; False where it was kept meanwhile, or another process was quicker."""
    return tx.run(REMIND_NEXT, id=promise.id, at=to_ms(at), was=to_ms_or_none(promise.remind_at)) > 0


def set_day(tx: Transaction, promise_id: int, day: date, remind_at: datetime) -> bool:
    """Another day; False where the promise is not open any more."""
    return tx.run(SET_DAY, id=promise_id, day=to_text(day), at=to_ms(remind_at)) > 0


def hand_over(tx: Transaction, person_id: int, from_id: int, to_id: int) -> int:
    """What one promised to somebody is now another's to keep; returns how much."""
    return tx.run(SET_OWNER, person_id=person_id, from_id=from_id, to_id=to_id)


def end(tx: Transaction, promise_id: int, state: str, now: datetime) -> bool:
    """It is done or dropped; False where it was before."""
    return tx.run(END, id=promise_id, state=state, at=to_ms(now)) > 0


def drop_of_person(tx: Transaction, person_id: int, now: datetime) -> int:
    """Nothing that was promised to somebody can be kept any more: they died or moved away; returns how much it was."""
    rows = tx.all(OF_PERSON_IDS, person_id=person_id)
    return sum(tx.run(END, id=row["id"], state="dropped", at=to_ms(now)) for row in rows)


def next_due(tx: Transaction) -> datetime | None:
    """When somebody is to be reminded next, or was."""
    return from_ms_or_none(tx.get(NEXT)["at"])


def _promise(tx: Transaction, row: Row) -> Promise:
    sealed = row["what_sealed"]
    return Promise(
        id=row["id"],
        visit_id=row["visit_id"],
        person_id=row["person_id"],
        owner_id=row["owner_id"],
        what=tx.unseal(WHAT, row["id"], bytes(sealed)) if sealed else "",
        day=from_text(row["day"]),
        state=row["state"],
        request_id=row["request_id"],
        remind_at=from_ms_or_none(row["remind_at"]),
        ended_at=from_ms_or_none(row["ended_at"]),
    )
