"""The door: who comes says the first half of the code, we say whether it is right; and what to do about a stranger."""

import re
import unicodedata

from handlers import cards, forms, permissions, staff
from handlers.errors import Refused
from handlers.following import following
from handlers.forms import Again, Form, Question
from handlers.helping import door_codes, holding
from handlers.life import history
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import assignments, followed, people, places, reveals, service_requests
from storage.assignments import Assignment
from storage.errors import NotFound
from storage.people import Person
from storage.service_requests import ServiceRequest

MOST_DIGITS = 6
LOOKS_BACK = 5  # requests of the person that are looked at for one that somebody may be coming for
LONGEST = 24  # letters of words that say nothing but this
# "门口有陌生人", "有陌生人敲门", "不认识的人在门口"; no question about others, no "没有".
_STRANGER = re.compile(
    r"(?:我?家?门口|门外|门前).{0,6}(?:陌生人|不认识的人|生人)|(?:陌生人|不认识的人|生人).{0,6}(?:敲门|按门铃|在门口|在门外)"
    r"|\bstrangers?\b.{0,12}\b(?:at|outside|knocking)\b.{0,8}\bdoor\b|\bsomeone i don'?t know\b.{0,16}\bdoor\b"
)
_NONE = re.compile(r"没有|没人|不是陌生|是你|是您|如果|要是|怎么办|小区门口|\bno stranger|\bwhat if\b|\bif\b")


def check(turn: Turn) -> None:
    """What does whoever stands at the door say?"""
    request = following.own(turn, turn.argument_id(), locked=True)
    _codes(turn, request)
    forms.start(turn, CODE, request=str(request.id))


def _codes(turn: Turn, request: ServiceRequest) -> list[Assignment]:
    """The codes that hold for this request. Refused where none does, or where too many wrong ones were tried."""
    held = assignments.held(turn.tx, request.id)
    if not held:
        raise _refused("door-nobody", request)
    if sum(each.wrong_codes for each in held) >= door_codes.MOST_WRONG:
        raise _refused("door-locked", request)
    found = [each for each in held if door_codes.holds(each, turn.now)]
    if not found:
        raise _refused("door-expired", request)
    return found


def _refused(key: str, request: ServiceRequest) -> Refused:
    ways = (choice(f"door.stranger:{request.id}", "door-stranger"), choice("menu.desk", "door-desk"))
    return Refused(key, *ways)


def _ask_digits(turn: Turn) -> Message:
    return Message(text=Text("door-ask"))


def _read_digits(turn: Turn) -> str:
    said = re.sub(r"\D", "", unicodedata.normalize("NFKC", turn.incoming.text))
    if not said or len(said) > MOST_DIGITS:
        raise Again("door-digits-please")
    return said


def _checked(turn: Turn) -> None:
    answers = turn.dialogue.answers
    request = following.own(turn, int(answers["request"]), locked=True)
    held = _codes(turn, request)
    right = next((each for each in held if door_codes.matches(each, str(answers["said"]))), None)
    if right is not None:
        _right(turn, request, right)
    else:
        _wrong(turn, request, held)


def _right(turn: Turn, request: ServiceRequest, assignment: Assignment) -> None:
    _, half = door_codes.give(turn, request, assignment)
    history.note(turn, request, "door code right", actor_id=turn.person.id)
    turn.say("door-right", helper=holding.name_of(turn, assignment.person_id), half=half)


def _wrong(turn: Turn, request: ServiceRequest, held: list[Assignment]) -> None:
    assignments.count_wrong_code(turn.tx, held[0].id)
    history.note(turn, request, "door code wrong", actor_id=turn.person.id)
    tries = sum(each.wrong_codes for each in held) + 1
    if tries >= door_codes.MOST_WRONG:
        _alert(turn, request, "staff-door-wrong")
        turn.say("door-wrong-thrice", phone=turn.community.pack.desk.phone)
        return
    turn.say(
        "door-wrong",
        choice(f"door.check:{request.id}", "door-again"),
        choice(f"door.stranger:{request.id}", "door-stranger"),
        choice("menu.desk", "door-desk"),
    )


def is_stranger(text: str) -> bool:
    """Whether words say that a stranger stands at the door, and nothing that would deny it."""
    said = unicodedata.normalize("NFKC", text).strip().lower()
    letters = re.sub(r"[\W_]+", "", said)
    short = len(letters) <= LONGEST if re.search(r"[一-鿿]", said) else len(said.split()) <= LONGEST // 2
    return short and _STRANGER.search(said) is not None and _NONE.search(said) is None


def stranger(turn: Turn) -> None:
    """A stranger at the door: do not open; our people hear it at once, with the address, at any hour."""
    number = turn.argument_id() if turn.argument else None
    request = following.own(turn, number) if number is not None else _expected(turn)
    turn.send(
        Message(
            text=Text("door-do-not-open", {"phone": turn.community.pack.desk.phone}),
            lane=Lane.URGENT,
            choices=(choice(f"door.check:{request.id}", "door-check"),) if request and _coded(turn, request) else (),
        )
    )
    told = _alert(turn, request, "staff-stranger")
    turn.say("door-told" if told else "door-alone", phone=turn.community.pack.desk.phone)


def _expected(turn: Turn) -> ServiceRequest | None:
    """The request for which somebody may be coming: the latest one that somebody has in hand, or that is open."""
    numbers = followed.of_person(turn.tx, turn.person.id, LOOKS_BACK)
    own = [found for number in numbers if (found := service_requests.read(turn.tx, number)) is not None]
    still_open = [request for request in own if following.changeable(request)]
    held = [request for request in still_open if holding.helpers(turn, request)]
    return next(iter([*held, *still_open]), None)


def _coded(turn: Turn, request: ServiceRequest) -> bool:
    return any(door_codes.holds(each, turn.now) for each in assignments.held(turn.tx, request.id))


def _alert(turn: Turn, request: ServiceRequest | None, key: str) -> int:
    """Tells desk and coordinators who it is, where, and who was to come. Returns how many were told."""
    place_id = request.home_id if request is not None else turn.person.place_id
    for person in staff.of_place(turn, place_id):
        reveals.add(turn.tx, turn.person.id, person, request.id if request else None, "address and phone", turn.now)
    message = Message(
        text=Text(key, {"card": _card(turn, request)}),
        choices=(choice(f"door.help:{turn.person.id}", "door-i-call"),),
        key=_key(turn.person.id),
        lane=Lane.URGENT,
        lasting=True,
    )
    if request is not None:
        history.note(turn, request, "stranger", actor_id=turn.person.id)
    return staff.tell(turn, place_id, message, but=turn.person.id)


def _card(turn: Turn, request: ServiceRequest | None) -> Text:
    person, details = turn.person, request.details if request is not None else None
    address = cards.full_address(turn, person.place_id, person.door) or (details.address if details else "")
    phone = person.phone or (details.phone_number() if details else None)
    coming = [holding.name_of(turn, each) for each in holding.helpers(turn, request)] if request is not None else []
    return cards.joined(
        [
            Text("card-line-name", {"name": person.name or Text("somebody")}),
            Text("card-line-address", {"address": address or Text("nothing")}),
            Text("card-line-phone", {"phone": phone}) if phone else None,
            Text("door-request", {"number": request.number}) if request is not None else None,
            Text("door-coming", {"names": coming}) if coming else Text("door-nobody-coming"),
        ]
    )


def call(turn: Turn) -> None:
    """One of our people looks after it: the person and the others hear who."""
    try:
        person = people.read(turn.tx, turn.argument_id())
    except NotFound as error:
        raise Refused("request-unknown") from error
    _require_staff(turn, person)
    values = {"helper": turn.person.name, "name": person.name or Text("somebody")}
    turn.edit(_key(person.id), Message(text=Text("staff-stranger-answered", values), lane=Lane.URGENT))
    turn.tell(person.id, Message(text=Text("door-they-call", values), lane=Lane.URGENT))


def _require_staff(turn: Turn, person: Person) -> None:
    if person.place_id is not None:
        permissions.require(turn, "see open requests", path=places.read(turn.tx, person.place_id).path)
    elif turn.person.id not in staff.of_place(turn, None):
        raise Refused("not-allowed")


def _key(person_id: int) -> str:
    return f"stranger:{person_id}"


CODE = Form("doorcode", (Question("said", _ask_digits, _read_digits, number=True),), _checked, cancelled="door-later")
FORMS = (CODE,)
ROUTES = (
    Route("press", "door.check", check),
    Route("press", "door.stranger", stranger),
    Route("press", "door.help", call),
)
