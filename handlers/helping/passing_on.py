"""Passing on: a helper asks a colleague of their team to go instead. Until the colleague says yes, nothing changes."""

from datetime import timedelta

from handlers import cards, permissions
from handlers.errors import Refused
from handlers.helping import holding, promises, releasing
from handlers.life import history
from handlers.life.timers import Fire
from handlers.message import Message, Text, choice, named_choice
from handlers.offering import offers, taking
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, assignments, people, request_events, roles, service_requests, timers
from storage.assignments import Assignment
from storage.service_requests import ServiceRequest
from storage.timers import Timer

MOST_COLLEAGUES = 18
ANSWER_WITHIN = timedelta(hours=2)  # our proposal; a colleague who says nothing has not taken it
ASKED = releasing.PASSING  # the timer of an offer that waits; its subject is the part that would be passed on
LINE = "colleague asked"  # the line in the history; its data say who was asked to take which part


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
    releasing.close_offer(turn, request, assignment)
    timers.put(turn.tx, request.id, ASKED, turn.now + ANSWER_WITHIN, assignment.id)
    promises.heard(turn, request, item, assignment)
    history.note(turn, request, LINE, actor_id=turn.person.id, data={"part": assignment.id, "colleague": colleague})
    name = holding.name_of(turn, colleague)
    values = {"helper": holding.name_of(turn, turn.person.id), "card": cards.team_card(turn, request, item)}
    offer = Message(
        text=Text("pass-offer", values),
        choices=(
            choice(f"pass.yes:{assignment.id}", "pass-yes"),
            choice(f"pass.no:{assignment.id}", "pass-no"),
        ),
        key=releasing.offer_key(assignment),
        sensitive=item.sensitive,
    )
    turn.tell(colleague, offer)
    turn.say("pass-asked", helper=name, number=request.number)


def accept(turn: Turn) -> None:
    """The colleague goes: the first one is free, the resident hears who comes now."""
    request, assignment = _asked(turn)
    permissions.require(turn, "take", team_id=assignment.team_id)
    taking.must_have_room(turn, turn.person.id, assignment.team_id)
    first = assignment.person_id
    request = releasing.release(turn, request, assignment, "hand over", actor_id=turn.person.id)
    offers.give_to(turn, request, turn.person.id, actor_id=turn.person.id)
    values = {"helper": holding.name_of(turn, turn.person.id), "number": request.number}
    turn.tell(first, Message(text=Text("pass-accepted", values)))


def decline(turn: Turn) -> None:
    """The colleague cannot: no harm done, the first one hears it and still has it."""
    request, assignment = _asked(turn)
    timers.cancel(turn.tx, request.id, turn.now, ASKED, subject_id=assignment.id)
    turn.say("pass-declined-thanks")
    _still_theirs(turn, request, assignment, turn.person.id)


def unanswered(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """The colleague has said nothing: whoever asked still has it, and hears so."""
    for each in assignments.held(speaker.tx, request.id):
        colleague = _colleague(speaker, each)
        if each.id == timer.subject_id and colleague is not None:
            _still_theirs(speaker, request, each, colleague)


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
    waiting = [each.subject_id for each in timers.waiting(turn.tx, request.id) if each.kind == ASKED]
    asked = found.id in waiting and _colleague(turn, found) == turn.person.id
    current = holding.of_helper(turn, request, found.person_id)
    if not asked or current is None or current.id != found.id or request.state not in holding.OPEN_HANDS:
        raise Refused("offer-gone")
    return request, current


def _colleague(speaker: Speaker, assignment: Assignment) -> int | None:
    """Who was asked last to take over this part."""
    asked = [each for each in request_events.of_request(speaker.tx, assignment.request_id) if each.move == LINE]
    own = (each.data.get("colleague") for each in reversed(asked) if each.data.get("part") == assignment.id)
    return next(own, None)


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
