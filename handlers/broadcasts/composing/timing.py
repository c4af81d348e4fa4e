"""Timing: when a broadcast goes out, how it repeats, until when it is of use, and when silence becomes a matter."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from handlers import forms
from handlers.broadcasts.composing import repeat_rules, time_words
from handlers.broadcasts.reaching.ladder import SILENT_AFTER
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Message, Text
from handlers.turn import Turn
from handlers.understanding.times import Window, read_time
from storage import broadcasts
from storage.broadcasts import DRAFT, EMERGENCY, ROUTINE, Broadcast
from storage.times import from_ms, to_ms

FORM, BROADCAST = "bctime", "broadcast"
NOW, REPEAT, NEVER = "now", "repeat", "never"
RULE = "rule:"  # what an answer that is a rule begins with
MOST_AHEAD = timedelta(days=366)
WHOLE_DAY = timedelta(hours=23)  # words that name a day and no hour: at least so long (a change of the clock)
MORNING = time(9)
PAST = re.compile(r"昨|前天|上周|\byesterday\b|\blast\b", re.IGNORECASE)  # read as a day of this week otherwise
LATEST_USE = time(18)  # "useless after 18:00" is the usual end
SILENT = (timedelta(minutes=30), timedelta(hours=2), timedelta(days=1))
ASKS_SILENT = (ROUTINE,)  # the others remind in ways of their own
ASKS_EXPIRY = (ROUTINE, EMERGENCY)  # a meeting, a poll, a document has its own end


def form(after: Callable[[Turn, Broadcast], None]) -> Form:
    """The form that asks for the times of a draft; `after` follows once they are known."""

    def done(turn: Turn) -> None:
        _keep(turn)
        after(turn, broadcasts.get(turn.tx, _draft(turn).id))

    questions = (
        Question("when", _ask_when, _read_when),
        Question("rule", _ask_rule, _read_rule, wanted=lambda turn: turn.dialogue.answers["when"] == REPEAT),
        Question("ends", _ask_ends, _read_ends, wanted=lambda turn: _rule(turn) is not None),
        Question("expires", _ask_expires, _read_expires, wanted=lambda turn: _draft(turn).kind in ASKS_EXPIRY),
        Question("silent", _ask_silent, _read_silent, wanted=lambda turn: _draft(turn).kind in ASKS_SILENT),
    )
    return Form(FORM, questions, done, cancelled="broadcast-time-left")


def start(turn: Turn, asked: Form, broadcast: Broadcast) -> None:
    """Asks for the times of a draft."""
    forms.start(turn, asked, **{BROADCAST: broadcast.id})


def _draft(turn: Turn) -> Broadcast:
    """The draft that is asked about. Refused where it is none any more, or not the person's."""
    broadcast = broadcasts.lock(turn.tx, int(turn.dialogue.answers[BROADCAST]))
    if broadcast is None or broadcast.drafter_id != turn.person.id or broadcast.state != DRAFT:
        raise Refused("broadcast-no-draft", closes_form=True)
    return broadcast


def _pick(question: str, value: object, key: str, **values: object) -> Choice:
    return forms.pick(FORM, question, value, key, **values)


def _here(turn: Turn) -> datetime:
    return turn.now.astimezone(turn.community.zone)


def _tomorrow(turn: Turn, clock: time) -> datetime:
    day = _here(turn).date() + timedelta(days=1)
    return datetime.combine(day, clock, turn.community.zone).astimezone(UTC)


def _ask_when(turn: Turn) -> Message:
    draft = _draft(turn)
    now = _pick("when", NOW, "broadcast-when-now")
    if draft.kind == EMERGENCY:
        return Message(text=Text("broadcast-when-emergency"), choices=(now,))
    opening = time_words.opening(turn, draft.kind, turn.now)
    if opening > turn.now:
        now = _pick("when", NOW, "broadcast-when-open", at=opening)
    tomorrow = _tomorrow(turn, MORNING)
    ways = [now, _pick("when", to_ms(tomorrow), "broadcast-when-at", at=tomorrow)]
    if draft.kind == ROUTINE:  # a meeting, a document, a vote belongs to one sending
        ways.append(_pick("when", REPEAT, "broadcast-when-repeat"))
    return Message(text=Text("broadcast-when"), choices=tuple(ways))


def _read_when(turn: Turn) -> str:
    """now, repeat, a moment (ms), or a rule. Raises Again where the words name none, or it is of no use by then."""
    when = _heard_when(turn)
    draft = _draft(turn)
    own_end = None if draft.kind in ASKS_EXPIRY else draft.expires_at
    at = turn.now if when in (NOW, REPEAT) or when.startswith(RULE) else from_ms(int(when))
    if own_end is not None and time_words.opening(turn, draft.kind, at) >= own_end:
        raise Again("broadcast-expires-before", at=own_end, first=time_words.opening(turn, draft.kind, at))
    return when


def _heard_when(turn: Turn) -> str:
    if turn.incoming.press is not None:
        if turn.argument not in (NOW, REPEAT) and not turn.argument.isdecimal():
            raise Refused("choice-unknown")
        return turn.argument
    words = turn.incoming.text.strip()
    if PAST.search(words):
        raise Again("broadcast-when-unclear")
    rule = repeat_rules.read(words, _here(turn))
    if rule is not None:
        kind = _draft(turn).kind
        if kind != ROUTINE:
            raise Again("broadcast-emergency-once" if kind == EMERGENCY else "broadcast-goes-once")
        return f"{RULE}{rule}"
    window = read_time(words, _here(turn))
    if window is not None and window.start == _here(turn):
        return NOW
    return str(to_ms(_moment(turn, window)))


def _moment(turn: Turn, window: Window | None) -> datetime:
    """The moment that words name. Raises Again for none, a day without an hour, what is gone or too far ahead."""
    if window is None:
        raise Again("broadcast-when-unclear")
    if window.end - window.start >= WHOLE_DAY:
        raise Again("broadcast-when-hour")
    at = window.start.astimezone(UTC)
    if at <= turn.now:
        raise Again("broadcast-when-gone", at=at)
    if at > turn.now + MOST_AHEAD:
        raise Again("broadcast-when-too-far")
    return at


def _ask_rule(turn: Turn) -> Message:
    today = _here(turn).date()
    rules = (repeat_rules.daily(), repeat_rules.weekly(today), repeat_rules.monthly(today))
    ways = tuple(_pick("rule", number, "plain", text=repeat_rules.said(rule)) for number, rule in enumerate(rules))
    return Message(text=Text("broadcast-which-rule"), choices=ways)


def _read_rule(turn: Turn) -> str:
    if turn.incoming.press is not None:
        today = _here(turn).date()
        rules = {"0": repeat_rules.daily(), "1": repeat_rules.weekly(today), "2": repeat_rules.monthly(today)}
        if turn.argument not in rules:
            raise Refused("choice-unknown")
        return rules[turn.argument]
    rule = repeat_rules.read(turn.incoming.text, _here(turn))
    if rule is None:
        raise Again("broadcast-rule-unclear")
    return rule


def _rule(turn: Turn) -> str | None:
    """The rule as it was chosen; None where it goes out once."""
    answers = turn.dialogue.answers
    when = str(answers["when"])
    rule = str(answers["rule"]) if when == REPEAT else when.removeprefix(RULE) if when.startswith(RULE) else None
    ends = answers.get("ends")
    if rule is None or not ends or ends == NEVER:
        return rule
    return repeat_rules.until(rule, from_ms(int(ends)).astimezone(turn.community.zone).date())


def _ask_ends(turn: Turn) -> Message:
    return Message(text=Text("broadcast-rule-ends"), choices=(_pick("ends", NEVER, "broadcast-rule-no-end"),))


def _read_ends(turn: Turn) -> str:
    """The last day, as its last moment (ms), or never. Raises Again where nothing would be sent at all."""
    if turn.incoming.press is not None:
        return NEVER
    window = read_time(turn.incoming.text, _here(turn))
    if window is None:
        raise Again("broadcast-ends-unclear")
    last = window.start.astimezone(UTC)
    rule = repeat_rules.until(_rule(turn) or "", window.start.date())
    if repeat_rules.following(rule, turn.now, turn.now, turn.community.zone) is None:
        raise Again("broadcast-ends-before", at=last)
    return str(to_ms(last))


def _send_at(turn: Turn) -> datetime | None:
    """When it is to be sent; None: at once."""
    rule, when = _rule(turn), str(turn.dialogue.answers["when"])
    if rule is not None:
        return repeat_rules.following(rule, turn.now, turn.now, turn.community.zone)
    return None if when == NOW else from_ms(int(when))


def _ask_expires(turn: Turn) -> Message:
    first = _first(turn)
    ways = [_pick("expires", NEVER, "broadcast-expires-never")]
    ways += [_pick("expires", to_ms(at), "broadcast-expires-at", at=at) for at in _ends_of_use(turn, first)]
    return Message(text=Text("broadcast-expires"), choices=tuple(ways))


def _first(turn: Turn) -> datetime:
    wanted = max(_send_at(turn) or turn.now, turn.now)
    return time_words.opening(turn, _draft(turn).kind, wanted)


def _ends_of_use(turn: Turn, first: datetime) -> list[datetime]:
    """What is offered: six in the evening of the day it goes out, where that is still of use, and of the day after."""
    day = first.astimezone(turn.community.zone).date()
    ends = (datetime.combine(day + timedelta(days=n), LATEST_USE, turn.community.zone).astimezone(UTC) for n in (0, 1))
    return [at for at in ends if at > first + timedelta(hours=1)]


def _read_expires(turn: Turn) -> str:
    """never, or the moment (ms) after which it is useless. Raises Again where it could not go out before that."""
    if turn.argument == NEVER:
        return NEVER
    if turn.incoming.press is not None and turn.argument.isdecimal():
        at = from_ms(int(turn.argument))
    else:
        window = read_time(turn.incoming.text, _here(turn))
        if window is None:
            raise Again("broadcast-expires-unclear")
        at = (window.end if window.end - window.start >= WHOLE_DAY else window.start).astimezone(UTC)
    first = _first(turn)
    if at <= first:
        raise Again("broadcast-expires-before", at=at, first=first)
    return str(to_ms(at))


def _ask_silent(turn: Turn) -> Message:
    ways = [_pick("silent", NEVER, "broadcast-silent-never")]
    ways += [_pick("silent", int(each.total_seconds()), "plain", text=time_words.length(each)) for each in SILENT]
    return Message(text=Text("broadcast-silent"), choices=tuple(ways))


def _read_silent(turn: Turn) -> str:
    if turn.incoming.press is None or turn.argument not in (NEVER, *(str(int(s.total_seconds())) for s in SILENT)):
        raise Again("broadcast-silent-unclear")
    return turn.argument


def _keep(turn: Turn) -> None:
    """Writes the times into the draft. Refused where the last moment of use has passed while they were asked."""
    answers, draft = turn.dialogue.answers, _draft(turn)
    rule, send_at = _rule(turn), _send_at(turn)
    expires = str(answers.get("expires") or NEVER)
    expires_at = None if expires == NEVER else from_ms(int(expires))
    if draft.kind not in ASKS_EXPIRY:
        expires_at = draft.expires_at
    silent = str(answers.get("silent") or NEVER)
    silent_after = None if silent == NEVER else timedelta(seconds=int(silent))
    if draft.kind not in ASKS_SILENT:
        silent_after = draft.silent_after or SILENT_AFTER.get(draft.kind)
    broadcasts.set_plan(turn.tx, draft.id, send_at, rule, expires_at, silent_after)
