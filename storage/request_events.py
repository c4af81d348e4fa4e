"""Request events: every move that a request made, by whom, when and why; figures are made from these rows alone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from storage import compact
from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

NOTE = "request_events.note_sealed"

COLUMNS = "id, request_id, at, actor_id, move, from_state, to_state, note_sealed, team_id, data, deadline_at, place_id"
ADD = """
INSERT INTO request_events (id, request_id, at, actor_id, move, from_state, to_state, note_sealed, team_id, data,
    deadline_at, place_id)
VALUES (:id, :request_id, :at, :actor_id, :move, :from_state, :to_state, :note, :team_id, :data, :deadline_at,
    :place_id)
"""
OF_REQUEST = f"SELECT {COLUMNS} FROM request_events WHERE request_id = :id ORDER BY id"
SET_NOTE = "UPDATE request_events SET note_sealed = :note WHERE id = :id"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a request's history: when (UTC), by whom (None: the service itself), from where to where, and why.

    `team_id` is the team that had it then. `data`: reason codes, stars and the like, nothing personal. `deadline`: the
    limit to be resolved that this event gave it (or said anew), where it did, and `place_id` where it belonged then.
    """

    id: int
    request_id: int
    at: datetime
    actor_id: int | None
    move: str
    from_state: str | None
    to_state: str
    note: str
    team_id: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    deadline: datetime | None = None
    place_id: int | None = None


def add(
    tx: Transaction,
    request_id: int,
    *,
    move: str,
    from_state: str | None,
    to_state: str,
    actor_id: int | None,
    now: datetime,
    note: str = "",
    team_id: int | None = None,
    data: Mapping[str, Any] | None = None,
    deadline: datetime | None = None,
    place_id: int | None = None,
) -> None:
    """Writes one line of a request's history. `note` (free words) is sealed; `data` must hold nothing personal."""
    number = tx.new_id()
    tx.run(
        ADD,
        id=number,
        request_id=request_id,
        at=to_ms(now),
        actor_id=actor_id,
        move=move,
        from_state=from_state,
        to_state=to_state,
        note=tx.seal(NOTE, number, note) if note else None,
        team_id=team_id,
        data=compact.encode(data) if data else None,
        deadline_at=to_ms_or_none(deadline),
        place_id=place_id,
    )


def set_note(tx: Transaction, event_id: int, note: str) -> None:
    """Keeps other words in place of those of an event: what would tell who and where is hidden after a while."""
    tx.run(SET_NOTE, id=event_id, note=tx.seal(NOTE, event_id, note))


def of_request(tx: Transaction, request_id: int) -> list[Event]:
    """The history of a request, in order."""
    return [opened(tx, row) for row in tx.all(OF_REQUEST, id=request_id)]


def opened(tx: Transaction, row: Row) -> Event:
    """The event in a row that holds COLUMNS, with its words opened."""
    note = row["note_sealed"]
    return Event(
        id=row["id"],
        request_id=row["request_id"],
        at=from_ms(row["at"]),
        actor_id=row["actor_id"],
        move=row["move"],
        from_state=row["from_state"],
        to_state=row["to_state"],
        note="" if note is None else tx.unseal(NOTE, row["id"], note),
        team_id=row["team_id"],
        data=json.loads(row["data"]) if row["data"] else {},
        deadline=from_ms_or_none(row["deadline_at"]),
        place_id=row["place_id"],
    )
