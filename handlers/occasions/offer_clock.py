"""What falls due about offers: made later, left without an answer, called in vain, or not reported to the police."""

from datetime import datetime, timedelta

from handlers.message import Lane, Message, Text
from handlers.occasions import going, offering_visits, station, violence
from handlers.routing import Job
from handlers.turn import Speaker
from storage import occasions, people, service_requests
from storage.occasions import Occasion
from storage.transaction import Transaction

SLICE = 20


def run(speaker: Speaker) -> bool:
    """Handles a slice of what is due; whether there was any."""
    found = occasions.due(speaker.tx, speaker.now, SLICE)
    for each in sorted(found):
        occasion = occasions.lock(speaker.tx, each)
        if occasion is not None and occasion.next is not None and occasion.next <= speaker.now:
            _handle(speaker, occasion)
    return bool(found)


def unanswered(speaker: Speaker, occasion: Occasion) -> None:
    """Nobody answered: it is not asked again. The liaison hears no more than that."""
    occasions.move(speaker.tx, occasion, occasions.UNANSWERED)
    today = speaker.now.astimezone(speaker.community.zone).date()
    close = going.familiar(speaker, occasion.person_id, occasion.place_id, today)
    named = next((each for each, why in close if why in offering_visits.FAMILIAR), None)
    if named is not None:
        values = {"name": station.name(speaker, occasion.person_id)}
        speaker.tell(named, Message(text=Text("care-unanswered", values), lane=Lane.REMINDERS))


def _handle(speaker: Speaker, occasion: Occasion) -> None:
    if station.is_gone(speaker, people.read(speaker.tx, occasion.person_id)):
        ended = occasion.state if occasion.state == occasions.SAFETY else occasions.WITHDRAWN
        occasions.move(speaker.tx, occasion, ended)
    elif occasion.state == occasions.SAFETY:
        violence.again(speaker, occasion)
    elif occasion.state == occasions.WAITING:
        _offer(speaker, occasion)
    elif occasion.state == occasions.CALLING and occasion.times + 1 < offering_visits.MOST_CALLS:
        occasions.remind(speaker.tx, occasion, speaker.now + offering_visits.CALL_AGAIN)
        offering_visits.ask_to_call(speaker, occasion, "care-call-again")
    else:
        unanswered(speaker, occasion)


def _offer(speaker: Speaker, occasion: Occasion) -> None:
    """What it was about may have been no emergency after all."""
    request = service_requests.read(speaker.tx, occasion.request_id) if occasion.request_id else None
    if request is not None and request.state in ("cancelled", "rejected"):
        occasions.move(speaker.tx, occasion, occasions.WITHDRAWN)
    else:
        offering_visits.offer(speaker, occasion, at_once=False)


def _next_due(tx: Transaction) -> datetime | None:
    return occasions.next_due(tx)


JOBS = (Job("offers of visits", timedelta(minutes=5), run, _next_due),)
