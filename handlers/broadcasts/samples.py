"""Samples: a broadcast as its readers get it, shown to those who write it or agree to it. Its choices do nothing."""

import hashlib
from dataclasses import replace

from handlers.broadcasts import says
from handlers.message import Choice, Lane, Message
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage.broadcasts import Broadcast

OWN, LIST, ELDER = "own", "list", "elder"
MARK = 16  # hex digits: an action has room for them, and nobody makes another broadcast that has the same


def of(speaker: Speaker, broadcast: Broadcast, form: str = OWN) -> Message:
    """The message as its readers get it: `own` as on the channel where it is shown, `list` where there are no buttons,
    `elder` as those see it who answer by digits: these two without the files, which look the same everywhere."""
    message = says.message(speaker, broadcast)
    if form != OWN:
        message = replace(message, media=(), position=None)
    choices = tuple(Choice(f"broadcast.sample:{broadcast.id}", each.label) for each in message.choices)
    return replace(message, choices=choices, lane=Lane.REPLIES, sample=form)


def mark(broadcast: Broadcast) -> str:
    """What tells a broadcast from what it was: whoever says "send", or agrees to it, has seen this one."""
    times = (broadcast.send_at, broadcast.rule, broadcast.expires_at, broadcast.silent_after)
    return hashlib.sha256(repr((broadcast.body, broadcast.audience, times)).encode()).hexdigest()[:MARK]


def pressed(turn: Turn) -> None:
    """A choice of a sample was pressed: it is one for those who get the broadcast."""
    turn.toast("broadcast-only-sample")


ROUTES = (Route("press", "broadcast.sample", pressed),)
