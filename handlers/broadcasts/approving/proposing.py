"""Proposing: somebody says "send". To few people it goes at once; to many, a second person looks at it first.

How many are many is set for each unit (broadcast_limits).
"""

from handlers.audience import audience as audiences
from handlers.audience import counting
from handlers.broadcasts import samples, says, ways
from handlers.broadcasts.approving import proposals, same_words
from handlers.broadcasts.going_out import starting
from handlers.errors import Refused
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import broadcast_limits, broadcast_trail, broadcasts, people, places
from storage.broadcasts import DRAFT, EMERGENCY, REFUSED, Broadcast

ALONE, UNANSWERED = "alone", "unanswered"  # in the trail: it went without a second person, and why


def propose(turn: Turn, broadcast: Broadcast, *, twice: bool = False) -> None:
    """Sends a draft on its way, and says what happens next. `twice`: also where the same words were sent just now.

    Refused to anybody but its drafter, outside the units where they may write, and once it is on its way.
    """
    broadcast = _ready(turn, broadcast.id)
    before = None if twice else same_words.earlier(turn, broadcast)
    if before is not None:
        same_words.ask(turn, broadcast, before)
        return
    broadcasts.set_approver(turn.tx, broadcast.id, None)  # whoever agreed to it before has not seen what it says now
    if _for_many(turn, broadcast):
        _say_who_is_asked(turn, broadcast, proposals.begin(turn, broadcast, twice))
        return
    broadcast_trail.add(turn.tx, broadcast.id, ALONE, turn.person.id, turn.now, "twice" if twice else None)
    starting.plan(turn, broadcast)
    planned = broadcasts.get(turn.tx, broadcast.id)
    turn.say("approve-goes", *ways.of(turn, planned), title=says.title(planned), when=proposals.when(turn, planned))


def again(turn: Turn) -> None:
    """It is meant to be sent twice. Refused where it was changed since that was asked."""
    turn.argument, _, shown = turn.argument.partition("/")
    broadcast = broadcasts.lock(turn.tx, turn.argument_id())
    if broadcast is None or broadcast.drafter_id != turn.person.id:
        raise Refused("not-allowed")
    if broadcast.state in (DRAFT, REFUSED) and shown != samples.mark(broadcast):
        raise Refused("approve-changed", choice(f"broadcast.see:{broadcast.id}", "approve-see-again"))
    propose(turn, broadcast, twice=True)


def not_again(turn: Turn) -> None:
    """It is not: the draft stays where it is."""
    turn.say("approve-kept-as-draft", choice(f"broadcast.look:{turn.argument_id()}", "approve-see-again"))


def start(speaker: Speaker, broadcast: Broadcast) -> None:
    """Its time has come. What was sent alone, since few were meant, waits for a second person where they are many by
    now; an emergency waits no more."""
    if broadcast.kind != EMERGENCY and _was_alone(speaker, broadcast) and _for_many(speaker, broadcast):
        broadcasts.set_approver(speaker.tx, broadcast.id, None)
        found = proposals.begin(speaker, broadcast)
        names = [people.read(speaker.tx, each).name for each in found]
        text = Text("approve-grown", {"title": says.title(broadcast), "names": names, "n": _least(speaker, broadcast)})
        speaker.tell(broadcast.drafter_id, Message(text=text, lane=Lane.REMINDERS))
        return
    starting.start(speaker, broadcast)


def _ready(turn: Turn, broadcast_id: int) -> Broadcast:
    """The draft, locked: somebody's own, whole, in time, to people to whom they may write."""
    broadcast = broadcasts.lock(turn.tx, broadcast_id)
    if broadcast is None or broadcast.drafter_id != turn.person.id:
        raise Refused("not-allowed")
    if broadcast.state not in (DRAFT, REFUSED):
        raise Refused("approve-on-its-way", state=Text(f"broadcast-state-{broadcast.state}"))
    audience = audiences.of(broadcast)
    if audiences.empty(audience):
        raise Refused("approve-no-audience", choice(f"broadcast.change:{broadcast.id}", "broadcast-change"))
    if not audiences.allowed(turn, audience):
        raise Refused("approve-not-yours", choice(f"broadcast.change:{broadcast.id}", "broadcast-change"))
    if broadcast.expires_at is not None and broadcast.expires_at <= max(turn.now, broadcast.send_at or turn.now):
        raise Refused("approve-no-time-left", choice(f"broadcast.change:{broadcast.id}", "broadcast-change"))
    return broadcast


def _for_many(speaker: Speaker, broadcast: Broadcast) -> bool:
    return counting.at_least(speaker, broadcast, _least(speaker, broadcast))


def _least(speaker: Speaker, broadcast: Broadcast) -> int:
    return broadcast_limits.of(speaker.tx, places.read(speaker.tx, broadcast.place_id))


def _was_alone(speaker: Speaker, broadcast: Broadcast) -> bool:
    """Whether it goes because its drafter said so, to few, and nobody else."""
    alone = broadcast_trail.last(speaker.tx, broadcast.id, ALONE)
    proposed = broadcast_trail.last(speaker.tx, broadcast.id, broadcasts.PROPOSED)
    return alone is not None and (proposed is None or proposed.at < alone.at)


def _say_who_is_asked(turn: Turn, broadcast: Broadcast, asked: list[int]) -> None:
    """Tells the drafter who looks at it now, or that there is nobody who could."""
    title, back = says.title(broadcast), choice(f"broadcast.back:{broadcast.id}", "broadcast-take-back")
    names = [people.read(turn.tx, each).name for each in asked]
    if broadcast.kind == EMERGENCY:
        minutes = int(proposals.EMERGENCY_WAITS.total_seconds()) // 60
        key = "approve-waits-emergency" if names else "approve-waits-emergency-nobody"
        turn.say(key, back, title=title, names=names, minutes=minutes)
    elif names:
        turn.say("approve-waits", back, title=title, names=names, n=_least(turn, broadcast))
    else:
        raise Refused("approve-nobody", n=_least(turn, broadcast))


ROUTES = (Route("press", "approve.again", again), Route("press", "approve.not-again", not_again))
