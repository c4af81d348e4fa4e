"""Submitting: a request gets its number, its limits and its first event, and waits to be sent off."""

from collections.abc import Sequence
from datetime import datetime

from handlers.life import clocks, deadlines, history
from handlers.turn import Turn
from storage import request_events, service_requests
from storage.catalogue import Item
from storage.errors import NotFound
from storage.service_requests import Consent, Details, ServiceRequest
from storage.times import to_ms


def submit(
    turn: Turn,
    item: Item,
    details: Details,
    place_id: int | None,
    media_ids: Sequence[int],
    *,
    person_id: int | None = None,
    helped_id: int | None = None,
    filed_by: int | None = None,
    consent: Consent = "own",
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> ServiceRequest:
    """Stores a request in the state `submitted`, the clock of the first contact running; returns it.

    `person_id` is who asks, where that is not the one who writes; `helped_id` for whom it is, where that is another;
    `filed_by` who of our people entered it for them. The wished time is [`starts_at`, `ends_at`), UTC.
    """
    # The day's counter is everybody's row: it is asked last of what this turn locks.
    number = service_requests.next_number(turn.tx, turn.community.day(turn.now))
    respond_by = clocks.after(turn.community, item, turn.now, item.respond_within)
    resolve_by = clocks.after(turn.community, item, turn.now, item.resolve_within)
    request_id = service_requests.create(
        turn.tx,
        number=number,
        state="submitted",
        item=item.code,
        person_id=person_id or turn.person.id,
        place_id=place_id,
        team_id=None,
        details=details,
        respond_by=respond_by,
        resolve_by=resolve_by,
        now=turn.now,
        helped_id=helped_id,
        filed_by=filed_by,
        consent=consent,
        helpers_wanted=item.helpers,
        starts_at=starts_at,
        ends_at=ends_at,
    )
    for media_id in media_ids:
        service_requests.add_medium(turn.tx, request_id, media_id)
    request_events.add(
        turn.tx,
        request_id,
        move="submit",
        from_state=None,
        to_state="submitted",
        actor_id=turn.person.id,
        now=turn.now,
        data={"respond_by": to_ms(respond_by), "series": item.series},
        deadline=resolve_by,
        place_id=place_id,
    )
    request = service_requests.read(turn.tx, request_id)
    if request is None:
        raise NotFound("the request that was just stored")
    deadlines.set_respond(turn, request, item)
    return request


def keep_correction(turn: Turn, request: ServiceRequest, words: str) -> None:
    """A version of the words (an earlier one, or a corrected one) stays in the request's history."""
    history.note(turn, request, "correct", actor_id=turn.person.id, words=words)
