"""Callers: desk, coordinator, liaison and grid enter a request for somebody who calls, so that all share one queue.

Answer by answer, or out of one message (see caller_slip.py): what it tells is not asked, and one tap enters it.
"""

from collections.abc import Sequence

from handlers import attachments, forms, permissions
from handlers.asking import caller_card, caller_item, caller_place, caller_slip, me_too, submitting
from handlers.asking.caller_slip import MOST_NAME
from handlers.asking.details import MOST_WORDS
from handlers.danger import alerting
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Message, Text, choice, named_choice
from handlers.occasions import raising
from handlers.offering import offers
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import normalise_phone
from storage import people, places, reveals
from storage.people import Person
from storage.service_requests import Details

# What can be put right on the card, and what must be forgotten with it.
CHANGES = {
    "phone": ("phone", "known", "who"),
    "name": ("name", "known", "who"),
    "place": ("place", "address", "door", "maybe", "area"),
    "words": ("words",),
    "item": ("item", "browse"),
}


def enter(turn: Turn) -> None:
    """Opens the form. Refused to those who may not file for others."""
    permissions.require(turn, "file for another")
    forms.start(turn, ENTER)


def enter_for(turn: Turn, person_id: int) -> None:
    """Opens the form for somebody we know, who is spoken to now; what is known of them is not asked."""
    permissions.require(turn, "file for another")
    person = people.read(turn.tx, person_id)
    reveals.add(turn.tx, person.id, turn.person.id, None, "name by phone", turn.now)
    known: dict[str, object] = {"who": str(person.id), "known": [str(person.id)], "name": person.name}
    if person.phone is not None:
        known["phone"] = person.phone.e164
    forms.start(turn, ENTER, **known, **caller_slip.home_of(turn, person))


def took_slip(turn: Turn, words: str, guesses: Sequence[str]) -> bool:
    """One message that tells of a caller opens the form with all that it tells; False where it is none.

    `guesses`: the items that the words may mean, the best first.
    """
    slip = caller_slip.of(turn, words)
    if slip is None:
        return False
    answers = caller_slip.answers_of(turn, slip) | caller_item.likely(turn, guesses)
    forms.start(turn, ENTER, **answers, media=attachments.keep(turn))
    return True


def change(turn: Turn) -> None:
    """Something on the card is not right: what?"""
    answers, part = turn.dialogue.answers, turn.argument
    if turn.dialogue.form != ENTER.name:
        raise Refused("form-stale")
    if part not in CHANGES:
        ways = tuple(choice(f"enter.change:{each}", f"enter-change-{each}") for each in CHANGES)
        turn.say("enter-change", *forms.numbered(turn, ways))
        return
    for each in CHANGES[part]:
        answers.pop(each, None)
    answers[forms.PATH] = []  # the way back ends at the card
    forms.proceed(turn, ENTER)


def _ask_phone(turn: Turn) -> Message:
    return Message(text=Text("enter-phone"))


def _read_phone(turn: Turn) -> str:
    """A number; a whole slip may come in its place, and tells more than that. Raises Again."""
    slip = caller_slip.of(turn, turn.incoming.text)
    number = next(iter(turn.reading.phones), None) or normalise_phone(turn.incoming.text)
    if slip is not None:
        guesses = caller_item.guesses(turn)
        turn.dialogue.answers |= caller_slip.answers_of(turn, slip) | caller_item.likely(turn, guesses)
    if number is None:
        raise Again(None if slip is not None else "enter-phone-again")
    if slip is None:
        turn.dialogue.answers |= caller_slip.known_by(turn, number, str(turn.dialogue.answers.get("name") or ""))
    return number


def _known(turn: Turn) -> list[Person]:
    return [people.read(turn.tx, int(each)) for each in turn.dialogue.answers.get("known", [])]


def _ask_who(turn: Turn) -> Message:
    choices: list[Choice] = []
    for each in _known(turn):
        reveals.add(turn.tx, each.id, turn.person.id, None, "name by phone", turn.now)
        choices.append(named_choice(f"enter.who:{each.id}", each.name))
    other = forms.pick("enter", "who", caller_card.NEW, "enter-somebody-else")
    return Message(text=Text("enter-who"), choices=(*choices, other))


def _read_who(turn: Turn) -> str:
    """Somebody we know, whose home is taken where no place was told, or another. Raises Again."""
    given, words = turn.argument, turn.incoming.text.strip()
    if given == caller_card.NEW:
        return caller_card.NEW
    person = next((each for each in _known(turn) if str(each.id) == given or each.name == words), None)
    if person is None:
        raise Again("enter-tap-please")
    if "place" not in turn.dialogue.answers and not turn.dialogue.answers.get("said where"):
        turn.dialogue.answers |= caller_slip.home_of(turn, person)
    return str(person.id)


def _ask_name(turn: Turn) -> Message:
    return Message(text=Text("enter-name"))


def _read_name(turn: Turn) -> str:
    name = turn.incoming.text.strip()[:MOST_NAME]
    if not name:
        raise Again("enter-name")
    return name


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("enter-words"))


def _read_words(turn: Turn) -> str:
    words = turn.incoming.text.strip()[:MOST_WORDS]
    if not words:
        raise Again("enter-words")
    turn.dialogue.answers["matches"] = caller_item.guesses(turn)
    return words


def _done(turn: Turn) -> None:
    """The caller has agreed on the phone; what they say is theirs, and we note who wrote it down."""
    answers, item = turn.dialogue.answers, caller_card.item_of(turn)
    place_id = int(answers["place"])
    permissions.require(turn, "file for another", path=places.read(turn.tx, place_id).path)
    me_too.lock(turn)
    person = _caller(turn, place_id)
    details = Details(words=answers["words"], address=caller_card.address_of(turn), phone=answers["phone"])
    media_ids = answers.get("media") or ()
    request = submitting.submit(
        turn, item, details, place_id, media_ids, person_id=person.id, filed_by=turn.person.id, consent="call"
    )
    if me_too.joined_for(turn, request, item, person.id, "enter-done-together"):
        return
    values = {"number": request.number, "until": request.respond_by}
    turn.say("enter-done", **values)
    turn.tell(person.id, Message(text=Text("request-received", values)))
    if item.urgency == "emergency":
        alerting.alert(turn, request, item)
    else:
        offers.send_off(turn, request, item, turn.person.id)
    raising.from_request(turn, request)


def _caller(turn: Turn, place_id: int) -> Person:
    """Somebody we know, or a new row of somebody who never wrote to us."""
    answers = turn.dialogue.answers
    if not caller_card.is_new(turn):
        return people.read(turn.tx, int(answers["who"]))
    return caller_slip.create(turn, answers["name"], answers["phone"], place_id)


def _who_wanted(turn: Turn) -> bool:
    return bool(turn.dialogue.answers.get("known"))


ENTER = Form(
    "enter",
    (
        Question("phone", _ask_phone, _read_phone, number=True),
        Question("who", _ask_who, _read_who, wanted=_who_wanted),
        Question("name", _ask_name, _read_name, wanted=caller_card.is_new),
        Question("place", caller_place.ask, caller_place.read, number=True),
        Question("words", _ask_words, _read_words),
        Question("item", caller_item.ask, caller_item.read),
        Question("confirm", caller_card.ask, caller_card.read),
    ),
    _done,
    cancelled="enter-left",
)
FORMS = (ENTER,)
ROUTES = (
    Route("command", "enter", enter, menu="coordinator desk grid liaison"),
    Route("press", "enter.change", change),
)
