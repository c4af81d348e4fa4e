"""Outcomes: the resident says whether it is solved, and gives stars. Silence is never counted as satisfied."""

import re
import unicodedata

from handlers import forms, lifecycle, offers
from handlers.errors import Refused
from handlers.forms import Again, Astray, Form, Question
from handlers.message import Choice, Message, Named, Text, choice, named_choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.understanding import bare_number
from storage import service_requests
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

STARS = (5, 3, 1)  # with "cancel" four choices; every number from 1 to 5 may be typed
TYPED_STARS = re.compile(r"([1-5一二三四五])\s*(?:颗|个)?(?:星|分|stars?).{0,6}")


def ask(turn: Speaker, request: ServiceRequest, item: Item, note: str) -> None:
    """Asks the resident whether it is solved."""
    key = "outcome-ask-note" if note else "outcome-ask"
    values = {"number": request.number, "item": Named(item.name, item.name_en), "note": note}
    turn.tell(
        request.person_id,
        Message(
            text=Text(key, values),
            choices=(
                choice(f"outcome.solved:{request.id}", "outcome-solved"),
                choice(f"outcome.not:{request.id}", "outcome-not"),
            ),
            key=f"outcome:{request.id}",
            sensitive=item.sensitive and bool(note),
        ),
    )


def solved(turn: Turn) -> None:
    """It is solved; how many stars?"""
    request = _own(turn)
    lifecycle.make(turn.tx, request, "confirm", actor_id=turn.person.id, now=turn.now)
    service_requests.set_outcome(turn.tx, request.id, "solved")
    if request.helper_id is not None:
        turn.tell(request.helper_id, Message(text=Text("help-confirmed", {"number": request.number})))
    forms.start(turn, RATING, request=str(request.id))


def not_solved(turn: Turn) -> None:
    """It is not solved: it goes back to the coordinator, and the resident hears that it does."""
    request = _own(turn)
    item = turn.item(request.item)
    if item is None:
        raise Refused("request-unknown")
    request = lifecycle.make(turn.tx, request, "reopen", actor_id=turn.person.id, now=turn.now)
    service_requests.set_outcome(turn.tx, request.id, "not solved")
    offers.hand_to_staff(turn, request, item, "staff-reopened", but=turn.person.id)
    turn.say("outcome-reopened", number=request.number)


def _own(turn: Turn) -> ServiceRequest:
    request = service_requests.lock(turn.tx, turn.argument_id())
    if request is None or request.person_id != turn.person.id:
        raise Refused("request-not-yours")
    return request


def _ask_stars(turn: Turn) -> Message:
    choices: tuple[Choice, ...] = tuple(named_choice(f"rating.stars:{stars}", "★" * stars) for stars in STARS)
    return Message(text=Text("rating-ask"), choices=choices)


def _read_stars(turn: Turn) -> int:
    given = turn.argument or str(turn.reading.bare_number or "")
    typed = TYPED_STARS.fullmatch(unicodedata.normalize("NFKC", turn.incoming.text).strip().lower())
    stars = bare_number(typed[1]) if typed else int(given) if given in ("1", "2", "3", "4", "5") else None
    if stars is None and (turn.reading.items or turn.reading.questions or turn.incoming.media):
        raise Astray  # whoever writes of something else is not held back for stars
    if stars is None:
        raise Again("rating-again")
    return stars


def _rated(turn: Turn) -> None:
    answers = turn.dialogue.answers
    service_requests.set_stars(turn.tx, int(answers["request"]), turn.person.id, answers["stars"])
    turn.say("rating-thanks")


RATING = Form("rating", (Question("stars", _ask_stars, _read_stars, number=True),), _rated, cancelled="rating-none")
FORMS = (RATING,)
ROUTES = (
    Route("press", "outcome.solved", solved),
    Route("press", "outcome.not", not_solved),
)
