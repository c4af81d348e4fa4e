"""Recording: a named person writes the minutes; whoever holds the meeting sends them to those who took part."""

from datetime import timedelta

from handlers import attachments, forms, texts
from handlers.audience import audience as audiences
from handlers.audience.audience import Audience
from handlers.broadcasts import content
from handlers.broadcasts.approving import proposing
from handlers.broadcasts.composing import writing
from handlers.broadcasts.content import MOST_TITLE, Content
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.meetings import attending, meeting_card, rights, someone, steps
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import broadcast_media, broadcasts, media, meeting_lists, meetings
from storage.broadcasts import MEETING, MINUTES, Broadcast
from storage.meetings import HELD, OFF, Meeting

MOST_WORDS = 2_500  # characters: with its head still one message
MOST_PROXIES = 200
LOOK_EVERY = timedelta(minutes=1)
GIVEN_UP = (broadcasts.DROPPED, broadcasts.STOPPED, broadcasts.EXPIRED)
TOOK_PART = (attending.YES, attending.PROXY)


def choose(turn: Turn) -> None:
    """Asks who writes it down."""
    meeting = rights.held(turn, turn.argument_id())
    forms.start(turn, RECORDER, meeting=str(meeting.id))


def cannot(turn: Turn) -> None:
    """Whoever was named cannot; the convenor hears so, and names another."""
    meeting = rights.written(turn, turn.argument_id())
    if meeting.recorder_id != turn.person.id:
        raise Refused("form-stale")
    meetings.set_recorder(turn.tx, meeting.id, None)
    values = {"name": meeting_card.name_of(turn, turn.person.id), "title": meeting.title}
    ways = (choice(f"meeting.recorder:{meeting.id}", "meeting-way-recorder"),)
    meeting_card.tell_convenor(turn, meeting, Message(text=Text("recorder-cannot-told", values), choices=ways))
    turn.say("recorder-cannot")


def write(turn: Turn) -> None:
    """Asks for the minutes."""
    forms.start(turn, WRITE, meeting=str(_begun(turn, turn.argument_id()).id))


def see(turn: Turn) -> None:
    """The minutes as they stand: for who took part once they were sent, for who writes and holds it before."""
    meeting = meetings.read(turn.tx, turn.argument_id())
    if meeting is None or not meeting.minutes or not _may_see(turn, meeting):
        raise Refused("not-allowed")
    ways = []
    if meeting.minutes_broadcast_id is None and meeting.state != OFF:
        ways.append(choice(f"minutes.write:{meeting.id}", "minutes-way-again"))
        if rights.holds(turn, meeting):
            ways.insert(0, choice(f"minutes.send:{meeting.id}", "minutes-way-send"))
    _show(turn, meeting, tuple(ways))


def send(turn: Turn) -> None:
    """Those who took part get the minutes, the way of a broadcast; those who came for others, too."""
    meeting = rights.held(turn, turn.argument_id())
    if not meeting.minutes:
        raise Refused("minutes-none")
    if meeting.minutes_broadcast_id is not None:
        raise Refused("minutes-sent-already")
    if meeting.broadcast_id is None or not _anybody(turn, meeting.broadcast_id):
        meetings.end(turn.tx, meeting.id, HELD, turn.now)
        meetings.set_step(turn.tx, meeting.id, None, None)
        turn.say("minutes-nobody", choice(f"action.add:{meeting.id}", "action-way-add"))
        return
    _must_have_come(turn, meeting)
    broadcast = _as_broadcast(turn, meeting, meeting.broadcast_id)
    broadcast_media.put(turn.tx, broadcast.id, meetings.files(turn.tx, meeting.id))
    meetings.minutes_sent(turn.tx, meeting.id, broadcast.id)
    meetings.end(turn.tx, meeting.id, HELD, turn.now)
    meetings.set_step(turn.tx, meeting.id, steps.PROXIES, turn.now + LOOK_EVERY)
    proposing.propose(turn, broadcast)
    turn.say("minutes-then", choice(f"action.add:{meeting.id}", "action-way-add"))


def ask_minutes(speaker: Speaker, meeting: Meeting, *, again: bool) -> None:
    """After the meeting: whoever writes it down is asked for the minutes; where nobody does, the convenor."""
    if meeting.minutes:
        return
    ways = (choice(f"minutes.write:{meeting.id}", "meeting-way-write"),)
    to = meeting.recorder_id or meeting.convenor_id
    text = Text("minutes-please-again" if again else "minutes-please", {"title": meeting.title})
    told = speaker.tell(to, Message(text=text, choices=ways, lane=Lane.REMINDERS, lasting=True))
    if (again or not told) and to != meeting.convenor_id:
        values = {"title": meeting.title, "name": meeting_card.name_of(speaker, to)}
        late = Message(text=Text("minutes-missing", values), choices=ways, lane=Lane.REMINDERS, lasting=True)
        meeting_card.tell_convenor(speaker, meeting, late)


def _anybody(turn: Turn, broadcast_id: int) -> bool:
    return any(meeting_lists.count(turn.tx, broadcast_id, each, 1) for each in TOOK_PART)


def tell_proxies(speaker: Speaker, meeting: Meeting) -> bool:
    """Once the minutes have gone out, whoever came for somebody else gets them, too. False where it is too early."""
    sent = meeting.minutes_broadcast_id
    broadcast = None if sent is None else broadcasts.read(speaker.tx, sent)
    if broadcast is None or meeting.broadcast_id is None or broadcast.state in GIVEN_UP:
        return True
    if broadcast.state not in (broadcasts.SENDING, broadcasts.SENT):
        return False
    for proxy in attending.proxies(speaker, meeting.broadcast_id, MOST_PROXIES):
        if proxy.proxy_id is not None:
            message = Message(text=_said(meeting), media=_digests(speaker, meeting), lane=Lane.BROADCASTS)
            speaker.tell(proxy.proxy_id, message)
    return True


def _may_see(turn: Turn, meeting: Meeting) -> bool:
    if rights.holds(turn, meeting) or meeting.recorder_id == turn.person.id:
        return True
    return meeting.minutes_broadcast_id is not None and meeting_card.is_invited(turn, meeting)


def _begun(turn: Turn, meeting_id: int) -> Meeting:
    """A meeting whose minutes can be written. Raises Refused."""
    meeting = rights.written(turn, meeting_id)
    if meeting.state == OFF or meeting.starts_at > turn.now:
        raise Refused("minutes-too-early", closes_form=True)
    if meeting.minutes_broadcast_id is not None:
        raise Refused("minutes-sent-already", closes_form=True)
    return meeting


def _said(meeting: Meeting) -> Text:
    return Text("minutes-said", {"title": meeting.title, "at": meeting.starts_at, "words": meeting.minutes})


def _show(turn: Turn, meeting: Meeting, ways: tuple[Choice, ...]) -> None:
    turn.send(Message(text=_said(meeting), media=_digests(turn, meeting), choices=ways, lasting=True))


def _must_have_come(turn: Turn, meeting: Meeting) -> None:
    """Refused while a file is still being fetched from its channel."""
    if len(_digests(turn, meeting)) < len(meetings.files(turn.tx, meeting.id)):
        raise Refused("minutes-files-coming", choice(f"minutes.send:{meeting.id}", "minutes-way-send"))


def _digests(speaker: Speaker, meeting: Meeting) -> tuple[str, ...]:
    """The files that are with us."""
    digests = (media.read(speaker.tx, each).digest for each in meetings.files(speaker.tx, meeting.id))
    return tuple(each for each in digests if each is not None)


def _as_broadcast(turn: Turn, meeting: Meeting, invitation_id: int) -> Broadcast:
    title = texts.render(Text("minutes-title", {"title": meeting.title}), turn.person.language, turn.community.zone)
    said = Content(title[:MOST_TITLE], meeting.minutes)
    took_part = Audience(list_of=invitation_id, answers=TOOK_PART)
    return broadcasts.create(
        turn.tx,
        place_id=meeting.place_id,
        drafter_id=turn.person.id,
        kind=MEETING,
        body=content.encode(said),
        words=said.whole,
        audience=audiences.encode(took_part),
        now=turn.now,
        follows_id=invitation_id,
        follows_as=MINUTES,
    )


def _meeting(turn: Turn) -> Meeting:
    return rights.held(turn, int(turn.dialogue.answers["meeting"]))


def _ask_recorder(turn: Turn) -> Message:
    return someone.ask(turn, _meeting(turn), RECORDER.name, "who", "recorder-ask")


def _read_recorder(turn: Turn) -> str:
    return someone.read(turn, _meeting(turn))


def _named(turn: Turn) -> None:
    meeting, who = _meeting(turn), int(turn.dialogue.answers["who"])
    meetings.set_recorder(turn.tx, meeting.id, who)
    if who != turn.person.id:
        ways = (choice(f"recorder.no:{meeting.id}", "recorder-no"),)
        text = Text("recorder-please", {**meeting_card.facts(meeting), "name": turn.person.name})
        turn.tell(who, Message(text=text, choices=ways, lane=Lane.REMINDERS, lasting=True))
    back = choice(f"meeting.show:{meeting.id}", "meeting-back")
    turn.say("recorder-named", back, name=meeting_card.name_of(turn, who))


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("minutes-ask-words"))


def _read_words(turn: Turn) -> str:
    known = turn.dialogue.answers.get(writing.FILES, [])
    turn.dialogue.answers[writing.FILES] = list(dict.fromkeys([*known, *attachments.keep(turn)]))[: content.MOST_FILES]
    words = turn.incoming.text.strip()
    if not words:
        raise Again("minutes-words-please")
    if len(words) > MOST_WORDS or turn.incoming.cut:
        raise Again("minutes-words-long", most=MOST_WORDS)
    return words


def _written(turn: Turn) -> None:
    meeting = _begun(turn, int(turn.dialogue.answers["meeting"]))
    words = str(turn.dialogue.answers["words"])
    meetings.set_minutes(turn.tx, meeting.id, words, writing.files(turn)[: content.MOST_FILES])
    turn.argument = str(meeting.id)
    fresh = rights.of_press(turn)
    if not rights.holds(turn, fresh):
        ways = (choice(f"minutes.see:{fresh.id}", "meeting-way-minutes"),)
        values = {"title": fresh.title, "name": meeting_card.name_of(turn, turn.person.id)}
        meeting_card.tell_convenor(
            turn, fresh, Message(text=Text("minutes-written-told", values), choices=ways, lasting=True)
        )
        turn.say("minutes-written", choice(f"minutes.write:{fresh.id}", "minutes-way-again"))
        return
    see(turn)


def _only_things(name: str, turn: Turn) -> bool:
    return name == writing.THINGS


def _form() -> Form:
    return WRITE


RECORDER = Form("meetrec", (Question("who", _ask_recorder, _read_recorder, number=True),), _named)
WRITE: Form = Form(
    "minutes",
    (
        Question("words", _ask_words, _read_words, quotes=True),
        *(each for each in writing.questions(_form, _only_things) if each.name == writing.THINGS),
    ),
    _written,
    cancelled="meeting-left",
)
FORMS = (RECORDER, WRITE)
ROUTES = (
    Route("press", "meeting.recorder", choose),
    Route("press", "recorder.no", cannot),
    Route("press", "minutes.write", write),
    Route("press", "minutes.see", see),
    Route("press", "minutes.send", send),
)
