"""Repeating: as a round of a broadcast begins, the next one is laid down, with the same words for the same people.

Each round is a broadcast of its own, with a list and numbers of its own. Rounds that were missed while the service was
down are not made up for: one is enough.
"""

from datetime import datetime

from handlers import staff
from handlers.audience import audience
from handlers.broadcasts import content, says
from handlers.broadcasts.composing import repeat_rules
from handlers.message import Lane, Message, Text
from handlers.turn import Speaker
from storage import broadcast_media, broadcast_trail, broadcasts
from storage.broadcasts import PLANNED, REPEAT, Broadcast

OVER = "series_over"


def lay_down_next(speaker: Speaker, broadcast: Broadcast) -> None:
    """The next round of a broadcast that repeats, unless its rule has ended or its drafter may not write any more."""
    if broadcast.rule is None:
        return
    begun = broadcast.send_at or broadcast.created_at
    send_at = repeat_rules.following(broadcast.rule, begun, max(begun, speaker.now), speaker.community.zone)
    if send_at is None:
        _over(speaker, broadcast, "broadcast-series-over")
    elif not audience.may_draft(speaker, broadcast.drafter_id, audience.of(broadcast)):
        _over(speaker, broadcast, "broadcast-series-not-allowed")
    else:
        _lay_down(speaker, broadcast, begun, send_at)


def _lay_down(speaker: Speaker, broadcast: Broadcast, begun: datetime, send_at: datetime) -> None:
    use = None if broadcast.expires_at is None else broadcast.expires_at - begun
    following = broadcasts.create(
        speaker.tx,
        place_id=broadcast.place_id,
        team_id=broadcast.team_id,
        drafter_id=broadcast.drafter_id,
        kind=broadcast.kind,
        body=broadcast.body,
        words=content.of(broadcast).whole,
        audience=broadcast.audience,
        now=speaker.now,
        subject=broadcast.subject,
        send_at=send_at,
        rule=broadcast.rule,
        expires_at=None if use is None else send_at + use,
        silent_after=broadcast.silent_after,
        follows_id=broadcast.id,
        follows_as=REPEAT,
    )
    if broadcast.approver_id is not None:
        broadcasts.set_approver(speaker.tx, following.id, broadcast.approver_id)
    files = [each.id for each in broadcast_media.of_broadcast(speaker.tx, broadcast.id)]
    broadcast_media.put(speaker.tx, following.id, files)
    broadcasts.move(speaker.tx, following.id, broadcasts.DRAFT, PLANNED)
    broadcasts.set_due(speaker.tx, following.id, send_at)
    broadcast_trail.add(speaker.tx, following.id, PLANNED, None, speaker.now, REPEAT)


def _over(speaker: Speaker, broadcast: Broadcast, key: str) -> None:
    broadcast_trail.add(speaker.tx, broadcast.id, OVER, None, speaker.now)
    message = Message(text=Text(key, {"title": says.title(broadcast)}), lane=Lane.REMINDERS)
    if not speaker.tell(broadcast.drafter_id, message):
        staff.tell(speaker, broadcast.place_id, message, but=broadcast.drafter_id, of_roles=("coordinator",))
