"""Falling due: silent takers lose their talk, parked talks come back, and nobody waits at a closed desk."""

from datetime import timedelta

from handlers import staff
from handlers.desk import card, hours, on_duty, queue, talking, topics
from handlers.message import Message, Text, choice
from handlers.routing import Job
from handlers.turn import Speaker
from storage import conversations
from storage.conversations import PARKED, TAKEN, WAITING, Conversation

SLICE = 20
EVERY = timedelta(seconds=5)
LOOK = timedelta(minutes=5)


def fire(speaker: Speaker) -> bool:
    """Does what is due about conversations; whether there may be more."""
    due = conversations.due(speaker.tx, speaker.now, SLICE)
    # Several are locked in the order of their ids, here as everywhere: so nobody waits in a circle.
    for each in sorted(due, key=lambda one: one.id):
        conversation = conversations.lock(speaker.tx, each.id)
        # It may have moved on since it was found.
        if conversation is not None and conversation.due is not None and conversation.due <= speaker.now:
            {TAKEN: _silent, PARKED: _comes_back, WAITING: _waits_long}[conversation.state](speaker, conversation)
    return len(due) == SLICE


def close_up(speaker: Speaker) -> bool:
    """The desk has closed, and nobody is on duty: whoever still waits is called first when it opens, and hears so."""
    if hours.is_open(speaker):
        return False
    alone = [each for each in conversations.queued_places(speaker.tx) if not on_duty.of_place(speaker, each)]
    waiting = [each for place in alone for each in conversations.queue(speaker.tx, place)]
    # In the order of their ids over all places, as in fire.
    for each in sorted(waiting, key=lambda one: one.id):
        # A voice of the night waits on: it came while the desk was closed, and may be urgent.
        if hours.is_open(speaker, each.queued_at):
            _until_morning(speaker, each)
    return False


def _silent(speaker: Speaker, conversation: Conversation) -> None:
    """The taker has not said a word: back to the head of the queue, and all are told."""
    taker = conversation.taker_id
    name = queue.name_of(speaker, conversation.person_id)
    if not queue.give_back(speaker, conversation, "lost", None) or taker is None:
        return
    lost = Message(text=Text("desk-lost", {"name": name}), key=card.key_of(conversation.id))
    speaker.edit(card.key_of(conversation.id), Message(text=Text("desk-card-lost", {"name": name})))
    speaker.tell(taker, Message(text=lost.text))
    by = queue.name_of(speaker, taker)
    key = "desk-call-lost-for-you" if conversation.by_phone else "desk-lost-for-you"
    speaker.tell(conversation.person_id, Message(text=Text(key, {"by": by})))


def _comes_back(speaker: Speaker, conversation: Conversation) -> None:
    """To whoever parked it, where they are on duty; otherwise into the queue, as soon as the desk is open."""
    taker = conversation.taker_id
    if taker is not None and taker in on_duty.of_place(speaker, conversation.place_id):
        due = speaker.now + talking.starts_clock(conversation)
        conversations.take(speaker.tx, conversation.id, taker, due, speaker.now)
        speaker.tell(taker, Message(text=Text("desk-comes-back")))
        speaker.tell(taker, card.of(speaker, conversation, taker))
        talking.hand_files(speaker, conversation, taker)
        topics.show(speaker, conversation.id)
        return
    if not queue.desk_answers(speaker, conversation.place_id):
        conversations.set_due(speaker.tx, conversation.id, hours.next_opening(speaker))
        return
    if queue.give_back(speaker, conversation, "return", None) and not conversation.by_phone:
        phone = speaker.community.pack.desk.phone
        key = "desk-turn-comes" if on_duty.of_place(speaker, conversation.place_id) else "desk-turn-later"
        speaker.tell(conversation.person_id, Message(text=Text(key, {"phone": phone})))


def _waits_long(speaker: Speaker, conversation: Conversation) -> None:
    """Somebody has waited too long: the coordinator hears it, once."""
    unmanned = not queue.desk_answers(speaker, conversation.place_id)
    conversations.set_due(speaker.tx, conversation.id, hours.next_opening(speaker) if unmanned else None)
    if unmanned:
        return
    minutes = int((speaker.now - conversation.queued_at).total_seconds() // 60)
    values = {"name": queue.name_of(speaker, conversation.person_id), "minutes": minutes}
    message = Message(
        text=Text("desk-waits-long", values),
        choices=(choice(f"desk.next:{conversation.id}", "desk-take-next"),),
        lasting=True,
    )
    staff.tell(speaker, conversation.place_id, message, conversation.person_id, ("coordinator",))


def _until_morning(speaker: Speaker, waiting: Conversation) -> None:
    conversation = conversations.lock(speaker.tx, waiting.id)
    if conversation is None or conversation.state != WAITING:
        return
    opens = hours.next_opening(speaker)
    conversations.park(speaker.tx, conversation.id, None, opens, speaker.now, by_phone=conversation.by_phone)
    queue.settle_notice(speaker, conversation, "desk-notice-closed")
    phone = speaker.community.pack.desk.phone
    speaker.tell(conversation.person_id, Message(text=Text("desk-shut", {"until": opens, "phone": phone})))


JOBS = (
    Job("conversations that fall due", EVERY, fire, next_due=conversations.next_due),
    Job("the desk closes", LOOK, close_up),
)
