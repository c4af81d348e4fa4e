"""Particulars: what is asked of whoever sends a document or a poll, before it goes out."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Message, Text
from handlers.papers import options, schedule
from handlers.turn import Turn
from handlers.understanding.times import read_time
from storage import broadcasts, documents, polls
from storage.broadcasts import DOCUMENT, DRAFT, POLL, Broadcast
from storage.polls import HOUSEHOLD, PERSON, Rules
from storage.times import from_ms, to_ms

FORM, BROADCAST = "paper", "broadcast"
NEVER, USUAL, ANY = "never", "usual", "any"
KINDS = (DOCUMENT, POLL)
EVENING = time(18)
WHOLE_DAY = timedelta(hours=23)  # words that name a day and no hour: at least so long (a change of the clock)
POINT = timedelta(minutes=30)  # an hour that was named stands for so much
MOST_AHEAD = timedelta(days=366)
LEAST_AHEAD = timedelta(minutes=10)
DEADLINES, CLOSES = (3, 7, 14), (1, 3, 7)  # days that are offered


def form(after: Callable[[Turn, Broadcast], None]) -> Form:
    """The form that asks for them; `after` follows once they are known."""

    def done(turn: Turn) -> None:
        broadcast = _draft(turn)
        (_keep_document if broadcast.kind == DOCUMENT else _keep_poll)(turn, broadcast)
        after(turn, broadcasts.get(turn.tx, broadcast.id))

    questions = (
        Question("deadline", _ask_deadline, _read_deadline, wanted=lambda turn: _kind(turn) == DOCUMENT),
        Question("options", _ask_options, _read_options, wanted=_votes),
        Question("most", _ask_most, _read_most, wanted=lambda turn: _votes(turn) and len(_options(turn)) > 2),
        Question("how", _ask_how, _read_how, wanted=_votes),
        Question("per", _ask_per, _read_per, wanted=_votes),
        Question("closes", _ask_closes, _read_closes, wanted=_votes),
    )
    return Form(FORM, questions, done, cancelled="paper-left")


def start(turn: Turn, asked: Form, broadcast: Broadcast) -> None:
    """Asks for the particulars of a draft."""
    forms.start(turn, asked, **{BROADCAST: broadcast.id, "kind": broadcast.kind})


def missing(turn: Turn, broadcast: Broadcast) -> bool:
    """Whether a draft still lacks its particulars."""
    if broadcast.kind == DOCUMENT:
        return documents.of_broadcast(turn.tx, broadcast.id) is None
    return broadcast.kind == POLL and polls.of_broadcast(turn.tx, broadcast.id) is None


def _kind(turn: Turn) -> str:
    return str(turn.dialogue.answers["kind"])


def _votes(turn: Turn) -> bool:
    return _kind(turn) == POLL


def _options(turn: Turn) -> list[str]:
    found: list[str] = turn.dialogue.answers.get("options") or []
    return found


def _draft(turn: Turn) -> Broadcast:
    broadcast = broadcasts.lock(turn.tx, int(turn.dialogue.answers[BROADCAST]))
    if broadcast is None or broadcast.drafter_id != turn.person.id or broadcast.state != DRAFT:
        raise Refused("broadcast-no-draft", closes_form=True)
    return broadcast


def _pick(question: str, value: object, key: str, **values: object) -> Choice:
    return forms.pick(FORM, question, value, key, **values)


def _evening(turn: Turn, days: int) -> datetime:
    day = turn.now.astimezone(turn.community.zone).date() + timedelta(days=days)
    return datetime.combine(day, EVENING, turn.community.zone).astimezone(UTC)


def _moments(turn: Turn, question: str, days: tuple[int, ...]) -> list[Choice]:
    ends = (_evening(turn, each) for each in days)
    return [_pick(question, to_ms(at), "paper-until", at=at) for at in ends]


def _read_moment(turn: Turn) -> str:
    """The moment (ms) that was tapped or typed. Raises Again for none, or one that is over, too near, too far ahead."""
    if turn.argument.isdecimal():
        at = from_ms(int(turn.argument))
    else:
        window = read_time(turn.incoming.text, turn.now.astimezone(turn.community.zone))
        if window is None:
            raise Again("paper-when-unclear")
        length = window.end - window.start
        at = window.start if length <= POINT else window.end
        if length >= WHOLE_DAY:
            at = datetime.combine(window.start.date(), EVENING, turn.community.zone)
    if not turn.now + LEAST_AHEAD <= at <= turn.now + MOST_AHEAD:
        raise Again("paper-when-over", at=at)
    return str(to_ms(at))


def _ask_deadline(turn: Turn) -> Message:
    ways = (*_moments(turn, "deadline", DEADLINES), _pick("deadline", NEVER, "paper-no-deadline"))
    return Message(text=Text("paper-ask-deadline"), choices=ways)


def _read_deadline(turn: Turn) -> str:
    return NEVER if turn.argument == NEVER else _read_moment(turn)


def _ask_options(turn: Turn) -> Message:
    return Message(text=Text("poll-ask-options"), choices=(_pick("options", USUAL, "poll-usual-options"),))


def _read_options(turn: Turn) -> list[str]:
    if turn.argument == USUAL:
        return ["同意", "不同意", "弃权"] if turn.person.language != "en" else ["Yes", "No", "Abstain"]
    found = options.read(turn.incoming.text)
    fault = options.fault(found)
    if fault is not None:
        raise Again(fault, most=options.MOST, characters=options.MOST_CHARACTERS)
    return found


def _ask_most(turn: Turn) -> Message:
    some = [n for n in (2, 3) if n < len(_options(turn))]
    ways = (
        _pick("most", 1, "poll-most-one"),
        *(_pick("most", n, "poll-most-some", n=n) for n in some),
        _pick("most", ANY, "poll-most-any"),
    )
    return Message(text=Text("poll-ask-most", {"options": _options(turn)}), choices=ways)


def _read_most(turn: Turn) -> int:
    allowed = {str(n): n for n in (1, 2, 3)} | {ANY: len(_options(turn))}
    if turn.argument not in allowed:
        raise Again("paper-tap-please")
    return allowed[turn.argument]


def _ask_how(turn: Turn) -> Message:
    ways = (_pick("how", "secret", "poll-how-secret"), _pick("how", "named", "poll-how-named"))
    return Message(text=Text("poll-ask-how"), choices=ways)


def _read_how(turn: Turn) -> str:
    if turn.argument not in ("secret", "named"):
        raise Again("paper-tap-please")
    return turn.argument


def _ask_per(turn: Turn) -> Message:
    ways = (_pick("per", HOUSEHOLD, "poll-per-household"), _pick("per", PERSON, "poll-per-person"))
    return Message(text=Text("poll-ask-per"), choices=ways)


def _read_per(turn: Turn) -> str:
    if turn.argument not in (HOUSEHOLD, PERSON):
        raise Again("paper-tap-please")
    return turn.argument


def _ask_closes(turn: Turn) -> Message:
    return Message(text=Text("poll-ask-closes"), choices=tuple(_moments(turn, "closes", CLOSES)))


def _read_closes(turn: Turn) -> str:
    return _read_moment(turn)


def _keep_document(turn: Turn, broadcast: Broadcast) -> None:
    deadline = turn.dialogue.answers["deadline"]
    at = None if deadline == NEVER else from_ms(int(deadline))
    document = documents.of_broadcast(turn.tx, broadcast.id) or documents.create(turn.tx, broadcast.id, at)
    documents.set_deadline(turn.tx, document.id, at)
    documents.set_step(turn.tx, document.id, *schedule.after(at, turn.now))


def _keep_poll(turn: Turn, broadcast: Broadcast) -> None:
    answers = turn.dialogue.answers
    rules = Rules(
        options=tuple(_options(turn)),
        most=int(answers.get("most") or 1),
        secret=answers["how"] == "secret",
        per=str(answers["per"]),
        closes_at=from_ms(int(answers["closes"])),
    )
    poll = polls.of_broadcast(turn.tx, broadcast.id)
    if poll is None:
        poll = polls.create(turn.tx, broadcast.id, rules)
    elif not polls.set_rules(turn.tx, poll.id, rules):
        raise Refused("broadcast-no-draft", closes_form=True)
    polls.set_step(turn.tx, poll.id, *schedule.after(rules.closes_at, turn.now))
    # After its close it asks for nothing: it must not be sent late.
    ends = rules.closes_at
    broadcasts.set_plan(turn.tx, broadcast.id, broadcast.send_at, broadcast.rule, ends, broadcast.silent_after)
