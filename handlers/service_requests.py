"""Asking: from any words to a card that the resident confirms, and a number.

Only what is not known yet is asked. Photos, voices and further words are welcome at any moment before the card is sent.
"""

from typing import Any

from handlers import attachments, browsing, cards, details, emergencies, forms, offers, submitting
from handlers.details import MOST_WORDS
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Message, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import Match, agrees, is_greeting
from storage import places
from storage.catalogue import Item
from storage.service_requests import Details

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
        "message": turn.incoming.message,
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
        ways = tuple(choice(f"ask.change:{name}", f"ask-change-{name}") for name in ("item", *CHANGES[1:]))
        turn.say("ask-change", *forms.numbered(turn, ways))
        return
    answers.pop(turn.argument, None)
    answers[forms.PATH] = []  # the way back ends at the card
    answers["changed"] = [*answers.get("changed", []), turn.argument]
    answers["browse"] = browsing.ALL if turn.argument == "item" else None
    forms.proceed(turn, ASK)


def browse(turn: Turn) -> None:
    """The catalogue by buttons. What was written for a request that is not sent off yet stays."""
    if turn.dialogue.form != ASK.name:
        open_with(turn, "", (), browse=browsing.ALL)
        return
    turn.dialogue.answers.pop("item", None)
    turn.dialogue.answers |= {forms.PATH: [], "browse": browsing.ALL}
    forms.proceed(turn, ASK)


def only_nods(turn: Turn) -> bool:
    """Whether somebody in the middle of asking only greets or nods; at the card a nod is a yes."""
    said = turn.incoming.text
    at_card = turn.dialogue.step == "confirm" and agrees(said)
    return is_greeting(said) and not turn.incoming.media and not at_card


def reword(turn: Turn) -> None:
    """Words of a request that is not sent off yet were edited: the card shows the new ones; the old ones are kept.

    Only the message that the words came in is meant: another one may have been the answer to any question.
    """
    answers = turn.dialogue.answers
    if answers.get("message") is None or turn.incoming.message != answers["message"]:
        turn.say("edited-again")
        return
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
        raise Refused("request-unknown", closes_form=True)
    return item


def _wanted(name: str, need: str | None = None) -> Any:
    def wanted(turn: Turn) -> bool:
        changed = name in turn.dialogue.answers.get("changed", [])
        return changed or (need is not None and need in _item(turn).needs)

    return wanted


def _ask_confirm(turn: Turn) -> Message:
    item = _item(turn)
    place = turn.dialogue.answers.get("place")
    text = cards.own_card(turn, item, _details(turn), int(place) if place else None)
    choices = (forms.pick("ask", "confirm", "yes", "ask-confirm"), choice("ask.change", "ask-change-it"))
    return Message(text=text, choices=choices)


def _read_confirm(turn: Turn) -> str:
    answers = turn.dialogue.answers
    if turn.argument == "yes" or (agrees(turn.incoming.text) and not turn.incoming.media):
        return "yes"
    if turn.incoming.media:
        answers["media"] = [*answers.get("media", []), *attachments.keep(turn)]
    if turn.incoming.text.strip():
        answers["words"] = f"{answers.get('words', '')}\n{turn.incoming.text.strip()}".strip()[:MOST_WORDS]
    raise Again("ask-added" if turn.incoming.media or turn.incoming.text.strip() else "ask-press-please")


def _details(turn: Turn) -> Details:
    answers = turn.dialogue.answers
    return Details(*(str(answers.get(name) or "") for name in ("words", "address", "when", "phone")))


def _submit(turn: Turn) -> None:
    answers = turn.dialogue.answers
    item = _item(turn)
    place = answers.get("place")
    request = submitting.submit(turn, item, _details(turn), int(place) if place else None, answers.get("media", []))
    for earlier in answers.get("earlier words", []):
        submitting.keep_correction(turn, request, earlier)
    turn.say("request-received", number=request.number, until=request.respond_by)
    offers.send_off(turn, request, item, turn.person.id)


ASK = Form(
    "ask",
    (
        Question("item", browsing.ask_item, browsing.read_item),
        Question("words", details.ask_words, details.read_words, wanted=_wanted("words")),
        Question("address", details.ask_address, details.read_address, _wanted("address", "address"), number=True),
        Question("when", details.ask_when, details.read_when, wanted=_wanted("when", "time"), skip=True),
        Question("phone", details.ask_phone, details.read_phone, wanted=_wanted("phone", "phone"), skip=True),
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
