"""Over: whether anybody need still be asked about a broadcast, or phoned for it."""

from handlers.broadcasts import ways
from handlers.turn import Speaker
from storage import broadcasts
from storage.broadcasts import ALL_CLEAR, PAUSED, SENDING, SENT, Broadcast

ALIVE = (SENDING, SENT, PAUSED)


def is_over(speaker: Speaker, broadcast: Broadcast) -> bool:
    """Whether it is of no use any more: stopped, taken back, past its time, or its all-clear was given."""
    if broadcast.state not in ALIVE:
        return True
    if broadcast.expires_at is not None and broadcast.expires_at <= speaker.now:
        return True
    return ways.recalled(speaker, broadcast) or cleared(speaker, broadcast)


def cleared(speaker: Speaker, broadcast: Broadcast) -> bool:
    """Whether the all-clear of an emergency goes out, or went."""
    following = broadcasts.following(speaker.tx, broadcast.id) if broadcast.kind == broadcasts.EMERGENCY else []
    return any(each.follows_as == ALL_CLEAR and each.began_at is not None for each in following)
