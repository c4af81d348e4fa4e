"""The queue: who waits for a person, the longest first, and those on duty who are told of it.

Whoever lost their taker stands before all others. A message says to each how many are before them, and changes as the
queue moves. Where nobody is on duty, desk and coordinators are told, and the resident hears so.
"""

from datetime import timedelta

from handlers import staff
from handlers.desk import estimates, hours, on_duty, topics
from handlers.desk.words import without_who
from handlers.message import Message, Text, choice
from handlers.turn import Speaker
from storage import conversation_messages as said
from storage import conversations, people
from storage.conversations import Conversation

FIRST_SHOWN = 10  # in the queue, whose place is said anew when it changes
LAST_WAITS = 5
LOOK_BACK = timedelta(hours=12)
TOO_LONG = timedelta(minutes=10)  # our proposal; who waits longer is named to the coordinator, once
WORDS_SHOWN = 3
MOST_LETTERS = 200  # of what waits, in a notice


def notice_key(conversation_id: int) -> str:
    """The key of the notice that somebody waits, at those on duty."""
    return f"desk:{conversation_id}"


def wait_key(conversation_id: int) -> str:
    """The key of the message that tells a resident how many are before them."""
    return f"desk-wait:{conversation_id}"


def name_of(speaker: Speaker, person_id: int) -> str | Text:
    """What somebody is called; a word for "nameless" where that is not known."""
    return people.read(speaker.tx, person_id).name or Text("desk-somebody")


def place_in(speaker: Speaker, conversation: Conversation) -> int:
    """The place in the queue, from 1; the next one at the end for whoever stands in none."""
    ids = [each.id for each in conversations.queue(speaker.tx, conversation.place_id)]
    return ids.index(conversation.id) + 1 if conversation.id in ids else len(ids) + 1


def announce(speaker: Speaker, conversation: Conversation) -> int:
    """Tells those on duty that somebody waits; where nobody is, desk and coordinators. Returns how many were told."""
    topics.show(speaker, conversation.id)
    told = tell_desk(speaker, conversation, notice(speaker, conversation))
    if told:
        conversations.set_told(speaker.tx, conversation.id)
    return told


def tell_desk(speaker: Speaker, conversation: Conversation, message: Message) -> int:
    """Says a message to those on duty, or to desk and coordinators where nobody is; never to the resident."""
    on = [each for each in on_duty.of_place(speaker, conversation.place_id) if each != conversation.person_id]
    if on:
        return sum(speaker.tell(each, message) for each in on)
    return staff.tell(speaker, conversation.place_id, message, but=conversation.person_id)


def notice(speaker: Speaker, conversation: Conversation) -> Message:
    """Somebody waits: who, and what they have said so far."""
    said_so_far = last_words(speaker, conversation)
    words = without_who(speaker, conversation.person_id, said_so_far)
    name = name_of(speaker, conversation.person_id)
    key = "desk-wants-call" if conversation.by_phone else "desk-waits"
    if conversation.front:
        key = "desk-waits-again"
    values = {"name": name, "words": words, "has": "yes" if words else "no"}
    return Message(
        text=Text(key, values),
        choices=(choice(f"desk.next:{conversation.id}", "desk-take-next"),),
        key=notice_key(conversation.id),
        lasting=True,
    )


def last_words(speaker: Speaker, conversation: Conversation) -> str:
    """The resident's last words, in lines."""
    found = said.of_conversation(speaker.tx, conversation.id, WORDS_SHOWN)
    lines = [each.words for each in found if each.words and each.sender_id == conversation.person_id]
    return "\n".join(lines)[-MOST_LETTERS:]


def settle_notice(speaker: Speaker, conversation: Conversation, key: str, **values: object) -> None:
    """The notice at those on duty says from now on what became of it, and offers nothing more."""
    text = Text(key, {"name": name_of(speaker, conversation.person_id), **values})
    speaker.edit(notice_key(conversation.id), Message(text=text))
    topics.show(speaker, conversation.id)


def waiting_message(speaker: Speaker, conversation: Conversation) -> Message:
    """What a resident is told of their place in the queue: honest, and without a number where there is none."""
    phone = people.read(speaker.tx, conversation.person_id).phone if conversation.by_phone else None
    if phone:
        return Message(text=Text("desk-call-promised", {"phone": phone}), key=wait_key(conversation.id))
    place = place_in(speaker, conversation)
    since = speaker.now - LOOK_BACK
    waits = conversations.waits(speaker.tx, conversation.place_id, since, LAST_WAITS)
    minutes = estimates.estimate(waits, speaker.now - conversation.queued_at)
    values = {"place": place, "phone": speaker.community.pack.desk.phone}
    text = Text("desk-place", values) if minutes is None else Text("desk-place-time", {**values, "minutes": minutes})
    return Message(text=text, key=wait_key(conversation.id))


def moved(speaker: Speaker, place_id: int) -> None:
    """The queue has moved: those at its head see their new place, where they saw one. Who waits for a call need not."""
    if not on_duty.of_place(speaker, place_id):
        return
    for conversation in conversations.queue(speaker.tx, place_id)[:FIRST_SHOWN]:
        if not conversation.by_phone:
            speaker.edit(wait_key(conversation.id), waiting_message(speaker, conversation))


def enter(speaker: Speaker, person_id: int, place_id: int) -> Conversation:
    """Somebody waits from now on. Those who look after the desk hear of it where they wait too long."""
    return conversations.create(speaker.tx, person_id, place_id, speaker.now, due=speaker.now + TOO_LONG)


def give_back(speaker: Speaker, conversation: Conversation, move: str, actor_id: int | None) -> bool:
    """It goes back into the queue, and those on duty hear it; False where it is over, or waits already.

    What somebody had taken stands before all others. `move`: back (given back), lost (a silent taker), return (it was
    parked until now).
    """
    front, due = conversation.taker_id is not None, speaker.now + TOO_LONG
    if not conversations.queue_again(speaker.tx, conversation.id, move, actor_id, speaker.now, front=front, due=due):
        return False
    again = conversations.read(speaker.tx, conversation.id)
    if again is not None:
        announce(speaker, again)
        moved(speaker, again.place_id)
    return True


def desk_answers(speaker: Speaker, place_id: int) -> bool:
    """Whether somebody can be expected to answer: the desk is open, or somebody is on duty all the same."""
    return hours.is_open(speaker) or bool(on_duty.of_place(speaker, place_id))
