"""Drafting: who may write to whom in whose name, and which drafts are one's own."""

from handlers.audience import audience as audiences
from handlers.audience import reach
from handlers.audience.audience import DRAFT as MAY_DRAFT
from handlers.broadcasts.approving import proposals
from handlers.errors import Refused
from handlers.permissions import MAY
from handlers.turn import Turn
from storage import broadcast_trail, broadcasts, places, teams
from storage.broadcasts import DRAFT, PLANNED, PROPOSED, REFUSED, Broadcast

SEEN = "previewed"  # in the trail: from then on, what was changed is shown at once
TAKEN_BACK = "taken back"
OPEN = (DRAFT, REFUSED)  # what can be changed
WAITS = (PROPOSED, PLANNED)  # what can be taken back to be changed


def must(turn: Turn) -> None:
    """Refused to whoever drafts nothing anywhere."""
    if not any(held.role in MAY[MAY_DRAFT] for held in turn.roles):
        raise Refused("not-allowed")


def sender(turn: Turn, chosen: str | None) -> tuple[int, int | None]:
    """In whose name one writes: the place, and the team of a leader. `chosen`: as in `senders`. Raises Refused."""
    known = senders(turn)
    if not known:
        raise Refused("not-allowed")
    if chosen is not None and chosen not in known:
        raise Refused("choice-unknown")
    kind, _, number = (chosen or known[0]).partition("/")
    return (int(number), None) if kind == "u" else (teams.read(turn.tx, int(number)).place_id, int(number))


def senders(turn: Turn) -> list[str]:
    """In whose name one may write: units as u/ID, teams that one leads as t/ID."""
    own = reach.of(turn)
    led = [each for each in own.led if not own.place(places.read(turn.tx, each.place_id))]
    return [*(f"u/{each.id}" for each in own.units), *(f"t/{each.id}" for each in led)]


def own(turn: Turn) -> Broadcast:
    """One's own broadcast that a press names, locked. Refused where it is another's, or none."""
    must(turn)
    broadcast = broadcasts.lock(turn.tx, turn.argument_id())
    if broadcast is None or broadcast.drafter_id != turn.person.id or broadcast.state == broadcasts.DROPPED:
        raise Refused("broadcast-not-yours")
    return broadcast


def own_draft(turn: Turn) -> Broadcast:
    """The same, to be changed; one that was refused is a draft again. Refused where it has gone out, or waits."""
    broadcast = own(turn)
    if broadcast.state not in OPEN:
        raise Refused("broadcast-no-draft-now")
    if broadcast.state == REFUSED:
        broadcasts.move(turn.tx, broadcast.id, REFUSED, DRAFT)
        return broadcasts.get(turn.tx, broadcast.id)
    return broadcast


def take_back(turn: Turn, broadcast: Broadcast) -> Broadcast:
    """One that waits for a second person, or for its time, is a draft again. Refused where it waits no more."""
    if broadcast.state not in WAITS or not broadcasts.move(turn.tx, broadcast.id, broadcast.state, DRAFT):
        raise Refused("broadcast-no-draft-now")
    broadcasts.set_due(turn.tx, broadcast.id, None)
    proposals.over(turn, broadcast, "approve-taken-back")
    broadcast_trail.add(turn.tx, broadcast.id, TAKEN_BACK, turn.person.id, turn.now)
    return broadcasts.get(turn.tx, broadcast.id)


def seen(turn: Turn, broadcast: Broadcast) -> bool:
    """Whether it was shown to its drafter before."""
    return any(each.name == SEEN for each in broadcast_trail.of_broadcast(turn.tx, broadcast.id))


def note_seen(turn: Turn, broadcast: Broadcast) -> None:
    """It was shown to its drafter."""
    if not seen(turn, broadcast):
        broadcast_trail.add(turn.tx, broadcast.id, SEEN, turn.person.id, turn.now)


def whom_known(broadcast: Broadcast) -> bool:
    """Whether it is known whom it concerns."""
    return not audiences.empty(audiences.of(broadcast))
