"""Taking: a volunteer taps "I'll go", on a group's card or on an offer of their own."""

from handlers import permissions
from handlers.errors import Refused
from handlers.offering import offers, rings
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, assignments, service_requests, volunteers
from storage import offers as offered
from storage.offers import Offer
from storage.service_requests import ServiceRequest


def take(turn: Turn) -> None:
    """A volunteer taps "I'll go". The first one has it; the others hear that it is taken."""
    offer = offered.read(turn.tx, turn.argument_id())
    if offer is None or (offer.person_id is not None and offer.person_id != turn.person.id):
        raise Refused("offer-gone")
    permissions.require(turn, "take", team_id=offer.team_id)
    if addresses.reachable(turn.tx, turn.person.id) is None:
        raise Refused("offer-meet-first")
    request = service_requests.lock(turn.tx, offer.request_id)
    _must_be_open(turn, request, offered.read(turn.tx, offer.id))
    if request is None:
        raise Refused("offer-gone")
    if turn.person.id in request.people:
        raise Refused("offer-own")
    if went_before(turn, request, turn.person.id):
        raise Refused("offer-another")
    must_have_room(turn, turn.person.id, offer.team_id)
    offers.give_to(turn, request, turn.person.id, actor_id=turn.person.id)
    turn.toast("offer-yours")


def must_have_room(speaker: Speaker, person_id: int, team_id: int | None) -> None:
    """Raises Refused where a volunteer's hands are full."""
    volunteer = volunteers.member(speaker.tx, person_id, team_id) if team_id is not None else None
    held = assignments.held_by(speaker.tx, person_id)
    if volunteer is not None and len(held) >= volunteer.most:
        raise Refused("offer-hands-full", n=len(held))


def went_before(speaker: Speaker, request: ServiceRequest, person_id: int) -> bool:
    """Whether somebody has done it once, and it was not solved: they let another one go."""
    before = assignments.of_request(speaker.tx, request.id)
    return any(each.person_id == person_id and each.ended in ("finish", "reopen") for each in before)


def _must_be_open(turn: Turn, request: ServiceRequest | None, offer: Offer | None) -> None:
    if request is None or offer is None or offer.state == "withdrawn":
        raise Refused("offer-gone")
    if offer.state in ("expired", "declined"):
        raise Refused("offer-expired")
    if offer.state != "open" or not rings.missing(turn, request):
        raise Refused("offer-taken")


ROUTES = (Route("press", "offer.take", take, where="anywhere"),)
