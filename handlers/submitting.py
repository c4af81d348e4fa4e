"""Submitting: a request gets its number, its deadlines and its first two events, and is accepted at once."""

from handlers import lifecycle
from handlers.turn import Turn
from storage import service_requests
from storage.catalogue import Item
from storage.errors import NotFound
from storage.service_requests import Details, ServiceRequest


def submit(turn: Turn, item: Item, details: Details, place_id: int | None, media_ids: list[int]) -> ServiceRequest:
    """Stores the person's request and accepts it; returns it, ready to be sent off."""
    # The day's counter is everybody's row: it is asked last of what this turn locks.
    number = service_requests.next_number(turn.tx, turn.community.day(turn.now))
    request_id = service_requests.create(
        turn.tx,
        number=number,
        state="submitted",
        item=item.code,
        person_id=turn.person.id,
        place_id=place_id,
        team_id=None,
        details=details,
        respond_by=turn.now + item.respond_within,
        resolve_by=turn.now + item.resolve_within,
        now=turn.now,
    )
    for media_id in media_ids:
        service_requests.add_medium(turn.tx, request_id, media_id)
    service_requests.add_event(
        turn.tx,
        request_id,
        move="submit",
        from_state=None,
        to_state="submitted",
        actor_id=turn.person.id,
        now=turn.now,
    )
    request = service_requests.read(turn.tx, request_id)
    if request is None:
        raise NotFound("the request that was just stored")
    return lifecycle.make(turn.tx, request, "accept", actor_id=None, now=turn.now)


def keep_correction(turn: Turn, request: ServiceRequest, words: str) -> None:
    """A version of the words (an earlier one, or a corrected one) stays in the request's history."""
    service_requests.add_event(
        turn.tx,
        request.id,
        move="correct",
        from_state=request.state,
        to_state=request.state,
        actor_id=turn.person.id,
        now=turn.now,
        note=words,
    )
