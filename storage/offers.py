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
