"""Passing on: a helper asks a colleague of their team to go instead. Until the colleague says yes, nothing changes."""

from datetime import timedelta

from handlers import cards
from handlers.errors import Refused
from handlers.helping import holding, promises, releasing
from handlers.life import history
from handlers.life.timers import Fire
from handlers.message import Message, Text, choice, named_choice
from handlers.offering import offers
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, assignments, people, roles, service_requests, timers
from storage.assignments import Assignment
from storage.service_requests import ServiceRequest
from storage.timers import Timer

MOST_COLLEAGUES = 18
ANSWER_WITHIN = timedelta(hours=2)  # our proposal; a colleague who says nothing has not taken it
ASKED = "pass.over"  # the timer of an offer that waits; its subject is the colleague who was asked


def whom(turn: Turn) -> None:
    """Which colleague?"""
    request, assignment = holding.own(turn, turn.argument_id())
    found = _colleagues(turn, request, assignment)
    if not found:
        raise Refused("pass-nobody")
    choices = tuple(
        named_choice(f"pass.to:{assignment.id}/{number}", people.read(turn.tx, number).name)
        for number in found[:MOST_COLLEAGUES]
    )
    turn.send(Message(text=Text("pass-whom", {"number": request.number}), choices=choices))


def ask(turn: Turn) -> None:
    """Asks that colleague; the first one stays responsible until they say yes."""
    number, _, colleague = turn.argument.partition("/")
    turn.argument = number
    request, assignment = holding.of_assignment(turn, turn.argument_id())
    found = [each for each in _colleagues(turn, request, assignment) if str(each) == colleague]
    if not found:
        raise Refused("pass-nobody")
    _ask(turn, request, assignment, found[0])


def _ask(turn: Turn, request: ServiceRequest, assignment: Assignment, colleague: int) -> None:
    item = holding.item_of(turn, request)
    timers.cancel(turn.tx, request.id, turn.now, ASKED)
    timers.put(turn.tx, request.id, ASKED, turn.now + ANSWER_WITHIN, colleague)
    promises.heard(turn, request, item, assignment)
    history.note(turn, request, "colleague asked", actor_id=turn.person.id)
    name = holding.name_of(turn, colleague)
    values = {"helper": holding.name_of(turn, turn.person.id), "card": cards.team_card(turn, request, item)}
    offer = Message(
        text=Text("pass-offer", values),
        choices=(
            choice(f"pass.yes:{assignment.id}", "pass-yes"),
            choice(f"pass.no:{assignment.id}", "pass-no"),
        ),
        key=f"pass:{assignment.id}",
        sensitive=item.sensitive,
    )
    turn.tell(colleague, offer)
    turn.say("pass-asked", helper=name, number=request.number)


def accept(turn: Turn) -> None:
    """The colleague goes: the first one is free, the resident hears who comes now."""
    request, assignment = _asked(turn)
    first = assignment.person_id
    timers.cancel(turn.tx, request.id, turn.now, ASKED)
    request = releasing.release(turn, request, assignment, "hand over", actor_id=turn.person.id)
    offers.give_to(turn, request, turn.person.id, actor_id=turn.person.id)
    values = {"helper": holding.name_of(turn, turn.person.id), "number": request.number}
    turn.tell(first, Message(text=Text("pass-accepted", values)))


def decline(turn: Turn) -> None:
    """The colleague cannot: no harm done, the first one hears it and still has it."""
    request, assignment = _asked(turn)
    timers.cancel(turn.tx, request.id, turn.now, ASKED)
    turn.say("pass-declined-thanks")
    _still_theirs(turn, request, assignment, turn.person.id)


def unanswered(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """The colleague has said nothing: whoever asked still has it, and hears so."""
    for each in assignments.held(speaker.tx, request.id):
        if each.person_id != timer.subject_id:
            _still_theirs(speaker, request, each, timer.subject_id or 0)


def _still_theirs(speaker: Speaker, request: ServiceRequest, assignment: Assignment, colleague: int) -> None:
    values = {"helper": holding.name_of(speaker, colleague), "number": request.number}
    item = holding.item_of(speaker, request)
    text = Text("pass-declined", values)
    ways = (choice(f"pass.whom:{request.id}", "pass-another"), choice(f"help.return:{request.id}", "help-return"))
    speaker.tell(assignment.person_id, Message(text=text, choices=ways, lane=holding.lane_of(item)))


def _asked(turn: Turn) -> tuple[ServiceRequest, Assignment]:
    """The request that this colleague was asked to take over, locked. Refused where that is over."""
    found = assignments.read(turn.tx, turn.argument_id())
    request = service_requests.lock(turn.tx, found.request_id) if found is not None else None
    if found is None or request is None:
        raise Refused("offer-gone")
    waiting = [each for each in timers.of_request(turn.tx, request.id) if each.kind == ASKED]
    asked = any(each.state == "waiting" and each.subject_id == turn.person.id for each in waiting)
    current = holding.of_helper(turn, request, found.person_id)
    if not asked or current is None or current.id != found.id or request.state not in holding.OPEN_HANDS:
        raise Refused("offer-gone")
    return request, current


def _colleagues(turn: Turn, request: ServiceRequest, assignment: Assignment) -> list[int]:
    """Who of the same team can be asked: reachable, and neither on it already nor one of its people."""
    held = roles.of_team(turn.tx, assignment.team_id) if assignment.team_id else []
    busy = {*holding.helpers(turn, request), *request.people}
    found = dict.fromkeys(each.person_id for each in held if each.person_id not in busy)
    return [each for each in found if addresses.reachable(turn.tx, each) is not None]


TIMERS: dict[str, Fire] = {ASKED: unanswered}
ROUTES = (
    Route("press", "pass.whom", whom),
    Route("press", "pass.to", ask),
    Route("press", "pass.yes", accept),
    Route("press", "pass.no", decline),
)
