"""Acknowledging: somebody says that they have read a document. Of several versions the latest one counts."""

from handlers.broadcasts import says
from handlers.broadcasts.reaching import answering
from handlers.errors import Refused
from handlers.message import Lane, Message, Text, choice
from handlers.papers import standing
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcasts, documents, recipients
from storage.broadcasts import Broadcast
from storage.documents import READ_IT
from storage.recipients import Recipient


def read(turn: Turn) -> None:
    """One tap: they have read it. A later version is shown instead, where they are on its list."""
    broadcast, mine = _open(turn)
    document = documents.of_broadcast(turn.tx, broadcast.id)
    if document is None:
        raise Refused("paper-gone")
    newer = _newer(turn, broadcast)
    if newer is not None:
        turn.say("paper-newer", title=says.title(newer))
        _show(turn, newer)
        return
    if mine.answer == READ_IT:
        turn.say("paper-read-before", at=mine.answered_at or turn.now)
        return
    answering.note(turn, broadcast, mine, READ_IT)
    documents.count_reader(turn.tx, document.id)
    turn.say("paper-thanks", title=says.title(broadcast))


def see(turn: Turn) -> None:
    """Shows it once more: the latest version of it."""
    broadcast, _ = _open(turn)
    _show(turn, _newer(turn, broadcast) or broadcast)


def reminder(turn_title: str, broadcast_id: int, text: Text) -> Message:
    """What reminds somebody of a document that they have not read."""
    ways = (choice(f"bc.read:{broadcast_id}", "broadcast-read"), choice(f"paper.see:{broadcast_id}", "paper-see"))
    values = {"title": turn_title, "until": text}
    return Message(text=Text("paper-reminder", values), choices=ways, lane=Lane.REMINDERS)


def _open(turn: Turn) -> tuple[Broadcast, Recipient]:
    """The document that a press names, and the person's place on its list. Raises Refused."""
    broadcast = broadcasts.read(turn.tx, turn.argument_id())
    mine = None if broadcast is None else recipients.of_person(turn.tx, broadcast.id, turn.person.id)
    if broadcast is None or mine is None:
        raise Refused("paper-not-yours")
    if not standing.holds(turn, broadcast):
        raise Refused("paper-taken-back")
    return broadcast, mine


def _newer(turn: Turn, broadcast: Broadcast) -> Broadcast | None:
    """The broadcast of a later version, where the person is on its list."""
    document = documents.of_broadcast(turn.tx, broadcast.id)
    latest = None if document is None else documents.latest(turn.tx, document.paper_id)
    if document is None or latest is None or latest.version <= document.version:
        return None
    if recipients.of_person(turn.tx, latest.broadcast_id, turn.person.id) is None:
        return None
    newer = broadcasts.get(turn.tx, latest.broadcast_id)
    return newer if standing.holds(turn, newer) else None


def _show(turn: Turn, broadcast: Broadcast) -> None:
    turn.say_privately(standing.as_answer(says.message(turn, broadcast)))


ROUTES = (
    Route("press", "bc.read", read),
    Route("press", "paper.see", see),
)
