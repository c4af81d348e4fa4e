"""In a topic of the desk's group: whoever is on duty takes the talk there, and what they write goes to the resident.

What begins with // is for colleagues alone. The resident is written to by whoever has the talk, and by nobody else.
"""

from handlers import attachments
from handlers.desk import addressing, card, on_duty, queue, taking, talking, topics
from handlers.errors import Refused
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import conversation_messages as kept
from storage import conversations
from storage import topics as stored
from storage.conversations import CLOSED, PARKED, TAKEN, WAITING, Conversation
from storage.topics import Topic

AMONG_US = ("//", "／／")


def heard(turn: Turn) -> bool:
    """Takes words that somebody of the desk writes in a resident's topic; False for all others."""
    if not turn.incoming.group or turn.incoming.thread is None or turn.incoming.command is not None:
        return False
    topic = stored.at(turn.tx, turn.chat.id)
    conversation = conversations.open_of(turn.tx, topic.person_id) if topic is not None else None
    if topic is None or not _is_of_desk(turn, topic, conversation):
        return False
    if turn.incoming.text.lstrip().startswith(AMONG_US):
        return True
    if turn.incoming.edited:
        _reword(turn)
    elif conversation is None:
        turn.say("desk-topic-nobody", who=topics.called(topic.number))
    elif _may_write(turn):
        _write(turn, conversation)
    return True


def take(turn: Turn) -> None:
    """Takes the talk of this topic, to answer here."""
    conversation = on_duty.locked(turn)
    on_duty.must_be_on(turn)
    if conversation.state != WAITING:
        raise Refused("desk-topic-is-taken")
    _take(turn, conversation)


def take_over(turn: Turn) -> None:
    """A colleague has the talk: from now on it is one's own, and both hear so."""
    conversation = on_duty.locked(turn)
    on_duty.must_be_on(turn)
    before = conversation.taker_id
    if before is None or before == turn.person.id or conversation.state == WAITING:
        raise Refused("desk-topic-is-taken")
    if conversation.state == PARKED:
        conversations.take(turn.tx, conversation.id, before, None, turn.now)
    due = turn.now + talking.starts_clock(conversation)
    conversations.pass_to(turn.tx, conversation.id, turn.person.id, turn.person.id, due, turn.now)
    values = {"name": queue.name_of(turn, conversation.person_id), "by": turn.person.name}
    turn.edit(card.key_of(conversation.id), Message(text=Text("desk-topic-went-to", values)), only=before)
    turn.tell(before, Message(text=Text("desk-topic-went-to", values)))
    _welcome(turn, conversation)


def more(turn: Turn) -> None:
    """The card of the talk, with all that can be done, comes privately."""
    conversation = on_duty.held(turn)
    turn.say_privately(card.of(turn, conversation, turn.person.id))
    turn.toast("desk-topic-see-private")


def _is_of_desk(turn: Turn, topic: Topic, conversation: Conversation | None) -> bool:
    place = conversation.place_id if conversation is not None else None
    if place is None:
        home = on_duty.desk_of(turn, topic.person_id)
        place = home.id if home is not None else None
    return place is not None and on_duty.may_answer(turn, place)


def _may_write(turn: Turn) -> bool:
    """On duty is who has said so. Who has not is asked, privately."""
    if on_duty.is_on(turn, turn.person.id):
        return True
    turn.say_privately(Message(text=Text("desk-topic-duty"), choices=on_duty.ways_on()))
    turn.say("desk-topic-not-sent-duty")
    return False


def _write(turn: Turn, found: Conversation) -> None:
    conversation = conversations.lock(turn.tx, found.id)
    if conversation is None or conversation.state == CLOSED:
        raise Refused("desk-over")
    if conversation.taker_id not in (None, turn.person.id) and conversation.state != WAITING:
        by = queue.name_of(turn, conversation.taker_id or 0)
        turn.say("desk-topic-others", choice(f"topic.over:{conversation.id}", "desk-topic-take-over"), by=by)
        return
    if addressing.is_slip(turn, conversation):
        addressing.asked(turn, conversation)
        turn.say("desk-topic-kept-out")
        return
    if conversation.state != TAKEN:
        _take(turn, conversation)
        conversation = conversations.read(turn.tx, conversation.id) or conversation
    topics.work(turn, conversation, turn.person.id)
    _pass_on(turn, conversation)


def _take(turn: Turn, conversation: Conversation) -> None:
    """Longest waiting first, here as well. What is parked is its taker's in any case."""
    first = next(iter(conversations.queue(turn.tx, conversation.place_id)), conversation)
    if conversation.state == WAITING and first.id != conversation.id and first.person_id != turn.person.id:
        topic = topics.of(turn, first)
        raise Refused("desk-topic-earlier", who=topics.called(topic.number) if topic else Text("desk-somebody"))
    if conversation.person_id == turn.person.id:
        raise Refused("desk-topic-own")
    due = turn.now + talking.starts_clock(conversation)
    if not conversations.take(turn.tx, conversation.id, turn.person.id, due, turn.now):
        raise Refused("desk-topic-is-taken")
    if conversation.taker_id is None:
        _welcome(turn, conversation)
        queue.moved(turn, conversation.place_id)
    topics.show(turn, conversation.id)


def _welcome(turn: Turn, before: Conversation) -> None:
    conversation = conversations.read(turn.tx, before.id) or before
    topics.work(turn, conversation, turn.person.id)
    taking.welcome(turn, conversation, turn.person.id)


def _pass_on(turn: Turn, conversation: Conversation) -> None:
    words, media_ids = turn.incoming.text.strip(), attachments.keep(turn)
    if not (words or media_ids):
        turn.say("desk-cannot")
        return
    me, where = turn.person.id, turn.chat.id
    here = turn.incoming.message
    if not talking.to_resident(turn, conversation, me, words, media_ids, address_id=where, message=here):
        turn.say("desk-unreachable")


def _reword(turn: Turn) -> None:
    """Words that went to the resident were changed: so are those."""
    message = turn.incoming.message
    said = kept.by_origin(turn.tx, turn.chat.id, message) if message else None
    conversation = conversations.lock(turn.tx, said.conversation_id) if said is not None else None
    if said is None or conversation is None or said.sender_id != turn.person.id or conversation.state == CLOSED:
        return
    talking.reword(turn, conversation, said, turn.incoming.text.strip())


ROUTES = (
    Route("press", "topic.take", take, where="group"),
    Route("press", "topic.over", take_over, where="group"),
    Route("press", "topic.more", more, where="group"),
)
