"""Time words: when a broadcast goes out, until when it is of use, what follows silence: as it is said to people."""

from datetime import UTC, datetime, timedelta

from handlers.broadcasts.composing import repeat_rules
from handlers.message import Text
from handlers.turn import Speaker
from storage.broadcasts import EMERGENCY, Broadcast


def said(speaker: Speaker, broadcast: Broadcast) -> Text:
    """When it goes out, until when, and what follows silence: one sentence for previews and approvers."""
    silent = Text("broadcast-time-no-silent")
    if broadcast.silent_after is not None:
        silent = Text("broadcast-time-silent", {"after": length(broadcast.silent_after)})
    until = Text("broadcast-time-no-expiry")
    if broadcast.expires_at is not None:
        until = Text("broadcast-time-expiry", {"at": broadcast.expires_at})
    return Text("broadcast-time-said", {"when": _said_when(speaker, broadcast), "until": until, "silent": silent})


def first_moment(speaker: Speaker, broadcast: Broadcast) -> datetime:
    """When its first message may leave: at its time, or at the end of the quiet hours that hold then (UTC)."""
    wanted = max(broadcast.send_at or speaker.now, speaker.now)
    return opening(speaker, broadcast.kind, wanted)


def opening(speaker: Speaker, kind: str, wanted: datetime) -> datetime:
    """When a broadcast of a kind may leave that is wanted at a moment: quiet hours hold all but emergencies (UTC)."""
    held_until = None if kind == EMERGENCY else speaker.community.quiet_until(wanted)
    return wanted if held_until is None else held_until.astimezone(UTC)


def length(after: timedelta) -> Text:
    """A stretch of time in days, hours or minutes."""
    minutes = int(after.total_seconds()) // 60
    if minutes % (24 * 60) == 0:
        return Text("broadcast-days", {"n": minutes // (24 * 60)})
    if minutes % 60 == 0:
        return Text("broadcast-hours", {"n": minutes // 60})
    return Text("broadcast-minutes", {"n": minutes})


def _said_when(speaker: Speaker, broadcast: Broadcast) -> Text:
    first = first_moment(speaker, broadcast)
    if broadcast.rule is not None:
        return Text("broadcast-time-repeats", {"rule": repeat_rules.said(broadcast.rule), "at": first})
    if first > speaker.now:
        held = broadcast.send_at is None or first > broadcast.send_at
        return Text("broadcast-time-held" if held else "broadcast-time-at", {"at": first})
    return Text("broadcast-time-now")
