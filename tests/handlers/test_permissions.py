"""Who may do what: the table of roles, cell by cell, and what happens to those who may not."""

import re
from collections.abc import Iterator

import pytest

from handlers import errands
from handlers.permissions import INVITABLE, MAY, TEAM_ROLES, Scope, may
from storage import addresses, people
from storage.roles import RoleHeld
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, COORDINATOR, DESK, GROUP, HELPER, LEADER, RESIDENT, Service

ROLES = ("resident", "proxy", "volunteer", "leader", "liaison", "grid", "desk", "coordinator", "secretary", "admin")
HERE, BELOW, ELSEWHERE = "/1/2/", "/1/2/9/", "/1/3/"
OWN_TEAM, OTHER_TEAM = 7, 8
TIES: tuple[Scope, ...] = ("own", "helped", "held", "people")
# domain.md §3, cell by cell: how far each role may do what, in the order of ROLES; "-" is: not at all.
MATRIX = """
own requests         own helped own  own   own    own   own   own   own    own
file for another     -   -      -    -     place  place place place -      -
see task card        -   -      team team  -      -     place place -      -
see open requests    -   -      -    -     -      -     place place -      -
see address and phone own helped held held people -     place place people -
take                 -   -      team team  -      -     -     -     -      -
accept               -   -      -    -     -      -     place place -      -
answer               -   -      -    -     -      -     place place -      -
dispatch             -   -      -    -     -      -     place place -      -
assign               -   -      -    team  -      -     -     place -      -
merge                -   -      -    -     -      -     -     place -      -
extend               -   -      -    -     -      -     -     place -      -
close                -   -      -    -     -      -     -     place -      -
reject               -   -      -    -     -      -     -     place -      -
refer                -   -      -    -     -      -     -     place -      -
dispute              -   -      -    -     -      -     -     place -      -
decide disputes      -   -      -    -     -      -     -     place -      -
look after failures  -   -      -    -     -      -     -     place -      place
manage team          -   -      -    team  -      -     -     place -      -
invite volunteer     -   -      -    team  -      -     -     place -      -
invite leader        -   -      -    -     -      -     -     place -      -
invite grid          -   -      -    -     -      -     -     place -      -
invite desk          -   -      -    -     -      -     -     place -      -
invite liaison       -   -      -    -     -      -     -     -     place  -
invite member        -   -      -    -     place  -     -     -     place  -
invite cared         -   -      -    -     place  -     -     -     place  -
invite coordinator   -   -      -    -     -      -     -     -     -      place
invite secretary     -   -      -    -     -      -     -     -     -      place
invite group         -   -      -    team  -      -     -     place -      -
answer hotline       -   -      -    -     -      -     place place -      -
propose answers      -   -      -    -     -      -     place place -      place
edit answers         -   -      -    -     -      -     -     place -      place
see own visit card   own -      -    -     -      -     -     -     -      -
record visits        -   -      -    -     people -     -     -     place  -
see visit numbers    -   -      -    -     -      -     -     place place  -
assign visits        -   -      -    -     -      -     -     -     place  -
add people           -   -      -    -     place  -     -     -     place  -
hold appraisals      -   -      -    -     -      -     -     -     place  -
hold meetings        -   -      -    -     -      -     -     place place  -
draft broadcast      -   -      -    team  -      -     place place place  -
approve broadcast    -   -      -    -     -      -     -     place place  -
limit broadcasts     -   -      -    -     -      -     -     place place  place
see own hours        -   -      own  -     -      -     -     -     -      -
see own load         -   -      -    -     own    -     -     -     -      -
see rates            -   -      -    team  -      -     place place place  -
see numbers          -   -      -    -     -      -     place place place  place
exclude from rates   -   -      -    -     -      -     -     place -      -
settings             -   -      -    -     -      -     -     -     -      place
"""


def cells() -> Iterator[tuple[str, str, str]]:
    """(action, role, scope) of every cell."""
    for line in MATRIX.strip().splitlines():
        words = line.split()
        action = " ".join(words[: -len(ROLES)])
        for role, scope in zip(ROLES, words[-len(ROLES) :], strict=True):
            yield action, role, scope


CELLS = tuple(cells())


def held(role: str) -> RoleHeld:
    return RoleHeld(1, 1, role, 2, OWN_TEAM if role in TEAM_ROLES else None, HERE)


def granted(role: str, action: str) -> set[str]:
    """By which ways the action is granted to somebody with this role, and no other."""
    roles = [] if role == "resident" else [held(role)]
    ways = {
        "place": may(roles, action, path=HERE),
        "team": may(roles, action, path=ELSEWHERE, team_id=OWN_TEAM),
        **{tie: may(roles, action, path=ELSEWHERE, ties=(tie,)) for tie in TIES},
    }
    return {way for way, given in ways.items() if given}


def test_the_table_has_these_rows_and_no_other() -> None:
    assert {action for action, _, _ in CELLS} == set(MAY)
    assert len(CELLS) > 400


@pytest.mark.parametrize(("action", "role", "scope"), CELLS)
def test_each_cell(action: str, role: str, scope: str) -> None:
    """Exactly the way that stands in the cell opens it; what lives in everybody opens with the resident's own tie."""
    everybody = {each for known, other, each in CELLS if known == action and other == "resident"}
    assert granted(role, action) == ({scope} | everybody) - {"-"}


@pytest.mark.parametrize(("action", "role"), [(action, role) for action, role, scope in CELLS if scope == "place"])
def test_a_role_holds_at_its_place_and_below(action: str, role: str) -> None:
    assert may([held(role)], action, path=BELOW)
    assert not may([held(role)], action, path=ELSEWHERE)


@pytest.mark.parametrize(("action", "role"), [(action, role) for action, role, scope in CELLS if scope == "team"])
def test_a_team_role_holds_in_its_own_team_alone(action: str, role: str) -> None:
    assert may([held(role)], action, team_id=OWN_TEAM)
    assert not may([held(role)], action, team_id=OTHER_TEAM)
    assert not may([held(role)], action, path=HERE)


def test_nobody_may_without_a_role_and_a_tie() -> None:
    assert not any(may([], action, path=HERE, team_id=OWN_TEAM) for action in MAY)


def test_nobody_approves_what_they_drafted() -> None:
    assert may([held("secretary")], "approve broadcast", path=HERE)
    assert not may([held("secretary")], "approve broadcast", path=HERE, ties=("own",))


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
        for action in staff_only if user != LEADER else [*staff_only[:1], staff_only[2], staff_only[4]]:
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


async def seat(here: Service, user: str, name: str) -> None:
    """Gives somebody of the pack an address."""

    def work(tx: Transaction) -> None:
        person = people.read_by_code(tx, name)
        assert person is not None
        addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=person.id, now=here.clock.now())

    await here.database.turn(work)


async def test_what_has_no_place_is_for_those_alone_who_look_after_it(here: Service) -> None:
    """A request that nobody knows the place of goes to the first community; the next one's coordinator has no part."""
    await seat(here, "155", "彭主任")
    await here.ask_for_lamp()
    await here.database.turn(lambda tx: tx.run("UPDATE service_requests SET place_id = NULL"))
    request = (await here.database.read(lambda tx: tx.get("SELECT id FROM service_requests")))["id"]
    for name in ("show", "assign", "self"):
        await here.press("155", f"board.{name}:{request}")
        assert "办不了" in (await here.last("155")).text, name
    await here.press(COORDINATOR, f"board.show:{request}")
    assert "130 0000 0001" in (await here.last(COORDINATOR)).text


async def test_staff_see_an_address_while_the_request_is_open_and_no_longer(here: Service) -> None:
    await here.ask_for_lamp()
    request = (await here.database.read(lambda tx: tx.get("SELECT id FROM service_requests")))["id"]
    await here.press(COORDINATOR, f"board.show:{request}")
    assert "502" in (await here.last(COORDINATOR)).text
    await here.database.turn(lambda tx: tx.run("UPDATE service_requests SET state = 'confirmed', closed_at = 1"))
    looks = await here.count("reveals")
    await here.press(COORDINATOR, f"board.show:{request}")
    assert "已经有了新进展" in (await here.last(COORDINATOR)).text
    assert await here.count("reveals") == looks


@pytest.mark.parametrize("team", ["4711", "999999999999999999"])
async def test_a_team_that_does_not_exist_is_refused_in_words(here: Service, team: str) -> None:
    await here.ask_for_lamp()
    request = (await here.database.read(lambda tx: tx.get("SELECT id FROM service_requests")))["id"]
    for name in ("team", "group"):
        await here.press(COORDINATOR, f"board.{name}:{request}/{team}")
        assert "办不了" in (await here.last(COORDINATOR)).text
    assert await here.count("parked_turns") == 0


async def test_an_invitation_is_accepted_by_whoever_opened_its_link(here: Service) -> None:
    """The row id in the button may be guessed; what proves that the link was opened may not."""
    await here.press(LEADER, "invite.role:volunteer")
    await here.press_label(LEADER, "水电队")
    token = re.search(r"inv_([\w-]{22})", (await here.last(LEADER)).text)
    assert token is not None
    await here.command("901", "start", f"inv_{token[1]}")
    action = (await here.last("901")).action("接受")
    for forged in (action, action.partition("/")[0], f"{action.partition('/')[0]}/{'0' * 16}"):
        await here.press("902", forged)
        assert await here.count("invitations", "used_at IS NOT NULL") == 0, forged
    await here.press("901", action)
    assert await here.count("invitations", "used_at IS NOT NULL") == 1


def test_whoever_may_invite_finds_the_command_in_the_menu() -> None:
    router = errands.router()
    assert "invite" in router.commands({"leader"}) and "invite" in router.commands({"coordinator"})
    assert "invite" not in router.commands({"resident", "volunteer"})
