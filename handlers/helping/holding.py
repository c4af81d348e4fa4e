"""Holding: who has a request in hand, checked again at every press, and what every step of theirs needs."""

from handlers.errors import Refused
from handlers.life import clocks
from handlers.message import Lane, Text
from handlers.turn import Speaker, Turn
from storage import assignments, people, service_requests
from storage.assignments import Assignment
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

OPEN_HANDS = frozenset({"claimed", "contacted", "in_progress", "waiting_requester", "extended"})


def own(turn: Turn, request_id: int) -> tuple[ServiceRequest, Assignment]:
    """A request that this person has in hand, locked, and their part in it. Refused where it is not (or no longer)."""
    request = service_requests.lock(turn.tx, request_id)
    if request is None or request.state not in OPEN_HANDS:
        raise Refused("help-not-yours")
    assignment = of_helper(turn, request, turn.person.id)
    if assignment is None:
        raise Refused("help-not-yours")
    return request, assignment


def of_assignment(turn: Turn, assignment_id: int) -> tuple[ServiceRequest, Assignment]:
    """The same, by the id of the person's part. Refused where it has ended, or is somebody else's."""
    assignment = assignments.read(turn.tx, assignment_id)
    if assignment is None or assignment.person_id != turn.person.id:
        raise Refused("help-not-yours")
    request, current = own(turn, assignment.request_id)
    if current.id != assignment_id:
        raise Refused("help-not-yours")
    return request, current


def of_helper(speaker: Speaker, request: ServiceRequest, helper_id: int) -> Assignment | None:
    """The part of this helper; None where they have none. Requests of older versions get theirs here."""
    found = next((each for each in assignments.held(speaker.tx, request.id) if each.person_id == helper_id), None)
    if found is None and request.helper_id == helper_id and request.state in OPEN_HANDS:
        return assignments.create(speaker.tx, request.id, helper_id, request.team_id, speaker.now)
    return found


def helpers(speaker: Speaker, request: ServiceRequest) -> list[int]:
    """Who has it in hand now, in the order in which they took it."""
    held = [each.person_id for each in assignments.held(speaker.tx, request.id)]
    only = [request.helper_id] if request.helper_id is not None and request.state in OPEN_HANDS else []
    return held or only


def waits(speaker: Speaker, request: ServiceRequest) -> bool:
    """Whether the clock stands still for the resident's answer."""
    since = request.waiting_at if request.state == "waiting_requester" else None
    return since is not None and speaker.now - since < clocks.WAITS_AT_MOST


def item_of(speaker: Speaker, request: ServiceRequest) -> Item:
    """The item of a request. Refused where neither pack nor tables know it."""
    item = speaker.item(request.item)
    if item is None:
        raise Refused("request-unknown")
    return item


def name_of(speaker: Speaker, person_id: int) -> str | Text:
    """What somebody wishes to be called; "a neighbour" where they never said."""
    return people.read(speaker.tx, person_id).name or Text("somebody")


def lane_of(item: Item) -> Lane:
    """Reminders about urgent items go at any hour; the others wait for the end of quiet hours."""
    return Lane.URGENT if item.urgency in clocks.BY_THE_WALL else Lane.REMINDERS
