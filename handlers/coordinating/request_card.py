"""A request's card for staff: all of it, with its history, and what can be done with it, four ways a message."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers import cards
from handlers.coordinating import assigning, disputing, reclassing, request_history, steering
from handlers.life import lifecycle
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.talking import line_history
from handlers.turn import Turn
from storage import reveals, service_requests
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

LATEST = 10  # lines of the history on the card; all of them are one tap away
PAGE = 30
WAYS = 3  # with "more" four


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done: the action, its label, who may ("": `possible` says so), and when it can be."""

    action: str
    label: str
    allowed: str
    possible: Callable[[Turn, ServiceRequest], bool]


def show(turn: Turn) -> None:
    """One request with all that staff may see, and what can be done with it. Each look is logged."""
    request, item = _looked_at(turn)
    for subject in request.people:
        reveals.add(turn.tx, subject, turn.person.id, request.id, "address and phone", turn.now)
    first, more = _ways(turn, request, 0, WAYS - 1)
    back = (choice("board.open", "board-back"),)
    turn.send(
        Message(
            text=_text(turn, request, item),
            choices=(*first, *back, *more),
            sensitive=item.sensitive,
            lasting=True,
        )
    )


def more(turn: Turn) -> None:
    """Further things that can be done with it."""
    turn.argument, _, page = turn.argument.partition("/")
    request, _ = _looked_at(turn)
    start = int(page) if page.isascii() and page.isdigit() and len(page) < WAYS else 0
    ways, further = _ways(turn, request, start, WAYS)
    turn.send(Message(text=Text("board-more", {"number": request.number}), choices=(*ways, *further), lasting=True))


def history(turn: Turn) -> None:
    """The whole history, thirty lines a message."""
    turn.argument, _, page = turn.argument.partition("/")
    request, item = _looked_at(turn)
    start = int(page) if page.isascii() and page.isdigit() and len(page) < len("00000") else 0
    found = request_history.lines(turn, request)
    shown = found[start : start + PAGE] or found[-PAGE:]
    left = start + PAGE < len(found)
    further = (choice(f"board.history:{request.id}/{start + PAGE}", "more"),) if left else ()
    head = Text("card-head", {"number": request.number, "item": cards.item_name(item)})
    turn.send(Message(text=cards.joined([head, *shown]), choices=further, sensitive=item.sensitive, lasting=True))


def accept(turn: Turn) -> None:
    """It is accepted: its clock runs, and the resident hears that somebody looks after it."""
    request, item = steering.looked_after(turn, "accept", turn.argument_id())
    request = lifecycle.make(turn, request, "accept", actor_id=turn.person.id)
    steering.tell_people(turn, request, item, "request-accepted", until=request.resolve_by)
    turn.say("board-accepted", number=request.number, until=request.resolve_by)


def _looked_at(turn: Turn) -> tuple[ServiceRequest, Item]:
    """A request that the person looks after, or about which they decide a dispute."""
    request = service_requests.lock(turn.tx, turn.argument_id())
    if request is not None and disputing.decidable(turn, request):
        return request, steering.item_of(turn, request)
    return steering.looked_after(turn, "see open requests", turn.argument_id())


def _may(turn: Turn, way: Way, request: ServiceRequest) -> bool:
    return not way.allowed or steering.allowed(turn, way.allowed, request)


def _text(turn: Turn, request: ServiceRequest, item: Item) -> Text:
    found = request_history.lines(turn, request)
    earlier = len(found) - LATEST
    return cards.joined(
        [
            cards.staff_card(turn, request, item),
            *request_history.limits(request),
            *request_history.holders(turn, request),
            *request_history.offered(turn, request),
            Text("history-earlier", {"n": earlier}) if earlier > 0 else None,
            *found[-LATEST:],
            *request_history.coming(turn, request, item),
        ]
    )


def _ways(turn: Turn, request: ServiceRequest, start: int, room: int) -> tuple[list[Choice], list[Choice]]:
    """What can be done, from the `start`-th way on, and the way to what is left."""
    able = [way for way in ALL if way.possible(turn, request) and _may(turn, way, request)]
    shown = able[start : start + room]
    choices = [choice(f"{way.action}:{request.id}", way.label) for way in shown]
    left = len(able) - start - len(shown)
    if left == 1 and not start and room == WAYS:
        return [*choices, choice(f"{able[-1].action}:{request.id}", able[-1].label)], []
    return choices, [choice(f"board.more:{request.id}/{start + len(shown)}", "more")] if left > 0 else []


def _can(move: str) -> Callable[[Turn, ServiceRequest], bool]:
    return lambda turn, request: lifecycle.reachable(move, request, turn.now)


def _in(*states: str) -> Callable[[Turn, ServiceRequest], bool]:
    return lambda turn, request: request.state in states


def _free_to_give(turn: Turn, request: ServiceRequest) -> bool:
    return assigning.assignable(request)


def _extendable(turn: Turn, request: ServiceRequest) -> bool:
    return lifecycle.reachable("extend", request, turn.now) and not request.extended


def _always(turn: Turn, request: ServiceRequest) -> bool:
    return True


def _unfinished(turn: Turn, request: ServiceRequest) -> bool:
    return request.closed_at is None and request.state != "done"


def _undisputed(move: str) -> Callable[[Turn, ServiceRequest], bool]:
    return lambda turn, request: request.state != "disputed" and lifecycle.reachable(move, request, turn.now)


ALL = (
    Way("dispute.keep", "dispute-keep", "", disputing.decidable),
    Way("dispute.back", "dispute-back", "", disputing.decidable),
    Way("board.assign", "board-assign", "dispatch", _free_to_give),
    Way("board.transfer", "board-transfer", "dispatch", _undisputed("dispatch")),
    Way("dispute.begin", "dispute-begin", "dispute", disputing.disputable),
    Way("board.note", "board-note", "see open requests", _always),
    Way("line.history", "line-look", "decide disputes", line_history.disputed),
    Way("board.extend", "board-extend", "extend", _extendable),
    Way("board.item", "board-item", "dispatch", reclassing.possible),
    Way("board.merge", "board-merge", "merge", _undisputed("merge")),
    Way("board.answer", "board-answer", "answer", _can("answer")),
    Way("board.cancel", "board-cancel", "close", _can("cancel")),
    Way("board.reject", "board-reject", "reject", _can("reject")),
    Way("board.accept", "board-accept", "accept", _in("submitted")),
    Way("wait.ask", "wait-ask-resident", "see open requests", _unfinished),
    Way("board.history", "board-history", "see open requests", _always),
)
ROUTES = (
    Route("press", "board.show", show),
    Route("press", "board.more", more),
    Route("press", "board.history", history),
    Route("press", "board.accept", accept),
)
