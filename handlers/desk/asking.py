"""Asking for a person: from anywhere, in words or by voice. Whatever form was open goes on afterwards.

The desk's number is always said: a call is quicker. Who waits may go on writing: it is shown to whoever takes the talk.
Out of hours nobody waits in vain: a call, a message, or a request is offered.
"""

import unicodedata
from typing import NoReturn

from handlers import attachments, forms
from handlers.desk import closing, on_duty, queue, talking
from handlers.desk.later import LATER
from handlers.errors import Refused
from handlers.forms import Form, Question, Stay
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import agrees
from storage import conversation_messages, conversations, outbox
from storage.conversations import Conversation
from storage.times import from_ms, to_ms

ABOUT, SPOKE = "conversation", "spoke"
PAUSE_MS = 10 * 60 * 1000  # who writes again after this long is told their place anew
LEAVE_WORDS = frozenset(
    ("不等了", "取消", "算了", "不用了", "结束", "结束对话", "退出", "cancel", "stop", "end", "quit")
)
OVER_WORDS = frozenset(
    ("结束", "结束对话", "退出", "end", "quit")
)  # while somebody is talking: the others may be words
AROUND = " !?.,~。，、…！？\n"
ENOUGH = frozenset(("thanks", "bye", "laughing"))  # of the small talk, what waits for no answer
THANKS = frozenset(
    (
        "谢谢",
        "谢谢您",
        "谢谢你",
        "多谢",
        "谢谢了",
        "谢谢啊",
        "感谢",
        "辛苦了",
        "麻烦了",
        "再见",
        "拜拜",
        "thanks",
        "thank you",
        "bye",
    )
)
MOST_WORDS = 4000


def ask_person(turn: Turn, words: str = "") -> None:
    """Somebody wants a person; `words` is what they have said before, and goes along."""
    desk = turn.community.pack.desk
    place = on_duty.desk_of(turn, turn.person.id) if turn.person.state == "joined" else None
    if place is None:
        turn.say("menu-desk-answer", phone=desk.phone, hours=desk.hours)
        return
    conversation = conversations.open_of(turn.tx, turn.person.id)
    if conversation is not None:
        _go_on(turn, conversation, words)
    elif queue.desk_answers(turn, place.id):
        _queue_up(turn, queue.enter(turn, turn.person.id, place.id), words)
    else:
        forms.start(turn, LATER, before=words[:MOST_WORDS])


def heard(turn: Turn, media_ids: list[int]) -> None:
    """Voices that no program here understands go to a person at once, at night too: they may be urgent.

    The resident is not kept waiting by it: what they write goes on as before.
    """
    place = on_duty.desk_of(turn, turn.person.id)
    phone = turn.community.pack.desk.phone
    if place is None:
        turn.say("desk-voice-nobody", phone=phone)
        return
    found = conversations.open_of(turn.tx, turn.person.id)
    if found is None:
        found = queue.enter(turn, turn.person.id, place.id)
    conversation = conversations.lock(turn.tx, found.id) or found
    if conversation.state == conversations.PARKED and conversation.taker_id is None:
        conversations.queue_again(turn.tx, found.id, "return", None, turn.now, front=False)
        conversation = conversations.read(turn.tx, found.id) or conversation
    said = _keep(turn, conversation, "", media_ids)
    fetching = any(each.digest is None for each in conversation_messages.media(turn.tx, said))
    reached = fetching or conversation_messages.shown(turn.tx, said)
    turn.say("desk-voice-passed-on" if reached else "desk-voice-nobody", phone=phone)


def answered(turn: Turn) -> bool:
    """Takes words that belong to a talk with the desk though its form is not open; False where they belong to none.

    These are answers, by the channel's own means, to what the desk said; and the words of somebody whose talk was taken
    while nothing else was being asked. A form of a talk that is over closes, and its words are new words.
    """
    conversation = _answered_one(turn)
    if conversation is None and turn.dialogue.form is None:
        conversation = conversations.open_of(turn.tx, turn.person.id)
        conversation = conversation if conversation and conversation.state == conversations.TAKEN else None
    if conversation is not None and not _form_is_open(turn):
        locked = conversations.lock(turn.tx, conversation.id) or conversation
        if locked.state != conversations.CLOSED:
            _pass_on(turn, locked)
            return True
    elif _form_is_open(turn) and _open_conversation(turn) is None:
        forms.close(turn)
    return False


def edited(turn: Turn) -> bool:
    """Words that were passed on are edited: so are the copies. False where they belong to no talk."""
    incoming = turn.incoming
    if incoming.group or incoming.message is None:
        return False
    said = conversation_messages.by_origin(turn.tx, turn.address.id, incoming.message)
    if said is None or said.sender_id != turn.person.id:
        return False
    conversation = conversations.lock(turn.tx, said.conversation_id)
    words = incoming.text.strip()
    if conversation is None or conversation.state == conversations.CLOSED:
        turn.say("desk-edited-late")
    elif words and words != said.words:
        talking.reword(turn, conversation, said, words)
    return True


def hold(turn: Turn) -> None:
    """Locks the conversation that these words belong to, before the alarm locks requests."""
    found = None if turn.incoming.group else _open_conversation(turn)
    if found is not None:
        conversations.lock(turn.tx, found.id)


def overhear(turn: Turn) -> None:
    """Words of danger have been taken care of; whoever talks with the resident reads them all the same."""
    conversation = None if turn.incoming.group or turn.incoming.edited else _open_conversation(turn)
    if conversation is not None and turn.incoming.text.strip():
        words = turn.incoming.text.strip()[:MOST_WORDS]
        _keep(turn, conversation, words, [])


def answer(turn: Turn) -> None:
    """The resident wants to answer what the desk said: what they write goes there from now on."""
    conversation = conversations.lock(turn.tx, turn.argument_id())
    if conversation is None or conversation.person_id != turn.person.id:
        raise Refused("choice-unknown")
    if conversation.state == conversations.CLOSED:
        raise Refused("desk-talk-over", choice("menu.desk", "menu-desk"))
    if _form_is_open(turn):
        turn.toast("desk-just-write")
        return
    forms.start(turn, DESK, **{ABOUT: str(conversation.id)})


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
            turn.say("desk-noted-until", until=conversation.due, phone=turn.community.pack.desk.phone)
            return
        conversations.queue_again(turn.tx, conversation.id, "return", None, turn.now, front=False)
        conversation = conversations.read(turn.tx, conversation.id) or conversation
    if conversation.state == conversations.WAITING:
        _queue_up(turn, conversation, words)
        return
    if words:
        _keep(turn, conversation, words, [])
    _open_form(turn, conversation)


def _queue_up(turn: Turn, conversation: Conversation, words: str) -> None:
    if words:
        _keep(turn, conversation, words, [])
    told = conversation.told or queue.announce(turn, conversation) > 0
    phone = turn.community.pack.desk.phone
    if on_duty.of_place(turn, conversation.place_id):
        turn.say_privately(queue.waiting_message(turn, conversation))
    else:
        turn.say("desk-nobody-on" if told else "desk-nobody-at-all", phone=phone)
    _open_form(turn, conversation)


def _open_form(turn: Turn, conversation: Conversation) -> None:
    if _form_is_open(turn):
        question = DESK.question("words")
        turn.dialogue.answers[ABOUT] = str(conversation.id)
        if question is not None:
            forms.ask(turn, DESK, question)
        return
    forms.start(turn, DESK, **{ABOUT: str(conversation.id)})


def _form_is_open(turn: Turn) -> bool:
    return turn.dialogue.form == talking.RESIDENT_FORM


def _open_conversation(turn: Turn) -> Conversation | None:
    """The conversation whose form is open, as long as it is not over."""
    number = turn.dialogue.answers.get(ABOUT) if _form_is_open(turn) else None
    found = conversations.read(turn.tx, int(number)) if number else None
    return found if found is not None and found.state != conversations.CLOSED else None


def _answered_one(turn: Turn) -> Conversation | None:
    """The conversation whose message this event answers by the channel's own means, where it is the resident's."""
    answers = turn.incoming.reply_to
    if answers is None or turn.incoming.group:
        return None
    number = conversation_messages.id_in(outbox.key_of(turn.tx, turn.address.id, answers))
    said = conversation_messages.read(turn.tx, number) if number is not None else None
    found = conversations.read(turn.tx, said.conversation_id) if said is not None else None
    return found if found is not None and found.person_id == turn.person.id else None


def _ask_words(turn: Turn) -> Message:
    conversation = _open_conversation(turn)
    ways = [forms.pick(DESK.name, "words", "leave", "desk-leave")]
    if conversation is not None and conversation.state == conversations.WAITING:
        turn.dialogue.answers[SPOKE] = to_ms(turn.now)
        ways.append(forms.pick(DESK.name, "words", "call", "desk-call-me"))
        return Message(text=Text("desk-go-ahead"), choices=tuple(ways))
    ways = [forms.pick(DESK.name, "words", "leave", "desk-end-talk")]
    return Message(text=Text("desk-just-write"), choices=tuple(ways))


def _read_words(turn: Turn) -> NoReturn:
    """Whatever is said goes to the desk, until the resident leaves. Raises Stay."""
    conversation = _open_conversation(turn)
    locked = conversations.lock(turn.tx, conversation.id) if conversation else None
    if locked is None or locked.state == conversations.CLOSED:
        forms.close(turn)
        raise Refused("desk-talk-over", choice("menu.desk", "menu-desk"), closes_form=True)
    if turn.argument == "leave" or _says_leave(turn, locked):
        _leave(turn, locked)
    elif turn.argument == "call":
        _call_instead(turn, locked)
    else:
        _pass_on(turn, locked)
        _remind(turn, locked)
    raise Stay


def _says_leave(turn: Turn, conversation: Conversation) -> bool:
    said = _plain(turn)
    words = OVER_WORDS if conversation.state == conversations.TAKEN else LEAVE_WORDS
    return said in words and not turn.incoming.media


def _leave(turn: Turn, conversation: Conversation) -> None:
    was_taken = conversation.state == conversations.TAKEN
    closing.close(turn, conversation, turn.person.id, "left")
    if _form_is_open(turn):
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


def _pass_on(turn: Turn, conversation: Conversation) -> None:
    words, media_ids = turn.incoming.text.strip()[:MOST_WORDS], attachments.keep(turn)
    if not (words or media_ids):
        turn.say("desk-cannot")
        return
    if conversation.state == conversations.PARKED and not _answers_nothing(turn):
        conversation = _wake(turn, conversation)
    turn.heard = True
    _keep(turn, conversation, words, media_ids)


def _wake(turn: Turn, conversation: Conversation) -> Conversation:
    """Words of the resident bring a parked talk back: to whoever parked it while on duty, else into the queue."""
    taker = conversation.taker_id
    if taker is None:
        return conversation
    if taker in on_duty.of_place(turn, conversation.place_id):
        due = turn.now + talking.SILENT_AFTER
        conversations.take(turn.tx, conversation.id, taker, due, turn.now)
    else:
        queue.give_back(turn, conversation, "return", None)
    return conversations.read(turn.tx, conversation.id) or conversation


def _remind(turn: Turn, conversation: Conversation) -> None:
    """Who waits long and writes again hears their place; the first words are confirmed once."""
    if conversation.state != conversations.WAITING:
        return
    spoke, now = turn.dialogue.answers.get(SPOKE), to_ms(turn.now)
    turn.dialogue.answers[SPOKE] = now
    if spoke is not None and from_ms(spoke + PAUSE_MS) < turn.now:
        turn.say_privately(queue.waiting_message(turn, conversation))
    elif not turn.dialogue.answers.get("noted"):
        turn.dialogue.answers["noted"] = True
        turn.say("desk-noted")


def _keep(turn: Turn, conversation: Conversation, words: str, media_ids: list[int]) -> int:
    said = talking.say(
        turn,
        conversation,
        turn.person.id,
        words,
        media_ids,
        address_id=turn.address.id,
        message=turn.incoming.message,
        answers_nothing=_answers_nothing(turn),
    )
    return said.id


def _plain(turn: Turn) -> str:
    return unicodedata.normalize("NFKC", turn.incoming.text).strip(AROUND).lower()


def _answers_nothing(turn: Turn) -> bool:
    """Whether these words wait for no answer: thanks, a goodbye, a yes."""
    said = _plain(turn)
    return not turn.incoming.media and (turn.reading.small_talk in ENOUGH or said in THANKS or agrees(said))


def _closes(turn: Turn) -> bool:
    """A talk that comes back when another form has ended: where it is over, it is not opened again."""
    if _open_conversation(turn) is not None:
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
)
