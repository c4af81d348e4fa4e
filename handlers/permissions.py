"""Who may do what: domain.md §3 as one table. Whoever presses a button is looked up here again."""

from collections.abc import Iterable

from handlers.errors import Refused
from handlers.turn import Turn
from storage.roles import RoleHeld

# A role holds at its place and below; a volunteer's and a leader's only in their own team.
TEAM_ROLES = frozenset({"volunteer", "leader"})
STAFF = ("desk", "coordinator")
MAY: dict[str, frozenset[str]] = {
    "take": TEAM_ROLES,
    "see open requests": frozenset(STAFF),
    "assign": frozenset({"coordinator", "desk"}),
    "see address and phone": frozenset(STAFF),
    "look after failures": frozenset({"coordinator", "admin"}),
    "invite volunteer": frozenset({"leader", "coordinator"}),
    "invite leader": frozenset({"coordinator"}),
    "invite grid": frozenset({"coordinator"}),
    "invite desk": frozenset({"coordinator"}),
    "invite liaison": frozenset({"secretary"}),
    "invite coordinator": frozenset({"admin"}),
    "invite secretary": frozenset({"admin"}),
    "invite group": frozenset({"leader", "coordinator"}),
}
INVITABLE = ("volunteer", "leader", "grid", "desk", "liaison", "coordinator", "secretary")


def may(roles: Iterable[RoleHeld], action: str, *, path: str | None = None, team_id: int | None = None) -> bool:
    """Whether one of these roles allows an action at a place (its path) or in a team."""
    return any(held.role in MAY[action] and _holds(held, path, team_id) for held in roles)


def require(turn: Turn, action: str, *, path: str | None = None, team_id: int | None = None) -> None:
    """Raises Refused unless the person may do this."""
    if not may(turn.roles, action, path=path, team_id=team_id):
        raise Refused("not-allowed")


def _holds(held: RoleHeld, path: str | None, team_id: int | None) -> bool:
    if held.role in TEAM_ROLES:
        return team_id is not None and held.team_id == team_id
    return path is None or held.covers(path)
