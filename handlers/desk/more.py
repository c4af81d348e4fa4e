"""More: what else a taker can do with a talk, besides writing and ending it."""

from handlers.desk import on_duty, queue
from handlers.message import choice
from handlers.routing import Route
from handlers.turn import Turn

# Action and label, in the order shown.
WAYS: tuple[tuple[str, str], ...] = (
    ("desk.request", "desk-request"),
    ("desk.teach", "desk-teach"),
    ("desk.hand", "desk-hand"),
    ("desk.later", "desk-later"),
    ("care.talk", "care-raise"),
)


def show(turn: Turn) -> None:
    """Shows the ways."""
    conversation = on_duty.held(turn)
    ways = (choice(f"{action}:{conversation.id}", label) for action, label in WAYS)
    turn.say("desk-what-else", *ways, name=queue.name_of(turn, conversation.person_id))


ROUTES = (Route("press", "desk.more", show),)
