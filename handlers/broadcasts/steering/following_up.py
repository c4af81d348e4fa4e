"""Following up: a correction or a recall goes along the list of a broadcast, a slice at a time.

What waits in the outbox says the new words at once; what was sent is changed where the channel can, and said anew where
not, or where nobody knows whether it arrived. In quiet hours it comes without a sound; an emergency's correction is
said aloud besides.
"""

from datetime import datetime, timedelta

from handlers.broadcasts import says
from handlers.broadcasts.steering import correcting
from handlers.message import Lane, Message, Text
from handlers.routing import Job
from handlers.turn import Speaker
from storage import addresses, broadcast_messages, broadcasts, follow_ups, outbox, people, recipients
from storage.broadcasts import EMERGENCY, Broadcast
from storage.follow_ups import ASKED, DONE, RUNNING, FollowUp, Said
from storage.outbox import Outgoing
from storage.recipients import GONE, LEFT, SENT, UNKNOWN, WAITING, Recipient

SLICE = 150
EVERY = timedelta(seconds=1)
PATIENCE = timedelta(seconds=30)  # a row that cannot leave for so long holds up no others


def walk(speaker: Speaker) -> bool:
    """A slice of the first that is due; returns whether there is more to do at once."""
    found = follow_ups.due(speaker.tx, speaker.now, 1)
    follow_up = follow_ups.lock(speaker.tx, found[0].id) if found else None
    if follow_up is None or follow_up.due_at is None or follow_up.due_at > speaker.now:
        return False
    if follow_up.state == ASKED:
        correcting.unanswered(speaker, follow_up)
    elif follow_up.state == RUNNING:
        _walk(speaker, follow_up)
    return True


def _walk(speaker: Speaker, follow_up: FollowUp) -> None:
    tx = speaker.tx
    if not follow_ups.gate_open(tx, follow_up, speaker.now - PATIENCE):
        follow_ups.set_due(tx, follow_up.id, speaker.now + EVERY)
        return
    found = recipients.page(tx, follow_up.broadcast_id, follow_up.after_id, SLICE)
    broadcast = broadcasts.get(tx, follow_up.broadcast_id)
    rows = [row for each in found for row in _tell(speaker, broadcast, follow_up, each)]
    reached = sum(each.state in (SENT, UNKNOWN) for each in found)
    if len(found) == SLICE:
        gate = rows[-1] if rows else None
        follow_ups.note_walked(tx, follow_up, found[-1].person_id, gate, reached, speaker.now + EVERY)
        return
    follow_ups.end(tx, follow_up.id, RUNNING, DONE)
    text = Text(
        f"broadcast-followed-{follow_up.what}", {"title": says.title(broadcast), "n": follow_up.people + reached}
    )
    speaker.tell(follow_up.author_id, Message(text=text))


def _tell(speaker: Speaker, broadcast: Broadcast, follow_up: FollowUp, to: Recipient) -> list[int]:
    """Whoever has it, or is about to get it, gets what is true now; returns the rows that were added."""
    if to.state not in (SENT, UNKNOWN, WAITING, GONE) or people.read(speaker.tx, to.person_id).state in LEFT:
        return []
    said = follow_ups.said_to(speaker.tx, to.id)
    changed, left = _instead(speaker, follow_up, to, said), []
    for address_id, account, message in _standing(said, changed):
        row = _row(follow_up, address_id, account, to, speaker.now)
        left.append(outbox.edit_message(speaker.tx, row, message, speaker.now))
    if left and broadcast.kind == EMERGENCY and follow_up.what == broadcast_messages.CORRECTION:
        left += _aloud(speaker, follow_up, to)
    if not left and not changed and to.state in (SENT, UNKNOWN):
        return _anew(speaker, follow_up, to)
    return left


def _instead(speaker: Speaker, follow_up: FollowUp, to: Recipient, said: list[Said]) -> list[Said]:
    """What waits says the new words instead; returns what does so. After a recall nothing that waits leaves anyway."""
    waiting = [each for each in said if each.state == "waiting"]
    if follow_up.first_id is None or follow_up.shared_id is None:
        return []
    return [
        each
        for each in waiting
        if follow_ups.say_instead(
            speaker.tx,
            each.id,
            follow_up.shared_id if each.is_edit or to.state != WAITING else follow_up.first_id,
            True,
        )
    ]


def _standing(said: list[Said], changed: list[Said]) -> list[tuple[int, str, str | None]]:
    """(address, account, message) of what they have before them, or may have: without a message where that is on its
    way, or nobody knows."""
    edited = {each.edits for each in changed if each.is_edit}
    found: dict[tuple[int, str], tuple[int, str, str | None]] = {}
    for each in said:
        if each.message is not None and each.message not in edited:
            found[each.address_id, each.message] = (each.address_id, each.account, each.message)
        elif each.state in ("sending", "unknown") and each not in changed:
            found[each.address_id, ""] = (each.address_id, each.account, None)
    return list(found.values())


def _anew(speaker: Speaker, follow_up: FollowUp, to: Recipient) -> list[int]:
    """Nothing is known any more of what was sent: it is said anew."""
    address = addresses.reachable(speaker.tx, to.person_id)
    if address is None:
        return []
    row = _row(follow_up, address.id, address.account, to, speaker.now)
    return [outbox.edit_message(speaker.tx, row, None, speaker.now)]


def _aloud(speaker: Speaker, follow_up: FollowUp, to: Recipient) -> list[int]:
    """A change of a message makes no sound: whoever was alarmed by wrong words hears the right ones as well."""
    address = addresses.reachable(speaker.tx, to.person_id)
    if address is None:
        return []
    return [outbox.add(speaker.tx, _row(follow_up, address.id, address.account, to, speaker.now), speaker.now)]


def _row(follow_up: FollowUp, address_id: int, account: str, to: Recipient, now: datetime) -> Outgoing:
    return Outgoing(
        address_id=address_id,
        account=account,
        lane=int(Lane.BROADCASTS),
        body="",
        asks=follow_up.first_id is not None,
        not_before=now,
        shared_id=follow_up.shared_id,
        recipient_id=to.id,
    )


JOBS = (Job("follow-ups of broadcasts", EVERY, walk, follow_ups.next_due),)
