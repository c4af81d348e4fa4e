"""Acted: the owner of an action says that it is done, that it takes longer, or that it cannot be."""

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Form, Question
from handlers.meetings import acting, meeting_card
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import day_words
from storage import meeting_actions, meetings
from storage.days import from_text
from storage.meeting_actions import DONE, DROPPED, OPEN, Action


def show(turn: Turn) -> None:
    """What is to be done, and until when."""
    action = _own(turn, turn.argument_id())
    meeting = meetings.read(turn.tx, action.meeting_id)
    title = "" if meeting is None else meeting.title
    text = Text("action-card", {**acting.facts(turn, action), "title": title})
    turn.send(Message(text=text, choices=acting.ways(action), lasting=True))


def done(turn: Turn) -> None:
    """It is done; whoever called the meeting hears so."""
    action = _own(turn, turn.argument_id())
    meeting_actions.end(turn.tx, action.id, DONE, turn.now)
    _tell(turn, action, "action-done-told")
    turn.say("action-thanks")


def drop(turn: Turn) -> None:
    """It cannot be; whoever called the meeting hears so, and finds another way."""
    action = _own(turn, turn.argument_id())
    meeting_actions.end(turn.tx, action.id, DROPPED, turn.now)
    _tell(turn, action, "action-dropped-told")
    turn.say("action-dropped")


def later(turn: Turn) -> None:
    """It takes until another day."""
    forms.start(turn, LATER, action=str(_own(turn, turn.argument_id()).id))


def _moved(turn: Turn) -> None:
    action = _own(turn, int(turn.dialogue.answers["action"]))
    day = from_text(str(turn.dialogue.answers["day"]))
    at = day_words.morning(turn.community, acting.first_morning(turn, day))
    meeting_actions.set_day(turn.tx, action.id, day, at)
    fresh = _own(turn, action.id)
    _tell(turn, fresh, "action-moved-told")
    turn.say("action-moved", day=day_words.said(turn.community, day))


def _tell(turn: Turn, action: Action, key: str) -> None:
    """Whoever called the meeting hears what has become of it."""
    meeting = meetings.read(turn.tx, action.meeting_id)
    if meeting is None or meeting.convenor_id == turn.person.id:
        return
    name = meeting_card.name_of(turn, turn.person.id)
    values = {**acting.facts(turn, action), "title": meeting.title, "name": name}
    ways = (choice(f"action.list:{meeting.id}", "meeting-way-actions"),)
    meeting_card.tell_convenor(
        turn, meeting, Message(text=Text(key, values), choices=ways, lane=Lane.REMINDERS, lasting=True)
    )


def _own(turn: Turn, action_id: int) -> Action:
    """The person's open action. Refused for others, and where it is settled."""
    action = meeting_actions.lock(turn.tx, action_id)
    if action is None or action.owner_id != turn.person.id:
        raise Refused("not-allowed", closes_form=True)
    if action.state != OPEN:
        raise Refused("action-over", closes_form=True)
    return action


LATER = Form(
    "actlater",
    (Question("day", lambda turn: acting.ask_day("actlater", turn), acting.read_day),),
    _moved,
    cancelled="meeting-left",
)
FORMS = (LATER,)
ROUTES = (
    Route("press", "action.show", show),
    Route("press", "action.done", done),
    Route("press", "action.later", later),
    Route("press", "action.drop", drop),
)
