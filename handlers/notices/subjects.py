"""Topics: what public information is about. Residents subscribe to them; broadcasts can be written to who did."""

from handlers.audience.wording import SUBJECTS
from handlers.errors import Refused
from handlers.message import Text
from handlers.turn import Turn


def name(code: str) -> Text:
    """What a topic is called."""
    return Text(f"audience-subject-{code}")


def of_press(turn: Turn) -> str:
    """The topic that a press names. Refused where it is none."""
    if turn.argument not in SUBJECTS:
        raise Refused("choice-unknown")
    return turn.argument


__all__ = ["SUBJECTS", "name", "of_press"]
