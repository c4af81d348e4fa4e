"""Consents: what somebody agreed to, for which purpose, since when; and what they refused or took back."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

PURPOSES = SERVICE, SENSITIVE, PROXY, BOARD, CARD = "service", "sensitive", "proxy", "board", "card"

COLUMNS = "c.id, c.person_id, c.purpose, c.other_id, c.given_at, c.refused_at, c.withdrawn_at"
OF_PERSON = f"SELECT {COLUMNS} FROM consents c WHERE c.person_id = :person_id ORDER BY c.id"
LATEST = f"""
SELECT {COLUMNS} FROM consents c WHERE c.person_id = :person_id AND c.purpose = :purpose
    AND COALESCE(c.other_id, 0) = COALESCE(:other_id, 0) ORDER BY c.id DESC LIMIT 1
"""
READ = f"SELECT {COLUMNS} FROM consents c WHERE c.id = :id"
ADD = """
INSERT INTO consents (id, person_id, purpose, other_id, given_at, refused_at)
VALUES (:id, :person_id, :purpose, :other_id, :given_at, :refused_at)
"""
WITHDRAW = """
UPDATE consents SET withdrawn_at = :at
WHERE id = :id AND person_id = :person_id AND given_at IS NOT NULL AND withdrawn_at IS NULL
"""
WITHDRAW_ALL = """
UPDATE consents SET withdrawn_at = :at WHERE person_id = :person_id AND given_at IS NOT NULL AND withdrawn_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer to one purpose (UTC). `other_id`: who may ask in this person's name, where the purpose is that."""

    id: int
    person_id: int
    purpose: str
    other_id: int | None
    given_at: datetime | None
    refused_at: datetime | None
    withdrawn_at: datetime | None

    @property
    def holds(self) -> bool:
        """Whether it was given, and not taken back since."""
        return self.given_at is not None and self.withdrawn_at is None


def give(tx: Transaction, person_id: int, purpose: str, now: datetime, other_id: int | None = None) -> None:
    """Notes a yes, once."""
    known = latest(tx, person_id, purpose, other_id)
    if known is None or not known.holds:
        _add(tx, person_id, purpose, other_id, given_at=to_ms(now), refused_at=None)


def refuse(tx: Transaction, person_id: int, purpose: str, now: datetime, other_id: int | None = None) -> None:
    """Notes a no: so that nobody asks again and again."""
    _add(tx, person_id, purpose, other_id, given_at=None, refused_at=to_ms(now))


def latest(tx: Transaction, person_id: int, purpose: str, other_id: int | None = None) -> Consent | None:
    """The last answer to a purpose; None where it was never asked."""
    row = tx.one(LATEST, person_id=person_id, purpose=purpose, other_id=other_id)
    return None if row is None else _consent(row)


def holds(tx: Transaction, person_id: int, purpose: str, other_id: int | None = None) -> bool:
    """Whether somebody agreed to a purpose and has not taken it back."""
    known = latest(tx, person_id, purpose, other_id)
    return known is not None and known.holds


def read(tx: Transaction, consent_id: int) -> Consent | None:
    """A consent by id."""
    row = tx.one(READ, id=consent_id)
    return None if row is None else _consent(row)


def of_person(tx: Transaction, person_id: int) -> list[Consent]:
    """Every answer that somebody gave, in order."""
    return [_consent(row) for row in tx.all(OF_PERSON, person_id=person_id)]


def withdraw(tx: Transaction, consent_id: int, person_id: int, now: datetime) -> bool:
    """Takes one consent back; False where it is not this person's, or does not hold."""
    return tx.run(WITHDRAW, id=consent_id, person_id=person_id, at=to_ms(now)) > 0


def withdraw_all(tx: Transaction, person_id: int, now: datetime) -> None:
    """Takes every consent back: the person leaves."""
    tx.run(WITHDRAW_ALL, person_id=person_id, at=to_ms(now))


def _add(
    tx: Transaction, person_id: int, purpose: str, other_id: int | None, given_at: int | None, refused_at: int | None
) -> None:
    tx.run(
        ADD,
        id=tx.new_id(),
        person_id=person_id,
        purpose=purpose,
        other_id=other_id,
        given_at=given_at,
        refused_at=refused_at,
    )


def _consent(row: Row) -> Consent:
    return Consent(
        id=row["id"],
        person_id=row["person_id"],
        purpose=row["purpose"],
        other_id=row["other_id"],
        given_at=from_ms_or_none(row["given_at"]),
        refused_at=from_ms_or_none(row["refused_at"]),
        withdrawn_at=from_ms_or_none(row["withdrawn_at"]),
    )
