"""Me-too: who reports what neighbours have reported already may join them by one tap: one case, many people told.

Everybody keeps a row and a number of their own, hears what becomes of it, and is asked for themselves whether it is
solved: see following/together.py.
"""

from datetime import timedelta

from handlers import cards, forms
from handlers.asking import begun, helped, submitting
from handlers.errors import Refused
from handlers.forms import Again, Question
from handlers.helping import task_card
from handlers.life import history, lifecycle
from handlers.message import Message, Text, choice
from handlers.offering import unclaimed
from handlers.turn import Speaker, Turn
from handlers.understanding import agrees, verdict_of
from storage import assignments, me_too, places, service_requests
from storage.catalogue import Item
from storage.me_too import Case
from storage.places import Place
from storage.service_requests import Details, ServiceRequest

SINCE = timedelta(hours=24)  # how far apart two reports of the same thing are taken to be, our proposal
NAME = "together"
NO = "no"
REACHES = ("building", "estate")


def found(speaker: Speaker, item: Item, place_id: int | None, person_id: int | None) -> Case | None:
    """The open case that a report about an item at a place may belong to; None where there is none to join.

    `person_id`: whose report it is; what is theirs already is not offered to them.
    """
    area = reach(speaker, item, place_id)
    if area is None:
        return None
    known = me_too.cases(speaker.tx, path=area.path, item=item.code, since=speaker.now - SINCE)
    return None if any(person_id in case.people for case in known) else next(iter(known), None)


def reach(speaker: Speaker, item: Item, place_id: int | None) -> Place | None:
    """How far an outage at a place reaches: the building or the estate. None for what is nobody else's, or unclear."""
    if item.shared not in REACHES or place_id is None:
        return None
    upwards = [places.read(speaker.tx, each) for each in reversed(places.read(speaker.tx, place_id).ancestors())]
    return next((place for place in upwards if place.kind == item.shared), None)


def joined_case(turn: Turn) -> int | None:
    """The case that the person wants to join, by the answers of the open form."""
    answer = turn.dialogue.answers.get(NAME)
    return int(answer) if answer and answer != NO else None


def join(turn: Turn, request: ServiceRequest, item: Item, case_id: int) -> ServiceRequest | None:
    """A request that was just submitted goes on as part of a case; its helpers and teams see one household more.

    Returns the case; None where it is over by now, and the request goes its own way. Lock the case before (`lock`).
    """
    case = service_requests.read(turn.tx, case_id)
    if case is None or not is_open(case):
        return None
    request = lifecycle.make(turn, request, "merge", actor_id=turn.person.id, data={"into": case.number})
    return move_to(turn, request, item, case.id)


def joined_for(turn: Turn, request: ServiceRequest, item: Item, person_id: int, key: str) -> bool:
    """A request that staff have just submitted for somebody joins the case that they chose: both sides are told.

    `key` is what staff read. False where they chose none, or it is over by now.
    """
    case_id = joined_case(turn)
    case = join(turn, request, item, case_id) if case_id is not None else None
    if case is None:
        return False
    values = {"number": request.number, "n": len(me_too.people_of(turn.tx, case.id)) - 1}
    turn.say(key, **values)
    apart = choice(f"together.apart:{request.id}", "together-apart")
    turn.tell(person_id, Message(text=Text("together-done", values), choices=(apart,)))
    return True


def move_to(turn: Turn, own: ServiceRequest, item: Item, case_id: int) -> ServiceRequest | None:
    """A row that followed another case (locked) follows this one (locked, too); None where that is over by now."""
    case = service_requests.read(turn.tx, case_id)
    if case is None or not is_open(case):
        return None
    me_too.join(turn.tx, own.id, case.id, turn.now)
    history.note(turn, case, "absorb", actor_id=turn.person.id, data={"merged": own.number})
    show_anew(turn, case, item)
    return case


def lock(turn: Turn) -> None:
    """The case is locked before the new request gets its number: counters come last."""
    case_id = joined_case(turn)
    if case_id is not None:
        service_requests.lock(turn.tx, case_id)


def is_open(case: ServiceRequest) -> bool:
    """Whether a case can still be joined."""
    return case.closed_at is None and case.state != "done" and case.consent != "waiting"


def show_anew(speaker: Speaker, case: ServiceRequest, item: Item) -> None:
    """The cards of whoever holds it, or is asked to, say how many households it concerns by now."""
    for each in assignments.held(speaker.tx, case.id):
        task_card.refresh(speaker, case, item, each)
    if case.state == "dispatched":
        unclaimed.refresh(speaker, case, item)


def submit_joined(turn: Turn) -> bool:
    """The form has its answer: the request is sent off as part of the case. False where nobody wants to join one.

    Where the case has ended meanwhile, the form goes on with its other questions.
    """
    case_id = joined_case(turn)
    if case_id is None:
        return False
    lock(turn)
    case = service_requests.read(turn.tx, case_id)
    if case is None or not is_open(case):
        turn.dialogue.answers[NAME] = NO
        return False
    answers, item, place_id = turn.dialogue.answers, begun.item_of(turn), begun.place_id(turn)
    details: Details = begun.details_of(turn)
    media_ids = answers.get("media", [])
    forms.close(turn)
    request = submitting.submit(turn, item, details, place_id, media_ids)
    for earlier in answers.get("earlier words", []):
        submitting.keep_correction(turn, request, earlier)
    join(turn, request, item, case.id)
    n = len(me_too.people_of(turn.tx, case.id)) - 1
    apart = choice(f"together.apart:{request.id}", "together-apart")
    turn.say("together-done", apart, number=request.number, n=n)
    return True


def _case(turn: Turn) -> Case | None:
    item = begun.item_of(turn)
    return found(turn, item, begun.place_id(turn), turn.person.id)


def _wanted(turn: Turn) -> bool:
    return not helped.for_another(turn) and _case(turn) is not None


def _ask(turn: Turn) -> Message:
    item, case = begun.item_of(turn), _case(turn)
    if case is None:
        raise Refused("form-stale")
    values = {"item": cards.item_name(item), "n": len(case.people)}
    return Message(
        text=Text(f"together-ask-{item.shared}", values),
        choices=(forms.pick("ask", NAME, case.id, "together-yes"), forms.pick("ask", NAME, NO, "together-no")),
    )


def _read(turn: Turn) -> str:
    """The id of the case, or "no". Raises Again."""
    case, given = _case(turn), turn.argument
    if given == NO or (not given and verdict_of(turn.incoming.text) is not None):
        return NO
    if case is None:  # it has ended meanwhile
        return NO
    if given == str(case.id) or (not given and agrees(turn.incoming.text)):
        return str(case.id)
    raise Again("together-tap")


QUESTION = Question(NAME, _ask, _read, wanted=_wanted)
