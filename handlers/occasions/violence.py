"""Violence at home, harm to a child: nothing is offered, nobody of the household is written to, nobody mediates.

Staff are told what the law asks of them: to report it. They are told again until one of them has.
"""

from datetime import datetime, timedelta

from handlers import cards, permissions, staff
from handlers.errors import Refused
from handlers.message import Lane, Message, Text, choice
from handlers.occasions import station, withdrawal
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import occasions, people, reveals, service_requests
from storage.occasions import Occasion
from storage.people import Person

POLICE = "110"
ROLES = ("secretary", "coordinator")
AGAIN = timedelta(hours=1)  # our proposal; the law says "at once" (未成年人保护法 art. 11, 反家庭暴力法 art. 14)
MOST_TIMES = 6
MOST_LIVE_THERE = 500
COUNTS = timedelta(days=60)  # so long nobody of this household is asked about a conflict


def is_item(speaker: Speaker, code: str) -> bool:
    """Whether a catalogue's item is one of violence at home: a conflict for which the police are called."""
    item = next((each for each in speaker.community.pack.items if each.code == code), None)
    conflict = item is not None and item.care_trigger == occasions.CONFLICT
    return bool(conflict and item and item.urgency == "emergency" and POLICE in item.handled_by)


def own_item(speaker: Speaker) -> str | None:
    """The item by which somebody asks for help against violence themselves; None where the catalogue has none."""
    codes = (each for each in speaker.community.pack.items if is_item(speaker, each.code))
    return next((each.code for each in codes if "person_helped" not in each.needs), None)


def raise_it(
    speaker: Speaker, person: Person, place_id: int, source: str, raised_by: int | None, request_id: int | None
) -> Occasion | None:
    """Notes it and tells staff what to do. Visits about a conflict end, and offers of one are dropped without a word.

    Said again before anybody has reported it, staff are told again, but not twice in an hour; afterwards it is new.
    """
    before = next(iter(_noted(speaker, [person.id])), None)
    stopped = withdrawal.halt(speaker, _behind_the_door(speaker, person))
    if before is not None and before.answered_at is None:
        if before.next is None or before.next <= speaker.now:
            again(speaker, before, heard=True)
        return before
    found = occasions.create(
        speaker.tx,
        person_id=person.id,
        place_id=place_id,
        kind=occasions.CONFLICT,
        source=source,
        state=occasions.SAFETY,
        raised_by=raised_by,
        request_id=request_id,
        due=speaker.now + AGAIN,
        now=speaker.now,
    )
    if found is not None:
        _tell(speaker, found, "violence-staff", stopped=stopped)
    return found


def lately(speaker: Speaker, person: Person) -> Occasion | None:
    """Violence that was noted of somebody, or of somebody behind the same door, not long ago."""
    return next(iter(_noted(speaker, _behind_the_door(speaker, person))), None)


def forbids(speaker: Speaker, occasion: Occasion) -> bool:
    """Whether nobody is sent about this: a conflict where violence was noted not long ago."""
    if occasion.kind != occasions.CONFLICT:
        return False
    return lately(speaker, people.read(speaker.tx, occasion.person_id)) is not None


def leave_to_staff(speaker: Speaker, occasion: Occasion, until: datetime) -> None:
    """Somebody of such a household wishes for a talk: nobody is sent, staff settle who calls them, `until` when."""
    values = {"name": station.name(speaker, occasion.person_id), "until": until}
    message = Message(text=Text("violence-wish", values), lane=Lane.URGENT, sensitive=True)
    for each in staff.of_place(speaker, occasion.place_id, ROLES):
        if each != occasion.person_id:
            speaker.tell(each, message)


def again(speaker: Speaker, occasion: Occasion, *, heard: bool = False) -> None:
    """Nobody has reported it yet: staff are told again, and in the end those above them too.

    `heard`: somebody spoke of it once more.
    """
    more = heard or occasion.times + 1 < MOST_TIMES
    occasions.remind(speaker.tx, occasion, speaker.now + AGAIN if more else None)
    above = staff.above(speaker, occasion.place_id) if occasion.times >= 1 else []
    _tell(speaker, occasion, "violence-staff-again", above)


def reported(turn: Turn) -> None:
    """It is reported to the police: who said so, and when, is noted."""
    occasion = occasions.read(turn.tx, turn.argument_id())
    if occasion is None or occasion.state != occasions.SAFETY:
        raise Refused("choice-unknown")
    permissions.require(turn, "see visit numbers", path=station.path(turn, occasion.place_id))
    if not occasions.reported(turn.tx, occasion.id, turn.person.id, turn.now):
        raise Refused("violence-reported-before")
    done = Text("violence-reported", {"by": turn.person.name, "at": turn.now})
    turn.edit(_key(occasion), Message(text=done))
    turn.say("violence-thanks")


def doubted(speaker: Speaker, occasion: Occasion) -> None:
    """Whoever spoke of it says now that they were wrong: staff hear it, and look after it all the same."""
    message = Message(
        text=Text("violence-doubted", {"name": station.name(speaker, occasion.person_id)}), sensitive=True
    )
    for each in staff.of_place(speaker, occasion.place_id, ROLES):
        speaker.tell(each, message)


def _behind_the_door(speaker: Speaker, person: Person) -> list[int]:
    """Somebody, and who lives behind the same door."""
    found = {person.id}
    if person.place_id is not None and person.door:
        live_there = occasions.neighbours(speaker.tx, person.place_id, MOST_LIVE_THERE)
        found |= {each.id for each in live_there if each.door == person.door}
    return sorted(found)


def _noted(speaker: Speaker, living_there: list[int]) -> list[Occasion]:
    """The violence that was noted of these people not long ago, of each the latest first."""
    since = speaker.now - COUNTS
    found = (each for one in living_there for each in occasions.of_person(speaker.tx, one))
    return [each for each in found if each.state == occasions.SAFETY and each.raised_at > since]


def _tell(
    speaker: Speaker, occasion: Occasion, key: str, more: list[int] | None = None, *, stopped: bool = False
) -> None:
    person = people.read(speaker.tx, occasion.person_id)
    values = {
        "name": station.name(speaker, person.id),
        "address": cards.full_address(speaker, person.place_id, person.door) or cards.NOTHING,
    }
    lines = [
        Text(key, values),
        _whose_home(speaker, occasion),
        Text("violence-law"),
        Text("violence-visit-off") if stopped else None,
    ]
    message = Message(
        text=cards.joined(lines),
        choices=(choice(f"care.reported:{occasion.id}", "violence-done"),),
        key=_key(occasion),
        lane=Lane.URGENT,
        sensitive=True,
    )
    for each in dict.fromkeys((*staff.of_place(speaker, occasion.place_id, ROLES), *(more or []))):
        if each != person.id:
            reveals.add(speaker.tx, person.id, each, occasion.request_id, "address and phone", speaker.now)
            speaker.tell(each, message)


def _whose_home(speaker: Speaker, occasion: Occasion) -> Text | None:
    """An alarm about others, such as a neighbour's child, names nobody but whoever gave it."""
    request = service_requests.read(speaker.tx, occasion.request_id) if occasion.request_id else None
    item = speaker.item(request.item) if request is not None else None
    if request is None or item is None or request.helped_id is not None or "person_helped" not in item.needs:
        return None
    return Text("violence-whose-home", {"name": station.name(speaker, occasion.person_id), "number": request.number})


def _key(occasion: Occasion) -> str:
    return f"violence:{occasion.id}"


ROUTES = (Route("press", "care.reported", reported),)
