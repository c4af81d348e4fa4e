"""Addressing: words of a taker that may be meant for somebody else are not sent before a tap says for whom.

A slip of a caller is meant for no resident at all; and of whoever holds several talks, the one who spoke last may be
meant, not the one whose talk is open.
"""

from handlers import attachments, forms
from handlers.asking import caller_slip, callers
from handlers.desk import queue, talking, topics
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Message, Text
from handlers.turn import Turn
from handlers.understanding import understand
from storage import conversation_messages as kept
from storage import conversations, people
from storage.conversations import PARKED, TAKEN, Conversation

ABOUT = "conversation"  # what the form of a talk keeps
SINCE = "since"  # an id as old as the moment when the talk was opened
ENTER = "enter"


def asked(turn: Turn, conversation: Conversation) -> bool:
    """Asks for whom these words are, where that is in doubt; False where they may go at once."""
    slip = is_slip(turn, conversation)
    other = None if slip or turn.incoming.group else _spoke_last(turn, conversation)
    if not slip and other is None:
        return False
    forms.start(
        turn,
        SEND,
        words=turn.incoming.text.strip(),
        media=attachments.keep(turn),
        message=turn.incoming.message,
        address=turn.chat.id,
        slip=slip,
        to=[str(each.id) for each in (conversation, other) if each is not None],
    )
    return True


def is_slip(turn: Turn, conversation: Conversation) -> bool:
    """Whether these words tell of a caller, with a number that is not the resident's own."""
    slip = caller_slip.of(turn, turn.incoming.text)
    own = people.read(turn.tx, conversation.person_id).phone
    return slip is not None and slip.phone not in ("", own.e164 if own else "")


def send(
    turn: Turn,
    conversation: Conversation,
    words: str,
    media_ids: list[int],
    *,
    address_id: int,
    message: str | None,
) -> None:
    """Says the taker's words to the resident of a (locked) talk. One that is parked comes back by it."""
    if conversation.state == PARKED:
        conversations.take(turn.tx, conversation.id, turn.person.id, None, turn.now)
        conversation = conversations.read(turn.tx, conversation.id) or conversation
    me = turn.person.id
    if not talking.to_resident(turn, conversation, me, words, media_ids, address_id=address_id, message=message):
        turn.say("desk-unreachable")


def _spoke_last(turn: Turn, conversation: Conversation) -> Conversation | None:
    """Another resident of one's own, where their words are the last that one was shown; not what a topic shows."""
    held = [each for each in conversations.held_by(turn.tx, turn.person.id) if each.state == TAKEN]
    others = {each.id: each for each in held if each.id != conversation.id and not _is_in_topic(turn, each)}
    if not others:
        return None
    last = [said for each in (conversation.id, *others) for said in kept.of_conversation(turn.tx, each, 1)]
    newest = max((said for said in last if said.shown), key=lambda said: said.id, default=None)
    other = others.get(newest.conversation_id) if newest is not None else None
    if newest is None or other is None or newest.sender_id != other.person_id:
        return None
    return other if newest.id > int(turn.dialogue.answers.get(SINCE, 0)) else None


def _is_in_topic(turn: Turn, conversation: Conversation) -> bool:
    topic = topics.of(turn, conversation)
    return topic is not None and topic.worker_id == turn.person.id


def _ask(turn: Turn) -> Message:
    answers = turn.dialogue.answers
    names = [_name(turn, each) for each in answers["to"]]
    ways = [forms.pick(SEND.name, "whom", ENTER, "desk-send-enter")] if answers["slip"] else []
    for each, name in zip(answers["to"], names, strict=True):
        ways.append(forms.pick(SEND.name, "whom", each, "desk-send-to", name=name))
    key, name = ("desk-send-slip", names[0]) if answers["slip"] else ("desk-send-whom", names[-1])
    return Message(text=Text(key, {"name": name}), choices=tuple(ways))


def _name(turn: Turn, number: str) -> str | Text:
    found = conversations.read(turn.tx, int(number))
    return queue.name_of(turn, found.person_id) if found is not None else Text("desk-somebody")


def _read(turn: Turn) -> str:
    answers = turn.dialogue.answers
    if turn.argument in answers["to"] or (turn.argument == ENTER and answers["slip"]):
        return turn.argument
    raise Again("desk-send-tap")


def _done(turn: Turn) -> None:
    """Into the form of a caller, or to the resident whose talk goes on then."""
    answers = turn.dialogue.answers
    words, media_ids = str(answers["words"]), list(answers["media"])
    if answers["whom"] == ENTER:
        guesses = [match.code for match in understand(words, turn.community.snapshot).items]
        if not callers.took_slip(turn, words, guesses):
            raise Refused("not-allowed", closes_form=True)
        turn.dialogue.answers["media"] = media_ids
        return
    conversation = conversations.lock(turn.tx, int(answers["whom"]))
    if conversation is None or conversation.taker_id != turn.person.id or conversation.state not in (TAKEN, PARKED):
        raise Refused("desk-not-yours", closes_form=True)
    below = answers.get(forms.BELOW)
    if below is not None and below["form"] == talking.TAKER_FORM:
        below["answers"][ABOUT] = str(conversation.id)
    send(turn, conversation, words, media_ids, address_id=int(answers["address"]), message=answers["message"])
    turn.say("desk-sent-to", name=queue.name_of(turn, conversation.person_id))


SEND = Form("desksend", (Question("whom", _ask, _read),), _done, cancelled="desk-send-left")
FORMS = (SEND,)
