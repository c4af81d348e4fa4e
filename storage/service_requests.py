"""Service requests: what somebody asked for, where it stands, and every move it made."""

import json
from dataclasses import dataclass
from datetime import datetime

from storage import compact
from storage.phones import Phone
from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

DETAILS = "service_requests.details_sealed"
NOTE = "service_requests.note_sealed"
EVENT_NOTE = "request_events.note_sealed"

COLUMNS = """r.id, r.number, r.state, r.item, r.person_id, r.place_id, r.team_id, r.helper_id, r.details_sealed,
    r.note_sealed, r.outcome, r.stars, r.respond_by_at, r.resolve_by_at, r.created_at, r.closed_at"""
READ = f"SELECT {COLUMNS} FROM service_requests r WHERE r.id = :id"
LOCK = f"SELECT {COLUMNS} FROM service_requests r WHERE r.id = :id FOR UPDATE OF r"
BY_NUMBER = f"SELECT {COLUMNS} FROM service_requests r WHERE r.number = :number"
OF_PERSON = f"SELECT {COLUMNS} FROM service_requests r WHERE r.person_id = :id ORDER BY r.id DESC LIMIT :limit"
OF_HELPER = f"""
SELECT {COLUMNS} FROM service_requests r WHERE r.helper_id = :id AND r.closed_at IS NULL ORDER BY r.id DESC
LIMIT :limit
"""
# Open requests of a place and below: the subtree is a range of paths.
OPEN_BELOW = f"""
SELECT {COLUMNS} FROM places p JOIN service_requests r ON r.place_id = p.id
WHERE p.path >= :path AND p.path < :path_end AND r.closed_at IS NULL ORDER BY r.id LIMIT :limit OFFSET :offset
"""
OPEN_WITHOUT_PLACE = f"""
SELECT {COLUMNS} FROM service_requests r
WHERE r.place_id IS NULL AND r.closed_at IS NULL ORDER BY r.id LIMIT :limit
"""
CREATE = """
INSERT INTO service_requests (id, number, state, item, person_id, place_id, team_id, details_sealed, respond_by_at,
    resolve_by_at, created_at)
VALUES (:id, :number, :state, :item, :person_id, :place_id, :team_id, :details, :respond_by_at, :resolve_by_at, :at)
"""
# The row count decides: of two who try the same move, one finds the state already changed.
MOVE = """
UPDATE service_requests SET state = :to_state, helper_id = :helper_id, team_id = :team_id, closed_at = :closed_at
WHERE id = :id AND state = :from_state
"""
SET_DETAILS = "UPDATE service_requests SET details_sealed = :details WHERE id = :id"
SET_NOTE = "UPDATE service_requests SET note_sealed = :note WHERE id = :id"
SET_OUTCOME = "UPDATE service_requests SET outcome = :outcome WHERE id = :id"
SET_STARS = "UPDATE service_requests SET stars = :stars WHERE id = :id AND person_id = :person_id"
ADD_EVENT = """
INSERT INTO request_events (id, request_id, at, actor_id, move, from_state, to_state, note_sealed)
VALUES (:id, :request_id, :at, :actor_id, :move, :from_state, :to_state, :note)
"""
EVENTS = """
SELECT id, at, actor_id, move, from_state, to_state, note_sealed FROM request_events WHERE request_id = :id ORDER BY id
"""
NEXT_NUMBER = """
INSERT INTO counters (name, value) VALUES (:name, 1)
ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value
"""
ADD_MEDIUM = """
INSERT INTO request_media (request_id, media_id) VALUES (:request_id, :media_id) ON CONFLICT DO NOTHING
"""
MEDIA = "SELECT media_id FROM request_media WHERE request_id = :id ORDER BY media_id"

WITH_MEDIUM = f"""
SELECT {COLUMNS} FROM request_media m JOIN service_requests r ON r.id = m.request_id
WHERE m.media_id = :id ORDER BY r.id
"""


@dataclass(frozen=True, slots=True)
class Details:
    """What was said about a request: the resident's own words, where, when it suits, and a phone (E.164)."""

    words: str = ""
    address: str = ""
    when: str = ""
    phone: str = ""

    def phone_number(self) -> Phone | None:
        """The phone, where one was given."""
        return Phone(self.phone) if self.phone else None


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    """A request. Times are UTC; `outcome` is what the resident said at the end; `closed_at`: None while it is open."""

    id: int
    number: str
    state: str
    item: str
    person_id: int
    place_id: int | None
    team_id: int | None
    helper_id: int | None
    details: Details
    note: str
    outcome: str | None
    stars: int | None
    respond_by: datetime
    resolve_by: datetime
    created_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Event:
    """One move of a request: when (UTC), by whom (None: the service itself), from where to where, and why."""

    id: int
    at: datetime
    actor_id: int | None
    move: str
    from_state: str | None
    to_state: str
    note: str


def next_number(tx: Transaction, day: str) -> str:
    """The day's next number, such as 20261123-0007. Ask for it late in a turn: its row is everybody's."""
    return f"{day}-{tx.get(NEXT_NUMBER, name=f'number:{day}')['value']:04d}"


def create(
    tx: Transaction,
    *,
    number: str,
    state: str,
    item: str,
    person_id: int,
    place_id: int | None,
    team_id: int | None,
    details: Details,
    respond_by: datetime,
    resolve_by: datetime,
    now: datetime,
) -> int:
    """Stores a new request; returns its id."""
    request_id = tx.new_id()
    tx.run(
        CREATE,
        id=request_id,
        number=number,
        state=state,
        item=item,
        person_id=person_id,
        place_id=place_id,
        team_id=team_id,
        details=_sealed_details(tx, request_id, details),
        respond_by_at=to_ms(respond_by),
        resolve_by_at=to_ms(resolve_by),
        at=to_ms(now),
    )
    return request_id


def read(tx: Transaction, request_id: int) -> ServiceRequest | None:
    """A request by id."""
    row = tx.one(READ, id=request_id)
    return None if row is None else _request(tx, row)


def lock(tx: Transaction, request_id: int) -> ServiceRequest | None:
    """A request by id, locked for the turn. Several are locked in the order of their ids."""
    row = tx.one(LOCK, id=request_id)
    return None if row is None else _request(tx, row)


def by_number(tx: Transaction, number: str) -> ServiceRequest | None:
    """A request by its number."""
    row = tx.one(BY_NUMBER, number=number)
    return None if row is None else _request(tx, row)


def of_person(tx: Transaction, person_id: int, limit: int = 20) -> list[ServiceRequest]:
    """What somebody asked for, the latest first."""
    return [_request(tx, row) for row in tx.all(OF_PERSON, id=person_id, limit=limit)]


def of_helper(tx: Transaction, person_id: int, limit: int = 20) -> list[ServiceRequest]:
    """What a volunteer has taken and not finished, the latest first."""
    return [_request(tx, row) for row in tx.all(OF_HELPER, id=person_id, limit=limit)]


def open_below(tx: Transaction, path: str, limit: int = 21, offset: int = 0) -> list[ServiceRequest]:
    """The open requests of a place and what is below it, the oldest first."""
    rows = tx.all(OPEN_BELOW, path=path, path_end=path[:-1] + "0", limit=limit, offset=offset)
    return [_request(tx, row) for row in rows]


def open_without_place(tx: Transaction, limit: int) -> list[ServiceRequest]:
    """The open requests of which nobody knows yet where they are, the oldest first."""
    return [_request(tx, row) for row in tx.all(OPEN_WITHOUT_PLACE, limit=limit)]


def move(
    tx: Transaction,
    request: ServiceRequest,
    to_state: str,
    *,
    helper_id: int | None,
    team_id: int | None,
    closed_at: datetime | None = None,
) -> bool:
    """Changes the state, if it still is what `request` says; False if somebody was quicker."""
    touched = tx.run(
        MOVE,
        id=request.id,
        from_state=request.state,
        to_state=to_state,
        helper_id=helper_id,
        team_id=team_id,
        closed_at=to_ms_or_none(closed_at),
    )
    return touched > 0


def set_details(tx: Transaction, request_id: int, details: Details) -> None:
    """Keeps corrected or added details."""
    tx.run(SET_DETAILS, id=request_id, details=_sealed_details(tx, request_id, details))


def set_note(tx: Transaction, request_id: int, note: str) -> None:
    """Keeps what the helper wrote at the end."""
    tx.run(SET_NOTE, id=request_id, note=tx.seal(NOTE, request_id, note))


def set_outcome(tx: Transaction, request_id: int, outcome: str) -> None:
    """Keeps what the resident said at the end: solved, or not."""
    tx.run(SET_OUTCOME, id=request_id, outcome=outcome)


def set_stars(tx: Transaction, request_id: int, person_id: int, stars: int) -> bool:
    """Keeps the stars that the resident gave; False where it is not this person's request."""
    return tx.run(SET_STARS, id=request_id, person_id=person_id, stars=stars) > 0


def add_event(
    tx: Transaction,
    request_id: int,
    *,
    move: str,
    from_state: str | None,
    to_state: str,
    actor_id: int | None,
    now: datetime,
    note: str = "",
) -> None:
    """Writes one line of a request's history."""
    number = tx.new_id()
    tx.run(
        ADD_EVENT,
        id=number,
        request_id=request_id,
        at=to_ms(now),
        actor_id=actor_id,
        move=move,
        from_state=from_state,
        to_state=to_state,
        note=tx.seal(EVENT_NOTE, number, note) if note else None,
    )


def events(tx: Transaction, request_id: int) -> list[Event]:
    """The history of a request, in order."""
    return [_event(tx, row) for row in tx.all(EVENTS, id=request_id)]


def add_medium(tx: Transaction, request_id: int, media_id: int) -> None:
    """Adds a photo, voice or file to a request."""
    tx.run(ADD_MEDIUM, request_id=request_id, media_id=media_id)


def media(tx: Transaction, request_id: int) -> list[int]:
    """The media of a request, in order."""
    return [row["media_id"] for row in tx.all(MEDIA, id=request_id)]


def with_medium(tx: Transaction, media_id: int) -> list[ServiceRequest]:
    """The requests that a photo, voice or file belongs to."""
    return [_request(tx, row) for row in tx.all(WITH_MEDIUM, id=media_id)]


def _sealed_details(tx: Transaction, request_id: int, details: Details) -> bytes:
    body = [details.words, details.address, details.when, details.phone]
    return tx.seal(DETAILS, request_id, compact.encode(body))


def _request(tx: Transaction, row: Row) -> ServiceRequest:
    note = row["note_sealed"]
    return ServiceRequest(
        id=row["id"],
        number=row["number"],
        state=row["state"],
        item=row["item"],
        person_id=row["person_id"],
        place_id=row["place_id"],
        team_id=row["team_id"],
        helper_id=row["helper_id"],
        details=Details(*json.loads(tx.unseal(DETAILS, row["id"], row["details_sealed"]))),
        note="" if note is None else tx.unseal(NOTE, row["id"], note),
        outcome=row["outcome"],
        stars=row["stars"],
        respond_by=from_ms(row["respond_by_at"]),
        resolve_by=from_ms(row["resolve_by_at"]),
        created_at=from_ms(row["created_at"]),
        closed_at=from_ms_or_none(row["closed_at"]),
    )


def _event(tx: Transaction, row: Row) -> Event:
    note = row["note_sealed"]
    return Event(
        id=row["id"],
        at=from_ms(row["at"]),
        actor_id=row["actor_id"],
        move=row["move"],
        from_state=row["from_state"],
        to_state=row["to_state"],
        note="" if note is None else tx.unseal(EVENT_NOTE, row["id"], note),
    )
