"""Invitation: how far the broadcast that invites to a meeting is, and taking it back before anybody has read it."""

from handlers.broadcasts.approving import proposals
from handlers.errors import Refused
from handlers.turn import Speaker
from storage import broadcasts, meetings
from storage.broadcasts import (
    DRAFT,
    DROPPED,
    EXPIRED,
    FREEZING,
    PAUSED,
    PLANNED,
    PROPOSED,
    REFUSED,
    SENDING,
    SENT,
    STOPPED,
)
from storage.meetings import Meeting

NONE, WRITTEN, WAITS, GOING, GONE = "none", "written", "waits", "going", "gone"
OUT = (GOING, GONE)  # somebody may have got it
STANDS = {
    **dict.fromkeys((DRAFT, REFUSED), WRITTEN),
    **dict.fromkeys((PROPOSED, PLANNED), WAITS),
    **dict.fromkeys((FREEZING, SENDING, PAUSED), GOING),
    **dict.fromkeys((SENT, STOPPED, EXPIRED), GONE),
}


def stands(speaker: Speaker, meeting: Meeting) -> str:
    """How far its invitation is."""
    broadcast = None if meeting.broadcast_id is None else broadcasts.read(speaker.tx, meeting.broadcast_id)
    return NONE if broadcast is None else STANDS.get(broadcast.state, NONE)


def take_back(speaker: Speaker, meeting: Meeting) -> bool:
    """What it says is wrong from now on: where nobody has got it, it is thrown away. Returns whether people have it.

    Raises Refused while it goes out: some would hear of the change before they are invited.
    """
    broadcast = None if meeting.broadcast_id is None else broadcasts.lock(speaker.tx, meeting.broadcast_id)
    how = NONE if broadcast is None else STANDS.get(broadcast.state, NONE)
    if how == GOING:
        raise Refused("meeting-sending-now", closes_form=True)
    if broadcast is not None and broadcast.state == PROPOSED:
        proposals.over(speaker, broadcast, "approve-taken-back")
    if broadcast is not None and how in (WRITTEN, WAITS):
        broadcasts.move(speaker.tx, broadcast.id, broadcast.state, DROPPED)
        broadcasts.set_due(speaker.tx, broadcast.id, None)
    if how in (NONE, WRITTEN, WAITS):
        meetings.set_invitation(speaker.tx, meeting.id, None)
    return how == GONE
