"""Closing: a talk is ended with a reason, by the taker or by the resident; both sides are told."""

from handlers import forms
from handlers.desk import card, on_duty, queue, talking
from handlers.errors import Refused
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import conversations
from storage.conversations import Conversation

# Why a taker closes; "request" comes from turning the talk into one, "left" from the resident.
REASONS = ("solved", "called", "silent", "other")
TOLD = {"solved": "desk-closed-solved", "called": "desk-closed-called", "silent": "desk-closed-silent"}
END_WORDS = frozenset(("结束", "结束对话", "结束了", "end"))


def ask(turn: Turn) -> None:
    """Asks the taker why the talk is over."""
    ask_reason(turn, on_duty.held(turn))


def ask_reason(turn: Turn, conversation: Conversation) -> None:
    """Why is it over? One tap."""
    ways = (choice(f"desk.close:{conversation.id}/{each}", f"desk-reason-{each}") for each in REASONS)
    turn.say("desk-why-over", *ways, name=queue.name_of(turn, conversation.person_id))


def close_pressed(turn: Turn) -> None:
    """The taker has named a reason."""
    turn.argument, _, reason = turn.argument.partition("/")
    conversation = on_duty.held(turn)
    if reason not in REASONS:
        raise Refused("choice-unknown")
    close(turn, conversation, turn.person.id, reason)
    if turn.dialogue.form == talking.TAKER_FORM and turn.dialogue.answers.get("conversation") == str(conversation.id):
        forms.close(turn)
    waiting = conversations.queue(turn.tx, conversation.place_id)
    ways = (choice(f"desk.next:{waiting[0].id}", "desk-take-next"),) if waiting else ()
    turn.say("desk-closed", *ways, name=queue.name_of(turn, conversation.person_id), n=len(waiting))


def close(
    speaker: Speaker, conversation: Conversation, actor_id: int, reason: str, *, request_id: int | None = None
) -> bool:
    """Ends a (locked) talk and tells the other side; False where it was over already.

    `reason`: one of REASONS, "request" (it became the request `request_id`), or "left" (the resident has ended it).
    """
    was_waiting = conversation.state == conversations.WAITING
    if not conversations.close(speaker.tx, conversation.id, actor_id, reason, speaker.now, request_id=request_id):
        return False
    queue.settle_notice(speaker, conversation, "desk-notice-over")
    speaker.edit(card.key_of(conversation.id), _card_over(speaker, conversation))
    if reason == "left":
        _tell_taker(speaker, conversation)
    elif reason != "request":
        key = TOLD.get(reason, "desk-closed-other")
        by = queue.name_of(speaker, actor_id)
        speaker.tell(conversation.person_id, Message(text=Text(key, {"by": by})))
    if was_waiting:
        queue.moved(speaker, conversation.place_id)
    return True


def _card_over(speaker: Speaker, conversation: Conversation) -> Message:
    name = queue.name_of(speaker, conversation.person_id)
    return Message(text=Text("desk-card-over", {"name": name}))


def _tell_taker(speaker: Speaker, conversation: Conversation) -> None:
    if conversation.taker_id is not None:
        name = queue.name_of(speaker, conversation.person_id)
        speaker.tell(conversation.taker_id, Message(text=Text("desk-left", {"name": name})))


ROUTES = (
    Route("press", "desk.end", ask),
    Route("press", "desk.close", close_pressed),
)
