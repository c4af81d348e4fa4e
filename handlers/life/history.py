"""History: lines of a request's history that are no moves: a note, a promise, a reminder, an answer that came late."""

from collections.abc import Mapping
from typing import Any

from handlers.turn import Speaker
from storage import request_events
from storage.service_requests import ServiceRequest


def note(
    speaker: Speaker,
    request: ServiceRequest,
    line: str,
    *,
    actor_id: int | None,
    words: str = "",
    data: Mapping[str, Any] | None = None,
) -> None:
    """Writes a line; the request stays where it stands.

    `actor_id` is None where the service itself did it. `words` are sealed; `data` must hold nothing personal.
    """
    request_events.add(
        speaker.tx,
        request.id,
        move=line,
        from_state=request.state,
        to_state=request.state,
        actor_id=actor_id,
        now=speaker.now,
        note=words,
        team_id=request.team_id,
        data=data,
    )
