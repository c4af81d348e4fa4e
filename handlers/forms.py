"""Forms: one question at a time, declared as data, resumable for days, with a way back and out.

The answers rest in the person's dialogue. A choice of a question is the action `form.question:value#number`; the number
tells this form from an earlier one of the same kind. A choice that comes when its question is no longer asked is
answered with words and changes nothing. A form that is open when another one starts waits below it, and goes on after.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from handlers.errors import Refused
from handlers.message import Choice, Message, Text, choice
from handlers.turn import Turn
from handlers.understanding import way_of
from storage import outbox

PATH = "path"  # the questions answered so far, in order: the way back
BELOW = "below"  # the form that waits until this one has ended: its name, question and answers
NUMBER = "number"
NUMBERS = 0xFFFFFFF  # seven hex digits: the longest action has 64 bytes
MOST_CHOICES = 4  # where a question has that many of its own, it is a list, and the ways on come on top


class Again(Exception):
    """The answer cannot be used, or leads on: the question is asked again, with a hint where a key is given."""

    def __init__(self, key: str | None = None, **values: object) -> None:
        super().__init__(key)
        self.text = Text(key, values) if key else None


class Stay(Exception):
    """The answer was taken, and the question stays open for the next one: nothing is asked again."""


class Astray(Exception):
    """The words are no answer but something of their own: the form is to be closed, and they are taken as new words.

    `stays`: they are taken as new words, and the form asks its question again after that.
    """

    def __init__(self, stays: bool = False) -> None:
        super().__init__()
        self.stays = stays


@dataclass(frozen=True, slots=True)
class Question:
    """One question: how it is asked, how an answer is read (raises Again), and when it is wanted at all.

    `read` gets the turn; for a pressed choice `turn.argument` is its value, for words it is empty.
    `number`: a bare number is the answer itself, and names no choice of a list. `talk`: whatever is said is an answer;
    no words skip, go back or cancel, and the question brings its own way out. `quotes`: its words are written for
    others to read, so that danger in them is not the writer's.
    """

    name: str
    ask: Callable[[Turn], Message]
    read: Callable[[Turn], Any]
    wanted: Callable[[Turn], bool] = lambda turn: True
    skip: bool = False
    number: bool | Callable[[Turn], bool] = False
    talk: bool = False
    quotes: bool = False

    def is_number(self, turn: Turn) -> bool:
        """Whether a bare number is the answer itself."""
        return self.number if isinstance(self.number, bool) else self.number(turn)


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
    """Opens a form for the person and asks its first question. The same form is begun anew; another one waits."""
    below = _set_aside(turn, form)
    turn.dialogue.form, turn.dialogue.step = form.name, None
    turn.dialogue.answers = {**answers, PATH: [], NUMBER: f"{turn.tx.new_id() & NUMBERS:x}"}
    if below is not None:
        turn.dialogue.answers[BELOW] = below
    proceed(turn, form)


def proceed(turn: Turn, form: Form) -> None:
    """Asks the next question that is wanted and not answered; when none is left, the form is done."""
    if form.divert(turn):
        return
    for question in form.questions:
        if question.name not in turn.dialogue.answers and question.wanted(turn):
            turn.dialogue.step = question.name
            ask(turn, form, question)
            return
    _no_question_waits(turn)
    turn.dialogue.form = turn.dialogue.step = None
    try:
        form.done(turn)
    except Refused as refused:
        refused.closes_form = True  # otherwise the roll-back would leave it open, and swallow each later word
        raise
    if turn.dialogue.form is None:
        _bring_back(turn)


def ask(turn: Turn, form: Form, question: Question, hint: Text | None = None) -> None:
    """Asks a question, with its ways on: skip, back, cancel, as far as four choices allow."""
    if hint is not None:
        turn.say_privately(Message(text=hint))
    message = question.ask(turn)
    choices = numbered(turn, message.choices + _ways_on(turn, question, message))
    _no_question_waits(turn)
    turn.say_privately(replace(message, choices=choices, key=key_of(turn.person.id), number=question.is_number(turn)))


def ask_again(turn: Turn, form: Form, question: Question) -> None:
    """Asks the same question again where it still waits: numbers mean its choices, not what was said in between."""
    if turn.dialogue.form == form.name and turn.dialogue.step == question.name:
        ask(turn, form, question)


def answer(turn: Turn, form: Form) -> None:
    """Takes what came as the answer to the question that waits. Raises Astray where it has nothing to do with it."""
    question = form.question(turn.dialogue.step)
    if question is None:
        raise Refused("form-over", closes_form=True)
    if _steered(turn, form, question):
        return
    try:
        value = question.read(turn)
    except Stay:
        return
    except Again as again:
        ask(turn, form, question, None if turn.heard else again.text)
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
    """The form has ended. One that waited below is open again; its question is asked before the turn ends."""
    _no_question_waits(turn)
    _bring_back(turn)


def forget(turn: Turn) -> None:
    """No form is open any more, none waits, and nothing that was said in them is kept."""
    _no_question_waits(turn)
    turn.dialogue.form = turn.dialogue.step = None
    turn.dialogue.answers = {}


def turn_to(turn: Turn, number: str) -> None:
    """Turns to the form that a pressed choice belongs to: the open one or the one below. Refused where it is over."""
    below = turn.dialogue.answers.get(BELOW)
    if below is not None and below["answers"].get(NUMBER) == number:
        close(turn)
        turn.dialogue.step = below["step"]
    elif turn.dialogue.answers.get(NUMBER) != number:
        raise Refused("form-stale")


def numbered(turn: Turn, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices with the number of the open form."""
    number = turn.dialogue.answers.get(NUMBER)
    return choices if number is None else tuple(replace(each, action=f"{each.action}#{number}") for each in choices)


def pick(form: str, question: str, value: object, key: str, **values: object) -> Choice:
    """A choice that answers a question of a form."""
    return choice(f"{form}.{question}:{value}", key, **values)


def _ways_on(turn: Turn, question: Question, message: Message) -> tuple[Choice, ...]:
    if question.talk:
        return ()
    ways = [choice(f"form.skip:{question.name}", "form-skip")] if question.skip else []
    if turn.dialogue.answers.get(PATH):
        ways.append(choice("form.back", "form-back"))
    ways.append(choice("form.cancel", "form-cancel"))
    own = len(message.choices)
    return tuple(ways if own >= MOST_CHOICES else ways[: MOST_CHOICES - own])


def _steered(turn: Turn, form: Form, question: Question) -> bool:
    """Typed words that skip, go back or cancel are followed as the buttons are; False where they are none."""
    way = None if turn.incoming.media or question.talk else way_of(turn.incoming.text)
    if way == "skip" and not question.skip:
        ask(turn, form, question, Text("form-needed"))
    elif way is not None:
        {"skip": skip, "back": back, "cancel": cancel}[way](turn, form)
    return way is not None


def _set_aside(turn: Turn, form: Form) -> dict[str, Any] | None:
    """What waits below a form that is about to start. One that has just come back waits, of whatever kind it is."""
    now = turn.dialogue
    below: dict[str, Any] | None = now.answers.get(BELOW)
    if below is None and now.form is not None and (now.form != form.name or now.step is None):
        return {"form": now.form, "step": now.step, "answers": now.answers}
    return below


def _bring_back(turn: Turn) -> None:
    below = turn.dialogue.answers.get(BELOW) or {"form": None, "answers": {}}
    turn.dialogue.form, turn.dialogue.answers = below["form"], below["answers"]
    turn.dialogue.step = None  # no question of it stands last in the chat: it is asked anew


def _no_question_waits(turn: Turn) -> None:
    outbox.close_questions_with_key(turn.tx, turn.address.id, key_of(turn.person.id))


def key_of(person_id: int) -> str:
    """The key of the questions that a person is asked."""
    return f"form:{person_id}"
