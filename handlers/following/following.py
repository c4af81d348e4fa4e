"""Following: who asked, or for whom it is, sees where it stands, who comes, what happened, and who saw what of it."""

from handlers import callbacks, cards
from handlers.errors import Refused
from handlers.following import shown, together
from handlers.helping import door_codes, holding
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import assignments, followed, people, request_events, service_requests, teams, volunteers
from storage.assignments import Assignment
from storage.request_events import Event
from storage.service_requests import ServiceRequest

PAGE = 3  # with "more" four choices
MOST_LINES = 8  # of a history, the latest
# The moves that a resident's history names; the others are the service's own affair.
TOLD = (
    *("submit", "dispatch", "claim", "promise", "contact", "start", "wait", "go on", "extend", "add", "correct"),
    *("join", "question", "give back", "hand over", "replace", "finish", "confirm", "reopen", "cancel", "reject"),
    *("refer", "answer", "merge", "close unanswered"),
)


def who_key(request_id: int) -> str:
    """The key of the message that says who comes."""
    return f"who:{request_id}"


def arrived_key(request_id: int) -> str:
    """The key of the message that says that somebody stands at the door."""
    return f"arrived:{request_id}"


def tell_who_comes(speaker: Speaker, request: ServiceRequest, assignment: Assignment) -> None:
    """Somebody has taken the request: those whom it concerns hear who comes, and how the door code goes."""
    item = holding.item_of(speaker, request)
    if item.urgency != "emergency" and assignment.person_id not in request.people:
        door_codes.give(speaker, request, assignment)
    others = [person for person in request.people if person != assignment.person_id]
    told = [
        speaker.tell(person, who_comes(speaker, request, elder=people.read(speaker.tx, person).elder))
        for person in others
    ]
    together.tell_taken(speaker, request, but=assignment.person_id)
    if not any(told):
        callbacks.call_one(speaker, request, who_comes(speaker, request, door=False), but=assignment.person_id)


def say_anew(speaker: Speaker, request: ServiceRequest) -> None:
    """The message that says who comes, as it is now: a promised time, one helper less."""
    together.say_anew(speaker, request)
    for person in request.people:
        elder = people.read(speaker.tx, person).elder
        message = who_comes(speaker, request, elder=elder)
        speaker.edit(who_key(request.id), message, person)
        if not message.choices:  # nobody is at the door any more: the code there goes, too
            speaker.edit(arrived_key(request.id), message, person)


def who_comes(speaker: Speaker, request: ServiceRequest, *, elder: bool = False, door: bool = True) -> Message:
    """Who comes, when, and (`door`) the door code; nobody's number. For elders as short as can be."""
    held = assignments.held(speaker.tx, request.id)
    if not held:
        key = "who-nobody" if changeable(request) else "who-over"
        return Message(text=Text(key, {"number": request.number}), key=who_key(request.id))
    coded = door and any(door_codes.holds(each, speaker.now) for each in held)
    lines = [line for each in held for line in _helper_lines(speaker, request, each, badge=not elder)]
    code = Text("who-door-elder" if elder else "who-door") if coded else None
    check = (choice(f"door.check:{request.id}", "door-check"),) if coded else ()
    return Message(
        text=cards.joined([*lines, code]),
        choices=(
            *check,
            choice(f"line.open:{request.id}", "mine-talk"),
            choice(f"mine.show:{request.id}", "mine-open"),
            choice(f"door.stranger:{request.id}", "door-stranger"),
        ),
        key=who_key(request.id),
        lasting=True,
    )


def _helper_lines(
    speaker: Speaker, request: ServiceRequest, assignment: Assignment, *, badge: bool
) -> list[Text | None]:
    team = teams.read(speaker.tx, assignment.team_id) if assignment.team_id else None
    name = holding.name_of(speaker, assignment.person_id)
    values = {"helper": name, "team": cards.team_name(team), "number": request.number}
    member = volunteers.member(speaker.tx, assignment.person_id, team.id) if team else None
    return [
        Text("who-comes" if team else "who-comes-alone", values),
        Text("who-badge", {"badge": member.badge}) if member and badge else None,
        Text("who-due", {"at": assignment.due_at}) if assignment.due_at and not assignment.arrived_at else None,
    ]


def list_own(turn: Turn) -> None:
    """The person's own requests, the latest first, a few at a time; each opens by its button."""
    offset = min(turn.argument_id(), 10_000) if turn.argument else 0
    numbers = followed.of_person(turn.tx, turn.person.id, PAGE + 1, offset)
    own = [request for number in numbers[:PAGE] if (request := service_requests.read(turn.tx, number)) is not None]
    if not own:
        turn.say("my-none", choice("menu.ask", "menu-ask"))
        return
    choices = [Choice(f"mine.show:{request.id}", _label(turn, request)) for request in own]
    if len(numbers) > PAGE:
        choices.append(choice(f"mine.list:{offset + PAGE}", "more"))
    text = Text("my-requests", {"lines": cards.joined([_line(turn, request) for request in own])})
    turn.send(Message(text=text, choices=tuple(choices), lasting=True))


def show(turn: Turn) -> None:
    """One request: where it stands in plain words, who comes, until when; and what can be done."""
    request = own(turn, turn.argument_id())
    item = holding.item_of(turn, request)
    held = assignments.held(turn.tx, request.id)
    lines = [line for each in held for line in _helper_lines(turn, request, each, badge=True)]
    text = cards.joined(
        [
            Text("mine-head", {"number": request.number, "item": cards.item_name(item)}),
            Text("mine-state", {"state": Text(f"plainly-{request.state}")}),
            *lines,
            _joined_with(turn, request),
            _limit(request),
            Text("mine-words", {"words": request.details.words}) if request.details.words else None,
        ]
    )
    turn.send(Message(text=text, choices=_ways(turn, request), lasting=True, sensitive=item.sensitive))


def more(turn: Turn) -> None:
    """What else can be done with it."""
    request = own(turn, turn.argument_id())
    number = request.id
    open_ways = (
        choice(f"mine.correct:{number}", "mine-correct"),
        choice(f"mine.cancel:{number}", "mine-cancel"),
    )
    turn.send(
        Message(
            text=Text("mine-more", {"number": request.number}),
            choices=(
                *(open_ways if changeable(request) else ()),
                choice(f"mine.seen:{number}", "mine-seen"),
                choice(f"mine.history:{number}", "mine-history"),
            ),
            lasting=True,
        )
    )


def history(turn: Turn) -> None:
    """What happened so far, in short."""
    request = own(turn, turn.argument_id())
    told = [event for event in request_events.of_request(turn.tx, request.id) if event.move in TOLD]
    lines = [_happened(event) for event in told[-MOST_LINES:]]
    turn.say("mine-history-is", number=request.number, lines=cards.joined(lines))


def seen(turn: Turn) -> None:
    """Who was shown the person's address and phone for this request, and when."""
    request = own(turn, turn.argument_id())
    lines = shown.lines_of(turn, request, turn.person.id, MOST_LINES)
    if not lines:
        turn.say("mine-seen-none", number=request.number)
        return
    turn.say("mine-seen-are", number=request.number, lines=cards.joined(lines))


def own(turn: Turn, request_id: int, *, locked: bool = False) -> ServiceRequest:
    """A request that the person asked for, or that is for them. Refused for anybody else's."""
    request = (service_requests.lock if locked else service_requests.read)(turn.tx, request_id)
    if request is None or turn.person.id not in request.people:
        raise Refused("request-not-yours")
    return request


def changeable(request: ServiceRequest) -> bool:
    """Whether it can still be corrected or cancelled."""
    return request.closed_at is None and request.state != "done"


def _ways(turn: Turn, request: ServiceRequest) -> tuple[Choice, ...]:
    number = request.id
    if together.is_joined(turn, request):
        ways = [
            choice(f"together.apart:{number}", "together-apart"),
            choice(f"together.leave:{number}", "together-leave"),
            choice(f"mine.history:{number}", "mine-history"),
        ]
    elif not changeable(request):
        ways = [choice(f"mine.seen:{number}", "mine-seen"), choice(f"mine.history:{number}", "mine-history")]
    elif holding.helpers(turn, request):
        ways = [
            choice(f"line.open:{number}", "mine-talk"),
            choice(f"mine.add:{number}", "mine-add"),
            choice(f"door.check:{number}", "door-check"),
            choice(f"mine.more:{number}", "more"),
        ]
    else:
        ways = [
            choice(f"mine.add:{number}", "mine-add"),
            choice(f"mine.correct:{number}", "mine-correct"),
            choice(f"mine.cancel:{number}", "mine-cancel"),
            choice(f"mine.more:{number}", "more"),
        ]
    return tuple(ways)


def _joined_with(turn: Turn, request: ServiceRequest) -> Text | None:
    """Where it goes on, if it was joined with another request."""
    other = service_requests.read(turn.tx, request.merged_into_id) if request.merged_into_id else None
    if other is None:
        return None
    return Text("mine-joined", {"number": other.number, "state": Text(f"plainly-{other.state}")})


def _limit(request: ServiceRequest) -> Text | None:
    if not changeable(request):
        return None
    if request.contacted_at is None:
        return Text("mine-respond", {"until": request.respond_by})
    return Text("mine-resolve", {"until": request.resolve_by})


def _line(turn: Turn, request: ServiceRequest) -> Text:
    item = turn.item(request.item)
    name = cards.item_name(item) if item else ""
    return Text("my-line", {"number": request.number, "item": name, "state": cards.state_name(request.state)})


def _label(turn: Turn, request: ServiceRequest) -> Text:
    item = turn.item(request.item)
    return Text("mine-label", {"number": request.number[-4:], "item": cards.item_name(item) if item else ""})


def _happened(event: Event) -> Text:
    return Text("mine-happened", {"at": event.at, "what": Text(f"happened-{event.move.replace(' ', '-')}")})


ROUTES = (
    Route("command", "my", list_own, menu="resident"),
    Route("press", "mine.list", list_own),
    Route("press", "mine.show", show),
    Route("press", "mine.more", more),
    Route("press", "mine.history", history),
    Route("press", "mine.seen", seen),
)
