"""Freezing: whom a broadcast concerns becomes its list, one row a person, a slice at a time."""

from dataclasses import dataclass

from storage import audience, broadcasts, recipients
from storage.audience import Cursor, Found
from storage.audience_sources import counted_at, source
from storage.audience_terms import Wanted, Window
from storage.broadcasts import Broadcast
from storage.transaction import Transaction

# Of those whose list is being made: emergencies first, then the oldest. The index is small: what is going out now.
NEXT = """
SELECT b.id FROM broadcasts b WHERE b.state IN ('freezing', 'sending') AND b.state = 'freezing'
ORDER BY CASE b.kind WHEN 'emergency' THEN 0 ELSE 1 END, b.id LIMIT 1
"""
ANY_QUEUED = "SELECT 1 AS yes FROM recipients WHERE broadcast_id = :id AND state = 'queued' LIMIT 1"
UNSUBSCRIBED = "unsubscribed"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list is made for. `heeds`: who unsubscribed is left out of it. `elsewhere`: the place that counts those
    who have no home."""

    broadcast_id: int
    heeds: bool
    elsewhere: int


def next_one(tx: Transaction) -> Broadcast | None:
    """The broadcast whose list is made now, locked until the turn ends; None where there is none."""
    row = tx.one(NEXT)
    found = None if row is None else broadcasts.lock(tx, row["id"])
    return found if found is not None and found.state == broadcasts.FREEZING else None


def any_freezing(tx: Transaction) -> bool:
    """Whether the list of some broadcast is being made."""
    return tx.one(NEXT) is not None


def anybody_queued(tx: Transaction, broadcast_id: int) -> bool:
    """Whether there is somebody on the list to whom it is to be sent."""
    return tx.one(ANY_QUEUED, id=broadcast_id) is not None


def fill(tx: Transaction, wanted: Wanted, listing: Listing, cursor: Cursor, limit: int) -> tuple[int, Cursor | None]:
    """Puts those among the next rows on the list, until about so many are; returns how many they are, and how far that
    went (None: the list is whole). Whoever is on it already stays as they are."""
    added, reached = 0, cursor
    for _ in range(audience.PASSED_BY):
        windows, following = audience.slices(tx, wanted, reached, limit)
        added += sum(_fill_window(tx, wanted, listing, window) for window in windows)
        if following is None or added >= limit // 2:
            return added, following
        reached = following
    return added, reached


def _fill_window(tx: Transaction, wanted: Wanted, listing: Listing, window: Window) -> int:
    if wanted.sealed:
        return sum(_add(tx, listing, each) for each in audience.people_in(tx, wanted, window))
    where, values = source(wanted, window)
    values |= {"heeds": int(listing.heeds), "broadcast_id": listing.broadcast_id, "elsewhere": listing.elsewhere}
    place = f"COALESCE({counted_at(wanted)}, CAST(:elsewhere AS BIGINT))"
    return tx.run(_filling(place, where), first=tx.new_ids(window.rows), **values)


def _filling(place: str, source: str) -> str:
    """One statement that puts all people of a source on a list. The source has a WHERE: without one SQLite would take
    ON CONFLICT for a join."""
    left_out = "p.unsubscribed_at IS NOT NULL AND CAST(:heeds AS BIGINT) = 1"
    return f"""INSERT INTO recipients (id, broadcast_id, person_id, place_id, state, reason)
        SELECT CAST(:first AS BIGINT) + ROW_NUMBER() OVER (ORDER BY p.id) - 1, CAST(:broadcast_id AS BIGINT), p.id,
            {place}, CASE WHEN {left_out} THEN 'left_out' ELSE 'queued' END,
            CASE WHEN {left_out} THEN '{UNSUBSCRIBED}' END
        {source}
        ON CONFLICT (broadcast_id, person_id) DO NOTHING"""


def _add(tx: Transaction, listing: Listing, found: Found) -> bool:
    place_id = listing.elsewhere if found.counted_at is None else found.counted_at
    if listing.heeds and found.unsubscribed:
        return recipients.add(tx, listing.broadcast_id, found.person_id, place_id, recipients.LEFT_OUT, UNSUBSCRIBED)
    return recipients.add(tx, listing.broadcast_id, found.person_id, place_id)
