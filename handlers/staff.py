"""Who is told when no team can be: the desk and the coordinators of a place, the nearest first.

Whoever is away is left out; their cover hears it instead. Where nobody of a level is left, the next one up is told.
"""

from collections.abc import Iterable

from handlers.message import Message
from handlers.turn import Speaker
from storage import absences, places, roles
from storage.places import Place

STAFF = ("desk", "coordinator")
MOST = 10  # people told of one role
MOST_COVERS = 5  # a cover may be away, too, and so on


def of_place(turn: Speaker, place_id: int | None, of_roles: tuple[str, ...] = STAFF) -> list[int]:
    """Of each role those nearest to a place, upwards, who are there; of no place, those of the first community."""
    place = place_of(turn, place_id)
    if place is None:
        return []
    upwards = list(reversed(place.ancestors()))
    nearest = [_nearest(turn, role, upwards) for role in of_roles]
    return list(dict.fromkeys(person for people in nearest for person in people))


def tell(
    turn: Speaker,
    place_id: int | None,
    message: Message,
    but: int | None = None,
    of_roles: tuple[str, ...] = STAFF,
) -> int:
    """Tells them all privately; returns how many could be told. `but` is left out: who causes the message."""
    return sum(turn.tell(person, message) for person in of_place(turn, place_id, of_roles) if person != but)


def above(turn: Speaker, place_id: int | None, of_roles: tuple[str, ...] = ("coordinator",)) -> list[int]:
    """Those who hold these roles one level above the nearest that has somebody with them; none at the top."""
    place = place_of(turn, place_id)
    upwards = [] if place is None else list(reversed(place.ancestors()))
    levels = [[each for role in of_roles for each in roles.holders(turn.tx, role, [level])] for level in upwards]
    manned = [present(turn, level[:MOST]) for level in levels if level]
    return next((level for level in manned[1:] if level), [])


def present(turn: Speaker, people: Iterable[int]) -> list[int]:
    """These people, those who are away replaced by their covers; who is away without one is left out."""
    found = (stand_in(turn, person) for person in people)
    return list(dict.fromkeys(person for person in found if person is not None))


def stand_in(turn: Speaker, person_id: int) -> int | None:
    """The person, if there; otherwise who covers for them; None where nobody does."""
    someone: int | None = person_id
    for _ in range(MOST_COVERS):
        away = None if someone is None else absences.of_person(turn.tx, someone, turn.now)
        if away is None:
            return someone
        someone = away.cover_id
    return None


def place_of(turn: Speaker, place_id: int | None) -> Place | None:
    """The place, or the first community where none is known."""
    if place_id is not None:
        return places.read(turn.tx, place_id)
    communities = places.of_kind(turn.tx, "community", limit=1)
    return communities[0] if communities else None


def at(turn: Speaker, place_id: int, role: str) -> list[int]:
    """Those who hold a role at this very place and are there, or who covers for them."""
    return present(turn, roles.holders(turn.tx, role, [place_id])[:MOST])


def _nearest(turn: Speaker, role: str, upwards: list[int]) -> list[int]:
    return next((found for place_id in upwards if (found := at(turn, place_id, role))), [])
