"""The approver's card: whoever agreed to a broadcast can pause, stop, correct and recall it, too."""

from handlers.broadcasts import says, ways
from handlers.message import Lane, Message, Text
from handlers.turn import Speaker
from storage import broadcasts
from storage.broadcasts import PLANNED, REPEAT, Broadcast


def begin(speaker: Speaker, broadcast: Broadcast) -> None:
    """It goes out: its approver gets the card. Not for each round of one that repeats."""
    if broadcast.approver_id is None or broadcast.follows_as == REPEAT:
        return
    speaker.tell(broadcast.approver_id, _card(speaker, broadcast))


def renew(speaker: Speaker, broadcast_id: int) -> None:
    """Its buttons fit what has become of it."""
    fresh = broadcasts.get(speaker.tx, broadcast_id)
    if fresh.state != PLANNED and fresh.approver_id is not None:
        card = _card(speaker, fresh)
        speaker.edit(card.key or "", card)


def _card(speaker: Speaker, broadcast: Broadcast) -> Message:
    fresh = broadcasts.get(speaker.tx, broadcast.id)
    text = Text(f"broadcast-card-{fresh.state}", {"title": says.title(fresh)})
    choices, key = ways.of(speaker, fresh), f"bc-approver:{fresh.id}"
    return Message(text=text, choices=choices, key=key, lane=Lane.REMINDERS, lasting=True)
