"""The card of a meeting: when and where, who comes, what is to be done next; each reader sees their own part."""

from handlers import cards, staff
from handlers.errors import Refused
from handlers.meetings import invitation, rights
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import agenda_items, broadcasts, meeting_lists, people, recipients
from storage.agenda_items import ACCEPTED, PROPOSED
from storage.errors import NotFound
from storage.meetings import HELD, OFF, PLANNED, Meeting

COUNTED = 5_000  # answers: a page of an index, and no list of a whole street
ANSWERS = ("yes", "no", "proxy")


def open_(turn: Turn) -> None:
    """Shows a meeting to those whom it concerns. Refused to others."""
    meeting = rights.of_press(turn)
    asked = meeting.state == PLANNED and rights.may_propose(turn, meeting)
    own = rights.holds(turn, meeting) or meeting.recorder_id == turn.person.id
    if not (own or asked or is_invited(turn, meeting)):
        raise Refused("not-allowed")
    show(turn, meeting)


def show(turn: Turn, meeting: Meeting, head: str | None = None) -> None:
    """Shows a meeting to the person, after a line that says what has become of it."""
    lines = [Text(head)] if head else []
    lines.append(Text(f"meeting-card-{meeting.state}", facts(meeting)))
    if rights.holds(turn, meeting):
        lines += _for_holder(turn, meeting)
        ways = _ways_of_holder(turn, meeting)
    else:
        lines += _for_guest(turn, meeting)
        ways = _ways_of_guest(turn, meeting)
    turn.send(Message(text=cards.joined(lines), choices=ways, lasting=True))


def facts(meeting: Meeting) -> dict[str, object]:
    """What, when, where."""
    return {"title": meeting.title, "at": meeting.starts_at, "where": meeting.where}


def is_invited(turn: Turn, meeting: Meeting) -> bool:
    """Whether the person is on the list of its invitation."""
    if meeting.broadcast_id is None:
        return False
    return recipients.of_person(turn.tx, meeting.broadcast_id, turn.person.id) is not None


def more(turn: Turn) -> None:
    """What is done rarely: another time, calling it off, who writes it down."""
    meeting = rights.held(turn, turn.argument_id())
    ways = [choice(f"meeting.recorder:{meeting.id}", "meeting-way-recorder")]
    if meeting.state == PLANNED and meeting.starts_at > turn.now:
        ways.append(choice(f"meeting.move:{meeting.id}", "meeting-way-move"))
        ways.append(choice(f"meeting.askoff:{meeting.id}", "meeting-way-off"))
    ways.append(choice(f"meeting.show:{meeting.id}", "meeting-back"))
    turn.send(Message(text=Text("meeting-more"), choices=tuple(ways), lasting=True))


def _for_holder(turn: Turn, meeting: Meeting) -> list[Text]:
    lines = []
    if meeting.recorder_id is not None:
        lines.append(Text("meeting-line-recorder", {"name": name_of(turn, meeting.recorder_id)}))
    items = agenda_items.of_meeting(turn.tx, meeting.id)
    accepted, waiting = (sum(each.state == state for each in items) for state in (ACCEPTED, PROPOSED))
    if items:
        lines.append(Text("meeting-line-agenda", {"n": accepted, "waiting": waiting}))
    stands = invitation.stands(turn, meeting)
    if meeting.broadcast_id is not None and stands in invitation.OUT:
        counts = {each: meeting_lists.count(turn.tx, meeting.broadcast_id, each, COUNTED) for each in ANSWERS}
        lines.append(Text("meeting-line-answers", {**counts, "people": _people(turn, meeting.broadcast_id)}))
    elif meeting.state == PLANNED and meeting.starts_at > turn.now:
        lines.append(Text("meeting-line-waits" if stands == invitation.WAITS else "meeting-line-not-invited"))
    return lines


def _people(turn: Turn, broadcast_id: int) -> int:
    broadcast = broadcasts.read(turn.tx, broadcast_id)
    return 0 if broadcast is None else broadcast.people


def _ways_of_holder(turn: Turn, meeting: Meeting) -> tuple[Choice, ...]:
    number = meeting.id
    agenda = choice(f"agenda.list:{number}", "meeting-way-agenda")
    further = choice(f"meeting.more:{number}", "meeting-way-more")
    if meeting.state == OFF:
        return (agenda,)
    if meeting.state == PLANNED and meeting.starts_at > turn.now:
        out = invitation.stands(turn, meeting) in invitation.OUT
        who = choice(f"meeting.coming:{number}/0", "meeting-way-coming")
        return agenda, who if out else choice(f"meeting.invite:{number}", "meeting-way-invite"), further
    todo = choice(f"action.list:{number}", "meeting-way-actions")
    minutes = _minutes_way(meeting)
    return minutes, todo, agenda, further


def _minutes_way(meeting: Meeting) -> Choice:
    key = "meeting-way-write" if not meeting.minutes else "meeting-way-minutes"
    return choice(f"{'minutes.write' if not meeting.minutes else 'minutes.see'}:{meeting.id}", key)


def _for_guest(turn: Turn, meeting: Meeting) -> list[Text]:
    if meeting.broadcast_id is None:
        return []
    own = recipients.of_person(turn.tx, meeting.broadcast_id, turn.person.id)
    return [Text(f"meeting-own-{own.answer}")] if own is not None and own.answer in ANSWERS else []


def _ways_of_guest(turn: Turn, meeting: Meeting) -> tuple[Choice, ...]:
    ahead = meeting.state == PLANNED and meeting.starts_at > turn.now
    ways: list[Choice] = []
    if ahead and is_invited(turn, meeting) and meeting.broadcast_id is not None:
        ways += answers(meeting.broadcast_id)
    if ahead and rights.may_propose(turn, meeting):
        ways.append(choice(f"agenda.add:{meeting.id}", "agenda-way-add"))
    if meeting.recorder_id == turn.person.id and meeting.starts_at <= turn.now and meeting.state != OFF:
        ways += [_minutes_way(meeting), choice(f"action.list:{meeting.id}", "meeting-way-actions")]
    elif meeting.state == HELD and meeting.minutes_broadcast_id is not None and is_invited(turn, meeting):
        ways.append(choice(f"minutes.see:{meeting.id}", "meeting-way-minutes"))
    return tuple(ways)


def answers(broadcast_id: int) -> tuple[Choice, ...]:
    """What an invitation can be answered with."""
    return tuple(choice(f"bc.{each}:{broadcast_id}", f"broadcast-{each}") for each in ANSWERS)


def name_of(speaker: Speaker, person_id: int) -> str | Text:
    """How somebody is called; people may have left."""
    try:
        return people.read(speaker.tx, person_id).name or cards.NOTHING
    except NotFound:
        return cards.NOTHING


def tell_convenor(speaker: Speaker, meeting: Meeting, message: Message) -> None:
    """Tells whoever called it; where nothing reaches them any more, those who may hold meetings there."""
    if not speaker.tell(meeting.convenor_id, message):
        staff.tell(speaker, meeting.place_id, message, but=meeting.convenor_id, of_roles=rights.OF_UNITS)


ROUTES = (
    Route("press", "meeting.show", open_),
    Route("press", "meeting.more", more),
)
