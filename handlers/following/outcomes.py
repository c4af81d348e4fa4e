"""Outcomes: the resident says whether it is solved: yes, partly, no, or no longer needed.

Whoever asked and whoever was helped are both asked; the first answer counts, and the other hears it. Where neither can
be reached, the desk calls back and notes the answer. "No" sends somebody else, and the coordinator hears of it. Silence
and what ends it: see silence.py.
"""

from collections.abc import Iterable
from datetime import timedelta
from itertools import product

from handlers import cards, permissions, staff
from handlers.errors import Refused
from handlers.following import followers, rating, together
from handlers.life import history, lifecycle
from handlers.message import Choice, Lane, Message, Named, Text, choice
from handlers.offering import offers
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import assignments, places, request_changes, reveals, timers
from storage import service_requests as requests
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

AGAIN, CLOSE = "outcome.again", "outcome.close"  # the timers of silence
ASKED_AGAIN_AFTER = timedelta(days=1)
# What the resident may say: the action, its label, and what is kept of it.
SOLVED, PARTLY, NOT, NEEDLESS = "solved", "partly", "not solved", "not needed"
ANSWERS = (
    ("outcome.solved", "outcome-solved"),
    ("outcome.partly", "outcome-partly"),
    ("outcome.not", "outcome-not"),
    ("outcome.needless", "outcome-needless"),
)


def ask(speaker: Speaker, request: ServiceRequest, item: Item, note: str) -> None:
    """Asks those whom it concerns whether it is solved; `note` is what the helper wrote at the end."""
    request_changes.set_asked(speaker.tx, request.id, 1)
    timers.put(speaker.tx, request.id, AGAIN, speaker.now + ASKED_AGAIN_AFTER)
    values = {"number": request.number, "item": cards.item_name(item), "note": note}
    told = put_question(
        speaker,
        request,
        Text("outcome-ask-note" if note else "outcome-ask", values),
        sensitive=item.sensitive and bool(note),
    )
    if not told:
        have_called(speaker, request, item)


def put_question(
    speaker: Speaker, request: ServiceRequest, text: Text, *, lane: Lane = Lane.REPLIES, sensitive: bool = False
) -> int:
    """Asks with the four answers below; returns how many could be asked."""
    item = speaker.item(request.item)
    if item is not None:
        together.ask(speaker, request, item, lane)
    message = Message(text=text, choices=answers(request), key=question_key(request), lane=lane, sensitive=sensitive)
    return sum(speaker.tell(person, message) for person in followers.concerned(speaker, request))


def question_key(request: ServiceRequest) -> str:
    """The key of the question whether a request is solved."""
    return f"outcome:{request.id}"


def answers(request: ServiceRequest) -> tuple[Choice, ...]:
    """The four answers."""
    return tuple(choice(f"{action}:{request.id}", label) for action, label in ANSWERS)


def solved(turn: Turn) -> None:
    """It is solved; whoever helped hears it, and stars and words are asked for."""
    request = _answered(turn, SOLVED, "confirm")
    if request is None:
        return
    for each in rating.finishers(turn, request):
        turn.tell(each.person_id, Message(text=Text("help-confirmed", {"number": request.number})))
    rating.begin(turn, request, SOLVED)


def partly(turn: Turn) -> None:
    """Some of it is solved: the coordinator hears it, and for a week it can go on."""
    request = _answered(turn, PARTLY, "confirm")
    if request is not None:
        _alert(turn, request, "outcome-staff-partly")
        rating.begin(turn, request, PARTLY)


def needless(turn: Turn) -> None:
    """It has settled itself."""
    request = _answered(turn, NEEDLESS, "confirm")
    if request is not None:
        way = choice(f"outcome.not:{request.id}", "rating-after-all")
        turn.say("outcome-noted-needless", way, number=request.number)


def not_solved(turn: Turn) -> None:
    """It is not solved: the coordinator is alerted, somebody else is sent, and the resident may say what is missing."""
    request = _answered(turn, NOT, "reopen")
    if request is not None:
        _alert(turn, request, "outcome-staff-not")
        _send_on(turn, request)
        turn.say("outcome-reopened", number=request.number)
        rating.begin(turn, request, NOT)


def go_on(turn: Turn) -> None:
    """What was solved in part goes on, with somebody else, as after a "no"."""
    request, _ = answerable(turn)
    _still_reopenable(turn, request)
    request = lifecycle.make(turn, request, "reopen", actor_id=turn.person.id, data={"why": "go on"})
    _alert(turn, request, "outcome-staff-goes-on")
    _send_on(turn, request)
    turn.say("outcome-goes-on", number=request.number)


def answerable(turn: Turn) -> tuple[ServiceRequest, Item]:
    """The (locked) request that a press names. Refused unless it concerns the person, or they call back for it."""
    request = requests.lock(turn.tx, turn.argument_id())
    item = None if request is None else turn.item(request.item)
    if request is None or item is None:
        raise Refused("request-unknown")
    if turn.person.id not in followers.concerned(turn, request):
        path = places.read(turn.tx, request.home_id).path if request.home_id else None
        if not permissions.may(turn.roles, "answer hotline", path=path):
            raise Refused("request-not-yours")
        if turn.person.id in {each.person_id for each in assignments.of_request(turn.tx, request.id)}:
            raise Refused("rates-own-work")  # whoever did the work does not say for others that it is solved
    return request, item


def _answered(turn: Turn, outcome: str, move: str) -> ServiceRequest | None:
    """Keeps an answer and makes its move; None where it came too late to count, and was only thanked for."""
    request, _ = answerable(turn)
    if request.state == "unanswered" and move == "confirm":
        _note_late(turn, request, outcome)
        return None
    if move == "reopen":
        _still_reopenable(turn, request)
    elif request.state != "done":
        raise Refused("outcome-answered-before", number=request.number)
    asked = followers.concerned(turn, request)
    by_call = turn.person.id not in asked
    data = {"outcome": outcome, **({"by": "call"} if by_call else {})}
    request = lifecycle.make(turn, request, move, actor_id=turn.person.id, data=data)
    request_changes.set_outcome(turn.tx, request.id, outcome)
    timers.cancel(turn.tx, request.id, turn.now, AGAIN, CLOSE)
    _tell_others(turn, request, outcome, (*asked, *(staff.of_place(turn, request.home_id) if by_call else ())))
    return request


def _still_reopenable(turn: Turn, request: ServiceRequest) -> None:
    """Refused with the way that is left where a request is closed for too long, or on its way already."""
    if lifecycle.allowed("reopen", request, turn.now):
        return
    if request.state == "archived" and not (request.details.words or request.details.address):
        raise Refused("outcome-emptied", number=request.number)
    closed = request.state in lifecycle.CLOSED
    raise Refused("outcome-too-late" if closed else "outcome-on-its-way", number=request.number)


def _note_late(turn: Turn, request: ServiceRequest, outcome: str) -> None:
    """The call-back stays unanswered in the figures; that the answer came all the same stands in the history."""
    history.note(turn, request, "late answer", actor_id=turn.person.id, data={"late": outcome})
    turn.say("outcome-late", number=request.number)


def _tell_others(turn: Turn, request: ServiceRequest, outcome: str, asked: Iterable[int]) -> None:
    """The others who were asked see what was answered, and are not asked any more."""
    label = Text(next(label for action, label in ANSWERS if _KEPT[action] == outcome))
    for person_id in asked:
        if person_id != turn.person.id:
            values = {"number": request.number, "answer": label}
            turn.edit(question_key(request), Message(text=Text("outcome-answered", values)), person_id)


def _alert(turn: Turn, request: ServiceRequest, key: str) -> None:
    item = turn.item(request.item)
    name = Named(item.name, item.name_en) if item else ""
    message = Message(
        text=Text(key, {"number": request.number, "item": name}),
        choices=(choice(f"board.show:{request.id}", "outcome-staff-see"),),
        lasting=True,
    )
    staff.tell(turn, request.home_id, message, but=turn.person.id, of_roles=("coordinator",))


def _send_on(turn: Turn, request: ServiceRequest) -> None:
    """Offers a reopened request to somebody who has not finished it before; who joined it hears that it goes on."""
    together.tell_again(turn, request)
    item = turn.item(request.item)
    if item is None:
        raise Refused("request-unknown")
    held = assignments.of_request(turn.tx, request.id)
    before = {each.person_id for each in held if each.ended == "finish"}
    offers.send_off(turn, request, item, turn.person.id, without=before)


def have_called(speaker: Speaker, request: ServiceRequest, item: Item) -> None:
    """Nobody can be asked in the chat: desk and coordinator call, and press what they are told."""
    for subject, person_id in product(request.people, staff.of_place(speaker, request.home_id)):
        reveals.add(speaker.tx, subject, person_id, request.id, "address and phone", speaker.now)
    message = Message(
        text=Text("outcome-call", {"card": cards.staff_card(speaker, request, item)}),
        choices=answers(request),
        key=question_key(request),
        sensitive=item.sensitive,
    )
    staff.tell(speaker, request.home_id, message)


_KEPT = dict(zip((action for action, _ in ANSWERS), (SOLVED, PARTLY, NOT, NEEDLESS), strict=True))
FORMS = rating.FORMS
ROUTES = (
    Route("press", "outcome.solved", solved),
    Route("press", "outcome.partly", partly),
    Route("press", "outcome.not", not_solved),
    Route("press", "outcome.needless", needless),
    Route("press", "outcome.on", go_on),
)
