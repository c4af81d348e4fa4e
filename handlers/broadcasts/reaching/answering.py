"""Answering: what somebody taps below a broadcast: got it, need help, not possible. A changed mind is welcome."""

from handlers.broadcasts import says
from handlers.broadcasts.reaching import progress, wanting_help
from handlers.errors import Refused
from handlers.message import Message, Text
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcast_messages, broadcasts, calls, ladder_ways, recipients
from storage.broadcasts import Broadcast
from storage.calls import Call
from storage.recipients import CANNOT, HELD, HELP, KNOWN, QUEUED, Recipient

NOT_YET = (QUEUED, HELD)


def known(turn: Turn) -> None:
    """They have read it."""
    answered(turn, "bc.known", KNOWN)
    _thank(turn, "bc-answer-known")


def cannot(turn: Turn) -> None:
    """It does not suit them; nobody asks why."""
    answered(turn, "bc.cannot", CANNOT)
    _thank(turn, "bc-answer-cannot")


def needs_help(turn: Turn) -> None:
    """They need help: the desk has it at once. Who taps again is not told of twice."""
    broadcast, before = answered(turn, "bc.help", HELP)
    if before.answer == HELP:
        _thank(turn, "bc-help-known")
    else:
        wanting_help.ask(turn, broadcast)


def answered(turn: Turn, action: str, given: str) -> tuple[Broadcast, Recipient]:
    """Notes an answer to the broadcast that the press names; returns it, and how the person stood before. The ladder
    ends with it: no second message leaves, nobody phones. Refused for whoever is not on its list."""
    broadcast = broadcasts.read(turn.tx, turn.argument_id())
    found = None if broadcast is None else recipients.of_person(turn.tx, broadcast.id, turn.person.id)
    if broadcast is None or found is None or found.state in NOT_YET:
        raise Refused("choice-unknown")
    if not any(each.action == f"{action}:{broadcast.id}" for each in says.answers(turn, broadcast)):
        raise Refused("choice-unknown")
    note(turn, broadcast, found, given)
    return broadcast, found


def note(turn: Turn, broadcast: Broadcast, found: Recipient, given: str) -> None:
    """Writes an answer down, whatever its kind: no second message leaves, nobody phones."""
    recipients.answer(turn.tx, found.id, given, turn.now)
    progress.changed(turn, broadcast.id)
    second = broadcast_messages.read(turn.tx, broadcast, broadcast_messages.SECOND)
    if second is not None:
        ladder_ways.drop_waiting(turn.tx, found.id, second)
    call = calls.of_recipient(turn.tx, found.id)
    if call is not None and calls.finish(turn.tx, call.id, calls.ANSWERED, turn.now):
        _spare_the_call(turn, broadcast, call)


def _spare_the_call(turn: Turn, broadcast: Broadcast, call: Call) -> None:
    """Whoever was about to phone them hears that they need not."""
    if call.taker_id is not None and call.state == calls.TAKEN:
        text = Text("calls-answered-meanwhile", {"name": turn.person.name, "title": says.title(broadcast)})
        turn.edit(f"call:{call.id}", Message(text=text))
        turn.tell(call.taker_id, Message(text=text))


def _thank(turn: Turn, key: str) -> None:
    """A pressed button shows it for a moment; who answered by a number reads it."""
    if turn.incoming.press is not None:
        turn.toast(key)
    else:
        turn.say(key)


ROUTES = (
    Route("press", "bc.known", known),
    Route("press", "bc.help", needs_help),
    Route("press", "bc.cannot", cannot),
)
