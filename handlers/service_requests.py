"""Asking: from any words to a card that the resident confirms, and a number.

Only what is not known yet is asked. Photos, voices and further words are welcome at any moment before the card is sent.
"""

from typing import Any

from handlers import attachments, browsing, cards, emergencies, forms, offers, submitting
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import Match, normalise_phone
from storage import people, places
from storage.catalogue import Item
from storage.phones import Phone
from storage.service_requests import Details

MOST_WORDS = 4000  # characters kept of what a request says
MOST_PLACE = 200
SURE = 0.5  # a match with at least this score …
CLEAR = 0.12  # … and this far before the next one is taken without asking
CHANGES = ("words", "address", "when", "phone")


def begin(turn: Turn) -> None:
    """Words, a photo or a voice out of the blue: the start of a request."""
    open_with(turn, turn.incoming.text, turn.reading.items)


def open_with(turn: Turn, words: str, matches: tuple[Match, ...], browse: str | None = None) -> None:
    """Opens the form with what is already known: words, place, address, phone, attachments."""
    home = places.read(turn.tx, turn.person.place_id) if turn.person.place_id else None
    named = browsing.named_place(turn, home)
    place = named or home
    answers: dict[str, Any] = {
        "words": words[:MOST_WORDS],
        "media": attachments.keep(turn),
        "place": str(place.id) if place else None,
        "matches": [match.code for match in matches[: browsing.MOST_MATCHES]],
        "browse": browse,
    }
    if home is not None and place is not None and place.id == home.id:
        answers["address"] = cards.full_address(turn, home.id, turn.person.door)
    phone = next(iter(turn.reading.phones), None) or (turn.person.phone.e164 if turn.person.phone else None)
    if phone:
        answers["phone"] = phone
    if _clear(matches) and not _emergency(turn, matches[0].code):
        answers["item"] = matches[0].code
    forms.start(turn, ASK, **answers)


def change(turn: Turn) -> None:
    """Something on the card is to be changed: what?"""
    answers = turn.dialogue.answers
    if turn.dialogue.form != ASK.name:
        raise Refused("form-stale")
    if turn.argument not in (*CHANGES, "item"):
        turn.say("ask-change", *(choice(f"ask.change:{name}", f"ask-change-{name}") for name in ("item", *CHANGES[1:])))
        return
    answers.pop(turn.argument, None)
    answers[forms.PATH] = []  # the way back ends at the card
    answers["changed"] = [*answers.get("changed", []), turn.argument]
    answers["browse"] = browsing.ALL if turn.argument == "item" else None
    forms.proceed(turn, ASK)


def reword(turn: Turn) -> None:
    """Words of a request that is not sent off yet were edited: the card shows the new ones; the old ones are kept."""
    answers = turn.dialogue.answers
    answers["earlier words"] = [*answers.get("earlier words", []), answers.get("words", "")]
    answers["words"] = turn.incoming.text.strip()[:MOST_WORDS]
    forms.proceed(turn, ASK)


def no_danger(turn: Turn) -> None:
    """No, nobody is in danger: good. What was written goes on as what it is, or the form that was open does."""
    doubted = turn.dialogue.answers.pop(emergencies.DOUBTED, None)
    turn.say("emergency-good")
    if doubted and doubted["text"] and turn.dialogue.form is None and turn.person.state == "joined":
        matches = tuple(Match(code, score, "") for code, score in doubted["matches"])
        open_with(turn, doubted["text"], matches)


def list_own(turn: Turn) -> None:
    """The person's own requests, and where each stands."""
    browsing.list_own(turn)


def _clear(matches: tuple[Match, ...]) -> bool:
    best = matches[0].score if matches else 0.0
    next_best = matches[1].score if len(matches) > 1 else 0.0
    return best >= SURE and best - next_best >= CLEAR


def _emergency(turn: Turn, code: str) -> bool:
    item = turn.item(code)
    return item is not None and item.urgency == "emergency"


def _take_to_emergency(turn: Turn) -> bool:
    """An emergency picked from the catalogue waits for no further question."""
    code = turn.dialogue.answers.get("item")
    if code is None or not _emergency(turn, code):
        return False
    words = str(turn.dialogue.answers.get("words") or "")
    forms.close(turn)
    emergencies.picked(turn, code, words)
    return True


def _item(turn: Turn) -> Item:
    item = turn.item(str(turn.dialogue.answers["item"]))
    if item is None:
        raise Refused("request-unknown")
    return item


def _wanted(name: str, need: str | None = None) -> Any:
    def wanted(turn: Turn) -> bool:
        changed = name in turn.dialogue.answers.get("changed", [])
        return changed or (need is not None and need in _item(turn).needs)

    return wanted


def _ask_address(turn: Turn) -> Message:
    return Message(text=Text("ask-address"), wants="position")


def _read_address(turn: Turn) -> str:
    point, words = turn.incoming.position, turn.incoming.text.strip()
    if point is None and not words:
        raise Again("ask-address-in-words")
    named = browsing.named_place(turn, None)
    if named is not None:
        turn.dialogue.answers["place"] = str(named.id)
    return words[:MOST_PLACE] if point is None else f"{point.latitude:.5f},{point.longitude:.5f} {words}"[:MOST_PLACE]


def _ask_when(turn: Turn) -> Message:
    choices = tuple(forms.pick("ask", "when", name, f"ask-when-{name}") for name in ("today", "tomorrow", "any"))
    return Message(text=Text("ask-when"), choices=choices)


def _read_when(turn: Turn) -> str:
    if turn.argument in ("today", "tomorrow", "any"):
        here = turn.now.astimezone(turn.community.zone)
        return browsing.day_in_words(turn.argument, here)
    if not turn.incoming.text.strip():
        raise Again("ask-when-in-words")
    return turn.incoming.text.strip()[:MOST_PLACE]


def _ask_phone(turn: Turn) -> Message:
    return Message(text=Text("ask-phone"), wants="contact")


def _read_phone(turn: Turn) -> str:
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


def _ask_confirm(turn: Turn) -> Message:
    item = _item(turn)
    place = turn.dialogue.answers.get("place")
    text = cards.own_card(turn, item, _details(turn), int(place) if place else None)
    choices = (forms.pick("ask", "confirm", "yes", "ask-confirm"), choice("ask.change", "ask-change-it"))
    return Message(text=text, choices=choices)


def _read_confirm(turn: Turn) -> str:
    answers = turn.dialogue.answers
    if turn.argument == "yes":
        return "yes"
    if turn.incoming.media:
        answers["media"] = [*answers.get("media", []), *attachments.keep(turn)]
    if turn.incoming.text.strip():
        answers["words"] = f"{answers.get('words', '')}\n{turn.incoming.text.strip()}".strip()[:MOST_WORDS]
    raise Again("ask-added" if turn.incoming.media or turn.incoming.text.strip() else "ask-press-please")


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("ask-words"))


def _read_words(turn: Turn) -> str:
    turn.dialogue.answers["media"] = [*turn.dialogue.answers.get("media", []), *attachments.keep(turn)]
    if not turn.incoming.text.strip() and not turn.incoming.media:
        raise Again("ask-words-please")
    return turn.incoming.text.strip()[:MOST_WORDS]


def _details(turn: Turn) -> Details:
    answers = turn.dialogue.answers
    return Details(*(str(answers.get(name) or "") for name in ("words", "address", "when", "phone")))


def _submit(turn: Turn) -> None:
    answers = turn.dialogue.answers
    item = _item(turn)
    place = answers.get("place")
    request = submitting.submit(turn, item, _details(turn), int(place) if place else None, answers.get("media", []))
    turn.say("request-received", number=request.number, until=request.respond_by)
    offers.send_off(turn, request, item, turn.person.id)


ASK = Form(
    "ask",
    (
        Question("item", browsing.ask_item, browsing.read_item),
        Question("words", _ask_words, _read_words, wanted=_wanted("words")),
        Question("address", _ask_address, _read_address, wanted=_wanted("address", "address")),
        Question("when", _ask_when, _read_when, wanted=_wanted("when", "time"), skip=True),
        Question("phone", _ask_phone, _read_phone, wanted=_wanted("phone", "phone"), skip=True),
        Question("confirm", _ask_confirm, _read_confirm),
    ),
    _submit,
    cancelled="ask-cancelled",
    divert=_take_to_emergency,
)
FORMS = (ASK,)
ROUTES = (
    Route("press", "ask.change", change),
    Route("press", "emergency.no", no_danger, before_joining=True),
    Route("command", "my", list_own, menu="resident"),
)
