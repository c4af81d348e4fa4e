"""Freezing: the list of a broadcast is made, once, when its moment has come; in slices, so that nobody waits for it.

How far it has come stands in the broadcast: after a restart it goes on from there.
"""

from datetime import datetime, timedelta

from handlers.audience import audience
from handlers.broadcasts.going_out import starting
from handlers.message import Lane, Message, Text
from handlers.routing import Job
from handlers.turn import Speaker
from storage import broadcast_trail, broadcasts, freezing
from storage.audience import Cursor
from storage.audience_terms import Wanted
from storage.broadcasts import ALL_CLEAR, DRAFT, EMERGENCY, FREEZING, Broadcast
from storage.freezing import Listing
from storage.times import EPOCH
from storage.transaction import Transaction

# Rows that a slice looks at: 1,000 take 20 to 30 ms where each of them comes onto the list, commit and all.
SLICE = 1_000
EVERY = timedelta(seconds=1)


def freeze(speaker: Speaker) -> bool:
    """One slice of the list that is made now; returns whether there is more to do."""
    broadcast = freezing.next_one(speaker.tx)
    if broadcast is None:
        return False
    cursor = Cursor(broadcast.frozen_place, broadcast.frozen_after)
    added, reached = freezing.fill(speaker.tx, whom(speaker, broadcast), _listing(broadcast), cursor, SLICE)
    come_to = reached or cursor
    broadcasts.note_frozen(speaker.tx, broadcast.id, come_to.place_id, come_to.after, added)
    if reached is None:
        _whole(speaker, broadcasts.get(speaker.tx, broadcast.id))
    return True


def whom(speaker: Speaker, broadcast: Broadcast) -> Wanted:
    """Whom the list is made of. An all-clear goes to exactly those whom its emergency reached, or may have reached;
    where the unreached are phoned, those without a chat are on the list as well."""
    by_phone = broadcast.kind == EMERGENCY or broadcast.silent_after is not None
    if broadcast.follows_as == ALL_CLEAR:
        return Wanted(now=speaker.now, list_of=broadcast.follows_id, got=True, by_phone=True)
    return audience.wanted(speaker, audience.of(broadcast), by_phone=by_phone)


def next_freeze(tx: Transaction) -> datetime | None:
    """When there is a list to make: at once, or not."""
    return EPOCH if freezing.any_freezing(tx) else None


def _listing(broadcast: Broadcast) -> Listing:
    heeds = broadcast.kind != EMERGENCY and broadcast.follows_as != ALL_CLEAR
    return Listing(broadcast.id, heeds=heeds, elsewhere=broadcast.place_id)


def _whole(speaker: Speaker, broadcast: Broadcast) -> None:
    """The list is whole: it is sent; or, where nobody is on it, the drafter has it back."""
    if broadcast.people:
        starting.frozen(speaker, broadcast)
        return
    broadcasts.move(speaker.tx, broadcast.id, FREEZING, DRAFT)
    broadcasts.set_due(speaker.tx, broadcast.id, None)
    broadcasts.note_frozen(speaker.tx, broadcast.id, 0, 0, 0)  # the next time it begins anew
    broadcast_trail.add(speaker.tx, broadcast.id, "nobody", None, speaker.now)
    speaker.tell(broadcast.drafter_id, Message(text=Text("audience-nobody-then"), lane=Lane.REMINDERS))


JOBS = (Job("freezing of audiences", EVERY, freeze, next_freeze),)
