"""Stations: whose yearly report somebody belongs to, and for whose station a secretary speaks."""

from datetime import date, datetime, time, timedelta

from handlers import permissions
from handlers.errors import Refused
from handlers.message import Named, Span
from handlers.turn import Speaker, Turn
from storage import cards, people, places
from storage.appraisal_rounds import Round
from storage.errors import NotFound
from storage.people import Person
from storage.places import Place

HOLD = "hold appraisals"
COMMUNITY = "community"
GONE = frozenset({"left", "merged"})
MOST = 50


def of_turn(turn: Turn) -> Place | None:
    """The community that the person belongs to: by their card, their home, or where they hold a role."""
    card = cards.of_person(turn.tx, turn.person.id)
    known = [card.place_id] if card is not None and card.state == cards.OPEN else []
    known += [turn.person.place_id] if turn.person.place_id is not None else []
    known += [held.place_id for held in turn.roles]
    found = (_community(turn, place_id) for place_id in known)
    return next((place for place in found if place is not None), None)


def own(turn: Turn) -> list[Place]:
    """The communities for which the person may hold an appraisal."""
    held = [each for each in turn.roles if each.role in permissions.MAY[HOLD]]
    found: dict[int, Place] = {}
    for each in held:
        here = _community(turn, each.place_id)
        below = [here] if here is not None else places.children(turn.tx, each.place_id, limit=MOST)
        found |= {place.id: place for place in below if place.kind == COMMUNITY}
    return list(found.values())


def require(turn: Turn, place_id: int) -> Place:
    """The community, where the person may hold its appraisal. Raises Refused."""
    try:
        place = places.read(turn.tx, place_id)
    except NotFound as error:
        raise Refused("not-allowed") from error
    if place.kind != COMMUNITY:
        raise Refused("not-allowed")
    permissions.require(turn, HOLD, path=place.path)
    return place


def still(speaker: Speaker, person_id: int, at: Round) -> bool:
    """Whether somebody still belongs to a round: nobody writes to the dead, nor to those who moved away or left."""
    card = cards.of_person(speaker.tx, person_id)
    here = card is None or (card.state == cards.OPEN and card.place_id == at.place_id)
    return here and people.read(speaker.tx, person_id).state not in GONE


def lives_in(speaker: Speaker, person: Person, place: Place) -> bool:
    """Whether somebody's home lies in a place."""
    return person.place_id is not None and places.read(speaker.tx, person.place_id).path.startswith(place.path)


def named(place: Place) -> Named:
    """A place's name in both languages."""
    return Named(place.name, place.name_en)


def day(speaker: Speaker, on: date) -> Span:
    """A day here, as people say it."""
    begin = datetime.combine(on, time(), speaker.community.zone)
    return Span(begin, begin + timedelta(days=1))


def _community(turn: Turn, place_id: int) -> Place | None:
    line = places.line(turn.tx, places.read(turn.tx, place_id))
    return next((place for place in line if place.kind == COMMUNITY), None)
