"""Harmless: words that sounded like danger and are none go on as what else they say, never as an emergency."""

from dataclasses import replace

from handlers.asking import callers
from handlers.danger import emergencies
from handlers.hotline import hotline
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import Match, Reading, understand


def no_danger(turn: Turn) -> None:
    """No, nobody is in danger: good. What was written goes on as what it is, or the form that was open does."""
    emergencies.only_asked(turn, turn.argument)
    doubted = turn.dialogue.answers.pop(emergencies.DOUBTED, None)
    turn.say("emergency-good")
    if not doubted or turn.incoming.group or turn.dialogue.form is not None or turn.person.state != "joined":
        return
    _go_on_with(turn, doubted["text"].strip())


def _go_on_with(turn: Turn, words: str) -> None:
    reading = _calm(turn, understand(words, turn.community.snapshot))
    if callers.took_slip(turn, words, [match.code for match in reading.items]):
        return
    if words and reading.small_talk not in hotline.COURTESIES and reading.ranked:
        turn.incoming = replace(turn.incoming, text=words, message=None)
        turn.reading = reading
        hotline.begin(turn)


def _calm(turn: Turn, reading: Reading) -> Reading:
    """A reading without emergencies."""
    ranked = tuple(match for match in reading.ranked if not _is_emergency(turn, match))
    return replace(
        reading,
        emergency=None,
        ranked=ranked,
        items=tuple(match for match in reading.items if not _is_emergency(turn, match)),
        sure=reading.sure if reading.sure in ranked else None,
    )


def _is_emergency(turn: Turn, match: Match) -> bool:
    item = turn.item(match.code) if match.kind == "request" else None
    return item is not None and item.urgency == "emergency"


ROUTES = (Route("press", "emergency.no", no_danger, where="anywhere", before_joining=True),)
