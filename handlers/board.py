"""The board: desk and coordinator see what is open in their place and below, and assign it to a team or a person."""

from handlers import cards, lifecycle, offers, permissions, staff
from handlers.errors import Refused
from handlers.message import Choice, Message, Named, Text, choice, named_choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import addresses, people, places, reveals, roles, service_requests, teams
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.teams import Team

PAGE = 10
MOST_PAGES = 1000
MOST_TEAMS = 1000
MOST_LOST = 5  # requests without a place, shown above the first page
ASSIGNABLE = ("accepted", "dispatched", "claimed", "reopened")


def list_open(turn: Turn) -> None:
    """What is open in the person's own places, the oldest first, ten a page."""
    page = min(turn.argument_id(), MOST_PAGES) if turn.argument else 0
    paths = _own_paths(turn)
    if not paths:
        raise Refused("not-allowed")
    found = [one for path in paths for one in service_requests.open_below(turn.tx, path, PAGE + 1, page * PAGE)]
    lost = service_requests.open_without_place(turn.tx, MOST_LOST) if not page and _looks_after_lost(turn) else []
    if not found and not lost:
        turn.say("board-empty")
        return
    choices = [_line(turn, request) for request in (*lost, *found[:PAGE])]
    if len(found) > PAGE:
        choices.append(choice(f"board.open:{page + 1}", "more"))
    text = Text("board-open", {"n": min(len(found), PAGE) + len(lost)})
    turn.send(Message(text=text, choices=tuple(choices), lasting=True))


def show(turn: Turn) -> None:
    """One request with all that staff may see, and what can be done with it."""
    request, item = _in_own_place(turn, "see open requests")
    reveals.add(turn.tx, request.person_id, turn.person.id, request.id, "address and phone", turn.now)
    ways = (choice(f"board.assign:{request.id}", "board-assign"), choice("board.open", "board-back"))
    turn.send(
        Message(
            text=cards.staff_card(turn, request, item),
            choices=ways if _assignable(request) else ways[1:],
            sensitive=item.sensitive,
            lasting=True,
        )
    )


def assign(turn: Turn) -> None:
    """Asks which team the request goes to."""
    request, _ = _in_own_place(turn, "assign")
    if not _assignable(request):
        raise Refused("request-moved-on", number=request.number)
    known = [team for path in _own_paths(turn) for team in teams.below(turn.tx, path, 20)]
    choices = [choice(f"board.self:{request.id}", "board-self")]
    choices += [
        Choice(f"board.team:{request.id}/{team.id}", Text("plain", {"text": Named(team.name, team.name_en)}))
        for team in known
    ]
    turn.send(Message(text=Text("board-which-team", {"number": request.number}), choices=tuple(choices[:20])))


def assign_self(turn: Turn) -> None:
    """The coordinator looks after it in person."""
    request, _ = _in_own_place(turn, "assign")
    offers.give_to(turn, request, turn.person.id, "assign")


def pick_team(turn: Turn) -> None:
    """Asks who of the team goes, or whether its group is asked."""
    request, team_id = _pair(turn)
    held = roles.of_team(turn.tx, _own_team(turn, team_id).id)
    members = list(dict.fromkeys(role.person_id for role in held if role.person_id != request.person_id))
    choices = [choice(f"board.group:{request.id}/{team_id}", "board-group")]
    choices += [
        named_choice(f"board.person:{request.id}/{member}", people.read(turn.tx, member).name) for member in members
    ]
    turn.send(Message(text=Text("board-who", {"number": request.number}), choices=tuple(choices[:20])))


def to_group(turn: Turn) -> None:
    """Shows the card in a team's group."""
    request, team_id = _pair(turn)
    item = _item(turn, request)
    if item.sensitive or item.urgency == "emergency":
        raise Refused("board-not-for-group")
    team = _own_team(turn, team_id)
    if not addresses.somebody_reads(turn.tx, team.id):
        raise Refused("board-nobody-reads", team=Named(team.name, team.name_en))
    offers.offer_to(turn, request, item, team, turn.person.id)
    turn.say("board-offered", number=request.number, team=Named(team.name, team.name_en))


def to_person(turn: Turn) -> None:
    """Gives the request to one volunteer, who is told everything privately."""
    request, helper_id = _pair(turn)
    in_team = [held for held in roles.of_person(turn.tx, helper_id) if held.role in permissions.TEAM_ROLES]
    if not any(held.covers(path) or _below(held.path, path) for held in in_team for path in _own_paths(turn)):
        raise Refused("board-not-your-volunteer")
    helper = people.read(turn.tx, helper_id).name
    if addresses.reachable(turn.tx, helper_id) is None:
        raise Refused("board-out-of-reach", helper=helper)
    offers.give_to(turn, request, helper_id, "assign")
    turn.say("board-assigned", number=request.number, helper=helper)


def _below(path: str, above: str) -> bool:
    return path.startswith(above)


def _own_team(turn: Turn, team_id: int) -> Team:
    """A team of the person's own places. Refused for any other: the button was forged."""
    own = (team for path in _own_paths(turn) for team in teams.below(turn.tx, path, MOST_TEAMS))
    team = next((team for team in own if team.id == team_id), None)
    if team is None:
        raise Refused("not-allowed")
    return team


def _pair(turn: Turn) -> tuple[ServiceRequest, int]:
    first, _, second = turn.argument.partition("/")
    turn.argument = second
    other = turn.argument_id()
    turn.argument = first
    request, _ = _in_own_place(turn, "assign")
    return request, other


def _in_own_place(turn: Turn, action: str) -> tuple[ServiceRequest, Item]:
    """An open request that the person may look after; a button of a closed one shows nothing any more."""
    request = service_requests.lock(turn.tx, turn.argument_id())
    if request is None:
        raise Refused("request-unknown")
    if request.place_id is not None:
        permissions.require(turn, action, path=places.read(turn.tx, request.place_id).path)
    elif not _looks_after_lost(turn):
        raise Refused("not-allowed")
    if request.closed_at is not None:
        raise Refused("request-moved-on", number=request.number)
    return request, _item(turn, request)


def _item(turn: Turn, request: ServiceRequest) -> Item:
    item = turn.item(request.item)
    if item is None:
        raise Refused("request-unknown")
    return item


def _own_paths(turn: Turn) -> list[str]:
    """The places where the person may see open requests, without those that lie below another of them."""
    paths = sorted({held.path for held in turn.roles if held.role in permissions.MAY["see open requests"]})
    return [path for path in paths if not any(path != other and path.startswith(other) for other in paths)]


def _looks_after_lost(turn: Turn) -> bool:
    """Whether the person is among those who are told of what has no place."""
    return turn.person.id in staff.of_place(turn, None)


def _assignable(request: ServiceRequest) -> bool:
    return request.state in ASSIGNABLE and lifecycle.allowed("assign", request.state)


def _line(turn: Turn, request: ServiceRequest) -> Choice:
    item = _item(turn, request)
    values = {
        "number": request.number,
        "item": cards.item_name(item),
        "state": cards.state_name(request.state),
    }
    return Choice(f"board.show:{request.id}", Text("board-line", values))


ROUTES = (
    Route("command", "open", list_open, menu="coordinator desk"),
    Route("press", "board.open", list_open),
    Route("press", "board.show", show),
    Route("press", "board.assign", assign),
    Route("press", "board.self", assign_self),
    Route("press", "board.team", pick_team),
    Route("press", "board.group", to_group),
    Route("press", "board.person", to_person),
)
