"""Documents: what people are asked to say that they have read; its versions, its deadline, what is due next.

Who has read it stands in the list of its broadcast (recipients.py), as their answer.
"""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

READ_IT = "read"  # the answer of whoever has read it

COLUMNS = """d.id, d.broadcast_id, d.paper_id, d.version, d.deadline_at, d.reads, d.step, d.next_at, d.after_id,
    d.asked_at"""
CREATE = """
INSERT INTO documents (id, broadcast_id, paper_id, version, deadline_at, step, next_at)
VALUES (:id, :broadcast_id, :paper_id, :version, :deadline_at, :step, :next_at)
"""
READ = f"SELECT {COLUMNS} FROM documents d WHERE d.id = :id"
LOCK = f"SELECT {COLUMNS} FROM documents d WHERE d.id = :id FOR UPDATE OF d"
OF_BROADCAST = f"SELECT {COLUMNS} FROM documents d WHERE d.broadcast_id = :broadcast_id"
LAST_VERSION = "SELECT MAX(version) AS version FROM documents WHERE paper_id = :paper_id"
# The latest version that has begun to go out.
LATEST = f"""
SELECT {COLUMNS} FROM documents d JOIN broadcasts b ON b.id = d.broadcast_id
WHERE d.paper_id = :paper_id AND b.began_at IS NOT NULL ORDER BY d.version DESC LIMIT 1
"""
DUE = "SELECT id FROM documents WHERE next_at IS NOT NULL AND next_at <= :now ORDER BY next_at LIMIT 1"
NEXT = "SELECT MIN(next_at) AS at FROM documents WHERE next_at IS NOT NULL AND next_at >= 0"
SET_DEADLINE = "UPDATE documents SET deadline_at = :at WHERE id = :id"
SET_STEP = "UPDATE documents SET step = :step, next_at = :next_at, after_id = :after WHERE id = :id"
SET_ASKED = "UPDATE documents SET asked_at = :at WHERE id = :id"
COUNT = "UPDATE documents SET reads = reads + 1 WHERE id = :id"


@dataclass(frozen=True, slots=True)
class Document:
    """A version of a document. `reads`: how many have read it. `step` is done at `next_at`; `after_id`: how far it has
    come. Times in UTC."""

    id: int
    broadcast_id: int
    paper_id: int
    version: int
    deadline_at: datetime | None
    reads: int
    step: str | None
    next_at: datetime | None
    after_id: int
    asked_at: datetime | None


def create(
    tx: Transaction, broadcast_id: int, deadline_at: datetime | None, *, paper_id: int | None = None
) -> Document:
    """The first version of a document, or the next one of the paper that is named."""
    number = tx.new_id()
    last = 0 if paper_id is None else int(tx.get(LAST_VERSION, paper_id=paper_id)["version"] or 0)
    tx.run(
        CREATE,
        id=number,
        broadcast_id=broadcast_id,
        paper_id=paper_id or number,
        version=last + 1,
        deadline_at=to_ms_or_none(deadline_at),
        step=None,
        next_at=None,
    )
    return _document(tx.get(READ, id=number))


def lock(tx: Transaction, document_id: int) -> Document | None:
    """One by id, locked until the turn ends."""
    row = tx.one(LOCK, id=document_id)
    return None if row is None else _document(row)


def of_broadcast(tx: Transaction, broadcast_id: int) -> Document | None:
    """The document that a broadcast carries."""
    row = tx.one(OF_BROADCAST, broadcast_id=broadcast_id)
    return None if row is None else _document(row)


def latest(tx: Transaction, paper_id: int) -> Document | None:
    """The latest version that has begun to go out."""
    row = tx.one(LATEST, paper_id=paper_id)
    return None if row is None else _document(row)


def due(tx: Transaction, now: datetime) -> int | None:
    """The id of the one that has been due longest."""
    row = tx.one(DUE, now=to_ms(now))
    return None if row is None else int(row["id"])


def next_due(tx: Transaction) -> datetime | None:
    """When the next one is due."""
    return from_ms_or_none(tx.get(NEXT)["at"])


def set_deadline(tx: Transaction, document_id: int, at: datetime | None) -> None:
    """Until when people are asked to read it."""
    tx.run(SET_DEADLINE, id=document_id, at=to_ms_or_none(at))


def set_step(tx: Transaction, document_id: int, step: str | None, next_at: datetime | None, after: int = 0) -> None:
    """What is done next, when, and after which person of the list it goes on."""
    tx.run(SET_STEP, id=document_id, step=step, next_at=to_ms_or_none(next_at), after=after)


def set_asked(tx: Transaction, document_id: int, now: datetime) -> None:
    """The sender has people reminded now."""
    tx.run(SET_ASKED, id=document_id, at=to_ms(now))


def count_reader(tx: Transaction, document_id: int) -> None:
    """One more has read it."""
    tx.run(COUNT, id=document_id)


def _document(row: Row) -> Document:
    return Document(
        id=row["id"],
        broadcast_id=row["broadcast_id"],
        paper_id=row["paper_id"],
        version=row["version"],
        deadline_at=from_ms_or_none(row["deadline_at"]),
        reads=row["reads"],
        step=row["step"],
        next_at=from_ms_or_none(row["next_at"]),
        after_id=row["after_id"],
        asked_at=from_ms_or_none(row["asked_at"]),
    )
