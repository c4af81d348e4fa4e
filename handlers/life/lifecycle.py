"""The life of a request: one table of allowed moves (domain.md §4), and the one function that makes a move.

Every move is an event row. Two who try the same move at once are told apart by the row count of one UPDATE. What a move
means for the clock and for those who hold the request follows here too, so that no errand can forget it.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from handlers.errors import Refused
from handlers.life import clocks, deadlines
from handlers.turn import Speaker
from storage import assignments, request_events, service_requests, timers
from storage.service_requests import ServiceRequest

CAME_FROM = "the state it came from"
WITH_HELPER = frozenset({"claimed", "contacted", "in_progress"})
# move: (states it may start from, state it leads to)
MOVES: dict[str, tuple[frozenset[str], str]] = {
    "submit": (frozenset(), "submitted"),
    "accept": (frozenset({"submitted"}), "accepted"),
    "answer": (frozenset({"submitted", "accepted"}), "answered"),
    "refer": (frozenset({"submitted", "accepted", "dispatched"}), "referred"),
    "reject": (frozenset({"submitted"}), "rejected"),
    "merge": (frozenset({"submitted", "accepted", "dispatched"}), "merged"),
    "dispatch": (frozenset({"accepted", "dispatched", "disputed", "reopened"}), "dispatched"),
    "dispute": (frozenset({"dispatched"}), "disputed"),
    "claim": (frozenset({"dispatched"}), "claimed"),
    "give back": (WITH_HELPER, "dispatched"),
    "hand over": (WITH_HELPER, "dispatched"),
    "replace": (WITH_HELPER, "dispatched"),
    "contact": (frozenset({"claimed"}), "contacted"),
    "start": (frozenset({"contacted"}), "in_progress"),
    "wait": (frozenset({"contacted", "in_progress"}), "waiting_requester"),
    "go on": (frozenset({"waiting_requester"}), CAME_FROM),
    "extend": (frozenset({"in_progress"}), "extended"),
    "resume": (frozenset({"extended"}), "in_progress"),
    "finish": (frozenset({"in_progress"}), "done"),
    "confirm": (frozenset({"done"}), "confirmed"),
    "close unanswered": (frozenset({"done"}), "unanswered"),
    "reopen": (frozenset({"done", "confirmed", "unanswered"}), "reopened"),
    "cancel": (
        WITH_HELPER | {"submitted", "accepted", "dispatched", "disputed", "waiting_requester", "reopened"},
        "cancelled",
    ),
    "archive": (
        frozenset({"confirmed", "unanswered", "merged", "referred", "answered", "rejected", "cancelled"}),
        "archived",
    ),
}
STATES = frozenset(to_state for _, to_state in MOVES.values()) - {CAME_FROM}
CLOSED = frozenset({"confirmed", "unanswered", "merged", "referred", "answered", "rejected", "cancelled", "archived"})
HELD = WITH_HELPER | {"waiting_requester", "extended"}  # somebody is on it
NO_HELPER = frozenset({"dispatched", "disputed", "reopened"})
ONCE = frozenset({"extend"})
NEEDS_CONSENT = frozenset({"accept", "dispatch", "claim"})  # of whom it is for; an emergency waits for none
REOPENED_WITHIN = timedelta(days=7)
# What may be done on the way to a move, without anybody asking for it.
ON_THE_WAY = ("accept", "dispatch", "contact", "start", "go on", "resume", "hand over")


def allowed(move: str, request: ServiceRequest, now: datetime | None = None) -> bool:
    """Whether a request may make this move as it stands (and `now`, where time matters)."""
    if request.state not in MOVES[move][0] or (move in ONCE and request.extended):
        return False
    late = now is not None and request.closed_at is not None and now - request.closed_at > REOPENED_WITHIN
    return not (move == "reopen" and late)


def make(
    speaker: Speaker,
    request: ServiceRequest,
    move: str,
    *,
    actor_id: int | None,
    helper_id: int | None = None,
    team_id: int | None = None,
    resolve_by: datetime | None = None,
    note: str = "",
    data: Mapping[str, Any] | None = None,
) -> ServiceRequest:
    """Makes a move and writes its event; returns the request as it is now.

    `helper_id` and `team_id` stay as they are unless given; a move that frees the helper empties it. `resolve_by` is
    the new limit that an extension gives. `note` is the reason in words (sealed), `data` reason codes and the like,
    nothing personal. Raises Refused where the move is not allowed, somebody was quicker, or consent is still awaited.
    """
    if not allowed(move, request, speaker.now):
        raise Refused("request-moved-on", number=request.number)
    if move in NEEDS_CONSENT and request.consent == "waiting":
        raise Refused("proxy-consent-first", number=request.number)
    moved = _moved(speaker, request, move, helper_id, team_id, resolve_by)
    if not service_requests.move(speaker.tx, moved, request.state):
        raise Refused("request-moved-on", number=request.number)
    request_events.add(
        speaker.tx,
        request.id,
        move=move,
        from_state=request.state,
        to_state=moved.state,
        actor_id=actor_id,
        now=speaker.now,
        note=note,
        team_id=moved.team_id,
        data=data,
        deadline=moved.resolve_by if move in deadlines.TELLS_LIMIT else None,
        place_id=moved.home_id if move in deadlines.TELLS_LIMIT else None,
    )
    _free_helpers(speaker, moved, move)
    deadlines.follow(speaker, request, moved, move)
    return moved


def reach(speaker: Speaker, request: ServiceRequest, move: str, *, actor_id: int | None) -> ServiceRequest:
    """Makes the moves that must come before `move` (contact and start before finish, say), and not the move itself.

    Raises Refused where no way leads there.
    """
    for step in _way_to(request, move):
        request = make(speaker, request, step, actor_id=actor_id)
    return request


def reachable(move: str, request: ServiceRequest, now: datetime) -> bool:
    """Whether `reach` and then `make` would succeed."""
    if allowed(move, request, now):
        return True
    try:
        return bool(_way_to(request, move))
    except Refused:
        return False


def _moved(
    speaker: Speaker,
    request: ServiceRequest,
    move: str,
    helper_id: int | None,
    team_id: int | None,
    resolve_by: datetime | None,
) -> ServiceRequest:
    to_state = _target(request, move)
    now = speaker.now
    pausing = to_state == "waiting_requester"
    return replace(
        request,
        state=to_state,
        helper_id=None if to_state in NO_HELPER else helper_id or request.helper_id,
        team_id=team_id or request.team_id,
        closed_at=(request.closed_at or now) if to_state in CLOSED else None,
        accepted_at=now if move == "accept" else request.accepted_at,
        contacted_at=request.contacted_at or (now if move == "contact" else None),
        done_at=now if move == "finish" else None if move == "reopen" else request.done_at,
        extended=request.extended or move == "extend",
        came_from=request.state if pausing else None,
        waiting_at=now if pausing else None,
        resolve_by=resolve_by or clocks.limit_after(speaker, request, move),
    )


def _target(request: ServiceRequest, move: str) -> str:
    target = MOVES[move][1]
    return request.came_from or "in_progress" if target == CAME_FROM else target


def _free_helpers(speaker: Speaker, moved: ServiceRequest, move: str) -> None:
    """Where nobody is on it any more, the assignments have ended, and the row says how."""
    if moved.state not in HELD and moved.state not in ("submitted", "accepted"):
        for each in assignments.held(speaker.tx, moved.id):
            assignments.end(speaker.tx, each.id, move, speaker.now)
    if moved.state in CLOSED:
        timers.cancel(speaker.tx, moved.id, speaker.now)


def _way_to(request: ServiceRequest, move: str) -> list[str]:
    """The shortest list of moves after which `move` is allowed."""
    waiting: deque[tuple[str, list[str]]] = deque([(request.state, [])])
    seen = {request.state}
    while waiting:
        state, ways = waiting.popleft()
        if allowed(move, replace(request, state=state)):
            return ways
        for step in ON_THE_WAY:
            at_step = replace(request, state=state)
            target = _target(at_step, step)
            if allowed(step, at_step) and target not in seen:
                seen.add(target)
                waiting.append((target, [*ways, step]))
    raise Refused("request-moved-on", number=request.number)
