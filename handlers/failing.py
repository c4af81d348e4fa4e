"""When a turn fails for good: the event is kept, the person gets an apology and a way on, coordinators can see it."""

from datetime import datetime

from handlers import albums, staff
from handlers.arriving import open_turn
from handlers.community import Community
from handlers.dispatch import Outcome
from handlers.incoming import Incoming
from handlers.incoming_json import to_json
from handlers.message import Lane, Message, Text
from handlers.turn import Speaker
from handlers.understanding import understand
from storage import addresses, inbox, parked
from storage.errors import NotFound, SealBroken
from storage.transaction import Transaction


def park(
    tx: Transaction, incoming: Incoming, error_type: str, frames: str, community: Community, now: datetime
) -> Outcome:
    """Parks an event whose handler failed. `frames` hold places in the program, no values."""
    number = inbox.take(tx, incoming.account, incoming.update, now)
    if number is None:
        return Outcome(repeated=True)
    return _park(tx, number, incoming, error_type, frames, community, now)


def park_waiting(
    tx: Transaction, account: str, user: str, error_type: str, frames: str, community: Community, now: datetime
) -> Outcome:
    """Parks the first event that waits from a sender, an album as one."""
    found = albums.first_waiting(tx, account, user)
    if found is None:
        return Outcome(repeated=True)
    first, *others = found.rows
    inbox.release(tx, others)
    return _park(tx, first, found.event, error_type, frames, community, now)


def _park(
    tx: Transaction,
    number: int,
    incoming: Incoming,
    error_type: str,
    frames: str,
    community: Community,
    now: datetime,
) -> Outcome:
    inbox.park(tx, number, to_json(incoming))
    if incoming.event is not None:
        parked.create(tx, number, None, error_type, frames, now)
        return Outcome()
    try:
        turn = open_turn(tx, incoming, understand("", community.snapshot), community, now)
    except (SealBroken, NotFound, ValueError):
        # The person's own row is damaged: the event is parked all the same, or it would come back for ever.
        parked.create(tx, number, None, error_type, frames, now)
        _apologise(Speaker(tx, now, community), incoming)
        return Outcome()
    parked.create(tx, number, turn.person.id, error_type, frames, now)
    _apologise(turn, incoming)
    told = Message(text=Text("staff-parked"), lane=Lane.REMINDERS)
    staff.tell(turn, turn.person.place_id, told, of_roles=("coordinator",))  # the desk may not look at failures
    return Outcome(language=turn.person.language)


def _apologise(speaker: Speaker, incoming: Incoming) -> None:
    """Says so to the person alone, where they can be reached."""
    address = addresses.find(speaker.tx, incoming.account, incoming.user)
    if address is not None:
        phone = speaker.community.pack.desk.phone
        speaker.put(address, Message(text=Text("apology", {"phone": phone})))
