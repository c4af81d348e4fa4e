"""Progress: the drafter sees one message that tells how far a broadcast is, edited in place while it changes.

A worker counts, outside of turns; what it counted is shown in a turn.
"""

import json
from datetime import datetime, timedelta

from handlers import cards
from handlers.broadcasts import says, ways
from handlers.broadcasts.reaching import reporting, totals
from handlers.broadcasts.reaching.totals import Totals
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Job
from handlers.turn import Speaker
from storage import broadcast_progress, broadcasts, recipients, tasks
from storage.broadcast_progress import Progress
from storage.broadcasts import EMERGENCY, FREEZING, PAUSED, SENDING, Broadcast

COUNT = "count broadcast"
EVERY = timedelta(seconds=5)  # no message is edited more often
RARELY = timedelta(minutes=10)  # while it is on its way, and nothing changes
OVER_RARELY = timedelta(hours=1)  # an answer or a call has it counted sooner
SLOWER = 4  # what has not changed for so long is looked at again after a quarter of that
COUNTED_WITHIN = timedelta(minutes=1)  # otherwise it is counted anew
FOLLOWED = timedelta(days=2)  # after it was sent
LONG = timedelta(minutes=10)  # whoever waited so long hears the end of it with a sound
SLICE = 20
UNDER_WAY = (FREEZING, SENDING, PAUSED)


def begin(speaker: Speaker, broadcast: Broadcast) -> None:
    """It goes out: the drafter gets the message that tells how far it is."""
    if broadcast_progress.begin(speaker.tx, broadcast.id, speaker.now + EVERY, speaker.now):
        fresh = broadcasts.get(speaker.tx, broadcast.id)
        text = Text("bc-progress-begins", {"title": says.title(fresh), "n": fresh.people})
        message = Message(text=text, choices=ways.of(speaker, fresh), key=key_of(fresh), lasting=True)
        speaker.tell(fresh.drafter_id, message)


def show(speaker: Speaker, broadcast: Broadcast) -> None:
    """It has changed: the message is to say so as soon as it is counted."""
    broadcast_progress.look(speaker.tx, broadcast.id, speaker.now)


def changed(speaker: Speaker, broadcast_id: int) -> None:
    """Somebody has answered, or was phoned: the message follows within seconds."""
    broadcast_progress.sooner(speaker.tx, broadcast_id, speaker.now + EVERY)


def look(speaker: Speaker) -> bool:
    """Has those counted that are due."""
    found = broadcast_progress.due(speaker.tx, speaker.now, SLICE)
    for each in found:
        tasks.add(speaker.tx, COUNT, json.dumps({"broadcast": each.broadcast_id}), speaker.now)
        broadcast_progress.look(speaker.tx, each.broadcast_id, speaker.now + COUNTED_WITHIN)
    return len(found) == SLICE


def counted(speaker: Speaker, broadcast_id: int, total: Totals) -> None:
    """Shows the numbers that were counted, where they have changed, and says when it is counted next."""
    broadcast, known = broadcasts.read(speaker.tx, broadcast_id), broadcast_progress.read(speaker.tx, broadcast_id)
    if broadcast is None or known is None:
        return
    now_so = totals.encode(total, broadcast.state)
    differs = not totals.is_same(known.counted, now_so)
    if differs:
        speaker.edit(key_of(broadcast), _message(speaker, broadcast, total, known))
        broadcast_progress.shown(speaker.tx, broadcast.id, now_so, speaker.now)
    if broadcast.state not in UNDER_WAY:
        _tell_end(speaker, broadcast, total)
        reporting.when_settled(speaker, broadcast, total)
    broadcast_progress.look(speaker.tx, broadcast.id, _next_look(speaker, broadcast, known, differs))


def key_of(broadcast: Broadcast) -> str:
    """The key of the message that tells how far it is."""
    return f"bc-progress:{broadcast.id}"


def numbers(total: Totals) -> list[Text]:
    """What people answered, who was not reached and who is phoned, a line for each that there is."""
    answers = [Text(f"bc-count-{each}", {"n": number}) for each in totals.NAMED if (number := total.answers[each])]
    states = total.states
    calls = {"left": total.calls[totals.TO_CALL], "n": sum(total.calls.values())}
    lines = [
        Text("bc-progress-answers", {"answers": answers}) if answers else None,
        Text("bc-progress-shown", {"n": total.shown}) if total.shown else None,
        Text("bc-progress-gone", {"n": states[recipients.GONE]}) if states[recipients.GONE] else None,
        Text("bc-progress-unknown", {"n": states[recipients.UNKNOWN]}) if states[recipients.UNKNOWN] else None,
        Text("bc-progress-unsent", {"n": states[recipients.EXPIRED]}) if states[recipients.EXPIRED] else None,
        Text("bc-progress-held", {"n": states[recipients.HELD]}) if states[recipients.HELD] else None,
        Text("bc-progress-left-out", {"n": states[recipients.LEFT_OUT]}) if states[recipients.LEFT_OUT] else None,
        Text("bc-progress-calls", calls) if calls["n"] else None,
    ]
    return [line for line in lines if line is not None]


def _message(speaker: Speaker, broadcast: Broadcast, total: Totals, known: Progress) -> Message:
    values = {"title": says.title(broadcast), "sent": total.handled, "n": total.people}
    lines = [Text(f"bc-progress-{broadcast.state}", values), _until(speaker, broadcast, total, known), *numbers(total)]
    return Message(text=cards.joined(lines), choices=_ways(speaker, broadcast), lasting=True)


def _until(speaker: Speaker, broadcast: Broadcast, total: Totals, known: Progress) -> Text | None:
    """When the rest will have left; in quiet hours, when it goes on."""
    if broadcast.state != SENDING or not total.pending:
        return None
    quiet = None if broadcast.kind == EMERGENCY else speaker.community.quiet_until(speaker.now)
    if quiet is not None:
        return Text("bc-progress-quiet", {"until": quiet})
    ends = totals.ends_at(total, totals.handled_in(known.counted), known.changed_at, speaker.now)
    return None if ends is None else Text("bc-progress-until", {"until": ends})


def _ways(speaker: Speaker, broadcast: Broadcast) -> tuple[Choice, ...]:
    """What can be done with it; once it is over, the report as well."""
    found = ways.of(speaker, broadcast)
    if broadcast.state in UNDER_WAY:
        return found
    return (*found[: ways.MOST - 1], choice(f"bc.report:{broadcast.id}", "bc-report-now"))


def _tell_end(speaker: Speaker, broadcast: Broadcast, total: Totals) -> None:
    """An edit makes no sound: whoever has waited long hears that all is sent."""
    ended, began = broadcast.ended_at, broadcast.began_at
    if broadcast.state != broadcasts.SENT or not broadcast_progress.tell_sent(speaker.tx, broadcast.id):
        return
    if ended is not None and began is not None and ended - began > LONG:
        values = {"title": says.title(broadcast), "sent": total.states[recipients.SENT], "n": total.people}
        message = Message(text=Text("bc-progress-all-sent", values), lane=Lane.REMINDERS)
        speaker.tell(broadcast.drafter_id, message)


def _next_look(speaker: Speaker, broadcast: Broadcast, known: Progress, differs: bool) -> datetime | None:
    ended = broadcast.ended_at
    if ended is not None and speaker.now - ended > FOLLOWED:
        return None
    if differs or broadcast.state == SENDING:
        return speaker.now + EVERY
    rarely = RARELY if broadcast.state in UNDER_WAY else OVER_RARELY
    return speaker.now + min(rarely, max(EVERY, (speaker.now - known.changed_at) / SLOWER))


JOBS = (Job("progress of broadcasts", EVERY, look, broadcast_progress.next_due),)
