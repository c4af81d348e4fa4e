"""Albums: several updates that are one thing. Their parts wait in the inbox until the last one has come."""

from dataclasses import dataclass, replace

from handlers.incoming import Incoming
from handlers.incoming_json import from_json
from storage import inbox
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class WaitingEvent:
    """An event that waits: its rows in the inbox (one a part), and the event, whole."""

    rows: list[int]
    event: Incoming


def first_waiting(tx: Transaction, account: str, user: str) -> WaitingEvent | None:
    """The first event that waits from a sender, an album as one: the first part's, with all media and the caption."""
    held = inbox.waiting(tx, account, user)
    if not held:
        return None
    parts = [part for part in held if part.album is not None and part.album == held[0].album] or held[:1]
    return WaitingEvent([part.id for part in parts], joined([from_json(part.payload) for part in parts]))


def joined(parts: list[Incoming]) -> Incoming:
    """The parts of an album as one event."""
    words = next((part.text for part in parts if part.text), "")
    media = tuple(each for part in parts for each in part.media)
    return replace(parts[0], album=None, text=words, media=media)
