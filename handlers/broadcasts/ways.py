"""Ways: what its drafter, and whoever may agree to it, can do with a broadcast on its way: the buttons of its card."""

from handlers.message import Choice, choice
from handlers.turn import Speaker
from storage import broadcast_messages, broadcasts
from storage.broadcasts import (
    ALL_CLEAR,
    EMERGENCY,
    EXPIRED,
    FREEZING,
    PAUSED,
    PLANNED,
    REPEAT,
    SENDING,
    SENT,
    STOPPED,
    Broadcast,
)

PAUSE, RESUME, DROP = "bc.pause", "bc.resume", "bc.drop"
CORRECT, RECALL, CLEAR, END = "bc.correct", "bc.recall", "bc.clear", "bc.end"
BY_STATE: dict[str, tuple[str, ...]] = {
    PLANNED: (DROP,),
    FREEZING: (PAUSE, DROP),
    SENDING: (PAUSE, DROP, CORRECT, RECALL),
    PAUSED: (RESUME, DROP, CORRECT, RECALL),
    SENT: (CORRECT, RECALL),
    EXPIRED: (CORRECT, RECALL),
    STOPPED: (CORRECT, RECALL),
}
MOST = 4
UNDER_WAY = (FREEZING, SENDING, PAUSED)
NOT_GIVEN = (broadcasts.DRAFT, broadcasts.REFUSED, broadcasts.DROPPED, STOPPED)  # an all-clear in these states


def of(speaker: Speaker, broadcast: Broadcast) -> tuple[Choice, ...]:
    """What can be done with it now; at most four, nothing once it was recalled or never began."""
    if broadcast.state != PLANNED and (broadcast.began_at is None or recalled(speaker, broadcast)):
        return ()
    actions = list(BY_STATE.get(broadcast.state, ()))
    if to_clear(speaker, broadcast):
        kept = [each for each in actions if broadcast.state != SENDING or each != DROP]
        actions = [*kept[: MOST - 1], CLEAR]
    if broadcast.rule is not None and len(actions) < MOST and next_round(speaker, broadcast) is not None:
        actions.append(END)
    return tuple(choice(f"{each}:{broadcast.id}", f"broadcast-way-{each.removeprefix('bc.')}") for each in actions)


def recalled(speaker: Speaker, broadcast: Broadcast) -> bool:
    """Whether it was taken back from those who have it."""
    return broadcast_messages.said(speaker.tx, broadcast.id, broadcast_messages.RECALL)


def to_clear(speaker: Speaker, broadcast: Broadcast) -> bool:
    """Whether it is an emergency that went out, and nobody has given its all-clear yet."""
    if broadcast.kind != EMERGENCY or broadcast.follows_as == ALL_CLEAR or broadcast.began_at is None:
        return False
    following = broadcasts.following(speaker.tx, broadcast.id)
    given = any(each.follows_as == ALL_CLEAR and each.state not in NOT_GIVEN for each in following)
    return not given and not recalled(speaker, broadcast)


def next_round(speaker: Speaker, broadcast: Broadcast) -> Broadcast | None:
    """The round that waits for its time: the broadcast itself, or the one that follows it; None where there is none."""
    if broadcast.state == PLANNED:
        return broadcast
    following = broadcasts.following(speaker.tx, broadcast.id)
    return next((each for each in following if each.follows_as == REPEAT and each.state == PLANNED), None)
