"""Who may do what: domain.md §3 as one table. Whoever presses a button is looked up here again."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from handlers.errors import Refused
from handlers.turn import Turn
from storage.roles import RoleHeld

# How far a cell reaches. place: the role's own place and what is below it. team: the role's own team.
# The others are ties of the person to the matter, which whoever asks must have proved: own (it is about themselves),
# helped (they speak for somebody who agreed), held (they hold the task now), people (in their care).
Scope: TypeAlias = Literal["place", "team", "own", "helped", "held", "people"]

TEAM_ROLES = frozenset({"volunteer", "leader"})
STAFF = ("desk", "coordinator")
EVERYBODY = "resident"  # nobody needs a row in the table of roles to live here

MAY: Mapping[str, Mapping[str, Scope]] = {
    # ask, follow, correct, cancel, rate; one's own data
    "own requests": {
        "resident": "own",
        "proxy": "helped",
        "volunteer": "own",
        "leader": "own",
        "liaison": "own",
        "grid": "own",
        "desk": "own",
        "coordinator": "own",
        "secretary": "own",
        "admin": "own",
    },
    "file for another": {"liaison": "place", "grid": "place", "desk": "place", "coordinator": "place"},
    # requests
    "see task card": {"volunteer": "team", "leader": "team", "desk": "place", "coordinator": "place"},
    "see open requests": {"desk": "place", "coordinator": "place"},
    "see address and phone": {
        "resident": "own",
        "proxy": "helped",
        "volunteer": "held",
        "leader": "held",
        "liaison": "people",
        "desk": "place",
        "coordinator": "place",
        "secretary": "people",
    },
    "take": {"volunteer": "team", "leader": "team"},
    "accept": {"desk": "place", "coordinator": "place"},
    "answer": {"desk": "place", "coordinator": "place"},
    "dispatch": {"desk": "place", "coordinator": "place"},
    "assign": {"leader": "team", "coordinator": "place"},
    "merge": {"coordinator": "place"},
    "extend": {"coordinator": "place"},
    "close": {"coordinator": "place"},
    "reject": {"coordinator": "place"},
    "refer": {"coordinator": "place"},
    "dispute": {"coordinator": "place"},
    "decide disputes": {"coordinator": "place"},
    "look after failures": {"coordinator": "place", "admin": "place"},
    # teams and people
    "manage team": {"leader": "team", "coordinator": "place"},
    "invite volunteer": {"leader": "team", "coordinator": "place"},
    "invite leader": {"coordinator": "place"},
    "invite grid": {"coordinator": "place"},
    "invite desk": {"coordinator": "place"},
    "invite liaison": {"secretary": "place"},
    "invite coordinator": {"admin": "place"},
    "invite secretary": {"admin": "place"},
    "invite member": {"liaison": "place", "secretary": "place"},
    "invite cared": {"liaison": "place", "secretary": "place"},
    "invite group": {"leader": "team", "coordinator": "place"},
    # hotline, catalogue, places
    "answer hotline": {"desk": "place", "coordinator": "place"},
    "propose answers": {"desk": "place", "coordinator": "place", "admin": "place"},
    "edit answers": {"coordinator": "place", "admin": "place"},
    # visits
    "see own visit card": {"resident": "own"},
    "record visits": {"liaison": "people", "secretary": "place"},
    "see visit numbers": {"coordinator": "place", "secretary": "place"},
    "assign visits": {"secretary": "place"},
    "add people": {"liaison": "place", "secretary": "place"},
    "hold appraisals": {"secretary": "place"},
    "hold meetings": {"coordinator": "place", "secretary": "place"},
    # broadcasts
    "draft broadcast": {"leader": "team", "desk": "place", "coordinator": "place", "secretary": "place"},
    "approve broadcast": {"coordinator": "place", "secretary": "place"},
    "limit broadcasts": {"coordinator": "place", "secretary": "place", "admin": "place"},
    # figures
    "see own hours": {"volunteer": "own"},
    "see own load": {"liaison": "own"},
    "see rates": {"leader": "team", "desk": "place", "coordinator": "place", "secretary": "place"},
    "exclude from rates": {"coordinator": "place"},
    "see numbers": {"desk": "place", "coordinator": "place", "secretary": "place", "admin": "place"},
    # settings, keys, backups: without any content
    "settings": {"admin": "place"},
}
NEVER_OWN = frozenset({"approve broadcast"})  # whoever drafted it needs another's yes
INVITABLE = ("volunteer", "leader", "grid", "desk", "liaison", "member", "cared", "coordinator", "secretary")


def may(
    roles: Iterable[RoleHeld],
    action: str,
    *,
    path: str | None = None,
    team_id: int | None = None,
    ties: Iterable[Scope] = (),
) -> bool:
    """Whether one of these roles allows an action at a place (its path), in a team, or by a tie to the matter.

    A place that is left out means "at some place": only for what belongs to none.
    """
    tied = frozenset(ties)
    if action in NEVER_OWN and "own" in tied:
        return False
    row = MAY[action]
    if row.get(EVERYBODY) in tied:
        return True
    return any(held.role in row and _holds(held, row[held.role], path, team_id, tied) for held in roles)


def require(
    turn: Turn, action: str, *, path: str | None = None, team_id: int | None = None, ties: Iterable[Scope] = ()
) -> None:
    """Raises Refused unless the person may do this."""
    if not may(turn.roles, action, path=path, team_id=team_id, ties=ties):
        raise Refused("not-allowed")


def _holds(held: RoleHeld, scope: Scope, path: str | None, team_id: int | None, tied: frozenset[Scope]) -> bool:
    if scope == "team":
        return team_id is not None and held.team_id == team_id
    if scope == "place":
        return path is None or held.covers(path)
    return scope in tied
