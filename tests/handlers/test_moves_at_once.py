"""The whole table of moves, by several people at once on the same requests: whatever they try, these rules hold."""

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from handlers.community import Community
from handlers.errors import Refused
from handlers.life.lifecycle import CAME_FROM, CLOSED, HELD, MOVES, REOPENED_WITHIN, make, reach
from handlers.turn import Speaker
from storage import assignments, request_events, service_requests, timers
from storage.database import Database
from storage.request_events import Event
from storage.service_requests import ServiceRequest
from storage.transaction import Transaction
from tests.bot.stage import demo_community
from tests.storage.samples import NOW, founded, new_request
from tests.storage.samples import Community as Sample

REQUESTS, ACTORS = 2, 4
ATTEMPT = st.tuples(
    st.integers(0, ACTORS - 1),
    st.integers(0, REQUESTS - 1),
    st.sampled_from(sorted(set(MOVES) - {"submit"})),
    st.booleans(),  # straight away, or with the moves that come before
)
# Moves that lead on come more often: otherwise few lives would come far.
LEADING = (
    *("accept", "dispatch", "claim", "contact", "start", "finish", "wait", "go on", "reopen", "confirm", "extend"),
    *(
        "resume",
        "give back",
        "hand over",
        "replace",
        "close unanswered",
        "close unanswered",
        "claim",
        "start",
        "finish",
    ),
)
ONWARD = st.tuples(st.integers(0, ACTORS - 1), st.integers(0, REQUESTS - 1), st.sampled_from(LEADING), st.just(True))
SECONDS = st.sampled_from((0, 60, 3600, 86_400, 4 * 86_400))  # between two rounds
ROUNDS = st.lists(
    st.tuples(
        st.lists(st.one_of(ONWARD, ONWARD, ONWARD, ONWARD, ONWARD, ATTEMPT), min_size=1, max_size=ACTORS),
        SECONDS,
    ),
    min_size=12,
    max_size=30,
)
MADE: dict[int, set[str]] = {}  # which moves the examples on a database have made
SERVING: Community = replace(demo_community(), rng=random.Random(1))
Attempt: TypeAlias = tuple[int, int, str, bool]  # who, which request, which move, with what comes before it


# A long life, so that each move comes at least once, whatever is drawn besides.
LONG = (
    *("claim", "give back", "claim", "hand over", "claim", "replace", "claim", "start", "extend", "resume", "wait"),
    *("go on", "finish", "reopen", "claim", "finish", "confirm", "reopen", "claim", "finish", "close unanswered"),
    "archive",
)


@settings(
    max_examples=60,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(rounds=ROUNDS)
@example(rounds=[([(0, 0, move, True)], 60) for move in LONG])
@example(rounds=[([(0, 0, "dispute", True), (1, 1, "reject", False)], 60), ([(0, 0, "merge", True)], 0)])
@example(rounds=[([(0, 0, "answer", True), (1, 1, "refer", True)], 60)])
async def test_whoever_moves_what_the_rules_hold(
    database: Database, sample: Sample, rounds: list[tuple[list[Attempt], int]]
) -> None:
    numbers = await database.turn(lambda tx: _requests(tx, sample))
    made = MADE.setdefault(id(database), set())
    now = NOW
    for attempts, seconds in rounds:
        now += timedelta(seconds=seconds)
        await asyncio.gather(*(_try(database, sample, numbers, one, now) for one in attempts))
        await database.read(lambda tx: [_check(tx, number, made) for number in numbers])


@pytest.fixture
async def sample(database: Database) -> AsyncIterator[Sample]:
    """The small community, made once for all examples. After them every move of the table has been made."""
    yield await founded(database)
    assert MADE.pop(id(database)) == set(MOVES)


def _requests(tx: Transaction, sample: Sample) -> list[int]:
    made = [new_request(tx, sample.estate, sample.resident) for _ in range(REQUESTS)]
    for request in made:
        tx.run("UPDATE service_requests SET state = 'submitted' WHERE id = :id", id=request.id)
        request_events.add(tx, request.id, move="submit", from_state=None, to_state="submitted", actor_id=None, now=NOW)
    return sorted(request.id for request in made)


async def _try(database: Database, sample: Sample, numbers: list[int], one: Attempt, at: datetime) -> None:
    _, place, move, on_the_way = one

    def work(tx: Transaction) -> None:
        speaker = Speaker(tx, at, SERVING)
        request = service_requests.lock(tx, numbers[place])
        assert request is not None
        if on_the_way:
            request = reach(speaker, request, move, actor_id=sample.volunteer.id)
        moved = make(speaker, request, move, actor_id=sample.volunteer.id, helper_id=sample.volunteer.id)
        if move == "claim":
            assignments.create(tx, moved.id, sample.volunteer.id, None, speaker.now)

    try:
        await database.turn(work)
    except Refused:
        return


def _check(tx: Transaction, number: int, made: set[str]) -> None:
    request = service_requests.read(tx, number)
    assert request is not None
    made |= {each.move for each in _checked_history(tx, request)}
    held = assignments.held(tx, number)
    if request.state in HELD:
        assert request.helper_id is not None and len(held) == 1
    else:
        assert not held
    if request.state in ("submitted", "accepted", "dispatched", "disputed", "reopened"):
        assert request.state in ("submitted", "accepted") or request.helper_id is None
    assert (request.closed_at is not None) == (request.state in CLOSED)
    assert (request.waiting_at is not None) == (request.state == "waiting_requester")
    waiting = [timer.kind for timer in timers.of_request(tx, number) if timer.state == "waiting"]
    assert len(waiting) == len(set(waiting))
    if request.state in CLOSED:
        assert set(waiting) <= {"archive"}


def _checked_history(tx: Transaction, request: ServiceRequest) -> list[Event]:
    history = request_events.of_request(tx, request.id)
    assert history[0].from_state is None and history[-1].to_state == request.state
    for first, later in pairwise(history):
        assert later.from_state == first.to_state and later.at >= first.at
        starts, leads_to = MOVES[later.move]
        assert later.from_state in starts
        assert later.to_state == leads_to or leads_to == CAME_FROM
        if later.move == "reopen" and later.from_state in CLOSED:
            assert later.at - first.at <= REOPENED_WITHIN
    assert [each.move for each in history].count("extend") <= 1
    return history
