"""Closing: a request is answered at once, called off, or not accepted: always with words, and with another way."""

from handlers import forms
from handlers.coordinating import reasons, steering
from handlers.errors import Refused
from handlers.life import lifecycle
from handlers.message import Named
from handlers.routing import Route
from handlers.turn import Turn
from storage import request_changes


def answer(turn: Turn) -> None:
    """It needs nobody to come: what is the answer?"""
    _begin(turn, "answer", "answer", ANSWER)


def cancel(turn: Turn) -> None:
    """It is called off: why?"""
    _begin(turn, "close", "cancel", CANCEL)


def reject(turn: Turn) -> None:
    """It cannot be done here: why, and where else can they go?"""
    _begin(turn, "reject", "reject", REJECT)


def _begin(turn: Turn, action: str, move: str, form: forms.Form) -> None:
    request, _ = steering.looked_after(turn, action, turn.argument_id())
    if not lifecycle.reachable(move, request, turn.now):
        raise Refused(f"board-not-{move}", number=request.number)
    forms.start(turn, form, request=str(request.id))


def _answered(turn: Turn) -> None:
    request, item, words = reasons.of(turn, "answer")
    request = steering.move(turn, request, "answer", note=words)
    request_changes.set_note(turn.tx, request.id, words)
    steering.tell_people(turn, request, item, "request-answered", about=Named(item.name, item.name_en), words=words)
    turn.say("board-closed", number=request.number)


def _cancelled(turn: Turn) -> None:
    request, item, words = reasons.of(turn, "close")
    request = steering.free(turn, request, item)
    request = steering.move(turn, request, "cancel", note=words, data={"by": "staff"})
    steering.tell_people(turn, request, item, "request-closed", reason=words)
    turn.say("board-closed", number=request.number)


def _rejected(turn: Turn) -> None:
    request, item, words = reasons.of(turn, "reject")
    other = str(turn.dialogue.answers["instead"])
    request = steering.move(turn, request, "reject", note=f"{words}\n{other}")
    steering.tell_people(turn, request, item, "request-rejected", reason=words, instead=other)
    turn.say("board-closed", number=request.number)


ANSWER = reasons.form("answering", "board-ask-answer", _answered)
CANCEL = reasons.form("calling-off", "board-ask-cancel", _cancelled)
REJECT = reasons.form("rejecting", "board-ask-reject", _rejected, reasons.question("board-ask-instead", "instead"))
FORMS = (ANSWER, CANCEL, REJECT)
ROUTES = (
    Route("press", "board.answer", answer),
    Route("press", "board.cancel", cancel),
    Route("press", "board.reject", reject),
)
