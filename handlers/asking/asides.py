"""Asides: a question in the middle of a form is answered, and is no part of the request; a no opens what to change."""

import re

from handlers.forms import Astray
from handlers.turn import Turn
from handlers.understanding import disagrees, verdict_of
from handlers.understanding.normal import fold

_ASKS = re.compile(
    r"[?]|怎么|怎样|如何|咋|哪|几点|几号|多少|多久|什么|[吗么呢]$"
    r"|^(?:how|what|when|where|which|who|why|is|are|do|does|can|could)\b"
)


def go_aside(turn: Turn) -> None:
    """Raises Astray where the words are surely a question that we answer: the form stays open meanwhile."""
    sure = turn.reading.sure
    if sure is not None and sure.kind == "faq" and not turn.incoming.media and _ASKS.search(fold(turn.incoming.text)):
        raise Astray(stays=True)


def says_no(turn: Turn) -> bool:
    """Whether typed words are nothing but a no to the card."""
    words = turn.incoming.text
    return not turn.incoming.media and (disagrees(words) or verdict_of(words) in ("none", "not"))
