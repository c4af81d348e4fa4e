"""Withdrawal: it was a false alarm, or nobody wants the visit any more. Whoever was to go hears it kindly."""

from collections.abc import Iterable

from handlers.message import Lane, Message, Text
from handlers.occasions import offering_visits, station
from handlers.turn import Speaker
from storage import occasions, visits
from storage.occasions import Occasion
from storage.visits import Visit

ENDS = (*occasions.OPEN, occasions.AGREED, occasions.CALL_FIRST)


def withdraw(speaker: Speaker, occasion_id: int, actor_id: int | None) -> tuple[Occasion, bool] | None:
    """Ends an offer that waits, or a visit that was agreed; returns the occasion as it was, and whether a visit fell
    away. None where there is nothing to end."""
    ids = occasions.planned_visits(speaker.tx, occasion_id)
    planned = [each for one in ids if (each := visits.lock(speaker.tx, one)) is not None]
    occasion = occasions.lock(speaker.tx, occasion_id)
    if occasion is None or occasion.state not in ENDS:
        return None
    agreed = occasion.state not in occasions.OPEN
    if agreed and not planned:
        return None
    occasions.move(speaker.tx, occasion, occasions.WITHDRAWN, answered_at=speaker.now, answered_by=actor_id)
    for each in planned:
        _cancel(speaker, each, actor_id)
    values = {"name": station.name(speaker, occasion.person_id)}
    off = Message(text=Text("care-visit-off", values), lane=Lane.REMINDERS)
    _say_to_visitors(speaker, occasion, planned, actor_id, off)
    _drop_questions(speaker, occasion, actor_id)
    return occasion, bool(planned)


def stop(speaker: Speaker, person_id: int, actor_id: int | None) -> None:
    """Somebody died, moved away or left: nothing is offered and nobody goes any more."""
    for each in sorted(occasions.of_person(speaker.tx, person_id), key=lambda one: one.id):
        if each.state in ENDS:
            withdraw(speaker, each.id, actor_id)


def halt(speaker: Speaker, living_there: Iterable[int]) -> bool:
    """Violence at home: whatever was offered or agreed about a conflict there ends; whether a visit fell away.

    Whoever was to go or to call hears that they wait for the secretary. Nobody of the household hears a word.
    """
    tx = speaker.tx
    found = (each for one in living_there for each in occasions.of_person(tx, one))
    ended = sorted(each.id for each in found if each.kind == occasions.CONFLICT and each.state in ENDS)
    ids = sorted(number for each in ended for number in occasions.planned_visits(tx, each))
    planned = [each for one in ids if (each := visits.lock(tx, one)) is not None]
    for number in ended:
        occasion = occasions.lock(tx, number)
        visits_of = [each for each in planned if each.occasion_id == number]
        if occasion is not None and (occasion.state in occasions.OPEN or visits_of):
            _halt(speaker, occasion, visits_of)
    return bool(planned)


def _halt(speaker: Speaker, occasion: Occasion, planned: list[Visit]) -> None:
    occasions.move(speaker.tx, occasion, occasions.WITHDRAWN, answered_at=speaker.now)
    for each in planned:
        _cancel(speaker, each, None)
    values = {"name": station.name(speaker, occasion.person_id)}
    _say_to_visitors(speaker, occasion, planned, None, Message(text=Text("care-visit-wait", values), lane=Lane.URGENT))
    if occasion.state == occasions.CALLING:
        speaker.edit(offering_visits.call_key(occasion.id), Message(text=Text("care-call-off")))


def _cancel(speaker: Speaker, visit: Visit, actor_id: int | None) -> None:
    if visits.end(speaker.tx, visit.id, visits.CANCELLED, speaker.now):
        visits.add_move(speaker.tx, visit.id, "cancel", actor_id, speaker.now)


def _say_to_visitors(
    speaker: Speaker, occasion: Occasion, planned: list[Visit], actor_id: int | None, message: Message
) -> None:
    going = dict.fromkeys(who for each in planned for who in (each.visitor_id, each.second_id) if who is not None)
    for each in going:
        if each != actor_id:
            speaker.tell(each, message)
    speaker.edit(f"care-who:{occasion.id}", Message(text=message.text))


def _drop_questions(speaker: Speaker, occasion: Occasion, actor_id: int | None) -> None:
    """What was asked is not to be answered any more; a changed message makes no sound."""
    if occasion.state == occasions.CALLING:
        speaker.edit(offering_visits.call_key(occasion.id), Message(text=Text("care-call-off")))
    elif occasion.state == occasions.OFFERED and actor_id != occasion.person_id:
        speaker.edit(offering_visits.key_of(occasion.id), Message(text=Text("care-offer-off")))
