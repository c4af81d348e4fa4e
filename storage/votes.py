"""Votes: who has voted in a poll, as a hash; and, where it is not secret, what they chose."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage import compact
from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

ADD_VOTER = """
INSERT INTO poll_voters (poll_id, voter) VALUES (:poll_id, :voter) ON CONFLICT (poll_id, voter) DO NOTHING
"""
HAS_VOTED = "SELECT 1 AS yes FROM poll_voters WHERE poll_id = :poll_id AND voter = :voter"
DROP_VOTERS = """
DELETE FROM poll_voters WHERE poll_id = :poll_id AND voter IN (
    SELECT voter FROM poll_voters WHERE poll_id = :poll_id LIMIT :limit)
"""
COLUMNS = "v.id, v.poll_id, v.person_id, v.picks, v.at"
ADD = "INSERT INTO votes (id, poll_id, person_id, picks, at) VALUES (:id, :poll_id, :person_id, :picks, :at)"
CHANGE = "UPDATE votes SET picks = :picks, at = :at WHERE id = :id"
IN_POLL = f"""
SELECT {COLUMNS} FROM votes v
WHERE v.poll_id = :poll_id AND v.person_id = :person_id AND v.person_id IS NOT NULL
"""
PAGE = f"SELECT {COLUMNS} FROM votes v WHERE v.poll_id = :poll_id AND v.id > :after ORDER BY v.id LIMIT :limit"
OF_PERSON = f"""
SELECT {COLUMNS} FROM votes v WHERE v.person_id = :person_id AND v.person_id IS NOT NULL ORDER BY v.id DESC LIMIT :limit
"""
FORGET = "UPDATE votes SET person_id = NULL WHERE person_id = :person_id AND person_id IS NOT NULL"
# Two people turn out to be one: of two votes in one poll both stay counted, and one keeps the name.
MOVE = """
UPDATE votes SET person_id = :into WHERE person_id = :gone AND person_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM votes o WHERE o.poll_id = votes.poll_id AND o.person_id = :into AND o.person_id IS NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Vote:
    """What somebody chose: the numbers of the options, from 0. `person_id`: None once they have left. `at` in UTC."""

    id: int
    poll_id: int
    person_id: int | None
    picks: tuple[int, ...]
    at: datetime


def voter(tx: Transaction, poll_id: int, whose: str) -> bytes:
    """How a voter is known again in one poll, and in no other."""
    return tx.keyed_hash(f"voter:{poll_id}:{whose}")


def admit(tx: Transaction, poll_id: int, who: bytes) -> bool:
    """A voter votes for the first time; False where they have."""
    return tx.run(ADD_VOTER, poll_id=poll_id, voter=who) > 0


def has_voted(tx: Transaction, poll_id: int, who: bytes) -> bool:
    """Whether a voter has voted."""
    return tx.one(HAS_VOTED, poll_id=poll_id, voter=who) is not None


def forget_voters(tx: Transaction, poll_id: int, limit: int) -> int:
    """Forgets who has voted, so many at a time; returns how many."""
    return tx.run(DROP_VOTERS, poll_id=poll_id, limit=limit)


def write(tx: Transaction, poll_id: int, person_id: int, picks: Sequence[int], now: datetime) -> None:
    """What somebody chose, or chooses now instead."""
    known, chosen = of_person_in(tx, poll_id, person_id), compact.encode(list(picks))
    if known is not None:
        tx.run(CHANGE, id=known.id, picks=chosen, at=to_ms(now))
        return
    tx.run(ADD, id=tx.new_id(), poll_id=poll_id, person_id=person_id, picks=chosen, at=to_ms(now))


def of_person_in(tx: Transaction, poll_id: int, person_id: int) -> Vote | None:
    """What somebody chose in a poll."""
    row = tx.one(IN_POLL, poll_id=poll_id, person_id=person_id)
    return None if row is None else _vote(row)


def page(tx: Transaction, poll_id: int, after: int, limit: int) -> list[Vote]:
    """The votes of a poll in the order in which they came, after one of them."""
    return [_vote(row) for row in tx.all(PAGE, poll_id=poll_id, after=after, limit=limit)]


def of_person(tx: Transaction, person_id: int, limit: int) -> list[Vote]:
    """What somebody chose, in all polls, the latest first."""
    return [_vote(row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]


def forget(tx: Transaction, person_id: int) -> None:
    """Their votes stay counted, without their name."""
    tx.run(FORGET, person_id=person_id)


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Two turn out to be one person."""
    tx.run(MOVE, into=into, gone=gone)
    forget(tx, gone)


def _vote(row: Row) -> Vote:
    return Vote(row["id"], row["poll_id"], row["person_id"], tuple(json.loads(row["picks"])), from_ms(row["at"]))
