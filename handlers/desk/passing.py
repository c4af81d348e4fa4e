"""Passing on: a talk goes to a colleague on duty or back into the queue, or rests until a moment. All are told."""

from datetime import datetime, time, timedelta

from handlers import forms
from handlers.desk import on_duty, queue, taking, talking, topics
from handlers.errors import Refused
from handlers.message import Message, Text, choice, named_choice
from handlers.routing import Route
from handlers.turn import MOST_DIGITS, Turn
from storage import conversations, people
from storage.conversations import Conversation

MOST_COLLEAGUES = 8
MINUTES = {"30": timedelta(minutes=30), "120": timedelta(hours=2)}
MORNING = time(9)  # here, where the desk's hours say nothing


def to_whom(turn: Turn) -> None:
    """To whom? The colleagues on duty by name, or back into the queue."""
    conversation = on_duty.held(turn)
    ways = [
        named_choice(f"desk.to:{conversation.id}/{each}", people.read(turn.tx, each).name)
        for each in _colleagues(turn, conversation)[:MOST_COLLEAGUES]
    ]
    ways.append(choice(f"desk.release:{conversation.id}", "desk-release"))
    turn.say("desk-to-whom" if len(ways) > 1 else "desk-to-nobody", *ways)


def hand_over(turn: Turn) -> None:
    """A colleague on duty has it from now on."""
    turn.argument, _, chosen = turn.argument.partition("/")
    conversation = on_duty.held(turn)
    if not (chosen.isascii() and chosen.isdigit() and len(chosen) <= MOST_DIGITS):
        raise Refused("choice-unknown")
    taker = int(chosen)
    if taker not in _colleagues(turn, conversation):
        raise Refused("desk-colleague-gone")
    if conversation.state == conversations.PARKED:
        conversations.take(turn.tx, conversation.id, turn.person.id, None, turn.now)
    due = turn.now + talking.starts_clock(conversation)
    conversations.pass_to(turn.tx, conversation.id, taker, turn.person.id, due, turn.now)
    _leave(turn, conversation)
    by = queue.name_of(turn, turn.person.id)
    turn.tell(taker, Message(text=Text("desk-handed-to-you", {"by": by})))
    taking.welcome(turn, conversation, taker)
    turn.say("desk-handed", name=queue.name_of(turn, conversation.person_id), to=queue.name_of(turn, taker))


def release(turn: Turn) -> None:
    """Back into the queue, before all others."""
    conversation = on_duty.held(turn)
    queue.give_back(turn, conversation, "back", turn.person.id)
    _leave(turn, conversation)
    key = "desk-call-lost-for-you" if conversation.by_phone else "desk-back-to-you"
    turn.tell(conversation.person_id, Message(text=Text(key)))
    turn.say("desk-released", name=queue.name_of(turn, conversation.person_id))


def until_when(turn: Turn) -> None:
    """Until when does it rest?"""
    conversation = on_duty.held(turn)
    ways = [choice(f"desk.park:{conversation.id}/{each}", f"desk-park-{each}") for each in (*MINUTES, "next")]
    turn.say("desk-until-when", *ways)


def park(turn: Turn) -> None:
    """It rests until then; the resident hears when somebody will be back."""
    turn.argument, _, until = turn.argument.partition("/")
    conversation = on_duty.held(turn)
    if until not in (*MINUTES, "next"):
        raise Refused("choice-unknown")
    due = turn.now + MINUTES[until] if until in MINUTES else _next_day(turn)
    conversations.park(turn.tx, conversation.id, turn.person.id, due, turn.now, by_phone=conversation.by_phone)
    topics.show(turn, conversation.id)
    _leave(turn, conversation)
    by = queue.name_of(turn, turn.person.id)
    turn.tell(conversation.person_id, Message(text=Text("desk-parked-for-you", {"by": by, "until": due})))
    turn.say("desk-parked", name=queue.name_of(turn, conversation.person_id), until=due)


def _next_day(turn: Turn) -> datetime:
    """When the desk opens the next day; at nine where its hours say nothing."""
    here = turn.now.astimezone(turn.community.zone)
    tomorrow = (here + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    opening = turn.community.pack.desk.opening
    change = opening.next_change(tomorrow) if opening is not None else None
    if opening is None or change is None or not opening.is_open(change):
        change = tomorrow.replace(hour=MORNING.hour)
    return change.astimezone(turn.now.tzinfo)


def _colleagues(turn: Turn, conversation: Conversation) -> list[int]:
    but = (turn.person.id, conversation.person_id)
    return [each for each in on_duty.of_place(turn, conversation.place_id) if each not in but]


def _leave(turn: Turn, conversation: Conversation) -> None:
    """What the person writes from now on does not go there any more."""
    if turn.dialogue.form == talking.TAKER_FORM and turn.dialogue.answers.get("conversation") == str(conversation.id):
        forms.close(turn)


ROUTES = (
    Route("press", "desk.hand", to_whom),
    Route("press", "desk.to", hand_over),
    Route("press", "desk.release", release),
    Route("press", "desk.later", until_when),
    Route("press", "desk.park", park),
)
