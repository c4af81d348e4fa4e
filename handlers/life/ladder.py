"""The ladder of deadlines: a warning before, a reminder at the limit, then leader, coordinator and street, once each.

While a team is being asked, the rounds of offers speak (rings.py), and while an emergency waits for an answer, its
alerts do (alerting.py): the ladder is silent then until the street is told, so that nobody hears the same twice.
"""

from collections.abc import Callable, Mapping

from handlers import callbacks, cards, staff
from handlers.danger import answered
from handlers.life import deadlines, history, lifecycle
from handlers.life.timers import Fire
from handlers.message import Lane, Message, Text, choice
from handlers.offering import offers, rings
from handlers.turn import Speaker
from storage import assignments, timers
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.timers import Timer

RUNG = "ladder"  # the name of the line in the history; its data say which limit, and which rung
OVER = frozenset({"done"}) | lifecycle.CLOSED


def fire(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """One rung: whom it concerns is told, the history has a line of it, and the next rung is set."""
    item = speaker.item(request.item)
    if item is None or request.state in OVER:
        return
    limit, _, rung = timer.kind.partition(".")
    told = _told(speaker, request, item, limit, rung)
    history.note(speaker, request, RUNG, actor_id=None, data={"limit": limit, "rung": rung, "told": told})
    if limit == "resolve" and rung == "due":
        _excuse(speaker, request)
    deadlines.climb(speaker, request, item, timer.kind)


def _told(speaker: Speaker, request: ServiceRequest, item: Item, limit: str, rung: str) -> int:
    """Tells a rung to whom it concerns; returns how many were told."""
    asking = limit == "respond" and any(each.kind in rings.KINDS for each in timers.waiting(speaker.tx, request.id))
    alerting = limit == "respond" and answered.waited_for(speaker, request)
    if rung != "street" and (asking or alerting):
        return 0
    people = list(dict.fromkeys(WHO[rung](speaker, request)))
    helpers = {each.person_id for each in assignments.held(speaker.tx, request.id)}
    return sum(
        speaker.tell(person, _message(request, item, limit, rung, staff=person not in helpers)) for person in people
    )


def _message(request: ServiceRequest, item: Item, limit: str, rung: str, *, staff: bool) -> Message:
    late = "soon" if rung == "warning" else "late"
    until = request.respond_by if limit == "respond" else request.resolve_by
    values = {"number": request.number, "item": cards.item_name(item), "until": until}
    action = f"board.show:{request.id}" if staff else f"help.show:{request.id}"
    return Message(
        text=Text(f"ladder-{limit}-{late}{'-staff' if staff else ''}", values),
        choices=(choice(action, "ladder-show"),),
        key=f"ladder:{request.id}:{limit}",
        lane=Lane.URGENT if item.urgency in offers.URGENT_TIERS else Lane.REMINDERS,
        sensitive=item.sensitive,
        lasting=True,
    )


def _excuse(speaker: Speaker, request: ServiceRequest) -> None:
    """The limit that the resident was told has passed: they hear it from us."""
    message = Message(text=Text("ladder-excuse", {"number": request.number}), lane=Lane.REMINDERS)
    callbacks.tell_all(speaker, request, message)


def _on_it(speaker: Speaker, request: ServiceRequest) -> list[int]:
    """Those who hold it; where nobody does, those who are to find somebody."""
    held = [each.person_id for each in assignments.held(speaker.tx, request.id)]
    return held or staff.of_place(speaker, request.home_id)


def _leaders(speaker: Speaker, request: ServiceRequest) -> list[int]:
    leaders = staff.leaders(speaker, request.team_id) if request.team_id is not None else []
    return leaders or _coordinators(speaker, request)


def _coordinators(speaker: Speaker, request: ServiceRequest) -> list[int]:
    return staff.of_place(speaker, request.home_id, ("coordinator",))


WHO: Mapping[str, Callable[[Speaker, ServiceRequest], list[int]]] = {
    "warning": _on_it,
    "due": _on_it,
    "leader": _leaders,
    "coordinator": _coordinators,
    "street": lambda speaker, request: staff.above(speaker, request.home_id),
}
TIMERS: dict[str, Fire] = dict.fromkeys((*deadlines.RESPOND, *deadlines.RESOLVE), fire)
