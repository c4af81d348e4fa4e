"""Visit rights: who may open a visit and say what became of it. Whoever presses a button of one asks here again."""

from dataclasses import dataclass

from handlers import permissions
from handlers.errors import Refused
from handlers.liaison import rights
from handlers.permissions import Scope
from handlers.turn import Turn
from storage import absences, cards, occasions, places, visits
from storage.cards import Card
from storage.visits import Visit

RECORD = "record visits"


@dataclass(frozen=True, slots=True)
class Held:
    """A visit, locked, and the open card of the person, where they have one."""

    visit: Visit
    card: Card | None


def require(turn: Turn, visit_id: int) -> Held:
    """The visit and the person's card, both locked. Refused for strangers and for a visit that is unknown."""
    found = visits.read(turn.tx, visit_id)
    if found is None:
        raise Refused("not-allowed")
    card = cards.of_person(turn.tx, found.person_id)
    if card is not None:
        card = cards.lock(turn.tx, card.id)  # cards come before visits: two who press at once never wait in a circle
    if found.occasion_id is not None:  # a call may go before the visit: what ends the one may end the other
        for each in occasions.planned_visits(turn.tx, found.occasion_id):
            visits.lock(turn.tx, each)
    visit = visits.lock(turn.tx, visit_id)
    if visit is None or not may(turn, visit, card):
        raise Refused("not-allowed")
    return Held(visit, card if card is not None and card.state == cards.OPEN else None)


def require_planned(turn: Turn, visit_id: int) -> Held:
    """The same for a visit that is still to come. Refused where it is over: somebody was quicker."""
    held = require(turn, visit_id)
    if held.visit.state != visits.PLANNED:
        raise Refused("visit-over")
    return held


def may(turn: Turn, visit: Visit, card: Card | None) -> bool:
    """Whether the person goes there, looks after whoever is visited, or answers for the station."""
    if card is not None and card.state == cards.OPEN and rights.may(turn, card, RECORD):
        return True
    ties: tuple[Scope, ...] = ("people",) if goes(turn, visit) else ()
    path = places.read(turn.tx, visit.place_id).path
    return permissions.may(turn.roles, RECORD, path=path, ties=ties)


def goes(turn: Turn, visit: Visit) -> bool:
    """Whether the person is to go, or stands in for one who is to go and is away."""
    named = [each for each in (visit.visitor_id, visit.second_id) if each is not None]
    if turn.person.id in named:
        return True
    away = (absences.of_person(turn.tx, each, turn.now) for each in named)
    return any(each is not None and each.cover_id == turn.person.id for each in away)
