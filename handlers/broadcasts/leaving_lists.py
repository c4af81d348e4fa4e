"""Leaving the lists: what of broadcasts ends when somebody leaves the service."""

from handlers.broadcasts.approving import proposals
from handlers.privacy import forgetting
from handlers.turn import Speaker
from storage import broadcast_people, broadcast_retention, broadcasts
from storage.broadcasts import PROPOSED


def forget(speaker: Speaker, person_id: int) -> None:
    """Somebody leaves: nothing is sent to them any more, nobody waits for their answer, and what they drafted and never
    sent is gone. What went out in the station's name stays the station's."""
    broadcast_people.leave(speaker.tx, person_id)
    for broadcast_id in broadcast_retention.unsent_of(speaker.tx, person_id):
        broadcast = broadcasts.lock(speaker.tx, broadcast_id)
        if broadcast is None:
            continue
        if broadcast.state == PROPOSED:
            proposals.over(speaker, broadcast, "approve-drafter-left")
        forgetting.media(speaker, broadcast_retention.drop_draft(speaker.tx, broadcast_id))
