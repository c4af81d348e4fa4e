"""Recalling: nothing more of a broadcast leaves, and whoever has it reads that it is taken back."""

from handlers.broadcasts import says, ways
from handlers.broadcasts.going_out import starting
from handlers.broadcasts.steering import settling, steered
from handlers.errors import Refused
from handlers.message import choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcast_messages, broadcasts, follow_ups
from storage.broadcasts import EXPIRED, SENT, STOPPED, Broadcast
from storage.follow_ups import ASKED, DONE
from storage.follow_ups import REFUSED as NOT_AGREED

SURE, KEEP = "bc.recall-yes", "bc.recall-no"


def ask(turn: Turn) -> None:
    """One question first: it cannot be undone."""
    broadcast = _recallable(turn)
    ways_on = (choice(f"{SURE}:{broadcast.id}", "broadcast-recall-yes"), choice(KEEP, "broadcast-recall-no"))
    turn.say("broadcast-recall-sure", *ways_on, title=says.title(broadcast))


def recall(turn: Turn) -> None:
    """It is taken back: from those who have it as well as from those who wait for it."""
    broadcast = _recallable(turn)
    for each in follow_ups.open_ones(turn.tx, broadcast.id):
        follow_ups.end(turn.tx, each.id, each.state, NOT_AGREED if each.state == ASKED else DONE)
    if not starting.stop(turn, broadcast, turn.person.id, settling.RECALLED):
        broadcasts.move(turn.tx, broadcast.id, broadcast.state, STOPPED)
    broadcasts.set_due(turn.tx, broadcast.id, None)  # nobody is asked for its all-clear any more
    following = follow_ups.create(
        turn.tx, broadcast.id, broadcast_messages.RECALL, turn.person.id, None, turn.now, turn.now
    )
    settling.recall(turn, broadcasts.get(turn.tx, broadcast.id), following)
    turn.say("broadcast-recalled", title=says.title(broadcast))
    steered.tell_drafter(turn, broadcast, "broadcast-recalled-by")


def keep(turn: Turn) -> None:
    """It stays as it is."""
    turn.say("broadcast-recall-kept")


def _recallable(turn: Turn) -> Broadcast:
    """The broadcast. Refused where nobody can have it, and where it was taken back already."""
    broadcast = steered.require(turn, turn.argument_id())
    if ways.recalled(turn, broadcast):
        raise Refused("broadcast-recalled-already", title=says.title(broadcast))
    if broadcast.began_at is None or broadcast.state not in (*ways.UNDER_WAY, SENT, EXPIRED, STOPPED):
        raise Refused("broadcast-nobody-has-it")
    return broadcast


ROUTES = (
    Route("press", ways.RECALL, ask),
    Route("press", SURE, recall),
    Route("press", KEEP, keep),
)
