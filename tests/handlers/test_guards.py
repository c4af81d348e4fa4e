"""Forged buttons: whoever presses what was never shown to them changes nothing, and learns nothing."""

from typing import Any

import pytest

from handlers import errands
from storage import addresses, people
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, COORDINATOR, GROUP, HELPER, LEADER, MORNING, RESIDENT, Service

FOREIGN, FOREIGN_RESIDENT, STREET = "155", "104", "161"
OTHERS = {FOREIGN: "彭主任", FOREIGN_RESIDENT: "赵奶奶", STREET: "街道王主任"}
SECRETS = ("王阿姨", "130 0000 0001", "13000000001", "2单元 502", "请走后门")
# What would show that something was changed: the rows about the request, and about its team.
TABLES = (
    "SELECT id, state, helper_id, team_id, unit_id, merged_into_id, resolve_by_at, extended FROM service_requests",
    "SELECT id, move FROM request_events",
    "SELECT id, state FROM offers",
    "SELECT id, ended_at, due_at FROM assignments",
    "SELECT id, person_id, role, ended_at FROM roles",
    "SELECT id, mode, place_id FROM teams",
    "SELECT team_id, skill FROM team_skills",
    "SELECT id FROM reveals WHERE subject_id <> (SELECT id FROM people WHERE code = '赵奶奶')",
    "SELECT id, person_id FROM volunteers WHERE duty <> 'on'",
)
PRESSES = sorted({route.name for route in errands.ROUTES if route.on == "press" and route.where != "group"})
# One's own affairs: they change rows of the presser alone, whatever id stands behind them.
OWN = {"leave.role", "leave.sure", "invite.accept", "join.agree", "join.refuse"}
DANGEROUS = (
    *("board.show", "board.more", "board.history", "board.accept", "board.note", "board.assign", "board.self"),
    *("board.team", "board.group", "board.person", "board.transfer", "board.units", "board.unit", "board.outside"),
    *("board.refer", "board.merge", "board.into", "board.extend", "board.answer", "board.cancel", "board.reject"),
    *("dispute.begin", "dispute.keep", "dispute.back", "callback.done"),
)
ON_TEAMS = (
    *("team.show", "team.mode", "team.skills", "team.areas", "team.area", "team.skill", "team.member", "team.leave"),
    *("team.lead", "team.remove", "team.out", "team.more", "team.load", "team.most", "team.able", "team.can"),
)


async def seat(here: Service) -> None:
    """Gives people of the next community, and of the street, an address."""

    def work(tx: Transaction) -> None:
        for user, name in OTHERS.items():
            person = people.read_by_code(tx, name)
            assert person is not None
            addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=person.id, now=MORNING)

    await here.database.turn(work)


async def ids(here: Service) -> dict[str, int]:
    """The rows that buttons name."""

    def work(tx: Transaction) -> dict[str, int]:
        found = {
            "request": tx.get("SELECT id FROM service_requests ORDER BY id LIMIT 1")["id"],
            "team": tx.get("SELECT id FROM teams WHERE code = 'shuidian'")["id"],
            "member": tx.get("SELECT id FROM people WHERE code = '小赵'")["id"],
            "unit": tx.get("SELECT id FROM places WHERE code = 'liudi'")["id"],
            "offer": tx.get("SELECT id FROM offers ORDER BY id LIMIT 1")["id"],
        }
        held = tx.one("SELECT id FROM assignments ORDER BY id LIMIT 1")
        return found | ({"assignment": held["id"]} if held is not None else {})

    return await here.database.read(work)


async def rows(here: Service) -> list[list[tuple[Any, ...]]]:
    """Everything that must not change."""
    return await here.database.read(
        lambda tx: [sorted((tuple(row.values()) for row in map(dict, tx.all(sql))), key=repr) for sql in TABLES]
    )


async def taken(here: Service) -> dict[str, int]:
    """A request that 小李 has taken."""
    await seat(here)
    card = await here.ask_for_lamp()
    await here.press_in_group(HELPER, card)
    return await ids(here)


def forged(name: str, known: dict[str, int]) -> list[str]:
    """The ways in which a button could name these rows."""
    singles = [f"{name}:{number}" for number in known.values()]
    pairs = [f"{name}:{known['request']}/{known[other]}" for other in ("team", "member", "unit", "request")]
    return [*singles, *pairs, f"{name}:{known['team']}/{known['member']}", name]


@pytest.mark.parametrize("name", PRESSES)
async def test_a_stranger_changes_and_learns_nothing(here: Service, name: str) -> None:
    """Somebody of the next community presses each button that there is, with the ids of a request of this one."""
    known = await taken(here)
    before, said = await rows(here), len(await here.said(FOREIGN_RESIDENT))
    for action in forged(name, known):
        await here.press(FOREIGN_RESIDENT, action[:64])
    for one in (await here.said(FOREIGN_RESIDENT))[said:]:
        assert not [secret for secret in SECRETS if secret in one.text], one.text
    if name not in OWN:
        assert await rows(here) == before
    assert await here.count("parked_turns") == 0


@pytest.mark.parametrize("user", [FOREIGN, RESIDENT, HELPER])
async def test_moves_of_staff_are_refused_to_those_of_other_units(here: Service, user: str) -> None:
    """The coordinator of 柳堤, the resident and a volunteer, on a request of 和顺里: each press is refused in words."""
    known = await taken(here)
    before = await rows(here)
    pairs = {"board.team": "team", "board.group": "team", "board.person": "member", "board.unit": "unit"}
    for name in DANGEROUS:
        second = f"/{known[pairs[name]]}" if name in pairs else "/12333" if name == "board.refer" else ""
        second = f"/{known['request']}" if name == "board.into" else second
        await here.press(user, f"{name}:{known['request']}{second}")
        assert "办不了" in (await here.last(user)).text, name
    assert await rows(here) == before


@pytest.mark.parametrize("user", [FOREIGN, RESIDENT, HELPER])
async def test_a_team_is_looked_after_by_its_own_people_alone(here: Service, user: str) -> None:
    known = await taken(here)
    before = await rows(here)
    for name in ON_TEAMS:
        second = {"team.area": f"/{known['unit']}", "team.skill": "/care/0"}.get(name, f"/{known['member']}")
        alone = name in ("team.show", "team.mode", "team.skills", "team.areas")
        await here.press(user, f"{name}:{known['team']}{'' if alone else second}")
        assert "办不了" in (await here.last(user)).text, name
    assert await rows(here) == before


async def test_a_leader_assigns_within_the_own_team_and_changes_neither_leaders_nor_place(here: Service) -> None:
    await seat(here)
    await here.ask_for_lamp()
    known = await ids(here)
    before = await rows(here)
    for action in (
        f"team.lead:{known['team']}/{known['member']}",
        f"team.area:{known['team']}/{known['unit']}",
        f"board.group:{known['request']}/{known['team']}",
        f"board.show:{known['request']}",
    ):
        await here.press(LEADER, action)
        assert "办不了" in (await here.last(LEADER)).text, action
    assert await rows(here) == before
    await here.press(LEADER, f"board.person:{known['request']}/{known['member']}")
    assert await here.count("assignments", "ended_at IS NULL") == 1


async def test_the_street_may_what_its_communities_may(here: Service) -> None:
    known = await taken(here)
    await here.press(STREET, f"board.show:{known['request']}")
    assert "2单元 502" in (await here.last(STREET)).text
    await here.press(STREET, f"board.note:{known['request']}")
    await here.say(STREET, "请走后门")
    await here.press(COORDINATOR, f"board.show:{known['request']}")
    assert "请走后门" in (await here.last(COORDINATOR)).text
    assert not any("请走后门" in one.text for one in await here.said(GROUP))


async def test_each_look_at_a_card_is_logged(here: Service) -> None:
    known = await taken(here)
    looks = await here.count("reveals")
    for _ in range(2):
        await here.press(COORDINATOR, f"board.show:{known['request']}")
    assert await here.count("reveals") == looks + 2


@pytest.mark.parametrize("name", [*DANGEROUS, *ON_TEAMS, "board.open", "board.list", "board.filter"])
async def test_nonsense_from_a_coordinator_is_answered_in_words(here: Service, name: str) -> None:
    """Buttons that name nothing stop politely: none of them fails the turn."""
    await here.ask_for_lamp()
    before = await rows(here)
    for argument in ("", "0", "9" * 18, "x", "1/2", "late/0/u1", "all/0/t999", "new/x/q", "~/~/~"):
        await here.press(COORDINATOR, f"{name}:{argument}")
    assert await here.count("parked_turns") == 0
    assert await rows(here) == before
