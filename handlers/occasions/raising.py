"""Raising: an occasion only offers a visit. Somebody is asked about one kind once, whoever speaks of it."""

from datetime import datetime, timedelta

from handlers.occasions import offering_visits, station, violence
from handlers.turn import Speaker, Turn
from storage import occasions, people
from storage.occasions import Occasion
from storage.people import Person
from storage.service_requests import ServiceRequest

# How long nobody is asked about the same kind again, by what became of it.
RESTS = {
    occasions.DECLINED: timedelta(days=60),
    occasions.UNANSWERED: timedelta(days=60),
    occasions.AGREED: timedelta(days=30),
    occasions.CALL_FIRST: timedelta(days=30),
    occasions.WITHDRAWN: timedelta(days=7),
}
AFTER_EMERGENCY = timedelta(hours=24)  # first help, then company


def from_request(turn: Turn, request: ServiceRequest) -> None:
    """What a request says about an occasion: its item's `care_trigger`. The offer goes to whom the request is for.

    Call it after what is said of the request itself. An emergency is helped first; the offer comes a day later. Where
    the item is violence at home, nothing is offered, and staff act as the law says.
    """
    pack = turn.community.pack
    kind = next((each.care_trigger for each in pack.items if each.code == request.item), None)
    if kind not in occasions.KINDS:
        return
    person = people.read(turn.tx, request.helped_id or request.person_id)
    place_id = station.of(turn, person, request.place_id)
    by = request.filed_by or request.person_id
    if place_id is None:
        return
    if violence.is_item(turn, request.item):
        violence.raise_it(turn, person, place_id, "request", by, request.id)
        return
    item = turn.item(request.item)
    wait = AFTER_EMERGENCY if item is not None and item.urgency == "emergency" else None
    own = person.id == turn.person.id
    raise_it(turn, person, kind, "request", by, request_id=request.id, wait=wait, at_once=own, place_id=place_id)


def raise_it(
    speaker: Speaker,
    person: Person,
    kind: str,
    source: str,
    raised_by: int | None,
    *,
    request_id: int | None = None,
    wait: timedelta | None = None,
    at_once: bool = False,
    place_id: int | None = None,
) -> Occasion | None:
    """Notes an occasion and offers a visit, or later where it is to `wait`. None where nobody is asked: they answered
    not long ago, are being asked now, left us, moved away or died, or there is violence at home.

    `source`: request, talk, neighbour, liaison, member. Tells nobody but the one whom it is about, or who is to call.
    """
    place_id = station.of(speaker, person, place_id)
    if place_id is None or station.is_gone(speaker, person) or rests(speaker, person, kind):
        return None
    found = occasions.create(
        speaker.tx,
        person_id=person.id,
        place_id=place_id,
        kind=kind,
        source=source,
        state=occasions.WAITING,
        raised_by=raised_by,
        request_id=request_id,
        due=speaker.now + (wait or timedelta()),
        now=speaker.now,
    )
    if found is not None and wait is None:
        offering_visits.offer(speaker, found, at_once=at_once)
    return found


def rests(speaker: Speaker, person: Person, kind: str) -> bool:
    """Whether somebody is not to be asked about this kind now."""
    if kind == occasions.CONFLICT and violence.lately(speaker, person) is not None:
        return True
    known = occasions.of_person(speaker.tx, person.id)
    return any(each.kind == kind and still(each, speaker.now) for each in known)


def still(occasion: Occasion, now: datetime) -> bool:
    """Whether an earlier occasion still stands for a new one of its kind."""
    if occasion.state in occasions.OPEN:
        return True
    rest = RESTS.get(occasion.state)
    return rest is not None and now - (occasion.answered_at or occasion.raised_at) < rest
