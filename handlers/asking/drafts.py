"""Drafts: a request that was begun and not sent off is remembered for a week; after a day its writer is asked once."""

from datetime import datetime, timedelta

from handlers import forms
from handlers.asking.service_requests import ASK
from handlers.errors import Refused
from handlers.message import Lane, Message, Text, choice
from handlers.privacy import forgetting
from handlers.routing import Job, Route
from handlers.turn import Speaker, Turn
from storage import addresses, dialogues, drafts, outbox
from storage.transaction import Transaction

NUDGED_AFTER = timedelta(days=1)
KEPT = timedelta(days=7)  # domain.md §4: a draft expires after seven days
TOLD_WITHIN = timedelta(days=2)
SLICE = 20
EVERY = timedelta(minutes=10)


def nudge(speaker: Speaker) -> bool:
    """Asks those who stopped a day ago, once, whether they would like to go on."""
    until = speaker.now - NUDGED_AFTER
    found = drafts.to_nudge(speaker.tx, until, SLICE)
    for person_id in sorted(found):
        if drafts.nudged(speaker.tx, person_id, until, speaker.now):
            _ask(speaker, person_id)
    return len(found) == SLICE


def expire(speaker: Speaker) -> bool:
    """Forgets what nobody has touched for a week, photos included, and says so once."""
    until = speaker.now - KEPT
    found = drafts.untouched(speaker.tx, until, SLICE)
    for person_id in sorted(found):
        _expire(speaker, person_id, until)
    return len(found) == SLICE


def resume(turn: Turn) -> None:
    """Goes on where the person stopped: the question is asked anew."""
    if turn.dialogue.form != ASK.name:
        raise Refused("form-over")
    forms.proceed(turn, ASK)


def _ask(speaker: Speaker, person_id: int) -> None:
    dialogue = dialogues.read(speaker.tx, person_id)
    number = dialogue.answers.get(forms.NUMBER, "") if dialogue is not None else ""
    speaker.tell(
        person_id,
        Message(
            text=Text("draft-nudge"),
            choices=(
                choice(f"ask.resume#{number}", "draft-go-on"),
                choice(f"form.cancel#{number}", "draft-drop"),
            ),
            lane=Lane.REMINDERS,
            expires_in=KEPT - NUDGED_AFTER,
        ),
    )


def _expire(speaker: Speaker, person_id: int, until: datetime) -> None:
    dialogue = dialogues.lock_of(speaker.tx, person_id)
    if dialogue is None or not drafts.is_untouched(speaker.tx, person_id, until):
        return
    forgetting.media(speaker, dialogue.answers.get("media", []))
    below = dialogue.answers.get(forms.BELOW) or {"form": None, "answers": {}}
    dialogue.form, dialogue.step, dialogue.answers = below["form"], None, below["answers"]
    dialogues.save(speaker.tx, dialogue, speaker.now)
    for address in addresses.of_person(speaker.tx, person_id):
        outbox.close_questions_with_key(speaker.tx, address.id, forms.key_of(person_id))
    speaker.tell(person_id, Message(text=Text("draft-expired"), lane=Lane.REMINDERS, expires_in=TOLD_WITHIN))


def _nudge_due(tx: Transaction) -> datetime | None:
    touched = drafts.first_to_nudge(tx)
    return None if touched is None else touched + NUDGED_AFTER


def _expiry_due(tx: Transaction) -> datetime | None:
    touched = drafts.first_touched(tx)
    return None if touched is None else touched + KEPT


JOBS = (
    Job("nudge drafts", EVERY, nudge, next_due=_nudge_due),
    Job("put drafts aside", EVERY, expire, next_due=_expiry_due),
)
ROUTES = (Route("press", "ask.resume", resume),)
