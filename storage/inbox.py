"""The inbox: every update that was taken, once. Parts of an album wait here; a parked turn leaves its event here."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

PAYLOAD = "inbox.payload_sealed"

TAKE = """
INSERT INTO inbox (id, account, update_key, state, received_at) VALUES (:id, :account, :update, 'done', :at)
ON CONFLICT (account, update_key) DO NOTHING
"""
HOLD = """
UPDATE inbox SET state = :state, user_key = :user, album = :album, due_at = :due_at, payload_sealed = :payload
WHERE id = :id
"""
# A later part of the album moves the moment for all of its parts.
POSTPONE = """
UPDATE inbox SET due_at = :due_at
WHERE account = :account AND user_key = :user AND album = :album AND state = 'waiting'
"""
WAITING_OF_USER = """
SELECT id, account, user_key, album, payload_sealed FROM inbox
WHERE account = :account AND user_key = :user AND state = 'waiting' ORDER BY id FOR UPDATE
"""
ANY_WAITING_OF_USER = """
SELECT id FROM inbox WHERE account = :account AND user_key = :user AND state = 'waiting' LIMIT 1
"""
NOT_DUE_OF_USER = """
SELECT COUNT(*) AS waiting, COALESCE(SUM(CASE WHEN due_at > :now THEN 1 ELSE 0 END), 0) AS early FROM inbox
WHERE account = :account AND user_key = :user AND state = 'waiting'
"""
DUE_USERS = """
SELECT DISTINCT account, user_key FROM inbox WHERE state = 'waiting' AND due_at <= :now ORDER BY account, user_key
LIMIT :limit
"""
NEXT_DUE = "SELECT MIN(due_at) AS at FROM inbox WHERE state = 'waiting' AND due_at > :now"
RELEASE = "UPDATE inbox SET state = 'done', payload_sealed = NULL, due_at = NULL WHERE id = :id"
READ_PAYLOAD = "SELECT id, payload_sealed FROM inbox WHERE id = :id"
REQUEUE = """
UPDATE inbox SET state = 'waiting', user_key = :user, due_at = :due_at WHERE id = :id AND state = 'parked'
"""
OLDEST = "SELECT MIN(received_at) AS at FROM inbox WHERE received_at >= 0"
PRUNE = """
DELETE FROM inbox WHERE id IN (
    SELECT id FROM inbox WHERE received_at < :before AND state = 'done' ORDER BY received_at LIMIT :limit)
"""


@dataclass(frozen=True, slots=True)
class Held:
    """An event that was stored to be handled later: its inbox row, its album, and its payload (JSON)."""

    id: int
    album: str | None
    payload: str


def take(tx: Transaction, account: str, update: str, now: datetime) -> int | None:
    """Marks an update as taken; returns its row, or None if it was taken before: then nothing must be done."""
    number = tx.new_id()
    return number if tx.run(TAKE, id=number, account=account, update=update, at=to_ms(now)) else None


def wait(tx: Transaction, inbox_id: int, account: str, user: str, album: str, due: datetime, payload: str) -> None:
    """Keeps a part of an album until `due`; its earlier parts wait as long."""
    tx.run(POSTPONE, account=account, user=user, album=album, due_at=to_ms(due))
    sealed = tx.seal(PAYLOAD, inbox_id, payload)
    tx.run(HOLD, id=inbox_id, state="waiting", user=user, album=album, due_at=to_ms(due), payload=sealed)


def park(tx: Transaction, inbox_id: int, payload: str) -> None:
    """Keeps the event of a turn that failed for good."""
    sealed = tx.seal(PAYLOAD, inbox_id, payload)
    tx.run(HOLD, id=inbox_id, state="parked", user=None, album=None, due_at=None, payload=sealed)


def waiting(tx: Transaction, account: str, user: str) -> list[Held]:
    """Everything that waits from one sender, in the order it came; locked for the turn."""
    return [_held(tx, row) for row in tx.all(WAITING_OF_USER, account=account, user=user)]


def any_waiting(tx: Transaction, account: str, user: str) -> bool:
    """Whether something waits from a sender."""
    return tx.one(ANY_WAITING_OF_USER, account=account, user=user) is not None


def release(tx: Transaction, rows: list[int]) -> None:
    """What waited is done; its payload is forgotten."""
    for number in rows:
        tx.run(RELEASE, id=number)


def is_due(tx: Transaction, account: str, user: str, now: datetime) -> bool:
    """Whether events wait from a sender, and none of them for a later moment."""
    row = tx.get(NOT_DUE_OF_USER, account=account, user=user, now=to_ms(now))
    return bool(row["waiting"]) and not row["early"]


def due_senders(tx: Transaction, now: datetime, limit: int) -> list[tuple[str, str]]:
    """(account, user) of those whose albums are complete by now."""
    return [(row["account"], row["user_key"]) for row in tx.all(DUE_USERS, now=to_ms(now), limit=limit)]


def next_due(tx: Transaction, now: datetime) -> datetime | None:
    """When the next album that is not complete yet will be."""
    return from_ms_or_none(tx.get(NEXT_DUE, now=to_ms(now))["at"])


def read_payload(tx: Transaction, inbox_id: int) -> str | None:
    """The payload of an event that is kept; None where it is not."""
    row = tx.one(READ_PAYLOAD, id=inbox_id)
    if row is None or row["payload_sealed"] is None:
        return None
    return tx.unseal(PAYLOAD, inbox_id, row["payload_sealed"])


def requeue(tx: Transaction, inbox_id: int, user: str, due: datetime) -> bool:
    """Has a parked event handled once more; False where it is not parked."""
    return tx.run(REQUEUE, id=inbox_id, user=user, due_at=to_ms(due)) > 0


def prune(tx: Transaction, before: datetime, limit: int) -> int:
    """Forgets old marks, a slice at a time; returns how many. Channels repeat an update for a day at most."""
    return tx.run(PRUNE, before=to_ms(before), limit=limit)


def oldest(tx: Transaction) -> datetime | None:
    """When the oldest mark was made."""
    return from_ms_or_none(tx.get(OLDEST)["at"])


def _held(tx: Transaction, row: Row) -> Held:
    return Held(row["id"], row["album"], tx.unseal(PAYLOAD, row["id"], row["payload_sealed"]))
