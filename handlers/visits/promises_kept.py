"""Promises kept: their owner opens one, and says that it is done, that it takes longer, or that it cannot be."""

from datetime import timedelta

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Form, Question
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import day_words, promising
from storage import people, promises, reveals
from storage.days import from_text
from storage.promises import Promise

READ = "visit card"


def show(turn: Turn) -> None:
    """What was promised to whom, and until when."""
    promise = _own(turn, turn.argument_id())
    reveals.add(turn.tx, promise.person_id, turn.person.id, None, READ, turn.now)
    values = {
        "name": people.read(turn.tx, promise.person_id).name,
        "what": promise.what,
        "day": day_words.said(turn.community, promise.day),
    }
    ways = (
        choice(f"promise.done:{promise.id}", "promise-done"),
        choice(f"promise.later:{promise.id}", "promise-later"),
        choice(f"promise.drop:{promise.id}", "promise-drop"),
    )
    turn.say_privately(Message(text=Text("promise-card", values), choices=ways, sensitive=True))


def done(turn: Turn) -> None:
    """It is kept."""
    promise = _own(turn, turn.argument_id())
    promises.end(turn.tx, promise.id, promises.DONE, turn.now)
    turn.say("promise-thanks")


def drop(turn: Turn) -> None:
    """It cannot be kept; whoever promised it tells the person themselves."""
    promise = _own(turn, turn.argument_id())
    promises.end(turn.tx, promise.id, promises.DROPPED, turn.now)
    turn.say("promise-dropped", name=people.read(turn.tx, promise.person_id).name)


def later(turn: Turn) -> None:
    """It takes until another day."""
    promise = _own(turn, turn.argument_id())
    forms.start(turn, LATER, promise=str(promise.id))


def _later_done(turn: Turn) -> None:
    promise = _own(turn, int(turn.dialogue.answers["promise"]))
    day = from_text(turn.dialogue.answers["day"])
    today = day_words.today(turn.community, turn.now)
    remind_on = day if day > today else today + timedelta(days=1)
    promises.set_day(turn.tx, promise.id, day, day_words.morning(turn.community, remind_on))
    turn.say("promise-moved", day=day_words.said(turn.community, day))


def _own(turn: Turn, promise_id: int) -> Promise:
    """The open promise of the person. Refused for others, and where it is settled."""
    promise = promises.lock(turn.tx, promise_id)
    if promise is None or promise.owner_id != turn.person.id:
        raise Refused("not-allowed", closes_form=True)
    if promise.state != promises.OPEN:
        raise Refused("promise-over", closes_form=True)
    return promise


def _ask_day(turn: Turn) -> Message:
    ways = tuple(forms.pick(LATER.name, "day", each, "promise-in-days", n=each) for each in promising.OFFERED_DAYS)
    return Message(text=Text("promise-day"), choices=ways)


LATER = Form("promlater", (Question("day", _ask_day, promising.read_day),), _later_done, cancelled="promise-left")
FORMS = (LATER,)
ROUTES = (
    Route("press", "promise.show", show),
    Route("press", "promise.done", done),
    Route("press", "promise.later", later),
    Route("press", "promise.drop", drop),
)
