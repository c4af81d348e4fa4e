"""Same words: what was sent to the same people within two days is asked about before it is sent again."""

from datetime import datetime, timedelta

from handlers.audience import audience as audiences
from handlers.audience import wording
from handlers.broadcasts import content, samples, says
from handlers.message import choice
from handlers.turn import Speaker, Turn
from storage import broadcasts
from storage.broadcasts import Broadcast

WITHIN = timedelta(days=2)
DRAFTED_WITHIN = timedelta(days=90)  # how long a draft may have lain before it went out
MOST = 20


def earlier(speaker: Speaker, broadcast: Broadcast) -> Broadcast | None:
    """The latest other one with the same words that may reach the same people within two days of this one.

    What follows another (its next round, its all-clear) repeats it on purpose.
    """
    if broadcast.follows_id is not None:
        return None
    since, mine = speaker.now - DRAFTED_WITHIN, broadcast.send_at or speaker.now
    words, audience = content.of(broadcast).whole, audiences.of(broadcast)
    found = broadcasts.with_same_words(speaker.tx, broadcast.id, words, since, MOST)
    near = (each for each in found if abs(moment(speaker, each) - mine) <= WITHIN)
    return next((each for each in near if audiences.overlaps(speaker, audience, audiences.of(each))), None)


def moment(speaker: Speaker, broadcast: Broadcast) -> datetime:
    """When it went out, or is to."""
    return broadcast.began_at or broadcast.send_at or speaker.now


def ask(turn: Turn, broadcast: Broadcast, before: Broadcast) -> None:
    """Asks whether it is meant to be sent twice."""
    named = f"{broadcast.id}/{samples.mark(broadcast)}"
    turn.say(
        "approve-same-words" if before.began_at is not None else "approve-same-words-waiting",
        choice(f"approve.again:{named}", "approve-again"),
        choice(f"approve.not-again:{broadcast.id}", "approve-not-again"),
        title=says.title(broadcast),
        at=moment(turn, before),
        whom=wording.said(turn, audiences.of(before)),
    )
