"""Own meetings: what is kept about somebody's part in meetings: to see, to take along; and what goes with the years."""

from datetime import timedelta
from typing import Any

from handlers.message import Text
from handlers.turn import Speaker
from storage import agenda_items, meeting_actions, meeting_forgetting, meeting_proxies
from storage.days import to_text

ALL = 1_000
KEPT = timedelta(days=2 * 365)  # as long as words of requests (domain.md §7)
SLICE = 20

Data = dict[str, Any]


def summary(speaker: Speaker, person_id: int) -> list[Text]:
    """How much is kept, in a line; none where there is nothing."""
    counts = {
        "items": len(agenda_items.of_person(speaker.tx, person_id, ALL)),
        "proxies": len(meeting_proxies.of_person(speaker.tx, person_id, ALL)),
        "actions": len(meeting_actions.of_owner(speaker.tx, person_id, ALL)),
    }
    return [Text("own-line-meetings", counts)] if any(counts.values()) else []


def collect(speaker: Speaker, person_id: int) -> Data:
    """The same whole, as plain data."""
    tx = speaker.tx
    return {
        "agenda": [
            {"kind": each.kind, "words": each.words, "state": each.state, "at": each.created_at}
            for each in agenda_items.of_person(tx, person_id, ALL)
        ],
        "sent_instead": [
            {"name": each.name, "state": each.state} for each in meeting_proxies.of_person(tx, person_id, ALL)
        ],
        "actions": [
            {"what": each.what, "day": to_text(each.day), "state": each.state}
            for each in meeting_actions.of_owner(tx, person_id, ALL)
        ],
    }


def meetings_over(speaker: Speaker) -> bool:
    """Meetings that have had their time, with all that hangs on them."""
    return meeting_forgetting.drop_old(speaker.tx, speaker.now - KEPT, SLICE) > 0


RULES = (meetings_over,)
