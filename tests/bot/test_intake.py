"""Intake: one effect an update, committed before it is acknowledged, in order, and never torn."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels import Unavailable
from bot.flood import FloodControl
from handlers import errands
from handlers.errors import Refused
from handlers.incoming import Press
from handlers.routing import Route, Router
from handlers.turn import Turn
from storage import dialogues, service_requests
from storage.database import Database, open_database
from tests.bot.stage import ACCOUNT, GROUP, HELPER, KEYS, LAMP, RESIDENT, Clock, Service


async def test_a_repeated_update_does_nothing(service: Service) -> None:
    first = await service.say(RESIDENT, LAMP)
    before = await service.said(RESIDENT)
    await service.intake.receive(first)
    assert await service.said(RESIDENT) == before and before
    assert await service.count("inbox") == 1


async def test_repeats_at_the_same_moment_have_one_effect(service: Service) -> None:
    await service.say(RESIDENT, LAMP)
    action = (await service.last(RESIDENT)).action("确认")
    event = service.event(RESIDENT, press=None)
    event = replace(event, press=Press("q", action))
    await asyncio.gather(*(service.intake.receive(event) for _ in range(20)))
    assert await service.count("service_requests") == 1
    assert len(await service.said(GROUP)) == 1


async def test_repeats_that_reach_two_processes_have_one_effect(demo_url: str, tmp_path: Path) -> None:
    both = [await open_database(demo_url, KEYS) for _ in range(2)]
    try:
        services = [Service(database, tmp_path / "media") for database in both]
        for number in range(10):
            event = services[0].event(RESIDENT, f"第{number}件事")
            await asyncio.gather(*(each.intake.receive(event) for each in services for _ in range(3)))
        assert await services[0].count("inbox") == 10
        answers = [one for one in await services[0].said(RESIDENT) if "哪" in one.text]
        assert len(answers) <= 10
    finally:
        for database in both:
            await database.close()


async def test_receive_returns_after_the_commit(demo_url: str, tmp_path: Path) -> None:
    """What another connection sees at the moment when receive returns is the whole turn."""
    writer, reader = await open_database(demo_url, KEYS), await open_database(demo_url, KEYS)
    try:
        service = Service(writer, tmp_path / "media")
        seen_by_other = Service(reader, tmp_path / "media")
        for number in range(5):
            await service.say(RESIDENT, LAMP)
            assert await seen_by_other.count("inbox") == number + 1
            assert await seen_by_other.said(RESIDENT)
    finally:
        await writer.close()
        await reader.close()


async def test_without_a_database_nothing_is_acknowledged_and_nothing_stored(demo_url: str, tmp_path: Path) -> None:
    broken = await open_database(demo_url, KEYS)
    service = Service(broken, tmp_path / "media")
    event = service.event(RESIDENT, LAMP)
    await broken.close()
    with pytest.raises(Unavailable):
        await service.intake.receive(event)
    assert service.metrics.unavailable._value.get() == 1
    again = await open_database(demo_url, KEYS)
    try:
        later = Service(again, tmp_path / "media")
        assert await later.count("inbox") == 0 and await later.said(RESIDENT) == []
        await later.intake.receive(event)
        assert await later.count("inbox") == 1 and len(await later.said(RESIDENT)) == 1
    finally:
        await again.close()


async def test_an_outage_uses_nobodys_patience_up(demo_url: str, tmp_path: Path) -> None:
    """However often an update comes again while the database is away, it is handled when it is back."""
    flood = FloodControl()
    broken = await open_database(demo_url, KEYS)
    service = Service(broken, tmp_path / "media", flood=flood)
    event = service.event(RESIDENT, LAMP)
    await broken.close()
    for _ in range(60):
        with pytest.raises(Unavailable):
            await service.intake.receive(event)
    again = await open_database(demo_url, KEYS)
    try:
        later = Service(again, tmp_path / "media", flood=flood)
        await later.intake.receive(event)
        assert "太快" not in (await later.last(RESIDENT)).text
    finally:
        await again.close()


async def test_order_holds_in_each_chat(service: Service) -> None:
    """Several workers on PostgreSQL; the members of one chat are answered in the order in which they spoke."""
    people = [str(number) for number in range(900, 908)]
    for user in people:
        await service.say(user, "你好")
        await service.press(user, "join.agree")
        await service.press(user, "join.name:~")
        await service.press(user, "form.cancel")
        await service.press(user, "menu.ask")
        await service.press(user, "ask.item:pub.light")
        await service.say(user, "在楼道")  # the address
        await service.press(user, "form.skip:phone")
    lines = [[f"{user}说第{number}句" for number in range(8)] for user in people]
    await asyncio.gather(
        *(service.say(user, said[n]) for n in range(8) for user, said in zip(people, lines, strict=True))
    )
    for user, said in zip(people, lines, strict=True):
        assert [word for word in await _words(service, user) if "句" in word] == said


async def _words(service: Service, user: str) -> list[str]:
    """The words in the order in which the dialogue took them."""
    found = await service.database.turn(lambda tx: dialogues.lock(tx, ACCOUNT, user))
    assert found is not None
    return str(found.answers.get("words", "")).split("\n")


async def test_a_caller_that_goes_away_does_not_tear_a_turn(service: Service) -> None:
    for pauses in range(8):
        before = (await service.count("inbox"), len(await service.said(RESIDENT)))
        waiting = asyncio.create_task(service.intake.receive(service.event(RESIDENT, LAMP)))
        for _ in range(pauses):
            await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
        await service.intake.drain()
        begun = pauses > 0  # a task that was cancelled before its first step has handed nothing over
        assert await service.count("inbox") == before[0] + int(begun)
        assert (len(await service.said(RESIDENT)) > before[1]) is begun


async def test_stopping_waits_for_what_runs(service: Service) -> None:
    events = [service.event(RESIDENT, "水管坏了") for _ in range(10)]
    tasks = [asyncio.create_task(service.intake.receive(event)) for event in events]
    await asyncio.sleep(0)
    await service.intake.drain()
    assert await service.count("inbox") == 10
    assert all(task.done() for task in tasks) or await asyncio.gather(*tasks)


async def test_refused_rolls_back_and_answers(demo: Database, tmp_path: Path) -> None:
    def half(turn: Turn) -> None:
        service_requests.next_number(turn.tx, "20261123")
        turn.say("menu-ask")
        raise Refused("not-allowed")

    router = Router((*errands.ROUTES, Route("command", "half", half)))
    service = Service(demo, tmp_path / "media", router=router)
    before = await service.count("counters")
    event = await service.command(RESIDENT, "half")
    assert [one.text for one in await service.said(RESIDENT)] == ["这一步您现在办不了，有需要请找服务台。"]
    assert await service.count("counters") == before
    await service.intake.receive(event)
    assert len(await service.said(RESIDENT)) == 1 and await service.count("inbox") == 1


async def test_a_human_burst_is_all_handled(service: Service) -> None:
    await asyncio.gather(*(service.say(RESIDENT, f"第{number}句话") for number in range(25)))
    assert await service.count("inbox") == 25
    assert not [one for one in await service.said(RESIDENT) if "太快" in one.text]


async def test_what_was_written_while_we_were_away_is_all_handled(service: Service) -> None:
    """Two hours without Telegram: forty messages of an hour arrive in the same second."""
    start = service.clock.now()
    events = [replace(service.event(RESIDENT, f"第{n}句话"), at=start + timedelta(minutes=n)) for n in range(60)]
    service.clock.forward(7200)
    await asyncio.gather(*(service.intake.receive(event) for event in events))
    assert await service.count("inbox") == 60
    assert not [one for one in await service.said(RESIDENT) if "太快" in one.text]


async def test_a_flood_costs_little_and_is_answered_once(here: Service) -> None:
    await asyncio.gather(*(here.say(RESIDENT, f"刷{number}") for number in range(1000)))
    assert await here.count("inbox") <= 45
    assert len([one for one in await here.said(RESIDENT) if "太快" in one.text]) == 1
    assert here.metrics.dropped._value.get() >= 950
    await here.say(HELPER, "你好")
    assert await here.said(HELPER)


async def test_talk_in_a_group_that_is_not_ours_costs_nothing(here: Service) -> None:
    for number in range(50):
        await here.say(HELPER, f"大家好{number}", chat=GROUP, group=True, addressed=False)
    assert await here.count("inbox") == 0 and await here.said(GROUP) == []


@pytest.mark.parametrize("days", [-400, 400])
async def test_a_clock_that_jumps_loses_nothing(here: Service, clock: Clock, days: int) -> None:
    await here.say(RESIDENT, LAMP)
    clock.forward(days * 86400)
    await here.press_label(RESIDENT, "确认")
    card = (await here.last(GROUP)).action("我来")
    clock.forward(-days * 86400)
    await here.press_in_group(HELPER, card)
    assert any("130" in one.text for one in await here.said(HELPER))
    assert await here.count("service_requests", "state = 'claimed'") == 1
