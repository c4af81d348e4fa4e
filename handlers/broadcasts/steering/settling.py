"""Settling: it is decided what is true now; from here on a correction or a recall goes along the list."""

from dataclasses import replace

from handlers.broadcasts import content, says, ways
from handlers.broadcasts.approving import approver_card
from handlers.broadcasts.content import Content
from handlers.broadcasts.going_out import starting
from handlers.broadcasts.reaching import progress
from handlers.message import encode
from handlers.notices import from_broadcasts
from handlers.turn import Speaker
from storage import broadcast_messages, broadcast_trail, broadcasts, follow_ups, outbox
from storage.broadcasts import EMERGENCY, PAUSED, SENDING, Broadcast
from storage.follow_ups import FollowUp

CORRECTED, RECALLED = "corrected", "recalled"
CORRECTING = "correcting"  # why it was paused


def correct(speaker: Speaker, broadcast: Broadcast, follow_up: FollowUp, said: Content, by: int | None) -> None:
    """It says this from now on: to those who still wait for it, to those who have it, and in its next round."""
    broadcasts.set_body(speaker.tx, broadcast.id, content.encode(said), said.whole, corrected=True)
    round_ = ways.next_round(speaker, broadcast)
    if round_ is not None and round_.id != broadcast.id:
        broadcasts.set_body(speaker.tx, round_.id, content.encode(said), said.whole)
    broadcast_trail.add(speaker.tx, broadcast.id, CORRECTED, by, speaker.now)
    corrected = broadcasts.get(speaker.tx, broadcast.id)
    _begin(speaker, corrected, follow_up)
    from_broadcasts.corrected(speaker, corrected)
    go_on(speaker, broadcast)


def recall(speaker: Speaker, broadcast: Broadcast, follow_up: FollowUp) -> None:
    """Whoever has it reads that it is taken back."""
    broadcast_trail.add(speaker.tx, broadcast.id, RECALLED, follow_up.author_id, speaker.now)
    _begin(speaker, broadcast, follow_up)
    from_broadcasts.recalled(speaker, broadcast)


def go_on(speaker: Speaker, broadcast: Broadcast) -> None:
    """What was paused for the sake of a correction goes on."""
    paused = broadcast_trail.last(speaker.tx, broadcast.id, PAUSED)
    if paused is None or paused.note != CORRECTING or not starting.pause_asked(speaker, broadcast):
        return
    if broadcasts.move(speaker.tx, broadcast.id, PAUSED, SENDING):
        broadcasts.set_feed(speaker.tx, broadcast.id, speaker.now)
        broadcast_trail.add(speaker.tx, broadcast.id, starting.RESUMED, None, speaker.now)


def _begin(speaker: Speaker, broadcast: Broadcast, follow_up: FollowUp) -> None:
    message = says.message(speaker, broadcast, follow_up.what)
    quiet = broadcast.kind != EMERGENCY and speaker.community.quiet_until(speaker.now) is not None
    shared_id = outbox.share(speaker.tx, encode(replace(message, silent=quiet)), speaker.now)
    broadcast_messages.name(speaker.tx, broadcast, follow_up.what, shared_id)
    recalled = follow_up.what == broadcast_messages.RECALL
    first_id = None if recalled else starting.keep(speaker, broadcast, broadcast_messages.FIRST)
    follow_ups.run(speaker.tx, follow_up.id, shared_id, first_id, speaker.now)
    progress.show(speaker, broadcast)
    approver_card.renew(speaker, broadcast.id)
