"""Transferring: a request goes to another team, to another unit, or to an authority that answers for such things."""

from collections.abc import Sequence

from handlers import cards, forms, staff
from handlers.coordinating import reasons, steering
from handlers.danger import alerting
from handlers.errors import Refused
from handlers.life import lifecycle
from handlers.message import Choice, Lane, Message, Named, Text, choice
from handlers.offering import handing
from handlers.packs.model import Handler
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import board as stored
from storage import places, request_changes, reveals
from storage.catalogue import Item
from storage.places import Place
from storage.service_requests import ServiceRequest

PAGE = 10
MOST_UNITS = 1000
UNIT_KINDS = ("community", "street", "district")
OUTSIDE = ("authority", "company")


def transfer(turn: Turn) -> None:
    """To whom: a team, a unit, an authority?"""
    request, _ = _transferable(turn, "dispatch", turn.argument_id())
    ways = [choice(f"board.assign:{request.id}", "transfer-team"), choice(f"board.units:{request.id}", "transfer-unit")]
    if steering.allowed(turn, "refer", request) and lifecycle.reachable("refer", request, turn.now):
        ways.append(choice(f"board.outside:{request.id}", "transfer-outside"))
    turn.send(Message(text=Text("transfer-whom", {"number": request.number}), choices=tuple(ways)))


def pick_unit(turn: Turn) -> None:
    """Which unit? The communities, ten a page."""
    page = _page(turn)
    request, _ = _transferable(turn, "dispatch", turn.argument_id())
    now = unit_of(turn, request)
    known = [each for each in places.of_kind(turn.tx, "community", MOST_UNITS) if now is None or each.id != now.id]
    choices = [_named(f"board.unit:{request.id}/{each.id}", each.name, each.name_en) for each in known]
    _list(turn, "transfer-which-unit", request, choices, "units", page)


def to_unit(turn: Turn) -> None:
    """Why does it go there?"""
    number, unit_id = steering.pair(turn)
    request, _ = _transferable(turn, "dispatch", number)
    unit, now = steering.place(turn, unit_id), unit_of(turn, request)
    if unit.kind not in UNIT_KINDS or (now is not None and now.id == unit.id):
        raise Refused("transfer-not-there")
    forms.start(turn, TRANSFER, request=str(request.id), unit=str(unit.id))


def pick_outside(turn: Turn) -> None:
    """Which authority or company? Those that the item names come first."""
    page = _page(turn)
    request, item = _transferable(turn, "refer", turn.argument_id())
    known = _outside(turn, item)
    choices = [_named(f"board.refer:{request.id}/{each.code}", each.name, each.name_en) for each in known]
    _list(turn, "transfer-which-outside", request, choices, "outside", page)


def refer(turn: Turn) -> None:
    """Why does it go there?"""
    turn.argument, _, code = turn.argument.partition("/")
    request, item = _transferable(turn, "refer", turn.argument_id())
    if not any(each.code == code for each in _outside(turn, item)):
        raise Refused("choice-unknown")
    forms.start(turn, REFER, request=str(request.id), code=code)


def unit_of(speaker: Speaker, request: ServiceRequest) -> Place | None:
    """The community (or street, or district) that answers for a request now."""
    if request.home_id is None:
        return None
    upwards = reversed(places.line(speaker.tx, places.read(speaker.tx, request.home_id)))
    return next((place for place in upwards if place.kind in UNIT_KINDS), None)


def hand_to_unit(turn: Speaker, request: ServiceRequest, item: Item, unit_id: int, text: Text, *more: Choice) -> int:
    """Shows the request to a unit's desk and coordinators, who can assign it; returns how many were told."""
    card = cards.joined([text, cards.staff_card(turn, request, item)])
    urgent = item.urgency == "emergency"
    if urgent:  # told again, until somebody there takes it
        alerting.watch(turn, request)
        more = (choice(f"emergency.ack:{request.id}", "emergency-ack"), *more)
    message = Message(
        text=card,
        choices=(choice(f"board.assign:{request.id}", "board-assign"), *more),
        lane=Lane.URGENT if urgent else Lane.REPLIES,
        key=cards.staff_key(request.id),
        lasting=True,
        sensitive=item.sensitive,
    )
    told = staff.of_place(turn, unit_id)
    for person_id in told:
        for subject in request.people:
            reveals.add(turn.tx, subject, person_id, request.id, "address and phone", turn.now)
    return sum(handing.show(turn, request, person_id, message) for person_id in told)


def _transferred(turn: Turn) -> None:
    request, item, words = reasons.of(turn, "dispatch")
    unit, before = steering.place(turn, int(turn.dialogue.answers["unit"])), unit_of(turn, request)
    request = steering.free(turn, request, item)
    data = {"to_unit": unit.id, "from_unit": before.id if before else None}
    # First the unit, then the move: its event says whose the request is, and the figures go by that.
    stored.hand_over(turn.tx, request.id, unit.id)
    request = steering.move(turn, steering.again(turn, request), "dispatch", note=words, data=data)
    where, origin = Named(unit.name, unit.name_en), Named(before.name, before.name_en) if before else cards.NOTHING
    text = Text("staff-transferred", {"origin": origin, "reason": words})
    dispute = choice(f"dispute.begin:{request.id}", "dispute-begin")
    hand_to_unit(turn, request, item, unit.id, text, dispute)
    steering.tell_people(turn, request, item, "request-transferred", unit=where)
    turn.say("transfer-done", number=request.number, unit=where)


def _referred(turn: Turn) -> None:
    request, item, words = reasons.of(turn, "refer")
    code = str(turn.dialogue.answers["code"])
    handler = next((each for each in _outside(turn, item) if each.code == code), None)
    if handler is None:
        raise Refused("choice-unknown")
    request = steering.free(turn, request, item)
    request = steering.move(turn, request, "refer", note=words, data={"authority": code})
    request_changes.set_authority(turn.tx, request.id, code)
    named = Named(handler.name, handler.name_en)
    if handler.phone:
        steering.tell_people(turn, request, item, "request-referred", to=named, phone=handler.phone, reason=words)
    else:
        phone = turn.community.pack.desk.phone
        steering.tell_people(turn, request, item, "request-referred-ask", to=named, phone=phone, reason=words)
    turn.say("refer-done", number=request.number, to=named)


def _transferable(turn: Turn, action: str, number: int) -> tuple[ServiceRequest, Item]:
    request, item = steering.looked_after(turn, action, number)
    if request.state == "disputed":
        raise Refused("dispute-open", number=request.number)
    if not lifecycle.reachable("refer" if action == "refer" else "dispatch", request, turn.now):
        raise Refused("request-moved-on", number=request.number)
    return request, item


def _outside(turn: Turn, item: Item) -> list[Handler]:
    known = {each.code: each for each in turn.community.pack.handlers if each.kind in OUTSIDE}
    first = [code for code in item.handled_by if code in known]
    return [known[code] for code in dict.fromkeys((*first, *known))]


def _list(turn: Turn, key: str, request: ServiceRequest, choices: Sequence[Choice], action: str, page: str) -> None:
    shown = steering.page_of(choices, page, PAGE, f"board.{action}:{request.id}")
    turn.send(Message(text=Text(key, {"number": request.number}), choices=tuple(shown)))


def _page(turn: Turn) -> str:
    turn.argument, _, page = turn.argument.partition("/")
    return page


def _named(action: str, name: str, name_en: str) -> Choice:
    return Choice(action, Text("plain", {"text": Named(name, name_en)}))


TRANSFER = reasons.form("transferring", "transfer-why", _transferred)
REFER = reasons.form("referring", "transfer-why", _referred)
FORMS = (TRANSFER, REFER)
ROUTES = (
    Route("press", "board.transfer", transfer),
    Route("press", "board.units", pick_unit),
    Route("press", "board.unit", to_unit),
    Route("press", "board.outside", pick_outside),
    Route("press", "board.refer", refer),
)
