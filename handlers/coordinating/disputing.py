"""Disputes: a unit that was handed a request may say that it is not theirs; the level that sent it decides in 2 hours.

Where nobody decides in time, the level above is asked, and so on up to the top.
"""

from datetime import timedelta

from handlers import forms, permissions, staff
from handlers.coordinating import board, reasons, steering, transferring
from handlers.errors import Refused
from handlers.life import clocks, history, lifecycle
from handlers.life.timers import Fire
from handlers.message import Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import board as stored
from storage import places, request_events, service_requests, timers
from storage.catalogue import Item
from storage.places import Place
from storage.request_events import Event
from storage.service_requests import ServiceRequest
from storage.timers import Timer

DECIDE = "dispute.decide"
WITHIN = timedelta(hours=2)  # domain.md §4: decided within 2 h
RAISED_WITHIN = timedelta(hours=24)  # how long a unit may dispute what it was handed, our proposal
UNDECIDED = "dispute undecided"


def disputable(turn: Turn, request: ServiceRequest) -> bool:
    """Whether the person may dispute it now: it was handed to their unit lately, and not disputed before."""
    if request.state != "dispatched" or request.unit_id is None:
        return False
    events = request_events.of_request(turn.tx, request.id)
    handed = _handed(events)
    if handed is None or turn.now - handed.at > RAISED_WITHIN:
        return False
    disputed = any(event.move == "dispute" and event.id > handed.id for event in events)
    path = places.read(turn.tx, request.unit_id).path
    return not disputed and permissions.may(turn.roles, "dispute", path=path)


def decidable(turn: Turn, request: ServiceRequest) -> bool:
    """Whether the person may decide the dispute about it: for the unit that sent it, or a level above."""
    return request.state == "disputed" and _may_decide(turn, request)


def _may_decide(turn: Turn, request: ServiceRequest) -> bool:
    sender = _sender(turn, request)
    return sender is not None and permissions.may(turn.roles, "decide disputes", path=sender.path)


def begin(turn: Turn) -> None:
    """Why is it not theirs?"""
    request, _ = steering.looked_after(turn, "dispute", turn.argument_id())
    if not disputable(turn, request):
        raise Refused("dispute-too-late", number=request.number)
    forms.start(turn, DISPUTE, request=str(request.id))


def keep(turn: Turn) -> None:
    """It stays where it was sent."""
    request, item = _to_decide(turn)
    unit = steering.place(turn, request.unit_id) if request.unit_id else None
    request = _decided(turn, request, "kept")
    if unit is not None:
        transferring.hand_to_unit(turn, request, item, unit.id, Text("dispute-kept", {"number": request.number}))
    turn.say("dispute-kept-done", number=request.number, unit=_named(unit))


def take_back(turn: Turn) -> None:
    """It comes back to the unit that sent it."""
    request, item = _to_decide(turn)
    sender, receiver = _sender(turn, request), request.unit_id
    if sender is None:
        raise Refused("request-moved-on", number=request.number)
    own = request.place_id is not None and places.read(turn.tx, request.place_id).path.startswith(sender.path)
    stored.hand_over(turn.tx, request.id, None if own else sender.id)
    # Only then the move: its event says whose the request is, and the figures go by that.
    request = _decided(turn, steering.again(turn, request), "returned")
    returned = Text("dispute-returned", {"number": request.number})
    staff.tell(turn, receiver, Message(text=returned), of_roles=("coordinator",))
    transferring.hand_to_unit(turn, request, item, sender.id, returned)
    steering.tell_people(turn, request, item, "request-transferred", unit=_named(sender))


def undecided(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Two hours have passed: the next level up is asked, as long as there is one."""
    item = speaker.item(request.item)
    if request.state != "disputed" or item is None or timer.subject_id is None:
        return
    above = _above(speaker, places.read(speaker.tx, timer.subject_id))
    told = 0 if above is None else _ask(speaker, request, item, above, "dispute-undecided")
    history.note(speaker, request, UNDECIDED, actor_id=None, data={"told": told})
    if above is not None:
        _wait(speaker, request, item, above)


def _disputed(turn: Turn) -> None:
    request, item, words = reasons.of(turn, "dispute")
    if not disputable(turn, request):
        raise Refused("dispute-too-late", number=request.number)
    sender = _sender(turn, request)
    request = lifecycle.make(turn, request, "dispute", actor_id=turn.person.id, note=words)
    if sender is not None:
        _wait(turn, request, item, sender)
        _ask(turn, request, item, sender, "dispute-new", reason=words)
    turn.say("dispute-raised", number=request.number)


def _wait(speaker: Speaker, request: ServiceRequest, item: Item, level: Place) -> None:
    due = clocks.after(speaker.community, item, speaker.now, WITHIN)
    timers.put(speaker.tx, request.id, DECIDE, due, subject_id=level.id)


def _ask(speaker: Speaker, request: ServiceRequest, item: Item, level: Place, key: str, **values: object) -> int:
    line = board.line_of(speaker, request)
    message = Message(
        text=Text(key, {"line": line, **values}),
        choices=(
            choice(f"dispute.keep:{request.id}", "dispute-keep"),
            choice(f"dispute.back:{request.id}", "dispute-back"),
            choice(f"board.show:{request.id}", "board-look"),
        ),
        lasting=True,
        sensitive=item.sensitive,
    )
    return staff.tell(speaker, level.id, message, of_roles=("coordinator",))


def _to_decide(turn: Turn) -> tuple[ServiceRequest, Item]:
    """The (locked) request; whoever decides need not be of a place that looks after it now."""
    request = service_requests.lock(turn.tx, turn.argument_id())
    if request is None:
        raise Refused("request-unknown")
    if not _may_decide(turn, request):
        raise Refused("not-allowed")
    if request.state != "disputed":
        raise Refused("request-moved-on", number=request.number)
    return request, steering.item_of(turn, request)


def _decided(turn: Turn, request: ServiceRequest, how: str) -> ServiceRequest:
    timers.cancel(turn.tx, request.id, turn.now, DECIDE)
    return lifecycle.make(turn, request, "dispatch", actor_id=turn.person.id, data={"decision": how})


def _handed(events: list[Event]) -> Event | None:
    return next((event for event in reversed(events) if "to_unit" in event.data), None)


def _sender(speaker: Speaker, request: ServiceRequest) -> Place | None:
    """The unit that handed the request on."""
    handed = _handed(request_events.of_request(speaker.tx, request.id))
    if handed is None:
        return None
    sender = handed.data.get("from_unit")
    return staff.place_of(speaker, None if sender is None else int(sender))


def _above(speaker: Speaker, level: Place) -> Place | None:
    """The next level up that has a coordinator who is there."""
    for place_id in reversed(level.ancestors()[:-1]):
        if staff.at(speaker, place_id, "coordinator"):
            return places.read(speaker.tx, place_id)
    return None


def _named(place: Place | None) -> Named | Text:
    return Text("nothing") if place is None else Named(place.name, place.name_en)


DISPUTE = reasons.form("disputing", "dispute-why", _disputed)
FORMS = (DISPUTE,)
TIMERS: dict[str, Fire] = {DECIDE: undecided}
ROUTES = (
    Route("press", "dispute.begin", begin),
    Route("press", "dispute.keep", keep),
    Route("press", "dispute.back", take_back),
)
