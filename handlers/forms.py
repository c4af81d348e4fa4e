"""Forms: one question at a time, declared as data, resumable for days, with a way back and out.

The answers rest in the person's dialogue. A choice of a question is the action `form.question:value`; one that comes
when its question is no longer asked is answered with words and changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from handlers.errors import Refused
from handlers.message import Choice, Message, Text, choice
from handlers.turn import Turn
from storage import outbox

PATH = "path"  # the questions answered so far, in order: the way back
MOST_CHOICES = 4
Step: TypeAlias = Callable[[Turn], Any]


class Again(Exception):
    """The answer cannot be used, or leads on: the question is asked again, with a hint where a key is given."""

    def __init__(self, key: str | None = None, **values: object) -> None:
        super().__init__(key)
        self.text = Text(key, values) if key else None


@dataclass(frozen=True, slots=True)
class Question:
    """One question: how it is asked, how an answer is read (raises Again), and when it is wanted at all.

    `read` gets the turn; for a pressed choice `turn.argument` is its value, for words it is empty.
    `number`: a bare number answers this question, not the list of another one.
    """

    name: str
    ask: Callable[[Turn], Message]
    read: Callable[[Turn], Any]
    wanted: Callable[[Turn], bool] = lambda turn: True
    skip: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """Questions in order, and what happens when all are answered.

    `divert` looks after each answer whether the person must be taken elsewhere at once; then it closes the form.
    """

    name: str
    questions: tuple[Question, ...]
    done: Callable[[Turn], None]
    cancelled: str = "form-cancelled"
    divert: Callable[[Turn], bool] = lambda turn: False

    def question(self, name: str | None) -> Question | None:
        """The question with this name."""
        return next((each for each in self.questions if each.name == name), None)


def start(turn: Turn, form: Form, **answers: Any) -> None:
    """Opens a form for the person and asks its first question. A form that was open is given up."""
    turn.dialogue.form, turn.dialogue.step = form.name, None
    turn.dialogue.answers = {**answers, PATH: []}
    proceed(turn, form)


def proceed(turn: Turn, form: Form) -> None:
    """Asks the next question that is wanted and not answered; when none is left, the form is done."""
    if form.divert(turn):
        return
    answers = turn.dialogue.answers
    for question in form.questions:
        if question.name not in answers and question.wanted(turn):
            turn.dialogue.step = question.name
            ask(turn, form, question)
            return
    close(turn)
    turn.dialogue.answers = answers
    form.done(turn)
    if turn.dialogue.form is None:
        turn.dialogue.answers = {}


def ask(turn: Turn, form: Form, question: Question, hint: Text | None = None) -> None:
    """Asks a question, with its ways on: skip, back, cancel, as far as four choices allow."""
    if hint is not None:
        turn.say_privately(Message(text=hint))
    message = question.ask(turn)
    key = f"form:{turn.person.id}"
    outbox.close_questions_with_key(turn.tx, turn.address.id, key)
    turn.say_privately(replace(message, choices=message.choices + _ways_on(turn, question, message), key=key))


def answer(turn: Turn, form: Form) -> None:
    """Takes what came as the answer to the question that waits."""
    question = form.question(turn.dialogue.step)
    if question is None:
        close(turn)
        raise Refused("form-over")
    try:
        value = question.read(turn)
    except Again as again:
        ask(turn, form, question, again.text)
        return
    keep(turn, question.name, value)
    proceed(turn, form)


def keep(turn: Turn, name: str, value: Any) -> None:
    """Writes an answer down, as the last one given."""
    turn.dialogue.answers[name] = value
    turn.dialogue.answers[PATH] = [*turn.dialogue.answers.get(PATH, []), name]


def skip(turn: Turn, form: Form) -> None:
    """Leaves the waiting question unanswered. Refused where it must be answered."""
    question = form.question(turn.dialogue.step)
    if question is None or not question.skip or turn.argument not in ("", question.name):
        raise Refused("form-stale")
    keep(turn, question.name, None)
    proceed(turn, form)


def back(turn: Turn, form: Form) -> None:
    """Asks the question before once more."""
    path = turn.dialogue.answers.get(PATH, [])
    if path:
        turn.dialogue.answers.pop(path[-1], None)
        turn.dialogue.answers[PATH] = path[:-1]
    proceed(turn, form)


def cancel(turn: Turn, form: Form) -> None:
    """Gives the form up."""
    close(turn)
    turn.say(form.cancelled)


def close(turn: Turn) -> None:
    """No question waits any more."""
    outbox.close_questions_with_key(turn.tx, turn.address.id, f"form:{turn.person.id}")
    turn.dialogue.form = turn.dialogue.step = None
    turn.dialogue.answers = {}


def pick(form: str, question: str, value: object, key: str, **values: object) -> Choice:
    """A choice that answers a question of a form."""
    return choice(f"{form}.{question}:{value}", key, **values)


def _ways_on(turn: Turn, question: Question, message: Message) -> tuple[Choice, ...]:
    ways = [choice(f"form.skip:{question.name}", "form-skip")] if question.skip else []
    if turn.dialogue.answers.get(PATH):
        ways.append(choice("form.back", "form-back"))
    ways.append(choice("form.cancel", "form-cancel"))
    return tuple(ways[: max(0, MOST_CHOICES - len(message.choices))])
