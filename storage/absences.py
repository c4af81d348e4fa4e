"""Absences: who of the staff is away until when, and who stands in."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Transaction

ADD = """
INSERT INTO absences (id, person_id, cover_id, from_at, until_at)
VALUES (:id, :person_id, :cover_id, :from_at, :until_at)
"""
NOW = """
SELECT person_id, cover_id, until_at FROM absences
WHERE person_id = :person_id AND ended_at IS NULL AND until_at > :now ORDER BY id DESC LIMIT 1
"""
COVERED_BY = """
SELECT DISTINCT person_id FROM absences WHERE cover_id = :person_id AND ended_at IS NULL AND until_at > :now
"""
UNCOVER = """
UPDATE absences SET cover_id = NULL WHERE cover_id = :person_id AND ended_at IS NULL AND until_at > :now
RETURNING person_id
"""
END = "UPDATE absences SET ended_at = :now WHERE person_id = :person_id AND ended_at IS NULL"


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is away until then (UTC); `cover_id` stands in, where somebody does."""

    person_id: int
    cover_id: int | None
    until: datetime


def add(tx: Transaction, person_id: int, cover_id: int | None, until: datetime, now: datetime) -> None:
    """Somebody is away from now on; an earlier absence of theirs is over."""
    end(tx, person_id, now)
    tx.run(ADD, id=tx.new_id(), person_id=person_id, cover_id=cover_id, from_at=to_ms(now), until_at=to_ms(until))


def of_person(tx: Transaction, person_id: int, now: datetime) -> Absence | None:
    """The absence of somebody who is away now."""
    row = tx.one(NOW, person_id=person_id, now=to_ms(now))
    return None if row is None else Absence(row["person_id"], row["cover_id"], from_ms(row["until_at"]))


def covered_by(tx: Transaction, person_id: int, now: datetime) -> list[int]:
    """For whom somebody stands in now."""
    return [row["person_id"] for row in tx.all(COVERED_BY, person_id=person_id, now=to_ms(now))]


def end(tx: Transaction, person_id: int, now: datetime) -> bool:
    """Somebody is back; False where they were not away."""
    return tx.run(END, person_id=person_id, now=to_ms(now)) > 0


def uncover(tx: Transaction, person_id: int, now: datetime) -> list[int]:
    """Somebody stands in for nobody any more; returns for whom they did."""
    return [row["person_id"] for row in tx.all(UNCOVER, person_id=person_id, now=to_ms(now))]
