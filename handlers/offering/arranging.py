"""Arranging: leaders and staff send one of those who could go, with one tap; each name says what speaks for them."""

from handlers import permissions
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.message import Choice, Text
from handlers.offering import candidates, offers, rings, taking
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import people, places, teams, volunteers
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.teams import Team
from storage.volunteers import Volunteer

NAMED = 3  # people whom a leader can send with one tap; with "I'll go" four choices
NAMED_TO_STAFF = 2
NOT_YET = ("submitted", "accepted", "disputed", "reopened")  # nobody is asked; somebody can be sent all the same


def people_to_send(
    speaker: Speaker, request: ServiceRequest, item: Item, team: Team, most: int, but: int | None = None
) -> tuple[Choice, ...]:
    """Those who could go, as choices that say why."""
    found = candidates.find(speaker, request, item, team, again=True, without=() if but is None else (but,))
    least = candidates.least_of(found)
    return tuple(
        Choice(
            f"offer.assign:{request.id}/{each.person_id}",
            Text(
                "send-whom",
                {
                    "name": people.read(speaker.tx, each.person_id).name,
                    "why": candidates.spoken(candidates.why(each, least)),
                },
            ),
        )
        for each in candidates.ranked(found, most)
    )


def take_over(turn: Turn) -> None:
    """The leader goes in person."""
    request = _of_own_team(turn)
    if taking.went_before(turn, request, turn.person.id):
        raise Refused("offer-another")
    offers.give_to(turn, request, turn.person.id, actor_id=turn.person.id)


def assign(turn: Turn) -> None:
    """The leader, or staff, send one of those who were named."""
    turn.argument, _, second = turn.argument.partition("/")
    request = _of_own_team(turn)
    turn.argument = second
    helper_id = turn.argument_id()
    member = next((each for each in volunteers.of_person(turn.tx, helper_id) if _serves(turn, each, request)), None)
    if member is None:
        raise Refused("board-not-your-volunteer")
    taking.must_have_room(turn, helper_id, member.team_id)
    request = offers.give_to(turn, request, helper_id, actor_id=turn.person.id)
    turn.say("board-assigned", number=request.number, helper=people.read(turn.tx, helper_id).name)


def _of_own_team(turn: Turn) -> ServiceRequest:
    """A request that the person may assign, on which somebody is still wanted. Raises Refused."""
    request, _ = steering.looked_after(turn, ("assign", "dispatch"), turn.argument_id())
    if not rings.missing(turn, request) and request.state not in NOT_YET:
        raise Refused("offer-taken")
    return request


def _serves(turn: Turn, volunteer: Volunteer, request: ServiceRequest) -> bool:
    """Whether somebody's team is the request's, or serves its place."""
    if volunteer.team_id == request.team_id or request.place_id is None:
        return volunteer.team_id == request.team_id
    home = places.read(turn.tx, teams.read(turn.tx, volunteer.team_id).place_id)
    leads = permissions.may(turn.roles, "assign", path=home.path, team_id=volunteer.team_id)
    return leads and places.read(turn.tx, request.place_id).path.startswith(home.path)


ROUTES = (
    Route("press", "offer.lead", take_over),
    Route("press", "offer.assign", assign),
)
