"""Invitations: a link that makes somebody a volunteer, leader, coordinator …, once, before it expires."""

import base64
import os
from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

TOKEN_BYTES = 16  # 22 characters of the alphabet that Telegram's deep links allow

CREATE = """
INSERT INTO invitations (id, token_hash, role, place_id, team_id, invited_by, created_at, expires_at)
VALUES (:id, :hash, :role, :place_id, :team_id, :invited_by, :at, :expires_at)
"""
COLUMNS = "id, role, place_id, team_id, invited_by, expires_at, used_at"
FIND = f"SELECT {COLUMNS} FROM invitations WHERE token_hash = :hash"
READ = f"SELECT {COLUMNS} FROM invitations WHERE id = :id"
USE = """
UPDATE invitations SET used_by = :person_id, used_at = :at WHERE id = :id AND used_at IS NULL AND expires_at > :at
"""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation gives: a role at a place, in a team where the role has one. Role `group` binds a group."""

    id: int
    role: str
    place_id: int
    team_id: int | None
    invited_by: int | None
    expires_at: datetime
    used: bool


def create(
    tx: Transaction,
    *,
    role: str,
    place_id: int,
    team_id: int | None,
    invited_by: int | None,
    expires_at: datetime,
    now: datetime,
) -> str:
    """Makes an invitation; returns its token, which is kept nowhere."""
    token = base64.urlsafe_b64encode(os.urandom(TOKEN_BYTES)).decode().rstrip("=")
    tx.run(
        CREATE,
        id=tx.new_id(),
        hash=tx.keyed_hash(f"invitation:{token}"),
        role=role,
        place_id=place_id,
        team_id=team_id,
        invited_by=invited_by,
        at=to_ms(now),
        expires_at=to_ms(expires_at),
    )
    return token


def find(tx: Transaction, token: str) -> Invitation | None:
    """An invitation by its token."""
    row = tx.one(FIND, hash=tx.keyed_hash(f"invitation:{token}"))
    return None if row is None else _invitation(row)


def read(tx: Transaction, invitation_id: int) -> Invitation | None:
    """An invitation by its id."""
    row = tx.one(READ, id=invitation_id)
    return None if row is None else _invitation(row)


def use(tx: Transaction, invitation_id: int, person_id: int, now: datetime) -> bool:
    """Uses an invitation up; False if it was used or has expired."""
    return tx.run(USE, id=invitation_id, person_id=person_id, at=to_ms(now)) > 0


def _invitation(row: Row) -> Invitation:
    return Invitation(
        id=row["id"],
        role=row["role"],
        place_id=row["place_id"],
        team_id=row["team_id"],
        invited_by=row["invited_by"],
        expires_at=from_ms(row["expires_at"]),
        used=row["used_at"] is not None,
    )
