"""Calling: the phone list worked off in chat, one call after the other: reached, no answer, moved, help needed."""

from datetime import timedelta

from handlers import cards as request_cards
from handlers import permissions
from handlers.asking import callers
from handlers.broadcasts import content, over, says
from handlers.broadcasts.reaching import phone_list, progress
from handlers.errors import Refused
from handlers.liaison import caring, rights
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcasts, calls, cards, people, places, recipients, reveals
from storage.broadcasts import EMERGENCY, Broadcast
from storage.calls import HELP, MOVED, NO_ANSWER, REACHED, Call
from storage.recipients import PHONED

ACTION = "see open requests"  # who may phone a unit's people
MOST_TRIES = 3
TRY_AGAIN = timedelta(minutes=30)
TRY_AGAIN_SOON = timedelta(minutes=10)  # in an emergency
MOST_WORDS = 300
MOST_LISTS = 12
ANSWERS = {REACHED: PHONED, MOVED: recipients.MOVED, HELP: recipients.HELP}


def begin(turn: Turn) -> None:
    """The phone lists on which somebody may work."""
    ways = [_way(turn, each) for each in _lists(turn)]
    if not ways and not any(held.role in ("desk", "coordinator", "liaison") for held in turn.roles):
        raise Refused("not-allowed")
    shown = tuple(way for way in ways if way is not None)
    turn.send(Message(text=Text("calls-which" if shown else "calls-none"), choices=shown, lasting=True))


def of_unit(turn: Turn) -> None:
    """The next call of a unit's list; the argument is BROADCAST/UNIT."""
    number, _, unit = turn.argument.partition("/")
    turn.argument = unit
    place_id = turn.argument_id()
    turn.argument = number
    broadcast = broadcasts.read(turn.tx, turn.argument_id())
    if broadcast is None or not _is_unit(turn, place_id):
        raise Refused("choice-unknown")
    _next(turn, broadcast, place_id)


def of_own_people(turn: Turn) -> None:
    """The next call to one of the people whose liaison or deputy the person is."""
    broadcast = broadcasts.read(turn.tx, turn.argument_id())
    if broadcast is None:
        raise Refused("choice-unknown")
    _next(turn, broadcast, None)


def reached(turn: Turn) -> None:
    """Somebody was told by phone."""
    broadcast, call = _held(turn)
    _close(turn, broadcast, call, REACHED)
    _next(turn, broadcast, _list_of(turn, call))


def moved(turn: Turn) -> None:
    """The number, or the home, is not theirs any more: whoever looks after them is asked to see to it."""
    broadcast, call = _held(turn)
    _close(turn, broadcast, call, MOVED)
    card = cards.of_person(turn.tx, call.person_id)
    if card is not None and card.state == cards.OPEN and card.liaison_id not in (None, turn.person.id):
        values = {"name": caring.name_of(turn, call.person_id), "by": turn.person.name}
        turn.tell(card.liaison_id, Message(text=Text("calls-moved-told", values), choices=(caring.way_to(card),)))
    _next(turn, broadcast, _list_of(turn, call))


def no_answer(turn: Turn) -> None:
    """Nobody answered: later again; after the third time somebody should go there."""
    broadcast, call = _held(turn)
    if call.tries + 1 < MOST_TRIES:
        wait = TRY_AGAIN_SOON if broadcast.kind == EMERGENCY else TRY_AGAIN
        calls.again(turn.tx, call.id, turn.person.id, turn.now + wait)
        _settle(turn, call, "calls-try-later", minutes=int(wait.total_seconds() // 60))
    else:
        calls.finish(turn.tx, call.id, NO_ANSWER, turn.now)
        _settle(turn, call, f"calls-done-{NO_ANSWER}")
        values = {"name": caring.name_of(turn, call.person_id), "n": MOST_TRIES}
        way = choice(f"call.go:{call.id}", "calls-go")
        turn.send(Message(text=Text("calls-in-vain", values), choices=(way,)))
    _next(turn, broadcast, _list_of(turn, call))


def needs_help(turn: Turn) -> None:
    """They need help: a request is entered for them, with what is known of them."""
    broadcast, call = _held(turn)
    _close(turn, broadcast, call, HELP)
    callers.enter_for(turn, call.person_id)


def somebody_goes(turn: Turn) -> None:
    """Nobody answers the telephone: a request is entered, so that somebody looks after them."""
    call = calls.read(turn.tx, turn.argument_id())
    if call is None or call.taker_id != turn.person.id or call.outcome != NO_ANSWER or not _may(turn, call):
        raise Refused("calls-not-yours")
    callers.enter_for(turn, call.person_id)


def _next(turn: Turn, broadcast: Broadcast, place_id: int | None) -> None:
    """Shows the next call, or that there is none; what was taken before comes first."""
    if over.is_over(turn, broadcast):
        calls.finish_all(turn.tx, broadcast.id, turn.now)
        turn.say("calls-over", title=says.title(broadcast))
        return
    call = calls.held(turn.tx, broadcast.id, turn.person.id)
    call = call or calls.take_next(turn.tx, broadcast.id, place_id, turn.person.id, turn.now)
    if place_id is not None:
        phone_list.tell(turn, broadcast, place_id, fresh=False)
    if call is not None:
        turn.say_privately(_card(turn, broadcast, call))
    elif place_id is not None and calls.count_left(turn.tx, broadcast.id, place_id, turn.now)[0]:
        turn.say("calls-others-later", title=says.title(broadcast))
    else:
        turn.say("calls-all-done", title=says.title(broadcast))


def _card(turn: Turn, broadcast: Broadcast, call: Call) -> Message:
    """Whom to phone, where they live, and what to tell them. That it is seen is logged."""
    person = people.read(turn.tx, call.person_id)
    reveals.add(turn.tx, person.id, turn.person.id, None, "address and phone", turn.now)
    said = content.of(broadcast)
    home = person.place_id
    values = {
        "name": person.name or request_cards.NOTHING,
        "phone": person.phone or Text("calls-no-phone"),
        "address": request_cards.NOTHING if home is None else request_cards.full_address(turn, home, person.door),
        "title": said.title,
        "words": said.words[:MOST_WORDS],
    }
    outcomes = ("reached", "vain", "moved", "help")
    ways = tuple(choice(f"call.{each}:{call.id}", f"calls-{each}") for each in outcomes)
    return Message(text=Text("calls-card", values), choices=ways, key=f"call:{call.id}", sensitive=True, lasting=True)


def _held(turn: Turn) -> tuple[Broadcast, Call]:
    """The call that a press names, for whoever has taken it and still may. Refused otherwise."""
    call = calls.read(turn.tx, turn.argument_id())
    broadcast = None if call is None else broadcasts.read(turn.tx, call.broadcast_id)
    if call is None or broadcast is None or call.taker_id != turn.person.id or not _may(turn, call):
        raise Refused("calls-not-yours")
    if call.state != calls.TAKEN:
        raise Refused("calls-settled")
    return broadcast, call


def _close(turn: Turn, broadcast: Broadcast, call: Call, outcome: str) -> None:
    """The call was made: it counts as their answer, and the card says so, without number and address."""
    recipients.answer(turn.tx, call.recipient_id, ANSWERS[outcome], turn.now)
    if not calls.finish(turn.tx, call.id, outcome, turn.now):
        raise Refused("calls-settled")
    progress.changed(turn, broadcast.id)
    _settle(turn, call, f"calls-done-{outcome}")
    phone_list.tell(turn, broadcast, call.place_id, fresh=False)


def _settle(turn: Turn, call: Call, key: str, **values: object) -> None:
    shown = {"name": caring.name_of(turn, call.person_id), **values}
    turn.edit(f"call:{call.id}", Message(text=Text(key, shown)), only=turn.person.id)


def _is_unit(turn: Turn, place_id: int) -> bool:
    return permissions.may(turn.roles, ACTION, path=places.read(turn.tx, place_id).path)


def _may(turn: Turn, call: Call) -> bool:
    """Whether the person still may phone them: as staff of the unit, or as their liaison."""
    if _is_unit(turn, call.place_id):
        return True
    card = cards.of_person(turn.tx, call.person_id)
    return card is not None and card.state == cards.OPEN and rights.is_named(turn, card)


def _list_of(turn: Turn, call: Call) -> int | None:
    """The list on which the person works: the unit's, or that of their own people."""
    return call.place_id if _is_unit(turn, call.place_id) else None


def _lists(turn: Turn) -> list[calls.PhoneList]:
    paths = {places.read(turn.tx, held.place_id).path for held in turn.roles if held.role in permissions.MAY[ACTION]}
    tops = [path for path in sorted(paths) if not any(path != other and path.startswith(other) for other in paths)]
    found = [each for path in tops for each in calls.lists(turn.tx, path, MOST_LISTS)]
    seen = {each.broadcast_id for each in found}
    own = calls.lists_of_liaison(turn.tx, turn.person.id, MOST_LISTS)
    return [*found, *(each for each in own if each.broadcast_id not in seen)][:MOST_LISTS]


def _way(turn: Turn, found: calls.PhoneList) -> Choice | None:
    broadcast = broadcasts.read(turn.tx, found.broadcast_id)
    if broadcast is None or over.is_over(turn, broadcast):
        return None
    values = {"title": says.title(broadcast), "n": found.number}
    if found.place_id is None:
        return choice(f"call.mine:{broadcast.id}", "calls-way", **values, where=Text("calls-own-people"))
    where = request_cards.area(turn, found.place_id)
    return choice(f"call.next:{broadcast.id}/{found.place_id}", "calls-way", **values, where=where)


ROUTES = (
    Route("command", "calls", begin, menu="desk coordinator liaison"),
    Route("press", "call.next", of_unit),
    Route("press", "call.mine", of_own_people),
    Route("press", "call.reached", reached),
    Route("press", "call.vain", no_answer),
    Route("press", "call.moved", moved),
    Route("press", "call.help", needs_help),
    Route("press", "call.go", somebody_goes),
)
