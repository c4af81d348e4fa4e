"""Changes of a team from the chat: how it is asked, where it works, what it can do."""

from storage.transaction import Transaction

SET_MODE = "UPDATE teams SET mode = :mode WHERE id = :id"
SET_PLACE = "UPDATE teams SET place_id = :place_id WHERE id = :id"
# A role in the team holds where the team works.
MOVE_ROLES = "UPDATE roles SET place_id = :place_id WHERE team_id = :id AND ended_at IS NULL"
ADD_SKILL = "INSERT INTO team_skills (team_id, skill) VALUES (:id, :skill) ON CONFLICT DO NOTHING"
DROP_SKILL = "DELETE FROM team_skills WHERE team_id = :id AND skill = :skill"


def set_mode(tx: Transaction, team_id: int, mode: str) -> None:
    """`group`: the first tap in the group takes a task; `ring`: it is offered to members, a few at a time."""
    tx.run(SET_MODE, id=team_id, mode=mode)


def set_place(tx: Transaction, team_id: int, place_id: int) -> None:
    """The team works there and below from now on."""
    tx.run(SET_PLACE, id=team_id, place_id=place_id)
    tx.run(MOVE_ROLES, id=team_id, place_id=place_id)


def set_skill(tx: Transaction, team_id: int, skill: str, has: bool) -> None:
    """The team can do this from now on, or no longer."""
    tx.run(ADD_SKILL if has else DROP_SKILL, id=team_id, skill=skill)
