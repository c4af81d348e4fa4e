"""Who is told when no team can be: the desk and the coordinators of a place, the nearest first.

Whoever is away is left out; their cover hears it instead. Where nobody of a level is left, the next one up is told.
"""

from collections.abc import Iterable

from handlers import permissions
from handlers.message import Message
from handlers.turn import Speaker
from storage import absences, places, roles, teams
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
    levels = {each: [one for role in of_roles for one in roles.holders(turn.tx, role, [each])] for each in upwards}
    manned = [present(turn, people[:MOST], each) for each, people in levels.items() if people]
    return next((level for level in manned[1:] if level), [])


def even_away(turn: Speaker, place_id: int | None) -> list[int]:
    """Desk and coordinators from a place upwards, whether they are away or not: for danger that reaches nobody else."""
    place = place_of(turn, place_id)
    upwards = [] if place is None else list(reversed(place.ancestors()))
    found = (each for level in upwards for role in STAFF for each in roles.holders(turn.tx, role, [level])[:MOST])
    return list(dict.fromkeys(found))


def present(turn: Speaker, people: Iterable[int], place_id: int) -> list[int]:
    """Those who look after a place, who is away replaced by their cover; who is away without one is left out."""
    path = places.read(turn.tx, place_id).path
    found = (stand_in(turn, person, path) for person in people)
    return list(dict.fromkeys(person for person in found if person is not None))


def leaders(turn: Speaker, team_id: int) -> list[int]:
    """Who leads a team and is there, or who covers for them."""
    path = places.read(turn.tx, teams.read(turn.tx, team_id).place_id).path
    held = (each.person_id for each in roles.of_team(turn.tx, team_id) if each.role == "leader")
    found = (stand_in(turn, person, path, team_id) for person in dict.fromkeys(held))
    return list(dict.fromkeys(person for person in found if person is not None))


def stand_in(turn: Speaker, person_id: int, path: str, team_id: int | None = None) -> int | None:
    """The person, if there; otherwise who covers for them; None where nobody does.

    A cover counts as long as they hold a role themselves that reaches to the place (its path), or lead the team.
    """
    someone: int | None = person_id
    for _ in range(MOST_COVERS):
        away = None if someone is None else absences.of_person(turn.tx, someone, turn.now)
        if away is None:
            return someone if someone in (None, person_id) or _covers(turn, someone, path, team_id) else None
        someone = away.cover_id
    return None


def _covers(turn: Speaker, person_id: int, path: str, team_id: int | None) -> bool:
    held = roles.of_person(turn.tx, person_id)
    as_leader = team_id is not None and permissions.may(held, "assign", path=path, team_id=team_id)
    return as_leader or any(permissions.may(held, each, path=path) for each in ("see open requests", "assign visits"))


def place_of(turn: Speaker, place_id: int | None) -> Place | None:
    """The place, or the first community where none is known."""
    if place_id is not None:
        return places.read(turn.tx, place_id)
    communities = places.of_kind(turn.tx, "community", limit=1)
    return communities[0] if communities else None


def at(turn: Speaker, place_id: int, role: str) -> list[int]:
    """Those who hold a role at this very place and are there, or who covers for them."""
    return present(turn, roles.holders(turn.tx, role, [place_id])[:MOST], place_id)


def _nearest(turn: Speaker, role: str, upwards: list[int]) -> list[int]:
    return next((found for place_id in upwards if (found := at(turn, place_id, role))), [])
