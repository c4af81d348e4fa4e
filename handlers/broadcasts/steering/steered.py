"""Steered: a broadcast that somebody pauses, stops, corrects or recalls: its drafter, or whoever may agree to it."""

from handlers import permissions
from handlers.broadcasts import says
from handlers.errors import Refused
from handlers.message import Lane, Message, Text
from handlers.turn import Turn
from storage import broadcasts, places
from storage.broadcasts import Broadcast


def require(turn: Turn, broadcast_id: int) -> Broadcast:
    """The broadcast, locked. Refused unless the person drafted it and still may, or may agree to it."""
    broadcast = broadcasts.lock(turn.tx, broadcast_id)
    if broadcast is None or not may(turn, broadcast):
        raise Refused("not-allowed")
    return broadcast


def may(turn: Turn, broadcast: Broadcast) -> bool:
    """Whether the person may steer it: asked anew at each press, since roles end."""
    path = places.read(turn.tx, broadcast.place_id).path
    if permissions.may(turn.roles, "approve broadcast", path=path):
        return True
    own = broadcast.drafter_id == turn.person.id
    return own and permissions.may(turn.roles, "draft broadcast", path=path, team_id=broadcast.team_id)


def tell_drafter(turn: Turn, broadcast: Broadcast, key: str, **values: object) -> None:
    """The drafter hears what somebody else has done with it."""
    if broadcast.drafter_id != turn.person.id:
        text = Text(key, {"name": turn.person.name or "", "title": says.title(broadcast), **values})
        turn.tell(broadcast.drafter_id, Message(text=text, lane=Lane.REMINDERS))
