"""Hearing: what a resident says belongs to their talk with the desk, whichever form is open: answers, edits, voices.

It reaches whoever has the talk; while nobody has, it is kept for whoever takes it.
"""

import re
import unicodedata

from handlers import attachments, forms
from handlers.desk import hours, on_duty, queue, talking
from handlers.message import Message, Text
from handlers.turn import Turn
from handlers.understanding import agrees
from storage import conversation_messages, conversations, outbox
from storage.conversations import Conversation
from storage.times import from_ms, to_ms

ABOUT, SPOKE = "conversation", "spoke"
PAUSE_MS = 10 * 60 * 1000  # who writes again after this long is told their place anew
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
LATEST = 10  # messages, among which the desk's last words are looked for
A_FEW = 30  # characters: so short a text, and nothing that we know, is meant for whoever was to call
# Words of the desk that want to know something: a yes to them is an answer, and waits for one.
ASKS = re.compile(r"[?？]|[吗呢么]\W*$|要不要|能不能|是不是|可不可以|行不行|好不好|有没有|什么时候|哪|几点|多少")


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
    said = keep(turn, conversation, "", media_ids)
    fetching = any(each.digest is None for each in conversation_messages.media(turn.tx, said))
    reached = fetching or conversation_messages.shown(turn.tx, said)
    turn.say("desk-voice-passed-on" if reached else "desk-voice-nobody", phone=phone)


def answered(turn: Turn) -> bool:
    """Takes words that belong to a talk with the desk though its form is not open; False where they belong to none.

    These are answers, by the channel's own means, to what the desk said; and the words of somebody whose talk was taken
    while nothing else was being asked; a few words of who waits for a call. A form of a talk that is over closes, and
    its words are new words.
    """
    conversation = _answered_one(turn)
    if conversation is None and turn.dialogue.form is None:
        conversation = conversations.open_of(turn.tx, turn.person.id)
        conversation = conversation if conversation and _is_meant(turn, conversation) else None
    if conversation is not None and not form_is_open(turn):
        locked = conversations.lock(turn.tx, conversation.id) or conversation
        if locked.state != conversations.CLOSED:
            pass_on(turn, locked)
            if locked.by_phone and locked.state == conversations.WAITING:
                turn.say("desk-noted")
            elif rests_till_morning(turn, locked) and not _answers_nothing(turn, locked):
                turn.say_privately(Message(text=noted_until(turn)))
            return True
    elif form_is_open(turn) and open_conversation(turn) is None:
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
    found = None if turn.incoming.group else open_conversation(turn)
    if found is not None:
        conversations.lock(turn.tx, found.id)


def overhear(turn: Turn) -> None:
    """Words of danger have been taken care of; whoever talks with the resident reads them all the same."""
    conversation = None if turn.incoming.group or turn.incoming.edited else open_conversation(turn)
    if conversation is not None and turn.incoming.text.strip():
        words = turn.incoming.text.strip()[:MOST_WORDS]
        keep(turn, conversation, words, [])


def form_is_open(turn: Turn) -> bool:
    """Whether what the resident writes goes to the desk."""
    return turn.dialogue.form == talking.RESIDENT_FORM


def open_conversation(turn: Turn) -> Conversation | None:
    """The conversation whose form is open, as long as it is not over."""
    number = turn.dialogue.answers.get(ABOUT) if form_is_open(turn) else None
    found = conversations.read(turn.tx, int(number)) if number else None
    return found if found is not None and found.state != conversations.CLOSED else None


def rests_till_morning(turn: Turn, conversation: Conversation) -> bool:
    """Whether a talk is parked, and nobody can be expected to answer before the desk opens."""
    return conversation.state == conversations.PARKED and not queue.desk_answers(turn, conversation.place_id)


def noted_until(turn: Turn) -> Text:
    """It is noted, and seen when the desk opens."""
    return Text("desk-noted-until", {"until": hours.next_opening(turn), "phone": turn.community.pack.desk.phone})


def pass_on(turn: Turn, conversation: Conversation) -> None:
    """Keeps what this event says in a (locked) talk, and shows it to whoever has it; a parked one comes back."""
    words, media_ids = turn.incoming.text.strip()[:MOST_WORDS], attachments.keep(turn)
    if not (words or media_ids):
        turn.say("desk-cannot")
        return
    if conversation.state == conversations.PARKED and not _answers_nothing(turn, conversation):
        conversation = _wake(turn, conversation)
    turn.heard = True
    keep(turn, conversation, words, media_ids)


def remind(turn: Turn, conversation: Conversation) -> None:
    """Who waits long and writes again hears their place; the first words are confirmed once. At night: until when."""
    rests = rests_till_morning(turn, conversation) and not _answers_nothing(turn, conversation)
    if conversation.state != conversations.WAITING and not rests:
        return
    spoke, now = turn.dialogue.answers.get(SPOKE), to_ms(turn.now)
    turn.dialogue.answers[SPOKE] = now
    paused = spoke is not None and from_ms(spoke + PAUSE_MS) < turn.now
    if rests:
        if paused or spoke is None:
            turn.say_privately(Message(text=noted_until(turn)))
    elif paused:
        turn.say_privately(queue.waiting_message(turn, conversation))
    elif not turn.dialogue.answers.get("noted"):
        turn.dialogue.answers["noted"] = True
        turn.say("desk-noted")


def keep(turn: Turn, conversation: Conversation, words: str, media_ids: list[int]) -> int:
    """Keeps what the resident says in a (locked) talk, and passes it on; the message's id."""
    said = talking.say(
        turn,
        conversation,
        turn.person.id,
        words,
        media_ids,
        address_id=turn.address.id,
        message=turn.incoming.message,
        answers_nothing=_answers_nothing(turn, conversation),
    )
    return said.id


def plain(turn: Turn) -> str:
    """The words of this event in small letters, without marks around them."""
    return unicodedata.normalize("NFKC", turn.incoming.text).strip(AROUND).lower()


def _wake(turn: Turn, conversation: Conversation) -> Conversation:
    """Words of the resident bring a parked talk back: to whoever parked it while on duty, else into the queue.

    Where nobody answers before the desk opens it stays parked: nobody is woken.
    """
    taker = conversation.taker_id
    if taker is None or rests_till_morning(turn, conversation):
        return conversation
    if taker in on_duty.of_place(turn, conversation.place_id):
        due = turn.now + talking.SILENT_AFTER
        conversations.take(turn.tx, conversation.id, taker, due, turn.now)
    else:
        queue.give_back(turn, conversation, "return", None)
    return conversations.read(turn.tx, conversation.id) or conversation


def _answered_one(turn: Turn) -> Conversation | None:
    """The conversation whose message this event answers by the channel's own means, where it is the resident's."""
    answers = turn.incoming.reply_to
    if answers is None or turn.incoming.group:
        return None
    number = conversation_messages.id_in(outbox.key_of(turn.tx, turn.address.id, answers))
    said = conversation_messages.read(turn.tx, number) if number is not None else None
    found = conversations.read(turn.tx, said.conversation_id) if said is not None else None
    return found if found is not None and found.person_id == turn.person.id else None


def _is_meant(turn: Turn, conversation: Conversation) -> bool:
    """Whether words out of the blue are meant for somebody's open talk: it is taken, or a call is to come."""
    if conversation.state == conversations.TAKEN:
        return True
    reading, words = turn.reading, turn.incoming.text.strip()
    something_else = reading.sure or reading.emergency or reading.bare_number is not None or turn.incoming.media
    called = conversation.state == conversations.WAITING and conversation.by_phone
    return called and 0 < len(words) <= A_FEW and not something_else and reading.small_talk in (None, "unclear")


def _answers_nothing(turn: Turn, conversation: Conversation) -> bool:
    """Whether these words wait for no answer: thanks, a goodbye, a yes that answers no question."""
    said = plain(turn)
    if turn.incoming.media:
        return False
    courtesy = turn.reading.small_talk in ENOUGH or said in THANKS
    return courtesy or (agrees(said) and not _was_asked(turn, conversation))


def _was_asked(turn: Turn, conversation: Conversation) -> bool:
    """Whether the desk's last words hold a question."""
    latest = reversed(conversation_messages.of_conversation(turn.tx, conversation.id, LATEST))
    said = next((each for each in latest if each.sender_id != conversation.person_id), None)
    return said is not None and ASKS.search(said.words or "") is not None
