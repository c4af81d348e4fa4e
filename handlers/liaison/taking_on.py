"""Taking on: a liaison or secretary adds somebody to the station's care, and a neighbour asks for a liaison themselves.

Nobody gets a card without a yes: who is reached by chat gives it there; of others the one who asked them says so.
"""

from dataclasses import replace

from handlers import forms, permissions
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.liaison import caring, claims, people_lists, person_card, wishes
from handlers.membership import invitations, joining
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import normalise_phone
from storage import addresses, cards, consents, people, places, reveals
from storage import invitations as stored
from storage.cards import CALL, NONE, OPEN, VISIT, About
from storage.people import Person
from storage.phones import Phone

MOST_NAME = 20
MOST_KNOWN = 3  # people who share a number
NEW = "new"
ROLE = {True: "member", False: "cared"}
KNOWN = ("joined", "known", "new")


def begin(turn: Turn) -> None:
    """Opens the form, for the station that is named or one's own. Refused to those who may not add."""
    place_id = turn.argument_id() if turn.argument else _own_station(turn)
    place = steering.place(turn, place_id)
    permissions.require(turn, "add people", path=place.path)
    forms.start(turn, ADDING, community=str(place.id))


def _own_station(turn: Turn) -> int:
    row = permissions.MAY["add people"]
    held = (each for each in turn.roles if each.role in row)
    found = (caring.community_of(turn, each.place_id) for each in held)
    station = next((each for each in found if each is not None), None)
    if station is None:
        raise Refused("not-allowed")
    return station


def _ask_phone(turn: Turn) -> Message:
    return Message(text=Text("add-phone"))


def _read_phone(turn: Turn) -> str:
    contact = turn.incoming.contact
    said = contact.phone if contact else turn.incoming.text
    number = next(iter(turn.reading.phones), None) or normalise_phone(said)
    if number is None:
        raise Again("add-phone-again")
    known = [each for each in people.with_phone(turn.tx, Phone(number)) if each.state in KNOWN and each.name]
    turn.dialogue.answers["known"] = [str(each.id) for each in known[:MOST_KNOWN]]
    return number


def _known(turn: Turn) -> list[Person]:
    return [people.read(turn.tx, int(each)) for each in turn.dialogue.answers.get("known", [])]


def _ask_who(turn: Turn) -> Message:
    ways = []
    for each in _known(turn):
        reveals.add(turn.tx, each.id, turn.person.id, None, "name by phone", turn.now)
        ways.append(forms.pick("adding", "who", each.id, "plain", text=each.name))
    return Message(text=Text("add-who"), choices=(*ways, forms.pick("adding", "who", NEW, "add-somebody-else")))


def _read_who(turn: Turn) -> str:
    words = turn.incoming.text.strip()
    for each in _known(turn):
        if turn.argument == str(each.id) or (words and each.name == words):
            return str(each.id)
    if turn.argument != NEW:
        raise Again("add-tap-please")
    return NEW


def _ask_name(turn: Turn) -> Message:
    return Message(text=Text("add-name"))


def _read_name(turn: Turn) -> str:
    name = turn.incoming.text.strip()[:MOST_NAME]
    if not name:
        raise Again("add-name")
    return name


def _ask_member(turn: Turn) -> Message:
    ways = (
        forms.pick("adding", "member", "yes", "add-is-member"),
        forms.pick("adding", "member", "no", "add-no-member"),
    )
    return Message(text=Text("add-member", {"name": _name(turn)}), choices=ways)


def _read_member(turn: Turn) -> bool:
    if turn.argument not in ("yes", "no"):
        raise Again("add-tap-please")
    return turn.argument == "yes"


def _ask_agreed(turn: Turn) -> Message:
    ways = (
        forms.pick("adding", "agreed", VISIT, "add-agreed-visit"),
        forms.pick("adding", "agreed", CALL, "add-agreed-call"),
        forms.pick("adding", "agreed", NONE, "add-not-asked"),
    )
    return Message(text=Text("add-agreed", {"name": _name(turn)}), choices=ways)


def _read_agreed(turn: Turn) -> str:
    if turn.argument not in (VISIT, CALL, NONE):
        raise Again("add-tap-please")
    return turn.argument


def _name(turn: Turn) -> str:
    person = _picked(turn)
    return person.name if person is not None else str(turn.dialogue.answers["name"])


def _picked(turn: Turn) -> Person | None:
    """Whom of those we know it is about."""
    who = turn.dialogue.answers.get("who")
    return None if who in (None, NEW) else people.read(turn.tx, int(who))


def _reached(turn: Turn) -> bool:
    person = _picked(turn)
    return person is not None and addresses.reachable(turn.tx, person.id) is not None


def _has_card(turn: Turn) -> bool:
    person = _picked(turn)
    card = None if person is None else cards.of_person(turn.tx, person.id)
    return card is not None and card.state == OPEN


def _done(turn: Turn) -> None:
    """They have a card already, here or elsewhere; they are asked in their own chat; or they said yes before."""
    place = places.read(turn.tx, int(turn.dialogue.answers["community"]))
    permissions.require(turn, "add people", path=place.path)
    person = _picked(turn)
    if person is not None and _has_card(turn):
        _known_already(turn, person, place.id)
    elif person is not None and _reached(turn):
        _ask_them(turn, person, place.id)
    elif turn.dialogue.answers["agreed"] == NONE:
        turn.say("add-ask-first")
    else:
        _open(turn, person or _new(turn), place.id)


def _known_already(turn: Turn, person: Person, place_id: int) -> None:
    card = cards.of_person(turn.tx, person.id)
    if card is None or card.place_id == place_id:
        ways = () if card is None else (caring.way_to(card),)
        raise Refused("add-has-card", *ways, name=person.name)
    if claims.said_no(turn, card, place_id):
        raise Refused("claim-said-no", name=person.name)
    claim = claims.raise_claim(turn, card, place_id, liaison_id=_own_liaison(turn, place_id), actor_id=turn.person.id)
    turn.say("claim-raised" if claim is not None else "claim-waits", name=person.name)


def _ask_them(turn: Turn, person: Person, place_id: int) -> None:
    """Their own tap opens the card, as an invitation's does. Whoever said no is not asked again for a year."""
    before = consents.latest(turn.tx, person.id, consents.CARD)
    if before is not None and before.refused_at is not None and turn.now < before.refused_at + claims.SAID_NO:
        raise Refused("add-said-no", name=person.name)
    role = ROLE[bool(turn.dialogue.answers["member"])]
    token = invitations.make(turn.tx, role, place_id, None, turn.person.id, turn.now)
    invitation = stored.find(turn.tx, token)
    if invitation is not None:
        place = places.read(turn.tx, place_id)
        ways = invitations.ways(turn, invitation.id, person.id)
        values = {"name": turn.person.name, "place": joining.home_words(place)}
        turn.tell(person.id, Message(text=Text("add-offer", values), choices=ways, lane=Lane.REMINDERS))
        turn.say("add-asked", name=person.name)


def _new(turn: Turn) -> Person:
    """A row of somebody who never wrote to us."""
    answers = turn.dialogue.answers
    home = next(answers[each] for each in ("building", "estate", "community") if answers.get(each))
    new = replace(people.create(turn.tx, turn.person.language, turn.now), state="known")
    new.name, new.phone, new.place_id = answers["name"], Phone(answers["phone"]), int(home)
    new.door = answers.get("door") or ""
    people.save(turn.tx, new)
    return new


def _open(turn: Turn, person: Person, place_id: int) -> None:
    answers = turn.dialogue.answers
    liaison_id = _own_liaison(turn, place_id)
    card = caring.open_card(
        turn,
        person.id,
        place_id,
        liaison_id=liaison_id,
        deputy_id=None,
        about=About(member=bool(answers["member"])),
        source="chat",
        actor_id=turn.person.id,
        ask=False,
    )
    cards.set_asked(turn.tx, card.id, turn.now)
    card = wishes.set(turn, card, answers["agreed"], turn.person.id)
    hand = (choice(f"hand.one:{card.id}", "person-hand"),) if person_card.may_assign(turn, place_id) else ()
    turn.say("add-done", *(hand if liaison_id is None else ()), caring.way_to(card), name=person.name)


def _own_liaison(turn: Turn, place_id: int) -> int | None:
    return turn.person.id if turn.person.id in people_lists.liaisons(turn, place_id) else None


def _is_new(turn: Turn) -> bool:
    return _picked(turn) is None


def _home_wanted(question: Question) -> Question:
    return replace(question, wanted=lambda turn: _is_new(turn) and question.wanted(turn))


ADDING = Form(
    "adding",
    (
        Question("phone", _ask_phone, _read_phone, number=True),
        Question("who", _ask_who, _read_who, wanted=lambda turn: bool(turn.dialogue.answers.get("known"))),
        Question("name", _ask_name, _read_name, wanted=_is_new),
        *(_home_wanted(question) for question in joining.HOME[1:]),
        Question("member", _ask_member, _read_member, wanted=lambda turn: not _has_card(turn)),
        Question("agreed", _ask_agreed, _read_agreed, wanted=lambda turn: not _reached(turn) and not _has_card(turn)),
    ),
    _done,
    cancelled="add-left",
)
FORMS = (ADDING,)
ROUTES = (Route("press", "liaison.add", begin),)
