"""The life of a request as a table: every move from every state."""

from functools import partial

import pytest

from handlers.errors import Refused
from handlers.lifecycle import CLOSED, MOVES, allowed, make
from storage import service_requests
from storage.service_requests import ServiceRequest
from storage.transaction import Transaction
from tests.bot.stage import Service

STATES = sorted(
    {to_state for _, to_state in MOVES.values()} | {state for starts, _ in MOVES.values() for state in starts}
)


async def in_state(here: Service, state: str) -> ServiceRequest:
    await here.ask_for_lamp()

    def put(tx: Transaction) -> ServiceRequest:
        tx.run("UPDATE service_requests SET state = :state", state=state)
        request = service_requests.read(tx, tx.get("SELECT id FROM service_requests")["id"])
        assert request is not None
        return request

    return await here.database.turn(put)


@pytest.mark.parametrize("state", STATES)
async def test_each_move_from_each_state(here: Service, state: str) -> None:
    request = await in_state(here, state)
    for move, (starts, to_state) in MOVES.items():
        if state not in starts:
            with pytest.raises(Refused):
                await here.database.turn(partial(make, request=request, move=move, actor_id=None, now=here.clock.now()))
            continue
        moved = await here.database.turn(
            partial(make, request=request, move=move, actor_id=None, now=here.clock.now(), helper_id=request.person_id)
        )
        assert moved.state == to_state and (moved.closed_at is not None) == (to_state in CLOSED)
        stored = await here.database.read(lambda tx: service_requests.read(tx, request.id))
        assert stored is not None and (stored.state, stored.helper_id) == (moved.state, moved.helper_id)
        await here.database.turn(
            lambda tx: tx.run("UPDATE service_requests SET state = :state, closed_at = NULL", state=state)
        )


async def test_who_is_second_is_refused(here: Service) -> None:
    """Two hold the same view of the request; the row count tells who was quicker."""
    request = await in_state(here, "dispatched")

    def claim(tx: Transaction) -> ServiceRequest:
        return make(tx, request, "claim", actor_id=1, now=here.clock.now(), helper_id=request.person_id)

    await here.database.turn(claim)
    with pytest.raises(Refused):
        await here.database.turn(claim)
    events = await here.database.read(lambda tx: service_requests.events(tx, request.id))
    assert [event.move for event in events].count("claim") == 1


def test_closed_requests_do_not_move_but_to_be_reopened() -> None:
    for state in CLOSED:
        assert {move for move in MOVES if allowed(move, state)} <= {"reopen"}


def test_every_state_can_be_reached_and_left() -> None:
    reached, queue = {"submitted"}, ["submitted"]
    while queue:
        state = queue.pop()
        for starts, to_state in MOVES.values():
            if state in starts and to_state not in reached:
                reached.add(to_state)
                queue.append(to_state)
    assert reached == set(STATES)
