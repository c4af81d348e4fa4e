"""Reasons: the one question that most moves of staff ask before they are made, and notes, which are reasons alone."""

from collections.abc import Callable
from functools import partial

from handlers import forms
from handlers.coordinating import steering
from handlers.forms import Again, Form, Question
from handlers.message import Message, Text
from handlers.routing import Route
from handlers.turn import Turn
from storage.catalogue import Item
from storage.service_requests import ServiceRequest


def question(key: str, name: str = "reason") -> Question:
    """Asks for words; `key` is the text that asks."""
    return Question(name, partial(_ask, key), _read)


def form(name: str, key: str, done: Callable[[Turn], None], *further: Question) -> Form:
    """A form that asks for a reason, and what else it must know, about the request in its answers."""
    return Form(name, (question(key), *further), done, cancelled="board-left")


def of(turn: Turn, action: str) -> tuple[ServiceRequest, Item, str]:
    """At the end of such a form: the request, once more authorised and locked, its item, and the reason."""
    answers = turn.dialogue.answers
    request, item = steering.looked_after(turn, action, int(answers["request"]))
    return request, item, str(answers["reason"])


def _ask(key: str, turn: Turn) -> Message:
    return Message(text=Text(key))


def _read(turn: Turn) -> str:
    words = steering.words_of(turn)
    if not words:
        raise Again("board-in-words")
    return words


def note(turn: Turn) -> None:
    """Something is to be kept with the request, for staff alone."""
    request, _ = steering.looked_after(turn, "see open requests", turn.argument_id())
    forms.start(turn, NOTE, request=str(request.id))


def _noted(turn: Turn) -> None:
    request, _, words = of(turn, "see open requests")
    steering.noted(turn, request, "note", note=words)
    turn.say("board-noted", number=request.number)


NOTE = form("noting", "board-ask-note", _noted)
FORMS = (NOTE,)
ROUTES = (Route("press", "board.note", note),)
