"""Renewing: a message that shows something personal is said anew further below, and only the newest copy shows it."""

from handlers.message import Message, Text
from handlers.turn import Speaker


def tell_anew(speaker: Speaker, person_id: int, message: Message, older: Text) -> bool:
    """Says a keyed message; copies that were said before say `older` instead, since only the newest is edited later.

    Returns False where nothing reaches the person.
    """
    if message.key is not None:
        speaker.edit(message.key, Message(text=older), person_id)
    return speaker.tell(person_id, message)
