"""Alerting: those on duty are told of an emergency, and told again every two minutes, until one of them answers.

The third time in vain the level above is told as well. "Not an emergency" calls it off with one tap.
"""

from dataclasses import replace
from datetime import timedelta
from itertools import product

from handlers import cards, permissions, staff
from handlers.danger import answered
from handlers.errors import Refused
from handlers.following import following
from handlers.helping import holding, task_card
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

AGAIN = answered.AGAIN
EVERY = timedelta(minutes=2)  # domain.md §4: repeated until acknowledged
ALONE = 3  # so many times in vain, then the level above is told, too
UNANSWERED = frozenset({"submitted", "accepted"}) | lifecycle.NO_HELPER


def alert(speaker: Speaker, request: ServiceRequest, item: Item, but: int | None = None) -> int:
    """Tells those on duty for the first time, or anew where whoever saw to it is gone; returns how many were told.

    `but`: who asked for help, or gave it back. Where all are away, they are told all the same, and those above.
    """
    watch(speaker, request)
    return _tell_duty(speaker, request, item, staff.of_place(speaker, request.home_id), "staff-emergency", but)


def watch(speaker: Speaker, request: ServiceRequest) -> None:
    """From now on those on duty are told every two minutes, until somebody takes it."""
    timers.cancel(speaker.tx, request.id, speaker.now, AGAIN)
    timers.put(speaker.tx, request.id, AGAIN, speaker.now + EVERY, subject_id=1)


def again(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Nobody has answered: they are told again."""
    item, times = speaker.item(request.item), timer.subject_id or 1
    if item is None or request.state not in UNANSWERED:
        return
    on_duty = staff.of_place(speaker, request.home_id)
    if times >= ALONE:
        on_duty += [person for person in staff.above(speaker, request.home_id) if person not in on_duty]
    told = _tell_duty(speaker, request, item, on_duty, "staff-emergency-again", request.person_id)
    history.note(speaker, request, "alert", actor_id=None, data={"times": times + 1, "told": told})
    timers.put(speaker.tx, request.id, AGAIN, speaker.now + EVERY, subject_id=times + 1)


def acknowledge(turn: Turn) -> None:
    """One of those on duty takes it: the others and the resident hear who, and nobody is told again."""
    request, _ = _open(turn)
    if request.home_id is not None:
        permissions.require(turn, "see open requests", path=places.read(turn.tx, request.home_id).path)
    elif turn.person.id not in (*staff.of_place(turn, None), *staff.even_away(turn, None)):
        raise Refused("not-allowed")
    if request.state not in UNANSWERED:
        holder = people.read(turn.tx, request.helper_id).name if request.helper_id else ""
        raise Refused("emergency-answered", helper=holder)
    offers.give_to(turn, request, turn.person.id, actor_id=turn.person.id)


def call_off(turn: Turn) -> None:
    """It is no emergency, says who raised the alarm: one tap. Those on duty hear it, and may still look after it."""
    request, item = _open(turn)
    if turn.person.id not in (*request.people, request.filed_by):
        raise Refused("request-not-yours")
    helpers = holding.helpers(turn, request)
    request = lifecycle.reach(turn, request, "cancel", actor_id=turn.person.id)
    request = lifecycle.make(turn, request, "cancel", actor_id=turn.person.id, data={"reason": "no emergency"})
    off = Message(
        text=Text("staff-emergency-off", {"number": request.number, "item": cards.item_name(item)}),
        choices=(choice(f"board.show:{request.id}", "ladder-show"),),
        lane=Lane.URGENT,
        sensitive=item.sensitive,
    )
    turn.edit(cards.staff_key(request.id), off)
    for helper in helpers:
        task_card.replace(turn, request, helper, "help-cancelled")
        turn.tell(helper, replace(off, choices=()))
    line.closed(turn, request)
    following.say_anew(turn, request)
    ways = () if turn.incoming.group else (choice("menu.ask", "menu-ask"), choice("menu.desk", "menu-desk"))
    turn.say("emergency-off-done", *ways)


def _tell_duty(
    speaker: Speaker, request: ServiceRequest, item: Item, on_duty: list[int], key: str, but: int | None
) -> int:
    told = _tell(speaker, request, item, [each for each in on_duty if each != but], key)
    away = [each for each in staff.even_away(speaker, request.home_id) if each not in (but, *on_duty)]
    return told or _tell(speaker, request, item, away, key)


def _tell(speaker: Speaker, request: ServiceRequest, item: Item, whom: list[int], key: str) -> int:
    message = Message(
        text=Text(key, {"card": cards.staff_card(speaker, request, item)}),
        choices=(
            choice(f"emergency.ack:{request.id}", "emergency-ack"),
            choice(f"board.show:{request.id}", "ladder-show"),
        ),
        key=cards.staff_key(request.id),
        lasting=True,
        lane=Lane.URGENT,
        sensitive=item.sensitive,
    )
    for subject, person_id in product(request.people, whom):
        reveals.add(speaker.tx, subject, person_id, request.id, "address and phone", speaker.now)
    return sum(speaker.tell(person_id, message) for person_id in whom)


def _open(turn: Turn) -> tuple[ServiceRequest, Item]:
    request = service_requests.lock(turn.tx, turn.argument_id())
    item = turn.item(request.item) if request is not None else None
    if request is None or item is None or item.urgency != "emergency":
        raise Refused("request-unknown")
    if request.closed_at is not None:
        raise Refused("request-moved-on", number=request.number)
    return request, item


TIMERS: dict[str, Fire] = {AGAIN: again}
ROUTES = (
    Route("press", "emergency.ack", acknowledge),
    Route("press", "emergency.off", call_off, where="anywhere", before_joining=True),
)
