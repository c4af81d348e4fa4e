"""Asking for a person: from anywhere, and the form in which the resident waits and talks.

Whatever form was open goes on afterwards. The desk's number is always said: a call is quicker. Who waits may go on
writing: it is shown to whoever takes the talk.
Out of hours nobody waits in vain: a call, a message, or a request is offered.
"""

from typing import NoReturn

from handlers import forms
from handlers.desk import closing, hearing, on_duty, queue, talking
from handlers.desk.later import LATER
from handlers.errors import Refused
from handlers.forms import Form, Question, Stay
from handlers.message import Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import conversations
from storage.conversations import Conversation
from storage.times import to_ms

LEAVE_WORDS = frozenset(
    ("不等了", "取消", "算了", "不用了", "结束", "结束对话", "退出", "cancel", "stop", "end", "quit")
)
OVER_WORDS = frozenset(
    ("结束", "结束对话", "退出", "end", "quit")
)  # while somebody is talking: the others may be words


def ask_person(turn: Turn, words: str = "") -> None:
    """Somebody wants a person; `words` is what they have said before, and goes along."""
    desk = turn.community.pack.desk
    place = on_duty.desk_of(turn, turn.person.id) if turn.person.state == "joined" else None
    if place is None:
        turn.say("menu-desk-answer", phone=desk.phone, hours=Named(desk.hours, desk.hours_en))
        return
    conversation = conversations.open_of(turn.tx, turn.person.id)
    if conversation is not None:
        _go_on(turn, conversation, words)
    elif queue.desk_answers(turn, place.id):
        _queue_up(turn, queue.enter(turn, turn.person.id, place.id), words)
    else:
        forms.start(turn, LATER, before=words[: hearing.MOST_WORDS])


def answer(turn: Turn) -> None:
    """The resident wants to answer what the desk said: what they write goes there from now on."""
    conversation = conversations.lock(turn.tx, turn.argument_id())
    if conversation is None or conversation.person_id != turn.person.id:
        raise Refused("choice-unknown")
    if conversation.state == conversations.CLOSED:
        raise Refused("desk-talk-over", choice("menu.desk", "menu-desk"))
    if hearing.form_is_open(turn):
        turn.toast("desk-just-write")
        return
    forms.start(turn, DESK, **{hearing.ABOUT: str(conversation.id)})


def note(turn: Turn) -> None:
    """The resident leaves words for the morning, beside what stands there already; once it opens, they just wait."""
    found = conversations.open_of(turn.tx, turn.person.id)
    if found is not None and found.state == conversations.PARKED and not queue.desk_answers(turn, found.place_id):
        forms.start(turn, LATER, way="words")
    else:
        ask_person(turn)


def done(turn: Turn) -> None:
    """The resident has said all: the talk is over."""
    conversation = conversations.lock(turn.tx, turn.argument_id())
    if conversation is None or conversation.person_id != turn.person.id:
        raise Refused("choice-unknown")
    if conversation.state == conversations.CLOSED:
        raise Refused("desk-talk-over", choice("menu.desk", "menu-desk"))
    _leave(turn, conversation)


def _want_call(turn: Turn, conversation: Conversation) -> None:
    """The resident does not wait any longer: somebody calls them. The place in the queue stays."""
    conversations.set_by_phone(turn.tx, conversation.id)
    anew = conversations.read(turn.tx, conversation.id) or conversation
    turn.edit(queue.notice_key(anew.id), queue.notice(turn, anew))
    turn.say("desk-call-promised", phone=turn.person.phone or "")


def _go_on(turn: Turn, found: Conversation, words: str) -> None:
    """They have asked already: their place, or who talks with them."""
    conversation = conversations.lock(turn.tx, found.id) or found
    if conversation.state == conversations.PARKED and conversation.taker_id is None:
        if not queue.desk_answers(turn, conversation.place_id):
            _note_it(turn, conversation, words)
            return
        conversations.queue_again(turn.tx, conversation.id, "return", None, turn.now, front=False)
        conversation = conversations.read(turn.tx, conversation.id) or conversation
    if conversation.state == conversations.WAITING:
        _queue_up(turn, conversation, words)
        return
    if words:
        hearing.keep(turn, conversation, words, [])
    _open_form(turn, conversation)


def _note_it(turn: Turn, conversation: Conversation, words: str) -> None:
    """The desk is closed, and will look anyway: further words are kept; who has said none may leave some."""
    ways = () if words else (choice("desk.note", "desk-later-words"),)
    if words:
        hearing.keep(turn, conversation, words, [])
    turn.say("desk-noted-until", *ways, until=conversation.due, phone=turn.community.pack.desk.phone)


def _queue_up(turn: Turn, conversation: Conversation, words: str) -> None:
    if words:
        hearing.keep(turn, conversation, words, [])
    told = conversation.told or queue.announce(turn, conversation) > 0
    phone = turn.community.pack.desk.phone
    if on_duty.of_place(turn, conversation.place_id):
        turn.say_privately(queue.waiting_message(turn, conversation))
    else:
        turn.say("desk-nobody-on" if told else "desk-nobody-at-all", phone=phone)
    _open_form(turn, conversation)


def _open_form(turn: Turn, conversation: Conversation) -> None:
    if hearing.form_is_open(turn):
        question = DESK.question("words")
        turn.dialogue.answers[hearing.ABOUT] = str(conversation.id)
        if question is not None:
            forms.ask(turn, DESK, question)
        return
    forms.start(turn, DESK, **{hearing.ABOUT: str(conversation.id)})


def _ask_words(turn: Turn) -> Message:
    conversation = hearing.open_conversation(turn)
    ways = [forms.pick(DESK.name, "words", "leave", "desk-leave")]
    if conversation is not None and conversation.state == conversations.WAITING:
        turn.dialogue.answers[hearing.SPOKE] = to_ms(turn.now)
        ways.append(forms.pick(DESK.name, "words", "call", "desk-call-me"))
        return Message(text=Text("desk-go-ahead"), choices=tuple(ways))
    ways = [forms.pick(DESK.name, "words", "leave", "desk-end-talk")]
    if conversation is not None and hearing.rests_till_morning(turn, conversation):
        return Message(text=hearing.noted_until(turn), choices=tuple(ways))
    return Message(text=Text("desk-just-write"), choices=tuple(ways))


def _read_words(turn: Turn) -> NoReturn:
    """Whatever is said goes to the desk, until the resident leaves. Raises Stay."""
    conversation = hearing.open_conversation(turn)
    locked = conversations.lock(turn.tx, conversation.id) if conversation else None
    if locked is None or locked.state == conversations.CLOSED:
        forms.close(turn)
        raise Refused("desk-talk-over", choice("menu.desk", "menu-desk"), closes_form=True)
    if turn.argument == "leave" or _says_leave(turn, locked):
        _leave(turn, locked)
    elif turn.argument == "call":
        _call_instead(turn, locked)
    else:
        hearing.pass_on(turn, locked)
        hearing.remind(turn, locked)
    raise Stay


def _says_leave(turn: Turn, conversation: Conversation) -> bool:
    said = hearing.plain(turn)
    words = OVER_WORDS if conversation.state == conversations.TAKEN else LEAVE_WORDS
    return said in words and not turn.incoming.media


def _leave(turn: Turn, conversation: Conversation) -> None:
    was_taken = conversation.state == conversations.TAKEN
    closing.close(turn, conversation, turn.person.id, "left")
    if hearing.form_is_open(turn):
        forms.close(turn)
    turn.say("desk-you-ended" if was_taken else "desk-you-left")


def _call_instead(turn: Turn, conversation: Conversation) -> None:
    if conversation.state != conversations.WAITING:
        raise Refused("desk-just-write")
    forms.close(turn)
    if turn.person.phone is None:
        forms.start(turn, LATER, way="call")
    else:
        _want_call(turn, conversation)


def _closes(turn: Turn) -> bool:
    """A talk that comes back when another form has ended: where it is over, it is not opened again."""
    if hearing.open_conversation(turn) is not None:
        return False
    forms.close(turn)
    return True


def _never(turn: Turn) -> None:
    """A talk is never filled in: it is left."""


DESK = Form(
    talking.RESIDENT_FORM,
    (Question("words", _ask_words, _read_words, number=True, talk=True),),
    _never,
    cancelled="desk-you-left",
    divert=_closes,
)
FORMS = (DESK,)
ROUTES = (
    Route("press", "desk.back", answer),
    Route("press", "desk.done", done),
    Route("press", "desk.note", note),
)
