"""Callbacks: whoever asked by phone has no chat; what they are to hear goes to the desk, which calls them."""

from datetime import timedelta

from handlers import cards, permissions, staff
from handlers.errors import Refused
from handlers.life import clocks, history
from handlers.life.timers import Fire
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import people, places, reveals, service_requests, timers
from storage.service_requests import ServiceRequest
from storage.timers import Timer

CALLED = "called"  # the name of the line in the history
NOT_CALLED = "callback.waits"
NOT_CALLED_ANY_MORE = frozenset({"left", "refused", "merged"})  # whoever left us is left alone
HEX_DIGITS = 7  # of the number that tells one call from another
CALLED_WITHIN = timedelta(minutes=30)  # our proposal


def tell_all(speaker: Speaker, request: ServiceRequest, message: Message, *, but: int | None = None) -> int:
    """Tells those whom a request concerns; where nothing reaches any of them, the desk is asked to call one.

    `but` is left out: whoever causes the news. Returns how many were told in their chats.
    """
    people_of = [person for person in request.people if person != but]
    told = sum(speaker.tell(person, message) for person in people_of)
    if not told:
        call_one(speaker, request, message, but=but)
    return told


def call_one(speaker: Speaker, request: ServiceRequest, message: Message, *, but: int | None = None) -> bool:
    """Asks the desk to call the helped person, or else who asked; False where there is no number, or no desk."""
    people_of = [person for person in reversed(request.people) if person != but]
    return any(_ask_to_call(speaker, request, person, message) for person in people_of)


def called(turn: Turn) -> None:
    """The call was made: the others of the desk see it, and the history has it."""
    turn.argument, _, number = turn.argument.partition("/")
    request = service_requests.lock(turn.tx, turn.argument_id())
    if request is None:
        raise Refused("request-unknown")
    place = staff.place_of(turn, request.home_id)
    if place is not None:
        permissions.require(turn, "see open requests", path=places.read(turn.tx, place.id).path)
    history.note(turn, request, CALLED, actor_id=turn.person.id)
    if number and not set(number) - set("0123456789abcdef"):
        timers.cancel(turn.tx, request.id, turn.now, NOT_CALLED, subject_id=int(number[:HEX_DIGITS], 16))
    done = Text("callback-done", {"number": request.number, "name": turn.person.name})
    turn.edit(_key(request, number), Message(text=done))


def _ask_to_call(speaker: Speaker, request: ServiceRequest, person_id: int, message: Message) -> bool:
    person = people.read(speaker.tx, person_id)
    phone = person.phone or request.details.phone_number()
    if phone is None or person.state in NOT_CALLED_ANY_MORE:
        return False
    number = f"{speaker.tx.new_id() % 16**HEX_DIGITS:x}"
    item = speaker.item(request.item)
    values = {"name": person.name or cards.NOTHING, "phone": phone, "words": message.text}
    asked = Message(
        text=Text("callback-please", values),
        choices=(choice(f"callback.done:{request.id}/{number}", "callback-did"),),
        key=_key(request, number),
        lane=message.lane,
        sensitive=message.sensitive or (item is not None and item.sensitive),
    )
    told = [each for each in staff.of_place(speaker, request.home_id, ("desk",)) if speaker.tell(each, asked)]
    if not told:
        others = staff.of_place(speaker, request.home_id, ("coordinator",))
        told = [each for each in others if speaker.tell(each, asked)]
    for each in told:
        reveals.add(speaker.tx, person_id, each, request.id, "name and phone", speaker.now)
    if told and item is not None and request.closed_at is None:
        due = clocks.after(speaker.community, item, speaker.now, CALLED_WITHIN)
        timers.put(speaker.tx, request.id, NOT_CALLED, due, subject_id=int(number, 16))
    return bool(told)


def remind(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Nobody has called: the coordinator hears it, once."""
    item = speaker.item(request.item)
    message = Message(
        text=Text("callback-waits", {"number": request.number}),
        choices=(choice(f"board.show:{request.id}", "board-look"),),
        sensitive=item is not None and item.sensitive,
        lasting=True,
    )
    staff.tell(speaker, request.home_id, message, of_roles=("coordinator",))


def _key(request: ServiceRequest, number: str) -> str:
    return f"callback:{request.id}/{number}"


TIMERS: dict[str, Fire] = {NOT_CALLED: remind}
ROUTES = (Route("press", "callback.done", called),)
