"""Recipients: the frozen list of a broadcast, one row a person, and what became of each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage import broadcasts
from storage.times import from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

QUEUED, HELD, WAITING, SENT, UNKNOWN = "queued", "held", "waiting", "sent", "unknown"
GONE, EXPIRED, LEFT_OUT = "gone", "expired", "left_out"
KNOWN, HELP, CANNOT = "known", "help", "cannot"  # answers
PHONED, MOVED = "phoned", "moved"  # what a call found
FIRST, AGAIN, ELSEWHERE, PHONE = 0, 1, 2, 3  # rungs of the ladder
UNDER_WAY = 256  # more than are ever sent at once
LEFT = ("left", "died", "merged", "refused")  # states of people who get nothing any more

COLUMNS = """r.id, r.broadcast_id, r.person_id, r.place_id, r.state, r.reason, r.rung, r.next_at, r.sent_at, r.shown_at,
    r.answer, r.answered_at"""
ADD = """
INSERT INTO recipients (id, broadcast_id, person_id, place_id, state, reason)
VALUES (:id, :broadcast_id, :person_id, :place_id, :state, :reason)
ON CONFLICT (broadcast_id, person_id) DO NOTHING
"""
READ = f"SELECT {COLUMNS} FROM recipients r WHERE r.id = :id"
OF_PERSON = f"SELECT {COLUMNS} FROM recipients r WHERE r.broadcast_id = :broadcast_id AND r.person_id = :person_id"
# The channel that was used last is the best one.
QUEUE = """
SELECT r.id, r.person_id, d.id AS address_id, d.account FROM recipients r
LEFT JOIN addresses d ON d.id = (SELECT a.id FROM addresses a WHERE a.person_id = r.person_id
    AND a.person_id IS NOT NULL AND a.state = 'open' ORDER BY a.seen_at DESC, a.id LIMIT 1)
WHERE r.broadcast_id = :broadcast_id AND r.state = 'queued' ORDER BY r.id LIMIT :limit
"""
COUNT_WAITING = """
SELECT COUNT(*) AS n FROM (
    SELECT 1 FROM recipients WHERE broadcast_id = :broadcast_id AND state = 'waiting' LIMIT :limit) found
"""
# Somebody had two routine ones within the week: this one waits until the first of them is a week old.
HOLD = "UPDATE recipients SET state = 'held', next_at = :at WHERE id = :id AND state = 'queued'"
TO_RELEASE = """
SELECT id FROM recipients WHERE broadcast_id = :broadcast_id AND state = 'held' AND next_at <= :now
ORDER BY id LIMIT :limit
"""
RELEASE = "UPDATE recipients SET state = 'queued', next_at = NULL WHERE id = :id AND state = 'held'"
NEXT_RELEASE = "SELECT MIN(next_at) AS at FROM recipients WHERE broadcast_id = :broadcast_id AND state = 'held'"
NOT_DONE = """
SELECT 1 AS yes FROM recipients WHERE broadcast_id = :broadcast_id AND state IN ('queued', 'held', 'waiting') LIMIT 1
"""
ANY_REACHED = """
SELECT 1 AS yes FROM recipients WHERE broadcast_id = :broadcast_id AND state IN ('sent', 'unknown') LIMIT 1
"""
MOVE = "UPDATE recipients SET state = :state, reason = :reason WHERE id = :id AND state = :expected"
# What is to be looked at before a message really leaves: what may have changed since the list was frozen.
STANDING = """
SELECT r.id, r.rung, r.state, b.state AS broadcast, b.kind, b.expires_at, p.state AS person, p.unsubscribed_at
FROM recipients r JOIN broadcasts b ON b.id = r.broadcast_id JOIN people p ON p.id = r.person_id WHERE r.id = :id
"""
# Whoever was reached once stays reached, whatever becomes of a later message; after T of silence the ladder goes on.
REACHED = """
UPDATE recipients SET state = 'sent', reason = NULL, sent_at = COALESCE(sent_at, :at),
    next_at = CASE WHEN answer IS NULL THEN
        (SELECT CAST(:at AS BIGINT) + b.silent_after_s * 1000 FROM broadcasts b
            WHERE b.id = recipients.broadcast_id) END
WHERE id = :id
"""
NOT_REACHED = """
UPDATE recipients SET state = CASE WHEN state = 'sent' THEN state ELSE :state END,
    reason = CASE WHEN state = 'sent' THEN reason ELSE :reason END,
    next_at = CASE WHEN answer IS NULL THEN
        (SELECT CAST(:at AS BIGINT) FROM broadcasts b
            WHERE b.id = recipients.broadcast_id AND b.silent_after_s IS NOT NULL) END
WHERE id = :id
"""
# What waits in the outbox is taken back: a pause, a stop, an emergency that goes first.
WAITING_ROWS = """
SELECT id FROM recipients WHERE broadcast_id = :broadcast_id AND state = 'waiting' ORDER BY id LIMIT :limit
"""
LATEST_ROW = """
SELECT id FROM outbox WHERE recipient_id = :id AND recipient_id IS NOT NULL AND kind = 'send'
ORDER BY recipient_id DESC, id DESC LIMIT 1
"""
DROP_WAITING = "DELETE FROM outbox WHERE id = :id AND state = 'waiting'"
ANSWER = "UPDATE recipients SET answer = :answer, answered_at = :at, next_at = NULL WHERE id = :id"
SHOWN = "UPDATE recipients SET shown_at = :at WHERE id = :id AND shown_at IS NULL"
DUE = f"""
SELECT {COLUMNS} FROM recipients r WHERE r.next_at IS NOT NULL AND r.next_at <= :now AND r.state <> 'held'
ORDER BY r.next_at, r.id LIMIT :limit
"""
NEXT_DUE = """
SELECT MIN(next_at) AS at FROM recipients WHERE next_at IS NOT NULL AND next_at >= 0 AND state <> 'held'
"""
CLIMB = """
UPDATE recipients SET rung = :to, next_at = :next_at WHERE id = :id AND rung = :from AND answer IS NULL
"""
COUNTS = """
SELECT r.state, r.rung, r.answer, r.place_id, COUNT(*) AS n FROM recipients r WHERE r.broadcast_id = :broadcast_id
GROUP BY r.state, r.rung, r.answer, r.place_id
"""
# What is left of the list after years: broadcast_retention.py.
NUMBERS = """
SELECT state, rung, CASE WHEN answer = '' THEN NULL ELSE answer END AS answer, place_id, number AS n
FROM broadcast_numbers WHERE broadcast_id = :broadcast_id
"""
COUNT_HELD = """
SELECT COUNT(*) AS n FROM (
    SELECT 1 FROM recipients WHERE broadcast_id = :broadcast_id AND state = 'held' LIMIT :limit) found
"""
# Two ways into the index: what was sent, and what is about to be.
ROUTINE_SINCE = """
SELECT r.sent_at FROM recipients r JOIN broadcasts b ON b.id = r.broadcast_id
WHERE r.person_id = :person_id AND r.sent_at > :since AND b.kind = 'routine' AND r.broadcast_id <> :broadcast_id
ORDER BY r.sent_at DESC LIMIT :limit
"""
ROUTINE_WAITING = """
SELECT r.id FROM recipients r JOIN broadcasts b ON b.id = r.broadcast_id
WHERE r.person_id = :person_id AND r.sent_at IS NULL AND r.state = 'waiting' AND b.kind = 'routine'
    AND r.broadcast_id <> :broadcast_id
LIMIT :limit
"""
PAGE = f"""
SELECT {COLUMNS} FROM recipients r WHERE r.broadcast_id = :broadcast_id AND r.person_id > :after
ORDER BY r.person_id LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody on the list of a broadcast. Times in UTC."""

    id: int
    broadcast_id: int
    person_id: int
    place_id: int
    state: str
    reason: str | None
    rung: int
    next_at: datetime | None
    sent_at: datetime | None
    shown_at: datetime | None
    answer: str | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Queued:
    """Somebody who has their message before them; `address_id`, `account`: the open channel they used last, if any."""

    id: int
    person_id: int
    address_id: int | None
    account: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many recipients of a unit stand alike."""

    state: str
    rung: int
    answer: str | None
    place_id: int
    number: int


def add(
    tx: Transaction, broadcast_id: int, person_id: int, place_id: int, state: str = QUEUED, reason: str | None = None
) -> bool:
    """Puts somebody on the list; False where they are on it. `place_id`: their community."""
    values = {"person_id": person_id, "place_id": place_id, "state": state, "reason": reason}
    return tx.run(ADD, id=tx.new_id(), broadcast_id=broadcast_id, **values) > 0


def read(tx: Transaction, recipient_id: int) -> Recipient | None:
    """A recipient by id."""
    row = tx.one(READ, id=recipient_id)
    return None if row is None else _recipient(row)


def of_person(tx: Transaction, broadcast_id: int, person_id: int) -> Recipient | None:
    """Somebody on the list of a broadcast."""
    row = tx.one(OF_PERSON, broadcast_id=broadcast_id, person_id=person_id)
    return None if row is None else _recipient(row)


def queue(tx: Transaction, broadcast_id: int, limit: int) -> list[Queued]:
    """The next who have their message before them."""
    rows = tx.all(QUEUE, broadcast_id=broadcast_id, limit=limit)
    return [Queued(row["id"], row["person_id"], row["address_id"], row["account"]) for row in rows]


def count_waiting(tx: Transaction, broadcast_id: int, limit: int) -> int:
    """How many messages of a broadcast wait in the outbox, counted up to a limit."""
    return int(tx.get(COUNT_WAITING, broadcast_id=broadcast_id, limit=limit)["n"])


def hold(tx: Transaction, recipient_id: int, until: datetime) -> None:
    """Their message waits until a moment."""
    tx.run(HOLD, id=recipient_id, at=to_ms(until))


def release(tx: Transaction, broadcast_id: int, now: datetime, limit: int) -> int:
    """Those whose moment has come stand in the queue again; returns how many."""
    found = tx.all(TO_RELEASE, broadcast_id=broadcast_id, now=to_ms(now), limit=limit)
    return sum(tx.run(RELEASE, id=row["id"]) for row in found)


def next_release(tx: Transaction, broadcast_id: int) -> datetime | None:
    """When somebody's moment comes next; None where nobody is held."""
    return from_ms_or_none(tx.get(NEXT_RELEASE, broadcast_id=broadcast_id)["at"])


def count_held(tx: Transaction, broadcast_id: int, limit: int) -> int:
    """How many wait for their week to be over, counted up to a limit."""
    return int(tx.get(COUNT_HELD, broadcast_id=broadcast_id, limit=limit)["n"])


def all_done(tx: Transaction, broadcast_id: int) -> bool:
    """Whether nobody on the list has a message before them."""
    return tx.one(NOT_DONE, broadcast_id=broadcast_id) is None


def any_reached(tx: Transaction, broadcast_id: int) -> bool:
    """Whether somebody has got it, or may have."""
    return tx.one(ANY_REACHED, broadcast_id=broadcast_id) is not None


def move(tx: Transaction, recipient_id: int, expected: str, state: str, reason: str | None = None) -> bool:
    """Another state; False where it was not in the expected one."""
    return tx.run(MOVE, id=recipient_id, expected=expected, state=state, reason=reason) > 0


def not_wanted(tx: Transaction, recipient_id: int, now: datetime, *, follows: bool = False) -> str | None:
    """Looked at again as the message is claimed: why it must not leave (paused, stopped, expired, left, died, …,
    unsubscribed); None where it may. `follows`: it corrects or recalls what they have, which no stop holds."""
    row = tx.get(STANDING, id=recipient_id)
    if follows:
        return str(row["person"]) if row["person"] in LEFT else None
    if row["broadcast"] not in (broadcasts.SENDING, broadcasts.SENT):
        return str(row["broadcast"])
    expires_at = row["expires_at"]
    if expires_at is not None and expires_at <= to_ms(now):
        return EXPIRED
    if row["person"] in LEFT:
        return str(row["person"])
    if row["unsubscribed_at"] is not None and row["kind"] != broadcasts.EMERGENCY:
        return "unsubscribed"
    return None


def withhold(tx: Transaction, recipient_id: int, why: str, now: datetime) -> None:
    """The message did not leave, for what `not_wanted` said. After a pause it stands in the queue again."""
    if why == broadcasts.PAUSED:
        move(tx, recipient_id, WAITING, QUEUED)
    elif why == EXPIRED:
        outcome(tx, recipient_id, EXPIRED, now)
    else:
        move(tx, recipient_id, WAITING, LEFT_OUT, why)


def outcome(tx: Transaction, recipient_id: int, state: str, now: datetime, reason: str | None = None) -> None:
    """What became of a message to somebody: sent, unknown, gone, expired, or gave_up (which is gone, too)."""
    if state == SENT:
        tx.run(REACHED, id=recipient_id, at=to_ms(now))
        return
    known = state if state in (UNKNOWN, EXPIRED) else GONE
    tx.run(NOT_REACHED, id=recipient_id, state=known, reason=reason, at=to_ms(now))


def take_back(tx: Transaction, broadcast_id: int, limit: int) -> int:
    """What waits in the outbox is taken out of it and stands in the queue again; returns how many. What is being sent
    just now stays."""
    rows = tx.all(WAITING_ROWS, broadcast_id=broadcast_id, limit=limit + UNDER_WAY)
    taken = 0
    for row in rows:
        latest = tx.one(LATEST_ROW, id=row["id"])
        if taken < limit and latest is not None and tx.run(DROP_WAITING, id=latest["id"]):
            taken += move(tx, row["id"], WAITING, QUEUED)
    return taken


def answer(tx: Transaction, recipient_id: int, given: str, now: datetime) -> None:
    """What somebody answered; the ladder ends with it."""
    tx.run(ANSWER, id=recipient_id, answer=given, at=to_ms(now))


def note_shown(tx: Transaction, recipient_id: int, now: datetime) -> None:
    """The channel says that it was shown."""
    tx.run(SHOWN, id=recipient_id, at=to_ms(now))


def due(tx: Transaction, now: datetime, limit: int) -> list[Recipient]:
    """Those whom the ladder must look at now."""
    return [_recipient(row) for row in tx.all(DUE, now=to_ms(now), limit=limit)]


def next_due(tx: Transaction) -> datetime | None:
    """When the ladder must look at somebody next."""
    return from_ms_or_none(tx.get(NEXT_DUE)["at"])


def climb(tx: Transaction, recipient_id: int, rung: int, to: int, next_at: datetime | None) -> bool:
    """One rung up, looked at again at a moment; False where they have answered, or stand elsewhere."""
    return tx.run(CLIMB, id=recipient_id, **{"from": rung}, to=to, next_at=to_ms_or_none(next_at)) > 0


def counts(tx: Transaction, broadcast_id: int) -> list[Count]:
    """How many stand how, for each unit. It reads the whole list by its index: not within a turn where it is long."""
    rows = [*tx.all(COUNTS, broadcast_id=broadcast_id), *tx.all(NUMBERS, broadcast_id=broadcast_id)]
    return [Count(row["state"], row["rung"], row["answer"], row["place_id"], int(row["n"])) for row in rows]


def routine_since(tx: Transaction, person_id: int, since: datetime, but: int, limit: int) -> list[datetime | None]:
    """When somebody was sent routine broadcasts since then, the latest first (None: about to leave), one left out."""
    values = {"person_id": person_id, "broadcast_id": but, "limit": limit}
    about = [None for _ in tx.all(ROUTINE_WAITING, **values)]
    sent = [from_ms_or_none(row["sent_at"]) for row in tx.all(ROUTINE_SINCE, since=to_ms(since), **values)]
    return [*about, *sent][:limit]


def page(tx: Transaction, broadcast_id: int, after: int, limit: int) -> Sequence[Recipient]:
    """The list in the order of people's ids, after one of them."""
    rows = tx.all(PAGE, broadcast_id=broadcast_id, after=after, limit=limit)
    return [_recipient(row) for row in rows]


def _recipient(row: Row) -> Recipient:
    return Recipient(
        id=row["id"],
        broadcast_id=row["broadcast_id"],
        person_id=row["person_id"],
        place_id=row["place_id"],
        state=row["state"],
        reason=row["reason"],
        rung=row["rung"],
        next_at=from_ms_or_none(row["next_at"]),
        sent_at=from_ms_or_none(row["sent_at"]),
        shown_at=from_ms_or_none(row["shown_at"]),
        answer=row["answer"],
        answered_at=from_ms_or_none(row["answered_at"]),
    )
