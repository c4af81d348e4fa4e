"""Housekeeping: what is no longer needed is forgotten, a slice at a time."""

from datetime import datetime, timedelta

from handlers.routing import Job
from handlers.turn import Speaker
from storage import inbox, sending
from storage.transaction import Transaction

# Channels repeat an update for a day at most; a week is safe. What was said is kept by the channel, not by us.
INBOX_KEPT = timedelta(days=7)
OUTBOX_KEPT = timedelta(days=30)
SLICE = 500


def forget_marks(speaker: Speaker) -> bool:
    """Forgets old inbox marks."""
    return inbox.prune(speaker.tx, speaker.now - INBOX_KEPT, SLICE) == SLICE


def forget_sent(speaker: Speaker) -> bool:
    """Forgets messages that were sent long ago."""
    return sending.prune(speaker.tx, speaker.now - OUTBOX_KEPT, SLICE) == SLICE


def _marks_due(tx: Transaction) -> datetime | None:
    oldest = inbox.oldest(tx)
    return oldest + INBOX_KEPT if oldest else None


def _sent_due(tx: Transaction) -> datetime | None:
    oldest = sending.oldest(tx)
    return oldest + OUTBOX_KEPT if oldest else None


JOBS = (
    Job("forget inbox marks", timedelta(minutes=10), forget_marks, next_due=_marks_due),
    Job("forget sent messages", timedelta(minutes=10), forget_sent, next_due=_sent_due),
)
