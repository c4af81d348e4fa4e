"""Holding: a meeting is set, moved to another time, or called off."""

from handlers import forms, texts
from handlers.errors import Refused
from handlers.forms import Again, Form, Question, pick
from handlers.meetings import invitation, meeting_card, rights, steps, when
from handlers.message import Message, Named, Text, choice, named_choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import meetings, places
from storage.meetings import OFF, PLANNED, Meeting
from storage.times import from_ms, to_ms

MOST_TITLE, MOST_WHERE = 40, 60  # characters
USUAL = ("joint", "council", "members")


def begin(turn: Turn) -> None:
    """Sets a meeting; asks of which unit, where the person may do so for several."""
    own = rights.units(turn)
    if not own:
        raise Refused("not-allowed")
    if turn.argument:
        forms.start(turn, SET, place=str(rights.unit(turn, turn.argument_id()).id))
    elif len(own) == 1:
        forms.start(turn, SET, place=str(own[0].id))
    else:
        ways = (named_choice(f"meeting.new:{each.id}", Named(each.name, each.name_en)) for each in own)
        turn.say("meeting-which-unit", *ways)


def move(turn: Turn) -> None:
    """Asks for another time."""
    forms.start(turn, MOVE, meeting=str(_ahead(turn, turn.argument_id()).id))


def ask_off(turn: Turn) -> None:
    """Asks once more: everybody invited will hear it."""
    meeting = _ahead(turn, turn.argument_id())
    ways = (choice(f"meeting.off:{meeting.id}", "meeting-off-yes"), choice(f"meeting.show:{meeting.id}", "meeting-not"))
    turn.say("meeting-off-sure", *ways, title=meeting.title)


def call_off(turn: Turn) -> None:
    """It will not be held; whoever was invited hears so."""
    meeting = _ahead(turn, turn.argument_id())
    told = invitation.take_back(turn, meeting)
    if not meetings.end(turn.tx, meeting.id, OFF, turn.now):
        raise Refused("meeting-over")
    meetings.set_step(turn.tx, meeting.id, steps.OFF if told else None, turn.now if told else None)
    turn.say("meeting-off-done" if told else "meeting-off-nobody", title=meeting.title)


def _ahead(turn: Turn, meeting_id: int) -> Meeting:
    """A meeting that has not begun, for whoever holds it. Raises Refused."""
    meeting = rights.held(turn, meeting_id)
    if meeting.state != PLANNED or meeting.starts_at <= turn.now:
        raise Refused("meeting-over", closes_form=True)
    return meeting


def _ask_title(turn: Turn) -> Message:
    ways = tuple(pick(SET.name, "title", each, f"meeting-title-{each}") for each in USUAL)
    return Message(text=Text("meeting-ask-title"), choices=ways)


def _read_title(turn: Turn) -> str:
    if turn.argument in USUAL:
        return texts.word(f"meeting-title-{turn.argument}", turn.person.language)
    title = " ".join(turn.incoming.text.split())
    if not 0 < len(title) <= MOST_TITLE:
        raise Again("meeting-title-please", most=MOST_TITLE)
    return title


def _ask_time(turn: Turn) -> Message:
    return Message(text=Text("meeting-ask-time"))


def _read_time(turn: Turn) -> int:
    return to_ms(when.read(turn.community, turn.now, turn.incoming.text))


def _ask_where(turn: Turn) -> Message:
    place = rights.unit(turn, int(turn.dialogue.answers["place"]))
    label = pick(SET.name, "where", "station", "meeting-station", place=Named(place.name, place.name_en))
    return Message(text=Text("meeting-ask-where"), choices=(label,))


def _read_where(turn: Turn) -> str:
    if turn.argument == "station":
        place = places.read(turn.tx, int(turn.dialogue.answers["place"]))
        said = Text("meeting-station", {"place": Named(place.name, place.name_en)})
        return texts.render(said, turn.person.language, turn.community.zone)
    where = " ".join(turn.incoming.text.split())
    if not 0 < len(where) <= MOST_WHERE:
        raise Again("meeting-where-please", most=MOST_WHERE)
    return where


def _set(turn: Turn) -> None:
    answers = turn.dialogue.answers
    place = rights.unit(turn, int(answers["place"]))
    starts_at = from_ms(int(answers["time"]))
    if starts_at <= turn.now:
        raise Refused("meeting-time-past", closes_form=True)
    name, at = steps.following(starts_at, None, turn.now, turn.community.zone) or (None, None)
    meeting = meetings.create(
        turn.tx,
        place_id=place.id,
        convenor_id=turn.person.id,
        title=str(answers["title"]),
        where=str(answers["where"]),
        starts_at=starts_at,
        step=name,
        next_at=at,
        now=turn.now,
    )
    meeting_card.show(turn, meeting, "meeting-set-now" if name == steps.COLLECT and at == turn.now else "meeting-set")


def _moved(turn: Turn) -> None:
    meeting = _ahead(turn, int(turn.dialogue.answers["meeting"]))
    starts_at = from_ms(int(turn.dialogue.answers["time"]))
    if starts_at <= turn.now or not meetings.set_time(turn.tx, meeting.id, starts_at):
        raise Refused("meeting-over", closes_form=True)
    told = invitation.take_back(turn, meeting)
    before = meeting.step if meeting.step in steps.NAMES[:2] else None
    coming = steps.following(starts_at, _done(before), turn.now, turn.community.zone)
    name, at = (steps.MOVED, turn.now) if told else coming or (None, None)
    meetings.set_step(turn.tx, meeting.id, name, at)
    turn.argument = str(meeting.id)
    meeting_card.show(turn, rights.of_press(turn), "meeting-moved-told" if told else "meeting-moved")


def _done(waiting: str | None) -> str | None:
    """The step before the one that waits: proposals that were asked for are not asked for again."""
    if waiting is None:
        return steps.INVITE
    return None if waiting == steps.COLLECT else steps.COLLECT


SET = Form(
    "meeting",
    (
        Question("title", _ask_title, _read_title),
        Question("time", _ask_time, _read_time),
        Question("where", _ask_where, _read_where),
    ),
    _set,
    cancelled="meeting-left",
)
MOVE = Form("meetmove", (Question("time", _ask_time, _read_time),), _moved, cancelled="meeting-left")
FORMS = (SET, MOVE)
ROUTES = (
    Route("press", "meeting.new", begin),
    Route("press", "meeting.move", move),
    Route("press", "meeting.askoff", ask_off),
    Route("press", "meeting.off", call_off),
)
