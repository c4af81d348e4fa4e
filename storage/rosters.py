"""Rosters: lists of a station's people that came in or went out, their files, and what became of them."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

IN, OUT = "in", "out"
COMING, READ_IN, READY, TAKING, TAKEN = "coming", "read", "ready", "taking", "taken"
FAULTY, DECLINED, LOST, SENT = "faulty", "declined", "lost", "sent"

COLUMNS = "id, place_id, person_id, address_id, media_id, way, state, added, changed, made_at"
CREATE = """
INSERT INTO rosters (id, place_id, person_id, address_id, media_id, way, state, made_at)
VALUES (:id, :place_id, :person_id, :address_id, :media_id, :way, :state, :at)
"""
READ = f"SELECT {COLUMNS} FROM rosters WHERE id = :id"
OF_MEDIUM = f"SELECT {COLUMNS} FROM rosters WHERE media_id = :media_id AND media_id IS NOT NULL ORDER BY id"
SET_STATE = "UPDATE rosters SET state = :state WHERE id = :id AND state = :before"
SET_TAKEN = """
UPDATE rosters SET state = 'taken', added = :added, changed = :changed WHERE id = :id AND state = 'taking'
"""
DROP_FILE = "UPDATE rosters SET media_id = NULL WHERE id = :id"
WITH_OLD_FILES = f"""
SELECT {COLUMNS} FROM rosters WHERE media_id IS NOT NULL AND made_at < :before ORDER BY made_at LIMIT :limit
"""
# Whether a station has claimed somebody before, whatever the answer was.
CLAIMED = "SELECT 1 AS yes FROM claims WHERE card_id = :card_id AND place_id = :place_id LIMIT 1"


@dataclass(frozen=True, slots=True)
class Roster:
    """A list: of which station, by whom, at which address its news are said, its file (None: kept no more)."""

    id: int
    place_id: int
    person_id: int
    address_id: int
    media_id: int | None
    way: str
    state: str
    added: int
    changed: int
    made_at: datetime


def create(
    tx: Transaction, place_id: int, person_id: int, address_id: int, media_id: int, way: str, state: str, now: datetime
) -> int:
    """Notes a list that came or goes out; returns its id."""
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        place_id=place_id,
        person_id=person_id,
        address_id=address_id,
        media_id=media_id,
        way=way,
        state=state,
        at=to_ms(now),
    )
    return number


def read(tx: Transaction, roster_id: int) -> Roster | None:
    """A list by id."""
    row = tx.one(READ, id=roster_id)
    return None if row is None else _roster(row)


def of_medium(tx: Transaction, media_id: int) -> list[Roster]:
    """The lists whose file this is."""
    return [_roster(row) for row in tx.all(OF_MEDIUM, media_id=media_id)]


def step(tx: Transaction, roster_id: int, before: str, state: str) -> bool:
    """A list goes from one state to another; False where somebody was quicker."""
    return tx.run(SET_STATE, id=roster_id, before=before, state=state) > 0


def taken(tx: Transaction, roster_id: int, added: int, changed: int) -> bool:
    """A list was taken over; False where it was not about to be."""
    return tx.run(SET_TAKEN, id=roster_id, added=added, changed=changed) > 0


def drop_file(tx: Transaction, roster_id: int) -> None:
    """The list lets go of its file."""
    tx.run(DROP_FILE, id=roster_id)


def with_old_files(tx: Transaction, before: datetime, limit: int) -> list[Roster]:
    """Lists from before a moment whose files are still there, the oldest first."""
    return [_roster(row) for row in tx.all(WITH_OLD_FILES, before=to_ms(before), limit=limit)]


def claimed(tx: Transaction, card_id: int, place_id: int) -> bool:
    """Whether this station has claimed somebody before: after a no it does not ask again."""
    return tx.one(CLAIMED, card_id=card_id, place_id=place_id) is not None


def _roster(row: Row) -> Roster:
    return Roster(**{**dict(row), "made_at": from_ms(row["made_at"])})
