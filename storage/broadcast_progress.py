"""Progress: what the drafter of a broadcast was shown of it last, and when it is counted next."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

COLUMNS = "broadcast_id, look_at, counted, changed_at, told_sent, reported_at"
BEGIN = """
INSERT INTO broadcast_progress (broadcast_id, look_at, changed_at) VALUES (:id, :look_at, :at)
ON CONFLICT (broadcast_id) DO NOTHING
"""
READ = f"SELECT {COLUMNS} FROM broadcast_progress WHERE broadcast_id = :id"
DUE = f"""
SELECT {COLUMNS} FROM broadcast_progress WHERE look_at IS NOT NULL AND look_at <= :now
ORDER BY look_at, broadcast_id LIMIT :limit
"""
NEXT_DUE = "SELECT MIN(look_at) AS at FROM broadcast_progress WHERE look_at IS NOT NULL AND look_at >= 0"
LOOK_AT = "UPDATE broadcast_progress SET look_at = :at WHERE broadcast_id = :id"
# Whoever comes while it is counted soon anyway waits for nobody.
SOONER = "UPDATE broadcast_progress SET look_at = :at WHERE broadcast_id = :id AND look_at > :at"
SHOWN = "UPDATE broadcast_progress SET counted = :counted, changed_at = :at WHERE broadcast_id = :id"
TOLD_SENT = "UPDATE broadcast_progress SET told_sent = 1 WHERE broadcast_id = :id AND told_sent = 0"
REPORTED = "UPDATE broadcast_progress SET reported_at = :at WHERE broadcast_id = :id AND reported_at IS NULL"
SHOWN_BY_CHANNELS = """
SELECT COUNT(*) AS n FROM recipients WHERE broadcast_id = :id AND shown_at IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Progress:
    """`counted`: the numbers that were shown last, as JSON; since `changed_at`. Times in UTC."""

    broadcast_id: int
    look_at: datetime | None
    counted: str
    changed_at: datetime
    told_sent: bool
    reported_at: datetime | None


def begin(tx: Transaction, broadcast_id: int, look_at: datetime, now: datetime) -> bool:
    """It is counted from now on; False where it is already."""
    return tx.run(BEGIN, id=broadcast_id, look_at=to_ms(look_at), at=to_ms(now)) > 0


def read(tx: Transaction, broadcast_id: int) -> Progress | None:
    """How far a broadcast was shown to be; None where it has not begun."""
    row = tx.one(READ, id=broadcast_id)
    return None if row is None else _progress(row)


def due(tx: Transaction, now: datetime, limit: int) -> list[Progress]:
    """Those that are to be counted now."""
    return [_progress(row) for row in tx.all(DUE, now=to_ms(now), limit=limit)]


def next_due(tx: Transaction) -> datetime | None:
    """When one is to be counted next."""
    return from_ms_or_none(tx.get(NEXT_DUE)["at"])


def look(tx: Transaction, broadcast_id: int, at: datetime | None) -> None:
    """When it is counted next; None: no more."""
    tx.run(LOOK_AT, id=broadcast_id, at=to_ms_or_none(at))


def sooner(tx: Transaction, broadcast_id: int, at: datetime) -> None:
    """Something has changed: it is counted then at the latest, if it is still followed."""
    tx.run(SOONER, id=broadcast_id, at=to_ms(at))


def shown(tx: Transaction, broadcast_id: int, counted: str, now: datetime) -> None:
    """These numbers are shown from now on."""
    tx.run(SHOWN, id=broadcast_id, counted=counted, at=to_ms(now))


def tell_sent(tx: Transaction, broadcast_id: int) -> bool:
    """Notes that its end is being told; False where it was before."""
    return tx.run(TOLD_SENT, id=broadcast_id) > 0


def report(tx: Transaction, broadcast_id: int, now: datetime) -> bool:
    """Notes that the final report is being made; False where it was before."""
    return tx.run(REPORTED, id=broadcast_id, at=to_ms(now)) > 0


def count_shown(tx: Transaction, broadcast_id: int) -> int:
    """To how many a channel says that it was shown. Not within a turn where the list is long."""
    return int(tx.get(SHOWN_BY_CHANNELS, id=broadcast_id)["n"])


def _progress(row: Row) -> Progress:
    return Progress(
        broadcast_id=row["broadcast_id"],
        look_at=from_ms_or_none(row["look_at"]),
        counted=row["counted"],
        changed_at=from_ms(row["changed_at"]),
        told_sent=bool(row["told_sent"]),
        reported_at=from_ms_or_none(row["reported_at"]),
    )
