"""Proposals: what those are sent who may agree to a broadcast: how it will look, for whom and when, and the question.

An ordinary one waits; after two hours everybody above is asked as well. An emergency waits for ten minutes (domain.md
§8), and goes out without an answer then, with a loud word in the trail.
"""

from dataclasses import replace
from datetime import timedelta

from handlers.audience import audience as audiences
from handlers.audience import wording
from handlers.broadcasts import samples, says
from handlers.broadcasts.approving import approvers
from handlers.broadcasts.composing import time_words
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.turn import Speaker
from storage import broadcast_trail, broadcasts, people
from storage.broadcasts import EMERGENCY, PROPOSED, Broadcast

EMERGENCY_WAITS = timedelta(minutes=10)
WAITS = timedelta(hours=2)


def begin(speaker: Speaker, broadcast: Broadcast, twice: bool = False) -> list[int]:
    """It waits for a second person from now on; returns who is asked. `twice`: the same words were sent before."""
    broadcasts.move(speaker.tx, broadcast.id, broadcast.state, PROPOSED)
    note = "twice" if twice else None
    broadcast_trail.add(speaker.tx, broadcast.id, PROPOSED, broadcast.drafter_id, speaker.now, note)
    urgent = broadcast.kind == EMERGENCY
    found = approvers.of(speaker, broadcast, every=urgent)
    ask(speaker, broadcast, found, twice)
    look_again(speaker, broadcast, EMERGENCY_WAITS if urgent else WAITS)
    return found


def look_again(speaker: Speaker, broadcast: Broadcast, after: timedelta | None) -> None:
    """The clock looks at it after a while, and in any case when it is of no use any more."""
    moments = [broadcast.expires_at, None if after is None else speaker.now + after]
    broadcasts.set_due(speaker.tx, broadcast.id, min((each for each in moments if each is not None), default=None))


def ask(speaker: Speaker, broadcast: Broadcast, of: list[int], twice: bool = False) -> None:
    """Asks these people."""
    lane = lane_of(broadcast)
    sample, question = replace(samples.of(speaker, broadcast), lane=lane), asked(speaker, broadcast, lane, twice)
    for person_id in of:
        if speaker.tell(person_id, sample):
            speaker.tell(person_id, question)


def asked(speaker: Speaker, broadcast: Broadcast, lane: Lane, twice: bool = False) -> Message:
    """The question. It loses its buttons wherever it stands once somebody has answered it."""
    values = {
        "name": people.read(speaker.tx, broadcast.drafter_id).name,
        "title": says.title(broadcast),
        "whom": wording.said(speaker, audiences.of(broadcast)),
        "when": time_words.said(speaker, broadcast),
    }
    key = "approve-asked-emergency" if broadcast.kind == EMERGENCY else "approve-asked"
    text = Text("approve-asked-twice", {"asked": Text(key, values)}) if twice else Text(key, values)
    return Message(text=text, choices=_ways(broadcast), key=key_of(broadcast), lane=lane, lasting=True)


def over(speaker: Speaker, broadcast: Broadcast, key: str, **values: object) -> None:
    """The question is answered, or asked no more: whoever was asked reads so, and has no buttons left."""
    text = Text(key, {"title": says.title(broadcast), **values})
    speaker.edit(key_of(broadcast), Message(text=text, lane=lane_of(broadcast)))


def when(speaker: Speaker, broadcast: Broadcast) -> Text:
    """When one goes out to which nobody need say yes any more."""
    if broadcast.rule is None and time_words.first_moment(speaker, broadcast) <= speaker.now:
        return Text("approve-now")
    return time_words.said(speaker, broadcast)


def key_of(broadcast: Broadcast) -> str:
    """The key of the question."""
    return f"approve:{broadcast.id}"


def lane_of(broadcast: Broadcast) -> Lane:
    """An emergency disturbs the night, nothing else does."""
    return Lane.URGENT if broadcast.kind == EMERGENCY else Lane.REMINDERS


def _ways(broadcast: Broadcast) -> tuple[Choice, ...]:
    named = f"{broadcast.id}/{samples.mark(broadcast)}"
    return (
        choice(f"approve.yes:{named}", "approve-yes"),
        choice(f"approve.no:{named}", "approve-no"),
        choice(f"audience.who:{broadcast.id}", "approve-who"),
        choice(f"approve.trail:{broadcast.id}", "approve-trail"),
    )
