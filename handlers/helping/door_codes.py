"""Door codes: two halves, so that who opens a door knows who stands before it. The helper says theirs first."""

import secrets
from datetime import datetime, timedelta

from handlers.turn import Speaker
from storage import assignments
from storage.assignments import Assignment
from storage.service_requests import ServiceRequest

HOLDS_AFTER_ARRIVAL = timedelta(hours=24)  # our proposal: somebody who comes a day late is asked to say who they are
MOST_WRONG = 3
HELPERS_DIGITS = 3  # guessed within three tries by three strangers of a thousand
RESIDENTS_DIGITS = 2  # it is said by somebody who knows whom they speak to


def give(speaker: Speaker, request: ServiceRequest, assignment: Assignment) -> tuple[str, str]:
    """The two halves of this helper's code; made where there are none, and told in no other place than these rows."""
    kept = assignments.read(speaker.tx, assignment.id)  # whoever asks may hold an older copy of the row
    if kept is not None and kept.codes is not None:
        assignment.codes, assignment.codes_until = kept.codes, kept.codes_until
    if assignment.codes is None:
        rng = speaker.community.rng
        halves = (
            _digits(rng.randrange(10**HELPERS_DIGITS), HELPERS_DIGITS),
            _digits(rng.randrange(10**RESIDENTS_DIGITS), RESIDENTS_DIGITS),
        )
        _keep(speaker, request, assignment, halves)
        return halves
    return assignment.codes


def prolong(speaker: Speaker, request: ServiceRequest, assignment: Assignment) -> None:
    """The promised time has changed: the same halves hold until a day after it."""
    if assignment.codes is not None:
        _keep(speaker, request, assignment, assignment.codes)


def holds(assignment: Assignment, now: datetime) -> bool:
    """Whether the code may still be used (`now` in UTC)."""
    until = assignment.codes_until
    return assignment.codes is not None and assignment.ended_at is None and until is not None and now < until


def matches(assignment: Assignment, said: str) -> bool:
    """Whether these digits are the helper's half."""
    return assignment.codes is not None and secrets.compare_digest(assignment.codes[0].encode(), said.encode())


def _keep(speaker: Speaker, request: ServiceRequest, assignment: Assignment, halves: tuple[str, str]) -> None:
    until = request.resolve_by if assignment.due_at is None else assignment.due_at + HOLDS_AFTER_ARRIVAL
    if until > speaker.now:
        assignments.set_codes(speaker.tx, assignment.id, halves, until)
        assignment.codes, assignment.codes_until, assignment.wrong_codes = halves, until, 0


def _digits(number: int, places: int) -> str:
    return f"{number:0{places}d}"
