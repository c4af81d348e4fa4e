"""The all-clear of an emergency: obligatory, and it goes to exactly those who got the alarm (domain.md §8).

Until it is given, whoever sent the alarm is reminded. Before it leaves, nothing of the alarm may leave any more
(starting.py).
"""

from datetime import timedelta

from handlers import forms, staff, texts
from handlers.audience import audience
from handlers.audience.audience import Audience
from handlers.broadcasts import content, over, says, ways
from handlers.broadcasts.approving import proposing
from handlers.broadcasts.composing import writing
from handlers.broadcasts.content import Content
from handlers.broadcasts.steering import steered
from handlers.errors import Refused
from handlers.forms import Again, Form, Question, pick
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import broadcasts, recipients
from storage.broadcasts import ALL_CLEAR, EMERGENCY, Broadcast

BROADCAST, USUAL, GO = "broadcast", "usual", "go"
AGAIN_AFTER = timedelta(hours=3)
OTHERS_AFTER = timedelta(hours=6)  # then the coordinators are reminded as well


def begin(turn: Turn) -> None:
    """Asks with which words it is given."""
    broadcast = _clearable(turn, turn.argument_id())
    forms.start(turn, CLEAR, **{BROADCAST: broadcast.id})


def remind(speaker: Speaker, broadcast: Broadcast) -> None:
    """The all-clear is still to be given: whoever sent the alarm hears so again and again, by day."""
    reached = recipients.any_reached(speaker.tx, broadcast.id)
    if not reached or ways.recalled(speaker, broadcast) or over.cleared(speaker, broadcast):
        return
    quiet_until = speaker.community.quiet_until(speaker.now)
    if quiet_until is None and ways.to_clear(speaker, broadcast):  # not while one waits for a second person
        _remind(speaker, broadcast)
    broadcasts.set_due(speaker.tx, broadcast.id, quiet_until or speaker.now + AGAIN_AFTER)


def _remind(speaker: Speaker, broadcast: Broadcast) -> None:
    text = Text("broadcast-clear-missing", {"title": says.title(broadcast)})
    ways_on = (choice(f"{ways.CLEAR}:{broadcast.id}", "broadcast-way-clear"),)
    message = Message(text=text, choices=ways_on, lane=Lane.REMINDERS)
    told = speaker.tell(broadcast.drafter_id, message)
    if not told or speaker.now - (broadcast.ended_at or speaker.now) >= OTHERS_AFTER:
        staff.tell(speaker, broadcast.place_id, message, but=broadcast.drafter_id, of_roles=("coordinator",))


def _clearable(turn: Turn, broadcast_id: int) -> Broadcast:
    """The emergency. Refused where its all-clear was given, or nobody has got it."""
    broadcast = steered.require(turn, broadcast_id)
    if not ways.to_clear(turn, broadcast):
        raise Refused("broadcast-cleared-already", closes_form=True, title=says.title(broadcast))
    if not recipients.any_reached(turn.tx, broadcast.id):
        raise Refused("broadcast-nobody-has-it", closes_form=True)
    return broadcast


def _of_form(turn: Turn) -> Broadcast:
    return _clearable(turn, int(turn.dialogue.answers[BROADCAST]))


def _usual(turn: Turn) -> str:
    return texts.word("broadcast-clear-usual", turn.person.language)


def _ask_words(turn: Turn) -> Message:
    usual = pick(CLEAR.name, "words", USUAL, "broadcast-clear-use-usual")
    values = {"title": says.title(_of_form(turn)), "usual": _usual(turn)}
    return Message(text=Text("broadcast-clear-words", values), choices=(usual,))


def _read_words(turn: Turn) -> str:
    if turn.argument == USUAL:
        return _usual(turn)
    text = turn.incoming.text.strip()
    if not text:
        raise Again("broadcast-words-please")
    return writing.checked(turn, text)


def _said(turn: Turn, broadcast: Broadcast) -> Content:
    return Content(title=says.title(broadcast), words=str(turn.dialogue.answers["words"]))


def _ask_sure(turn: Turn) -> Message:
    said = _said(turn, _of_form(turn))
    text = Text("broadcast-clear-sure", {"title": said.title, "words": said.words})
    return Message(text=text, choices=(pick(CLEAR.name, "sure", GO, "broadcast-clear-go"),), formatted=True)


def _read_sure(turn: Turn) -> str:
    if turn.argument != GO:
        raise Again("broadcast-pick-please")
    return GO


def _done(turn: Turn) -> None:
    emergency = _of_form(turn)
    said = _said(turn, emergency)
    draft = broadcasts.create(
        turn.tx,
        place_id=emergency.place_id,
        team_id=emergency.team_id,
        drafter_id=turn.person.id,
        kind=EMERGENCY,
        body=content.encode(said),
        words=said.whole,
        audience=audience.encode(Audience(list_of=emergency.id)),
        now=turn.now,
        follows_id=emergency.id,
        follows_as=ALL_CLEAR,
    )
    proposing.propose(turn, draft)


CLEAR = Form(
    "bcclear",
    (
        Question("words", _ask_words, _read_words, quotes=True),
        Question("sure", _ask_sure, _read_sure),
    ),
    _done,
    cancelled="broadcast-clear-left",
)
FORMS = (CLEAR,)
ROUTES = (Route("press", ways.CLEAR, begin),)
