"""Callers: desk, coordinator, liaison and grid enter a request for somebody who calls, so that all share one queue."""

from dataclasses import replace

from handlers import cards, forms, permissions
from handlers.asking import caller_place, submitting
from handlers.asking.details import MOST_WORDS
from handlers.danger import alerting
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Message, Named, Text, named_choice
from handlers.offering import offers
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import agrees, normalise_phone
from storage import catalogue, people, places, reveals
from storage.catalogue import Item
from storage.people import Person
from storage.phones import Phone
from storage.service_requests import Details

MOST_NAME = 20
MOST_KNOWN = 2  # with "somebody else" and a way out four choices
MOST_GUESSES = 2
PAGE = 16
SERIES = "in/"
NEW = "0"
KNOWN_STATES = ("joined", "known", "new")


def enter(turn: Turn) -> None:
    """Opens the form. Refused to those who may not file for others."""
    permissions.require(turn, "file for another")
    forms.start(turn, ENTER)


def _ask_phone(turn: Turn) -> Message:
    return Message(text=Text("enter-phone"))


def _read_phone(turn: Turn) -> str:
    number = next(iter(turn.reading.phones), None) or normalise_phone(turn.incoming.text)
    if number is None:
        raise Again("enter-phone-again")
    found = [each for each in people.with_phone(turn.tx, Phone(number)) if each.state in KNOWN_STATES and each.name]
    known = [each for each in found if each.place_id is not None and caller_place.is_own(turn, each.place_id)]
    turn.dialogue.answers["known"] = [str(each.id) for each in known[:MOST_KNOWN]]
    return number


def _known(turn: Turn) -> list[Person]:
    return [people.read(turn.tx, int(each)) for each in turn.dialogue.answers.get("known", [])]


def _ask_who(turn: Turn) -> Message:
    choices: list[Choice] = []
    for each in _known(turn):
        reveals.add(turn.tx, each.id, turn.person.id, None, "name by phone", turn.now)
        choices.append(named_choice(f"enter.who:{each.id}", each.name))
    return Message(text=Text("enter-who"), choices=(*choices, forms.pick("enter", "who", NEW, "enter-somebody-else")))


def _read_who(turn: Turn) -> str:
    """Somebody we know, whose home is taken, or another. Raises Again."""
    given, words = turn.argument, turn.incoming.text.strip()
    if given == NEW:
        return NEW
    person = next((each for each in _known(turn) if str(each.id) == given or each.name == words), None)
    if person is None:
        raise Again("enter-tap-please")
    if person.place_id is not None and _may_see_door(turn, person.place_id):
        reveals.add(turn.tx, person.id, turn.person.id, None, "address and phone", turn.now)
        turn.dialogue.answers["place"] = str(person.place_id)
        turn.dialogue.answers["address"] = cards.full_address(turn, person.place_id, person.door)
    return str(person.id)


def _may_see_door(turn: Turn, place_id: int) -> bool:
    """Liaisons and grid workers enter requests, but ask for the door."""
    path = places.read(turn.tx, place_id).path
    return caller_place.is_own(turn, place_id) and permissions.may(turn.roles, "see address and phone", path=path)


def _is_new(turn: Turn) -> bool:
    return bool(turn.dialogue.answers.get("who", NEW) == NEW)


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
    turn.dialogue.answers["matches"] = [match.code for match in turn.reading.items[:MOST_GUESSES]]
    return words


def _ask_item(turn: Turn) -> Message:
    """Up to two guesses; otherwise the catalogue, series first."""
    answers = turn.dialogue.answers
    browse = answers.get("browse")
    guesses = [item for code in answers.get("matches", []) if (item := turn.item(code)) is not None]
    if browse is None and guesses:
        named = [_named(f"enter.item:{item.code}", item.name, item.name_en) for item in guesses]
        return Message(text=Text("enter-item"), choices=(*named, _other()))
    if not browse:
        series = [_named(f"enter.item:{SERIES}{each.code}", each.name, each.name_en) for each in _all_series(turn)]
        return Message(text=Text("enter-item"), choices=tuple(series))
    items = catalogue.of_series(turn.tx, str(browse), PAGE)
    shown = [_named(f"enter.item:{item.code}", item.name, item.name_en) for item in items]
    return Message(text=Text("enter-item"), choices=(*shown, _other()))


def _other() -> Choice:
    return forms.pick("enter", "item", SERIES, "enter-other-item")


def _all_series(turn: Turn) -> list[catalogue.Series]:
    return catalogue.all_series(turn.tx)[:18]


def _read_item(turn: Turn) -> str:
    answers, given = turn.dialogue.answers, turn.argument
    if given and turn.item(given) is not None:
        return given
    if given.startswith(SERIES):
        wanted = given.removeprefix(SERIES)
        answers["browse"] = wanted if any(each.code == wanted for each in _all_series(turn)) else ""
    elif turn.incoming.text.strip():
        answers["matches"], answers["browse"] = [match.code for match in turn.reading.items[:MOST_GUESSES]], None
    raise Again()


def _ask_confirm(turn: Turn) -> Message:
    item, answers = _item(turn), turn.dialogue.answers
    values = {
        "item": cards.item_name(item),
        "name": _name(turn),
        "phone": Phone(answers["phone"]),
        "address": _address(turn),
        "words": answers["words"],
    }
    yes = forms.pick("enter", "confirm", "yes", "enter-yes")
    return Message(text=Text("enter-card", values), choices=(yes,), sensitive=item.sensitive)


def _read_confirm(turn: Turn) -> str:
    if turn.argument == "yes" or agrees(turn.incoming.text):
        return "yes"
    raise Again("enter-press-please")


def _done(turn: Turn) -> None:
    """The caller has agreed on the phone; what they say is theirs, and we note who wrote it down."""
    answers, item = turn.dialogue.answers, _item(turn)
    place_id = int(answers["place"])
    permissions.require(turn, "file for another", path=places.read(turn.tx, place_id).path)
    person = _caller(turn, place_id)
    details = Details(words=answers["words"], address=_address(turn), phone=answers["phone"])
    request = submitting.submit(
        turn, item, details, place_id, (), person_id=person.id, filed_by=turn.person.id, consent="call"
    )
    values = {"number": request.number, "until": request.respond_by}
    turn.say("enter-done", **values)
    turn.tell(person.id, Message(text=Text("request-received", values)))
    if item.urgency == "emergency":
        alerting.alert(turn, request, item)
    else:
        offers.send_off(turn, request, item, turn.person.id)


def _caller(turn: Turn, place_id: int) -> Person:
    """Somebody we know, or a new row of somebody who never wrote to us."""
    answers = turn.dialogue.answers
    if not _is_new(turn):
        return people.read(turn.tx, int(answers["who"]))
    new = replace(people.create(turn.tx, turn.person.language, turn.now), state="known")
    new.name, new.phone, new.place_id = answers["name"], Phone(answers["phone"]), place_id
    people.save(turn.tx, new)
    return new


def _name(turn: Turn) -> str:
    answers = turn.dialogue.answers
    return answers["name"] if _is_new(turn) else people.read(turn.tx, int(answers["who"])).name


def _address(turn: Turn) -> str:
    answers = turn.dialogue.answers
    return str(answers.get("address") or cards.full_address(turn, int(answers["place"]), ""))


def _item(turn: Turn) -> Item:
    item = turn.item(str(turn.dialogue.answers["item"]))
    if item is None:
        raise Refused("request-unknown", closes_form=True)
    return item


def _named(action: str, name: str, name_en: str) -> Choice:
    return Choice(action, Text("plain", {"text": Named(name, name_en)}))


ENTER = Form(
    "enter",
    (
        Question("phone", _ask_phone, _read_phone, number=True),
        Question("who", _ask_who, _read_who, wanted=lambda turn: bool(turn.dialogue.answers.get("known"))),
        Question("name", _ask_name, _read_name, wanted=_is_new),
        Question("place", caller_place.ask, caller_place.read, number=True),
        Question("words", _ask_words, _read_words),
        Question("item", _ask_item, _read_item),
        Question("confirm", _ask_confirm, _read_confirm),
    ),
    _done,
    cancelled="enter-left",
)
FORMS = (ENTER,)
ROUTES = (Route("command", "enter", enter, menu="coordinator desk grid liaison"),)
