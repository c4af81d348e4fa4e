"""The trail of a broadcast, as its drafter and its approvers read it: what became of it, when, and by whom."""

from handlers import cards
from handlers.broadcasts import says
from handlers.broadcasts.approving import approvers
from handlers.errors import Refused
from handlers.message import Message, Text
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcast_trail, broadcasts, people
from storage.broadcast_trail import Event

# What is told; the rest is for us.
TOLD = (
    *("drafted", "alone", "proposed", "approved", "refused", "reminded", "unanswered", "taken back", "planned"),
    *("freezing", "sending", "paused", "resumed", "stopped", "expired", "sent", "corrected", "recalled", "held"),
    *("nobody", "all_clear"),
)
MOST = 40


def show(turn: Turn) -> None:
    """What has become of it so far, the first event first."""
    broadcast = broadcasts.read(turn.tx, turn.argument_id())
    if broadcast is None or not (
        broadcast.drafter_id == turn.person.id or approvers.may(turn, turn.person.id, broadcast)
    ):
        raise Refused("not-allowed")
    events = [each for each in broadcast_trail.of_broadcast(turn.tx, broadcast.id) if each.name in TOLD]
    head = Text("broadcast-trail", {"title": says.title(broadcast)})
    turn.send(Message(text=cards.joined([head, *(_line(turn, each) for each in events[-MOST:])])))


def _line(turn: Turn, event: Event) -> Text:
    """One event; what went out without a second person's answer is said loud."""
    what = Text(f"broadcast-trail-{event.name.replace(' ', '-').replace('_', '-')}")
    if event.actor_id is None:
        return Text("broadcast-trail-line", {"at": event.at, "what": what})
    name = people.read(turn.tx, event.actor_id).name or cards.NOTHING
    return Text("broadcast-trail-line-by", {"at": event.at, "what": what, "name": name})


ROUTES = (Route("press", "approve.trail", show),)
