"""Ways of the ladder: where somebody on a broadcast's list was written to, and what of it still waits to leave."""

from dataclasses import dataclass

from storage import addresses, outbox
from storage.addresses import Address
from storage.transaction import Transaction

# The latest first. Rows of the outbox are forgotten after some days: then nothing counts as tried.
ROWS = """
SELECT id, address_id, shared_id, state, attempts, asks FROM outbox
WHERE recipient_id = :id AND recipient_id IS NOT NULL ORDER BY recipient_id DESC, id DESC
"""
DROP = "DELETE FROM outbox WHERE id = :id AND state = 'waiting' AND attempts = 0"
COUNT_WAITING = """
SELECT COUNT(*) AS n FROM (
    SELECT 1 FROM outbox WHERE account = :account AND lane = :lane AND state = 'waiting' LIMIT :limit) found
"""


@dataclass(frozen=True, slots=True)
class Ways:
    """`same`: the open address on which they were written to last; `other`: the best open one not tried yet."""

    same: Address | None
    other: Address | None


def of(tx: Transaction, recipient_id: int, person_id: int) -> Ways:
    """On which ways somebody may be written to again."""
    tried = [row["address_id"] for row in tx.all(ROWS, id=recipient_id)]
    opened = [each for each in addresses.of_person(tx, person_id) if each.state == "open"]
    same = next((each for number in tried for each in opened if each.id == number), None)
    return Ways(same=same, other=next((each for each in opened if each.id not in tried), None))


def drop_waiting(tx: Transaction, recipient_id: int, shared_id: int) -> int:
    """A message that has not left yet is not needed any more; returns how many were dropped."""
    rows = [row for row in tx.all(ROWS, id=recipient_id) if row["shared_id"] == shared_id]
    return sum(tx.run(DROP, id=row["id"]) for row in rows)


def close_questions(tx: Transaction, recipient_id: int) -> None:
    """A typed number answers the next message to them, and no earlier one."""
    for row in tx.all(ROWS, id=recipient_id):
        if row["asks"]:
            outbox.close_question(tx, row["id"])


def count_waiting(tx: Transaction, account: str, lane: int, limit: int) -> int:
    """How many messages of a lane wait for an account, counted up to a limit."""
    return int(tx.get(COUNT_WAITING, account=account, lane=lane, limit=limit)["n"])
