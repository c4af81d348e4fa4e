"""Someone: who writes a meeting down, or does what was agreed there: by a tap, a name, or a phone number."""

from handlers import permissions
from handlers.errors import Refused
from handlers.forms import Again, pick
from handlers.meetings import rights
from handlers.message import Choice, Message, Text
from handlers.turn import Turn
from handlers.understanding import normalise_phone
from storage import addresses, meeting_lists, people, places, reveals, roles
from storage.meetings import Meeting
from storage.phones import Phone

OWN = "own"
SHOWN = ("secretary", "coordinator", "desk", "leader", "liaison")
MOST_SHOWN = 12
MOST_COMING = 300  # names that are compared


def ask(turn: Turn, meeting: Meeting, form: str, question: str, key: str) -> Message:
    """Asks for somebody: oneself, or who has a role there."""
    ways = [pick(form, question, OWN, "meeting-myself"), *_staff(turn, meeting, form, question)]
    return Message(text=Text(key), choices=tuple(ways))


def read(turn: Turn, meeting: Meeting) -> str:
    """The person who is meant, as a text. Raises Again where nobody is."""
    if turn.argument:
        return _pressed(turn, meeting)
    number = _phone(turn)
    found = _by_phone(turn, meeting, number) if number is not None else _by_name(turn, meeting)
    if found is None:
        raise Again("meeting-who-nobody")
    return str(found)


def _staff(turn: Turn, meeting: Meeting, form: str, question: str) -> list[Choice]:
    found = []
    for person_id in _with_roles(turn, meeting):
        name = people.read(turn.tx, person_id).name
        if name and person_id != turn.person.id:
            found.append(pick(form, question, person_id, "plain", text=name))
    return found[:MOST_SHOWN]


def _with_roles(turn: Turn, meeting: Meeting) -> list[int]:
    return list(dict.fromkeys(each for role in SHOWN for each in roles.holders(turn.tx, role, [meeting.place_id])))


def _pressed(turn: Turn, meeting: Meeting) -> str:
    if turn.argument == OWN:
        return str(turn.person.id)
    person_id = turn.argument_id()
    if person_id not in _with_roles(turn, meeting):
        raise Refused("choice-unknown")
    return str(person_id)


def _phone(turn: Turn) -> str | None:
    contact = turn.incoming.contact
    said = contact.phone if contact else turn.incoming.text
    return next(iter(turn.reading.phones), None) or normalise_phone(said)


def _by_phone(turn: Turn, meeting: Meeting, number: str) -> int | None:
    """Whoever may hold meetings there may find somebody of the place by number; nobody else is told who has which."""
    path = places.read(turn.tx, meeting.place_id).path
    if not permissions.may(turn.roles, rights.HOLD, path=path):
        raise Again("meeting-who-name-please")
    for person in people.with_phone(turn.tx, Phone(number)):
        at_home = person.place_id is not None and places.read(turn.tx, person.place_id).path.startswith(path)
        works = any(held.path.startswith(path) for held in roles.of_person(turn.tx, person.id))
        if person.state == "joined" and (at_home or works) and addresses.reachable(turn.tx, person.id) is not None:
            reveals.add(turn.tx, person.id, turn.person.id, None, "name by phone", turn.now)
            return person.id
    return None


def _by_name(turn: Turn, meeting: Meeting) -> int | None:
    """Somebody with a role there, or who said that they come, by the very name they go by."""
    words = turn.incoming.text.strip()
    coming = (
        []
        if meeting.broadcast_id is None
        else meeting_lists.with_answer(turn.tx, meeting.broadcast_id, "yes", 0, MOST_COMING)
    )
    known = [*_with_roles(turn, meeting), *coming]
    found = [each for each in dict.fromkeys(known) if words and people.read(turn.tx, each).name == words]
    return found[0] if len(found) == 1 else None
