"""Rating: stars and words after an answer. Stars count as soon as they are given, whatever becomes of the words."""

import re
import unicodedata

from handlers import forms, staff
from handlers.figures import rates
from handlers.forms import Again, Astray, Form, Question
from handlers.life import history
from handlers.message import Choice, Message, Text, choice, named_choice
from handlers.turn import Speaker, Turn
from handlers.understanding import bare_number
from storage import assignments, request_changes, request_events, service_requests
from storage.assignments import Assignment
from storage.service_requests import ServiceRequest

STARS = (5, 3, 1)  # with "cancel" four choices; every number from 1 to 5 may be typed
GLADLY, RATHER_NOT = 5, 2  # so many stars say whether the same helper is wished for again: one question less
TYPED_STARS = re.compile(r"([1-5一二三四五])\s*(?:颗|个)?(?:星|分|stars?).{0,6}")
MOST_WORDS = 1000  # characters
WITH_STARS = ("solved", "partly")  # whoever says "no" is asked what is missing, and for no stars
TERSE = 2  # so few characters are a slip of the finger, and nothing else that is wanted


def begin(turn: Turn, request: ServiceRequest, outcome: str) -> None:
    """Asks for stars (where it was solved, or in part) and for words."""
    forms.start(turn, RATING, request=str(request.id), outcome=outcome)


def finishers(speaker: Speaker, request: ServiceRequest) -> list[Assignment]:
    """Who has finished it this time: not those who had done so before it was reopened."""
    moves = request_events.of_request(speaker.tx, request.id)
    reopened = max((event.id for event in moves if event.move == "reopen"), default=0)
    held = assignments.of_request(speaker.tx, request.id)
    return [each for each in held if each.ended == "finish" and each.id > reopened]  # ids grow with time


def _ask_stars(turn: Turn) -> Message:
    choices: tuple[Choice, ...] = tuple(named_choice(f"rating.stars:{stars}", "★" * stars) for stars in STARS)
    return Message(text=Text(f"rating-ask-{turn.dialogue.answers['outcome']}"), choices=choices)


def _read_stars(turn: Turn) -> int:
    given = turn.argument or str(turn.reading.bare_number or "")
    typed = TYPED_STARS.fullmatch(unicodedata.normalize("NFKC", turn.incoming.text).strip().lower())
    stars = bare_number(typed[1]) if typed else int(given) if given in ("1", "2", "3", "4", "5") else None
    if stars is None and _of_something_else(turn):
        raise Astray  # whoever writes of something else is not held back for stars
    if stars is None:
        raise Again("rating-again")
    _keep_stars(turn, stars)
    return stars


def _of_something_else(turn: Turn) -> bool:
    """A photo, or words that may mean something we know; one or two characters are a slip of the finger."""
    likely = turn.reading.small_talk is None and bool(turn.reading.ranked)
    return bool(turn.incoming.media) or (likely and len(turn.incoming.text.strip()) > TERSE)


def _keep_stars(turn: Turn, stars: int) -> None:
    """Writes them down at once: many people stop here."""
    request = _request(turn)
    if request is None:
        return
    request_changes.set_stars(turn.tx, request.id, request.person_id, stars)
    history.note(turn, request, rates.RATE, actor_id=turn.person.id, data={"stars": stars})
    if stars >= GLADLY or stars <= RATHER_NOT:
        for each in finishers(turn, request):
            assignments.set_again(turn.tx, each.id, stars >= GLADLY)


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text(f"rating-words-{_kind(turn)}"))


def _read_words(turn: Turn) -> str:
    words = turn.incoming.text.strip()
    if not words:
        raise Again("rating-words-again")
    return words[:MOST_WORDS]


def _rated(turn: Turn) -> None:
    request, words = _request(turn), turn.dialogue.answers.get("words") or ""
    kind = _kind(turn)
    if request is not None and words:
        request_changes.set_feedback(turn.tx, request.id, words)
        if kind != "solved":
            _pass_on(turn, request, words)
    if request is None or kind == "not":
        turn.say("rating-thanks")
        return
    # It may turn out later that it is not solved after all: the way back stays at hand.
    way = choice(f"outcome.not:{request.id}", "rating-after-all")
    if kind == "partly":
        way = choice(f"outcome.on:{request.id}", "rating-go-on")
    turn.send(Message(text=Text(f"rating-thanks-{kind}"), choices=(way,)))


def _pass_on(turn: Turn, request: ServiceRequest, words: str) -> None:
    """What is missing is for those who arrange what comes next."""
    item = turn.item(request.item)
    message = Message(
        text=Text("outcome-staff-words", {"number": request.number, "words": words}),
        sensitive=item is not None and item.sensitive,
    )
    staff.tell(turn, request.home_id, message, but=turn.person.id, of_roles=("coordinator",))


def _request(turn: Turn) -> ServiceRequest | None:
    """The request that is rated; None where something else has been said about it meanwhile."""
    answers = turn.dialogue.answers
    request = service_requests.lock(turn.tx, int(answers["request"]))
    return request if request is not None and request.outcome == answers["outcome"] else None


def _kind(turn: Turn) -> str:
    outcome = turn.dialogue.answers["outcome"]
    return str(outcome) if outcome in WITH_STARS else "not"


def _stars_wanted(turn: Turn) -> bool:
    return turn.dialogue.answers["outcome"] in WITH_STARS


RATING = Form(
    "rating",
    (
        Question("stars", _ask_stars, _read_stars, wanted=_stars_wanted, number=True),
        Question("words", _ask_words, _read_words, skip=True),
    ),
    _rated,
    cancelled="rating-none",
)
FORMS = (RATING,)
