"""Forgetting meetings: what goes when somebody leaves, and with the years; and merging, when two people are one."""

from datetime import datetime

from storage.times import to_ms
from storage.transaction import Transaction

# What was taken onto an agenda belongs to the meeting; who proposed it is not kept.
FORGET = (
    "DELETE FROM agenda_items WHERE proposed_by = :id AND proposed_by IS NOT NULL AND state <> 'accepted'",
    "UPDATE agenda_items SET proposed_by = NULL WHERE proposed_by = :id AND proposed_by IS NOT NULL",
    "UPDATE meetings SET recorder_id = NULL WHERE recorder_id = :id AND recorder_id IS NOT NULL AND state = 'planned'",
    "DELETE FROM meeting_proxies WHERE person_id = :id",
    "DELETE FROM meeting_proxies WHERE proxy_id = :id AND proxy_id IS NOT NULL",
)
MERGE = (
    "UPDATE meetings SET convenor_id = :into WHERE convenor_id = :gone",
    "UPDATE meetings SET recorder_id = :into WHERE recorder_id = :gone AND recorder_id IS NOT NULL",
    "UPDATE agenda_items SET proposed_by = :into WHERE proposed_by = :gone AND proposed_by IS NOT NULL",
    "UPDATE meeting_actions SET owner_id = :into WHERE owner_id = :gone",
    """
UPDATE meeting_proxies SET person_id = :into WHERE person_id = :gone AND NOT EXISTS (
    SELECT 1 FROM meeting_proxies o WHERE o.broadcast_id = meeting_proxies.broadcast_id AND o.person_id = :into)
""",
    "UPDATE meeting_proxies SET proxy_id = :into WHERE proxy_id = :gone AND proxy_id IS NOT NULL",
)
DROP_DOUBLE = "DELETE FROM meeting_proxies WHERE person_id = :gone"
PROXIES_OF = "SELECT id, proxy_id FROM meeting_proxies WHERE person_id = :into ORDER BY person_id, id"
DROP_PROXY = "DELETE FROM meeting_proxies WHERE id = :id"
OLD = """
SELECT m.id FROM meetings m WHERE m.ended_at IS NOT NULL AND m.ended_at < :before
    AND (SELECT MAX(a.id) FROM meeting_actions a WHERE a.meeting_id = m.id AND a.state = 'open') IS NULL
ORDER BY m.ended_at LIMIT :limit
"""
DROP = (
    "DELETE FROM meeting_files WHERE meeting_id = :id",
    "DELETE FROM agenda_items WHERE meeting_id = :id",
    "DELETE FROM meeting_actions WHERE meeting_id = :id",
    "DELETE FROM meetings WHERE id = :id",
)
DROP_PROXIES = """
DELETE FROM meeting_proxies WHERE id IN (
    SELECT id FROM meeting_proxies WHERE named_at < :before ORDER BY named_at LIMIT :limit)
"""


def forget(tx: Transaction, person_id: int) -> None:
    """Removes what somebody proposed and whom they sent; what stands on an agenda stays, without their name."""
    for sql in FORGET:
        tx.run(sql, id=person_id)


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Two people turn out to be one: what one held, proposed or was to do is the other's."""
    for sql in MERGE:
        tx.run(sql, into=into, gone=gone)
    tx.run(DROP_DOUBLE, gone=gone)
    for row in tx.all(PROXIES_OF, into=into):
        if row["proxy_id"] == into:  # nobody stands in for themselves
            tx.run(DROP_PROXY, id=row["id"])


def drop_old(tx: Transaction, before: datetime, limit: int) -> int:
    """Removes meetings that ended before then, with all that hangs on them, unless something is still to be done;
    returns how many."""
    found = [row["id"] for row in tx.all(OLD, before=to_ms(before), limit=limit)]
    for meeting_id in found:
        for sql in DROP:
            tx.run(sql, id=meeting_id)
    return len(found) + tx.run(DROP_PROXIES, before=to_ms(before), limit=limit)
