"""Merging: two requests about the same thing become one; the people of the merged one follow the other."""

from datetime import timedelta

from handlers.coordinating import board, steering
from handlers.errors import Refused
from handlers.life import lifecycle
from handlers.message import Choice, Message, Text
from handlers.routing import Route
from handlers.turn import Turn
from storage import board as stored
from storage import request_changes, service_requests
from storage.service_requests import ServiceRequest

SINCE = timedelta(hours=24)  # how far apart two reports of the same thing are taken to be, our proposal
MOST = 10


def merge(turn: Turn) -> None:
    """Which of the open requests of the same item and place is it?"""
    request, _ = steering.looked_after(turn, "merge", turn.argument_id())
    if not lifecycle.reachable("merge", request, turn.now):
        raise Refused("board-not-merge", number=request.number)
    found = _like(turn, request)
    if not found:
        raise Refused("merge-none", number=request.number)
    choices = tuple(Choice(f"board.into:{request.id}/{each.id}", board.line_of(turn, each)) for each in found)
    turn.send(Message(text=Text("merge-which", {"number": request.number}), choices=choices))


def into(turn: Turn) -> None:
    """The one is merged into the other. Both are locked in the order of their ids."""
    number, other = steering.pair(turn)
    for each in sorted({number, other}):
        service_requests.lock(turn.tx, each)
    request, item = steering.looked_after(turn, "merge", number)
    target, _ = steering.looked_after(turn, "merge", other)
    same = (request.item, request.place_id) == (target.item, target.place_id)
    if request.id == target.id or not same or target.state == "done":
        raise Refused("merge-not-these")
    request = steering.free(turn, request, item)
    request = steering.move(turn, request, "merge", data={"into": target.number})
    request_changes.set_merged_into(turn.tx, request.id, target.id)
    steering.noted(turn, target, "absorb", data={"merged": request.number})
    steering.tell_people(turn, request, item, "request-merged", other=target.number)
    turn.say("merge-done", number=request.number, other=target.number)


def _like(turn: Turn, request: ServiceRequest) -> list[ServiceRequest]:
    if request.place_id is None:
        return []
    ids = stored.like(
        turn.tx,
        place_id=request.place_id,
        item=request.item,
        but=request.id,
        since=request.created_at - SINCE,
        limit=MOST,
    )
    known = (service_requests.read(turn.tx, number) for number in ids)
    return [each for each in known if each is not None and each.state != "done"]


ROUTES = (
    Route("press", "board.merge", merge),
    Route("press", "board.into", into),
)
