"""Limits of broadcasts: from how many recipients on a unit wants a second person's yes."""

from datetime import datetime

from storage.places import Place
from storage.times import to_ms
from storage.transaction import Transaction

USUAL = 20

READ = "SELECT least FROM broadcast_limits WHERE place_id = :place_id"
WRITE = """
INSERT INTO broadcast_limits (place_id, least, set_by, set_at) VALUES (:place_id, :least, :set_by, :at)
ON CONFLICT (place_id) DO UPDATE SET least = excluded.least, set_by = excluded.set_by, set_at = excluded.set_at
"""


def of(tx: Transaction, place: Place) -> int:
    """The number that holds at a place: its own, that of the nearest place above, or the usual one."""
    for place_id in reversed(place.ancestors()):
        row = tx.one(READ, place_id=place_id)
        if row is not None:
            return int(row["least"])
    return USUAL


def write(tx: Transaction, place_id: int, least: int, set_by: int, now: datetime) -> None:
    """From now on it is this number at a place, and below it where nothing else is set."""
    tx.run(WRITE, place_id=place_id, least=least, set_by=set_by, at=to_ms(now))
