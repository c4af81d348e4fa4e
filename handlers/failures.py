"""Failures: turns that were parked. A coordinator sees the error's type and where, never what was in it."""

from handlers import permissions
from handlers.errors import Refused
from handlers.incoming_json import from_json
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import inbox, parked

SHOWN = 3


def list_parked(turn: Turn) -> None:
    """The failures that nobody has looked after yet, the oldest first."""
    permissions.require(turn, "look after failures", path=None)
    waiting = parked.open_ones(turn.tx)
    if not waiting:
        turn.say("failures-none")
    for failure in waiting[:SHOWN]:
        values = {"at": failure.parked_at, "error": failure.error_type, "frames": failure.frames}
        ways = (
            choice(f"failure.retry:{failure.id}", "failure-retry"),
            choice(f"failure.drop:{failure.id}", "failure-drop"),
        )
        turn.send(Message(text=Text("failure", values), choices=ways))


def retry(turn: Turn) -> None:
    """Has the event handled once more, now that the fault is mended."""
    permissions.require(turn, "look after failures", path=None)
    failure = parked.read(turn.tx, turn.argument_id())
    payload = inbox.read_payload(turn.tx, failure.inbox_id) if failure else None
    if failure is None or payload is None or not parked.resolve(turn.tx, failure.id, turn.now):
        raise Refused("failure-gone")
    inbox.requeue(turn.tx, failure.inbox_id, from_json(payload).user, turn.now)
    turn.say("failure-again")


def drop(turn: Turn) -> None:
    """Marks a failure as looked after; what was in the event is forgotten."""
    permissions.require(turn, "look after failures", path=None)
    failure = parked.read(turn.tx, turn.argument_id())
    if failure is None or not parked.resolve(turn.tx, failure.id, turn.now):
        raise Refused("failure-gone")
    inbox.release(turn.tx, [failure.inbox_id])
    turn.say("failure-dropped")


ROUTES = (
    Route("command", "parked", list_parked, menu="coordinator"),
    Route("press", "failure.retry", retry),
    Route("press", "failure.drop", drop),
)
