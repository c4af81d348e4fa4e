"""The ladder of deadlines: each rung is told once, to the right people, and stands in the history."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from handlers import errands
from handlers.life import lifecycle
from handlers.turn import Speaker
from storage import addresses, assignments, request_events, service_requests
from storage.service_requests import ServiceRequest
from tests.bot.stage import ACCOUNT, COORDINATOR, HELPER, LEADER, RESIDENT, Service, demo_community

T = TypeVar("T")
TIMERS = next(job for job in errands.JOBS if job.name == "timers of requests")


async def turn(here: Service, work: Callable[[Speaker], T]) -> T:
    return await here.database.turn(lambda tx: work(Speaker(tx, here.clock.now(), demo_community())))


async def held(here: Service, *, contacted: bool) -> ServiceRequest:
    """A request that the helper holds, far from any quiet hours' edge."""
    await here.ask_for_lamp()

    def work(speaker: Speaker) -> ServiceRequest:
        found = addresses.find(speaker.tx, ACCOUNT, HELPER)
        assert found is not None and found.person_id is not None
        number = speaker.tx.get("SELECT id FROM service_requests")["id"]
        request = service_requests.lock(speaker.tx, number)
        assert request is not None
        request = lifecycle.make(speaker, request, "claim", actor_id=found.person_id, helper_id=found.person_id)
        assignments.create(speaker.tx, request.id, found.person_id, request.team_id, speaker.now)
        return lifecycle.reach(speaker, request, "finish" if contacted else "contact", actor_id=None)

    return await turn(here, work)


async def pass_to(here: Service, when: object) -> None:
    """Moves the clock there in steps of an hour, and lets the timers fire."""
    while here.clock.now() < when:  # type: ignore[operator]
        here.clock.forward(3600)
        while await turn(here, TIMERS.run):
            pass


async def rungs(here: Service, request: ServiceRequest) -> list[tuple[str, str]]:
    events = await here.database.read(lambda tx: request_events.of_request(tx, request.id))
    return [(event.data["limit"], event.data["rung"]) for event in events if event.move == "ladder"]


async def heard(here: Service, user: str, words: str) -> int:
    return len([one for one in await here.said(user) if words in one.text])


async def test_each_rung_is_climbed_once_and_told_to_whom_it_concerns(here: Service) -> None:
    request = await held(here, contacted=True)
    await pass_to(here, request.resolve_by - timedelta(hours=1))
    assert await rungs(here, request) == [("resolve", "warning")]
    assert await heard(here, HELPER, "还来得及吗") == 1
    await pass_to(here, request.resolve_by + timedelta(days=9))
    climbed = [rung for limit, rung in await rungs(here, request) if limit == "resolve"]
    assert climbed == ["warning", "due", "leader", "coordinator", "street"]
    assert await heard(here, HELPER, "办不了就交回来") == 1
    assert await heard(here, LEADER, "还没办好，请看看") == 1
    assert await heard(here, COORDINATOR, "还没办好，请看看") == 1
    assert await heard(here, RESIDENT, "比说好的慢了") == 1


async def test_after_the_first_contact_nobody_is_reminded_of_it(here: Service) -> None:
    request = await held(here, contacted=True)
    await pass_to(here, request.respond_by + timedelta(days=1))
    assert not [rung for rung in await rungs(here, request) if rung[0] == "respond"]


async def test_when_it_is_done_the_ladder_is_gone(here: Service) -> None:
    request = await held(here, contacted=True)
    await turn(here, lambda speaker: lifecycle.make(speaker, request, "finish", actor_id=None))
    await pass_to(here, request.resolve_by + timedelta(days=2))
    assert await rungs(here, request) == []


async def test_while_it_waits_for_the_resident_the_ladder_waits_too(here: Service) -> None:
    request = await held(here, contacted=True)
    await turn(here, lambda speaker: lifecycle.make(speaker, request, "wait", actor_id=None))
    await pass_to(here, request.resolve_by)
    assert await rungs(here, request) == []
    later = await here.database.read(lambda tx: service_requests.read(tx, request.id))
    assert later is not None and later.resolve_by == request.resolve_by + timedelta(hours=72)
    await pass_to(here, later.resolve_by + timedelta(hours=1))
    assert await rungs(here, request) == [("resolve", "warning"), ("resolve", "due")]


async def test_an_extension_brings_its_own_warning_and_reminder(here: Service) -> None:
    request = await held(here, contacted=True)
    await pass_to(here, request.resolve_by + timedelta(minutes=30))
    later = here.clock.now() + timedelta(days=3)
    await turn(
        here, lambda speaker: lifecycle.make(speaker, _now(speaker, request), "extend", actor_id=1, resolve_by=later)
    )
    await pass_to(here, later + timedelta(hours=1))
    climbed = [rung for limit, rung in await rungs(here, request) if limit == "resolve"]
    assert climbed == ["warning", "due", "warning", "due"]


async def test_what_nobody_takes_is_told_of_when_its_time_is_over(here: Service) -> None:
    """While a team is asked the rounds of asking speak; when they have ended, somebody must still hear."""
    await here.ask_for_lamp()
    number = (await here.database.read(lambda tx: tx.get("SELECT id FROM service_requests")))["id"]
    request = await turn(here, lambda speaker: service_requests.read(speaker.tx, number))
    assert request is not None
    await pass_to(here, request.resolve_by + timedelta(hours=2))
    told = [event.data for event in await _lines(here, request) if event.data["limit"] == "resolve"]
    assert [each["rung"] for each in told] == ["warning", "due"] and all(each["told"] for each in told)


async def _lines(here: Service, request: ServiceRequest) -> list[request_events.Event]:
    events = await here.database.read(lambda tx: request_events.of_request(tx, request.id))
    return [event for event in events if event.move == "ladder"]


def _now(speaker: Speaker, request: ServiceRequest) -> ServiceRequest:
    found = service_requests.lock(speaker.tx, request.id)
    assert found is not None
    return found
