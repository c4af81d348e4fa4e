"""An emergency that somebody has taken: all who were told of it read who sees to it, and nobody is told again."""

from handlers import cards
from handlers.message import Lane, Message, Text
from handlers.turn import Speaker
from storage import people, timers
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

AGAIN = "emergency.again"  # the timer that waits as long as nobody sees to an emergency


def by(speaker: Speaker, request: ServiceRequest, item: Item, helper_id: int) -> None:
    """Whichever way the helper got it: the cards say it, and the alerts end."""
    timers.cancel(speaker.tx, request.id, speaker.now, AGAIN)
    values = {"number": request.number, "helper": people.read(speaker.tx, helper_id).name}
    text = Text("staff-emergency-answered", values)
    speaker.edit(cards.staff_key(request.id), Message(text=text, lane=Lane.URGENT, sensitive=item.sensitive))


def waited_for(speaker: Speaker, request: ServiceRequest) -> bool:
    """Whether an emergency's alerts go on, since nobody has taken it yet."""
    return any(each.kind == AGAIN for each in timers.waiting(speaker.tx, request.id))
