"""Actions of meetings: what is to be done, by whom, until which day. What it is is sealed."""

from dataclasses import dataclass, field
from datetime import date, datetime

from storage.days import from_text, to_text
from storage.times import from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

WHAT = "meeting_actions.what_sealed"
OPEN, DONE, DROPPED = "open", "done", "dropped"

COLUMNS = "id, meeting_id, owner_id, what_sealed, day, state, remind_at, told_late"
CREATE = """
INSERT INTO meeting_actions (id, meeting_id, owner_id, what_sealed, day, state, remind_at, created_at)
VALUES (:id, :meeting_id, :owner_id, :what, :day, 'open', :remind_at, :at)
"""
READ = f"SELECT {COLUMNS} FROM meeting_actions WHERE id = :id"
LOCK = f"SELECT {COLUMNS} FROM meeting_actions WHERE id = :id FOR UPDATE"
OF_MEETING = f"SELECT {COLUMNS} FROM meeting_actions WHERE meeting_id = :meeting_id ORDER BY id LIMIT :limit"
OF_OWNER = f"SELECT {COLUMNS} FROM meeting_actions WHERE owner_id = :person_id ORDER BY day LIMIT :limit"
OPEN_OF_OWNER = f"""
SELECT {COLUMNS} FROM meeting_actions WHERE owner_id = :person_id AND state = 'open' ORDER BY day LIMIT :limit
"""
DUE = f"""
SELECT {COLUMNS} FROM meeting_actions WHERE remind_at IS NOT NULL AND remind_at <= :now ORDER BY remind_at LIMIT :limit
FOR UPDATE SKIP LOCKED
"""
# The row count decides: of two processes one reminds, and none of what was done meanwhile.
REMIND_NEXT = "UPDATE meeting_actions SET remind_at = :at WHERE id = :id AND state = 'open' AND remind_at = :was"
TELL_LATE = "UPDATE meeting_actions SET told_late = 1 WHERE id = :id AND told_late = 0"
SET_DAY = "UPDATE meeting_actions SET day = :day, remind_at = :at, told_late = 0 WHERE id = :id AND state = 'open'"
SET_OWNER = "UPDATE meeting_actions SET owner_id = :to WHERE id = :id AND state = 'open'"
END = "UPDATE meeting_actions SET state = :state, remind_at = NULL, ended_at = :at WHERE id = :id AND state = 'open'"
NEXT_DUE = "SELECT MIN(remind_at) AS at FROM meeting_actions WHERE remind_at IS NOT NULL AND remind_at >= 0"


@dataclass(frozen=True, slots=True)
class Action:
    """What `owner_id` is to do until `day` (here). `remind_at`: when they are reminded next (UTC)."""

    id: int
    meeting_id: int
    owner_id: int
    what: str = field(repr=False)
    day: date
    state: str
    remind_at: datetime | None
    told_late: bool


def create(
    tx: Transaction, *, meeting_id: int, owner_id: int, what: str, day: date, remind_at: datetime, now: datetime
) -> Action:
    """An action that is open."""
    number = tx.new_id()
    sealed = tx.seal(WHAT, number, what)
    times = {"day": to_text(day), "remind_at": to_ms(remind_at), "at": to_ms(now)}
    tx.run(CREATE, id=number, meeting_id=meeting_id, owner_id=owner_id, what=sealed, **times)
    return _action(tx, tx.get(READ, id=number))


def lock(tx: Transaction, action_id: int) -> Action | None:
    """An action by id, locked until the turn ends."""
    row = tx.one(LOCK, id=action_id)
    return None if row is None else _action(tx, row)


def of_meeting(tx: Transaction, meeting_id: int, limit: int = 100) -> list[Action]:
    """What was agreed at a meeting."""
    return [_action(tx, row) for row in tx.all(OF_MEETING, meeting_id=meeting_id, limit=limit)]


def of_owner(tx: Transaction, person_id: int, limit: int, *, only_open: bool = False) -> list[Action]:
    """What somebody was to do, the earliest day first."""
    sql = OPEN_OF_OWNER if only_open else OF_OWNER
    return [_action(tx, row) for row in tx.all(sql, person_id=person_id, limit=limit)]


def due(tx: Transaction, now: datetime, limit: int) -> list[Action]:
    """Of what somebody must be reminded now, locked until the turn ends."""
    return [_action(tx, row) for row in tx.all(DUE, now=to_ms(now), limit=limit)]


def next_due(tx: Transaction) -> datetime | None:
    """When somebody is to be reminded next."""
    return from_ms_or_none(tx.get(NEXT_DUE)["at"])


def remind_next(tx: Transaction, action: Action, at: datetime) -> bool:
    """When the owner is reminded next; False where it was done meanwhile, or another process was quicker."""
    return tx.run(REMIND_NEXT, id=action.id, at=to_ms(at), was=to_ms_or_none(action.remind_at)) > 0


def tell_late(tx: Transaction, action_id: int) -> bool:
    """The convenor hears that it is overdue; False where they have."""
    return tx.run(TELL_LATE, id=action_id) > 0


def set_day(tx: Transaction, action_id: int, day: date, remind_at: datetime) -> bool:
    """Another day; False where it is not open any more."""
    return tx.run(SET_DAY, id=action_id, day=to_text(day), at=to_ms(remind_at)) > 0


def give(tx: Transaction, action_id: int, to: int) -> bool:
    """Somebody else does it; False where it is not open any more."""
    return tx.run(SET_OWNER, id=action_id, to=to) > 0


def end(tx: Transaction, action_id: int, state: str, now: datetime) -> bool:
    """It is done or dropped; False where it was before."""
    return tx.run(END, id=action_id, state=state, at=to_ms(now)) > 0


def _action(tx: Transaction, row: Row) -> Action:
    return Action(
        id=row["id"],
        meeting_id=row["meeting_id"],
        owner_id=row["owner_id"],
        what=tx.unseal(WHAT, row["id"], bytes(row["what_sealed"])),
        day=from_text(row["day"]),
        state=row["state"],
        remind_at=from_ms_or_none(row["remind_at"]),
        told_late=bool(row["told_late"]),
    )
