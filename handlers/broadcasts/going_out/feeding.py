"""Feeding: a list is worked off into the outbox, slice by slice, so that delivery always has something and never much.

What is fed waits a few seconds at most: a pause, a correction, an opt-out or an emergency finds little on its way.
"""

from datetime import datetime, timedelta

from handlers.broadcasts.going_out import starting, weekly_limit
from handlers.message import Lane
from handlers.routing import Job
from handlers.turn import Speaker
from storage import broadcast_messages, broadcasts, outbox, recipients
from storage.broadcasts import EMERGENCY, SENDING, Broadcast
from storage.outbox import Outgoing
from storage.recipients import GONE, QUEUED, WAITING, Queued

BUFFER = 2_000  # messages of a broadcast in the outbox: two seconds of the fastest account (channels.md)
SLICE = 150  # measured: about 40 ms
EVERY = timedelta(seconds=1)


def feed(speaker: Speaker) -> bool:
    """A slice of the first broadcast of which the outbox takes more; returns whether there is more to do at once."""
    found = broadcasts.to_feed(speaker.tx, speaker.now, 1)
    if not found:
        return False
    # Locked, so that no correction, pause or stop comes in between.
    broadcast = broadcasts.lock(speaker.tx, found[0].id)
    if broadcast is None or broadcast.state != SENDING:
        return True
    held_until = _held_until(speaker, broadcast)
    if held_until is None:
        _feed(speaker, broadcast)
    elif not recipients.take_back(speaker.tx, broadcast.id, SLICE):
        on_its_way = recipients.count_waiting(speaker.tx, broadcast.id, 1) > 0
        broadcasts.set_feed(speaker.tx, broadcast.id, speaker.now + EVERY if on_its_way else held_until)
    return True


def _held_until(speaker: Speaker, broadcast: Broadcast) -> datetime | None:
    """An emergency goes first and at any hour; all others wait for it, and for the end of quiet hours."""
    if broadcast.kind == EMERGENCY:
        return None
    if broadcasts.any_urgent(speaker.tx):
        return speaker.now + EVERY
    return speaker.community.quiet_until(speaker.now)


def _feed(speaker: Speaker, broadcast: Broadcast) -> None:
    tx = speaker.tx
    recipients.release(tx, broadcast.id, speaker.now, SLICE)
    room = BUFFER - recipients.count_waiting(tx, broadcast.id, BUFFER)
    found = recipients.queue(tx, broadcast.id, min(room, SLICE)) if room > 0 else []
    shared_id = starting.keep(speaker, broadcast, broadcast_messages.FIRST)
    for each in found:
        _put(speaker, broadcast, each, shared_id)
    if found:
        return  # and the next slice at once
    if room > 0 and recipients.all_done(tx, broadcast.id):
        starting.finish(speaker, broadcast)
        return
    weekly_limit.tell_how_many_wait(speaker, broadcast)
    again = None if room < BUFFER else recipients.next_release(tx, broadcast.id)
    broadcasts.set_feed(tx, broadcast.id, max(again or speaker.now, speaker.now + EVERY))


def _put(speaker: Speaker, broadcast: Broadcast, to: Queued, shared_id: int) -> None:
    tx = speaker.tx
    free_at = weekly_limit.free_at(speaker, broadcast, to.person_id)
    if free_at is not None and free_at > speaker.now:
        recipients.hold(tx, to.id, free_at)
        return
    if to.address_id is None or to.account is None:
        if recipients.move(tx, to.id, QUEUED, WAITING):
            recipients.outcome(tx, to.id, GONE, speaker.now, "no way")
        return
    if not recipients.move(tx, to.id, QUEUED, WAITING):
        return
    row = Outgoing(
        address_id=to.address_id,
        account=to.account,
        lane=int(Lane.BROADCASTS),
        body="",
        asks=True,
        not_before=speaker.now,
        expires_at=broadcast.expires_at,
        shared_id=shared_id,
        recipient_id=to.id,
    )
    outbox.add(tx, row, speaker.now)


JOBS = (Job("feeding of broadcasts", EVERY, feed, broadcasts.next_feed),)
