"""Notices: what a unit makes public under a topic, at an address that stays."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

PUBLISHED, WITHDRAWN = "published", "withdrawn"

COLUMNS = """n.id, n.place_id, n.subject, n.title, n.words, n.author_id, n.broadcast_id, n.state, n.revision,
    n.published_at, n.changed_at"""
CREATE = """
INSERT INTO notices (id, place_id, subject, title, words, author_id, broadcast_id, state, published_at, changed_at)
VALUES (:id, :place_id, :subject, :title, :words, :author_id, :broadcast_id, 'published', :at, :at)
ON CONFLICT (broadcast_id) DO NOTHING
"""
READ = f"SELECT {COLUMNS} FROM notices n WHERE n.id = :id"
OF_BROADCAST = f"SELECT {COLUMNS} FROM notices n WHERE n.broadcast_id = :broadcast_id"
LATEST = f"""
SELECT {COLUMNS} FROM notices n WHERE n.subject = :subject AND n.state = 'published' AND n.id < :before
ORDER BY n.id DESC LIMIT :limit
"""
CHANGE = """
UPDATE notices SET title = :title, words = :words, revision = revision + 1, changed_at = :at
WHERE id = :id AND state = 'published'
"""
WITHDRAW = "UPDATE notices SET state = 'withdrawn', changed_at = :at WHERE id = :id AND state = 'published'"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something public. `revision`: 1 as it was published, more after corrections. Times in UTC."""

    id: int
    place_id: int
    subject: str
    title: str
    words: str
    author_id: int
    broadcast_id: int | None
    state: str
    revision: int
    published_at: datetime
    changed_at: datetime


def create(
    tx: Transaction,
    *,
    place_id: int,
    subject: str,
    title: str,
    words: str,
    author_id: int,
    now: datetime,
    broadcast_id: int | None = None,
) -> Notice | None:
    """Publishes it; None where the broadcast that it comes from is public already."""
    number = tx.new_id()
    values = {"title": title, "words": words, "author_id": author_id, "broadcast_id": broadcast_id}
    made = tx.run(CREATE, id=number, place_id=place_id, subject=subject, at=to_ms(now), **values)
    return read(tx, number) if made else None


def read(tx: Transaction, notice_id: int) -> Notice | None:
    """A notice by id, also a withdrawn one."""
    row = tx.one(READ, id=notice_id)
    return None if row is None else _notice(row)


def of_broadcast(tx: Transaction, broadcast_id: int) -> Notice | None:
    """The notice that a broadcast became."""
    row = tx.one(OF_BROADCAST, broadcast_id=broadcast_id)
    return None if row is None else _notice(row)


def latest(tx: Transaction, subject: str, limit: int, before: int = 1 << 62) -> list[Notice]:
    """What is public under a topic, the latest first, below an id."""
    return [_notice(row) for row in tx.all(LATEST, subject=subject, before=before, limit=limit)]


def change(tx: Transaction, notice_id: int, title: str, words: str, now: datetime) -> bool:
    """Other words at the same address; False where it was withdrawn meanwhile."""
    return tx.run(CHANGE, id=notice_id, title=title, words=words, at=to_ms(now)) > 0


def withdraw(tx: Transaction, notice_id: int, now: datetime) -> bool:
    """It is public no more; False where it was not."""
    return tx.run(WITHDRAW, id=notice_id, at=to_ms(now)) > 0


def _notice(row: Row) -> Notice:
    return Notice(
        id=row["id"],
        place_id=row["place_id"],
        subject=row["subject"],
        title=row["title"],
        words=row["words"],
        author_id=row["author_id"],
        broadcast_id=row["broadcast_id"],
        state=row["state"],
        revision=row["revision"],
        published_at=from_ms(row["published_at"]),
        changed_at=from_ms(row["changed_at"]),
    )
