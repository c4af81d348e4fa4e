"""Two channels that become one person, also where both sides say yes at the same moment."""

import asyncio
import re

from tests.bot.stage import HELPER, RESIDENT, Service


async def linked_half(service: Service, shows: str, types: str) -> str:
    """A code shown to one, typed and confirmed by the other; returns the action that remains to be pressed."""
    await service.command(shows, "link")
    code = re.search(r"\d{8}", (await service.last(shows)).text)
    assert code is not None
    await service.command(types, "link", code[0])
    await service.press_label(types, "是我")
    return next(said for said in reversed(await service.said(shows)) if "同一个人" in said.text).action("是我")


async def test_of_two_who_take_each_other_over_at_once_one_remains(service: Service) -> None:
    """Each turn holds its own dialogue and wants the other's; the second finds itself on both sides."""
    first = await linked_half(service, RESIDENT, HELPER)
    second = await linked_half(service, HELPER, RESIDENT)
    await asyncio.gather(service.press(RESIDENT, first), service.press(HELPER, second))
    assert await service.count("people", "state = 'merged'") == 1
    owners = f"SELECT COUNT(DISTINCT person_id) AS n FROM addresses WHERE user_key IN ('{RESIDENT}', '{HELPER}')"
    assert (await service.database.read(lambda tx: tx.get(owners)))["n"] == 1
    held = f"person_id = (SELECT person_id FROM addresses WHERE user_key = '{HELPER}') AND ended_at IS NULL"
    assert await service.count("roles", held) > 0, "the helper's own roles are still held by whoever remains"
    assert await service.count("parked_turns") == 0


async def test_a_role_that_both_held_is_held_once(service: Service) -> None:
    team = "SELECT person_id, place_id, team_id FROM roles WHERE team_id IS NOT NULL ORDER BY id LIMIT 1"
    held = await service.database.read(lambda tx: tx.get(team))
    resident = f"SELECT person_id FROM addresses WHERE user_key = '{RESIDENT}'"
    double = f"""
    INSERT INTO roles (id, person_id, role, place_id, team_id, granted_at)
    SELECT :id, ({resident}), 'volunteer', :place_id, :team_id, 1
    """
    values = {"place_id": held["place_id"], "team_id": held["team_id"]}
    await service.database.turn(lambda tx: tx.run(double, id=tx.new_id(), **values))
    await service.press(RESIDENT, await linked_half(service, RESIDENT, HELPER))
    await service.command(RESIDENT, "leave")
    roles = [choice.action for choice in (await service.last(RESIDENT)).choices if "leave.role" in choice.action]
    assert len(roles) == 1
    active = f"person_id = ({resident}) AND role = 'volunteer' AND ended_at IS NULL"
    assert await service.count("roles", active) == 1
    assert await service.count("roles", "ended_at IS NOT NULL") == 1
