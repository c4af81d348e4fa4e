"""Details: the questions about a request that have an answer of their own: words, place, time, phone."""

from handlers import attachments, browsing, forms
from handlers.forms import Again
from handlers.message import Message, Text
from handlers.turn import Turn
from handlers.understanding import normalise_phone
from storage import people
from storage.phones import Phone

MOST_WORDS = 4000  # characters kept of what a request says
MOST_PLACE = 200


def ask_address(turn: Turn) -> Message:
    """Where is it?"""
    return Message(text=Text("ask-address"), wants="position")


def read_address(turn: Turn) -> str:
    """Words, or a position on the map; a building that is named counts, too. Raises Again."""
    point, words = turn.incoming.position, turn.incoming.text.strip()
    if point is None and not words:
        raise Again("ask-address-in-words")
    named = browsing.named_place(turn, None)
    if named is not None:
        turn.dialogue.answers["place"] = str(named.id)
    return words[:MOST_PLACE] if point is None else f"{point.latitude:.5f},{point.longitude:.5f} {words}"[:MOST_PLACE]


def ask_when(turn: Turn) -> Message:
    """When does it suit?"""
    choices = tuple(forms.pick("ask", "when", name, f"ask-when-{name}") for name in ("today", "tomorrow", "any"))
    return Message(text=Text("ask-when"), choices=choices)


def read_when(turn: Turn) -> str:
    """A day, or words. Raises Again."""
    if turn.argument in ("today", "tomorrow", "any"):
        here = turn.now.astimezone(turn.community.zone)
        return browsing.day_in_words(turn.argument, here)
    if not turn.incoming.text.strip():
        raise Again("ask-when-in-words")
    return turn.incoming.text.strip()[:MOST_PLACE]


def ask_phone(turn: Turn) -> Message:
    """Which phone?"""
    return Message(text=Text("ask-phone"), wants="contact")


def read_phone(turn: Turn) -> str:
    """A number that can be one, typed or shared; kept for the next time. Raises Again."""
    contact = turn.incoming.contact
    number = (normalise_phone(contact.phone) or "") if contact else next(iter(turn.reading.phones), "")
    try:
        phone = Phone(number)
    except ValueError as error:
        raise Again("ask-phone-again") from error
    if turn.person.phone is None:
        turn.person.phone = phone
        people.save(turn.tx, turn.person)
    return phone.e164


def ask_words(turn: Turn) -> Message:
    """What is the matter?"""
    return Message(text=Text("ask-words"))


def read_words(turn: Turn) -> str:
    """Words or a photo. Raises Again."""
    turn.dialogue.answers["media"] = [*turn.dialogue.answers.get("media", []), *attachments.keep(turn)]
    if not turn.incoming.text.strip() and not turn.incoming.media:
        raise Again("ask-words-please")
    return turn.incoming.text.strip()[:MOST_WORDS]
