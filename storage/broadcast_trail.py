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

LAST = """
SELECT name, actor_id, note, at FROM broadcast_events WHERE broadcast_id = :broadcast_id AND name = :name
ORDER BY id DESC LIMIT 1
"""
COUNT = "SELECT COUNT(*) AS n FROM broadcast_events WHERE broadcast_id = :broadcast_id AND name = :name"

LATEST_OF = """
SELECT name FROM broadcast_events WHERE broadcast_id = :broadcast_id AND name IN ({names}) ORDER BY id DESC LIMIT 1
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


def last(tx: Transaction, broadcast_id: int, name: str) -> Event | None:
    """The last event of this name."""
    row = tx.one(LAST, broadcast_id=broadcast_id, name=name)
    return None if row is None else Event(row["name"], row["actor_id"], row["note"], from_ms(row["at"]))


def count(tx: Transaction, broadcast_id: int, name: str) -> int:
    """How often this happened."""
    return int(tx.get(COUNT, broadcast_id=broadcast_id, name=name)["n"])


def latest_of(tx: Transaction, broadcast_id: int, names: tuple[str, ...]) -> str | None:
    """Which of these events was the last one; None where none of them was."""
    named = {f"n{number}": name for number, name in enumerate(names)}
    row = tx.one(LATEST_OF.format(names=", ".join(f":{each}" for each in named)), broadcast_id=broadcast_id, **named)
    return None if row is None else str(row["name"])
