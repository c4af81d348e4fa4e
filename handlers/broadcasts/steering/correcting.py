"""Correcting: a broadcast says something else from now on. Where a second person had to agree to it, one has to agree
to the new words as well; what waits is held meanwhile, and an emergency goes on."""

from dataclasses import replace
from datetime import timedelta

from handlers import formatting, forms
from handlers.broadcasts import content, says, ways
from handlers.broadcasts.approving import approvers, proposals
from handlers.broadcasts.composing import writing
from handlers.broadcasts.content import MOST_TITLE, Content
from handlers.broadcasts.steering import settling, steered
from handlers.errors import Refused
from handlers.forms import Again, Form, Question, pick
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import broadcast_messages, broadcast_trail, broadcasts, follow_ups, people
from storage.broadcasts import EMERGENCY, EXPIRED, PAUSED, SENDING, SENT, STOPPED, Broadcast
from storage.follow_ups import ASKED, REFUSED, FollowUp

YES, NO = "bc.fix-yes", "bc.fix-no"
BROADCAST, SAME, GO = "broadcast", "same", "go"
WAITS = timedelta(days=2)  # an answer is waited for so long
CORRECTION = broadcast_messages.CORRECTION


def begin(turn: Turn) -> None:
    """Asks what it is to say instead."""
    broadcast = _correctable(turn, turn.argument_id())
    forms.start(turn, FIX, **{BROADCAST: broadcast.id})


def yes(turn: Turn) -> None:
    """A second person agrees to the new words: they go out."""
    follow_up, broadcast = _asked(turn)
    said = content.decode(follow_up.body or "{}")
    settling.correct(turn, broadcast, follow_up, said, turn.person.id)
    _over(turn, follow_up, "broadcast-fix-agreed", name=turn.person.name or "")


def no(turn: Turn) -> None:
    """They do not: it stays as it is, and paused where it was; its author decides what comes next."""
    follow_up, broadcast = _asked(turn)
    follow_ups.end(turn.tx, follow_up.id, ASKED, REFUSED)
    _over(turn, follow_up, "broadcast-fix-refused", name=turn.person.name or "")
    broadcast_trail.add(turn.tx, broadcast.id, "correction_refused", turn.person.id, turn.now)


def unanswered(speaker: Speaker, follow_up: FollowUp) -> None:
    """Nobody has answered: an emergency's new words go out, with a word in the trail; others do not."""
    broadcast = broadcasts.lock(speaker.tx, follow_up.broadcast_id)
    if broadcast is not None and broadcast.kind == EMERGENCY and follow_up.body is not None:
        broadcast_trail.add(speaker.tx, broadcast.id, "correction_unanswered", None, speaker.now)
        settling.correct(speaker, broadcast, follow_up, content.decode(follow_up.body), None)
        _over(speaker, follow_up, "broadcast-fix-unanswered")
        return
    follow_ups.end(speaker.tx, follow_up.id, ASKED, REFUSED)
    _over(speaker, follow_up, "broadcast-fix-nobody")


def _correctable(turn: Turn, broadcast_id: int) -> Broadcast:
    """The broadcast. Refused where nobody has it, it was taken back, or another correction waits for its yes."""
    broadcast = steered.require(turn, broadcast_id)
    if ways.recalled(turn, broadcast):
        raise Refused("broadcast-recalled-already", closes_form=True, title=says.title(broadcast))
    if broadcast.began_at is None or broadcast.state not in (*ways.UNDER_WAY, SENT, EXPIRED, STOPPED):
        raise Refused("broadcast-nobody-has-it", closes_form=True)
    if follow_ups.open_ones(turn.tx, broadcast.id):
        raise Refused("broadcast-fix-waits-already", closes_form=True)
    return broadcast


def _of_form(turn: Turn) -> Broadcast:
    return _correctable(turn, int(turn.dialogue.answers[BROADCAST]))


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("broadcast-fix-words", {"words": content.of(_of_form(turn)).words}))


def _read_words(turn: Turn) -> str:
    text = turn.incoming.text.strip()
    if not text:
        raise Again("broadcast-words-please")
    return writing.checked(turn, text)


def _ask_title(turn: Turn) -> Message:
    same = pick(FIX.name, "title", SAME, "broadcast-fix-same-title")
    return Message(text=Text("broadcast-fix-title", {"title": says.title(_of_form(turn))}), choices=(same,))


def _read_title(turn: Turn) -> str:
    if turn.argument == SAME:
        return says.title(_of_form(turn))
    title = " ".join(formatting.unmarked(turn.incoming.text).split())
    if not title:
        raise Again("broadcast-title-please")
    if len(title) > MOST_TITLE:
        raise Again("broadcast-title-long", most=MOST_TITLE, n=len(title))
    return title


def _new(turn: Turn, broadcast: Broadcast) -> Content:
    answers = turn.dialogue.answers
    return replace(content.of(broadcast), title=str(answers["title"]), words=str(answers["words"]))


def _ask_sure(turn: Turn) -> Message:
    broadcast = _of_form(turn)
    shown = says.drawn(turn, broadcast, _new(turn, broadcast), CORRECTION).text
    text = Text("broadcast-fix-sure", {"text": shown})
    return Message(text=text, choices=(pick(FIX.name, "sure", GO, "broadcast-fix-go"),), formatted=True)


def _read_sure(turn: Turn) -> str:
    if turn.argument != GO:
        raise Again("broadcast-pick-please")
    return GO


def _done(turn: Turn) -> None:
    """It goes out; or it waits for a second person, where the first words had to."""
    broadcast = _of_form(turn)
    said = _new(turn, broadcast)
    if said == content.of(broadcast):
        raise Refused("broadcast-fix-nothing", closes_form=True)
    urgent = broadcast.kind == EMERGENCY
    due = turn.now + (proposals.EMERGENCY_WAITS if urgent else WAITS)
    body = content.encode(said)
    follow_up = follow_ups.create(turn.tx, broadcast.id, CORRECTION, turn.person.id, body, due, turn.now)
    if urgent or broadcast.approver_id is not None:
        _ask_others(turn, broadcast, follow_up, said)
        return
    settling.correct(turn, broadcast, follow_up, said, turn.person.id)
    turn.say("broadcast-fix-goes", title=said.title)
    steered.tell_drafter(turn, broadcast, "broadcast-corrected-by")


def _ask_others(turn: Turn, broadcast: Broadcast, follow_up: FollowUp, said: Content) -> None:
    found = [each for each in approvers.of(turn, broadcast, every=True) if each != turn.person.id]
    urgent = broadcast.kind == EMERGENCY
    if not (found or urgent):
        raise Refused("broadcast-fix-nobody-there", closes_form=True)
    held = not urgent and broadcasts.move(turn.tx, broadcast.id, SENDING, PAUSED)
    if held:
        broadcast_trail.add(turn.tx, broadcast.id, PAUSED, turn.person.id, turn.now, settling.CORRECTING)
    shown = says.drawn(turn, broadcast, said, CORRECTION).text
    asked = Text("broadcast-fix-asked", {"name": turn.person.name or "", "text": shown})
    ways_on = (choice(f"{YES}:{follow_up.id}", "approve-yes"), choice(f"{NO}:{follow_up.id}", "approve-no"))
    lane = Lane.URGENT if urgent else Lane.REMINDERS
    key = _key(follow_up)
    for each in found:
        turn.tell(each, Message(text=asked, choices=ways_on, key=key, lane=lane, lasting=True, formatted=True))
    minutes = int(proposals.EMERGENCY_WAITS.total_seconds()) // 60
    names = [people.read(turn.tx, each).name for each in found]
    waits = "broadcast-fix-waits-urgent" if urgent else "broadcast-fix-waits-held" if held else "broadcast-fix-waits"
    turn.say(waits, names=names, minutes=minutes)


def _asked(turn: Turn) -> tuple[FollowUp, Broadcast]:
    """What a press answers. Refused to its author, to whoever may not agree, and once it is decided."""
    follow_up = follow_ups.lock(turn.tx, turn.argument_id())
    broadcast = None if follow_up is None else broadcasts.lock(turn.tx, follow_up.broadcast_id)
    if follow_up is None or broadcast is None or not approvers.may(turn, turn.person.id, broadcast):
        raise Refused("not-allowed")
    if follow_up.author_id == turn.person.id:
        raise Refused("approve-own")
    if follow_up.state != ASKED:
        raise Refused("broadcast-fix-over")
    return follow_up, broadcast


def _over(speaker: Speaker, follow_up: FollowUp, key: str, **values: object) -> None:
    """Whoever was asked, and its author, read what has become of it."""
    broadcast = broadcasts.get(speaker.tx, follow_up.broadcast_id)
    text = Text(key, {"title": says.title(broadcast), **values})
    lane = Lane.URGENT if broadcast.kind == EMERGENCY else Lane.REMINDERS
    speaker.edit(_key(follow_up), Message(text=text, lane=lane))
    speaker.tell(follow_up.author_id, Message(text=text, lane=lane))


def _key(follow_up: FollowUp) -> str:
    return f"fix:{follow_up.id}"


FIX = Form(
    "bcfix",
    (
        Question("words", _ask_words, _read_words, quotes=True),
        Question("title", _ask_title, _read_title, quotes=True),
        Question("sure", _ask_sure, _read_sure),
    ),
    _done,
    cancelled="broadcast-fix-left",
)
FORMS = (FIX,)
ROUTES = (Route("press", ways.CORRECT, begin), Route("press", YES, yes), Route("press", NO, no))
