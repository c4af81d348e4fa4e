"""Approving: a second person says yes or no to what somebody wrote; or nobody says anything."""

from datetime import timedelta

from handlers import forms
from handlers.audience import audience as audiences
from handlers.broadcasts import samples, says, ways
from handlers.broadcasts.approving import approvers, proposals
from handlers.broadcasts.approving.proposing import UNANSWERED
from handlers.broadcasts.going_out import starting
from handlers.errors import Refused
from handlers.forms import Again, Form, Question, pick
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import broadcast_trail, broadcasts, people
from storage.broadcasts import EMERGENCY, PROPOSED, REFUSED, Broadcast

APPROVED, REMINDED = "approved", "reminded"
MOST = 100  # that wait for a yes, of all units together
SHOWN = 20
MOST_WORDS = 500  # characters of a reason
REASONS = ("words", "people", "time")


def show_all(turn: Turn) -> None:
    """What waits for this person's yes."""
    found = [each for each in broadcasts.proposed(turn.tx, MOST) if approvers.may(turn, turn.person.id, each)]
    shown = tuple(_line(turn, each) for each in found[:SHOWN])
    turn.send(Message(text=Text("approve-list" if shown else "approve-list-none"), choices=shown, lasting=True))


def show(turn: Turn) -> None:
    """One of them once more: how it will look, and the question."""
    broadcast = _asked(turn)
    turn.say_privately(samples.of(turn, broadcast))
    turn.say_privately(proposals.asked(turn, broadcast, Lane.REPLIES))


def yes(turn: Turn) -> None:
    """It goes out: at its time, or at once."""
    broadcast = _asked(turn)
    if broadcast.expires_at is not None and broadcast.expires_at <= turn.now:
        _too_late(turn, broadcast)
        return
    if not audiences.may_draft(turn, broadcast.drafter_id, audiences.of(broadcast)):
        raise Refused("approve-drafter-lost", name=people.read(turn.tx, broadcast.drafter_id).name)
    broadcasts.set_approver(turn.tx, broadcast.id, turn.person.id)
    broadcast_trail.add(turn.tx, broadcast.id, APPROVED, turn.person.id, turn.now)
    _go(turn, broadcast, "approve-agreed", "approve-agreed-told", name=turn.person.name)


def no(turn: Turn) -> None:
    """Why not? The drafter is told."""
    broadcast = _asked(turn)
    forms.start(turn, REFUSE, broadcast=str(broadcast.id), mark=samples.mark(broadcast))


def due(speaker: Speaker, broadcast: Broadcast) -> None:
    """Nobody has answered: an emergency goes out now; for the others everybody above is asked as well, once."""
    if broadcast.expires_at is not None and broadcast.expires_at <= speaker.now:
        _too_late(speaker, broadcast)
    elif broadcast.kind == EMERGENCY:
        broadcast_trail.add(speaker.tx, broadcast.id, UNANSWERED, None, speaker.now)
        minutes = int(proposals.EMERGENCY_WAITS.total_seconds()) // 60
        _go(speaker, broadcast, "approve-unanswered", "approve-unanswered-told", minutes=minutes)
    else:
        _remind(speaker, broadcast)


def _go(speaker: Speaker, broadcast: Broadcast, key: str, told: str, **values: object) -> None:
    """It is planned; whoever was asked reads why, and the drafter hears so."""
    starting.plan(speaker, broadcast)
    planned = broadcasts.get(speaker.tx, broadcast.id)
    proposals.over(speaker, planned, key, **values)
    when = proposals.when(speaker, planned)
    text = Text(told, {"title": says.title(planned), "when": when, **values})
    choices, lane = ways.of(speaker, planned), proposals.lane_of(planned)
    speaker.tell(planned.drafter_id, Message(text=text, choices=choices, lane=lane))
    if key == "approve-unanswered":  # the changed question makes no sound
        for person_id in approvers.of(speaker, planned, every=True):
            speaker.tell(person_id, Message(text=Text(key, {"title": says.title(planned), **values}), lane=lane))


def _remind(speaker: Speaker, broadcast: Broadcast) -> None:
    quiet = speaker.community.quiet_until(speaker.now)
    if quiet is not None:
        proposals.look_again(speaker, broadcast, quiet - speaker.now + timedelta(minutes=1))
        return
    proposals.look_again(speaker, broadcast, None)
    asked = broadcast_trail.last(speaker.tx, broadcast.id, PROPOSED)
    reminded = broadcast_trail.last(speaker.tx, broadcast.id, REMINDED)
    if asked is None or (reminded is not None and reminded.at >= asked.at):
        return
    broadcast_trail.add(speaker.tx, broadcast.id, REMINDED, None, speaker.now)
    found = approvers.of(speaker, broadcast, every=True)
    proposals.ask(speaker, broadcast, found)
    names = [people.read(speaker.tx, each).name for each in found]
    text = Text("approve-still-waits", {"title": says.title(broadcast), "names": names})
    back = (choice(f"broadcast.back:{broadcast.id}", "broadcast-take-back"),)
    speaker.tell(broadcast.drafter_id, Message(text=text, choices=back, lane=Lane.REMINDERS))


def _too_late(speaker: Speaker, broadcast: Broadcast) -> None:
    proposals.over(speaker, broadcast, "approve-too-late")
    starting.expire(speaker, broadcast)


def _asked(turn: Turn) -> Broadcast:
    """The broadcast that a press names, locked. Refused to whoever may not agree to it now, where somebody has
    answered already, and where it says something else by now."""
    turn.argument, _, shown = turn.argument.partition("/")
    return _waiting(turn, turn.argument_id(), shown)


def _waiting(turn: Turn, broadcast_id: int, shown: str) -> Broadcast:
    broadcast = broadcasts.lock(turn.tx, broadcast_id)
    if broadcast is None:
        raise Refused("not-allowed", closes_form=True)
    if broadcast.drafter_id == turn.person.id:
        raise Refused("approve-own", closes_form=True)
    if not approvers.may(turn, turn.person.id, broadcast):
        raise Refused("not-allowed", closes_form=True)
    title = says.title(broadcast)
    if broadcast.state != PROPOSED:
        state = Text(f"broadcast-state-{broadcast.state}")
        raise Refused("approve-over", closes_form=True, title=title, state=state)
    if shown and shown != samples.mark(broadcast):
        again = choice(f"approve.show:{broadcast.id}", "approve-see-again")
        raise Refused("approve-changed", again, closes_form=True)
    return broadcast


def _line(turn: Turn, broadcast: Broadcast) -> Choice:
    name = people.read(turn.tx, broadcast.drafter_id).name
    return choice(f"approve.show:{broadcast.id}", "approve-line", title=says.title(broadcast), name=name)


def _ask_why(turn: Turn) -> Message:
    ways = tuple(pick(REFUSE.name, "reason", each, f"approve-reason-{each}") for each in REASONS)
    return Message(text=Text("approve-why-not"), choices=ways)


def _read_why(turn: Turn) -> str:
    """One of the usual reasons, by its code after a colon, or words."""
    if turn.argument in REASONS:
        return f":{turn.argument}"
    words = turn.incoming.text.strip()[:MOST_WORDS]
    if not words:
        raise Again("approve-why-not-again")
    return words.removeprefix(":")


def _refused(turn: Turn) -> None:
    answers = turn.dialogue.answers
    broadcast = _waiting(turn, int(answers["broadcast"]), str(answers["mark"]))
    given = str(answers["reason"])
    code = given[1:] if given.startswith(":") else None
    reason: object = Text(f"approve-reason-{code}") if code else given
    broadcasts.move(turn.tx, broadcast.id, PROPOSED, REFUSED)
    broadcasts.set_due(turn.tx, broadcast.id, None)
    broadcast_trail.add(turn.tx, broadcast.id, REFUSED, turn.person.id, turn.now, code)
    proposals.over(turn, broadcast, "approve-refused", name=turn.person.name)
    text = Text("approve-refused-told", {"title": says.title(broadcast), "name": turn.person.name, "reason": reason})
    change = (choice(f"broadcast.change:{broadcast.id}", "broadcast-change"),)
    turn.tell(broadcast.drafter_id, Message(text=text, choices=change, lane=proposals.lane_of(broadcast)))
    turn.say("approve-drafter-told", name=people.read(turn.tx, broadcast.drafter_id).name)


REFUSE = Form("refusal", (Question("reason", _ask_why, _read_why),), _refused, cancelled="approve-left")
FORMS = (REFUSE,)
ROUTES = (
    Route("press", "approve.list", show_all),
    Route("press", "approve.show", show),
    Route("press", "approve.yes", yes),
    Route("press", "approve.no", no),
)
