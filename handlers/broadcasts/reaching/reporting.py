"""Reporting: what became of a broadcast, for each unit, as a picture and a spreadsheet; a worker makes both.

The final one comes by itself once everybody has answered or nobody follows the silent any more, or after a day.
"""

import json
from collections.abc import Mapping
from datetime import timedelta

from handlers import permissions
from handlers.broadcasts import says
from handlers.broadcasts.reaching.totals import Totals
from handlers.errors import Refused
from handlers.message import Lane, Message, Named, Text
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import broadcast_progress, broadcasts, places, roles, tasks
from storage.broadcasts import Broadcast

REPORT = "report broadcast"
AFTER = timedelta(days=1)  # silence is not waited for any longer
DONE = (broadcasts.SENT, broadcasts.STOPPED, broadcasts.EXPIRED)


def begin(speaker: Speaker, broadcast: Broadcast) -> None:
    """It has ended: it is counted at once, and reported when all have answered or have been followed."""
    broadcast_progress.look(speaker.tx, broadcast.id, speaker.now)


def when_settled(speaker: Speaker, broadcast: Broadcast, total: Totals) -> None:
    """Has the final report made once there is nothing more to wait for; once."""
    over = broadcast.state != broadcasts.SENT
    late = broadcast.ended_at is not None and speaker.now - broadcast.ended_at >= AFTER
    quiet = total.settled if broadcast.silent_after is not None else total.settled_by_answers
    if (over or late or quiet) and broadcast_progress.report(speaker.tx, broadcast.id, speaker.now):
        for person_id in dict.fromkeys((broadcast.drafter_id, broadcast.approver_id)):
            if person_id is not None:
                have_made(speaker, broadcast, person_id, final=True)


def now(turn: Turn) -> None:
    """Somebody wants the report as it stands."""
    broadcast = broadcasts.read(turn.tx, turn.argument_id())
    if broadcast is None or not may_see(turn, broadcast, turn.person.id):
        raise Refused("not-allowed")
    have_made(turn, broadcast, turn.person.id, final=False)
    turn.say("bc-report-comes")


def have_made(speaker: Speaker, broadcast: Broadcast, person_id: int, *, final: bool) -> None:
    """Leaves the report to a worker."""
    payload = {"broadcast": broadcast.id, "person": person_id, "final": final}
    tasks.add(speaker.tx, REPORT, json.dumps(payload), speaker.now)


def may_see(speaker: Speaker, broadcast: Broadcast, person_id: int) -> bool:
    """Whether somebody may read its numbers: who wrote it, who agreed to it, who may agree to such there."""
    if person_id in (broadcast.drafter_id, broadcast.approver_id):
        return True
    path = places.read(speaker.tx, broadcast.place_id).path
    return permissions.may(roles.of_person(speaker.tx, person_id), "approve broadcast", path=path)


def hand_over(
    speaker: Speaker, broadcast: Broadcast, person_id: int, lines: Text, files: tuple[str, str], *, final: bool
) -> None:
    """Says the report: the numbers in words with the picture, then the spreadsheet."""
    if not may_see(speaker, broadcast, person_id):
        return
    picture, workbook = files
    values = {"title": says.title(broadcast), "lines": lines}
    lane = Lane.REMINDERS if final else Lane.REPLIES
    key = "bc-report-final" if final else "bc-report"
    speaker.tell(person_id, Message(text=Text(key, values), media=(picture,), lane=lane))
    speaker.tell(person_id, Message(text=Text("bc-report-sheet"), media=(workbook,), lane=lane))


def failed(speaker: Speaker, person_id: int) -> None:
    """It could not be made, however often it was tried: whoever waits for it hears so."""
    speaker.tell(person_id, Message(text=Text("bc-report-failed"), lane=Lane.REMINDERS))


def unit_names(speaker: Speaker, units: Mapping[int, Totals]) -> dict[int, Named]:
    """What the units are called."""
    found = {place_id: places.read(speaker.tx, place_id) for place_id in units}
    return {place_id: Named(place.name, place.name_en) for place_id, place in found.items()}


ROUTES = (Route("press", "bc.report", now),)
