"""Standing: whether what was sent still holds, and who of those on its list still wants to be reminded of it."""

from dataclasses import replace

from handlers.message import Lane, Message
from handlers.turn import Speaker
from storage import broadcast_messages, people, recipients
from storage.broadcasts import EXPIRED, PAUSED, SENDING, SENT, Broadcast
from storage.recipients import Recipient

OUT = (SENDING, PAUSED, SENT, EXPIRED)  # some have it, at least
REACHED = (recipients.SENT, recipients.UNKNOWN)
JOINED = "joined"


def holds(speaker: Speaker, broadcast: Broadcast) -> bool:
    """Whether it is out, and was neither stopped nor taken back."""
    recalled = broadcast_messages.read(speaker.tx, broadcast, broadcast_messages.RECALL)
    return broadcast.state in OUT and recalled is None


def to_remind(speaker: Speaker, recipient: Recipient) -> bool:
    """Whether somebody has it, has not answered, and still wants to hear from us."""
    if recipient.answer is not None or recipient.state not in REACHED:
        return False
    person = people.read(speaker.tx, recipient.person_id)
    return person.state == JOINED and person.unsubscribed_at is None


def as_answer(message: Message) -> Message:
    """What was sent to many, said once more to one who asked for it."""
    return replace(message, lane=Lane.REPLIES)
