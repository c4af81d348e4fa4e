"""Offers: a request shown to a team. The first who takes it closes it."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import to_ms
from storage.transaction import Row, Transaction

COLUMNS = "id, request_id, team_id, person_id, ring, state, why, reason"
CREATE = """
INSERT INTO offers (id, request_id, team_id, person_id, ring, why, state, offered_at)
VALUES (:id, :request_id, :team_id, :person_id, :ring, :why, 'open', :at)
"""
READ = f"SELECT {COLUMNS} FROM offers WHERE id = :id"
OF_REQUEST = f"SELECT {COLUMNS} FROM offers WHERE request_id = :id ORDER BY id"
CLOSE = "UPDATE offers SET state = :state, closed_at = :at, reason = :reason WHERE id = :id AND state = 'open'"
CLOSE_ALL = "UPDATE offers SET state = :state, closed_at = :at WHERE request_id = :request_id AND state = 'open'"

TEAMS_ASKED = """
SELECT t.id FROM teams t WHERE EXISTS (
    SELECT 1 FROM offers o WHERE o.team_id = t.id AND o.state = 'open' AND o.person_id IS NULL) ORDER BY t.id
"""
OPEN_OF_TEAM = """
SELECT request_id FROM offers WHERE team_id = :team_id AND state = 'open' AND person_id IS NULL
ORDER BY request_id LIMIT :limit
"""
OPEN_TO = f"""
SELECT {COLUMNS} FROM offers WHERE person_id = :person_id AND state = 'open' ORDER BY request_id, id
"""
SET_REASON = """
UPDATE offers SET reason = :reason WHERE id = :id AND person_id = :person_id AND state = 'declined'
"""


@dataclass(frozen=True, slots=True)
class Offer:
    """One card in a team's group, or to one volunteer (`person_id`) of a ring. `why` says what spoke for them.

    `state`: open, taken, withdrawn, declined (with a `reason`) or expired.
    """

    id: int
    request_id: int
    team_id: int
    state: str
    person_id: int | None = None
    ring: int = 0
    why: str = ""
    reason: str = ""


def create(
    tx: Transaction,
    request_id: int,
    team_id: int,
    now: datetime,
    *,
    person_id: int | None = None,
    ring: int = 0,
    why: str = "",
) -> int:
    """Offers a request to a team, or to one of its volunteers; returns the offer's id."""
    number = tx.new_id()
    values = {"request_id": request_id, "team_id": team_id, "person_id": person_id, "ring": ring, "why": why or None}
    tx.run(CREATE, id=number, at=to_ms(now), **values)
    return number


def read(tx: Transaction, offer_id: int) -> Offer | None:
    """An offer by id."""
    row = tx.one(READ, id=offer_id)
    return None if row is None else _offer(row)


def of_request(tx: Transaction, request_id: int) -> list[Offer]:
    """Every offer of a request, in order."""
    return [_offer(row) for row in tx.all(OF_REQUEST, id=request_id)]


def close(tx: Transaction, offer_id: int, state: str, now: datetime, reason: str = "") -> bool:
    """Closes one offer; False where it was closed before."""
    return tx.run(CLOSE, id=offer_id, state=state, at=to_ms(now), reason=reason or None) > 0


def close_all(tx: Transaction, request_id: int, state: str, now: datetime) -> int:
    """Closes what is still on offer of a request (`taken` or `withdrawn`); returns how many."""
    return tx.run(CLOSE_ALL, request_id=request_id, state=state, at=to_ms(now))


def teams_asked(tx: Transaction) -> list[int]:
    """The teams that have something on offer in their groups now."""
    return [row["id"] for row in tx.all(TEAMS_ASKED)]


def open_of_team(tx: Transaction, team_id: int, limit: int) -> list[int]:
    """The requests that a team has on offer in its group now, by their ids, the oldest first."""
    return [row["request_id"] for row in tx.all(OPEN_OF_TEAM, team_id=team_id, limit=limit)]


def open_to(tx: Transaction, person_id: int) -> list[Offer]:
    """What is on offer to one volunteer now, in the order in which requests are locked."""
    return [_offer(row) for row in tx.all(OPEN_TO, person_id=person_id)]


def set_reason(tx: Transaction, offer_id: int, person_id: int, reason: str) -> bool:
    """Keeps why somebody declined; False where they did not."""
    return tx.run(SET_REASON, id=offer_id, person_id=person_id, reason=reason) > 0


def _offer(row: Row) -> Offer:
    return Offer(
        id=row["id"],
        request_id=row["request_id"],
        team_id=row["team_id"],
        state=row["state"],
        person_id=row["person_id"],
        ring=row["ring"],
        why=row["why"] or "",
        reason=row["reason"] or "",
    )
