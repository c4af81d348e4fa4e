"""Deleting one thing: the words, photos and private line of a closed request. Its number and moves stay.

Whoever asked may, and whoever it was asked for.
"""

from handlers import cards
from handlers.errors import Refused
from handlers.life import lifecycle
from handlers.message import Message, Text, choice
from handlers.privacy import forgetting
from handlers.routing import Route
from handlers.turn import Turn
from storage import own_data, service_requests
from storage.service_requests import ServiceRequest

SHOWN = 18  # with the way back and a page of more, twenty


def choose(turn: Turn) -> None:
    """Which closed request? The latest first; what is open can be withdrawn instead."""
    own = service_requests.of_person(turn.tx, turn.person.id, limit=100)
    for_them = own_data.asked_for(turn.tx, turn.person.id, limit=100)
    latest = sorted({one.id: one for one in (*own, *for_them)}.values(), key=lambda one: one.id, reverse=True)
    closed = [request for request in latest if _deletable(request)]
    ways = [choice(f"own.sure:{one.id}", "own-forget-line", **_values(turn, one)) for one in closed[:SHOWN]]
    key = "own-forget-which" if ways else "own-forget-none"
    turn.send(Message(text=Text(key), choices=(*ways, choice("own.menu", "own-back"))))


def ask(turn: Turn) -> None:
    """Asks once more: deleted words do not come back."""
    request = _own(turn)
    turn.send(
        Message(
            text=Text("own-forget-sure", {"number": request.number}),
            choices=(choice(f"own.gone:{request.id}", "own-forget-yes"), choice("own.menu", "own-forget-no")),
        )
    )


def delete(turn: Turn) -> None:
    """Deletes it, wherever copies lie with us. It cannot be reopened then: nobody would know what to do, and where."""
    request = _own(turn)
    if lifecycle.allowed("archive", request):
        request = lifecycle.make(turn, request, "archive", actor_id=turn.person.id)
    forgetting.empty(turn, request)
    turn.say("own-forget-done", number=request.number)


def _own(turn: Turn) -> ServiceRequest:
    request = service_requests.lock(turn.tx, turn.argument_id())
    if request is None or turn.person.id not in request.people:
        raise Refused("request-not-yours")
    if not _deletable(request):
        raise Refused("own-forget-open", number=request.number)
    return request


def _deletable(request: ServiceRequest) -> bool:
    return request.state in lifecycle.CLOSED and bool(request.details.words or request.details.address)


def _values(turn: Turn, request: ServiceRequest) -> dict[str, object]:
    item = turn.item(request.item)
    return {"number": request.number, "item": cards.item_name(item) if item else cards.NOTHING}


ROUTES = (
    Route("press", "own.forget", choose),
    Route("press", "own.sure", ask),
    Route("press", "own.gone", delete),
)
