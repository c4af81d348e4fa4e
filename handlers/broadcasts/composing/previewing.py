"""Previewing: what the people will see, as their channels show it, before it is sent."""

from handlers.audience import audience as audiences
from handlers.audience import wording
from handlers.broadcasts import content, samples
from handlers.broadcasts.approving import proposing
from handlers.broadcasts.composing import drafting, time_words
from handlers.errors import Refused
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import addresses, broadcasts, outbox
from storage.broadcasts import EMERGENCY, Broadcast

OPEN = "open"  # an address that takes messages
FORMS_OF_IT = (samples.LIST, samples.ELDER)  # beside the one that the drafter's own channel shows


def show(turn: Turn, broadcast: Broadcast) -> None:
    """A draft as it will be read, and what can be done with it."""
    missing = content.settle(turn, broadcast)
    broadcast = broadcasts.get(turn.tx, broadcast.id)
    turn.say_privately(samples.of(turn, broadcast))
    drafting.note_seen(turn, broadcast)
    ask(turn, broadcast, missing)


def ask(turn: Turn, broadcast: Broadcast, missing: int = 0) -> None:
    """For whom and when it is, and whether it is to be sent so."""
    number = broadcast.id
    ways = (
        choice(f"broadcast.send:{number}/{samples.mark(broadcast)}", "broadcast-send"),
        choice(f"broadcast.change:{number}", "broadcast-change"),
        choice(f"broadcast.forms:{number}", "broadcast-other-forms"),
        choice(f"broadcast.keep:{number}", "broadcast-keep"),
    )
    values = {"whom": wording.said(turn, audiences.of(broadcast)), "when": time_words.said(turn, broadcast)}
    key = f"broadcast-preview:{turn.person.id}"
    outbox.close_questions_with_key(turn.tx, turn.address.id, key)  # a number means the latest look
    if missing:
        turn.say("broadcast-files-coming", n=missing)
    name = "broadcast-ready-emergency" if broadcast.kind == EMERGENCY else "broadcast-ready"
    turn.say_privately(Message(text=Text(name, values), choices=ways, key=key))


def look(turn: Turn) -> None:
    """Shows a draft again."""
    show(turn, drafting.own_draft(turn))


def forms_of_it(turn: Turn) -> None:
    """The same as others see it: where there are no buttons, in large letters; and on one's other channels."""
    broadcast = drafting.own_draft(turn)
    for form in FORMS_OF_IT:
        turn.say(f"broadcast-as-{form}")
        turn.say_privately(samples.of(turn, broadcast, form))
    for address in addresses.of_person(turn.tx, turn.person.id):
        if address.id != turn.address.id and address.state == OPEN:
            turn.put(address, samples.of(turn, broadcast))
            turn.say("broadcast-as-elsewhere")
    ask(turn, broadcast, content.settle(turn, broadcast))


def keep(turn: Turn) -> None:
    """The draft stays for later."""
    drafting.own_draft(turn)
    turn.say("broadcast-kept", choice("broadcast.own", "broadcast-own"))


def send(turn: Turn) -> None:
    """It is to be sent as it was shown. Refused where it has changed since, or is not whole."""
    turn.argument, _, shown = turn.argument.partition("/")
    broadcast = drafting.own_draft(turn)
    missing = content.settle(turn, broadcast)
    if missing:
        raise Refused("broadcast-files-coming", n=missing)
    if not audiences.allowed(turn, audiences.of(broadcast)):
        raise Refused("broadcast-not-to-them")
    if shown != samples.mark(broadcasts.get(turn.tx, broadcast.id)):
        turn.say("broadcast-changed-since")
        show(turn, broadcast)
        return
    proposing.propose(turn, broadcast)


ROUTES = (
    Route("press", "broadcast.look", look),
    Route("press", "broadcast.forms", forms_of_it),
    Route("press", "broadcast.keep", keep),
    Route("press", "broadcast.send", send),
)
