"""Going: who visits somebody. A familiar face first; to a death and a conflict two go, and never a stranger alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from handlers import staff
from handlers.turn import Speaker
from handlers.visits import steps
from storage import absences, cards, places, roles, visits
from storage.cards import Card
from storage.visits import Visit

GOERS = ("liaison", "secretary")  # who visits at all
TWO_GO = frozenset({"bereavement", "conflict"})  # domain.md §6
LOOKED_BACK = 20  # visits of somebody, for who has been there before
MOST_GOERS = 40  # liaisons of one station that are looked at


@dataclass(frozen=True, slots=True)
class Pair:
    """Who goes to somebody, and who comes along. Nobody (None): the secretary is asked to name somebody.

    `why`: what the visitor is to them: liaison, deputy, cover, visited; empty where nobody was found.
    """

    visitor_id: int | None
    second_id: int | None = None
    why: str = ""


def who_goes(speaker: Speaker, person_id: int, place_id: int, occasion: str | None, day: date) -> Pair:
    """Who goes to somebody of a station (`place_id`) on a day here: the liaison if there, else the deputy, else who
    covers for one of them, else who visited them last; a second one on the four occasions, as far as there is one.

    `occasion`: hardship, conflict, hospital, bereavement, or None for any other visit, to which one goes.
    """
    found = familiar(speaker, person_id, place_id, day)
    if not found:
        return Pair(None)
    (visitor, why), others = found[0], [each for each, _ in found[1:]]
    if occasion is None:
        return Pair(visitor, None, why)
    if not others and occasion in TWO_GO:
        others = companions(speaker, place_id, day, but=(person_id, visitor))
    return Pair(visitor, next(iter(others), None), why)


def familiar(speaker: Speaker, person_id: int, place_id: int, day: date) -> list[tuple[int, str]]:
    """Those whom somebody knows and who are there on a day, each with what they are to them, the closest first."""
    card = cards.of_person(speaker.tx, person_id)
    named = [] if card is None or card.state != cards.OPEN else _named(speaker, card, day)
    before = [(each, "visited") for each in _been_there(speaker, person_id)]
    found: dict[int, str] = {}
    for each, why in (*named, *before):
        if each != person_id and each not in found and goes(speaker, each, place_id, day):
            found[each] = why
    return list(found.items())


def companions(speaker: Speaker, place_id: int, day: date, but: Iterable[int]) -> list[int]:
    """Who else of a station is there on a day to go along: its liaisons, those with the fewest visits first, then its
    secretary. `but`: who goes already, and who is visited."""
    left_out = set(but)
    liaisons = [each for each in of_station(speaker, place_id, "liaison") if each not in left_out]
    there = [each for each in liaisons if goes(speaker, each, place_id, day)]
    there.sort(key=lambda each: (sum(visits.load_of(speaker.tx, each, day, day).values()), each))
    secretaries = [each for each in staff.of_place(speaker, place_id, ("secretary",)) if each not in left_out]
    return [*there, *(each for each in secretaries if each not in there and goes(speaker, each, place_id, day))]


def of_station(speaker: Speaker, place_id: int, role: str) -> list[int]:
    """Those who hold a role at a station, or at an estate below it, or above it."""
    upwards = list(reversed(places.read(speaker.tx, place_id).ancestors()))
    below = [each.id for each in places.children(speaker.tx, place_id)]
    return roles.holders(speaker.tx, role, [*upwards, *below])[:MOST_GOERS]


def goes(speaker: Speaker, person_id: int, place_id: int, day: date) -> bool:
    """Whether somebody visits people of this station at all, and is not away on this day."""
    path = places.read(speaker.tx, place_id).path
    held = (each for each in roles.of_person(speaker.tx, person_id) if each.role in GOERS)
    if not any(each.covers(path) or each.path.startswith(path) for each in held):
        return False
    return absences.of_person(speaker.tx, person_id, _moment(speaker, day)) is None


def may_go(speaker: Speaker, person_id: int | None, visit: Visit) -> bool:
    """Whether somebody who is to go to a visit goes on its day; nobody (None) does not."""
    return person_id is not None and goes(speaker, person_id, visit.place_id, visit.day)


def _named(speaker: Speaker, card: Card, day: date) -> list[tuple[int, str]]:
    """Liaison, deputy, and who stands in for one of them who is away."""
    pairs = ((card.liaison_id, "liaison"), (card.deputy_id, "deputy"))
    named = [(each, why) for each, why in pairs if each is not None]
    away = [absences.of_person(speaker.tx, each, _moment(speaker, day)) for each, _ in named]
    covers = [(each.cover_id, "cover") for each in away if each is not None and each.cover_id is not None]
    return [*named, *covers]


def _been_there(speaker: Speaker, person_id: int) -> list[int]:
    """Who visited somebody before, the latest first."""
    done = (each for each in visits.of_person(speaker.tx, person_id, LOOKED_BACK) if each.state == visits.DONE)
    return [who for each in done for who in (each.visitor_id, each.second_id) if who is not None]


def _moment(speaker: Speaker, day: date) -> datetime:
    """When somebody must be there: in the morning of the day, or now where that is past."""
    morning: datetime = datetime.combine(day, steps.AT, speaker.community.zone)
    return max(speaker.now, morning)
