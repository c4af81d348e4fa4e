"""Broadcasts that are over: after two years (emergencies three, domain.md §7) only numbers are left of them; drafts
that were never sent go after half a year."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from handlers.privacy import forgetting
from handlers.turn import Speaker
from storage import broadcast_retention, broadcasts

KEPT = timedelta(days=2 * 365)
EMERGENCY_KEPT = timedelta(days=3 * 365)
DRAFTS_KEPT = timedelta(days=182)
BODIES_KEPT = timedelta(days=31)  # the outbox forgets what was sent after 30
SLICE = 200  # rows of a list


def _into_numbers(kind: str, speaker: Speaker) -> bool:
    """A slice of the oldest list that is old enough; once it is empty, the broadcast itself. Whether there was one."""
    kept = EMERGENCY_KEPT if kind == broadcasts.EMERGENCY else KEPT
    broadcast_id = broadcast_retention.oldest_ended(speaker.tx, kind, speaker.now - kept)
    if broadcast_id is None:
        return False
    if broadcast_retention.into_numbers(speaker.tx, broadcast_id, SLICE) < SLICE:
        forgetting.media(speaker, broadcast_retention.forget(speaker.tx, broadcast_id))
    return True


def _drafts(speaker: Speaker) -> bool:
    found = broadcast_retention.unsent(speaker.tx, speaker.now - DRAFTS_KEPT, SLICE)
    for broadcast_id in found:
        forgetting.media(speaker, broadcast_retention.drop_draft(speaker.tx, broadcast_id))
    return bool(found)


def _bodies(speaker: Speaker) -> bool:
    return broadcast_retention.drop_bodies(speaker.tx, speaker.now - BODIES_KEPT, SLICE) > 0


RULES: tuple[Callable[[Speaker], bool], ...] = (
    *(partial(_into_numbers, kind) for kind in broadcasts.KINDS),
    _drafts,
    _bodies,
)
