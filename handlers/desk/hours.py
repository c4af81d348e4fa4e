"""The desk's hours, as the pack gives them; without any, a person answers at every hour."""

from datetime import UTC, datetime, timedelta

from handlers.turn import Speaker

TRIES = 4  # changes looked at until it opens: the pause at noon, the evening, the morning


def is_open(speaker: Speaker, moment: datetime | None = None) -> bool:
    """Whether the desk is open now, or was at another moment."""
    opening = speaker.community.pack.desk.opening
    return opening is None or opening.is_open((moment or speaker.now).astimezone(speaker.community.zone))


def next_opening(speaker: Speaker) -> datetime:
    """When the desk opens next, after now (UTC). Tomorrow at this time where its hours name no day."""
    opening, here = speaker.community.pack.desk.opening, speaker.now.astimezone(speaker.community.zone)
    for _ in range(TRIES if opening is not None else 0):
        change = opening.next_change(here) if opening is not None else None
        if change is None:
            break
        if opening is not None and opening.is_open(change):
            return change.astimezone(UTC)
        here = change
    return speaker.now + timedelta(days=1)
