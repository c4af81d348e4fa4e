"""Assigning: a request goes to a team's group, to one of its people, or to whoever of the staff looks after it."""

from handlers import permissions
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.message import Choice, Message, Named, Text, choice, named_choice
from handlers.offering import candidates, offers
from handlers.routing import Route
from handlers.turn import Turn
from storage import addresses, people, roles, teams
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.teams import Team

MOST_TEAMS = 1000
SHOWN = 18
DECIDED_FIRST = "disputed"


def assign(turn: Turn) -> None:
    """Asks which team the request goes to. A team's leader assigns within the team alone."""
    turn.argument, _, page = turn.argument.partition("/")
    request, _ = _assignable(turn, turn.argument_id(), "dispatch", "assign")
    known = _own_teams(turn)
    if not known and request.team_id is not None:
        _ask_who(turn, request, steering.team(turn, request.team_id))
        return
    named = [
        Choice(f"board.team:{request.id}/{team.id}", Text("plain", {"text": Named(team.name, team.name_en)}))
        for team in known
    ]
    shown = steering.page_of(named, page, SHOWN, f"board.assign:{request.id}")
    choices = (choice(f"board.self:{request.id}", "board-self"), *shown)
    turn.send(Message(text=Text("board-which-team", {"number": request.number}), choices=choices))


def assign_self(turn: Turn) -> None:
    """Whoever of the staff presses looks after it in person."""
    request, _ = _assignable(turn, turn.argument_id(), "accept")
    offers.give_to(turn, request, turn.person.id, actor_id=turn.person.id)


def pick_team(turn: Turn) -> None:
    """Asks who of the team goes, or whether its group is asked."""
    first, _, rest = turn.argument.partition("/")
    second, _, page = rest.partition("/")
    turn.argument = f"{first}/{second}"
    number, team_id = steering.pair(turn)
    request, _ = _assignable(turn, number, "dispatch", "assign")
    _ask_who(turn, request, _own_team(turn, request, team_id), page)


def to_group(turn: Turn) -> None:
    """The team is asked, in the way that it is asked usually."""
    number, team_id = steering.pair(turn)
    request, item = _assignable(turn, number, "dispatch")
    if item.sensitive or item.urgency == "emergency":
        raise Refused("board-not-for-group")
    team = _own_team(turn, request, team_id)
    named = Named(team.name, team.name_en)
    if not offers.can_ask(turn, item, team):
        raise Refused("board-nobody-on-duty" if team.mode == "ring" else "board-nobody-reads", team=named)
    offers.offer_to(turn, request, item, team, turn.person.id)
    turn.say("board-offered", number=request.number, team=named)


def to_person(turn: Turn) -> None:
    """Gives the request to one volunteer, who is told everything privately."""
    number, helper_id = steering.pair(turn)
    request, _ = _assignable(turn, number, "assign")
    if not _may_send(turn, helper_id):
        raise Refused("board-not-your-volunteer")
    helper = people.read(turn.tx, helper_id).name
    if addresses.reachable(turn.tx, helper_id) is None:
        raise Refused("board-out-of-reach", helper=helper)
    offers.give_to(turn, request, helper_id, actor_id=turn.person.id)
    turn.say("board-assigned", number=request.number, helper=helper)


def assignable(request: ServiceRequest) -> bool:
    """Whether it can be given to somebody as it stands: not while it is disputed, and not once it is done."""
    return request.closed_at is None and request.state not in ("done", DECIDED_FIRST)


def _assignable(turn: Turn, number: int, *actions: str) -> tuple[ServiceRequest, Item]:
    """The request, locked, where one of these actions is allowed on it."""
    request, item = steering.looked_after(turn, actions, number)
    if request.state == DECIDED_FIRST:
        raise Refused("dispute-open", number=request.number)
    if not assignable(request):
        raise Refused("request-moved-on", number=request.number)
    return request, item


def _ask_who(turn: Turn, request: ServiceRequest, team: Team, page: str = "") -> None:
    choices = []
    if steering.allowed(turn, "dispatch", request):
        choices.append(choice(f"board.group:{request.id}/{team.id}", "board-group"))
    if steering.allowed(turn, "assign", request):
        held = roles.of_team(turn.tx, team.id)
        members = list(dict.fromkeys(role.person_id for role in held if role.person_id not in request.people))
        why = candidates.reasons(turn, request, steering.item_of(turn, request), team)
        fittest_first = sorted(members, key=lambda member: list(why).index(member) if member in why else len(why))
        named = [_named(turn, request, member, why.get(member, [])) for member in fittest_first]
        choices += steering.page_of(named, page, SHOWN, f"board.team:{request.id}/{team.id}")
    turn.send(Message(text=Text("board-who", {"number": request.number}), choices=tuple(choices)))


def _named(turn: Turn, request: ServiceRequest, member: int, why: list[Text]) -> Choice:
    """Somebody who can be sent, and what speaks for them."""
    action, name = f"board.person:{request.id}/{member}", people.read(turn.tx, member).name
    return Choice(action, Text("send-whom", {"name": name, "why": why})) if why else named_choice(action, name)


def _may_send(turn: Turn, helper_id: int) -> bool:
    """Whether it is a volunteer of the person's own places, or of the own team."""
    in_team = [held for held in roles.of_person(turn.tx, helper_id) if held.role in permissions.TEAM_ROLES]
    led = {held.team_id for held in turn.roles if held.role == "leader"}
    paths = steering.own_paths(turn, "assign")
    return any(
        held.team_id in led or any(held.covers(path) or held.path.startswith(path) for path in paths)
        for held in in_team
    )


def _own_teams(turn: Turn) -> list[Team]:
    """The teams of the places where the person dispatches, those above included: they serve what is below."""
    paths = steering.own_paths(turn, "dispatch")
    found = [team for path in paths for team in teams.below(turn.tx, path, MOST_TEAMS)]
    return list({team.id: team for team in found}.values())


def _own_team(turn: Turn, request: ServiceRequest, team_id: int) -> Team:
    """A team of the person's own places, or the one led. Refused for any other: the button was forged."""
    led = [held for held in turn.roles if held.role == "leader" and held.team_id == team_id == request.team_id]
    team = next((team for team in _own_teams(turn) if team.id == team_id), None)
    if team is None and led:
        team = steering.team(turn, team_id)
    if team is None:
        raise Refused("not-allowed")
    return team


ROUTES = (
    Route("press", "board.assign", assign),
    Route("press", "board.self", assign_self),
    Route("press", "board.team", pick_team),
    Route("press", "board.group", to_group),
    Route("press", "board.person", to_person),
)
