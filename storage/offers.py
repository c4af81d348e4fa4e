"""Offers: a request shown to a team. The first who takes it closes it."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import to_ms
from storage.transaction import Transaction

CREATE = """
INSERT INTO offers (id, request_id, team_id, state, offered_at) VALUES (:id, :request_id, :team_id, 'open', :at)
"""
READ = "SELECT id, request_id, team_id, state FROM offers WHERE id = :id"
CLOSE_ALL = "UPDATE offers SET state = :state, closed_at = :at WHERE request_id = :request_id AND state = 'open'"

TEAMS_ASKED = """
SELECT t.id FROM teams t WHERE EXISTS (SELECT 1 FROM offers o WHERE o.team_id = t.id AND o.state = 'open') ORDER BY t.id
"""
OPEN_OF_TEAM = """
SELECT request_id FROM offers WHERE team_id = :team_id AND state = 'open' ORDER BY request_id LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Offer:
    """One card in a team's group. `state`: open, taken or withdrawn."""

    id: int
    request_id: int
    team_id: int
    state: str


def create(tx: Transaction, request_id: int, team_id: int, now: datetime) -> int:
    """Offers a request to a team; returns the offer's id."""
    number = tx.new_id()
    tx.run(CREATE, id=number, request_id=request_id, team_id=team_id, at=to_ms(now))
    return number


def read(tx: Transaction, offer_id: int) -> Offer | None:
    """An offer by id."""
    row = tx.one(READ, id=offer_id)
    return None if row is None else Offer(row["id"], row["request_id"], row["team_id"], row["state"])


def close_all(tx: Transaction, request_id: int, state: str, now: datetime) -> int:
    """Closes what is still on offer of a request (`taken` or `withdrawn`); returns how many."""
    return tx.run(CLOSE_ALL, request_id=request_id, state=state, at=to_ms(now))


def teams_asked(tx: Transaction) -> list[int]:
    """The teams that have something on offer now."""
    return [row["id"] for row in tx.all(TEAMS_ASKED)]


def open_of_team(tx: Transaction, team_id: int, limit: int) -> list[int]:
    """The requests that a team has on offer now, by their ids, the oldest first."""
    return [row["request_id"] for row in tx.all(OPEN_OF_TEAM, team_id=team_id, limit=limit)]
