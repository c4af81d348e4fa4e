"""Followers: people whose own request was merged into another one; its end is theirs, too."""

from collections.abc import Iterable

from handlers.turn import Speaker
from storage import board, service_requests
from storage.service_requests import ServiceRequest


def merged(speaker: Speaker, request_id: int) -> list[ServiceRequest]:
    """The requests that were merged into this one, and those merged into them."""
    found, waiting = [], board.followers(speaker.tx, request_id)
    while waiting:
        request = service_requests.read(speaker.tx, waiting.pop(0))
        if request is not None:
            found.append(request)
            waiting += board.followers(speaker.tx, request.id)
    return found


def lock(speaker: Speaker, request_ids: Iterable[int]) -> None:
    """Locks these requests and what was merged into them, in the order of their ids."""
    ids = set(request_ids)
    ids |= {each.id for number in sorted(ids) for each in merged(speaker, number)}
    for number in sorted(ids):
        service_requests.lock(speaker.tx, number)


def concerned(speaker: Speaker, request: ServiceRequest) -> tuple[int, ...]:
    """Whom a request itself concerns: its own people, and those of what staff merged into it, each once.

    Who joined it by a tap of their own is asked and answers for themselves, see together.py.
    """
    others = [person for each in merged(speaker, request.id) if each.joined_at is None for person in each.people]
    return tuple(dict.fromkeys((*request.people, *others)))
