"""Later: out of hours nobody waits in vain. The desk calls back, reads a message, or a request is made at once."""

from dataclasses import replace

from handlers import attachments, forms
from handlers.asking import details, service_requests
from handlers.desk import hours, on_duty, talking
from handlers.forms import Again, Astray, Form, Question, Stay
from handlers.message import Message, Named, Text
from handlers.turn import Turn
from handlers.understanding import understand
from storage import conversations
from storage.conversations import Conversation

WAYS = ("call", "words", "request")
MOST_WORDS = 4000


def _ask_way(turn: Turn) -> Message:
    desk = turn.community.pack.desk
    ways = [forms.pick(LATER.name, "way", each, f"desk-later-{each}") for each in WAYS]
    values = {"phone": desk.phone, "hours": Named(desk.hours, desk.hours_en), "opens": hours.next_opening(turn)}
    return Message(text=Text("desk-closed-now", values), choices=tuple(ways))


def _read_way(turn: Turn) -> str:
    """A tap. A voice is a message by itself; other words are something new."""
    if turn.argument == "request":
        _request(turn)
        raise Stay
    if turn.argument in WAYS:
        return turn.argument
    if turn.incoming.media and not turn.incoming.text.strip():
        turn.dialogue.answers["words"] = ""
        turn.dialogue.answers["media"] = attachments.keep(turn)
        turn.heard = True
        return "words"
    raise Astray


def _request(turn: Turn) -> None:
    """A request instead, with what was said before as its words."""
    before = str(turn.dialogue.answers.get("before") or "").strip()
    forms.close(turn)
    if not before or turn.dialogue.form == service_requests.ASK.name:
        service_requests.browse(turn)
        return
    turn.reading = understand(before, turn.community.snapshot)
    turn.incoming = replace(turn.incoming, text=before, message=None)
    service_requests.open_with(turn, before, turn.reading.items)


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("desk-later-say"))


def _read_words(turn: Turn) -> str:
    words, media = turn.incoming.text.strip()[:MOST_WORDS], attachments.keep(turn)
    if not (words or media):
        raise Again("desk-cannot")
    turn.dialogue.answers["media"] = media
    turn.heard = True
    return words


def _ask_phone(turn: Turn) -> Message:
    return Message(text=Text("desk-later-phone"), wants="contact")


def _done(turn: Turn) -> None:
    """It waits for the desk; in the queue it stands where it stood, and who has a taker keeps them."""
    answers = turn.dialogue.answers
    call = answers["way"] == "call"
    found = conversations.open_of(turn.tx, turn.person.id)
    if found is not None and found.state != conversations.PARKED:
        conversation = conversations.lock(turn.tx, found.id) or found
        if call:
            conversations.set_by_phone(turn.tx, conversation.id)
    else:
        conversation = _left_for_later(turn, found, call)
    for words in (answers.get("before") or "", answers.get("words") or ""):
        if words:
            talking.say(turn, conversation, turn.person.id, words)
    if answers.get("media"):
        talking.say(turn, conversation, turn.person.id, "", answers["media"])
    if conversation.state != conversations.PARKED:
        turn.say("desk-call-promised" if call else "desk-noted", phone=turn.person.phone or "")
    else:
        turn.say("desk-call-later" if call else "desk-words-later", until=conversation.due)


def _left_for_later(turn: Turn, found: Conversation | None, call: bool) -> Conversation:
    opens = hours.next_opening(turn)
    if found is not None:
        conversations.park(turn.tx, found.id, turn.person.id, opens, turn.now, by_phone=call or found.by_phone)
        return conversations.read(turn.tx, found.id) or found
    place = on_duty.desk_of(turn, turn.person.id)
    if place is None:
        raise Again("desk-cannot")
    return conversations.create(
        turn.tx, turn.person.id, place.id, turn.now, state=conversations.PARKED, by_phone=call, due=opens
    )


LATER = Form(
    "desklater",
    (
        Question("way", _ask_way, _read_way),
        Question("words", _ask_words, _read_words, wanted=lambda turn: turn.dialogue.answers["way"] == "words"),
        Question(
            "phone",
            _ask_phone,
            details.read_phone,
            wanted=lambda turn: turn.dialogue.answers["way"] == "call" and turn.person.phone is None,
            number=True,
        ),
    ),
    _done,
    cancelled="desk-later-nothing",
)
FORMS = (LATER,)
