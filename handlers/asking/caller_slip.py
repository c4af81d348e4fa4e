"""A caller's slip: what one message tells of whoever called becomes the answers of the form, and a person."""

from dataclasses import replace

from handlers import cards, permissions
from handlers.asking import caller_place
from handlers.turn import Turn
from handlers.understanding import find_door
from handlers.understanding.normal import fold
from handlers.understanding.same_names import same_name
from handlers.understanding.slips import Slip, read_slip
from storage import people, places, reveals
from storage.people import Person
from storage.phones import Phone
from storage.places import Place

MOST_NAME = 20
MOST_KNOWN = 2  # with "somebody else" and a way out four choices
KNOWN_STATES = ("joined", "known", "new")


def of(turn: Turn, words: str) -> Slip | None:
    """The slip that words are, where they come from somebody who may file for others; None otherwise."""
    if not permissions.may(turn.roles, "file for another"):
        return None
    own = (turn.person.phone.e164,) if turn.person.phone else ()
    return read_slip(words, turn.community.snapshot.places.areas, own)


def answers_of(turn: Turn, slip: Slip) -> dict[str, object]:
    """What the form need not ask any more; what is known of the number and the place goes with it."""
    found = where(turn, slip.where)
    sure = found[0] if len(found) == 1 and found[0].kind in caller_place.FINE else None
    answers: dict[str, object] = {
        "phone": slip.phone,
        "name": slip.name[:MOST_NAME],
        "words": slip.words,
        "place": str(sure.id) if sure else "",
        "maybe": [] if sure else [str(place.id) for place in found[: caller_place.MOST]],
        "door": find_door(slip.where),
        "address": "" if found else slip.where,
        "said where": slip.where,
    }
    told = {name: value for name, value in answers.items() if value} | known_by(turn, slip.phone, slip.name)
    if "who" in told and not slip.where:
        told |= home_of(turn, people.read(turn.tx, int(str(told["who"]))))
    return told


def home_of(turn: Turn, person: Person) -> dict[str, object]:
    """Somebody's home as the place, where whoever enters the request may see it; the look is logged."""
    if person.place_id is None or not _may_see_door(turn, person.place_id):
        return {}
    reveals.add(turn.tx, person.id, turn.person.id, None, "address and phone", turn.now)
    return {"place": str(person.place_id), "address": cards.full_address(turn, person.place_id, person.door)}


def known_by(turn: Turn, phone: str, name: str) -> dict[str, object]:
    """Who is known by a number (E.164) at the person's own places; who of them is meant, where the name says it."""
    known = _known(turn, phone) if phone else []
    meant = [each for each in known if name and same_name(each.name, name)]
    who = meant[0] if len(meant) == 1 else None
    if who is None:
        return {"known": [str(each.id) for each in known[:MOST_KNOWN]]}
    reveals.add(turn.tx, who.id, turn.person.id, None, "name by phone", turn.now)
    return {"known": [str(who.id)], "who": str(who.id)}


def where(turn: Turn, words: str) -> list[Place]:
    """The person's own places that words may mean; buildings where there are some."""
    codes = turn.community.snapshot.places.find(fold(words)) if words else ()
    found = (places.read_by_code(turn.tx, code) for code in codes)
    own = [place for place in found if place is not None and caller_place.is_own(turn, place.id)]
    return [place for place in own if place.kind == "building"] or own


def caller(turn: Turn, slip: Slip) -> tuple[Person, int | None, str]:
    """Whose slip it is (somebody known, or a new row), the place as near as it is known, and the address in words."""
    answers = answers_of(turn, slip)
    place_id = int(str(answers["place"])) if "place" in answers else None
    if "who" in answers:
        person = people.read(turn.tx, int(str(answers["who"])))
    else:
        person = create(turn, slip.name[:MOST_NAME], slip.phone, place_id)
    exact = cards.full_address(turn, place_id, find_door(slip.where)) if place_id else slip.where
    return person, place_id or _own_place(turn), str(answers.get("address") or exact)


def create(turn: Turn, name: str, phone: str, place_id: int | None) -> Person:
    """A new row of somebody who never wrote to us."""
    new = replace(people.create(turn.tx, turn.person.language, turn.now), state="known")
    new.name, new.phone, new.place_id = name, Phone(phone) if phone else None, place_id
    people.save(turn.tx, new)
    return new


def _own_place(turn: Turn) -> int | None:
    """Where the person answers calls: there they look after what has no place yet."""
    row = permissions.MAY["file for another"]
    return next((held.place_id for held in turn.roles if held.role in row), None)


def _known(turn: Turn, phone: str) -> list[Person]:
    found = [each for each in people.with_phone(turn.tx, Phone(phone)) if each.state in KNOWN_STATES and each.name]
    return [each for each in found if each.place_id is not None and caller_place.is_own(turn, each.place_id)]


def _may_see_door(turn: Turn, place_id: int) -> bool:
    """Liaisons and grid workers enter requests, but ask for the door."""
    path = places.read(turn.tx, place_id).path
    return caller_place.is_own(turn, place_id) and permissions.may(turn.roles, "see address and phone", path=path)
