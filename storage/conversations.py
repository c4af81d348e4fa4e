"""Conversations: residents' talks with the duty desk, from the first wish for a person to the close."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

WAITING, TAKEN, PARKED, CLOSED = "waiting", "taken", "parked", "closed"
COLUMNS = """c.id, c.person_id, c.place_id, c.state, c.by_phone, c.front, c.told, c.asked_at, c.queued_at, c.taker_id,
    c.first_taken_at, c.due_at, c.closed_at, c.closed_by, c.reason, c.request_id"""
CREATE = """
INSERT INTO conversations (id, person_id, place_id, state, by_phone, asked_at, queued_at, due_at)
VALUES (:id, :person_id, :place_id, :state, :by_phone, :at, :at, :due_at)
"""
READ = f"SELECT {COLUMNS} FROM conversations c WHERE c.id = :id"
LOCK = f"SELECT {COLUMNS} FROM conversations c WHERE c.id = :id FOR UPDATE OF c"
OPEN_OF = f"""
SELECT {COLUMNS} FROM conversations c WHERE c.person_id = :id AND c.state <> 'closed' ORDER BY c.id DESC LIMIT 1
"""
LAST_OF = f"SELECT {COLUMNS} FROM conversations c WHERE c.person_id = :id ORDER BY c.id DESC LIMIT :limit"
QUEUE = f"""
SELECT {COLUMNS} FROM conversations c WHERE c.place_id = :place_id AND c.state = 'waiting'
ORDER BY c.front DESC, c.queued_at, c.id LIMIT :limit
"""
QUEUED_AT = "SELECT DISTINCT c.place_id FROM conversations c WHERE c.state = 'waiting'"
HELD_BY = f"""
SELECT {COLUMNS} FROM conversations c
WHERE c.taker_id = :taker_id AND c.taker_id IS NOT NULL AND c.state IN ('taken', 'parked') ORDER BY c.id
"""
# The states that a move may start from are in each statement: of two who press at once, one gets it.
TAKE = """
UPDATE conversations SET state = 'taken', taker_id = :taker_id, due_at = :due_at, front = 0, told = 1,
    first_taken_at = COALESCE(first_taken_at, :at)
WHERE id = :id AND state IN ('waiting', 'parked')
"""
PASS = "UPDATE conversations SET taker_id = :taker_id, due_at = :due_at WHERE id = :id AND state = 'taken'"
QUEUE_AGAIN = """
UPDATE conversations SET state = 'waiting', taker_id = NULL, due_at = :due_at, front = :front, told = 0,
    queued_at = CASE WHEN :anew = 0 THEN queued_at WHEN due_at < :at THEN due_at ELSE :at END
WHERE id = :id AND state IN ('taken', 'parked')
"""
PARK = """
UPDATE conversations SET state = 'parked', due_at = :due_at, by_phone = :by_phone
WHERE id = :id AND state IN ('taken', 'waiting', 'parked')
"""
CLOSE = """
UPDATE conversations SET state = 'closed', due_at = NULL, closed_at = :at, closed_by = :actor_id, reason = :reason,
    request_id = :request_id
WHERE id = :id AND state <> 'closed'
"""
SET_DUE = "UPDATE conversations SET due_at = :due_at WHERE id = :id AND state <> 'closed'"
SET_BY_PHONE = "UPDATE conversations SET by_phone = 1 WHERE id = :id AND state <> 'closed'"
SET_TOLD = "UPDATE conversations SET told = 1 WHERE id = :id"
DUE = f"""
SELECT {COLUMNS} FROM conversations c WHERE c.due_at IS NOT NULL AND c.due_at <= :now ORDER BY c.due_at LIMIT :limit
"""
NEXT_DUE = "SELECT MIN(due_at) AS at FROM conversations WHERE due_at IS NOT NULL AND due_at >= 0"
# What has rested before (its first entry into the queue is not its last one) tells nothing of how long one waits.
WAITS = """
SELECT c.first_taken_at - c.asked_at AS waited FROM conversations c
WHERE c.place_id = :place_id AND c.first_taken_at IS NOT NULL AND c.first_taken_at > :since AND c.by_phone = 0
    AND c.queued_at = c.asked_at
ORDER BY c.first_taken_at DESC LIMIT :limit
"""
ADD_MOVE = "INSERT INTO conversation_moves (id, conversation_id, move, actor_id, at) VALUES (:id, :of, :move, :by, :at)"
MOVES = "SELECT move, actor_id, at FROM conversation_moves WHERE conversation_id = :id ORDER BY id"
MOST_QUEUED = 200


@dataclass(frozen=True, slots=True)
class Conversation:
    """A talk of `person_id` with the desk of `place_id`. Times in UTC.

    `state`: waiting, taken, parked (comes back at `due`), closed. `front`: it has lost its taker, and goes before all
    others. `told`: somebody on duty knows that it waits. `queued_at`: since when it waits; anew after a rest. `due`,
    where it is taken: when its taker loses it, unless they say a word. `by_phone`: the resident wants a call.
    """

    id: int
    person_id: int
    place_id: int
    state: str
    by_phone: bool
    front: bool
    told: bool
    asked_at: datetime
    queued_at: datetime
    taker_id: int | None
    first_taken_at: datetime | None
    due: datetime | None
    closed_at: datetime | None
    closed_by: int | None
    reason: str | None
    request_id: int | None


@dataclass(frozen=True, slots=True)
class Move:
    """What became of a conversation: ask, take, hand over, back, lost, park, return, close, leave."""

    name: str
    actor_id: int | None
    at: datetime


def create(
    tx: Transaction,
    person_id: int,
    place_id: int,
    now: datetime,
    *,
    state: str = WAITING,
    by_phone: bool = False,
    due: datetime | None = None,
) -> Conversation:
    """Somebody wants a person of the desk of a place (a community)."""
    number = tx.new_id()
    at, due_at = to_ms(now), to_ms_or_none(due)
    tx.run(
        CREATE,
        id=number,
        person_id=person_id,
        place_id=place_id,
        state=state,
        by_phone=int(by_phone),
        at=at,
        due_at=due_at,
    )
    add_move(tx, number, "ask", person_id, now)
    return _conversation(tx.get(READ, id=number))


def read(tx: Transaction, conversation_id: int) -> Conversation | None:
    """A conversation by id."""
    row = tx.one(READ, id=conversation_id)
    return None if row is None else _conversation(row)


def lock(tx: Transaction, conversation_id: int) -> Conversation | None:
    """A conversation by id, locked until the turn ends."""
    row = tx.one(LOCK, id=conversation_id)
    return None if row is None else _conversation(row)


def open_of(tx: Transaction, person_id: int) -> Conversation | None:
    """The conversation of somebody that is not closed."""
    row = tx.one(OPEN_OF, id=person_id)
    return None if row is None else _conversation(row)


def last_of(tx: Transaction, person_id: int, limit: int) -> list[Conversation]:
    """Somebody's conversations, the newest first."""
    return [_conversation(row) for row in tx.all(LAST_OF, id=person_id, limit=limit)]


def queue(tx: Transaction, place_id: int) -> list[Conversation]:
    """Who waits for the desk of a place, in order: who has lost their taker, then who waits longest."""
    return [_conversation(row) for row in tx.all(QUEUE, place_id=place_id, limit=MOST_QUEUED)]


def queued_places(tx: Transaction) -> list[int]:
    """The places at whose desk somebody waits."""
    return [row["place_id"] for row in tx.all(QUEUED_AT)]


def held_by(tx: Transaction, taker_id: int) -> list[Conversation]:
    """What somebody has taken, also what they have parked, the oldest first."""
    return [_conversation(row) for row in tx.all(HELD_BY, taker_id=taker_id)]


def take(tx: Transaction, conversation_id: int, taker_id: int, due: datetime | None, now: datetime) -> bool:
    """Somebody takes it; False where another was quicker. `due`: when they lose it without a word."""
    taken = tx.run(TAKE, id=conversation_id, taker_id=taker_id, due_at=to_ms_or_none(due), at=to_ms(now)) > 0
    if taken:
        add_move(tx, conversation_id, "take", taker_id, now)
    return taken


def pass_to(
    tx: Transaction, conversation_id: int, taker_id: int, actor_id: int, due: datetime | None, now: datetime
) -> bool:
    """A taken one is another's from now on; False where nobody has it."""
    passed = tx.run(PASS, id=conversation_id, taker_id=taker_id, due_at=to_ms_or_none(due)) > 0
    if passed:
        add_move(tx, conversation_id, "hand over", actor_id, now)
    return passed


def queue_again(
    tx: Transaction,
    conversation_id: int,
    move: str,
    actor_id: int | None,
    now: datetime,
    *,
    front: bool = True,
    due: datetime | None = None,
) -> bool:
    """It goes back into the queue, before all others; `move`: back, lost or return. False where it waits or is over.

    What returns waits from then on: from when it was due, where that has passed. What was lost has waited all along.
    """
    at, anew = to_ms(now), int(move == "return")
    queued = tx.run(QUEUE_AGAIN, id=conversation_id, front=int(front), due_at=to_ms_or_none(due), anew=anew, at=at) > 0
    if queued:
        add_move(tx, conversation_id, move, actor_id, now)
    return queued


def park(
    tx: Transaction, conversation_id: int, actor_id: int | None, due: datetime, now: datetime, *, by_phone: bool = False
) -> bool:
    """It rests until then; False where it is over."""
    parked = tx.run(PARK, id=conversation_id, due_at=to_ms(due), by_phone=int(by_phone)) > 0
    if parked:
        add_move(tx, conversation_id, "park", actor_id, now)
    return parked


def close(
    tx: Transaction,
    conversation_id: int,
    actor_id: int | None,
    reason: str,
    now: datetime,
    *,
    request_id: int | None = None,
) -> bool:
    """It is over, for a reason; False where it was already. `request_id`: the request that it became."""
    at = to_ms(now)
    values = {"actor_id": actor_id, "reason": reason, "request_id": request_id}
    closed = tx.run(CLOSE, id=conversation_id, at=at, **values) > 0
    if closed:
        add_move(tx, conversation_id, "close", actor_id, now)
    return closed


def set_by_phone(tx: Transaction, conversation_id: int) -> None:
    """The resident wants to be called."""
    tx.run(SET_BY_PHONE, id=conversation_id)


def set_due(tx: Transaction, conversation_id: int, due: datetime | None) -> None:
    """When the taker of a taken one loses it without a word; None: nothing waits for one."""
    tx.run(SET_DUE, id=conversation_id, due_at=to_ms_or_none(due))


def set_told(tx: Transaction, conversation_id: int) -> None:
    """Somebody on duty has been told that it waits."""
    tx.run(SET_TOLD, id=conversation_id)


def due(tx: Transaction, now: datetime, limit: int) -> list[Conversation]:
    """What is due, the earliest first."""
    return [_conversation(row) for row in tx.all(DUE, now=to_ms(now), limit=limit)]


def next_due(tx: Transaction) -> datetime | None:
    """When the next one falls due."""
    return from_ms_or_none(tx.get(NEXT_DUE)["at"])


def waits(tx: Transaction, place_id: int, since: datetime, limit: int) -> list[timedelta]:
    """How long the last ones whom the desk of a place took waited, the latest first. Calls are not counted."""
    rows = tx.all(WAITS, place_id=place_id, since=to_ms(since), limit=limit)
    return [timedelta(milliseconds=row["waited"]) for row in rows]


def add_move(tx: Transaction, conversation_id: int, move: str, actor_id: int | None, now: datetime) -> None:
    """Notes what became of it."""
    tx.run(ADD_MOVE, id=tx.new_id(), of=conversation_id, move=move, by=actor_id, at=to_ms(now))


def moves(tx: Transaction, conversation_id: int) -> list[Move]:
    """What became of it, in order."""
    return [Move(row["move"], row["actor_id"], from_ms(row["at"])) for row in tx.all(MOVES, id=conversation_id)]


def _conversation(row: Row) -> Conversation:
    return Conversation(
        id=row["id"],
        person_id=row["person_id"],
        place_id=row["place_id"],
        state=row["state"],
        by_phone=bool(row["by_phone"]),
        front=bool(row["front"]),
        told=bool(row["told"]),
        asked_at=from_ms(row["asked_at"]),
        queued_at=from_ms(row["queued_at"]),
        taker_id=row["taker_id"],
        first_taken_at=from_ms_or_none(row["first_taken_at"]),
        due=from_ms_or_none(row["due_at"]),
        closed_at=from_ms_or_none(row["closed_at"]),
        closed_by=row["closed_by"],
        reason=row["reason"],
        request_id=row["request_id"],
    )
