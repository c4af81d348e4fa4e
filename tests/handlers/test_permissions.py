"""Who may do what: the table of roles, cell by cell, and what happens to those who may not."""

import pytest

from handlers.permissions import INVITABLE, MAY, TEAM_ROLES, may
from storage.roles import RoleHeld
from tests.bot.stage import COORDINATOR, DESK, GROUP, HELPER, LEADER, RESIDENT, Service

ROLES = ("resident", "proxy", "volunteer", "leader", "liaison", "grid", "desk", "coordinator", "secretary", "admin")
HERE, BELOW, ELSEWHERE = "/1/2/", "/1/2/9/", "/1/3/"
# The roles that may, for every action; what is not in this list may not.
ALLOWED = {
    "take": {"volunteer", "leader"},
    "see open requests": {"desk", "coordinator"},
    "assign": {"desk", "coordinator"},
    "see address and phone": {"desk", "coordinator"},
    "look after failures": {"coordinator", "admin"},
    "invite volunteer": {"leader", "coordinator"},
    "invite leader": {"coordinator"},
    "invite grid": {"coordinator"},
    "invite desk": {"coordinator"},
    "invite liaison": {"secretary"},
    "invite coordinator": {"admin"},
    "invite secretary": {"admin"},
    "invite group": {"leader", "coordinator"},
}


def held(role: str, team_id: int | None = None) -> RoleHeld:
    return RoleHeld(1, 1, role, 2, team_id, HERE)


def test_the_table_has_these_actions() -> None:
    assert set(MAY) == set(ALLOWED)


@pytest.mark.parametrize("action", ALLOWED)
@pytest.mark.parametrize("role", ROLES)
def test_each_cell(role: str, action: str) -> None:
    """At the role's own place (and in its own team) it may exactly where the table says so."""
    in_team = 7 if role in TEAM_ROLES else None
    allowed = may([held(role, in_team)], action, path=HERE, team_id=in_team)
    assert allowed is (role in ALLOWED[action])


@pytest.mark.parametrize("action", ALLOWED)
def test_a_role_holds_at_its_place_and_below(action: str) -> None:
    for role in ALLOWED[action] - TEAM_ROLES:
        assert may([held(role)], action, path=BELOW)
        assert not may([held(role)], action, path=ELSEWHERE)


@pytest.mark.parametrize("action", ALLOWED)
def test_a_team_role_holds_in_its_own_team_alone(action: str) -> None:
    for role in ALLOWED[action] & TEAM_ROLES:
        assert may([held(role, 7)], action, team_id=7)
        assert not may([held(role, 7)], action, team_id=8)
        assert not may([held(role, 7)], action, path=HERE)


def test_nobody_may_without_a_role() -> None:
    assert not any(may([], action) for action in ALLOWED)


async def test_those_who_may_not_are_told_so(here: Service) -> None:
    """Commands and buttons of staff, tried by others: each is refused in words, and nothing happens."""
    card = await here.ask_for_lamp()
    request = (await here.database.read(lambda tx: tx.get("SELECT id FROM service_requests")))["id"]
    team = (await here.database.read(lambda tx: tx.get("SELECT id FROM teams WHERE code = 'shuidian'")))["id"]
    staff_only = [f"board.{name}:{request}" for name in ("show", "assign", "self")]
    staff_only += [f"board.team:{request}/{team}", f"board.group:{request}/{team}", f"board.person:{request}/{team}"]
    for user in (RESIDENT, HELPER, LEADER):
        for name in ("open", "parked"):
            await here.command(user, name)
            assert "办不了" in (await here.last(user)).text, (user, name)
        for action in staff_only:
            await here.press(user, action)
            assert "办不了" in (await here.last(user)).text, (user, action)
    for user in (RESIDENT, DESK, COORDINATOR):
        await here.press_in_group(user, card)
        assert "办不了" in here.toasts[-1][1]
    for role in INVITABLE:
        await here.press(RESIDENT, f"invite.role:{role}")
        assert "办不了" in (await here.last(RESIDENT)).text
    assert await here.count("service_requests", "state = 'dispatched'") == 1
    assert await here.count("invitations") == 0


async def test_a_coordinator_is_one_in_the_own_community_alone(here: Service) -> None:
    """彭主任 of the next community sees nothing of this one, and this one's coordinator none of the other's teams."""
    await here.ask_for_lamp()
    request = (await here.database.read(lambda tx: tx.get("SELECT id FROM service_requests")))["id"]
    foreign = (await here.database.read(lambda tx: tx.get("SELECT id FROM teams WHERE code = 'liudi-shuidian'")))["id"]
    for action in (f"board.team:{request}/{foreign}", f"board.group:{request}/{foreign}"):
        await here.press(COORDINATOR, action)
        assert "办不了" in (await here.last(COORDINATOR)).text
    await here.press(COORDINATOR, f"invite.team:volunteer/{foreign}")
    assert "办不了" in (await here.last(COORDINATOR)).text
    assert await here.count("offers") == 1 and await here.said(GROUP)
