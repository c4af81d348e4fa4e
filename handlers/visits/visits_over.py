"""Visits over: two years after a visit nothing is kept of it (domain.md §7: visit notes 2 years)."""

from datetime import timedelta

from handlers.turn import Speaker
from storage import visit_forgetting

NOTES_KEPT = timedelta(days=2 * 365)
SLICE = 20
MANY = 200


def visits_over(speaker: Speaker) -> bool:
    """Visits that have had their time, with record, promises and moves."""
    return visit_forgetting.drop_old(speaker.tx, speaker.now - NOTES_KEPT, SLICE) > 0


def worries_over(speaker: Speaker) -> bool:
    """The same for worries."""
    return visit_forgetting.drop_old_worries(speaker.tx, speaker.now - NOTES_KEPT, MANY) > 0


RULES = (visits_over, worries_over)
