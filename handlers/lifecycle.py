"""The life of a request: one table of allowed moves (domain.md §4), and the one function that makes a move.

Every move is an event row. Two who try the same move at once are told apart by the row count of one UPDATE.
"""

from dataclasses import replace
from datetime import datetime

from handlers.errors import Refused
from storage import service_requests
from storage.service_requests import ServiceRequest
from storage.transaction import Transaction

# move: (states it may start from, state it leads to)
MOVES: dict[str, tuple[frozenset[str], str]] = {
    "submit": (frozenset(), "submitted"),
    "accept": (frozenset({"submitted"}), "accepted"),
    "dispatch": (frozenset({"accepted", "dispatched", "claimed", "reopened"}), "dispatched"),
    "claim": (frozenset({"dispatched"}), "claimed"),
    "assign": (frozenset({"accepted", "dispatched", "claimed", "reopened"}), "claimed"),
    "give back": (frozenset({"claimed"}), "dispatched"),
    "finish": (frozenset({"claimed"}), "done"),
    "confirm": (frozenset({"done"}), "confirmed"),
    "reopen": (frozenset({"done", "confirmed"}), "reopened"),
    "cancel": (frozenset({"accepted", "dispatched", "claimed", "reopened"}), "cancelled"),
}
CLOSED = frozenset({"confirmed", "cancelled"})
NO_HELPER = frozenset({"dispatch", "give back", "reopen"})


def allowed(move: str, state: str) -> bool:
    """Whether a request in this state may make this move."""
    return state in MOVES[move][0]


def make(
    tx: Transaction,
    request: ServiceRequest,
    move: str,
    *,
    actor_id: int | None,
    now: datetime,
    helper_id: int | None = None,
    team_id: int | None = None,
    note: str = "",
) -> ServiceRequest:
    """Makes a move and writes its event; returns the request as it is now.

    `helper_id` and `team_id` stay as they are unless given; a move that frees the helper empties it. Raises Refused
    where the move is not allowed, or somebody was quicker.
    """
    if not allowed(move, request.state):
        raise Refused("request-moved-on", number=request.number)
    to_state = MOVES[move][1]
    helper = None if move in NO_HELPER else helper_id or request.helper_id
    team = team_id or request.team_id
    closed_at = now if to_state in CLOSED else None
    if not service_requests.move(tx, request, to_state, helper_id=helper, team_id=team, closed_at=closed_at):
        raise Refused("request-moved-on", number=request.number)
    service_requests.add_event(
        tx,
        request.id,
        move=move,
        from_state=request.state,
        to_state=to_state,
        actor_id=actor_id,
        now=now,
        note=note,
    )
    return replace(request, state=to_state, helper_id=helper, team_id=team, closed_at=closed_at)
