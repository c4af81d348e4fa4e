"""Alerting: those on duty are told of an emergency, and told again every two minutes, until one of them answers.

The third time in vain the level above is told as well. "Not an emergency" calls it off with one tap.
"""

from dataclasses import replace
from datetime import timedelta

from handlers import cards, permissions, staff
from handlers.errors import Refused
from handlers.life import history, lifecycle
from handlers.life.timers import Fire
from handlers.message import Lane, Message, Text, choice
from handlers.offering import offers
from handlers.routing import Route
from handlers.talking import line
from handlers.turn import Speaker, Turn
from storage import people, places, reveals, service_requests, timers
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.timers import Timer

AGAIN = "emergency.again"
EVERY = timedelta(minutes=2)  # domain.md §4: repeated until acknowledged
ALONE = 3  # so many times in vain, then the level above is told, too
UNANSWERED = frozenset({"submitted", "accepted"})


def alert(speaker: Speaker, request: ServiceRequest, item: Item, but: int | None = None) -> int:
    """Tells those on duty for the first time; returns how many were told. `but`: who asked for help."""
    on_duty = [person for person in staff.of_place(speaker, request.home_id) if person != but]
    timers.put(speaker.tx, request.id, AGAIN, speaker.now + EVERY, subject_id=1)
    return _tell(speaker, request, item, on_duty, "staff-emergency")


def again(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Nobody has answered: they are told again."""
    item, times = speaker.item(request.item), timer.subject_id or 1
    if item is None or request.state not in UNANSWERED:
        return
    on_duty = staff.of_place(speaker, request.home_id)
    if times >= ALONE:
        on_duty += [person for person in staff.above(speaker, request.home_id) if person not in on_duty]
    told = _tell(
        speaker, request, item, [each for each in on_duty if each != request.person_id], "staff-emergency-again"
    )
    history.note(speaker, request, "alert", actor_id=None, data={"times": times + 1, "told": told})
    timers.put(speaker.tx, request.id, AGAIN, speaker.now + EVERY, subject_id=times + 1)


def acknowledge(turn: Turn) -> None:
    """One of those on duty takes it: the others and the resident hear who, and nobody is told again."""
    request, item = _open(turn)
    if request.place_id is not None:
        permissions.require(turn, "see open requests", path=places.read(turn.tx, request.place_id).path)
    elif turn.person.id not in staff.of_place(turn, None):
        raise Refused("not-allowed")
    if request.state not in UNANSWERED:
        holder = people.read(turn.tx, request.helper_id).name if request.helper_id else ""
        raise Refused("emergency-answered", helper=holder)
    timers.cancel(turn.tx, request.id, turn.now, AGAIN)
    request = offers.give_to(turn, request, turn.person.id, actor_id=turn.person.id)
    answered = Text("staff-emergency-answered", {"number": request.number, "helper": turn.person.name})
    turn.edit(_key(request), Message(text=answered, lane=Lane.URGENT, sensitive=item.sensitive))


def call_off(turn: Turn) -> None:
    """It is no emergency, says who raised the alarm: one tap. Those on duty hear it, and may still look after it."""
    request, item = _open(turn)
    if turn.person.id not in request.people:
        raise Refused("request-not-yours")
    request = lifecycle.reach(turn, request, "cancel", actor_id=turn.person.id)
    request = lifecycle.make(turn, request, "cancel", actor_id=turn.person.id, data={"reason": "no emergency"})
    off = Message(
        text=Text("staff-emergency-off", {"number": request.number, "item": cards.item_name(item)}),
        choices=(choice(f"board.show:{request.id}", "ladder-show"),),
        lane=Lane.URGENT,
        sensitive=item.sensitive,
    )
    turn.edit(_key(request), off)
    if request.helper_id is not None:
        turn.tell(request.helper_id, replace(off, choices=()))
    line.closed(turn, request)
    turn.say("emergency-off-done", choice("menu.ask", "menu-ask"), choice("menu.desk", "menu-desk"))


def _tell(speaker: Speaker, request: ServiceRequest, item: Item, whom: list[int], key: str) -> int:
    message = Message(
        text=Text(key, {"card": cards.staff_card(speaker, request, item)}),
        choices=(
            choice(f"emergency.ack:{request.id}", "emergency-ack"),
            choice(f"board.show:{request.id}", "ladder-show"),
        ),
        key=_key(request),
        lasting=True,
        lane=Lane.URGENT,
        sensitive=item.sensitive,
    )
    for person_id in whom:
        reveals.add(speaker.tx, request.person_id, person_id, request.id, "address and phone", speaker.now)
    return sum(speaker.tell(person_id, message) for person_id in whom)


def _open(turn: Turn) -> tuple[ServiceRequest, Item]:
    request = service_requests.lock(turn.tx, turn.argument_id())
    item = turn.item(request.item) if request is not None else None
    if request is None or item is None or item.urgency != "emergency":
        raise Refused("request-unknown")
    if request.closed_at is not None:
        raise Refused("request-moved-on", number=request.number)
    return request, item


def _key(request: ServiceRequest) -> str:
    return f"staff:{request.id}"


TIMERS: dict[str, Fire] = {AGAIN: again}
ROUTES = (
    Route("press", "emergency.ack", acknowledge),
    Route("press", "emergency.off", call_off, before_joining=True),
)
