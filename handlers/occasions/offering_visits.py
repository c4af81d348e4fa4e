"""Offering: "需要我们来看看吗？" with three answers. Who is not reached in a chat is called by somebody they know."""

from datetime import timedelta

from handlers import cards, permissions, staff
from handlers.liaison import rights
from handlers.message import Lane, Message, Text, choice
from handlers.occasions import going, station
from handlers.turn import Speaker, Turn
from handlers.understanding.same_names import same_name
from storage import cards as kept
from storage import occasions, people, reveals, service_requests
from storage.occasions import Occasion
from storage.people import Person
from storage.phones import Phone

ANSWER_WITHIN = timedelta(days=3)
CALL_AGAIN = timedelta(days=1)
MOST_CALLS = 3
MOST_LIVE_THERE = 500
FAMILIAR = ("liaison", "deputy", "cover")
KINDS = {
    occasions.HARDSHIP: "care-kind-hardship",
    occasions.CONFLICT: "care-kind-conflict",
    occasions.HOSPITAL: "care-kind-hospital",
    occasions.BEREAVEMENT: "care-kind-bereavement",
}


def key_of(occasion_id: int) -> str:
    """The key of the offer."""
    return f"care:{occasion_id}"


def call_key(occasion_id: int) -> str:
    """The key of what our people are asked to do by phone."""
    return f"care-call:{occasion_id}"


def offer(speaker: Speaker, occasion: Occasion, *, at_once: bool) -> None:
    """Offers a visit. The words name nothing of what happened, so that they may stand in any chat.

    `at_once`: also in quiet hours, since they are in the middle of writing to us.
    """
    person = people.read(speaker.tx, occasion.person_id)
    if not station.is_reached(speaker, person):
        occasions.move(speaker.tx, occasion, occasions.CALLING, due=speaker.now + CALL_AGAIN)
        ask_to_call(speaker, occasion, "care-call")
        return
    occasions.move(speaker.tx, occasion, occasions.OFFERED, due=speaker.now + ANSWER_WITHIN)
    message = Message(
        text=Text("care-offer"),
        choices=(
            choice(f"care.yes:{occasion.id}", "care-yes"),
            choice(f"care.call:{occasion.id}", "care-call-first"),
            choice(f"care.no:{occasion.id}", "care-no"),
        ),
        key=key_of(occasion.id),
        lane=Lane.REPLIES if at_once else Lane.REMINDERS,
    )
    speaker.tell(person.id, message)


def ask_to_call(speaker: Speaker, occasion: Occasion, key: str) -> None:
    """Asks those who may call; whose number they see is noted."""
    person = people.read(speaker.tx, occasion.person_id)
    phone = _phone(speaker, occasion, person)
    values = {
        "name": station.name(speaker, person.id),
        "where": cards.area(speaker, person.place_id or occasion.place_id),
        "kind": Text(KINDS[occasion.kind]),
    }
    lines = [
        Text(key, values),
        Text("care-go-phone", {"phone": phone}) if phone is not None else Text("care-call-no-phone"),
        _maybe(speaker, occasion, person),
        Text("care-call-say"),
    ]
    message = Message(
        text=cards.joined(lines),
        choices=(
            choice(f"care.by:{occasion.id}/yes", "care-by-yes"),
            choice(f"care.by:{occasion.id}/call", "care-by-call"),
            choice(f"care.by:{occasion.id}/no", "care-by-no"),
            choice(f"care.by:{occasion.id}/none", "care-by-none"),
        ),
        key=call_key(occasion.id),
        lane=Lane.REMINDERS,
        sensitive=True,
    )
    for each in callers(speaker, occasion):
        reveals.add(speaker.tx, person.id, each, None, "name and phone", speaker.now)
        speaker.tell(each, message)


def callers(speaker: Speaker, occasion: Occasion) -> list[int]:
    """Who is asked to call: the liaison or whoever stands in, else who wrote it down for a caller, else the desk, else
    the secretary."""
    today = speaker.now.astimezone(speaker.community.zone).date()
    familiar = going.familiar(speaker, occasion.person_id, occasion.place_id, today)
    close = [each for each, why in familiar if why in FAMILIAR][:1]
    filed = _who_filed(speaker, occasion)
    found = close or filed or staff.of_place(speaker, occasion.place_id, ("desk",))
    return found or staff.of_place(speaker, occasion.place_id, ("secretary", "coordinator"))


def _maybe(speaker: Speaker, occasion: Occasion, person: Person) -> Text | None:
    """Whom we look after in the same house and who may be called so: whoever calls may know that it is one of them.
    Not after a death: it may be the dead who is called alike."""
    if person.place_id is None or occasion.kind == occasions.BEREAVEMENT or kept.of_person(speaker.tx, person.id):
        return None
    live_there = occasions.neighbours(speaker.tx, person.place_id, MOST_LIVE_THERE)
    alike = (each for each in live_there if each.id != person.id and each.name and same_name(each.name, person.name))
    ours = [each.name for each in alike if _has_card(speaker, each)]
    return Text("care-call-maybe", {"names": ours}) if ours else None


def _has_card(speaker: Speaker, person: Person) -> bool:
    card = kept.of_person(speaker.tx, person.id)
    return card is not None and card.state == kept.OPEN


def may_record(turn: Turn, occasion: Occasion) -> bool:
    """Whether the person may write down what somebody answered on the phone."""
    path = station.path(turn, occasion.place_id)
    card = kept.of_person(turn.tx, occasion.person_id)
    named = card is not None and card.state == kept.OPEN and rights.may(turn, card)
    files = permissions.may(turn.roles, "file for another", path=path)
    return named or files or permissions.may(turn.roles, "assign visits", path=path)


def _who_filed(speaker: Speaker, occasion: Occasion) -> list[int]:
    request = service_requests.read(speaker.tx, occasion.request_id) if occasion.request_id else None
    return [request.filed_by] if request is not None and request.filed_by is not None else []


def _phone(speaker: Speaker, occasion: Occasion, person: Person) -> Phone | None:
    request = service_requests.read(speaker.tx, occasion.request_id) if occasion.request_id else None
    own = request is not None and request.person_id == person.id
    return person.phone or (request.details.phone_number() if request is not None and own else None)
