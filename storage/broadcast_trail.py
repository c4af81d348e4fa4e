"""The trail of a broadcast: what became of it, and who did it."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Transaction

ADD = """
INSERT INTO broadcast_events (id, broadcast_id, name, actor_id, note, at)
VALUES (:id, :broadcast_id, :name, :actor_id, :note, :at)
"""
OF_BROADCAST = """
SELECT name, actor_id, note, at FROM broadcast_events WHERE broadcast_id = :broadcast_id ORDER BY id LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Event:
    """What became of a broadcast. `note` is a code of ours, no words of people."""

    name: str
    actor_id: int | None
    note: str | None
    at: datetime


def add(
    tx: Transaction, broadcast_id: int, name: str, actor_id: int | None, now: datetime, note: str | None = None
) -> None:
    """Notes in the trail what became of it, and who did it."""
    tx.run(ADD, id=tx.new_id(), broadcast_id=broadcast_id, name=name, actor_id=actor_id, note=note, at=to_ms(now))


def of_broadcast(tx: Transaction, broadcast_id: int, limit: int = 100) -> list[Event]:
    """The trail, the first event first."""
    rows = tx.all(OF_BROADCAST, broadcast_id=broadcast_id, limit=limit)
    return [Event(row["name"], row["actor_id"], row["note"], from_ms(row["at"])) for row in rows]
