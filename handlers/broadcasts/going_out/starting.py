"""Starting: a broadcast waits for its time, its list is made, and then it goes out."""

from datetime import timedelta

from handlers.broadcasts import says
from handlers.broadcasts.approving import approver_card
from handlers.broadcasts.going_out import repeating
from handlers.broadcasts.reaching import progress, reporting
from handlers.message import Lane, Message, Text, encode
from handlers.notices import from_broadcasts
from handlers.turn import Speaker
from storage import broadcast_messages, broadcast_trail, broadcasts, outbox, recipients
from storage.broadcasts import (
    ALL_CLEAR,
    EMERGENCY,
    EXPIRED,
    FREEZING,
    PAUSED,
    PLANNED,
    SENDING,
    SENT,
    STOPPED,
    Broadcast,
)

# Whoever was written to twice within a week waits for the third (weekly_limit.py), but not for ever.
WITHOUT_EXPIRY = timedelta(days=7)
RESUMED = "resumed"
SOON = timedelta(seconds=2)
SLICE = 150
CLEAR_AFTER = timedelta(hours=2)  # an all-clear is obligatory (domain.md §8): first asked for after so long
UNDER_WAY = (FREEZING, SENDING, PAUSED)


def plan(speaker: Speaker, broadcast: Broadcast) -> bool:
    """It will go out at its time, or at once; False where somebody has decided otherwise meanwhile."""
    if not broadcasts.move(speaker.tx, broadcast.id, broadcast.state, PLANNED):
        return False
    broadcasts.set_due(speaker.tx, broadcast.id, broadcast.send_at or speaker.now)
    broadcast_trail.add(speaker.tx, broadcast.id, PLANNED, None, speaker.now)
    return True


def start(speaker: Speaker, broadcast: Broadcast) -> None:
    """Its time has come: the list is made now; or it has come too late, and says so. Quiet hours are waited for with
    the list unmade: it is to be true when it is used."""
    if broadcast.expires_at is not None and broadcast.expires_at <= speaker.now:
        expire(speaker, broadcast)
        return
    held_until = None if broadcast.kind == EMERGENCY else speaker.community.quiet_until(speaker.now)
    if held_until is None and _emergency_still_leaves(speaker, broadcast):
        held_until = speaker.now + SOON
    if held_until is not None:
        broadcasts.set_due(speaker.tx, broadcast.id, held_until)
        return
    if broadcasts.move(speaker.tx, broadcast.id, PLANNED, FREEZING):
        broadcasts.set_due(speaker.tx, broadcast.id, None)
        broadcasts.begin(speaker.tx, broadcast.id, speaker.now)
        broadcast_trail.add(speaker.tx, broadcast.id, FREEZING, None, speaker.now)
        repeating.lay_down_next(speaker, broadcast)


def frozen(speaker: Speaker, broadcast: Broadcast) -> None:
    """The list is whole: from now on it is worked off, until nobody is left or its time is over; or it waits, where
    somebody has paused it while the list was being made."""
    paused = pause_asked(speaker, broadcast)
    if not broadcasts.move(speaker.tx, broadcast.id, FREEZING, PAUSED if paused else SENDING):
        return
    keep(speaker, broadcast, broadcast_messages.FIRST)
    progress.begin(speaker, broadcast)
    approver_card.begin(speaker, broadcast)
    broadcasts.set_due(speaker.tx, broadcast.id, broadcast.expires_at or speaker.now + WITHOUT_EXPIRY)
    if not paused:
        broadcasts.set_feed(speaker.tx, broadcast.id, speaker.now)
        broadcast_trail.add(speaker.tx, broadcast.id, SENDING, None, speaker.now)
    if broadcast.follows_as == ALL_CLEAR and broadcast.follows_id is not None:
        broadcasts.set_due(speaker.tx, broadcast.follows_id, None)  # nobody need be reminded of it any more


def pause_asked(speaker: Speaker, broadcast: Broadcast) -> bool:
    """Whether the last thing that was said of a broadcast under way is that it shall wait."""
    return broadcast_trail.latest_of(speaker.tx, broadcast.id, (PAUSED, RESUMED)) == PAUSED


def keep(speaker: Speaker, broadcast: Broadcast, what: str) -> int:
    """The shared body of one of its messages, made where it was not; returns its id."""
    found = broadcast_messages.read(speaker.tx, broadcast, what)
    if found is None:
        found = outbox.share(speaker.tx, encode(says.message(speaker, broadcast, what)), speaker.now)
        broadcast_messages.name(speaker.tx, broadcast, what, found)
    return found


def expire(speaker: Speaker, broadcast: Broadcast) -> None:
    """It is of no use any more: nothing of it leaves, and the drafter hears so."""
    if not broadcasts.move(speaker.tx, broadcast.id, broadcast.state, EXPIRED):
        return
    if broadcast.state == PLANNED:
        repeating.lay_down_next(speaker, broadcast)
    _over(speaker, broadcast, EXPIRED)
    speaker.tell(broadcast.drafter_id, _news("broadcast-expired", broadcast))


def stop(speaker: Speaker, broadcast: Broadcast, actor_id: int | None, note: str | None = None) -> bool:
    """Nothing more of it leaves; what waits is looked at as it is claimed. False where it was over."""
    if broadcast.state not in (PLANNED, *UNDER_WAY):
        return False
    if not broadcasts.move(speaker.tx, broadcast.id, broadcast.state, STOPPED):
        return False
    _over(speaker, broadcast, STOPPED, actor_id, note)
    return True


def finish(speaker: Speaker, broadcast: Broadcast) -> bool:
    """Nothing is left to send; False where that was known."""
    if not broadcasts.move(speaker.tx, broadcast.id, SENDING, SENT):
        return False
    _over(speaker, broadcast, SENT)
    from_broadcasts.published(speaker, broadcast)
    return True


def _emergency_still_leaves(speaker: Speaker, broadcast: Broadcast) -> bool:
    """Before an all-clear nothing of its emergency may leave any more, so that nobody is alarmed after it, and whoever
    was is on the list. Stops it; true while some of it is on its way."""
    if broadcast.follows_as != ALL_CLEAR or broadcast.follows_id is None:
        return False
    emergency = broadcasts.lock(speaker.tx, broadcast.follows_id)
    if emergency is None:
        return False
    stop(speaker, emergency, None, ALL_CLEAR)
    while recipients.take_back(speaker.tx, emergency.id, SLICE):
        pass
    return recipients.count_waiting(speaker.tx, emergency.id, 1) > 0


def _over(
    speaker: Speaker, broadcast: Broadcast, name: str, actor_id: int | None = None, note: str | None = None
) -> None:
    alarmed = broadcast.kind == EMERGENCY and broadcast.follows_as != ALL_CLEAR and broadcast.began_at is not None
    remind_at = speaker.now + CLEAR_AFTER if alarmed and note != ALL_CLEAR else None
    broadcasts.set_due(speaker.tx, broadcast.id, remind_at)
    broadcasts.end(speaker.tx, broadcast.id, speaker.now)
    broadcast_trail.add(speaker.tx, broadcast.id, name, actor_id, speaker.now, note)
    reporting.begin(speaker, broadcast)
    approver_card.renew(speaker, broadcast.id)


def _news(key: str, broadcast: Broadcast) -> Message:
    return Message(text=Text(key, {"title": says.title(broadcast)}), lane=Lane.REMINDERS)
