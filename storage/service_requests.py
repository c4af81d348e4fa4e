"""Service requests: what somebody asked for, where it stands, and every move it made."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from storage import compact
from storage.phones import Phone
from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

DETAILS = "service_requests.details_sealed"
NOTE = "service_requests.note_sealed"
FEEDBACK = "service_requests.feedback_sealed"

COLUMNS = """r.id, r.number, r.state, r.item, r.person_id, r.place_id, r.team_id, r.helper_id, r.details_sealed,
    r.note_sealed, r.outcome, r.stars, r.respond_by_at, r.resolve_by_at, r.created_at, r.closed_at, r.helped_id,
    r.filed_by, r.consent, r.unit_id, r.authority, r.helpers_wanted, r.starts_at, r.ends_at, r.came_from, r.waiting_at,
    r.accepted_at, r.contacted_at, r.done_at, r.extended, r.asked, r.merged_into_id, r.feedback_sealed,
    r.joined_at"""
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
    resolve_by_at, created_at, helped_id, filed_by, consent, helpers_wanted, starts_at, ends_at)
VALUES (:id, :number, :state, :item, :person_id, :place_id, :team_id, :details, :respond_by_at, :resolve_by_at, :at,
    :helped_id, :filed_by, :consent, :helpers_wanted, :starts_at, :ends_at)
"""
# The row count decides: of two who try the same move, one finds the state already changed.
MOVE = """
UPDATE service_requests SET state = :to_state, helper_id = :helper_id, team_id = :team_id, closed_at = :closed_at,
    respond_by_at = :respond_by_at, resolve_by_at = :resolve_by_at, came_from = :came_from, waiting_at = :waiting_at,
    accepted_at = :accepted_at, contacted_at = :contacted_at, done_at = :done_at, extended = :extended
WHERE id = :id AND state = :from_state
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

Consent: TypeAlias = Literal["own", "waiting", "tap", "call", "emergency"]


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
    """A request. Times are UTC; `outcome` is what the resident said at the end; `closed_at`: None while it is open.

    `helped_id`: for whom it is, where that is not the one who asked; `consent` is theirs. `unit_id`: the place whose
    staff answer for it, where that is not its own. `came_from`: the state before its clock was stopped.
    `joined_at`: when its people joined the request that it was merged into, by their own tap.
    """

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
    helped_id: int | None = None
    filed_by: int | None = None
    consent: Consent = "own"
    unit_id: int | None = None
    authority: str | None = None
    helpers_wanted: int = 1
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    came_from: str | None = None
    waiting_at: datetime | None = None
    accepted_at: datetime | None = None
    contacted_at: datetime | None = None
    done_at: datetime | None = None
    extended: bool = False
    asked: int = 0
    merged_into_id: int | None = None
    feedback: str = ""
    joined_at: datetime | None = None

    @property
    def people(self) -> tuple[int, ...]:
        """Whom its news concern: who asked, and for whom."""
        return (self.person_id,) if self.helped_id in (None, self.person_id) else (self.person_id, self.helped_id)

    @property
    def home_id(self) -> int | None:
        """The place whose staff answer for it."""
        return self.unit_id or self.place_id


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
    helped_id: int | None = None,
    filed_by: int | None = None,
    consent: Consent = "own",
    helpers_wanted: int = 1,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
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
        details=sealed_details(tx, request_id, details),
        respond_by_at=to_ms(respond_by),
        resolve_by_at=to_ms(resolve_by),
        at=to_ms(now),
        helped_id=helped_id,
        filed_by=filed_by,
        consent=consent,
        helpers_wanted=helpers_wanted,
        starts_at=to_ms_or_none(starts_at),
        ends_at=to_ms_or_none(ends_at),
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


def move(tx: Transaction, request: ServiceRequest, from_state: str) -> bool:
    """Writes a request as it is after a move, if its state still is `from_state`; False if somebody was quicker."""
    touched = tx.run(
        MOVE,
        id=request.id,
        from_state=from_state,
        to_state=request.state,
        helper_id=request.helper_id,
        team_id=request.team_id,
        closed_at=to_ms_or_none(request.closed_at),
        respond_by_at=to_ms(request.respond_by),
        resolve_by_at=to_ms(request.resolve_by),
        came_from=request.came_from,
        waiting_at=to_ms_or_none(request.waiting_at),
        accepted_at=to_ms_or_none(request.accepted_at),
        contacted_at=to_ms_or_none(request.contacted_at),
        done_at=to_ms_or_none(request.done_at),
        extended=int(request.extended),
    )
    return touched > 0


def add_medium(tx: Transaction, request_id: int, media_id: int) -> None:
    """Adds a photo, voice or file to a request."""
    tx.run(ADD_MEDIUM, request_id=request_id, media_id=media_id)


def media(tx: Transaction, request_id: int) -> list[int]:
    """The media of a request, in order."""
    return [row["media_id"] for row in tx.all(MEDIA, id=request_id)]


def with_medium(tx: Transaction, media_id: int) -> list[ServiceRequest]:
    """The requests that a photo, voice or file belongs to."""
    return [_request(tx, row) for row in tx.all(WITH_MEDIUM, id=media_id)]


def sealed_details(tx: Transaction, request_id: int, details: Details) -> bytes:
    """Details as the table keeps them."""
    body = [details.words, details.address, details.when, details.phone]
    return tx.seal(DETAILS, request_id, compact.encode(body))


def _request(tx: Transaction, row: Row) -> ServiceRequest:
    note, feedback = row["note_sealed"], row["feedback_sealed"]
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
        helped_id=row["helped_id"],
        filed_by=row["filed_by"],
        consent=row["consent"],
        unit_id=row["unit_id"],
        authority=row["authority"],
        helpers_wanted=row["helpers_wanted"],
        starts_at=from_ms_or_none(row["starts_at"]),
        ends_at=from_ms_or_none(row["ends_at"]),
        came_from=row["came_from"],
        waiting_at=from_ms_or_none(row["waiting_at"]),
        accepted_at=from_ms_or_none(row["accepted_at"]),
        contacted_at=from_ms_or_none(row["contacted_at"]),
        done_at=from_ms_or_none(row["done_at"]),
        extended=bool(row["extended"]),
        asked=row["asked"],
        merged_into_id=row["merged_into_id"],
        feedback="" if feedback is None else tx.unseal(FEEDBACK, row["id"], feedback),
        joined_at=from_ms_or_none(row["joined_at"]),
    )
