"""Merging visits: two channels became one person, who is visited, visits, promises and worries as one."""

from storage.transaction import Transaction

# What was cancelled or refused keeps who would have gone.
MERGE = (
    "UPDATE visits SET person_id = :into WHERE person_id = :gone",
    "UPDATE visits SET visitor_id = :into WHERE visitor_id = :gone AND visitor_id IS NOT NULL AND state = 'planned'",
    "UPDATE visits SET visitor_id = :into WHERE visitor_id = :gone AND visitor_id IS NOT NULL AND state = 'done'",
    "UPDATE visits SET second_id = :into WHERE second_id = :gone AND second_id IS NOT NULL AND state = 'planned'",
    "UPDATE visits SET second_id = :into WHERE second_id = :gone AND second_id IS NOT NULL AND state = 'done'",
    "UPDATE visit_records SET person_id = :into WHERE person_id = :gone",
    "UPDATE visit_records SET recorded_by = :into WHERE recorded_by = :gone",
    "UPDATE promises SET person_id = :into WHERE person_id = :gone",
    "UPDATE promises SET owner_id = :into WHERE owner_id = :gone AND state = 'open'",
    "UPDATE worries SET person_id = :into WHERE person_id = :gone",
    "UPDATE worries SET raised_by = :into WHERE raised_by = :gone AND raised_by IS NOT NULL",
    "UPDATE worries SET read_by = :into WHERE read_by = :gone AND read_by IS NOT NULL",
)
# Nobody goes with themselves.
ALONE = """
UPDATE visits SET second_id = NULL
WHERE visitor_id = :into AND visitor_id IS NOT NULL AND second_id = visitor_id AND state = 'planned'
"""


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Visits to `gone` and by `gone`, with all that was written down and promised, are those of `into` from now on."""
    for sql in MERGE:
        tx.run(sql, into=into, gone=gone)
    tx.run(ALONE, into=into)
