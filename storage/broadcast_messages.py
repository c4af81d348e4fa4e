"""Messages of a broadcast: which shared body of the outbox says what of it, in which revision."""

from storage.broadcasts import Broadcast
from storage.transaction import Transaction

FIRST, SECOND, CORRECTION, RECALL = "first", "second", "correction", "recall"

NAME_MESSAGE = """
INSERT INTO broadcast_messages (id, broadcast_id, what, revision, shared_id)
VALUES (:id, :broadcast_id, :what, :revision, :shared_id)
ON CONFLICT (broadcast_id, what, revision) DO NOTHING
"""
MESSAGE = """
SELECT shared_id FROM broadcast_messages WHERE broadcast_id = :broadcast_id AND what = :what AND revision = :revision
"""

SAID = "SELECT 1 AS yes FROM broadcast_messages WHERE broadcast_id = :broadcast_id AND what = :what LIMIT 1"


def name(tx: Transaction, broadcast: Broadcast, what: str, shared_id: int) -> None:
    """This shared body of the outbox is a message of the broadcast, in its present revision."""
    values = {"what": what, "revision": broadcast.revision, "shared_id": shared_id}
    tx.run(NAME_MESSAGE, id=tx.new_id(), broadcast_id=broadcast.id, **values)


def read(tx: Transaction, broadcast: Broadcast, what: str) -> int | None:
    """The shared body of a message of the broadcast in its present revision; None where it was not made yet."""
    row = tx.one(MESSAGE, broadcast_id=broadcast.id, what=what, revision=broadcast.revision)
    return None if row is None else int(row["shared_id"])


def said(tx: Transaction, broadcast_id: int, what: str) -> bool:
    """Whether such a message of a broadcast was made, in any revision."""
    return tx.one(SAID, broadcast_id=broadcast_id, what=what) is not None
