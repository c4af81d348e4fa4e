"""Duty: who is on duty says so by a button, and for how long; nothing else makes it so.

A shift ends by itself when its time is over, after a reminder. Talks that its holder has taken stay with them as long
as they answer; whoever goes off duty before gives them back.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from handlers import permissions
from handlers.desk import on_duty, queue
from handlers.errors import Refused
from handlers.message import Message, Text, choice
from handlers.routing import Job, Route
from handlers.turn import Speaker, Turn
from storage import conversations, places, shifts
from storage.conversations import Conversation
from storage.transaction import Transaction

REMIND_BEFORE = timedelta(minutes=10)
MORE_HOURS = 2
SLICE = 20
EVERY = timedelta(seconds=15)


def show(turn: Turn) -> None:
    """Whether one is on duty, until when, and the ways on."""
    _must_answer(turn)
    shift = shifts.of_person(turn.tx, turn.person.id)
    if shift is None:
        turn.say("shift-not-on", *on_duty.ways_on())
        return
    ways = (
        choice("desk.queue", "desk-queue-open"),
        choice(f"shift.on:{MORE_HOURS}", "shift-on-for", n=MORE_HOURS),
        choice("shift.off", "shift-off"),
    )
    turn.say("shift-is-on", *ways, until=shift.ends, held=len(_taken(turn)), n=len(_waiting(turn)))


def on(turn: Turn) -> None:
    """On duty from now, for so many hours. Those who wait for nobody so far hear their place."""
    _must_answer(turn)
    if turn.argument not in map(str, on_duty.SHIFT_HOURS):
        raise Refused("choice-unknown")
    unmanned = {place for place in conversations.queued_places(turn.tx) if not on_duty.of_place(turn, place)}
    ends = turn.now + timedelta(hours=int(turn.argument))
    shifts.start(turn.tx, turn.person.id, ends, turn.now)
    waiting = _waiting(turn)
    ways = (choice(f"desk.next:{waiting[0].id}", "desk-take-next"),) if waiting else ()
    turn.say("shift-on", *ways, until=ends, n=len(waiting))
    for conversation in sorted(waiting, key=lambda each: each.id):
        conversations.set_told(turn.tx, conversation.id)
        if conversation.place_id in unmanned and not conversation.by_phone:
            turn.tell(conversation.person_id, queue.waiting_message(turn, conversation))


def off(turn: Turn) -> None:
    """Off duty; whoever has talks in hand is asked first."""
    held = _taken(turn)
    if held:
        ways = (choice("shift.leave", "shift-leave"), choice("desk.queue", "desk-queue-open"))
        turn.say("shift-holds", *ways, n=len(held))
        return
    _end(turn)


def leave(turn: Turn) -> None:
    """Off duty; the talks in hand go back to the head of the queue."""
    held = {each.id for each in _taken(turn)}
    was_on = shifts.end(turn.tx, turn.person.id, turn.now)
    for number in sorted(held):
        conversation = conversations.lock(turn.tx, number)
        if conversation is not None and conversation.taker_id == turn.person.id:
            queue.give_back(turn, conversation, "back", turn.person.id)
            turn.tell(conversation.person_id, Message(text=Text("desk-back-to-you")))
    _say_ended(turn, was_on)
    nobody_left(turn, but=held)


def remind(speaker: Speaker) -> bool:
    """Announces the end of shifts, and ends those whose time is over."""
    soon = shifts.to_remind(speaker.tx, speaker.now + REMIND_BEFORE, SLICE)
    for shift in soon:
        if shifts.reminded(speaker.tx, shift.id):
            more = choice(f"shift.on:{MORE_HOURS}", "shift-on-for", n=MORE_HOURS)
            speaker.tell(shift.person_id, Message(text=Text("shift-soon-over", {"until": shift.ends}), choices=(more,)))
    over = shifts.over(speaker.tx, speaker.now, SLICE)
    for shift in over:
        if shifts.end_this(speaker.tx, shift.id, speaker.now):
            ways = tuple(on_duty.ways_on())
            speaker.tell(shift.person_id, Message(text=Text("shift-over"), choices=ways))
            nobody_left(speaker)
    return len(soon) == SLICE or len(over) == SLICE


def nobody_left(speaker: Speaker, but: Collection[int] = ()) -> None:
    """Whoever waits where nobody is on duty any more is named to desk and coordinators; `but`: who was already."""
    for place in conversations.queued_places(speaker.tx):
        if not on_duty.of_place(speaker, place):
            for conversation in conversations.queue(speaker.tx, place):
                if conversation.id not in but:
                    queue.announce(speaker, conversation)


def _end(turn: Turn) -> None:
    _say_ended(turn, shifts.end(turn.tx, turn.person.id, turn.now))
    nobody_left(turn)


def _say_ended(turn: Turn, was_on: bool) -> None:
    turn.say("shift-ended" if was_on else "shift-not-on", *(() if was_on else on_duty.ways_on()))


def _must_answer(turn: Turn) -> None:
    permissions.require(turn, "answer hotline")


def _taken(turn: Turn) -> list[Conversation]:
    return [each for each in conversations.held_by(turn.tx, turn.person.id) if each.state == conversations.TAKEN]


def _waiting(turn: Turn) -> list[Conversation]:
    """Who waits at the desks where the person may answer."""
    found = conversations.queued_places(turn.tx)
    mine = [each for each in found if _may_answer(turn, each)]
    return [one for place in mine for one in conversations.queue(turn.tx, place) if one.person_id != turn.person.id]


def _may_answer(turn: Turn, place_id: int) -> bool:
    return permissions.may(turn.roles, "answer hotline", path=places.read(turn.tx, place_id).path)


def _next_end(tx: Transaction) -> datetime | None:
    soon, end = shifts.next_reminder(tx), shifts.next_end(tx)
    return min((each for each in (soon - REMIND_BEFORE if soon else None, end) if each is not None), default=None)


ROUTES = (
    Route("command", "shift", show),
    Route("press", "shift.show", show),
    Route("press", "shift.on", on),
    Route("press", "shift.off", off),
    Route("press", "shift.leave", leave),
)
JOBS = (Job("shifts of the desk", EVERY, remind, next_due=_next_end),)
