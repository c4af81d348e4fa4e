"""Arrivals: the promised time, the reminder before it, the question after it; and what happens where nothing is heard.

A helper who falls silent is asked once; then somebody else is asked to go, and the resident and the leader hear it. One
who was in touch already is not sent away for that: the resident is asked whether they have come.
"""

from datetime import datetime, time, timedelta

from handlers import callbacks, forms
from handlers.errors import Refused
from handlers.following import following
from handlers.forms import Again, Form, Question
from handlers.helping import helping, holding, promises, releasing, task_card
from handlers.life import history
from handlers.life.timers import Fire
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.understanding.times import read_time
from storage import assignments, outbox, roles, service_requests, timers
from storage.assignments import Assignment
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.timers import Timer

LATER = timedelta(minutes=30)
FARTHEST = timedelta(days=60)  # a promise for later than that is none
MIDNIGHT = time()
NIGHT = timedelta(hours=3)  # nobody is visited after 21:00 (domain.md §8)


def promise(turn: Turn) -> None:
    """A time that was chosen by its button."""
    number, _, code = turn.argument.partition("/")
    turn.argument = number
    request, assignment = holding.of_assignment(turn, turn.argument_id())
    item = holding.item_of(turn, request)
    times = promises.offered(turn.community, request, item, turn.now)
    at = next((each.at for each in times if each.code == code), None)
    if at is None:
        _ask_in_words(turn, assignment)
        return
    _promised(turn, request, item, assignment, at)


def other_time(turn: Turn) -> None:
    """Another time, in words."""
    _, assignment = holding.of_assignment(turn, turn.argument_id())
    _ask_in_words(turn, assignment)


def later(turn: Turn) -> None:
    """Half an hour later than now; the resident hears it, and nobody asks until then."""
    request, assignment = holding.own(turn, turn.argument_id())
    _promised(turn, request, holding.item_of(turn, request), assignment, turn.now + LATER)


def _ask_in_words(turn: Turn, assignment: Assignment) -> None:
    forms.start(turn, COME, assignment=str(assignment.id))


def _ask_time(turn: Turn) -> Message:
    return Message(text=Text("come-ask-words"))


def _read_time(turn: Turn) -> str:
    here = turn.now.astimezone(turn.community.zone)
    window = read_time(turn.incoming.text, here)
    if window is None:
        raise Again("come-words-again")
    at = here + LATER if window.start == here else promises.moment(window.start, window.end)
    if at.time() == MIDNIGHT:  # a whole day was named
        at -= NIGHT
    if not here < at < here + FARTHEST:
        raise Again("come-words-past")
    return at.isoformat()


def _told_in_words(turn: Turn) -> None:
    answers = turn.dialogue.answers
    request, assignment = holding.of_assignment(turn, int(answers["assignment"]))
    at = datetime.fromisoformat(answers["at"]).astimezone(turn.now.tzinfo)
    _promised(turn, request, holding.item_of(turn, request), assignment, at)


def _promised(turn: Turn, request: ServiceRequest, item: Item, assignment: Assignment, at: datetime) -> None:
    promises.make(turn, request, item, assignment, at)
    outbox.close_questions_with_key(turn.tx, turn.address.id, promises.question_key(assignment))
    task_card.refresh(turn, request, item, assignment)
    turn.say_privately(Message(text=Text("come-noted", {"number": request.number, "at": at})))
    following.say_anew(turn, request)
    values = {"helper": holding.name_of(turn, turn.person.id), "at": at, "number": request.number}
    promised = Message(text=Text("who-promised", values), key=f"when:{request.id}")
    callbacks.tell_all(turn, request, promised, but=turn.person.id)


def remind(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Before the promised time."""
    found = _theirs(speaker, request, timer)
    if found is None or found[1].due_at is None or found[1].due_at <= speaker.now:
        return
    item, assignment = found
    due = found[1].due_at
    message = Message(
        text=Text("come-soon", {"number": request.number, "at": due}),
        choices=_answers(request, assignment),
        key=f"soon:{assignment.id}",
        lane=holding.lane_of(item),
        expires_in=due - speaker.now,
    )
    speaker.tell(assignment.person_id, message)


def ask_arrived(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """The promised time is over: have you arrived?"""
    _ask_helper(speaker, request, timer, "come-arrived")


def ask_contact(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """Nothing has been heard since it was taken: have you been in touch?"""
    _ask_helper(speaker, request, timer, "come-contact")


def _ask_helper(speaker: Speaker, request: ServiceRequest, timer: Timer, key: str) -> None:
    found = _theirs(speaker, request, timer)
    if found is None:
        return
    item, assignment = found
    assignment.asked_at = speaker.now
    assignments.save(speaker.tx, assignment)
    message = Message(
        text=Text(key, {"number": request.number}),
        choices=_answers(request, assignment),
        key=f"asked:{assignment.id}",
        lane=holding.lane_of(item),
    )
    speaker.tell(assignment.person_id, message)
    history.note(speaker, request, "helper asked", actor_id=None)
    over = promises.patience_over(speaker, item)
    timers.put(speaker.tx, request.id, promises.REPLACE, over, assignment.id)


def replace(speaker: Speaker, request: ServiceRequest, timer: Timer) -> None:
    """No answer either: somebody else is asked to go; where there was a call before, the resident is asked first."""
    found = _theirs(speaker, request, timer)
    if found is None:
        return
    item, assignment = found
    if assignment.contacted_at is not None:
        _ask_resident(speaker, request, assignment)
        return
    _replace(speaker, request, item, assignment, None)


def not_come(turn: Turn) -> None:
    """The resident says that nobody has come: somebody else goes."""
    request, item, assignment = _asked_resident(turn)
    _replace(turn, request, item, assignment, turn.person.id)


def has_come(turn: Turn) -> None:
    """The resident says that the helper is there: all is well."""
    request, item, assignment = _asked_resident(turn)
    helping.arrived(turn, request, item, assignment)
    turn.say("come-good")


def _replace(
    speaker: Speaker, request: ServiceRequest, item: Item, assignment: Assignment, actor_id: int | None
) -> None:
    name = holding.name_of(speaker, assignment.person_id)
    text = Text("come-replaced", {"number": request.number})
    speaker.tell(assignment.person_id, Message(text=text, lane=holding.lane_of(item)))
    releasing.release(speaker, request, assignment, "replace", actor_id=actor_id)
    told = Text("leader-replaced", {"number": request.number, "helper": name})
    for leader in _leaders(speaker, assignment):
        speaker.tell(leader, Message(text=told, lane=holding.lane_of(item)))


def _leaders(speaker: Speaker, assignment: Assignment) -> list[int]:
    held = roles.of_team(speaker.tx, assignment.team_id) if assignment.team_id else []
    found = [each.person_id for each in held if each.role == "leader" and each.person_id != assignment.person_id]
    return list(dict.fromkeys(found))


def _ask_resident(speaker: Speaker, request: ServiceRequest, assignment: Assignment) -> None:
    values = {"number": request.number, "helper": holding.name_of(speaker, assignment.person_id)}
    choices = (
        choice(f"come.yes:{assignment.id}", "come-yes"),
        choice(f"come.no:{assignment.id}", "come-no"),
    )
    lane = holding.lane_of(holding.item_of(speaker, request))
    for person in request.people:
        speaker.tell(person, Message(text=Text("come-ask-resident", values), choices=choices, lane=lane))


def _asked_resident(turn: Turn) -> tuple[ServiceRequest, Item, Assignment]:
    assignment = assignments.read(turn.tx, turn.argument_id())
    request = service_requests.lock(turn.tx, assignment.request_id) if assignment else None
    if assignment is None or request is None or turn.person.id not in request.people:
        raise Refused("request-not-yours")
    # Read once more, now that the request is locked: the helper may have answered meanwhile.
    current = holding.of_helper(turn, request, assignment.person_id)
    if current is None or current.id != assignment.id or request.state not in holding.OPEN_HANDS:
        raise Refused("request-moved-on", number=request.number)
    return request, holding.item_of(turn, request), current


def _theirs(speaker: Speaker, request: ServiceRequest, timer: Timer) -> tuple[Item, Assignment] | None:
    """The part that a timer is about; None where it is over, or they have arrived, or the resident is waited for."""
    item = speaker.item(request.item)
    assignment = assignments.read(speaker.tx, timer.subject_id or 0)
    if item is None or assignment is None or assignment.ended_at is not None or assignment.arrived_at is not None:
        return None
    at_work = request.state in holding.OPEN_HANDS and not holding.waits(speaker, request)
    return (item, assignment) if at_work else None


def _answers(request: ServiceRequest, assignment: Assignment) -> tuple[Choice, ...]:
    first = (
        choice(f"help.arrive:{request.id}", "help-arrive")
        if assignment.contacted_at is not None or assignment.due_at is not None
        else choice(f"help.contact:{request.id}", "help-contact")
    )
    return (
        first,
        choice(f"come.later:{request.id}", "come-later"),
        choice(f"help.return:{request.id}", "help-return"),
    )


COME = Form("coming", (Question("at", _ask_time, _read_time),), _told_in_words, cancelled="come-cancelled")
FORMS = (COME,)
TIMERS: dict[str, Fire] = {
    promises.SOON: remind,
    promises.ASK: ask_arrived,
    promises.SILENT: ask_contact,
    promises.REPLACE: replace,
}
ROUTES = (
    Route("press", "come.at", promise),
    Route("press", "come.other", other_time),
    Route("press", "come.later", later),
    Route("press", "come.yes", has_come),
    Route("press", "come.no", not_come),
)
