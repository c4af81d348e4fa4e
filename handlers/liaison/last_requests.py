"""Last requests: what somebody who died had asked for. Nobody comes to their door for it; the coordinators decide."""

from handlers import staff
from handlers.message import Lane, Message, Text, choice
from handlers.turn import Speaker
from storage import assignments, service_requests

MOST = 100  # requests of one person that are looked at


def tell(speaker: Speaker, person_id: int) -> None:
    """Who holds an open request of theirs hears not to go there, and the coordinators that it is theirs to close."""
    for request in service_requests.of_person(speaker.tx, person_id, MOST):
        if request.closed_at is not None:
            continue
        values = {"number": request.number}
        for each in assignments.held(speaker.tx, request.id):
            speaker.tell(each.person_id, Message(text=Text("part-request-held", values)))
        ways = (choice(f"board.show:{request.id}", "ladder-show"),)
        news = Message(text=Text("part-request-open", values), choices=ways, lane=Lane.REMINDERS)
        staff.tell(speaker, request.unit_id or request.place_id, news, of_roles=("coordinator",))
