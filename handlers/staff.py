"""Who is told when no team can be: the desk and the coordinators of a place, the nearest first."""

from handlers.message import Message
from handlers.turn import Speaker
from storage import places, roles
from storage.places import Place

STAFF = ("desk", "coordinator")


def of_place(turn: Speaker, place_id: int | None, of_roles: tuple[str, ...] = STAFF) -> list[int]:
    """The desk and coordinators nearest to a place, upwards; where no place is known, those of the first community."""
    place = _place(turn, place_id)
    if place is None:
        return []
    upwards = list(reversed(place.ancestors()))
    nearest = [roles.holders(turn.tx, role, upwards)[:10] for role in of_roles]
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


def _place(turn: Speaker, place_id: int | None) -> Place | None:
    if place_id is not None:
        return places.read(turn.tx, place_id)
    communities = places.of_kind(turn.tx, "community", limit=1)
    return communities[0] if communities else None
