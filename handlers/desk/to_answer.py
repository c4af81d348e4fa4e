"""To an answer: what a resident asked the desk, and nobody had written down, becomes an answer for everybody."""

from handlers.desk import on_duty
from handlers.errors import Refused
from handlers.learning import drafting
from handlers.routing import Route
from handlers.turn import Turn
from storage import conversation_messages as kept

LOOKED_AT = 30  # messages


def begin(turn: Turn) -> None:
    """Opens a new answer to what the resident asked: the first words of the talk. Who they are stays out of it."""
    conversation = on_duty.held(turn)
    found = kept.of_conversation(turn.tx, conversation.id, LOOKED_AT)
    words = next((each.words for each in found if each.words and each.sender_id == conversation.person_id), "")
    if not words:
        raise Refused("desk-teach-nothing")
    drafting.draft(turn, words)


ROUTES = (Route("press", "desk.teach", begin),)
