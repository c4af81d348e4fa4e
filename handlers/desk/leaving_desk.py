"""Whoever leaves us leaves nothing at the desk: the talk is over, and what was said in it is forgotten everywhere."""

from handlers.desk import card, closing, queue
from handlers.message import Message, Text, encode
from handlers.turn import Turn
from storage import conversation_messages, conversations, forgetting, shifts, topics

ALL = 10_000


def forget(turn: Turn) -> list[int]:
    """Ends the person's talk with the desk and their shift, and forgets their talks; returns the media of them."""
    gone = Message(text=Text("own-forgotten"))
    for found in sorted(conversations.last_of(turn.tx, turn.person.id, ALL), key=lambda each: each.id):
        conversation = conversations.lock(turn.tx, found.id)
        if conversation is not None and conversation.state != conversations.CLOSED:
            closing.close(turn, conversation, turn.person.id, "left")
        for key in (queue.notice_key(found.id), card.key_of(found.id), queue.wait_key(found.id)):
            _empty(turn, key, gone)
    for key in conversation_messages.keys_of_person(turn.tx, turn.person.id):
        _empty(turn, key, gone)
    topics.forget(turn.tx, turn.person.id)
    shifts.end(turn.tx, turn.person.id, turn.now)
    return conversation_messages.forget_person(turn.tx, turn.person.id)


def _empty(turn: Turn, key: str, gone: Message) -> None:
    forgetting.said_as(turn.tx, key, encode(gone))
    turn.edit(key, gone)
