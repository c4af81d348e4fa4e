"""Steering: what all moves of desk and coordinator have in common: whose request it is, who may, who hears of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers import callbacks, permissions, staff
from handlers.errors import Refused
from handlers.following import followers
from handlers.helping import releasing
from handlers.life import history, lifecycle
from handlers.message import Choice, Message, Text
from handlers.offering import handing, offers
from handlers.talking import line
from handlers.turn import Speaker, Turn
from storage import assignments, outbox, places, service_requests, teams
from storage.catalogue import Item
from storage.errors import NotFound
from storage.places import Place
from storage.service_requests import ServiceRequest
from storage.teams import Team

PAGE_DIGITS = 3
MOST_WORDS = 500  # characters of a reason


def looked_after(turn: Turn, actions: str | tuple[str, ...], request_id: int) -> tuple[ServiceRequest, Item]:
    """An open request, locked, on which the person may do this (one of these).

    Raises Refused: the button was forged, the request is another unit's, or closed by now.
    """
    request = service_requests.lock(turn.tx, request_id)
    if request is None:
        raise Refused("request-unknown")
    wanted = (actions,) if isinstance(actions, str) else actions
    if not any(allowed(turn, action, request) for action in wanted):
        raise Refused("not-allowed")
    if request.closed_at is not None:
        raise Refused("request-moved-on", number=request.number)
    return request, item_of(turn, request)


def allowed(turn: Turn, action: str, request: ServiceRequest) -> bool:
    """Whether the person may do this with the request, open or not.

    The unit that first received it stays responsible: beside the unit that it was handed to, its own place counts.
    """
    homes = [home for home in dict.fromkeys((request.unit_id, request.place_id)) if home is not None]
    if not homes:  # nobody knows where it is: those who are told of such requests look after it
        return permissions.may(turn.roles, action) and turn.person.id in staff.of_place(turn, None)
    paths = [places.read(turn.tx, home).path for home in homes]
    return any(permissions.may(turn.roles, action, path=path, team_id=request.team_id) for path in paths)


def item_of(turn: Speaker, request: ServiceRequest) -> Item:
    """The request's item. Raises Refused where nobody knows it."""
    item = turn.item(request.item)
    if item is None:
        raise Refused("request-unknown")
    return item


def place(turn: Speaker, number: int) -> Place:
    """A place that a pressed action names. Raises Refused where there is none."""
    try:
        return places.read(turn.tx, number)
    except NotFound as error:
        raise Refused("choice-unknown") from error


def team(turn: Speaker, number: int) -> Team:
    """A team that a pressed action names. Raises Refused where there is none."""
    try:
        return teams.read(turn.tx, number)
    except NotFound as error:
        raise Refused("not-allowed") from error


def pair(turn: Turn) -> tuple[int, int]:
    """The two row ids of an action such as `board.team:4711/12`. Raises Refused where one is none."""
    first, _, turn.argument = turn.argument.partition("/")
    second = turn.argument_id()
    turn.argument = first
    return turn.argument_id(), second


def own_paths(turn: Turn, action: str = "see open requests") -> list[str]:
    """The places where the person may do something, without those that lie below another of them."""
    row = permissions.MAY[action]
    paths = sorted({held.path for held in turn.roles if row.get(held.role) == "place"})
    return [path for path in paths if not any(path != other and path.startswith(other) for other in paths)]


def free(turn: Turn, request: ServiceRequest, item: Item) -> ServiceRequest:
    """Whoever holds the request hears that somebody else looks after it, and no card of it can be taken any more.

    Returns the request as it is then.
    """
    for each in assignments.held(turn.tx, request.id):
        request = releasing.release(turn, request, each, "hand over", actor_id=turn.person.id)
        if each.person_id != turn.person.id:
            turn.tell(each.person_id, Message(text=Text("help-relieved", {"number": request.number})))
    offers.withdraw(turn, request, item)
    return request


def move(
    turn: Turn, request: ServiceRequest, name: str, *, note: str = "", data: Mapping[str, Any] | None = None
) -> ServiceRequest:
    """Makes a move, and before it those that must come first. Raises Refused where no way leads there."""
    request = lifecycle.reach(turn, request, name, actor_id=turn.person.id)
    request = lifecycle.make(turn, request, name, actor_id=turn.person.id, note=note, data=data)
    line.closed(turn, request)
    if request.closed_at is not None:
        handing.put_away(turn, request)
    return request


def noted(
    turn: Turn, request: ServiceRequest, name: str, *, note: str = "", data: Mapping[str, Any] | None = None
) -> None:
    """Writes a line into the history that is no move."""
    history.note(turn, request, name, actor_id=turn.person.id, words=note, data=data)


def page_of(choices: Sequence[Choice], page: str, size: int, action: str) -> list[Choice]:
    """A page of a list (`page` as it stands in an action: "", "1" …), and the way to the next one."""
    number = int(page) if page.isascii() and page.isdigit() and len(page) <= PAGE_DIGITS else 0
    shown = list(choices[number * size :][:size])
    if len(choices) > (number + 1) * size:
        shown.append(Choice(f"{action}/{number + 1}", Text("more")))
    return shown


def again(turn: Turn, request: ServiceRequest) -> ServiceRequest:
    """The request as it stands now. Raises Refused where it is gone."""
    found = service_requests.read(turn.tx, request.id)
    if found is None:
        raise Refused("request-unknown")
    return found


def tell_people(turn: Speaker, request: ServiceRequest, item: Item, key: str, **values: object) -> None:
    """Tells those whom the request concerns, and those whose own was merged into it; the desk calls who has no chat.

    Neighbours who joined it know their own number.
    """
    for each in (request, *followers.merged(turn, request.id)):
        number = request.number if each.joined_at is None else each.number
        text = Text(key, {"number": number, **values})
        callbacks.tell_all(turn, each, Message(text=text, sensitive=item.sensitive))


def words_of(turn: Turn) -> str:
    """What was just written, as far as it is kept."""
    return turn.incoming.text.strip()[:MOST_WORDS]


def show_here(turn: Turn, key: str, message: Message) -> None:
    """Changes a keyed message where a button of it was pressed; says it anew where it was asked for otherwise."""
    pressed = turn.incoming.message if turn.incoming.press is not None else None
    shown = outbox.question_by_message(turn.tx, turn.address.id, pressed) if pressed is not None else None
    if shown is not None and shown.key == key:
        turn.edit(key, message, turn.person.id)
    else:
        turn.send(replace(message, key=key))
