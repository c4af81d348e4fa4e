"""The weekly limit: nobody gets more than two routine broadcasts in any seven days (domain.md §8).

The third waits until the first is a week old. Its drafter is told how many wait, once.
"""

from datetime import datetime, timedelta

from handlers.broadcasts import says
from handlers.message import Lane, Message, Text
from handlers.turn import Speaker
from storage import broadcast_trail, recipients
from storage.broadcasts import ROUTINE, Broadcast

MOST = 2
WITHIN = timedelta(days=7)
HELD = "held"
MOST_COUNTED = 10_000  # rows of an index: some milliseconds


def free_at(speaker: Speaker, broadcast: Broadcast, person_id: int) -> datetime | None:
    """When somebody may get this one; None: now. What waits in the outbox for them counts as sent now."""
    if broadcast.kind != ROUTINE:
        return None
    sent = recipients.routine_since(speaker.tx, person_id, speaker.now - WITHIN, broadcast.id, MOST)
    if len(sent) < MOST:
        return None
    return (sent[MOST - 1] or speaker.now) + WITHIN


def tell_how_many_wait(speaker: Speaker, broadcast: Broadcast) -> None:
    """Everybody else has it: the drafter hears for how many it waits, and from when on they get it."""
    if broadcast.kind != ROUTINE or broadcast_trail.last(speaker.tx, broadcast.id, HELD) is not None:
        return
    first = recipients.next_release(speaker.tx, broadcast.id)
    if first is None:
        return
    broadcast_trail.add(speaker.tx, broadcast.id, HELD, None, speaker.now)
    n = recipients.count_held(speaker.tx, broadcast.id, MOST_COUNTED)
    in_time = broadcast.expires_at is None or first < broadcast.expires_at
    key = "approve-week-waits" if in_time else "approve-week-too-late"
    text = Text(key, {"title": says.title(broadcast), "n": n, "at": first})
    speaker.tell(broadcast.drafter_id, Message(text=text, lane=Lane.REMINDERS))
