"""Offers: a request goes to the right team's group; the first volunteer to tap has it, and alone gets the details."""

from handlers import cards, lifecycle, permissions, staff
from handlers.errors import Refused
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, media, offers, people, places, reveals, service_requests, teams
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.teams import Team

URGENT_TIERS = ("emergency", "urgent")


def card_key(request_id: int) -> str:
    """The key of a request's card in a group."""
    return f"card:{request_id}"


def lane_of(item: Item) -> Lane:
    """Urgent items go first and at any hour; the others wait for the end of quiet hours."""
    return Lane.URGENT if item.urgency in URGENT_TIERS else Lane.REMINDERS


def team_for(turn: Speaker, item: Item, place_id: int | None) -> Team | None:
    """The nearest team with the item's skill whose group has readers; none for what is sensitive or an emergency."""
    if item.sensitive or item.urgency == "emergency" or place_id is None:
        return None
    path = places.read(turn.tx, place_id).path
    for skill in item.handled_by:
        team = teams.nearest_with_skill(turn.tx, skill, path)
        if team is not None and addresses.somebody_reads(turn.tx, team.id):
            return team
    return None


def send_off(turn: Speaker, request: ServiceRequest, item: Item, actor_id: int | None) -> ServiceRequest:
    """Offers an accepted request to its team, or hands it to desk and coordinator. Returns it as it is now."""
    team = team_for(turn, item, request.place_id)
    if team is None:
        hand_to_staff(turn, request, item, "staff-new")
        return request
    return offer_to(turn, request, item, team, actor_id)


def offer_to(
    turn: Speaker, request: ServiceRequest, item: Item, team: Team, actor_id: int | None, move: str = "dispatch"
) -> ServiceRequest:
    """Shows a request's card in a team's group; where another was asked before, its card is withdrawn."""
    _relieve(turn, request, None)
    if request.team_id is not None:
        withdraw(turn, request, item)
    request = lifecycle.make(turn.tx, request, move, actor_id=actor_id, now=turn.now, team_id=team.id)
    offer_id = offers.create(turn.tx, request.id, team.id, turn.now)
    turn.tell_team(
        team.id,
        Message(
            text=Text("offer-new", {"card": cards.team_card(turn, request, item)}),
            choices=(choice(f"offer.take:{offer_id}", "offer-take"),),
            key=card_key(request.id),
            lane=lane_of(item),
        ),
    )
    return request


def withdraw(turn: Speaker, request: ServiceRequest, item: Item) -> None:
    """Nobody can take the request any more, and the cards in the groups say so."""
    offers.close_all(turn.tx, request.id, "withdrawn", turn.now)
    card = cards.team_card(turn, request, item)
    turn.edit(card_key(request.id), Message(text=Text("card-withdrawn", {"card": card})))


def hand_to_staff(turn: Speaker, request: ServiceRequest, item: Item, key: str, but: int | None = None) -> int:
    """Shows a request privately to desk and coordinator, who can assign it. Returns how many were told."""
    for person_id in staff.of_place(turn, request.place_id):
        reveals.add(turn.tx, request.person_id, person_id, request.id, "address and phone", turn.now)
    return staff.tell(
        turn,
        request.place_id,
        Message(
            text=Text(key, {"card": cards.staff_card(turn, request, item)}),
            choices=(choice(f"board.assign:{request.id}", "board-assign"),),
            key=f"staff:{request.id}",
            lasting=True,
            lane=Lane.URGENT if item.urgency in URGENT_TIERS else Lane.REPLIES,
            sensitive=item.sensitive,
        ),
        but=but,
    )


def take(turn: Turn) -> None:
    """A volunteer taps "I'll go". The first one has it; the others hear that it is taken."""
    offer = offers.read(turn.tx, turn.argument_id())
    if offer is None:
        raise Refused("offer-gone")
    permissions.require(turn, "take", team_id=offer.team_id)
    if addresses.reachable(turn.tx, turn.person.id) is None:
        raise Refused("offer-meet-first")
    if offer.state == "withdrawn":
        raise Refused("offer-gone")
    request = service_requests.lock(turn.tx, offer.request_id)
    if request is None or request.state != "dispatched" or offer.state != "open":
        raise Refused("offer-taken")
    if request.person_id == turn.person.id:
        raise Refused("offer-own")
    give_to(turn, request, turn.person.id, "claim")
    turn.toast("offer-yours")


def give_to(turn: Turn, request: ServiceRequest, helper_id: int, move: str) -> None:
    """The request has its helper: he alone gets the details, the group's card says so, the resident is told."""
    item = turn.item(request.item)
    if item is None:
        raise Refused("request-unknown")
    _relieve(turn, request, helper_id)
    request = lifecycle.make(turn.tx, request, move, actor_id=turn.person.id, now=turn.now, helper_id=helper_id)
    offers.close_all(turn.tx, request.id, "taken", turn.now)
    helper = people.read(turn.tx, helper_id)
    turn.edit(card_key(request.id), Message(text=cards.taken_card(turn, request, item, helper.name)))
    show_details(turn, request, item, helper_id)
    team = teams.read(turn.tx, request.team_id) if request.team_id else None
    values = {"number": request.number, "helper": helper.name, "team": cards.team_name(team)}
    turn.tell(request.person_id, Message(text=Text("request-taken" if team else "request-taken-alone", values)))


def show_details(turn: Speaker, request: ServiceRequest, item: Item, helper_id: int) -> None:
    """Tells the helper privately whom to visit, where, and the phone number; each such reveal is logged."""
    reveals.add(turn.tx, request.person_id, helper_id, request.id, "address and phone", turn.now)
    digests = [media.read(turn.tx, number).digest for number in service_requests.media(turn.tx, request.id)]
    turn.tell(
        helper_id,
        Message(
            text=cards.helper_card(turn, request, item),
            choices=(
                choice(f"help.finish:{request.id}", "help-finish"),
                choice(f"help.return:{request.id}", "help-return"),
            ),
            key=f"help:{request.id}",
            lasting=True,
            media=tuple(digest for digest in digests if digest),
            sensitive=item.sensitive,
        ),
    )


def hide_details(turn: Speaker, request: ServiceRequest, helper_id: int) -> None:
    """Address and phone disappear from the chat of somebody who no longer helps with the request."""
    over = Message(text=Text("help-over", {"number": request.number}))
    turn.edit(f"help:{request.id}", over, helper_id)


def _relieve(turn: Speaker, request: ServiceRequest, successor: int | None) -> None:
    """Whoever has the request now is told that somebody else goes."""
    helper_id = request.helper_id
    if request.state == "claimed" and helper_id is not None and helper_id != successor:
        hide_details(turn, request, helper_id)
        turn.tell(helper_id, Message(text=Text("help-relieved", {"number": request.number})))


ROUTES = (Route("press", "offer.take", take, where="anywhere"),)
