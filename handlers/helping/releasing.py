"""Releasing: somebody's part in a request ends before it is done. Nobody is blamed; everybody hears how it goes on."""

from dataclasses import dataclass, replace

from handlers import callbacks
from handlers.danger import alerting
from handlers.following import following
from handlers.helping import holding, task_card
from handlers.life import history, lifecycle
from handlers.message import Message, Text
from handlers.offering import handing, offers
from handlers.talking import line
from handlers.turn import Speaker
from storage import assignments, service_requests, timers
from storage.assignments import Assignment
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

BACK = frozenset({"give back", "replace"})
PASSING = "pass.over"  # a colleague was asked to take this part; see passing_on.py
OWN_TIMERS = ("arrival.soon", "arrival.ask", "contact.ask", "contact.replace")


@dataclass(frozen=True, slots=True)
class Words:
    """What the people of a request hear, where nobody is left on it and where another helper is."""

    alone: str
    another: str


TOLD = {
    "give back": Words("request-given-back", "request-one-less"),
    "replace": Words("request-replaced", "request-one-less"),
}


def release(
    speaker: Speaker,
    request: ServiceRequest,
    assignment: Assignment,
    move: str,
    *,
    note: str = "",
    actor_id: int | None = None,
) -> ServiceRequest:
    """Ends this helper's part by `give back`, `hand over` or `replace`; returns the request as it is now.

    The address is hidden from them and the people of the request are told. Where nobody is left on it, it goes back and
    is offered anew, without those who could not go; after "hand over" the caller gives it to the next one.
    """
    item = holding.item_of(speaker, request)
    others = [each for each in assignments.held(speaker.tx, request.id) if each.id != assignment.id]
    timers.cancel(speaker.tx, request.id, speaker.now, *OWN_TIMERS, subject_id=assignment.id)
    close_offer(speaker, request, assignment)
    if others:
        request = _one_less(speaker, request, assignment, others, move, note, actor_id)
    else:
        request = lifecycle.reach(speaker, request, move, actor_id=actor_id)
        request = lifecycle.make(speaker, request, move, actor_id=actor_id, note=note)
        assignments.end(speaker.tx, assignment.id, move, speaker.now)
    task_card.hide(speaker, request, assignment.person_id)
    line.closed(speaker, request)
    following.say_anew(speaker, request)
    if move in TOLD:
        _tell(speaker, request, assignment, move, left=bool(others))
    if others:
        _tell_those_left(speaker, request, item, assignment, others, move)
    if move in BACK:
        request = _go_on(speaker, request, item, assignment, actor_id, left=bool(others))
    return request


def _go_on(
    speaker: Speaker, request: ServiceRequest, item: Item, gone: Assignment, actor_id: int | None, *, left: bool
) -> ServiceRequest:
    """Somebody else is looked for: another second one, or a first one; where no team can be asked, by the staff."""
    without = cannot_go(speaker, request)
    if left:
        offers.look_for_more(speaker, request, item, without=without)
    elif item.urgency == "emergency":
        alerting.alert(speaker, request, item, but=gone.person_id)
    elif offers.team_for(speaker, item, request.place_id) is None:
        handing.hand_to_staff(speaker, request, item, "staff-given-back", but=gone.person_id)
    else:
        request = offers.send_off(speaker, request, item, actor_id, without=without)
    return request


def offer_key(assignment: Assignment) -> str:
    """The key of the question whether a colleague goes instead."""
    return f"pass:{assignment.id}"


def close_offer(speaker: Speaker, request: ServiceRequest, assignment: Assignment) -> None:
    """A colleague who was asked to take this part need not answer any more."""
    waiting = [each for each in timers.waiting(speaker.tx, request.id) if each.kind == PASSING]
    if any(each.subject_id == assignment.id for each in waiting):
        timers.cancel(speaker.tx, request.id, speaker.now, PASSING, subject_id=assignment.id)
        speaker.edit(offer_key(assignment), Message(text=Text("pass-settled", {"number": request.number})))


def cannot_go(speaker: Speaker, request: ServiceRequest) -> tuple[int, ...]:
    """Those who had the request and gave it back, or were silent: they are not asked again."""
    gone = [each.person_id for each in assignments.of_request(speaker.tx, request.id) if each.ended in BACK]
    return tuple(dict.fromkeys(gone))


def _one_less(
    speaker: Speaker,
    request: ServiceRequest,
    assignment: Assignment,
    others: list[Assignment],
    move: str,
    note: str,
    actor_id: int | None,
) -> ServiceRequest:
    """One of two goes: the request stays where it is, with the other one."""
    assignments.end(speaker.tx, assignment.id, move, speaker.now)
    history.note(speaker, request, f"one {move}", actor_id=actor_id, words=note)
    if request.helper_id != assignment.person_id:
        return request
    moved = replace(request, helper_id=others[0].person_id)
    service_requests.move(speaker.tx, moved, request.state)
    return moved


def _tell(speaker: Speaker, request: ServiceRequest, assignment: Assignment, move: str, *, left: bool) -> None:
    words, lane = TOLD[move], holding.lane_of(holding.item_of(speaker, request))
    left_names = [holding.name_of(speaker, each) for each in holding.helpers(speaker, request)]
    if left:
        text = Text(words.another, {"number": request.number, "names": left_names})
    else:
        text = Text(words.alone, {"number": request.number})
    callbacks.tell_all(speaker, request, Message(text=text, lane=lane))


def _tell_those_left(
    speaker: Speaker, request: ServiceRequest, item: Item, gone: Assignment, others: list[Assignment], move: str
) -> None:
    name = holding.name_of(speaker, gone.person_id)
    for each in others:
        task_card.refresh(speaker, request, item, each)
        if move not in BACK:  # somebody else has it at once, and is introduced to them
            continue
        text = Text("help-left-alone", {"number": request.number, "helper": name})
        speaker.tell(each.person_id, Message(text=text, lane=holding.lane_of(item)))
