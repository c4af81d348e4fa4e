"""Calendar feeds: the secret address at which a visitor's calendar asks for the days of their visits."""

import base64
import os
from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

TOKEN_BYTES = 24  # more than can be tried: whoever knows the address sees the days

CREATE = """
INSERT INTO calendar_feeds (id, person_id, token_hash, created_at) VALUES (:id, :person_id, :hash, :at)
ON CONFLICT (person_id) DO UPDATE SET token_hash = :hash, created_at = :at
"""
OF_PERSON = "SELECT person_id, created_at FROM calendar_feeds WHERE person_id = :person_id"
BY_TOKEN = "SELECT person_id, created_at FROM calendar_feeds WHERE token_hash = :hash"
DROP = "DELETE FROM calendar_feeds WHERE person_id = :person_id"
MERGE = """
UPDATE calendar_feeds SET person_id = :into WHERE person_id = :gone AND NOT EXISTS (
    SELECT 1 FROM calendar_feeds o WHERE o.person_id = :into)
"""


@dataclass(frozen=True, slots=True)
class Feed:
    """Whose calendar it is, and since when its address holds (UTC)."""

    person_id: int
    created_at: datetime


def renew(tx: Transaction, person_id: int, now: datetime) -> str:
    """A new address for somebody's calendar, by its token, which is kept nowhere; an earlier one leads nowhere now."""
    token = base64.urlsafe_b64encode(os.urandom(TOKEN_BYTES)).decode()
    tx.run(CREATE, id=tx.new_id(), person_id=person_id, hash=_hash(tx, token), at=to_ms(now))
    return token


def of_person(tx: Transaction, person_id: int) -> Feed | None:
    """Somebody's calendar, if they have one."""
    return _feed(tx.one(OF_PERSON, person_id=person_id))


def by_token(tx: Transaction, token: str) -> Feed | None:
    """The calendar behind an address; None where it was withdrawn, or never was."""
    return _feed(tx.one(BY_TOKEN, hash=_hash(tx, token)))


def drop(tx: Transaction, person_id: int) -> bool:
    """Somebody's calendar has no address any more; False where it had none."""
    return tx.run(DROP, person_id=person_id) > 0


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Two are one person from now on, with one calendar: where both had one, the first one's."""
    tx.run(MERGE, into=into, gone=gone)
    drop(tx, gone)


def _hash(tx: Transaction, token: str) -> bytes:
    return tx.keyed_hash(f"calendar feed:{token}")


def _feed(row: Row | None) -> Feed | None:
    return None if row is None else Feed(row["person_id"], from_ms(row["created_at"]))
