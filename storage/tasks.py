"""Task rows: work that takes too long for a turn; a worker does it, its result comes back as a turn."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.times import from_ms_or_none, to_ms
from storage.transaction import Transaction

PAYLOAD = "tasks.payload_sealed"
WORKING_AT_MOST = timedelta(minutes=5)  # a task whose worker died is taken again after this long

ADD = """
INSERT INTO tasks (id, kind, state, payload_sealed, due_at, attempts, created_at)
VALUES (:id, :kind, 'waiting', :payload, :at, 0, :at)
"""
# MATERIALIZED: without it PostgreSQL may run the inner query again for every row, and so take more than the limit.
TAKE = """
WITH due AS MATERIALIZED (
    SELECT id FROM tasks WHERE state IN ('waiting', 'working') AND due_at <= :now ORDER BY due_at LIMIT :limit
    FOR UPDATE SKIP LOCKED)
UPDATE tasks SET state = 'working', attempts = attempts + 1, due_at = :again_at WHERE id IN (SELECT id FROM due)
RETURNING id, kind, payload_sealed, attempts
"""
ANY_DUE = """
SELECT COUNT(*) AS n FROM (
    SELECT 1 FROM tasks WHERE state IN ('waiting', 'working') AND due_at <= :now LIMIT 1) found
"""
NEXT_DUE = "SELECT MIN(due_at) AS at FROM tasks WHERE state IN ('waiting', 'working') AND due_at > :now"
FINISH = "DELETE FROM tasks WHERE id = :id"
POSTPONE = "UPDATE tasks SET state = 'waiting', due_at = :at, error_type = :error_type WHERE id = :id"
GIVE_UP = "UPDATE tasks SET state = 'failed', error_type = :error_type WHERE id = :id"


@dataclass(frozen=True, slots=True)
class Task:
    """Work to do: its kind, its payload (JSON), and which attempt this is (1 the first)."""

    id: int
    kind: str
    payload: str
    attempts: int


def add(tx: Transaction, kind: str, payload: str, now: datetime) -> int:
    """Leaves work for a worker; returns the task's id."""
    number = tx.new_id()
    tx.run(ADD, id=number, kind=kind, payload=tx.seal(PAYLOAD, number, payload), at=to_ms(now))
    return number


def take(tx: Transaction, now: datetime, limit: int = 4) -> list[Task]:
    """Takes what is due; a task not finished within `WORKING_AT_MOST` falls due again."""
    rows = tx.all(TAKE, now=to_ms(now), again_at=to_ms(now + WORKING_AT_MOST), limit=limit)
    return [
        Task(row["id"], row["kind"], tx.unseal(PAYLOAD, row["id"], row["payload_sealed"]), row["attempts"])
        for row in rows
    ]


def any_due(tx: Transaction, now: datetime) -> bool:
    """Whether there is work to take."""
    return bool(tx.get(ANY_DUE, now=to_ms(now))["n"])


def next_due(tx: Transaction, now: datetime) -> datetime | None:
    """When the next task that is not due yet falls due."""
    return from_ms_or_none(tx.get(NEXT_DUE, now=to_ms(now))["at"])


def finish(tx: Transaction, task_id: int) -> None:
    """The task is done."""
    tx.run(FINISH, id=task_id)


def postpone(tx: Transaction, task_id: int, at: datetime, error_type: str) -> None:
    """The task failed and is tried again at `at`."""
    tx.run(POSTPONE, id=task_id, at=to_ms(at), error_type=error_type)


def give_up(tx: Transaction, task_id: int, error_type: str) -> None:
    """The task failed for good."""
    tx.run(GIVE_UP, id=task_id, error_type=error_type)
