"""The clock of broadcasts: whatever must be looked at now is looked at, by the state that it is in."""

from collections.abc import Callable
from datetime import timedelta

from handlers.broadcasts.approving import approving, proposing
from handlers.broadcasts.going_out import starting
from handlers.broadcasts.steering import all_clear
from handlers.routing import Job
from handlers.turn import Speaker
from storage import broadcasts
from storage.broadcasts import EXPIRED, PAUSED, PLANNED, PROPOSED, SENDING, SENT, STOPPED, Broadcast

EVERY = timedelta(seconds=2)
SLICE = 20

# What is done when a broadcast's moment (due_at) has come. For those under way it is the end of their use, and
# for an emergency that has ended the all-clear that is missing.
DUE: dict[str, Callable[[Speaker, Broadcast], None]] = {
    PROPOSED: approving.due,
    PLANNED: proposing.start,
    SENDING: starting.expire,
    PAUSED: starting.expire,
    SENT: all_clear.remind,
    STOPPED: all_clear.remind,
    EXPIRED: all_clear.remind,
}


def look(speaker: Speaker) -> bool:
    """Looks at what is due; returns whether there may be more."""
    found = broadcasts.due(speaker.tx, speaker.now, SLICE)
    for each in found:
        broadcast = broadcasts.lock(speaker.tx, each.id)
        if broadcast is None or broadcast.due_at is None or broadcast.due_at > speaker.now:
            continue
        broadcasts.set_due(speaker.tx, broadcast.id, None)
        act = DUE.get(broadcast.state)
        if act is not None:
            act(speaker, broadcast)
    return len(found) == SLICE


JOBS = (Job("clock of broadcasts", EVERY, look, broadcasts.next_due),)
