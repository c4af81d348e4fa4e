"""Sending: whoever answers for a station names who makes a visit, where nobody goes, or not who was to."""

from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.message import Choice, Lane, Message, Text, choice, named_choice
from handlers.occasions import agreeing, going, station
from handlers.permissions import require
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.visits import digests, visit_card, visit_rights
from storage import occasions, people, places, visits
from storage.visits import Visit

MOST_NAMED = 18


def ask(turn: Turn) -> None:
    """Who shall go? Those of the station who are there, with the fewest visits first."""
    visit = _mine_to_give(turn, turn.argument_id())
    found = _able(turn, visit)
    if not found:
        raise Refused("visit-nobody-can", choice(f"visit.show:{visit.id}", "visit-open-again"))
    values = {"name": visit_card.name_of(turn, visit)}
    ways: list[Choice] = [
        named_choice(f"visit.name:{visit.id}/{each}", station.name(turn, each)) for each in found[:MOST_NAMED]
    ]
    turn.send(Message(text=Text("visit-who-shall-go", values), choices=tuple(ways)))


def named(turn: Turn) -> None:
    """The tap: they go from now on. They hear it, and whoever was to go."""
    number, who = steering.pair(turn)
    visit = _mine_to_give(turn, number)
    if who not in _able(turn, visit):
        raise Refused("care-cannot-go")
    before = [each for each in (visit.visitor_id, visit.second_id) if each is not None]
    _put(turn, visit, who)
    turn.say("care-named-thanks", name=station.name(turn, who))
    for each in before:
        if each not in (who, turn.person.id):
            values = {"who": digests.line(turn, visit), "name": station.name(turn, who)}
            turn.tell(each, Message(text=Text("visit-who-goes-now", values), lane=Lane.REMINDERS))
    if visit.occasion_id is None:
        _tell(turn, visit, who)
    else:
        _tell_of_occasion(turn, visit.occasion_id, who, before)


def _mine_to_give(turn: Turn, visit_id: int) -> Visit:
    """The visit, to come, of a station for which the person answers. Refused where it is none."""
    visit = visit_rights.require_planned(turn, visit_id).visit
    require(turn, "assign visits", path=places.read(turn.tx, visit.place_id).path)
    return visit


def _able(speaker: Speaker, visit: Visit) -> list[int]:
    going_there = [each for each in (visit.visitor_id, visit.second_id) if going.may_go(speaker, each, visit)]
    but = [visit.person_id, *(each for each in going_there if each is not None)]
    return going.companions(speaker, visit.place_id, visit.day, but)


def _put(turn: Turn, visit: Visit, who: int) -> None:
    """In the place of who does not go; where all go, of the visitor. A call that goes first has the same visitor."""
    visitor, second = _pair(turn, visit, who)
    ids = [visit.id] if visit.occasion_id is None else occasions.planned_visits(turn.tx, visit.occasion_id)
    for each in ids:
        planned = visits.read(turn.tx, each)
        alone = planned is None or (planned.as_call and not visit.as_call)
        visits.set_who(turn.tx, each, visitor, None if alone else second)
        visits.add_move(turn.tx, each, "assign", turn.person.id, turn.now)


def _pair(speaker: Speaker, visit: Visit, who: int) -> tuple[int | None, int | None]:
    second = visit.second_id if visit.second_id != who and going.may_go(speaker, visit.second_id, visit) else None
    if not going.may_go(speaker, visit.visitor_id, visit):
        return who, second
    occasion = None if visit.occasion_id is None else occasions.read(speaker.tx, visit.occasion_id)
    if second is None and occasion is not None and occasion.kind in going.TWO_GO and not visit.as_call:
        return visit.visitor_id, who
    return who, second


def _tell(turn: Turn, visit: Visit, who: int) -> None:
    if who != turn.person.id:
        values = {"who": digests.line(turn, visit), "day": visit_card.day_of(turn, visit)}
        way = choice(f"visit.show:{visit.id}", "visit-open-again")
        turn.tell(who, Message(text=Text("visit-yours-now", values), choices=(way,), lane=Lane.REMINDERS))


def _tell_of_occasion(turn: Turn, occasion_id: int, who: int, before: list[int]) -> None:
    """Whoever goes hears what to mind, the person who comes; where a second is missing, one is asked for."""
    occasion = occasions.read(turn.tx, occasion_id)
    if occasion is None:
        return
    agreeing.complete(turn, occasion, knew=before)
    if station.is_reached(turn, people.read(turn.tx, occasion.person_id)):
        turn.tell(occasion.person_id, Message(text=Text("care-who-comes", {"who": station.name(turn, who)})))


ROUTES = (
    Route("press", "visit.who", ask),
    Route("press", "visit.name", named),
)
