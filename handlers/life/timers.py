"""Timers: the job that fires what falls due about requests. Each kind is fired by the errand that set it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TypeAlias

from handlers.errors import Refused
from handlers.routing import Job
from handlers.turn import Speaker
from storage import service_requests, timers
from storage.service_requests import ServiceRequest
from storage.timers import Timer

SLICE = 20
EVERY = timedelta(seconds=5)

Fire: TypeAlias = Callable[[Speaker, ServiceRequest, Timer], None]


def job(fires: Mapping[str, Fire]) -> Job:
    """The job; `fires` says, for each kind of timer, what is done with the (locked) request when it falls due."""

    def run(speaker: Speaker) -> bool:
        due = timers.due(speaker.tx, speaker.now, SLICE)
        # Several requests are locked in the order of their ids, here as everywhere: so nobody waits in a circle.
        for timer in sorted(due, key=lambda timer: (timer.request_id, timer.due_at, timer.id)):
            _fire(speaker, timer, fires)
        return len(due) == SLICE

    return Job("timers of requests", EVERY, run, next_due=timers.next_due)


def _fire(speaker: Speaker, timer: Timer, fires: Mapping[str, Fire]) -> None:
    request = service_requests.lock(speaker.tx, timer.request_id)
    if request is None or not timers.fire(speaker.tx, timer.id, speaker.now):
        return
    try:
        fires[timer.kind](speaker, request, timer)
    except Refused:
        # The request has moved on since the timer was set: nothing is left to be done.
        return
