"""Withdrawing: the resident wants it no more. Whoever is on it hears it kindly, and the cards disappear."""

from handlers import cards
from handlers.errors import Refused
from handlers.following import followers, following, parting
from handlers.helping import holding, task_card
from handlers.life import lifecycle
from handlers.message import Message, Text
from handlers.offering import offers
from handlers.routing import Route
from handlers.talking import line
from handlers.turn import Turn
from storage.service_requests import ServiceRequest

REASONS = ("done", "other", "no")


def withdraw(turn: Turn) -> None:
    """Withdraws a request, with the reason that was tapped."""
    number, _, reason = turn.argument.partition("/")
    turn.argument = number
    followers.lock(turn, [turn.argument_id()])
    request = following.own(turn, turn.argument_id(), locked=True)
    if reason not in REASONS or not lifecycle.reachable("cancel", request, turn.now):
        raise Refused("mine-over", number=request.number)
    cancel(turn, request, reason)
    turn.say("mine-cancelled", number=request.number)


def cancel(turn: Turn, request: ServiceRequest, reason: str, *, quietly: bool = False) -> ServiceRequest:
    """Makes the move and tells those who need not go; returns the request as it is now.

    What was merged into it goes on alone. `quietly`: the others whom it concerns are told by the caller.
    """
    item, helpers = holding.item_of(turn, request), holding.helpers(turn, request)
    request = lifecycle.reach(turn, request, "cancel", actor_id=turn.person.id)
    request = lifecycle.make(turn, request, "cancel", actor_id=turn.person.id, data={"reason": reason})
    offers.withdraw(turn, request, item)
    gone = Message(text=Text("request-withdrawn", {"number": request.number}))
    for helper in helpers:
        task_card.replace(turn, request, helper, "help-cancelled")
        turn.tell(helper, gone)
    turn.edit(cards.staff_key(request.id), gone)
    line.closed(turn, request)
    following.say_anew(turn, request)
    key = "proxy-no" if turn.person.id == request.helped_id else "mine-cancelled"
    for person in request.people:
        if person != turn.person.id and not quietly:
            turn.tell(person, Message(text=Text(key, {"number": request.number})))
    parting.go_on_alone(turn, request, item)
    return request


ROUTES = (Route("press", "mine.gone", withdraw),)
