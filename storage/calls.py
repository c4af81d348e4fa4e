"""Calls: who is to be phoned, since a broadcast did not reach them in their chats; each by one person at a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.times import from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

OPEN, TAKEN, DONE = "open", "taken", "done"
REACHED, MOVED, HELP, NO_ANSWER, ANSWERED, OVER = "reached", "moved", "help", "no_answer", "answered", "over"
FIRST, USUAL = 0, 1  # ranks: the vulnerable before all others
TAKEN_AT_MOST = timedelta(minutes=15)  # who took a call and said no more of it has laid it down again

COLUMNS = """c.id, c.broadcast_id, c.recipient_id, r.person_id, c.place_id, c.state, c.rank, c.tries, c.next_at,
    c.taker_id, c.taken_at, c.outcome"""
ADD = """
INSERT INTO calls (id, broadcast_id, recipient_id, place_id, state, rank, created_at)
VALUES (:id, :broadcast_id, :recipient_id, :place_id, 'open', :rank, :at)
ON CONFLICT (recipient_id) DO NOTHING
"""
READ = f"SELECT {COLUMNS} FROM calls c JOIN recipients r ON r.id = c.recipient_id WHERE c.id = :id"
OF_RECIPIENT = f"""
SELECT {COLUMNS} FROM calls c JOIN recipients r ON r.id = c.recipient_id WHERE c.recipient_id = :id
"""
# The vulnerable first, and of those who were phoned in vain who was phoned least.
NEXT = """
SELECT c.id FROM calls c WHERE c.broadcast_id = :broadcast_id AND c.place_id = :place_id AND c.state <> 'done'
    AND (c.state = 'open' OR c.taken_at < :stale) AND (c.next_at IS NULL OR c.next_at <= :now)
ORDER BY c.rank, c.tries, c.id LIMIT 1 FOR UPDATE SKIP LOCKED
"""
# Of a liaison's own people, or of those of whom they are the deputy.
NEXT_OF_LIAISON = """
SELECT c.id, c.rank, c.tries FROM cards k JOIN recipients r ON r.broadcast_id = :broadcast_id
    AND r.person_id = k.person_id JOIN calls c ON c.recipient_id = r.id
WHERE k.liaison_id = :person_id AND k.liaison_id IS NOT NULL AND k.state = 'open' AND c.state <> 'done'
    AND (c.state = 'open' OR c.taken_at < :stale) AND (c.next_at IS NULL OR c.next_at <= :now)
ORDER BY c.rank, c.tries, c.id LIMIT 1
"""
NEXT_OF_DEPUTY = """
SELECT c.id, c.rank, c.tries FROM cards k JOIN recipients r ON r.broadcast_id = :broadcast_id
    AND r.person_id = k.person_id JOIN calls c ON c.recipient_id = r.id
WHERE k.deputy_id = :person_id AND k.deputy_id IS NOT NULL AND k.state = 'open' AND c.state <> 'done'
    AND (c.state = 'open' OR c.taken_at < :stale) AND (c.next_at IS NULL OR c.next_at <= :now)
ORDER BY c.rank, c.tries, c.id LIMIT 1
"""
HELD = f"""
SELECT {COLUMNS} FROM calls c JOIN recipients r ON r.id = c.recipient_id
WHERE c.taker_id = :person_id AND c.state = 'taken' AND c.broadcast_id = :broadcast_id
"""
TAKE = """
UPDATE calls SET state = 'taken', taker_id = :person_id, taken_at = :now, next_at = NULL
WHERE id = :id AND (state = 'open' OR (state = 'taken' AND taken_at < :stale))
"""
AGAIN = """
UPDATE calls SET state = 'open', tries = tries + 1, next_at = :at, taker_id = NULL, taken_at = NULL
WHERE id = :id AND state = 'taken' AND taker_id = :person_id
"""
FINISH = """
UPDATE calls SET state = 'done', outcome = :outcome, ended_at = :at, next_at = NULL, rank = 1
WHERE id = :id AND state <> 'done'
"""
FINISH_ALL = """
UPDATE calls SET state = 'done', outcome = 'over', ended_at = :at, next_at = NULL, rank = 1
WHERE broadcast_id = :broadcast_id AND state <> 'done'
"""
COUNT_LEFT = """
SELECT COUNT(*) AS n, SUM(CASE WHEN c.next_at > :now THEN 1 ELSE 0 END) AS later FROM calls c
WHERE c.broadcast_id = :broadcast_id AND c.place_id = :place_id AND c.state <> 'done'
"""
LISTS = """
SELECT c.broadcast_id, c.place_id, COUNT(*) AS n FROM places p JOIN calls c ON c.place_id = p.id AND c.state <> 'done'
WHERE p.path >= :path AND p.path < :until
GROUP BY c.broadcast_id, c.place_id ORDER BY c.broadcast_id DESC, c.place_id LIMIT :limit
"""
LISTS_OF_LIAISON = """
SELECT c.broadcast_id, COUNT(*) AS n FROM cards k JOIN recipients r ON r.person_id = k.person_id
    JOIN calls c ON c.recipient_id = r.id
WHERE k.liaison_id = :person_id AND k.liaison_id IS NOT NULL AND k.state = 'open' AND c.state <> 'done'
GROUP BY c.broadcast_id ORDER BY c.broadcast_id DESC LIMIT :limit
"""
DUE = "SELECT id, broadcast_id, place_id FROM calls WHERE next_at IS NOT NULL AND next_at <= :now LIMIT :limit"
NEXT_DUE = "SELECT MIN(next_at) AS at FROM calls WHERE next_at IS NOT NULL AND next_at >= 0"
CALL_AGAIN_NOW = "UPDATE calls SET next_at = NULL WHERE id = :id"
COUNTS = """
SELECT c.place_id, c.outcome, COUNT(*) AS n FROM calls c WHERE c.broadcast_id = :broadcast_id
GROUP BY c.place_id, c.outcome
"""


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody (`person_id`) is to be phoned for a broadcast. `tries`: so often in vain. Times in UTC."""

    id: int
    broadcast_id: int
    recipient_id: int
    person_id: int
    place_id: int
    state: str
    rank: int
    tries: int
    next_at: datetime | None
    taker_id: int | None
    taken_at: datetime | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class PhoneList:
    """So many are still to be phoned for a broadcast; of a unit, or (`place_id` None) of a liaison's people."""

    broadcast_id: int
    place_id: int | None
    number: int


def add(tx: Transaction, broadcast_id: int, recipient_id: int, place_id: int, rank: int, now: datetime) -> bool:
    """Puts somebody on the phone list of a unit; False where they are on it, or were."""
    values = {"broadcast_id": broadcast_id, "recipient_id": recipient_id, "place_id": place_id, "rank": rank}
    return tx.run(ADD, id=tx.new_id(), at=to_ms(now), **values) > 0


def read(tx: Transaction, call_id: int) -> Call | None:
    """A call by id."""
    row = tx.one(READ, id=call_id)
    return None if row is None else _call(row)


def of_recipient(tx: Transaction, recipient_id: int) -> Call | None:
    """The call to somebody on the list of a broadcast."""
    row = tx.one(OF_RECIPIENT, id=recipient_id)
    return None if row is None else _call(row)


def held(tx: Transaction, broadcast_id: int, person_id: int) -> Call | None:
    """The call of a broadcast that somebody has taken and not said anything of."""
    rows = tx.all(HELD, broadcast_id=broadcast_id, person_id=person_id)
    return _call(rows[0]) if rows else None


def take_next(tx: Transaction, broadcast_id: int, place_id: int | None, person_id: int, now: datetime) -> Call | None:
    """Somebody takes the next call of a unit, or (None) of the people whose liaison or deputy they are."""
    values = {"broadcast_id": broadcast_id, "now": to_ms(now), "stale": to_ms(now - TAKEN_AT_MOST)}
    if place_id is None:
        row = tx.one(NEXT_OF_LIAISON, person_id=person_id, **values)
        row = row or tx.one(NEXT_OF_DEPUTY, person_id=person_id, **values)
    else:
        row = tx.one(NEXT, place_id=place_id, **values)
    if row is None:
        return None
    taken = tx.run(TAKE, id=row["id"], person_id=person_id, now=values["now"], stale=values["stale"])
    return read(tx, row["id"]) if taken else None


def again(tx: Transaction, call_id: int, person_id: int, at: datetime) -> bool:
    """Nobody answered: it is tried again from then on, by whoever takes it; False where it is not theirs."""
    return tx.run(AGAIN, id=call_id, person_id=person_id, at=to_ms(at)) > 0


def finish(tx: Transaction, call_id: int, outcome: str, now: datetime) -> bool:
    """It need not be made any more; False where that was so before."""
    return tx.run(FINISH, id=call_id, outcome=outcome, at=to_ms(now)) > 0


def finish_all(tx: Transaction, broadcast_id: int, now: datetime) -> int:
    """No call of a broadcast is needed any more; returns how many were open."""
    return tx.run(FINISH_ALL, broadcast_id=broadcast_id, at=to_ms(now))


def count_left(tx: Transaction, broadcast_id: int, place_id: int, now: datetime) -> tuple[int, int]:
    """How many of a unit are still to be phoned, and how many of them later only."""
    row = tx.get(COUNT_LEFT, broadcast_id=broadcast_id, place_id=place_id, now=to_ms(now))
    return int(row["n"]), int(row["later"] or 0)


def lists(tx: Transaction, path: str, limit: int) -> list[PhoneList]:
    """The phone lists of the units at a path and below it, the latest broadcast first."""
    rows = tx.all(LISTS, path=path, until=path[:-1] + "0", limit=limit)  # the character that follows the slash
    return [PhoneList(row["broadcast_id"], row["place_id"], int(row["n"])) for row in rows]


def lists_of_liaison(tx: Transaction, person_id: int, limit: int) -> list[PhoneList]:
    """The phone lists on which people of a liaison stand."""
    rows = tx.all(LISTS_OF_LIAISON, person_id=person_id, limit=limit)
    return [PhoneList(row["broadcast_id"], None, int(row["n"])) for row in rows]


def fall_due(tx: Transaction, now: datetime, limit: int) -> set[tuple[int, int]]:
    """The lists (broadcast, unit) on which somebody may be phoned again now; each is told of once."""
    rows = tx.all(DUE, now=to_ms(now), limit=limit)
    for row in rows:
        tx.run(CALL_AGAIN_NOW, id=row["id"])
    return {(row["broadcast_id"], row["place_id"]) for row in rows}


def next_due(tx: Transaction) -> datetime | None:
    """When somebody may be phoned again next."""
    return from_ms_or_none(tx.get(NEXT_DUE)["at"])


def counts(tx: Transaction, broadcast_id: int) -> list[tuple[int, str | None, int]]:
    """(unit, outcome or None where it is still to be made, how many) of a broadcast's calls."""
    rows = tx.all(COUNTS, broadcast_id=broadcast_id)
    return [(row["place_id"], row["outcome"], int(row["n"])) for row in rows]


def _call(row: Row) -> Call:
    return Call(
        id=row["id"],
        broadcast_id=row["broadcast_id"],
        recipient_id=row["recipient_id"],
        person_id=row["person_id"],
        place_id=row["place_id"],
        state=row["state"],
        rank=row["rank"],
        tries=row["tries"],
        next_at=from_ms_or_none(row["next_at"]),
        taker_id=row["taker_id"],
        taken_at=from_ms_or_none(row["taken_at"]),
        outcome=row["outcome"],
    )
