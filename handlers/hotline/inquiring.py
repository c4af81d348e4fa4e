"""Inquiring: what somebody has asked is noted, so that a button below an answer knows their words, days later too."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from handlers import attachments
from handlers.errors import Refused
from handlers.turn import Turn
from storage import inquiries, outbox
from storage.inquiries import Inquiry, Said

MOST_WORDS = 2000  # characters; what understanding looks at
TRACE = 0.003  # a smaller share is none
LEAST = 0.02  # a meaning that has a smaller share of the words is no choice worth reading
LEAST_UNCLEAR = 0.1  # the same, where nothing that we know is near
FRESH = timedelta(minutes=30)  # so long words such as 都不是 mean the last answer
MEDIA_KEPT = timedelta(days=30)  # what was not sent off is forgotten after that: handlers/privacy/retention.py


def key_of(person_id: int) -> str:
    """The key of the hotline's messages with choices: a number answers the latest of them."""
    return f"hotline:{person_id}"


def menu_key_of(person_id: int) -> str:
    """The key of the menu: a number answers the latest one, as long as nothing was said since."""
    return f"menu:{person_id}"


def only_the_latest(turn: Turn) -> None:
    """Numbers no longer mean what the hotline or the menu offered before; their buttons still work."""
    outbox.close_questions_with_key(turn.tx, turn.address.id, menu_key_of(turn.person.id))
    outbox.close_questions_with_key(turn.tx, turn.address.id, key_of(turn.person.id))


def note(turn: Turn, outcome: str, label: str | None = None, also: Iterable[str] = ()) -> Inquiry:
    """Keeps the words of this turn, what was read in them, and `also` what may be meant, should that be wrong."""
    reading = turn.reading
    said = Said(
        words=turn.incoming.text.strip()[:MOST_WORDS],
        phones=reading.phones,
        places=reading.places,
        media=tuple(attachments.keep(turn)),
        labels=tuple(dict.fromkeys([*(match.label for match in reading.ranked if match.score >= TRACE), *also])),
        likely=sum(match.score >= _least(turn) for match in reading.ranked),
    )
    return _create(turn, said, outcome, label, turn.incoming.message)


def note_browsed(turn: Turn, label: str, also: Iterable[str] = ()) -> Inquiry:
    """Somebody has come to an answer by buttons, without words."""
    return _create(turn, Said(labels=(label, *also)), "answered", label, None)


def pressed(turn: Turn) -> tuple[Inquiry, str]:
    """The inquiry that a button names, and what follows the slash. Refused where it is another's or forgotten."""
    number, _, rest = turn.argument.partition("/")
    turn.argument = number
    inquiry = inquiries.read(turn.tx, turn.argument_id())
    if inquiry is None or inquiry.person_id != turn.person.id:
        raise Refused("form-stale")
    return inquiry, rest


def last(turn: Turn) -> Inquiry | None:
    """What the person has asked just now; None where that is long ago."""
    latest = next(iter(inquiries.recent(turn.tx, turn.person.id, 1)), None)
    return latest if latest is not None and turn.now - latest.asked_at < FRESH else None


def settle(turn: Turn, inquiry: Inquiry, outcome: str, label: str | None = None) -> Inquiry:
    """Notes what came of it; the label stays where none is given."""
    settled = replace(inquiry, outcome=outcome, label=label or inquiry.label)
    inquiries.settle(turn.tx, settled)
    return settled


def rule_out(turn: Turn, inquiry: Inquiry) -> Inquiry:
    """The answer did not help: it is not offered again."""
    left = tuple("" if label == inquiry.label else label for label in inquiry.said.labels)
    return settle(turn, replace(inquiry, said=replace(inquiry.said, labels=left)), "not_helped")


def take_up(turn: Turn, inquiry: Inquiry) -> None:
    """From here on the turn is about these words again: the phone, the place and the photos that came with them."""
    said = inquiry.said
    turn.reading = replace(turn.reading, phones=said.phones, places=said.places)
    turn.kept = list(said.media) if turn.now - inquiry.asked_at < MEDIA_KEPT else []


def _least(turn: Turn) -> float:
    """The share from which on a meaning is worth showing."""
    return LEAST_UNCLEAR if turn.reading.small_talk is not None else LEAST


def _create(turn: Turn, said: Said, outcome: str, label: str | None, message: str | None) -> Inquiry:
    return inquiries.create(
        turn.tx,
        person_id=turn.person.id,
        message=message,
        said=said,
        label=label,
        outcome=outcome,
        now=turn.now,
    )
