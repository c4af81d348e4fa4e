"""Offers: a request goes to the right team, as a card in its group or by rings; whoever taps first has it.

What happens while nobody does: see unclaimed.py.
"""

from collections.abc import Collection
from datetime import timedelta

from handlers import cards
from handlers.danger import answered
from handlers.errors import Refused
from handlers.following import following
from handlers.helping import task_card
from handlers.life import clocks, lifecycle
from handlers.message import Message, Text, choice
from handlers.offering import candidates, handing, rings
from handlers.talking import line
from handlers.turn import Speaker
from storage import (
    addresses,
    assignments,
    choosing,
    offers,
    people,
    places,
    teams,
    timers,
    volunteers,
)
from storage.assignments import Assignment
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.teams import Team

URGENT_TIERS = clocks.BY_THE_WALL
REMINDED_AFTER = 0.25  # of the time in which somebody must be in touch; then see unclaimed.py


def card_key(request_id: int) -> str:
    """The key of a request's card in a group."""
    return f"card:{request_id}"


def teams_for(speaker: Speaker, item: Item, place_id: int | None) -> list[Team]:
    """The teams that can be asked for an item, the nearest first; none for what is sensitive or an emergency."""
    if item.sensitive or item.urgency == "emergency" or place_id is None:
        return []
    serving = teams.serving(speaker.tx, item.handled_by, places.read(speaker.tx, place_id))
    return [team for team in serving if can_ask(speaker, item, team)]


def team_for(speaker: Speaker, item: Item, place_id: int | None) -> Team | None:
    """The first of them."""
    return next(iter(teams_for(speaker, item, place_id)), None)


def can_ask(speaker: Speaker, item: Item, team: Team) -> bool:
    """Whether a team can be asked now: its group has readers; in ring mode, somebody is on duty."""
    if team.mode != "ring":
        return addresses.somebody_reads(speaker.tx, team.id)
    skill = candidates.skill_of(speaker, item, team)
    return skill is not None and choosing.anybody(speaker.tx, team.id, skill)


def send_off(
    speaker: Speaker,
    request: ServiceRequest,
    item: Item,
    actor_id: int | None,
    *,
    without: Collection[int] = (),
) -> ServiceRequest:
    """Offers a request to the nearest team, or hands it to desk and coordinator. Returns it as it is now.

    `without`: people who are not asked.
    """
    team = team_for(speaker, item, request.place_id)
    if team is None:
        handing.hand_to_staff(speaker, request, item, "staff-new")
        return request
    return offer_to(speaker, request, item, team, actor_id, without=without)


def offer_to(
    speaker: Speaker,
    request: ServiceRequest,
    item: Item,
    team: Team,
    actor_id: int | None,
    move: str = "dispatch",
    *,
    without: Collection[int] = (),
) -> ServiceRequest:
    """Asks a team, in its own way; where another was asked before, its offers are withdrawn."""
    _relieve(speaker, request, None)
    if request.team_id is not None:
        withdraw(speaker, request, item)
    request = lifecycle.reach(speaker, request, move, actor_id=actor_id)
    request = lifecycle.make(speaker, request, move, actor_id=actor_id, team_id=team.id)
    _ask(speaker, request, item, team, without)
    return request


def look_for_more(speaker: Speaker, request: ServiceRequest, item: Item, *, without: Collection[int] = ()) -> bool:
    """One helper is there and another is wanted: their team is asked. False where it cannot be."""
    team = teams.read(speaker.tx, request.team_id) if request.team_id else None
    private = item.sensitive or item.urgency == "emergency"
    if team is None or private or not rings.missing(speaker, request) or not can_ask(speaker, item, team):
        return False
    withdraw(speaker, request, item)
    _ask(speaker, request, item, team, without)
    return True


def group_card(request: ServiceRequest, offer_id: int, text: Text, item: Item) -> Message:
    """A card in a group that can be taken with one tap."""
    take_it = choice(f"offer.take:{offer_id}", "offer-take")
    return Message(text=text, choices=(take_it,), key=card_key(request.id), lane=rings.lane_of(item))


def withdraw(speaker: Speaker, request: ServiceRequest, item: Item) -> None:
    """Nobody can take the request any more, and the cards and private offers say so."""
    rings.close(speaker, request, "withdrawn", "ring-withdrawn")
    offers.close_all(speaker.tx, request.id, "withdrawn", speaker.now)
    timers.cancel(speaker.tx, request.id, speaker.now, *rings.KINDS)
    card = cards.team_card(speaker, request, item)
    speaker.edit(card_key(request.id), Message(text=Text("card-withdrawn", {"card": card})))


def give_to(
    speaker: Speaker, request: ServiceRequest, helper_id: int, *, actor_id: int | None = None
) -> ServiceRequest:
    """The request has its helper, who alone gets the details; cards say so, the resident is told.

    Where two are wanted and one is there already, this is the other; otherwise whoever had it is relieved. Raises
    Refused where it is the helper's own, or in their hands already.
    """
    item = speaker.item(request.item)
    if item is None:
        raise Refused("request-unknown")
    if helper_id in request.people:
        raise Refused("offer-own")
    held = assignments.held(speaker.tx, request.id) if request.state in lifecycle.HELD else []
    if any(each.person_id == helper_id for each in held):
        raise Refused("offer-yours-already")
    joins = bool(held) and rings.missing(speaker, request) > 0
    team_id = _team_of(speaker, request, helper_id)
    if joins:
        rings.note(speaker, request, "join", actor_id)
    else:
        _relieve(speaker, request, helper_id)
        request = lifecycle.reach(speaker, request, "claim", actor_id=actor_id)
        request = lifecycle.make(speaker, request, "claim", actor_id=actor_id, helper_id=helper_id, team_id=team_id)
        line.closed(speaker, request)
    assignment = assignments.create(speaker.tx, request.id, helper_id, team_id, speaker.now)
    volunteers.add_news(speaker.tx, helper_id)
    _settle(speaker, request, item, helper_id, pressed=actor_id == helper_id)
    if item.urgency == "emergency":
        answered.by(speaker, request, item, helper_id)
    task_card.show(speaker, request, item, helper_id)
    following.tell_who_comes(speaker, request, assignment)
    if joins:
        _introduce(speaker, request, item, assignment, held)
    _seek_another(speaker, request, item, helper_id, actor_id)
    return request


def _team_of(speaker: Speaker, request: ServiceRequest, helper_id: int) -> int | None:
    """As whose volunteer somebody goes: of the team that was asked, or of the first that they belong to."""
    own = [each.team_id for each in volunteers.of_person(speaker.tx, helper_id)]
    return request.team_id if request.team_id in own else next(iter(own), None)


def _seek_another(speaker: Speaker, request: ServiceRequest, item: Item, helper_id: int, actor_id: int | None) -> None:
    """Somebody was sent where more are wanted and nobody is being asked: the team is, or whoever sent them hears it."""
    left = rings.missing(speaker, request)
    asked = [each.person_id for each in assignments.of_request(speaker.tx, request.id)]
    if not left or any(each.state == "open" for each in offers.of_request(speaker.tx, request.id)):
        return
    found = look_for_more(speaker, request, item, without=asked)
    told, key = (helper_id, "pair-looked-for") if found else (actor_id, "pair-missing")
    if told is not None:
        speaker.tell(told, Message(text=Text(key, {"number": request.number, "n": left})))


def _ask(speaker: Speaker, request: ServiceRequest, item: Item, team: Team, without: Collection[int]) -> None:
    if team.mode == "ring":
        if not rings.ask(speaker, request, item, team, 1, without):
            timers.put(speaker.tx, request.id, rings.LEADER, speaker.now)
        return
    offer_id = offers.create(speaker.tx, request.id, team.id, speaker.now)
    text = Text("offer-new", {"card": cards.team_card(speaker, request, item)})
    speaker.tell_team(team.id, group_card(request, offer_id, text, item))
    quarter: timedelta = item.respond_within * REMINDED_AFTER
    due = clocks.after(speaker.community, item, speaker.now, quarter)
    timers.put(speaker.tx, request.id, rings.REMINDER, due)


def _settle(speaker: Speaker, request: ServiceRequest, item: Item, helper_id: int, *, pressed: bool) -> None:
    """What is on offer, after somebody has taken it: nothing any more, or one place less."""
    opened = [each for each in offers.of_request(speaker.tx, request.id) if each.state == "open"]
    for each in opened:
        if each.person_id == helper_id:
            offers.close(speaker.tx, each.id, "taken", speaker.now)
            if not pressed:
                rings.say_over(speaker, request, helper_id, "ring-yours")
    names = [people.read(speaker.tx, each.person_id).name for each in assignments.held(speaker.tx, request.id)]
    left = rings.missing(speaker, request)
    card = cards.taken_card(speaker, request, item, names, left)
    in_group = next((each for each in opened if each.person_id is None), None)
    if not left:
        rings.close(speaker, request, "taken", "ring-taken")
        offers.close_all(speaker.tx, request.id, "taken", speaker.now)
        timers.cancel(speaker.tx, request.id, speaker.now, *rings.KINDS)
        speaker.edit(card_key(request.id), Message(text=card))
    elif in_group is not None:
        speaker.edit(card_key(request.id), group_card(request, in_group.id, card, item))
    if left and opened:
        speaker.tell(helper_id, Message(text=Text("pair-looked-for", {"number": request.number, "n": left})))


def _introduce(
    speaker: Speaker, request: ServiceRequest, item: Item, joined: Assignment, before: list[Assignment]
) -> None:
    """Two go together: each hears the other's name."""
    name = people.read(speaker.tx, joined.person_id).name
    for each in before:
        speaker.tell(each.person_id, Message(text=Text("pair-is", {"number": request.number, "helper": name})))
        task_card.refresh(speaker, request, item, each)
    names = [people.read(speaker.tx, each.person_id).name for each in before]
    together = Text("pair-is", {"number": request.number, "helper": names})
    speaker.tell(joined.person_id, Message(text=together))


def _relieve(speaker: Speaker, request: ServiceRequest, successor: int | None) -> None:
    """Whoever has the request now is told that somebody else goes."""
    if request.state not in lifecycle.HELD:
        return
    for each in assignments.held(speaker.tx, request.id):
        if each.person_id != successor:
            task_card.hide(speaker, request, each.person_id)
            told = Message(text=Text("help-relieved", {"number": request.number}))
            speaker.tell(each.person_id, told)
