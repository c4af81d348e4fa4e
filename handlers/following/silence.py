"""Silence: who does not say whether it is solved is asked once more, and then left in peace.

It is closed as unanswered, never as satisfied. For a week after that a "no" still sends somebody.
"""

from datetime import timedelta

from handlers import cards
from handlers.following import outcomes
from handlers.life import deadlines, lifecycle
from handlers.life.timers import Fire
from handlers.message import Lane, Message, Text
from handlers.turn import Speaker
from storage import request_changes, timers
from storage.service_requests import ServiceRequest
from storage.timers import Timer

CLOSED_AFTER = timedelta(days=2)  # since the second question
TWICE = 2


def again(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Asks once more, outside quiet hours."""
    item = speaker.item(request.item)
    if request.state != "done" or item is None:
        return
    request_changes.set_asked(speaker.tx, request.id, TWICE)
    timers.put(speaker.tx, request.id, outcomes.CLOSE, speaker.now + CLOSED_AFTER)
    values = {"number": request.number, "item": cards.item_name(item)}
    if not outcomes.put_question(speaker, request, Text("outcome-ask-again", values), lane=Lane.REMINDERS):
        outcomes.have_called(speaker, request, item)


def close(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Nobody has answered: the question says so in its place, without a new message, and can still be answered."""
    if request.state != "done":
        return
    request = lifecycle.make(speaker, request, "close unanswered", actor_id=None)
    text = Text("outcome-unanswered", {"number": request.number})
    message = Message(text=text, choices=outcomes.answers(request), lane=Lane.REMINDERS)
    speaker.edit(outcomes.question_key(request), message)


def archive(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """The week in which it could be reopened is over."""
    lifecycle.make(speaker, request, "archive", actor_id=None)


TIMERS: dict[str, Fire] = {outcomes.AGAIN: again, outcomes.CLOSE: close, deadlines.ARCHIVE: archive}
