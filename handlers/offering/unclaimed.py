"""Unclaimed: nobody has taken a request yet. Who is asked next, step by step; silence never ends it.

Rings: the next ring, then the team's leader, then the coordinator, then the next team. A group: a reminder at a quarter
of the time for the first contact, the leader at half, the coordinator at the limit, then the next team (domain.md, S3).
"""

from datetime import datetime, timedelta

from handlers import cards, staff
from handlers.errors import Refused
from handlers.life import clocks
from handlers.life.timers import Fire
from handlers.message import Lane, Message, Text, choice
from handlers.offering import arranging, handing, offers, rings, taking
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import offers as offered
from storage import request_events, service_requests, teams, timers
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.teams import Team
from storage.timers import Timer

REASONS = ("busy", "far", "unable", "other")
# How much of the time for the first contact passes in a group before the next step.
SHARES = {rings.LEADER: 0.25, rings.COORDINATOR: 0.5, rings.NEXT: 0.25}


def ring_over(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """A ring's time is up: the next one is asked; after the last, the leader."""
    found = _looking(speaker, request)
    if found is not None:
        _next_ring(speaker, request, *found)


def remind(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Nobody of the group has come forward: the card is shown once more, below."""
    found = _looking(speaker, request)
    open_card = _open_card(speaker, request)
    if found is None:
        return
    item, team = found
    if open_card is not None:
        text = Text("offer-reminder", {"card": cards.team_card(speaker, request, item)})
        speaker.tell_team(team.id, offers.group_card(request, open_card, text, item))
        rings.note(speaker, request, "reminder")
    _then(speaker, request, item, team, rings.LEADER, timer.due_at)


def ask_leader(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """The team's leaders are asked to arrange it; the resident hears once that we are still looking."""
    found = _looking(speaker, request)
    if found is not None:
        _ask_leader(speaker, request, *found, timer.due_at)


def ask_coordinator(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Desk and coordinator are asked to arrange it, with those who could go."""
    found = _looking(speaker, request)
    if found is not None:
        _ask_coordinator(speaker, request, *found, timer.due_at)


def ask_next_team(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """The next team that serves the place is asked, the nearest first; where there is none, staff have it."""
    found = _looking(speaker, request)
    if found is None or request.state != "dispatched":
        return
    item, team = found
    serving = offers.teams_for(speaker, item, request.place_id)
    place = next((place for place, each in enumerate(serving) if each.id == team.id), -1)
    for following in serving[place + 1 :]:
        rings.note(speaker, request, "next team")
        offers.offer_to(speaker, request, item, following, None)
        return


def decline(turn: Turn) -> None:
    """A volunteer cannot go this time: it costs nothing, and the next is asked at once where they were the last."""
    offer = offered.read(turn.tx, turn.argument_id())
    if offer is None or offer.person_id != turn.person.id:
        raise Refused("offer-gone")
    request = service_requests.lock(turn.tx, offer.request_id)
    if request is None or not offered.close(turn.tx, offer.id, "declined", turn.now, "other"):
        raise Refused("offer-expired")
    rings.note(turn, request, "decline", turn.person.id, ring=offer.ring)
    reasons = tuple(choice(f"offer.why:{offer.id}/{reason}", f"decline-{reason}") for reason in REASONS)
    turn.say_privately(Message(text=Text("decline-thanks", {"number": request.number}), choices=reasons))
    _if_nobody_is_left(turn, request)


def reason(turn: Turn) -> None:
    """Why not, for whoever likes to say it."""
    turn.argument, _, why = turn.argument.partition("/")
    if why not in REASONS or not offered.set_reason(turn.tx, turn.argument_id(), turn.person.id, why):
        raise Refused("choice-unknown")
    turn.say_privately(Message(text=Text("decline-noted")))


def withdraw_from(turn: Turn) -> None:
    """Somebody goes on leave or off duty: what is on offer to them alone goes to others."""
    for offer in offered.open_to(turn.tx, turn.person.id):
        request = service_requests.lock(turn.tx, offer.request_id)
        if request is not None and offered.close(turn.tx, offer.id, "withdrawn", turn.now):
            rings.say_over(turn, request, turn.person.id, "ring-withdrawn")
            _if_nobody_is_left(turn, request)


def refresh(speaker: Speaker, request: ServiceRequest, item: Item) -> None:
    """What was corrected stands on the card in the group, on the private offers, and on what the leaders were asked."""
    text = Text("offer-new", {"card": cards.team_card(speaker, request, item)})
    for each in offered.of_request(speaker.tx, request.id):
        if each.state != "open":
            continue
        if each.person_id is None:
            speaker.edit(offers.card_key(request.id), offers.group_card(request, each.id, text, item))
        else:
            speaker.edit(rings.key_of(request.id), rings.offer_of(speaker, request, item, each.id), each.person_id)
    team = teams.read(speaker.tx, request.team_id) if request.team_id else None
    if team is None:
        return
    for leader in _leaders(speaker, request, team):
        speaker.edit(f"lead:{request.id}", _to_leader(speaker, request, item, team, leader), leader)


def _ask_leader(speaker: Speaker, request: ServiceRequest, item: Item, team: Team, since: datetime) -> None:
    first = not any(event.data.get("step") == "leader" for event in request_events.of_request(speaker.tx, request.id))
    told = [each for each in _leaders(speaker, request, team) if _tell_leader(speaker, request, item, team, each)]
    if first:
        _tell_still_looking(speaker, request, item)
    if not told:
        _ask_coordinator(speaker, request, item, team, since)
        return
    rings.note(speaker, request, "leader", asked=len(told))
    _then(speaker, request, item, team, rings.COORDINATOR, since)


def _ask_coordinator(speaker: Speaker, request: ServiceRequest, item: Item, team: Team, since: datetime) -> None:
    ways = arranging.people_to_send(speaker, request, item, team, arranging.NAMED_TO_STAFF)
    told = handing.hand_to_staff(speaker, request, item, "staff-unclaimed", ways=ways)
    rings.note(speaker, request, "coordinator", asked=told)
    _then(speaker, request, item, team, rings.NEXT, since)


def _if_nobody_is_left(turn: Turn, request: ServiceRequest) -> None:
    """Where all of a ring have said no, the next one is asked at once."""
    ring = [each for each in offered.of_request(turn.tx, request.id) if each.person_id is not None]
    found = _looking(turn, request)
    if found is not None and not any(each.state == "open" for each in ring):
        waiting = [each for each in timers.of_request(turn.tx, request.id) if each.state == "waiting"]
        if any(each.kind == rings.RING for each in waiting):
            _next_ring(turn, request, *found)


def _next_ring(speaker: Speaker, request: ServiceRequest, item: Item, team: Team) -> None:
    timers.cancel(speaker.tx, request.id, speaker.now, rings.RING)
    rings.close(speaker, request, "expired", "ring-expired")
    asked = [each.ring for each in offered.of_request(speaker.tx, request.id) if each.person_id is not None]
    ring = (asked[-1] if asked else 0) + 1
    if ring > rings.RINGS or not rings.ask(speaker, request, item, team, ring):
        _ask_leader(speaker, request, item, team, speaker.now)


def _looking(speaker: Speaker, request: ServiceRequest) -> tuple[Item, Team] | None:
    """The item and the team that is asked; None where nobody is looked for any more."""
    item = speaker.item(request.item)
    if item is None or request.team_id is None or not rings.missing(speaker, request):
        return None
    return item, teams.read(speaker.tx, request.team_id)


def _open_card(speaker: Speaker, request: ServiceRequest) -> int | None:
    found = offered.of_request(speaker.tx, request.id)
    return next((each.id for each in found if each.state == "open" and each.person_id is None), None)


def _then(speaker: Speaker, request: ServiceRequest, item: Item, team: Team, kind: str, since: datetime) -> None:
    """Sets the next step, by the ring's patience or by its share of the time for the first contact."""
    wait: timedelta = rings.patience(item) if team.mode == "ring" else item.respond_within * SHARES[kind]
    due = clocks.after(speaker.community, item, since, wait)
    timers.put(speaker.tx, request.id, kind, due)


def _leaders(speaker: Speaker, request: ServiceRequest, team: Team) -> list[int]:
    present = [each for each in staff.leaders(speaker, team.id) if each not in request.people]
    return [each for each in present if not taking.went_before(speaker, request, each)]


def _tell_leader(speaker: Speaker, request: ServiceRequest, item: Item, team: Team, leader_id: int) -> bool:
    return speaker.tell(leader_id, _to_leader(speaker, request, item, team, leader_id))


def _to_leader(speaker: Speaker, request: ServiceRequest, item: Item, team: Team, leader_id: int) -> Message:
    ways = arranging.people_to_send(speaker, request, item, team, arranging.NAMED, but=leader_id)
    return Message(
        text=Text("leader-please", {"card": cards.team_card(speaker, request, item)}),
        choices=(choice(f"offer.lead:{request.id}", "leader-goes"), *ways),
        key=f"lead:{request.id}",
        lane=rings.lane_of(item),
        lasting=True,
    )


def _tell_still_looking(speaker: Speaker, request: ServiceRequest, item: Item) -> None:
    values = {"number": request.number, "phone": speaker.community.pack.desk.phone}
    lane = Lane.REPLIES if item.urgency in clocks.BY_THE_WALL else Lane.REMINDERS
    for person in request.people:
        speaker.tell(person, Message(text=Text("still-looking", values), lane=lane))


TIMERS: dict[str, Fire] = {
    rings.RING: ring_over,
    rings.REMINDER: remind,
    rings.LEADER: ask_leader,
    rings.COORDINATOR: ask_coordinator,
    rings.NEXT: ask_next_team,
}
ROUTES = (
    Route("press", "offer.decline", decline),
    Route("press", "offer.why", reason),
)
