"""Asking: from any words to a card that the resident confirms, and a number.

Only what is not known yet is asked. Photos, voices and further words are welcome at any moment before the card is sent.
"""

from typing import Any

from handlers import attachments, cards, forms
from handlers.asking import asides, begun, browsing, details, helped, me_too, proxies, submitting
from handlers.asking.details import MOST_WORDS, with_media
from handlers.danger import emergencies
from handlers.errors import Refused
from handlers.forms import Form, Question, Stay
from handlers.message import choice
from handlers.occasions import raising
from handlers.offering import offers
from handlers.privacy import consents
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import Match, agrees, find_door, is_greeting
from storage import outbox, places
from storage.places import Place

SURE = 0.5  # a match with at least this score …
CLEAR = 0.12  # … and this far before the next one is taken without asking
# What must be forgotten with an answer that is to be given anew.
GOES_WITH = {
    "when": ("said when",),
    "item": (me_too.NAME,),
    "address": ("named", "home taken", me_too.NAME),
    "whom": ("said whom", "helped_name", "helped_phone"),
}
CHANGES = ("item", "words", "address", "when", "phone", "whom")


def begin(turn: Turn) -> None:
    """Words, a photo or a voice out of the blue: the start of a request."""
    open_with(turn, turn.incoming.text, turn.reading.items)


def open_with(
    turn: Turn,
    words: str,
    matches: tuple[Match, ...],
    browse: str | None = None,
    *,
    item: str | None = None,
    message: str | None = None,
) -> None:
    """Opens the form with what is already known: words, place, address, time, for whom, phone, attachments.

    `item`: what it is about, where that was chosen or is sure. `message`: the one that the words came in, where that is
    not this one.
    """
    own = turn.person.phone
    answers: dict[str, Any] = {
        "words": words[:MOST_WORDS],
        "message": message or turn.incoming.message,
        "media": attachments.keep(turn),
        "matches": [match.code for match in matches[: browsing.MOST_MATCHES]],
        "browse": browse,
        "said when": details.said_time(turn, words),
        "said whom": helped.said_whom(words),
        "said phone": next(iter(turn.reading.phones), None),
        **_known_place(turn, words),
    }
    phone = answers["said phone"] or (own.e164 if own else None)
    if phone:
        answers["phone"] = phone
    if item is not None:
        answers["item"] = item
    elif _clear(matches) and not _emergency(turn, matches[0].code):
        answers["item"] = matches[0].code
    forms.start(turn, ASK, **{name: value for name, value in answers.items() if value is not None})


def _known_place(turn: Turn, words: str) -> dict[str, Any]:
    """The building that the words name, with unit and door where they do; otherwise one's home."""
    home = places.read(turn.tx, turn.person.place_id) if turn.person.place_id else None
    named, door = browsing.named_place(turn, home), find_door(words)
    if named is not None and named.kind == "building" and door:
        return {"place": str(named.id), "address": cards.full_address(turn, named.id, door)}
    if home is not None and (named is None or _holds(named, home)):
        address = cards.full_address(turn, home.id, turn.person.door)
        return {"place": str(home.id), "address": address, "home taken": True}
    if named is not None:
        return {"place": str(named.id), **({"named": str(named.id)} if named.kind == "building" else {})}
    return {}


def _holds(named: Place, home: Place) -> bool:
    """Whether the place that was named is the home, or what it lies in."""
    return named.id in home.ancestors()


def change(turn: Turn) -> None:
    """Something on the card is to be changed: what?"""
    answers = turn.dialogue.answers
    if turn.dialogue.form != ASK.name:
        raise Refused("form-stale")
    name = turn.argument
    if name not in CHANGES:
        shown = [each for each in CHANGES if begun.stands_on_card(turn, each)]
        ways = tuple(choice(f"ask.change:{each}", f"ask-change-{each}") for each in shown)
        turn.say("ask-change", *forms.numbered(turn, ways))
        return
    for each in (name, *GOES_WITH.get(name, ())):
        answers.pop(each, None)
    answers[forms.PATH] = []  # the way back ends at the card
    answers["changed"] = [*answers.get("changed", []), name]
    answers["browse"] = browsing.ALL if name == "item" else None
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
    at_card = turn.dialogue.step in ("confirm", consents.QUESTION.name, me_too.NAME) and agrees(said)
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


def _clear(matches: tuple[Match, ...]) -> bool:
    best = matches[0].score if matches else 0.0
    next_best = matches[1].score if len(matches) > 1 else 0.0
    return best >= SURE and best - next_best >= CLEAR


def _emergency(turn: Turn, code: str) -> bool:
    item = turn.item(code)
    return item is not None and item.urgency == "emergency"


def _go_on(turn: Turn) -> bool:
    """An emergency picked from the catalogue waits for no further question. What the words say is taken first."""
    code = turn.dialogue.answers.get("item")
    if code is None:
        return False
    if not _emergency(turn, code):
        helped.take_said(turn, begun.item_of(turn))
        return me_too.submit_joined(turn)
    words = str(turn.dialogue.answers.get("words") or "")
    forms.close(turn)
    emergencies.picked(turn, code, words)
    return True


def _submit(turn: Turn) -> None:
    if consents.declined(turn):
        return
    answers = turn.dialogue.answers
    item, place_id, span = begun.item_of(turn), begun.place_id(turn), details.span_in(begun.wished(turn))
    other = helped.person(turn, place_id)
    request = submitting.submit(
        turn,
        item,
        begun.details_of(turn),
        place_id,
        answers.get("media", []),
        helped_id=other.id if other else None,
        filed_by=helped.filed_by(turn, place_id) if other else None,
        consent="waiting" if other else "own",
        starts_at=span.start if span else None,
        ends_at=span.end if span else None,
    )
    for earlier in answers.get("earlier words", []):
        submitting.keep_correction(turn, request, earlier)
    if other is not None:
        proxies.ask_consent(turn, request, item, other)
        return
    turn.say("request-received", number=request.number, until=request.respond_by)
    offers.send_off(turn, request, item, turn.person.id)
    raising.from_request(turn, request)


def _read_confirm(turn: Turn) -> str:
    """A no asks what is to be changed; a question of another kind is answered first. Raises Again, Astray, Stay."""
    if not turn.argument and asides.says_no(turn):
        outbox.close_questions_with_key(turn.tx, turn.address.id, forms.key_of(turn.person.id))
        change(turn)
        raise Stay
    if not turn.argument:
        asides.go_aside(turn)
    return begun.read_confirm(turn)


def _digits_are_the_place(turn: Turn) -> bool:
    """A bare number is the house, but not for those who press buttons by digits."""
    return not turn.person.elder


ASK = Form(
    "ask",
    (
        Question("item", browsing.ask_item, with_media(browsing.read_item)),
        Question("whom", helped.ask_whom, with_media(helped.read_whom), wanted=begun.whom_wanted),
        Question("helped_name", helped.ask_name, with_media(helped.read_name), wanted=helped.for_another),
        Question("helped_phone", helped.ask_phone, with_media(helped.read_phone), wanted=helped.for_another, skip=True),
        Question("words", details.ask_words, details.read_words, wanted=begun.wanted("words")),
        Question(
            "address",
            details.ask_address,
            with_media(details.read_address),
            wanted=begun.wanted("address"),
            number=_digits_are_the_place,
        ),
        me_too.QUESTION,
        Question("when", details.ask_when, with_media(details.read_when), wanted=begun.wanted("when"), skip=True),
        Question("phone", details.ask_phone, with_media(details.read_phone), wanted=begun.wanted("phone"), skip=True),
        Question("confirm", begun.ask_confirm, _read_confirm),
        consents.QUESTION,
    ),
    _submit,
    cancelled="ask-cancelled",
    divert=_go_on,
)
FORMS = (ASK,)
ROUTES = (Route("press", "ask.change", change),)
