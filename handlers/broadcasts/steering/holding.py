"""Holding: a broadcast on its way is paused, goes on, or goes no further, with one tap."""

from handlers.broadcasts import ways
from handlers.broadcasts.approving import approver_card
from handlers.broadcasts.going_out import repeating, starting
from handlers.broadcasts.reaching import progress
from handlers.broadcasts.steering import steered
from handlers.errors import Refused
from handlers.message import Text
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcast_trail, broadcasts
from storage.broadcasts import FREEZING, PAUSED, PLANNED, SENDING, Broadcast


def pause(turn: Turn) -> None:
    """Nothing of it leaves until somebody lets it go on. What waits in the outbox is held back as it is claimed."""
    broadcast = steered.require(turn, turn.argument_id())
    if broadcast.state == PAUSED or (broadcast.state == FREEZING and starting.pause_asked(turn, broadcast)):
        turn.toast("broadcast-paused-already")
        return
    # While the list is made it is only noted: the list is finished, and waits then.
    paused = broadcast.state == FREEZING or broadcasts.move(turn.tx, broadcast.id, SENDING, PAUSED)
    if not paused:
        raise Refused("broadcast-over")
    broadcast_trail.add(turn.tx, broadcast.id, PAUSED, turn.person.id, turn.now)
    _done(turn, broadcast, "broadcast-paused")


def resume(turn: Turn) -> None:
    """It goes on where it stood; or not, where its time is over."""
    broadcast = steered.require(turn, turn.argument_id())
    if broadcast.state == PAUSED and broadcast.expires_at is not None and broadcast.expires_at <= turn.now:
        starting.expire(turn, broadcast)
        return
    waits = broadcast.state == FREEZING and starting.pause_asked(turn, broadcast)
    if not waits and not broadcasts.move(turn.tx, broadcast.id, PAUSED, SENDING):
        raise Refused("broadcast-not-paused")
    broadcasts.set_feed(turn.tx, broadcast.id, turn.now)
    broadcast_trail.add(turn.tx, broadcast.id, starting.RESUMED, turn.person.id, turn.now)
    _done(turn, broadcast, "broadcast-resumed")


def drop(turn: Turn) -> None:
    """It goes no further. Of one that repeats, only this round."""
    broadcast = steered.require(turn, turn.argument_id())
    if not starting.stop(turn, broadcast, turn.person.id):
        raise Refused("broadcast-over")
    if broadcast.state == PLANNED:
        repeating.lay_down_next(turn, broadcast)
    again = broadcast.state == PLANNED and broadcast.rule is not None
    _done(turn, broadcast, "broadcast-round-dropped" if again else "broadcast-goes-no-further")


def end(turn: Turn) -> None:
    """It repeats no more: the round that waits for its time is given up."""
    broadcast = steered.require(turn, turn.argument_id())
    waiting = ways.next_round(turn, broadcast)
    found = None if waiting is None else broadcasts.lock(turn.tx, waiting.id)
    if found is None or found.state != PLANNED or not starting.stop(turn, found, turn.person.id, repeating.OVER):
        raise Refused("broadcast-not-repeating")
    _done(turn, broadcast, "broadcast-ended")


def _done(turn: Turn, broadcast: Broadcast, key: str) -> None:
    turn.toast(key)
    progress.show(turn, broadcast)
    approver_card.renew(turn, broadcast.id)
    steered.tell_drafter(turn, broadcast, "broadcast-steered", what=Text(key))


ROUTES = (
    Route("press", ways.PAUSE, pause),
    Route("press", ways.RESUME, resume),
    Route("press", ways.DROP, drop),
    Route("press", ways.END, end),
)
