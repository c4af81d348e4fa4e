"""From broadcasts: what was sent under a topic can be read by everybody afterwards, at an address of its own."""

from handlers import formatting
from handlers.broadcasts import content
from handlers.turn import Speaker
from storage import notices
from storage.broadcasts import ROUTINE, Broadcast


def published(speaker: Speaker, broadcast: Broadcast) -> None:
    """A broadcast with a topic has gone out: it is public under it from now on, once; a team's own words never are."""
    if broadcast.subject is None or broadcast.team_id is not None or broadcast.kind != ROUTINE:
        return
    said = content.of(broadcast)
    notices.create(
        speaker.tx,
        place_id=broadcast.place_id,
        subject=broadcast.subject,
        title=formatting.unmarked(said.title),
        words=formatting.unmarked(said.words),
        author_id=broadcast.drafter_id,
        broadcast_id=broadcast.id,
        now=speaker.now,
    )


def corrected(speaker: Speaker, broadcast: Broadcast) -> None:
    """Its words were corrected: the public ones read the same."""
    found = notices.of_broadcast(speaker.tx, broadcast.id)
    said = content.of(broadcast)
    if found is not None:
        words = formatting.unmarked(said.words)
        notices.change(speaker.tx, found.id, formatting.unmarked(said.title), words, speaker.now)


def recalled(speaker: Speaker, broadcast: Broadcast) -> None:
    """It was taken back: its public words are gone, too."""
    found = notices.of_broadcast(speaker.tx, broadcast.id)
    if found is not None:
        notices.withdraw(speaker.tx, found.id, speaker.now)
