"""The life of a request as a table: every move from every state, and what a move means for clock and helpers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest

from handlers.errors import Refused
from handlers.life.lifecycle import (
    CAME_FROM,
    CLOSED,
    HELD,
    MOVES,
    REOPENED_WITHIN,
    STATES,
    allowed,
    make,
    reach,
    reachable,
)
from handlers.turn import Speaker
from storage import assignments, request_events, service_requests, timers
from storage.service_requests import ServiceRequest
from storage.transaction import Transaction
from tests.bot.stage import Service, demo_community

T = TypeVar("T")
# domain.md §4, line by line. Added there: a dispatched request may be merged (it is dispatched within the same second,
# and duplicates are seen later), one that was reopened may be cancelled by its resident.
DOMAIN = {
    "submitted": {"accepted", "answered", "referred", "rejected", "merged", "cancelled"},
    "accepted": {"dispatched", "answered", "referred", "merged", "cancelled"},
    "dispatched": {"claimed", "dispatched", "disputed", "referred", "cancelled", "merged"},
    "disputed": {"dispatched", "cancelled"},
    "claimed": {"contacted", "dispatched", "cancelled"},
    "contacted": {"in_progress", "waiting_requester", "dispatched", "cancelled"},
    "waiting_requester": {CAME_FROM, "cancelled"},
    "in_progress": {"done", "waiting_requester", "extended", "dispatched", "cancelled"},
    "extended": {"in_progress"},
    "done": {"confirmed", "reopened", "unanswered"},
    "confirmed": {"archived", "reopened"},
    "unanswered": {"archived", "reopened"},
    "reopened": {"dispatched", "cancelled"},
    "merged": {"archived"},
    "referred": {"archived"},
    "answered": {"archived"},
    "rejected": {"archived"},
    "cancelled": {"archived"},
    "archived": set(),
}


async def turn(here: Service, work: Callable[[Speaker], T]) -> T:
    return await here.database.turn(lambda tx: work(Speaker(tx, here.clock.now(), demo_community())))


async def in_state(here: Service, state: str) -> ServiceRequest:
    await here.ask_for_lamp()

    def put(tx: Transaction) -> ServiceRequest:
        closed = 1 if state in CLOSED else None
        tx.run("UPDATE service_requests SET state = :state, closed_at = :closed", state=state, closed=closed)
        request = service_requests.read(tx, tx.get("SELECT id FROM service_requests")["id"])
        assert request is not None
        return replace(request, closed_at=here.clock.now() if closed else None)

    return await here.database.turn(put)


def test_the_table_is_the_domains() -> None:
    assert set(DOMAIN) == STATES
    for state in STATES:
        assert {to for starts, to in MOVES.values() if state in starts} == DOMAIN[state], state


@pytest.mark.parametrize("state", sorted(STATES))
async def test_each_move_from_each_state(here: Service, state: str) -> None:
    request = await in_state(here, state)
    helper = request.person_id
    for move, (starts, to_state) in MOVES.items():
        if state not in starts:
            with pytest.raises(Refused):
                await turn(here, lambda speaker, move=move: make(speaker, request, move, actor_id=None))
            continue
        moved = await turn(
            here, lambda speaker, move=move: make(speaker, request, move, actor_id=None, helper_id=helper)
        )
        assert moved.state == ("in_progress" if to_state == CAME_FROM else to_state)
        assert (moved.closed_at is not None) == (moved.state in CLOSED)
        stored = await here.database.read(lambda tx: service_requests.read(tx, request.id))
        assert stored is not None and (stored.state, stored.helper_id) == (moved.state, moved.helper_id)
        await here.database.turn(
            lambda tx: tx.run("UPDATE service_requests SET state = :state, closed_at = NULL", state=state)
        )


async def test_who_is_second_is_refused(here: Service) -> None:
    """Two hold the same view of the request; the row count tells who was quicker."""
    request = await in_state(here, "dispatched")

    def claim(speaker: Speaker) -> ServiceRequest:
        return make(speaker, request, "claim", actor_id=1, helper_id=request.person_id)

    await turn(here, claim)
    with pytest.raises(Refused):
        await turn(here, claim)
    events = await here.database.read(lambda tx: request_events.of_request(tx, request.id))
    assert [event.move for event in events].count("claim") == 1


async def test_closed_requests_do_not_move_but_to_be_reopened_or_archived(here: Service) -> None:
    request = await in_state(here, "confirmed")
    for state in CLOSED:
        assert {move for move in MOVES if allowed(move, replace(request, state=state))} <= {"reopen", "archive"}


async def test_it_can_be_reopened_for_seven_days(here: Service) -> None:
    request = await in_state(here, "confirmed")
    assert request.closed_at is not None
    assert allowed("reopen", request, request.closed_at + REOPENED_WITHIN)
    assert not allowed("reopen", request, request.closed_at + REOPENED_WITHIN + timedelta(seconds=1))


async def test_what_comes_before_a_move_is_made_on_the_way(here: Service) -> None:
    request = await in_state(here, "claimed")
    ready = await turn(here, lambda speaker: reach(speaker, request, "finish", actor_id=7))
    assert ready.state == "in_progress" and ready.contacted_at == here.clock.now()
    events = await here.database.read(lambda tx: request_events.of_request(tx, request.id))
    assert [event.move for event in events][-2:] == ["contact", "start"]
    assert not reachable("finish", replace(request, state="dispatched"), here.clock.now())
    assert not reachable("claim", replace(request, state="done"), here.clock.now())


async def test_another_helper_takes_over_and_the_first_is_free(here: Service) -> None:
    request = await in_state(here, "in_progress")

    def hand_over(speaker: Speaker) -> ServiceRequest:
        first = assignments.create(speaker.tx, request.id, request.person_id, None, speaker.now)
        moved = reach(speaker, request, "claim", actor_id=None)
        ended = assignments.read(speaker.tx, first.id)
        assert ended is not None and ended.ended == "hand over" and ended.ended_at == speaker.now
        return moved

    moved = await turn(here, hand_over)
    assert (moved.state, moved.helper_id) == ("dispatched", None)


async def test_an_extension_is_given_once(here: Service) -> None:
    request = await in_state(here, "in_progress")
    later = request.resolve_by + timedelta(days=3)
    extended = await turn(here, lambda speaker: make(speaker, request, "extend", actor_id=1, resolve_by=later))
    assert extended.resolve_by == later
    again = await turn(here, lambda speaker: make(speaker, extended, "resume", actor_id=1))
    assert not allowed("extend", again)
    with pytest.raises(Refused):
        await turn(here, lambda speaker: make(speaker, again, "extend", actor_id=1))


async def test_the_clock_stands_while_the_resident_is_waited_for(here: Service) -> None:
    request = await in_state(here, "contacted")
    due = await waiting(here, request, "resolve.")
    wait = await turn(here, lambda speaker: make(speaker, request, "wait", actor_id=1))
    assert await waiting(here, request, "waiting.") == [here.clock.now() + timedelta(hours=72)]
    here.clock.forward(5 * 3600)
    on = await turn(here, lambda speaker: make(speaker, wait, "go on", actor_id=1))
    assert on.state == "contacted" and on.resolve_by == request.resolve_by + timedelta(hours=5)
    assert await waiting(here, request, "resolve.") == [each + timedelta(hours=5) for each in due]
    assert await waiting(here, request, "waiting.") == []


async def test_the_clock_stands_for_seventy_two_hours_at_most(here: Service) -> None:
    request = await in_state(here, "in_progress")
    wait = await turn(here, lambda speaker: make(speaker, request, "wait", actor_id=1))
    here.clock.forward(100 * 3600)
    on = await turn(here, lambda speaker: make(speaker, wait, "go on", actor_id=1))
    assert on.state == "in_progress" and on.resolve_by == request.resolve_by + timedelta(hours=72)


async def test_nothing_falls_due_any_more_when_it_is_over(here: Service) -> None:
    request = await in_state(here, "in_progress")
    await turn(here, lambda speaker: make(speaker, request, "cancel", actor_id=1))
    assert await waiting(here, request, "res") == []
    assert len(await waiting(here, request, "archive")) == 1


async def waiting(here: Service, request: ServiceRequest, kind: str) -> list[object]:
    found = await here.database.read(lambda tx: timers.of_request(tx, request.id))
    return [each.due_at for each in found if each.state == "waiting" and each.kind.startswith(kind)]


def test_every_state_can_be_reached_and_left() -> None:
    reached, queue = {"submitted"}, ["submitted"]
    while queue:
        state = queue.pop()
        for starts, to_state in MOVES.values():
            if state in starts and to_state not in reached and to_state != CAME_FROM:
                reached.add(to_state)
                queue.append(to_state)
    assert reached == STATES
    assert HELD < STATES and CLOSED < STATES
