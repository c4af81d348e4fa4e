"""Me-too: several neighbours on one case, each with a row of their own that was merged into it."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import to_ms
from storage.transaction import Transaction

# Open requests about one thing below a place: a subtree is a range of paths. Who has not agreed yet is left out.
CASES = """
SELECT r.id, r.created_at FROM places p JOIN service_requests r ON r.place_id = p.id
WHERE p.path >= :path AND p.path < :path_end AND r.closed_at IS NULL AND r.item = :item
    AND r.state <> 'done' AND r.consent <> 'waiting' AND r.created_at >= :since
ORDER BY r.created_at, r.id LIMIT :limit
"""
# Whose rows were merged into one, also by way of another, with who asked for it.
PEOPLE = """
WITH RECURSIVE followers (id, person_id) AS (
    SELECT r.id, r.person_id FROM service_requests r WHERE r.id = :id
    UNION SELECT m.id, m.person_id FROM followers f JOIN service_requests m ON m.merged_into_id = f.id
)
SELECT DISTINCT f.person_id AS person_id FROM followers f
"""
JOIN = "UPDATE service_requests SET merged_into_id = :into_id, joined_at = :at, outcome = NULL WHERE id = :id"
LEAVE = "UPDATE service_requests SET merged_into_id = NULL WHERE id = :id AND merged_into_id IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Case:
    """An open request that others may join, since when it is there (ms), and whose it is by now."""

    id: int
    created_at: int
    people: frozenset[int]


def cases(tx: Transaction, *, path: str, item: str, since: datetime, limit: int = 5) -> list[Case]:
    """Open requests about an item at a place (its path) and below, made since then; those of most people first."""
    rows = tx.all(CASES, path=path, path_end=path[:-1] + "0", item=item, since=to_ms(since), limit=limit)
    found = [Case(row["id"], row["created_at"], people_of(tx, row["id"])) for row in rows]
    return sorted(found, key=lambda case: (-len(case.people), case.id))


def people_of(tx: Transaction, request_id: int) -> frozenset[int]:
    """Who asked for it, and who asked for what was merged into it."""
    return frozenset(row["person_id"] for row in tx.all(PEOPLE, id=request_id))


def join(tx: Transaction, request_id: int, into_id: int, now: datetime) -> None:
    """The row of a neighbour follows a case from now on, by their own wish; they will be asked how it ended."""
    tx.run(JOIN, id=request_id, into_id=into_id, at=to_ms(now))


def leave(tx: Transaction, request_id: int) -> bool:
    """It follows no case any more; False where it did not."""
    return tx.run(LEAVE, id=request_id) > 0
