"""Roles: what somebody may do, at a place of the tree and below it, or in a team."""

from dataclasses import dataclass
from datetime import datetime

from storage import teams, volunteers
from storage.times import to_ms
from storage.transaction import Row, Transaction

OF_PERSON = """
SELECT r.id, r.person_id, r.role, r.place_id, r.team_id, p.path FROM roles r JOIN places p ON p.id = r.place_id
WHERE r.person_id = :person_id AND r.ended_at IS NULL ORDER BY r.id
"""
HELD_SINCE = """
SELECT r.id, r.person_id, r.role, r.place_id, r.team_id, p.path FROM roles r JOIN places p ON p.id = r.place_id
WHERE r.person_id = :person_id AND r.ended_at IS NULL AND r.granted_at <= :at ORDER BY r.id
"""
ENDED = """
SELECT r.id, r.person_id, r.role, r.place_id, r.team_id, p.path FROM roles r JOIN places p ON p.id = r.place_id
WHERE r.person_id = :person_id AND r.ended_at = :at ORDER BY r.id
"""
OF_TEAM = """
SELECT r.id, r.person_id, r.role, r.place_id, r.team_id, p.path FROM roles r JOIN places p ON p.id = r.place_id
WHERE r.team_id = :team_id AND r.ended_at IS NULL ORDER BY r.id LIMIT :limit
"""
AT_PLACE = """
SELECT r.id, r.person_id, r.role, r.place_id, r.team_id, p.path FROM roles r JOIN places p ON p.id = r.place_id
WHERE r.place_id = :place_id AND r.role = :role AND r.ended_at IS NULL ORDER BY r.id
"""
EVER = """
SELECT 1 AS yes FROM roles WHERE person_id = :person_id AND role = :role AND place_id = :place_id
AND (team_id = :team_id OR (team_id IS NULL AND CAST(:team_id AS BIGINT) IS NULL)) LIMIT 1
"""
GRANT = """
INSERT INTO roles (id, person_id, role, place_id, team_id, granted_by, granted_at)
VALUES (:id, :person_id, :role, :place_id, :team_id, :granted_by, :at)
"""
END = """
UPDATE roles SET ended_at = :at WHERE id = :id AND person_id = :person_id AND ended_at IS NULL RETURNING team_id
"""

GIVE_BACK = "UPDATE roles SET ended_at = NULL WHERE id = :id"


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role of a person. `path` is the path of its place: it holds where a place's path starts with it."""

    id: int
    person_id: int
    role: str
    place_id: int
    team_id: int | None
    path: str

    def covers(self, path: str) -> bool:
        """Whether the role holds at the place with this path."""
        return path.startswith(self.path)


def of_person(tx: Transaction, person_id: int) -> list[RoleHeld]:
    """The roles that a person holds now."""
    return [_role(row) for row in tx.all(OF_PERSON, person_id=person_id)]


def held_since(tx: Transaction, person_id: int, at: datetime) -> list[RoleHeld]:
    """The roles that a person holds now and held at a moment already."""
    return [_role(row) for row in tx.all(HELD_SINCE, person_id=person_id, at=to_ms(at))]


def ended(tx: Transaction, person_id: int, at: datetime) -> list[RoleHeld]:
    """The roles of a person that ended at this very moment."""
    return [_role(row) for row in tx.all(ENDED, person_id=person_id, at=to_ms(at))]


def of_team(tx: Transaction, team_id: int, limit: int = 200) -> list[RoleHeld]:
    """Who is in a team now: its volunteers and leaders."""
    return [_role(row) for row in tx.all(OF_TEAM, team_id=team_id, limit=limit)]


def holders(tx: Transaction, role: str, place_ids: list[int]) -> list[int]:
    """The people who hold a role at one of these places, nearest first, each once (give the line upwards)."""
    found = [_role(row).person_id for place in place_ids for row in tx.all(AT_PLACE, place_id=place, role=role)]
    return list(dict.fromkeys(found))


def ever_held(tx: Transaction, person_id: int, role: str, place_id: int, team_id: int | None) -> bool:
    """Whether a person holds this role, or held it once: also one that was taken away."""
    return tx.one(EVER, person_id=person_id, role=role, place_id=place_id, team_id=team_id) is not None


def grant(
    tx: Transaction,
    person_id: int,
    role: str,
    place_id: int,
    team_id: int | None,
    granted_by: int | None,
    now: datetime,
) -> bool:
    """Gives a role, and with one in a team the volunteer's row; False where the person holds the same one already."""
    held = of_person(tx, person_id)
    if any((r.role, r.place_id, r.team_id) == (role, place_id, team_id) for r in held):
        return False
    tx.run(
        GRANT,
        id=tx.new_id(),
        person_id=person_id,
        role=role,
        place_id=place_id,
        team_id=team_id,
        granted_by=granted_by,
        at=to_ms(now),
    )
    if team_id is not None:
        volunteers.enrol(tx, person_id, team_id, teams.read(tx, team_id).code, now)
    return True


def end(tx: Transaction, role_id: int, person_id: int, now: datetime) -> bool:
    """Ends a role of this person, and with the last in a team the membership; False where it was not held."""
    ended = tx.one(END, id=role_id, person_id=person_id, at=to_ms(now))
    if ended is None:
        return False
    team_id = ended["team_id"]
    if team_id is not None and all(held.team_id != team_id for held in of_person(tx, person_id)):
        volunteers.leave_team(tx, person_id, team_id, now)
    return True


def give_back(tx: Transaction, person_id: int, at: datetime, now: datetime) -> int:
    """Roles that ended at a moment by mistake are held again, with membership in their teams; returns how many."""
    held = {(each.role, each.place_id, each.team_id) for each in of_person(tx, person_id)}
    gone = [each for each in ended(tx, person_id, at) if (each.role, each.place_id, each.team_id) not in held]
    for each in gone:
        tx.run(GIVE_BACK, id=each.id)
        if each.team_id is not None:
            volunteers.enrol(tx, person_id, each.team_id, teams.read(tx, each.team_id).code, now)
    return len(gone)


def _role(row: Row) -> RoleHeld:
    return RoleHeld(row["id"], row["person_id"], row["role"], row["place_id"], row["team_id"], row["path"])
