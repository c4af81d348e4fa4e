"""Acting: what was agreed at a meeting has an owner and a day, and is reminded of until it is done."""

from datetime import date, timedelta

from handlers import cards, forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question, pick
from handlers.meetings import meeting_card, rights, someone
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.visits import day_words
from storage import meeting_actions, meetings, people
from storage.days import from_text, to_text
from storage.meeting_actions import Action
from storage.meetings import OFF, Meeting

MOST_WHAT = 200  # characters
MOST_ACTIONS = 60  # of one meeting
MOST_DAYS = 400
OFFERED_DAYS = (3, 7, 14)
PAGE = 10
SLICE = 50
GONE = ("left", "died", "merged")


def add(turn: Turn) -> None:
    """Asks what is to be done."""
    forms.start(turn, ADD, meeting=str(_begun(turn, turn.argument_id()).id))


def list_all(turn: Turn) -> None:
    """What was agreed, with owner, day and how it stands."""
    turn.argument, _, page = turn.argument.partition("/")
    meeting = rights.written(turn, turn.argument_id())
    at = int(page) * PAGE if page.isascii() and page.isdigit() and len(page) < 3 else 0
    found = meeting_actions.of_meeting(turn.tx, meeting.id)
    shown = found[at : at + PAGE]
    lines = [Text("action-list" if found else "action-list-none", {"title": meeting.title})]
    lines += [_line(turn, each, number) for number, each in enumerate(shown, at + 1)]
    ways = [choice(f"action.add:{meeting.id}", "action-way-add")] if meeting.state != OFF else []
    if len(found) > at + PAGE:
        ways.append(choice(f"action.list:{meeting.id}/{at // PAGE + 1}", "more"))
    ways.append(choice(f"meeting.show:{meeting.id}", "meeting-back"))
    turn.send(Message(text=cards.joined(lines), choices=tuple(ways), lasting=True))


def remind(speaker: Speaker) -> bool:
    """Owners are reminded the day before, on the day, and each morning until it is done; whoever called the meeting
    hears once what is overdue. True where there may be more."""
    if speaker.community.quiet_until(speaker.now) is not None:
        return False
    due = meeting_actions.due(speaker.tx, speaker.now, SLICE)
    today = day_words.today(speaker.community, speaker.now)
    again = day_words.morning(speaker.community, today + timedelta(days=1))
    for action in due:
        if meeting_actions.remind_next(speaker.tx, action, again):
            _remind(speaker, action, today)
    return len(due) == SLICE


def first_morning(speaker: Speaker, day: date) -> date:
    """When the owner is reminded first: the day before, or tomorrow where that is over."""
    today = day_words.today(speaker.community, speaker.now)
    return max(day - timedelta(days=1), today + timedelta(days=1))


def facts(speaker: Speaker, action: Action) -> dict[str, object]:
    """What, and until when."""
    return {"what": action.what, "day": day_words.said(speaker.community, action.day)}


def _remind(speaker: Speaker, action: Action, today: date) -> None:
    meeting = meetings.read(speaker.tx, action.meeting_id)
    if meeting is None:
        return
    if people.read(speaker.tx, action.owner_id).state in GONE and action.owner_id != meeting.convenor_id:
        meeting_actions.give(speaker.tx, action.id, meeting.convenor_id)
        values = {**facts(speaker, action), "title": meeting.title}
        meeting_card.tell_convenor(speaker, meeting, _message("action-inherited", action, values))
        return
    key = "action-late" if action.day < today else "action-today" if action.day == today else "action-soon"
    told = speaker.tell(action.owner_id, _message(key, action, {**facts(speaker, action), "title": meeting.title}))
    late = action.day < today or not told
    if late and action.owner_id != meeting.convenor_id and meeting_actions.tell_late(speaker.tx, action.id):
        name = meeting_card.name_of(speaker, action.owner_id)
        values = {**facts(speaker, action), "title": meeting.title, "name": name}
        ways = (choice(f"action.list:{meeting.id}", "meeting-way-actions"),)
        text = Text("action-late-told" if told else "action-unreached", values)
        meeting_card.tell_convenor(
            speaker, meeting, Message(text=text, choices=ways, lane=Lane.REMINDERS, lasting=True)
        )


def _message(key: str, action: Action, values: dict[str, object]) -> Message:
    return Message(text=Text(key, values), choices=ways(action), lane=Lane.REMINDERS, lasting=True)


def ways(action: Action) -> tuple[Choice, ...]:
    """What its owner can say about it."""
    return (
        choice(f"action.done:{action.id}", "action-done"),
        choice(f"action.later:{action.id}", "action-later"),
        choice(f"action.drop:{action.id}", "action-cannot"),
    )


def _begun(turn: Turn, meeting_id: int) -> Meeting:
    """A meeting of which something can be agreed. Raises Refused."""
    meeting = rights.written(turn, meeting_id)
    if meeting.state == OFF or meeting.starts_at > turn.now:
        raise Refused("minutes-too-early", closes_form=True)
    if len(meeting_actions.of_meeting(turn.tx, meeting.id)) >= MOST_ACTIONS:
        raise Refused("action-enough", closes_form=True)
    return meeting


def _meeting(turn: Turn) -> Meeting:
    return _begun(turn, int(turn.dialogue.answers["meeting"]))


def _ask_what(turn: Turn) -> Message:
    return Message(text=Text("action-ask-what"))


def _read_what(turn: Turn) -> str:
    what = " ".join(turn.incoming.text.split())
    if not 0 < len(what) <= MOST_WHAT:
        raise Again("action-what-please", most=MOST_WHAT)
    return what


def _ask_owner(turn: Turn) -> Message:
    return someone.ask(turn, _meeting(turn), ADD.name, "owner", "action-ask-owner")


def _read_owner(turn: Turn) -> str:
    return someone.read(turn, _meeting(turn))


def ask_day(form: str, turn: Turn) -> Message:
    """Asks until when."""
    return Message(
        text=Text("action-ask-day"),
        choices=tuple(pick(form, "day", each, "action-in-days", n=each) for each in OFFERED_DAYS),
    )


def read_day(turn: Turn) -> str:
    """A day from today on: a tap says in how many days, words name it."""
    today = day_words.today(turn.community, turn.now)
    if turn.argument in {str(each) for each in OFFERED_DAYS}:
        return to_text(today + timedelta(days=int(turn.argument)))
    found = day_words.coming_day(turn.incoming.text, today)
    if found is None or found > today + timedelta(days=MOST_DAYS):
        raise Again("action-day-please")
    return to_text(found)


def _added(turn: Turn) -> None:
    answers = turn.dialogue.answers
    meeting, owner_id, day = _meeting(turn), int(answers["owner"]), from_text(str(answers["day"]))
    action = meeting_actions.create(
        turn.tx,
        meeting_id=meeting.id,
        owner_id=owner_id,
        what=str(answers["what"]),
        day=day,
        remind_at=day_words.morning(turn.community, first_morning(turn, day)),
        now=turn.now,
    )
    reached = True
    if owner_id != turn.person.id:
        values = {**facts(turn, action), "title": meeting.title}
        reached = turn.tell(owner_id, _message("action-yours", action, values))
    on = (choice(f"action.add:{meeting.id}", "action-way-more"), choice(f"action.list:{meeting.id}", "action-way-list"))
    name = meeting_card.name_of(turn, owner_id)
    turn.say("action-added" if reached else "action-added-untold", *on, name=name, **facts(turn, action))


def _line(turn: Turn, action: Action, number: int) -> Text:
    late = action.state == meeting_actions.OPEN and action.day < day_words.today(turn.community, turn.now)
    values = {"n": number, "name": meeting_card.name_of(turn, action.owner_id), **facts(turn, action)}
    return Text("action-line-late" if late else f"action-line-{action.state}", values)


ADD = Form(
    "action",
    (
        Question("what", _ask_what, _read_what, quotes=True),
        Question("owner", _ask_owner, _read_owner, number=True),
        Question("day", lambda turn: ask_day("action", turn), read_day),
    ),
    _added,
    cancelled="meeting-left",
)
FORMS = (ADD,)
ROUTES = (
    Route("press", "action.add", add),
    Route("press", "action.list", list_all),
)
