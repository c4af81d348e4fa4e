"""Forgetting visits: what was written down goes when somebody leaves; the visits themselves when their time is over."""

from datetime import datetime

from storage.times import to_ms
from storage.transaction import Transaction

# Of somebody who leaves only the days of visits stay.
FORGET = (
    "DELETE FROM visit_records WHERE person_id = :id",
    "DELETE FROM promises WHERE person_id = :id",
    "DELETE FROM worries WHERE person_id = :id",
)
VISITS_TO = "SELECT id FROM visits WHERE person_id = :id"
FORGET_NOTES = "UPDATE visit_moves SET note_sealed = NULL WHERE visit_id = :id"
OLD = """
SELECT id FROM visits WHERE ended_at IS NOT NULL AND ended_at < :before ORDER BY ended_at LIMIT :limit
"""
DROP = (
    "DELETE FROM visit_records WHERE visit_id = :id",
    "DELETE FROM promises WHERE visit_id = :id",
    "UPDATE worries SET visit_id = NULL WHERE visit_id = :id AND visit_id IS NOT NULL",
    "DELETE FROM visit_moves WHERE visit_id = :id",
    "DELETE FROM visits WHERE id = :id AND ended_at IS NOT NULL",
)
DROP_WORRIES = """
DELETE FROM worries WHERE id IN (SELECT id FROM worries WHERE raised_at < :before ORDER BY raised_at LIMIT :limit)
"""


def forget(tx: Transaction, person_id: int) -> None:
    """Removes what was written down about visits to somebody."""
    for sql in FORGET:
        tx.run(sql, id=person_id)
    for row in tx.all(VISITS_TO, id=person_id):
        tx.run(FORGET_NOTES, id=row["id"])


def drop_old(tx: Transaction, before: datetime, limit: int) -> int:
    """Removes visits that ended before then, with all that hangs on them; returns how many."""
    found = [row["id"] for row in tx.all(OLD, before=to_ms(before), limit=limit)]
    for visit_id in found:
        for sql in DROP:
            tx.run(sql, id=visit_id)
    return len(found)


def drop_old_worries(tx: Transaction, before: datetime, limit: int) -> int:
    """Removes worries that were raised before then; returns how many."""
    return tx.run(DROP_WORRIES, before=to_ms(before), limit=limit)
