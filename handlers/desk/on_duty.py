"""Who is on duty for a resident's desk. On duty is who said so by a button and may answer there; nobody else."""

from handlers import permissions, staff
from handlers.errors import Refused
from handlers.message import Choice, choice
from handlers.turn import Speaker, Turn
from storage import addresses, conversations, people, places, roles, shifts
from storage.conversations import Conversation
from storage.places import Place

SHIFT_HOURS = (2, 4, 8)
COMMUNITY = "community"


def desk_of(speaker: Speaker, person_id: int) -> Place | None:
    """The community whose desk answers somebody; of whoever lives nowhere known, the first one."""
    home = staff.place_of(speaker, people.read(speaker.tx, person_id).place_id)
    line = places.line(speaker.tx, home) if home is not None else []
    return next((each for each in line if each.kind == COMMUNITY), home)


def of_place(speaker: Speaker, place_id: int) -> list[int]:
    """Those on duty now who may answer at a place, and are reached by us."""
    path = places.read(speaker.tx, place_id).path
    found = (each.person_id for each in shifts.now_on(speaker.tx))
    able = [each for each in found if permissions.may(roles.of_person(speaker.tx, each), "answer hotline", path=path)]
    return [each for each in able if addresses.reachable(speaker.tx, each) is not None]


def is_on(speaker: Speaker, person_id: int) -> bool:
    """Whether somebody is on duty."""
    return shifts.of_person(speaker.tx, person_id) is not None


def require(turn: Turn, conversation: Conversation) -> None:
    """Raises Refused unless the person may answer this resident."""
    permissions.require(turn, "answer hotline", path=places.read(turn.tx, conversation.place_id).path)


def may_answer(turn: Turn, place_id: int) -> bool:
    """Whether the person may answer the residents of a place."""
    return permissions.may(turn.roles, "answer hotline", path=places.read(turn.tx, place_id).path)


def must_be_on(turn: Turn) -> None:
    """Raises Refused unless the person is on duty; the ways to be so come along."""
    if not is_on(turn, turn.person.id):
        raise Refused("shift-first", *ways_on())


def ways_on() -> tuple[Choice, ...]:
    """On duty, for how long."""
    return tuple(choice(f"shift.on:{each}", "shift-on-for", n=each) for each in SHIFT_HOURS)


def locked(turn: Turn) -> Conversation:
    """The conversation that an action names, locked, for somebody who may answer it. Refused where it is over."""
    found = conversations.lock(turn.tx, turn.argument_id())
    if found is None:
        raise Refused("choice-unknown")
    require(turn, found)
    if found.state == conversations.CLOSED:
        raise Refused("desk-over")
    return found


def held(turn: Turn) -> Conversation:
    """The same, where the person has taken it. Refused where it is somebody else's by now."""
    found = locked(turn)
    if found.taker_id != turn.person.id:
        raise Refused("desk-not-yours")
    return found
