"""For callers: whoever takes a call writes of danger; the alarm is the caller's, with what the message tells of them.

Nothing that is missing is waited for. The first lines stand in the taker's chat already: they are to be said on.
"""

from handlers import attachments
from handlers.asking import caller_slip, submitting
from handlers.danger import alerting
from handlers.message import Lane, Message, Text, choice
from handlers.occasions import raising
from handlers.turn import Turn
from handlers.understanding.slips import Slip
from storage import people, service_requests
from storage.catalogue import Item
from storage.phones import Phone
from storage.service_requests import Details, ServiceRequest


def raise_alarm(turn: Turn, slip: Slip, item: Item, words: str) -> None:
    """Opens the caller's emergency and tells those on duty, the taker among them."""
    person, place_id, address = caller_slip.caller(turn, slip)
    request = _lately(turn, person.id, item)
    if request is None:
        phone = slip.phone or (person.phone.e164 if person.phone else "")
        request = submitting.submit(
            turn,
            item,
            Details(words=slip.words or words, address=address, phone=phone),
            place_id,
            attachments.keep(turn),
            person_id=person.id,
            filed_by=turn.person.id,
            consent="emergency",
        )
    alerting.alert(turn, request, item)
    _tell_taker(turn, request)
    raising.from_request(turn, request)


def _lately(turn: Turn, person_id: int, item: Item) -> ServiceRequest | None:
    """The same emergency of the same caller, still open: it is not opened twice."""
    recent = next(iter(service_requests.of_person(turn.tx, person_id, limit=1)), None)
    same = recent is not None and recent.item == item.code and recent.closed_at is None and recent.state != "done"
    return recent if same else None


def _tell_taker(turn: Turn, request: ServiceRequest) -> None:
    """What is to be said to the caller at once; in private, wherever the words came from."""
    person = people.read(turn.tx, request.person_id)
    phone: Phone | Text = request.details.phone_number() or Text("slip-no-phone")
    values = {"name": person.name or Text("somebody"), "phone": phone, "number": request.number}
    off = choice(f"emergency.off:{request.id}", "emergency-off")
    turn.say_privately(Message(text=Text("slip-danger", values), choices=(off,), lane=Lane.URGENT))
    if not request.details.address:
        turn.say_privately(Message(text=Text("slip-danger-where"), lane=Lane.URGENT))
