"""Polls: what is asked, by which rules, how often each option was chosen, and what is due next. Who voted: votes.py."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from storage import compact
from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

OPTIONS = "polls.options_sealed"
PERSON, HOUSEHOLD = "person", "household"

COLUMNS = """p.id, p.broadcast_id, p.options_sealed, p.most, p.secret, p.per, p.closes_at, p.counts, p.ballots, p.step,
    p.next_at, p.after_id, p.asked_at, p.closed_at, p.picture"""
CREATE = """
INSERT INTO polls (id, broadcast_id, options_sealed, most, secret, per, closes_at, counts)
VALUES (:id, :broadcast_id, :options, :most, :secret, :per, :closes_at, :counts)
"""
READ = f"SELECT {COLUMNS} FROM polls p WHERE p.id = :id"
LOCK = f"SELECT {COLUMNS} FROM polls p WHERE p.id = :id FOR UPDATE OF p"
OF_BROADCAST = f"SELECT {COLUMNS} FROM polls p WHERE p.broadcast_id = :broadcast_id"
DUE = "SELECT id FROM polls WHERE next_at IS NOT NULL AND next_at <= :now ORDER BY next_at LIMIT 1"
NEXT = "SELECT MIN(next_at) AS at FROM polls WHERE next_at IS NOT NULL AND next_at >= 0"
SET_RULES = """
UPDATE polls SET options_sealed = :options, most = :most, secret = :secret, per = :per, closes_at = :closes_at,
    counts = :counts
WHERE id = :id AND ballots = 0
"""
SET_STEP = "UPDATE polls SET step = :step, next_at = :next_at, after_id = :after WHERE id = :id"
SET_ASKED = "UPDATE polls SET asked_at = :at WHERE id = :id"
# All counts in one statement, whatever was chosen: no row tells by when it was written which of them it was.
SET_COUNTS = """
UPDATE polls SET counts = :counts, ballots = ballots + :more WHERE id = :id AND closed_at IS NULL
"""
CLOSE = "UPDATE polls SET closed_at = :at WHERE id = :id AND closed_at IS NULL"
SET_PICTURE = "UPDATE polls SET picture = :picture WHERE id = :id"


@dataclass(frozen=True, slots=True)
class Rules:
    """What is asked, and how: `most` options may be chosen; `secret`: nobody sees who chose what; `per` person or
    household; until when (UTC)."""

    options: tuple[str, ...]
    most: int
    secret: bool
    per: str
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll. `counts`: how often each option was chosen, in their order; `ballots`: how many have voted. `step` is
    done at `next_at`; `after_id`: how far it has come. `picture`: a digest. Times in UTC."""

    id: int
    broadcast_id: int
    rules: Rules = field(repr=False)
    counts: tuple[int, ...] = field(repr=False)
    ballots: int
    step: str | None
    next_at: datetime | None
    after_id: int
    asked_at: datetime | None
    closed_at: datetime | None
    picture: str | None


def create(tx: Transaction, broadcast_id: int, rules: Rules) -> Poll:
    """A new one of a broadcast."""
    number = tx.new_id()
    tx.run(CREATE, id=number, broadcast_id=broadcast_id, **_columns(tx, number, rules))
    return _poll(tx, tx.get(READ, id=number))


def set_rules(tx: Transaction, poll_id: int, rules: Rules) -> bool:
    """Other rules, and no votes yet; False where somebody has voted."""
    return tx.run(SET_RULES, id=poll_id, **_columns(tx, poll_id, rules)) > 0


def read(tx: Transaction, poll_id: int) -> Poll | None:
    """One by id."""
    row = tx.one(READ, id=poll_id)
    return None if row is None else _poll(tx, row)


def lock(tx: Transaction, poll_id: int) -> Poll | None:
    """One by id, locked until the turn ends."""
    row = tx.one(LOCK, id=poll_id)
    return None if row is None else _poll(tx, row)


def of_broadcast(tx: Transaction, broadcast_id: int) -> Poll | None:
    """The poll that a broadcast carries."""
    row = tx.one(OF_BROADCAST, broadcast_id=broadcast_id)
    return None if row is None else _poll(tx, row)


def due(tx: Transaction, now: datetime) -> int | None:
    """The id of the one that has been due longest."""
    row = tx.one(DUE, now=to_ms(now))
    return None if row is None else int(row["id"])


def next_due(tx: Transaction) -> datetime | None:
    """When the next one is due."""
    return from_ms_or_none(tx.get(NEXT)["at"])


def set_step(tx: Transaction, poll_id: int, step: str | None, next_at: datetime | None, after: int = 0) -> None:
    """What is done next, when, and after which person of the list it goes on."""
    tx.run(SET_STEP, id=poll_id, step=step, next_at=to_ms_or_none(next_at), after=after)


def set_asked(tx: Transaction, poll_id: int, now: datetime) -> None:
    """The sender has people reminded now."""
    tx.run(SET_ASKED, id=poll_id, at=to_ms(now))


def count(tx: Transaction, poll: Poll, picks: Sequence[int], *, instead_of: Sequence[int] | None = None) -> bool:
    """Counts a vote of a poll that is locked, or a vote `instead_of` an earlier one; False where it is closed."""
    earlier = instead_of or ()
    counts = [number + (at in picks) - (at in earlier) for at, number in enumerate(poll.counts)]
    more = 1 if instead_of is None else 0
    return tx.run(SET_COUNTS, id=poll.id, counts=compact.encode(counts), more=more) > 0


def close(tx: Transaction, poll_id: int, now: datetime) -> bool:
    """No more votes; False where it was closed before."""
    return tx.run(CLOSE, id=poll_id, at=to_ms(now)) > 0


def set_picture(tx: Transaction, poll_id: int, digest: str) -> None:
    """Its result was drawn."""
    tx.run(SET_PICTURE, id=poll_id, picture=digest)


def _columns(tx: Transaction, number: int, rules: Rules) -> dict[str, object]:
    return {
        "options": tx.seal(OPTIONS, number, compact.encode(list(rules.options))),
        "most": rules.most,
        "secret": int(rules.secret),
        "per": rules.per,
        "closes_at": to_ms(rules.closes_at),
        "counts": compact.encode([0] * len(rules.options)),
    }


def _poll(tx: Transaction, row: Row) -> Poll:
    options = json.loads(tx.unseal(OPTIONS, row["id"], bytes(row["options_sealed"])))
    rules = Rules(tuple(options), row["most"], bool(row["secret"]), row["per"], from_ms(row["closes_at"]))
    return Poll(
        id=row["id"],
        broadcast_id=row["broadcast_id"],
        rules=rules,
        counts=tuple(json.loads(row["counts"])),
        ballots=row["ballots"],
        step=row["step"],
        next_at=from_ms_or_none(row["next_at"]),
        after_id=row["after_id"],
        asked_at=from_ms_or_none(row["asked_at"]),
        closed_at=from_ms_or_none(row["closed_at"]),
        picture=row["picture"],
    )
