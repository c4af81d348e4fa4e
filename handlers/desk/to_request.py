"""To a request: a talk becomes a request of the resident, with what they have said already filled in.

It is theirs as if they had sent it off themselves: they get its number, follow it, and may take it back.
"""

from handlers import cards, forms
from handlers.asking import me_too, picking_item, submitting
from handlers.asking.details import MOST_WORDS
from handlers.danger import alerting
from handlers.desk import closing, on_duty, queue
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Message, Text
from handlers.occasions import raising
from handlers.offering import offers
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import agrees, understand
from storage import conversation_messages as kept
from storage import conversations, people, reveals
from storage.catalogue import Item
from storage.conversations import Conversation
from storage.me_too import Case
from storage.people import Person
from storage.service_requests import Details

ABOUT = "conversation"
LOOKED_AT = 50  # messages
AS_SAID = "as-said"


def begin(turn: Turn) -> None:
    """Opens the form for the talk whose id is the argument."""
    conversation = on_duty.held(turn)
    forms.start(turn, TO_REQUEST, **{ABOUT: str(conversation.id), "said": _said(turn, conversation)})


def _said(turn: Turn, conversation: Conversation) -> str:
    """All that the resident has written in this talk."""
    found = kept.of_conversation(turn.tx, conversation.id, LOOKED_AT)
    lines = [each.words for each in found if each.words and each.sender_id == conversation.person_id]
    return "\n".join(lines)[:MOST_WORDS]


def _ask_words(turn: Turn) -> Message:
    said = turn.dialogue.answers["said"]
    if not said:
        return Message(text=Text("desk-request-words"))
    yes = forms.pick(TO_REQUEST.name, "words", AS_SAID, "desk-request-as-said")
    return Message(text=Text("desk-request-said", {"words": said}), choices=(yes,))


def _read_words(turn: Turn) -> str:
    answers, typed = turn.dialogue.answers, turn.incoming.text.strip()[:MOST_WORDS]
    words = str(answers["said"]) if turn.argument == AS_SAID else typed
    if not words:
        raise Again("desk-request-words")
    reading = understand(words, turn.community.snapshot) if turn.argument == AS_SAID else turn.reading
    answers["matches"] = picking_item.guesses(reading)
    answers["phones"] = list(reading.phones[:1])
    return words


def _ask_item(turn: Turn) -> Message:
    return picking_item.ask(turn, TO_REQUEST.name, "desk-request-item", "desk-request-other")


def _ask_confirm(turn: Turn) -> Message:
    conversation, item = _conversation(turn), _item(turn)
    person = people.read(turn.tx, conversation.person_id)
    details = _details(turn, person)
    reveals.add(turn.tx, person.id, turn.person.id, None, "address and phone", turn.now)
    values = {
        "item": cards.item_name(item),
        "name": queue.name_of(turn, person.id),
        "address": details.address or cards.NOTHING,
        "phone": details.phone_number() or cards.NOTHING,
        "words": details.words,
    }
    case = _case(turn)
    together = Text(f"together-caller-{item.shared}", {"n": len(case.people)}) if case else None
    join = (forms.pick(TO_REQUEST.name, "confirm", case.id, "together-yes"),) if case else ()
    yes = forms.pick(TO_REQUEST.name, "confirm", "yes", "enter-alone" if case else "desk-request-yes")
    text = cards.joined([Text("desk-request-card", values), together or Text("desk-request-right")])
    return Message(text=text, choices=(*join, yes), sensitive=item.sensitive)


def _case(turn: Turn) -> Case | None:
    """The neighbours' case that the resident may join."""
    conversation = _conversation(turn)
    place_id = people.read(turn.tx, conversation.person_id).place_id
    return me_too.found(turn, _item(turn), place_id, conversation.person_id)


def _read_confirm(turn: Turn) -> str:
    case = _case(turn)
    together = case is not None and turn.argument == str(case.id)
    turn.dialogue.answers[me_too.NAME] = turn.argument if together else me_too.NO
    if together:
        return "yes"
    if turn.argument == "yes" or agrees(turn.incoming.text):
        return "yes"
    raise Again("desk-request-press")


def _done(turn: Turn) -> None:
    """It is filed, and the talk is over; both sides hear the number."""
    found = _conversation(turn)
    conversation = conversations.lock(turn.tx, found.id)
    if conversation is None or conversation.taker_id != turn.person.id or conversation.state == conversations.CLOSED:
        raise Refused("desk-not-yours", closes_form=True)
    me_too.lock(turn)
    person, item = people.read(turn.tx, conversation.person_id), _item(turn)
    place_id = person.place_id or conversation.place_id
    media = [each.id for said in _of_resident(turn, conversation) for each in kept.media(turn.tx, said)]
    request = submitting.submit(
        turn, item, _details(turn, person), place_id, media, person_id=person.id, filed_by=turn.person.id
    )
    closing.close(turn, conversation, turn.person.id, "request", request_id=request.id)
    if me_too.joined_for(turn, request, item, person.id, "desk-request-together"):
        return
    values = {"number": request.number, "until": request.respond_by}
    turn.tell(person.id, Message(text=Text("desk-request-told", {**values, "by": turn.person.name})))
    turn.say("desk-request-done", name=queue.name_of(turn, person.id), **values)
    if item.urgency == "emergency":
        alerting.alert(turn, request, item)
    else:
        offers.send_off(turn, request, item, turn.person.id)
    raising.from_request(turn, request)


def _of_resident(turn: Turn, conversation: Conversation) -> list[int]:
    found = kept.of_conversation(turn.tx, conversation.id, LOOKED_AT)
    return [each.id for each in found if each.sender_id == conversation.person_id]


def _details(turn: Turn, person: Person) -> Details:
    answers = turn.dialogue.answers
    phone = next(iter(answers.get("phones", [])), None) or (person.phone.e164 if person.phone else "")
    address = cards.full_address(turn, person.place_id, person.door) if person.place_id else ""
    return Details(words=str(answers["words"]), address=address, phone=phone)


def _conversation(turn: Turn) -> Conversation:
    found = conversations.read(turn.tx, int(turn.dialogue.answers[ABOUT]))
    if found is None or found.taker_id != turn.person.id or found.state == conversations.CLOSED:
        raise Refused("desk-not-yours", closes_form=True)
    return found


def _item(turn: Turn) -> Item:
    item = turn.item(str(turn.dialogue.answers["item"]))
    if item is None:
        raise Refused("request-unknown", closes_form=True)
    return item


TO_REQUEST = Form(
    "deskreq",
    (
        Question("words", _ask_words, _read_words),
        Question("item", _ask_item, picking_item.read),
        Question("confirm", _ask_confirm, _read_confirm),
    ),
    _done,
    cancelled="desk-request-left",
)
FORMS = (TO_REQUEST,)
ROUTES = (Route("press", "desk.request", begin),)
