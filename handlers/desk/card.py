"""The taker's card: who it is, what they have said so far, asked lately and wait for, and what can be done with it."""

from handlers import cards
from handlers.desk import queue
from handlers.desk.words import note_shown, without_who
from handlers.learning import knowledge
from handlers.message import Message, Named, Text, choice
from handlers.turn import Speaker
from storage import conversations, inquiries, people, reveals, service_requests
from storage.conversations import Conversation
from storage.inquiries import Inquiry
from storage.people import Person
from storage.service_requests import ServiceRequest

MOST_ASKED = 3
MOST_OPEN = 3
LOOKED_AT = 20  # requests
MOST_TALKS = 50
MOST_LETTERS = 30  # of what was asked


def key_of(conversation_id: int) -> str:
    """The key of the card at whoever has the talk."""
    return f"desk-card:{conversation_id}"


def of(speaker: Speaker, conversation: Conversation, taker_id: int) -> Message:
    """The card of a talk for its taker. A phone number is shown where the resident wants a call, and that is noted."""
    person = people.read(speaker.tx, conversation.person_id)
    return Message(
        text=cards.joined(
            [
                _head(speaker, conversation, person, taker_id),
                _asked(speaker, person),
                _waited_for(speaker, person),
                _before(speaker, conversation),
            ]
        ),
        choices=(
            choice(f"desk.open:{conversation.id}", "desk-write"),
            choice(f"canned.list:{conversation.id}", "canned-list"),
            choice(f"desk.more:{conversation.id}", "desk-more"),
            choice(f"desk.end:{conversation.id}", "desk-end"),
        ),
        key=key_of(conversation.id),
        lasting=True,
    )


def _head(speaker: Speaker, conversation: Conversation, person: Person, taker_id: int) -> Text:
    said = queue.last_words(speaker, conversation)
    note_shown(speaker, person.id, taker_id, said)
    words = said or cards.NOTHING
    values: dict[str, object] = {"name": queue.name_of(speaker, person.id), "words": words}
    if not conversation.by_phone or person.phone is None:
        return Text("desk-card", values)
    reveals.add(speaker.tx, person.id, taker_id, None, "phone", speaker.now)
    return Text("desk-card-call", {**values, "phone": person.phone})


def _asked(speaker: Speaker, person: Person) -> Text | None:
    """What they asked the hotline last, and what they were told."""
    found = [each for each in inquiries.recent(speaker.tx, person.id, MOST_ASKED) if each.said.words]
    return Text("desk-card-asked", {"lines": [_inquiry(speaker, each) for each in found]}) if found else None


def _inquiry(speaker: Speaker, inquiry: Inquiry) -> Text:
    words = without_who(speaker, inquiry.person_id, inquiry.said.words.replace("\n", " "))[:MOST_LETTERS]
    about = _about(speaker, inquiry.label)
    if about is None:
        return Text("desk-card-unanswered", {"words": words})
    key = "desk-card-no-help" if inquiry.outcome == "not_helped" else "desk-card-answered"
    return Text(key, {"words": words, "about": about})


def _about(speaker: Speaker, label: str | None) -> Named | None:
    """What a label stands for; None for nothing, and for what is sensitive: it need not stand in a chat."""
    kind, _, code = (label or "").partition(":")
    if kind == "faq":
        entry = knowledge.answer(speaker, code)
        return None if entry is None else Named(entry.question, entry.question_en or entry.question)
    item = speaker.item(code) if kind == "request" else None
    return None if item is None or item.sensitive else cards.item_name(item)


def _waited_for(speaker: Speaker, person: Person) -> Text | None:
    """Their open requests."""
    found = service_requests.of_person(speaker.tx, person.id, limit=LOOKED_AT)
    still_open = [each for each in found if each.closed_at is None][:MOST_OPEN]
    lines = [_request(speaker, each) for each in still_open]
    return Text("desk-card-open", {"lines": lines}) if lines else None


def _request(speaker: Speaker, request: ServiceRequest) -> Text:
    item = speaker.item(request.item)
    values = {"number": request.number, "state": cards.state_name(request.state)}
    if item is None or item.sensitive:
        return Text("desk-card-request-sensitive", values)
    return Text("desk-card-request", {**values, "item": cards.item_name(item)})


def _before(speaker: Speaker, conversation: Conversation) -> Text | None:
    """How often they talked with the desk before, and when last."""
    earlier = [
        each
        for each in conversations.last_of(speaker.tx, conversation.person_id, MOST_TALKS)
        if each.id != conversation.id and each.first_taken_at is not None
    ]
    if not earlier:
        return None
    return Text("desk-card-before", {"n": len(earlier), "last": earlier[0].asked_at})
