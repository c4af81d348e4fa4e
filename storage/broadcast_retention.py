"""Retention of broadcasts: what has been kept long enough. Of a list only numbers are left, of a draft nothing."""

from collections import Counter
from datetime import datetime

from storage import broadcast_media, broadcasts
from storage.times import to_ms
from storage.transaction import Transaction

ENDED = """
SELECT id FROM broadcasts
WHERE forgotten = 0 AND ended_at IS NOT NULL AND kind = :kind AND ended_at < :before ORDER BY ended_at LIMIT 1
"""
LIST = """
SELECT id, place_id, state, rung, answer FROM recipients WHERE broadcast_id = :broadcast_id
ORDER BY person_id LIMIT :limit
"""
ADD_NUMBER = """
INSERT INTO broadcast_numbers (broadcast_id, place_id, state, rung, answer, number)
VALUES (:broadcast_id, :place_id, :state, :rung, :answer, :number)
ON CONFLICT (broadcast_id, place_id, state, rung, answer)
DO UPDATE SET number = broadcast_numbers.number + excluded.number
"""
LET_GO = "UPDATE outbox SET recipient_id = NULL WHERE recipient_id = :id AND recipient_id IS NOT NULL"
DROP_RECIPIENT = "DELETE FROM recipients WHERE id = :id"
FORGET = (
    "DELETE FROM broadcast_messages WHERE broadcast_id = :id",
    "DELETE FROM follow_ups WHERE broadcast_id = :id",
    "DELETE FROM broadcast_events WHERE broadcast_id = :id",
    "UPDATE broadcasts SET forgotten = 1, audience = '' WHERE id = :id",
)
UNSENT = """
SELECT id FROM broadcasts WHERE state IN ('draft', 'proposed', 'refused') AND created_at < :before
ORDER BY created_at LIMIT :limit
"""
OF_DRAFTER = "SELECT id, state FROM broadcasts WHERE drafter_id = :person_id ORDER BY id"
DROP_DRAFT = "UPDATE broadcasts SET state = 'dropped', audience = '', due_at = NULL, rule = NULL WHERE id = :id"
# The inner queries stand as values, not as joins: PostgreSQL would read the other tables from end to end for a join.
UNSHARED = """
SELECT b.id FROM outbox_bodies b
WHERE b.created_at < :before
    AND (SELECT MAX(o.shared_id) FROM outbox o WHERE o.shared_id = b.id AND o.shared_id IS NOT NULL) IS NULL
    AND (SELECT MAX(m.shared_id) FROM broadcast_messages m WHERE m.shared_id = b.id) IS NULL
ORDER BY b.created_at LIMIT :limit
"""
DROP_BODY = "DELETE FROM outbox_bodies WHERE id = :id"
NOTHING = "{}"
NEVER_SENT = ("draft", "proposed", "refused")


def oldest_ended(tx: Transaction, kind: str, before: datetime) -> int | None:
    """The broadcast of a kind that ended first, if that was before a moment and it is kept still."""
    row = tx.one(ENDED, kind=kind, before=to_ms(before))
    return None if row is None else int(row["id"])


def into_numbers(tx: Transaction, broadcast_id: int, limit: int) -> int:
    """Some more of a list become numbers; returns how many: fewer than the limit where none is left."""
    rows = tx.all(LIST, broadcast_id=broadcast_id, limit=limit)
    alike = Counter((row["place_id"], row["state"], row["rung"], row["answer"] or "") for row in rows)
    for (place_id, state, rung, answer), number in alike.items():
        values = {"place_id": place_id, "state": state, "rung": rung, "answer": answer, "number": number}
        tx.run(ADD_NUMBER, broadcast_id=broadcast_id, **values)
    for row in rows:
        tx.run(LET_GO, id=row["id"])
        tx.run(DROP_RECIPIENT, id=row["id"])
    return len(rows)


def forget(tx: Transaction, broadcast_id: int) -> list[int]:
    """Words, trail and files of a broadcast are gone; returns the media that it let go of."""
    media = _empty(tx, broadcast_id)
    for sql in FORGET:
        tx.run(sql, id=broadcast_id)
    return media


def unsent(tx: Transaction, before: datetime, limit: int) -> list[int]:
    """What was drafted before a moment and never sent, the oldest first."""
    return [row["id"] for row in tx.all(UNSENT, before=to_ms(before), limit=limit)]


def unsent_of(tx: Transaction, person_id: int) -> list[int]:
    """What somebody has drafted and not sent."""
    return [row["id"] for row in tx.all(OF_DRAFTER, person_id=person_id) if row["state"] in NEVER_SENT]


def drop_draft(tx: Transaction, broadcast_id: int) -> list[int]:
    """A draft is thrown away; returns the media that it let go of."""
    tx.run(DROP_DRAFT, id=broadcast_id)
    return _empty(tx, broadcast_id)


def drop_bodies(tx: Transaction, before: datetime, limit: int) -> int:
    """Forgets shared bodies from before a moment that nothing says any more; returns how many."""
    rows = tx.all(UNSHARED, before=to_ms(before), limit=limit)
    for row in rows:
        tx.run(DROP_BODY, id=row["id"])
    return len(rows)


def _empty(tx: Transaction, broadcast_id: int) -> list[int]:
    media = [each.id for each in broadcast_media.of_broadcast(tx, broadcast_id)]
    broadcast_media.put(tx, broadcast_id, ())
    broadcasts.set_body(tx, broadcast_id, NOTHING, "")
    return media
