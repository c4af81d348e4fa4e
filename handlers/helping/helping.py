"""Helping: the one who took a request is in touch, arrives, finishes it with words and photos, or gives it back."""

from handlers.errors import Refused
from handlers.following import following
from handlers.helping import holding, promises, releasing, task_card
from handlers.life import history, lifecycle
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import assignments, service_requests
from storage.assignments import Assignment
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

MOST_LISTED = 5
REASONS = ("time", "ill", "skill")  # why somebody cannot go, if they like to say; it costs nobody anything

release = releasing.release  # the name that the other errands know


def contact(turn: Turn) -> None:
    """The helper has spoken to the resident: the time to the first contact is over."""
    request, assignment = holding.own(turn, turn.argument_id())
    item = holding.item_of(turn, request)
    request = contacted(turn, request, item, assignment)
    turn.toast("help-contact-noted")
    turn.say_privately(Message(text=Text("help-contacted", {"number": request.number})))


def contacted(turn: Turn, request: ServiceRequest, item: Item, assignment: Assignment) -> ServiceRequest:
    """Notes that the helper was in touch; returns the request as it is now."""
    if lifecycle.allowed("contact", request, turn.now):
        request = lifecycle.make(turn, request, "contact", actor_id=turn.person.id)
    assignment.contacted_at = assignment.contacted_at or turn.now
    promises.heard(turn, request, item, assignment)
    task_card.refresh(turn, request, item, assignment)
    return request


def arrive(turn: Turn) -> None:
    """The helper stands at the door: the resident is told to ask for the code before they open."""
    request, assignment = holding.own(turn, turn.argument_id())
    item = holding.item_of(turn, request)
    arrived(turn, request, item, assignment)
    turn.toast("help-arrive-noted")
    coded = item.urgency != "emergency"
    key = "arrived-check" if coded else "arrived"
    check = (choice(f"door.check:{request.id}", "door-check"),) if coded else ()
    told = Text(key, {"helper": holding.name_of(turn, turn.person.id), "number": request.number})
    for person in request.people:
        if person != turn.person.id:
            turn.tell(person, Message(text=told, choices=check, key=following.arrived_key(request.id), lasting=True))


def arrived(turn: Turn, request: ServiceRequest, item: Item, assignment: Assignment) -> ServiceRequest:
    """Notes that the work has begun; returns the request as it is now."""
    actor = assignment.person_id
    if request.state == "waiting_requester":
        request = lifecycle.make(turn, request, "go on", actor_id=actor)
    if lifecycle.reachable("start", request, turn.now):
        request = lifecycle.reach(turn, request, "start", actor_id=actor)
        request = lifecycle.make(turn, request, "start", actor_id=actor)
    elif assignment.arrived_at is None:
        history.note(turn, request, "arrive", actor_id=actor)
    assignment.contacted_at = assignment.contacted_at or turn.now
    assignment.arrived_at = assignment.arrived_at or turn.now
    promises.heard(turn, request, item, assignment)
    task_card.refresh(turn, request, item, assignment)
    return request


def more(turn: Turn) -> None:
    """What else can be done with the task."""
    request, assignment = holding.own(turn, turn.argument_id())
    text = Text("help-more-ways", {"number": request.number})
    turn.send(Message(text=text, choices=task_card.more_ways(request, assignment), lasting=True))


def give_back(turn: Turn) -> None:
    """The helper cannot go after all: somebody else is asked at once. Why is asked afterwards, of who likes to say."""
    request, assignment = holding.own(turn, turn.argument_id())
    releasing.release(turn, request, assignment, "give back", actor_id=turn.person.id)
    reasons = tuple(choice(f"help.why:{assignment.id}/{name}", f"help-why-{name}") for name in REASONS)
    silent = choice(f"help.why:{assignment.id}/none", "help-why-none")
    turn.say_privately(Message(text=Text("help-returned", {"number": request.number}), choices=(*reasons, silent)))


def why(turn: Turn) -> None:
    """Why somebody could not go: a word for the history, and no more."""
    number, _, reason = turn.argument.partition("/")
    turn.argument = number
    assignment = assignments.read(turn.tx, turn.argument_id())
    given_back = assignment is not None and assignment.person_id == turn.person.id and assignment.ended == "give back"
    if assignment is None or not given_back or reason not in (*REASONS, "none"):
        raise Refused("help-not-yours")
    request = service_requests.read(turn.tx, assignment.request_id)
    if request is not None and reason != "none":
        history.note(turn, request, "reason", actor_id=turn.person.id, data={"reason": reason})
    turn.say_privately(Message(text=Text("help-why-thanks")))


def show(turn: Turn) -> None:
    """One task, said anew: what a reminder is about."""
    request, assignment = holding.own(turn, turn.argument_id())
    task_card.tell(turn, request, holding.item_of(turn, request), assignment)


def list_own(turn: Turn) -> None:
    """What the person has taken and not finished."""
    held = own_tasks(turn)
    if not held:
        turn.say("help-none")
    for request, assignment in held[:MOST_LISTED]:
        task_card.tell(turn, request, holding.item_of(turn, request), assignment)


def own_tasks(turn: Turn) -> list[tuple[ServiceRequest, Assignment]]:
    """What the person has in hand, the latest first."""
    numbers = {each.request_id for each in assignments.held_by(turn.tx, turn.person.id)}
    numbers |= {request.id for request in service_requests.of_helper(turn.tx, turn.person.id)}
    found = []
    for number in sorted(numbers, reverse=True):
        request = service_requests.read(turn.tx, number)
        assignment = holding.of_helper(turn, request, turn.person.id) if request else None
        if request is not None and assignment is not None and request.state in holding.OPEN_HANDS:
            found.append((request, assignment))
    return found


ROUTES = (
    Route("press", "help.show", show),
    Route("press", "help.contact", contact),
    Route("press", "help.arrive", arrive),
    Route("press", "help.return", give_back),
    Route("press", "help.why", why),
    Route("press", "help.more", more),
    Route("command", "tasks", list_own, menu="volunteer"),
    Route("press", "menu.tasks", list_own),
)
