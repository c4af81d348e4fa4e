"""Known over: what is known of people goes when its time is over (domain.md §6, §7).

A thought goes after twelve months, a life note that nobody has confirmed for two years (as visit notes do), how it read
before two years after that was written; and all of it 90 days after the card was closed: the person died, moved away,
or wished no card any more.
"""

from datetime import timedelta

from handlers.known import life_notes as shown
from handlers.known import thoughts
from handlers.turn import Speaker
from storage import life_notes
from storage import thoughts as stored

NOTES_KEPT = timedelta(days=2 * 365)
AFTER_CARD = timedelta(days=90)
LOOKED_BACK = timedelta(days=30)  # for cards that were closed so long before
SLICE = 20


def thoughts_over(speaker: Speaker) -> bool:
    """Thoughts that have had their time."""
    found = stored.over(speaker.tx, speaker.now, SLICE)
    for person_id in found:
        thoughts.forget(speaker, person_id)
    return bool(found)


def notes_over(speaker: Speaker) -> bool:
    """Notes that nobody has confirmed for long, and old readings of those that stay."""
    before = speaker.now - NOTES_KEPT
    gone = life_notes.drop_unconfirmed(speaker.tx, before, SLICE)
    return life_notes.drop_versions(speaker.tx, before, SLICE) + gone > 0


def cards_over(speaker: Speaker) -> bool:
    """All that is known of people whose card was closed long ago."""
    before = speaker.now - AFTER_CARD
    since = before - LOOKED_BACK
    noted = life_notes.of_closed_cards(speaker.tx, since, before, SLICE)
    wrote = stored.of_closed_cards(speaker.tx, since, before, SLICE)
    for person_id in noted:
        shown.forget(speaker, person_id)
    for person_id in wrote:
        thoughts.forget(speaker, person_id)
    return bool(noted or wrote)


RULES = (thoughts_over, notes_over, cards_over)
