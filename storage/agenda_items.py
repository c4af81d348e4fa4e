"""Agenda items: what people propose to talk about at a meeting, and what partners offer. The words are sealed."""

from dataclasses import dataclass, field
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

WORDS = "agenda_items.words_sealed"
TOPIC, OFFER = "topic", "offer"
PROPOSED, ACCEPTED, DECLINED = "proposed", "accepted", "declined"

COLUMNS = "id, meeting_id, proposed_by, kind, words_sealed, state, created_at"
ADD = """
INSERT INTO agenda_items (id, meeting_id, proposed_by, kind, words_sealed, state, created_at)
VALUES (:id, :meeting_id, :person_id, :kind, :words, :state, :at)
"""
READ = f"SELECT {COLUMNS} FROM agenda_items WHERE id = :id"
OF_MEETING = f"SELECT {COLUMNS} FROM agenda_items WHERE meeting_id = :meeting_id ORDER BY id LIMIT :limit"
OF_PERSON = f"""
SELECT {COLUMNS} FROM agenda_items WHERE proposed_by = :person_id AND proposed_by IS NOT NULL ORDER BY id LIMIT :limit
"""
DECIDE = "UPDATE agenda_items SET state = :state WHERE id = :id AND state = 'proposed'"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """What somebody proposes (kind TOPIC), or what a partner offers to do (OFFER)."""

    id: int
    meeting_id: int
    proposed_by: int | None
    kind: str
    words: str = field(repr=False)
    state: str
    created_at: datetime


def add(
    tx: Transaction, meeting_id: int, person_id: int, kind: str, words: str, now: datetime, state: str = PROPOSED
) -> AgendaItem:
    """Somebody proposes something for a meeting."""
    number = tx.new_id()
    values = {"meeting_id": meeting_id, "person_id": person_id, "kind": kind, "state": state}
    tx.run(ADD, id=number, words=tx.seal(WORDS, number, words), at=to_ms(now), **values)
    return _item(tx, tx.get(READ, id=number))


def read(tx: Transaction, item_id: int) -> AgendaItem | None:
    """An item by id."""
    row = tx.one(READ, id=item_id)
    return None if row is None else _item(tx, row)


def of_meeting(tx: Transaction, meeting_id: int, limit: int = 100) -> list[AgendaItem]:
    """What was proposed for a meeting, the first first."""
    return [_item(tx, row) for row in tx.all(OF_MEETING, meeting_id=meeting_id, limit=limit)]


def of_person(tx: Transaction, person_id: int, limit: int) -> list[AgendaItem]:
    """What somebody proposed, the first first."""
    return [_item(tx, row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]


def decide(tx: Transaction, item_id: int, state: str) -> bool:
    """Onto the agenda or not (ACCEPTED, DECLINED); False where that was decided before."""
    return tx.run(DECIDE, id=item_id, state=state) > 0


def _item(tx: Transaction, row: Row) -> AgendaItem:
    return AgendaItem(
        id=row["id"],
        meeting_id=row["meeting_id"],
        proposed_by=row["proposed_by"],
        kind=row["kind"],
        words=tx.unseal(WORDS, row["id"], bytes(row["words_sealed"])),
        state=row["state"],
        created_at=from_ms(row["created_at"]),
    )
