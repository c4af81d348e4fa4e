"""Rights: who holds a meeting, who writes it down, who is asked what it should be about."""

from handlers import permissions
from handlers.errors import Refused
from handlers.turn import Speaker, Turn
from storage import meetings, places, representatives, roles
from storage.errors import NotFound
from storage.meetings import Meeting
from storage.places import Place
from storage.representatives import AGREED

HOLD = "hold meetings"
OF_UNITS = ("secretary", "coordinator")  # they speak for the units below
HERE = (*OF_UNITS, "desk", "leader", "liaison")
MOST = 200  # people asked for one meeting
MOST_UNITS = 50


def units(turn: Turn) -> list[Place]:
    """The places for which the person may hold meetings."""
    held = dict.fromkeys(each.place_id for each in turn.roles if each.role in permissions.MAY[HOLD])
    return [places.read(turn.tx, place_id) for place_id in held]


def unit(turn: Turn, place_id: int) -> Place:
    """The place, where the person may hold a meeting. Raises Refused."""
    try:
        place = places.read(turn.tx, place_id)
    except NotFound as error:
        raise Refused("not-allowed", closes_form=True) from error
    permissions.require(turn, HOLD, path=place.path)
    return place


def of_press(turn: Turn) -> Meeting:
    """The meeting that a press names, locked. Raises Refused."""
    meeting = meetings.lock(turn.tx, turn.argument_id())
    if meeting is None:
        raise Refused("not-allowed")
    return meeting


def holds(turn: Turn, meeting: Meeting) -> bool:
    """Whether the person holds it: whoever called it, or may call meetings there."""
    path = places.read(turn.tx, meeting.place_id).path
    return permissions.may(turn.roles, HOLD, path=path)


def held(turn: Turn, meeting_id: int) -> Meeting:
    """The meeting, locked, for whoever holds it. Raises Refused."""
    meeting = meetings.lock(turn.tx, meeting_id)
    if meeting is None or not holds(turn, meeting):
        raise Refused("not-allowed", closes_form=True)
    return meeting


def written(turn: Turn, meeting_id: int) -> Meeting:
    """The meeting, locked, for whoever holds it or writes it down. Raises Refused."""
    meeting = meetings.lock(turn.tx, meeting_id)
    if meeting is None or not (holds(turn, meeting) or meeting.recorder_id == turn.person.id):
        raise Refused("not-allowed", closes_form=True)
    return meeting


def asked(speaker: Speaker, place: Place) -> list[int]:
    """Who is asked what a meeting should be about: the representatives of the place, those who have a role there, and
    whoever speaks for a unit below."""
    tx = speaker.tx
    found = [each.person_id for each in representatives.of_place(tx, place.id, MOST) if each.state == AGREED]
    found += [person for role in HERE for person in roles.holders(tx, role, [place.id])]
    below = [each.id for each in places.children(tx, place.id, limit=MOST_UNITS)]
    found += [person for role in OF_UNITS for person in roles.holders(tx, role, below)]
    return list(dict.fromkeys(found))[:MOST]


def may_propose(turn: Turn, meeting: Meeting) -> bool:
    """Whether the person is one of those asked, or holds it."""
    return turn.person.id == meeting.convenor_id or turn.person.id in asked(
        turn, places.read(turn.tx, meeting.place_id)
    )
