"""Refusing: at the door they say that nobody need come. One tap; and a tap by mistake is taken back within a day."""

from datetime import timedelta

from handlers.errors import Refused
from handlers.liaison import wishes
from handlers.message import choice
from handlers.occasions import station
from handlers.rhythms import rhythm
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import postponing, steps, visit_card, visit_rights
from storage import card_changes, cards, occasions, people, visits
from storage.cards import Card
from storage.visits import Visit

MISTAKE_WITHIN = timedelta(hours=24)
UNSAID = "unsaid"  # in a button: no wish was known before the tap
LOOKED_BACK = 20  # visits of somebody: those of one occasion are among the latest


def refused(turn: Turn) -> None:
    """They said that nobody need come: silent towards them, and no visit of the rhythm is planned any more.

    On one of the four occasions it is only this occasion for which nobody goes: neither the call nor the visit.
    """
    held = visit_rights.require_planned(turn, turn.argument_id())
    visit = held.visit
    before = held.card.wish if held.card is not None else None
    ended = _with_its_call(turn, visit)
    for each in ended:
        visits.end(turn.tx, each.id, visits.REFUSED, turn.now)
        visits.add_move(turn.tx, each.id, "refuse", turn.person.id, turn.now)
    postponing.tell_the_other(turn, _itself(ended), "visit-refused-told")
    key = "visit-refused-once"
    if visit.occasion_id is None and held.card is not None:
        wishes.set(turn, held.card, cards.NONE, turn.person.id)
        key = "visit-refused"
    undo = choice(f"visit.unrefuse:{visit.id}/{before or UNSAID}", "visit-refused-mistake")
    turn.say(key, undo, name=visit_card.name_of(turn, visit))


def mistaken(turn: Turn) -> None:
    """It was a slip of the finger: the visit is planned as before, and what they wish is what they wished.

    Refused after a day, and where they have said something else themselves meanwhile.
    """
    turn.argument, _, before = turn.argument.partition("/")
    held = visit_rights.require(turn, turn.argument_id())
    visit = held.visit
    ended = visit.ended_at
    if visit.state != visits.REFUSED or ended is None or turn.now - ended > MISTAKE_WITHIN:
        raise Refused("visit-over")
    if station.is_gone(turn, people.read(turn.tx, visit.person_id)):
        raise Refused("person-card-closed")
    if visit.occasion_id is None and held.card is not None:
        _wish_as_before(turn, visit, held.card, before)
    back = _refused_with(turn, visit)
    for each in back:
        found = steps.coming(turn.community, each.day, turn.now)
        visits.reopen(turn.tx, each.id, each.day, *((None, None) if found is None else (found[0].name, found[1])))
        visits.add_move(turn.tx, each.id, "take back", turn.person.id, turn.now)
    postponing.tell_the_other(turn, _itself(back), "visit-refused-not-told")
    turn.say("visit-refused-not", choice(f"visit.show:{visit.id}", "visit-open-again"))


def _with_its_call(turn: Turn, visit: Visit) -> list[Visit]:
    """The visit, and what else is planned for its occasion; all are locked."""
    ids = [] if visit.occasion_id is None else occasions.planned_visits(turn.tx, visit.occasion_id)
    others = [found for each in ids if each != visit.id and (found := visits.read(turn.tx, each)) is not None]
    return sorted((visit, *others), key=lambda each: each.id)


def _itself(some: list[Visit]) -> Visit:
    """The visit to which two may go; the call where there is only that."""
    return next((each for each in some if not each.as_call), some[0])


def _refused_with(turn: Turn, visit: Visit) -> list[Visit]:
    """What was refused by the same tap, in the order of the ids."""
    if visit.occasion_id is None:
        return [visit]
    found = visits.of_person(turn.tx, visit.person_id, LOOKED_BACK)
    same = [each for each in found if (each.occasion_id, each.ended_at) == (visit.occasion_id, visit.ended_at)]
    return sorted((each for each in same if each.state == visits.REFUSED), key=lambda each: each.id)


def _wish_as_before(turn: Turn, visit: Visit, card: Card, before: str) -> None:
    """What was wished before the tap counts again, if nothing was said since, and the rhythm goes on."""
    if (card.wish, card.wish_at) != (cards.NONE, visit.ended_at):
        raise Refused("visit-over")
    if before not in (cards.VISIT, cards.CALL, UNSAID):
        raise Refused("choice-unknown")
    cards.set_wish(turn.tx, card.id, None if before == UNSAID else before, turn.now)
    card_changes.add(turn.tx, card.id, "wish", turn.person.id, turn.now, reason=before)
    rhythm.again(turn, cards.get(turn.tx, card.id))


ROUTES = (
    Route("press", "visit.refused", refused),
    Route("press", "visit.unrefuse", mistaken),
)
