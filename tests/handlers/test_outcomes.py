"""The end of a request: old and forged buttons, who may answer, and what stands in the history afterwards."""

import asyncio
from datetime import timedelta

import pytest

from handlers.figures import rates
from storage import request_events, service_requests
from storage.request_events import Event
from storage.service_requests import ServiceRequest
from tests.bot.stage import COORDINATOR, DESK, HELPER, LEADER, RESIDENT, SECOND, Service

ANSWERS = ("solved", "partly", "not", "needless")


async def finished(service: Service) -> int:
    """A lamp that the helper says is mended; returns the request's id."""
    await service.press_in_group(HELPER, await service.ask_for_lamp())
    await service.press_label(HELPER, "办好了")
    await service.say(HELPER, "换了灯泡")
    row = await service.database.read(lambda tx: tx.get("SELECT id FROM service_requests"))
    return int(row["id"])


async def read(service: Service, request_id: int) -> ServiceRequest:
    found = await service.database.read(lambda tx: service_requests.read(tx, request_id))
    assert found is not None
    return found


async def events(service: Service, request_id: int, *moves: str) -> list[Event]:
    found = await service.database.read(lambda tx: request_events.of_request(tx, request_id))
    return [event for event in found if event.move in moves]


@pytest.mark.parametrize("answer", [*ANSWERS, "on"])
@pytest.mark.parametrize("user", [HELPER, SECOND, LEADER])
async def test_nobody_answers_for_somebody_else(here: Service, user: str, answer: str) -> None:
    """Neither the helper nor others of the team: that would be marking one's own work."""
    request_id = await finished(here)
    await here.press(user, f"outcome.{answer}:{request_id}")
    assert "不是您提的" in (await here.last(user)).text
    assert (await read(here, request_id)).state == "done"


@pytest.mark.parametrize(("answer", "state", "outcome"), [
    ("solved", "confirmed", "solved"),
    ("partly", "confirmed", "partly"),
    ("needless", "confirmed", "not needed"),
    ("not", "dispatched", "not solved"),
])  # fmt: skip
async def test_each_answer_is_kept(service: Service, answer: str, state: str, outcome: str) -> None:
    request_id = await finished(service)
    await service.press(RESIDENT, f"outcome.{answer}:{request_id}")
    request = await read(service, request_id)
    assert (request.state, request.outcome) == (state, outcome)
    (event,) = await events(service, request_id, "confirm", "reopen")
    assert event.data == {"outcome": outcome}
    assert await service.count("timers", "kind LIKE 'outcome.%' AND state = 'waiting'") == 0


async def test_the_desk_notes_what_it_was_told_by_phone(here: Service) -> None:
    request_id = await finished(here)
    await here.press(DESK, f"outcome.solved:{request_id}")
    (event,) = await events(here, request_id, "confirm")
    assert event.data == {"outcome": "solved", "by": "call"}
    assert event.actor_id is not None
    assert "已有人答复" in (await here.last(RESIDENT)).text


@pytest.mark.parametrize("second", ["solved", "partly", "needless"])
async def test_a_second_answer_changes_nothing(here: Service, second: str) -> None:
    request_id = await finished(here)
    await here.press(RESIDENT, f"outcome.partly:{request_id}")
    await here.press(RESIDENT, f"outcome.{second}:{request_id}")
    assert "已经答复过" in (await here.last(RESIDENT)).text
    assert (await read(here, request_id)).outcome == "partly"


async def test_a_second_no_is_told_that_it_is_on_its_way(here: Service) -> None:
    request_id = await finished(here)
    await here.press(RESIDENT, f"outcome.not:{request_id}")
    await here.press(RESIDENT, f"outcome.not:{request_id}")
    assert "已经在重新办" in (await here.last(RESIDENT)).text
    assert len(await events(here, request_id, "reopen")) == 1


@pytest.mark.parametrize(("days", "again"), [(timedelta(days=7), True), (timedelta(days=7, seconds=1), False)])
async def test_it_can_be_reopened_for_seven_days(here: Service, days: timedelta, again: bool) -> None:
    request_id = await finished(here)
    await here.press(RESIDENT, f"outcome.solved:{request_id}")
    here.clock.time += days
    await here.press(RESIDENT, f"outcome.not:{request_id}")
    assert bool(await events(here, request_id, "reopen")) is again


async def test_yes_and_no_at_the_same_moment_leave_one_way(service: Service) -> None:
    """Whichever comes first; afterwards state, outcome and history agree."""
    request_id = await finished(service)
    presses = (service.press(RESIDENT, f"outcome.{answer}:{request_id}") for answer in ("solved", "needless"))
    await asyncio.gather(*presses)
    request = await read(service, request_id)
    (event,) = await events(service, request_id, "confirm")
    assert request.state == "confirmed"
    assert event.data["outcome"] == request.outcome


async def test_stars_for_what_is_no_longer_said_are_not_kept(here: Service) -> None:
    """The question for stars waits while the resident says that it is not solved after all."""
    request_id = await finished(here)
    await here.press(RESIDENT, f"outcome.solved:{request_id}")
    await here.press(COORDINATOR, f"outcome.not:{request_id}")
    await here.say(RESIDENT, "5")
    assert (await read(here, request_id)).stars is None
    assert await events(here, request_id, rates.RATE) == []


@pytest.mark.parametrize(("stars", "again"), [(5, 1), (4, None), (3, None), (2, 0), (1, 0)])
async def test_stars_say_whether_the_same_helper_is_wished_for(here: Service, stars: int, again: int | None) -> None:
    request_id = await finished(here)
    await here.press(RESIDENT, f"outcome.solved:{request_id}")
    await here.say(RESIDENT, str(stars))
    row = await here.database.read(lambda tx: tx.get("SELECT again FROM assignments"))
    assert row["again"] == again
    (event,) = await events(here, request_id, rates.RATE)
    assert event.data == {"stars": stars}


async def test_words_are_kept_sealed_and_reach_no_helper(here: Service) -> None:
    request_id = await finished(here)
    await here.press(RESIDENT, f"outcome.partly:{request_id}")
    await here.say(RESIDENT, "4")
    await here.say(RESIDENT, "二楼的还不亮")
    assert (await read(here, request_id)).feedback == "二楼的还不亮"
    assert not any("二楼" in said.text for said in await here.said(HELPER))
    assert any("二楼" in said.text for said in await here.said(COORDINATOR))
