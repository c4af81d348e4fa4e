"""Voices: a voice message is welcome everywhere. What nothing here can use is heard by a person."""

from handlers import attachments
from handlers.desk import hearing
from handlers.turn import Turn


def passed_on(turn: Turn, busy: bool) -> bool:
    """The voice of somebody who reads large letters goes to a person in any case.

    True where nothing else is to be done with it; a form that is open (`busy`) takes it as well.
    """
    if not (turn.person.elder and _alone(turn)):
        return False
    turn.heard = True
    hearing.heard(turn, attachments.keep(turn))
    return not busy


def unused(turn: Turn, busy: bool) -> None:
    """Anybody's voice that no open form could use (`busy`), or that came out of the blue, goes to a person, too."""
    if _alone(turn) and not turn.heard and not (busy and turn.kept):
        hearing.heard(turn, attachments.keep(turn))


def _alone(turn: Turn) -> bool:
    """Whether nothing but voices came."""
    kinds = {each.kind for each in turn.incoming.media}
    return kinds == {"voice"} and not turn.incoming.text.strip()
