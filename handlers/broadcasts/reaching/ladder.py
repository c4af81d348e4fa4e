"""The ladder of being reached: who stays silent hears it once more, then on another channel, then by telephone.

Each rung waits as long as the broadcast says (`silent_after`); whom no message reaches goes on at once. Quiet hours
hold all but emergencies. An answer, an all-clear, a stop or the end of its use ends it.
"""

from datetime import datetime, timedelta

from handlers.broadcasts import over
from handlers.broadcasts.going_out import starting
from handlers.broadcasts.reaching import phone_list
from handlers.message import Lane
from handlers.routing import Job
from handlers.turn import Speaker
from storage import broadcast_messages, broadcasts, calls, ladder_ways, outbox, people, recipients
from storage.addresses import Address
from storage.broadcasts import EMERGENCY, PAUSED, Broadcast
from storage.cards import Card
from storage.outbox import Outgoing
from storage.recipients import AGAIN, ELSEWHERE, FIRST, LEFT, PHONE, SENT, Recipient

# After how much silence the next rung follows, where the sender does not say: our proposal. Other kinds have no ladder.
SILENT_AFTER = {EMERGENCY: timedelta(minutes=30)}
EVERY = timedelta(seconds=1)
SLICE = 100  # some 30 ms
BUFFER = 2_000  # messages that may wait for an account before the ladder adds more
WHILE_PAUSED = timedelta(minutes=1)


class Slice:
    """One slice of those whom the ladder looks at: what it has read, and which phone lists have grown."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self.broadcasts: dict[int, tuple[Broadcast | None, bool]] = {}
        self.waiting: dict[str, int] = {}
        self.lists: dict[tuple[int, int], bool] = {}
        self.cards: dict[int, list[Card]] = {}

    def broadcast(self, broadcast_id: int) -> Broadcast | None:
        """The broadcast, where there is still something to be done about it."""
        if broadcast_id not in self.broadcasts:
            found = broadcasts.read(self.speaker.tx, broadcast_id)
            gone = found is None or found.silent_after is None or over.is_over(self.speaker, found)
            if gone:
                calls.finish_all(self.speaker.tx, broadcast_id, self.speaker.now)
            self.broadcasts[broadcast_id] = (found, gone)
        found, gone = self.broadcasts[broadcast_id]
        return None if gone else found

    def has_room(self, account: str) -> bool:
        """Whether the outbox takes one more message of the ladder for an account."""
        if account not in self.waiting:
            lane = int(Lane.BROADCASTS)
            self.waiting[account] = ladder_ways.count_waiting(self.speaker.tx, account, lane, BUFFER)
        self.waiting[account] += 1
        return self.waiting[account] <= BUFFER

    def phone(self, broadcast: Broadcast, recipient: Recipient) -> None:
        """Somebody comes onto the phone list of their unit."""
        place = (broadcast.id, recipient.place_id)
        if place not in self.lists:
            self.lists[place] = calls.count_left(self.speaker.tx, *place, self.speaker.now)[0] == 0
        card = phone_list.put(self.speaker, broadcast, recipient)
        if card is not None:
            self.cards.setdefault(broadcast.id, []).append(card)

    def tell(self) -> None:
        """Those who phone hear of what has come onto their lists."""
        for (broadcast_id, place_id), fresh in self.lists.items():
            broadcast = self.broadcast(broadcast_id)
            if broadcast is not None:
                phone_list.tell(self.speaker, broadcast, place_id, fresh)
        for broadcast_id, found in self.cards.items():
            broadcast = self.broadcast(broadcast_id)
            if broadcast is not None:
                phone_list.tell_liaisons(self.speaker, broadcast, found)


def climb(speaker: Speaker) -> bool:
    """A slice of those who are due; returns whether there is more to do at once."""
    found = recipients.due(speaker.tx, speaker.now, SLICE)
    slice_, moved = Slice(speaker), 0
    for recipient in found:
        moved += _step(slice_, recipient)
    slice_.tell()
    return len(found) == SLICE and moved == SLICE


def _step(slice_: Slice, recipient: Recipient) -> bool:
    """One person; False where they stay due, since the outbox is full."""
    speaker, broadcast = slice_.speaker, slice_.broadcast(recipient.broadcast_id)
    if broadcast is None or recipient.rung >= PHONE or _is_gone(speaker, broadcast, recipient.person_id):
        _look_again(speaker, recipient, None)
        return True
    held_until = _held_until(speaker, broadcast)
    if held_until is not None:
        _look_again(speaker, recipient, held_until)
        return True
    ways = ladder_ways.of(speaker.tx, recipient.id, recipient.person_id)
    if recipient.rung == FIRST and recipient.state == SENT and ways.same is not None:
        return _say(slice_, broadcast, recipient, ways.same, AGAIN)
    if recipient.rung <= AGAIN and ways.other is not None:
        return _say(slice_, broadcast, recipient, ways.other, ELSEWHERE)
    if recipients.climb(speaker.tx, recipient.id, recipient.rung, PHONE, None):
        slice_.phone(broadcast, recipient)
    return True


def _say(slice_: Slice, broadcast: Broadcast, recipient: Recipient, to: Address, rung: int) -> bool:
    """Says it once more, there; whether it arrives, and when silence goes on from then, delivery notes."""
    speaker = slice_.speaker
    if not slice_.has_room(to.account):
        return False
    again_at = speaker.now + (broadcast.silent_after or timedelta())
    if not recipients.climb(speaker.tx, recipient.id, recipient.rung, rung, again_at):
        return True
    what = broadcast_messages.SECOND if recipient.state == SENT else broadcast_messages.FIRST
    row = Outgoing(
        address_id=to.id,
        account=to.account,
        lane=int(Lane.BROADCASTS),
        body="",
        asks=True,
        not_before=speaker.now,
        expires_at=broadcast.expires_at,
        shared_id=starting.keep(speaker, broadcast, what),
        recipient_id=recipient.id,
    )
    ladder_ways.close_questions(speaker.tx, recipient.id)
    outbox.add(speaker.tx, row, speaker.now)
    return True


def _held_until(speaker: Speaker, broadcast: Broadcast) -> datetime | None:
    """Nobody is reminded while it is paused, nor in quiet hours, except of an emergency."""
    if broadcast.state == PAUSED:
        return speaker.now + WHILE_PAUSED
    return None if broadcast.kind == EMERGENCY else speaker.community.quiet_until(speaker.now)


def _is_gone(speaker: Speaker, broadcast: Broadcast, person_id: int) -> bool:
    """Whether they left us, died, or want none of it any more."""
    person = people.read(speaker.tx, person_id)
    return person.state in LEFT or (person.unsubscribed_at is not None and broadcast.kind != EMERGENCY)


def _look_again(speaker: Speaker, recipient: Recipient, at: datetime | None) -> None:
    recipients.climb(speaker.tx, recipient.id, recipient.rung, recipient.rung, at)


JOBS = (Job("ladder of broadcasts", EVERY, climb, recipients.next_due),)
