"""Changing: what the resident adds to a request, and what they correct, at any time until it is done.

An older version stays in the history. Whoever is on it hears what is new.
"""

from dataclasses import replace
from typing import Any

from handlers import attachments, cards, forms
from handlers.asking import browsing
from handlers.asking.details import MOST_PLACE, MOST_WORDS, read_when, span_in, times_to_choose
from handlers.errors import Refused
from handlers.following import following
from handlers.forms import Again, Form, Question
from handlers.helping import holding, promises, task_card
from handlers.life import history
from handlers.message import Message, Span, Text, choice
from handlers.offering import unclaimed
from handlers.routing import Route
from handlers.turn import Turn
from storage import assignments, media, places, request_changes, reveals, service_requests
from storage.phones import Phone
from storage.service_requests import Details, ServiceRequest

REVEALING = frozenset({"help-corrected-phone", "help-corrected-address"})
PARTS = ("words", "address", "when", "phone")


def add(turn: Turn) -> None:
    """The resident adds words or photos."""
    request = _open(turn, turn.argument_id())
    forms.start(turn, ADD, request=str(request.id))


def _ask_added(turn: Turn) -> Message:
    return Message(text=Text("mine-add-what"))


def _read_added(turn: Turn) -> str:
    words = turn.incoming.text.strip()[:MOST_WORDS]
    if not words and not turn.incoming.media:
        raise Again("ask-words-please")
    turn.dialogue.answers["media"] = attachments.keep(turn)
    return words


def _added(turn: Turn) -> None:
    answers = turn.dialogue.answers
    request = _open(turn, int(answers["request"]))
    add_to(turn, request, answers["words"], answers.get("media", []), "help-added")
    turn.say("mine-added", number=request.number)


def add_to(turn: Turn, request: ServiceRequest, words: str, media_ids: list[int], key: str) -> ServiceRequest:
    """Puts words and media to a request and tells whoever is on it, in the words of `key`. Returns it as it is now."""
    for number in media_ids:
        service_requests.add_medium(turn.tx, request.id, number)
    if words:
        said = f"{request.details.words}\n{words}".strip()[-MOST_WORDS:]
        request = _with_details(turn, request, replace(request.details, words=said))
    _note(turn, request, "add", words)
    _tell_helpers(turn, request, key, words or Text("mine-a-photo"), media_ids)
    return request


def correct(turn: Turn) -> None:
    """Something is to be corrected: what?"""
    request = _open(turn, turn.argument_id())
    choices = tuple(choice(f"mine.fix:{request.id}/{part}", f"mine-fix-{part}") for part in PARTS)
    turn.send(Message(text=Text("mine-correct-what", {"number": request.number}), choices=choices))


def fix(turn: Turn) -> None:
    """That part is asked anew."""
    number, _, part = turn.argument.partition("/")
    turn.argument = number
    request = _open(turn, turn.argument_id())
    if part not in PARTS:
        raise Refused("choice-unknown")
    forms.start(turn, FIX, request=str(request.id), part=part)


def _ask_new(turn: Turn) -> Message:
    part = str(turn.dialogue.answers["part"])
    request = service_requests.read(turn.tx, int(turn.dialogue.answers["request"]))
    values = {"before": (_shown(request, part) if request is not None else "") or Text("nothing")}
    wants = {"address": "position", "phone": "contact"}.get(part)
    choices = times_to_choose(turn, FIX.name, "new") if part == "when" else ()
    return Message(text=Text(f"mine-new-{part}", values), choices=choices, wants=wants)


def _shown(request: ServiceRequest, part: str) -> object:
    """That part of a request, as people read it; empty where it was not given."""
    if part == "when":
        return cards.when(request.details, cards.span_of(request))
    return (request.details.phone_number() or "") if part == "phone" else getattr(request.details, part)


def _takes_numbers(turn: Turn) -> bool:
    """Times are chosen by numbers, too; of the other parts a number is the answer itself."""
    return turn.dialogue.answers.get("part") != "when"


def _read_new(turn: Turn) -> str | dict[str, Any]:
    part, incoming = str(turn.dialogue.answers["part"]), turn.incoming
    words = incoming.text.strip()
    if part == "phone":
        return _read_phone(turn)
    if part == "when":
        return read_when(turn)
    if part == "address" and incoming.position is not None:
        point = incoming.position
        return f"{point.latitude:.5f},{point.longitude:.5f} {words}".strip()[:MOST_PLACE]
    if not words:
        raise Again("mine-new-in-words")
    return words[: MOST_WORDS if part == "words" else MOST_PLACE]


def _read_phone(turn: Turn) -> str:
    contact = turn.incoming.contact
    number = contact.phone if contact else next(iter(turn.reading.phones), "")
    try:
        return Phone(number).e164
    except ValueError as error:
        raise Again("ask-phone-again") from error


def _corrected(turn: Turn) -> None:
    answers = turn.dialogue.answers
    request = _open(turn, int(answers["request"]))
    part, new = str(answers["part"]), answers["new"]
    before = str(getattr(request.details, part))
    _note(turn, request, "correct", before, {"part": part})
    words = new["words"] if part == "when" else new
    request = _with_details(turn, request, replace(request.details, **{part: words}))
    request = _moved(turn, request, part, span_in(new) if part == "when" else None)
    _tell_helpers(turn, request, f"help-corrected-{part}", _shown(request, part), [])
    known = holding.helpers(turn, request)
    turn.say("mine-corrected" if known else "mine-corrected-so-far", number=request.number)


def _moved(turn: Turn, request: ServiceRequest, part: str, span: Span | None) -> ServiceRequest:
    """A corrected place or time is more than words: the place of the tree, the moment that is asked for."""
    if part == "address":
        home = places.read(turn.tx, request.place_id) if request.place_id else None
        named = browsing.named_place(turn, home)
        if named is not None and named.id != request.place_id:
            request_changes.set_place(turn.tx, request.id, named.id)
            return replace(request, place_id=named.id)
    if part == "when":
        starts, ends = (span.start, span.end) if span is not None else (None, None)
        request_changes.set_time(turn.tx, request.id, starts, ends)
        return replace(request, starts_at=starts, ends_at=ends)
    return request


def cancel(turn: Turn) -> None:
    """It is not wanted any more: why, if the resident likes to say; one tap."""
    request = _open(turn, turn.argument_id())
    reasons = tuple(choice(f"mine.gone:{request.id}/{name}", f"mine-gone-{name}") for name in ("done", "other", "no"))
    keep = choice(f"mine.keep:{request.id}", "mine-gone-keep")
    turn.send(Message(text=Text("mine-cancel-why", {"number": request.number}), choices=(*reasons, keep)))


def keep(turn: Turn) -> None:
    """It is wanted after all."""
    request = _open(turn, turn.argument_id())
    turn.say("mine-kept", number=request.number)


def _tell_helpers(turn: Turn, request: ServiceRequest, key: str, words: object, media_ids: list[int]) -> None:
    """Whoever is on it hears what is new, and their card shows it; a changed time is asked anew."""
    item = holding.item_of(turn, request)
    digests = tuple(digest for number in media_ids if (digest := media.read(turn.tx, number).digest))
    text = Text(key, {"number": request.number, "words": words})
    for each in assignments.held(turn.tx, request.id):
        task_card.refresh(turn, request, item, each)
        task_card.tell_news(turn, request, item, each.person_id, Message(text=text, media=digests))
        if key in REVEALING:
            reveals.add(turn.tx, request.person_id, each.person_id, request.id, "address and phone", turn.now)
        if key == "help-corrected-when":
            promises.ask(turn, request, item, each)
    if request.state == "dispatched":
        unclaimed.refresh(turn, request, item)


def _with_details(turn: Turn, request: ServiceRequest, details: Details) -> ServiceRequest:
    request_changes.set_details(turn.tx, request.id, details)
    return replace(request, details=details)


def _note(turn: Turn, request: ServiceRequest, move: str, words: str, data: dict[str, str] | None = None) -> None:
    history.note(turn, request, move, actor_id=turn.person.id, words=words, data=data)


def _open(turn: Turn, request_id: int) -> ServiceRequest:
    request = following.own(turn, request_id, locked=True)
    if not following.changeable(request):
        raise Refused("mine-over", number=request.number)
    return request


ADD = Form("mineadd", (Question("words", _ask_added, _read_added),), _added, cancelled="mine-unchanged")
FIX = Form(
    "minefix", (Question("new", _ask_new, _read_new, number=_takes_numbers),), _corrected, cancelled="mine-unchanged"
)
FORMS = (ADD, FIX)
ROUTES = (
    Route("press", "mine.add", add),
    Route("press", "mine.correct", correct),
    Route("press", "mine.fix", fix),
    Route("press", "mine.cancel", cancel),
    Route("press", "mine.keep", keep),
)
