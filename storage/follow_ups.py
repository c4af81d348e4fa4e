"""Follow-ups: corrections and recalls of broadcasts, and how far each has come along the list."""

from dataclasses import dataclass, field
from datetime import datetime

from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

BODY = "follow_ups.body_sealed"
ASKED, RUNNING, DONE, REFUSED = "asked", "running", "done", "refused"

COLUMNS = """f.id, f.broadcast_id, f.what, f.state, f.author_id, f.body_sealed, f.shared_id, f.first_id, f.after_id,
    f.gate_id, f.people, f.due_at, f.created_at"""
CREATE = """
INSERT INTO follow_ups (id, broadcast_id, what, state, author_id, body_sealed, due_at, created_at)
VALUES (:id, :broadcast_id, :what, 'asked', :author_id, :body, :due_at, :at)
"""
READ = f"SELECT {COLUMNS} FROM follow_ups f WHERE f.id = :id"
LOCK = f"SELECT {COLUMNS} FROM follow_ups f WHERE f.id = :id FOR UPDATE OF f"
OPEN = f"""
SELECT {COLUMNS} FROM follow_ups f WHERE f.broadcast_id = :broadcast_id AND f.state IN ('asked', 'running')
ORDER BY f.id
"""
DUE = (
    f"SELECT {COLUMNS} FROM follow_ups f WHERE f.due_at IS NOT NULL AND f.due_at <= :now ORDER BY f.due_at LIMIT :limit"
)
NEXT_DUE = "SELECT MIN(due_at) AS at FROM follow_ups WHERE due_at IS NOT NULL AND due_at >= 0"
RUN = """
UPDATE follow_ups SET state = 'running', body_sealed = NULL, shared_id = :shared_id, first_id = :first_id, due_at = :at
WHERE id = :id AND state = 'asked'
"""
END = "UPDATE follow_ups SET state = :state, body_sealed = NULL, due_at = NULL WHERE id = :id AND state = :expected"
WALKED = """
UPDATE follow_ups SET after_id = :after, gate_id = :gate, people = people + :people, due_at = :at
WHERE id = :id AND state = 'running'
"""
SET_DUE = "UPDATE follow_ups SET due_at = :at WHERE id = :id"
ROWS_OF_RECIPIENT = """
SELECT id, address_id, account, kind, state, message_id, edits_message FROM outbox
WHERE recipient_id = :id AND recipient_id IS NOT NULL ORDER BY recipient_id, id
"""
SAY_INSTEAD = """
UPDATE outbox SET shared_id = :shared_id, asks = :asks WHERE id = :id AND state = 'waiting'
"""
GATE = """
SELECT 1 AS yes FROM outbox WHERE id = :id AND state IN ('waiting', 'sending') AND created_at > :since
"""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What follows a broadcast. `body`: JSON, while it is not decided. `shared_id`: what those read who have the
    broadcast; `first_id`: what those read whose message still waits. `after_id`: the last person it has come to."""

    id: int
    broadcast_id: int
    what: str
    state: str
    author_id: int
    body: str | None = field(repr=False)
    shared_id: int | None
    first_id: int | None
    after_id: int
    gate_id: int | None
    people: int
    due_at: datetime | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """A row of the outbox that said something of a broadcast to somebody. `message`: the channel's id of it."""

    id: int
    address_id: int
    account: str
    is_edit: bool
    state: str
    message: str | None
    edits: str | None


def create(
    tx: Transaction, broadcast_id: int, what: str, author_id: int, body: str | None, due_at: datetime, now: datetime
) -> FollowUp:
    """A new one, which is not decided yet; looked at again at `due_at`."""
    number = tx.new_id()
    sealed = None if body is None else tx.seal(BODY, number, body)
    values = {"broadcast_id": broadcast_id, "what": what, "author_id": author_id, "due_at": to_ms(due_at)}
    tx.run(CREATE, id=number, body=sealed, at=to_ms(now), **values)
    return _follow_up(tx, tx.get(READ, id=number))


def lock(tx: Transaction, follow_up_id: int) -> FollowUp | None:
    """One by id, locked until the turn ends."""
    row = tx.one(LOCK, id=follow_up_id)
    return None if row is None else _follow_up(tx, row)


def open_ones(tx: Transaction, broadcast_id: int) -> list[FollowUp]:
    """Those of a broadcast that are not over."""
    return [_follow_up(tx, row) for row in tx.all(OPEN, broadcast_id=broadcast_id)]


def due(tx: Transaction, now: datetime, limit: int) -> list[FollowUp]:
    """Those that must be looked at now."""
    return [_follow_up(tx, row) for row in tx.all(DUE, now=to_ms(now), limit=limit)]


def next_due(tx: Transaction) -> datetime | None:
    """When the next one must be looked at."""
    return from_ms_or_none(tx.get(NEXT_DUE)["at"])


def run(tx: Transaction, follow_up_id: int, shared_id: int, first_id: int | None, now: datetime) -> bool:
    """It is decided, and goes along the list from now on; False where that was so."""
    return tx.run(RUN, id=follow_up_id, shared_id=shared_id, first_id=first_id, at=to_ms(now)) > 0


def end(tx: Transaction, follow_up_id: int, expected: str, state: str) -> bool:
    """It is over: done or refused; False where it was not in the expected state."""
    return tx.run(END, id=follow_up_id, expected=expected, state=state) > 0


def note_walked(tx: Transaction, follow_up: FollowUp, after: int, gate: int | None, people: int, at: datetime) -> None:
    """It has come to this person and has reached so many more; it goes on at a moment, behind a row of the outbox."""
    tx.run(WALKED, id=follow_up.id, after=after, gate=gate, people=people, at=to_ms(at))


def set_due(tx: Transaction, follow_up_id: int, at: datetime | None) -> None:
    """When it must be looked at next."""
    tx.run(SET_DUE, id=follow_up_id, at=to_ms_or_none(at))


def gate_open(tx: Transaction, follow_up: FollowUp, since: datetime) -> bool:
    """Whether what was added last has left, or was added before a moment: what cannot leave holds up no others."""
    return follow_up.gate_id is None or tx.one(GATE, id=follow_up.gate_id, since=to_ms(since)) is None


def said_to(tx: Transaction, recipient_id: int) -> list[Said]:
    """All that was said of a broadcast to somebody on its list, and is to be; the first one first."""
    rows = tx.all(ROWS_OF_RECIPIENT, id=recipient_id)
    return [
        Said(
            id=row["id"],
            address_id=row["address_id"],
            account=row["account"],
            is_edit=row["kind"] == "edit",
            state=row["state"],
            message=row["message_id"],
            edits=row["edits_message"],
        )
        for row in rows
    ]


def say_instead(tx: Transaction, row_id: int, shared_id: int, asks: bool) -> bool:
    """A row that waits says something else; False where it is on its way already."""
    return tx.run(SAY_INSTEAD, id=row_id, shared_id=shared_id, asks=int(asks)) > 0


def _follow_up(tx: Transaction, row: Row) -> FollowUp:
    sealed = row["body_sealed"]
    return FollowUp(
        id=row["id"],
        broadcast_id=row["broadcast_id"],
        what=row["what"],
        state=row["state"],
        author_id=row["author_id"],
        body=None if sealed is None else tx.unseal(BODY, row["id"], bytes(sealed)),
        shared_id=row["shared_id"],
        first_id=row["first_id"],
        after_id=row["after_id"],
        gate_id=row["gate_id"],
        people=row["people"],
        due_at=from_ms_or_none(row["due_at"]),
        created_at=from_ms(row["created_at"]),
    )
