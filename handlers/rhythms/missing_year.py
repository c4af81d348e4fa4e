"""The missing year: from 1 December those who plan hear, once a week, that next year's days off are not known yet.

Until then statutory days and weekends are taken as free (domain.md §10).
"""

from datetime import time, timedelta

from handlers.life import workdays
from handlers.message import Lane, Message, Text
from handlers.routing import Job
from handlers.turn import Speaker
from storage import places, roles, settings

DECEMBER = 12
WARNED = "missing year warned"
ROLES = ("admin", "secretary", "coordinator")
FROM, UNTIL = time(9), time(18)  # here
KINDS = ("district", "street", "community")
MOST_PLACES = 50  # of each kind


def warn(speaker: Speaker) -> bool:
    """Warns them, once in a calendar week. False: it is done in one go."""
    here = speaker.now.astimezone(speaker.community.zone)
    year = here.year + 1
    missing = here.month == DECEMBER and not workdays.is_known(year, speaker.community.pack.days_off)
    if not missing or not FROM <= here.time() < UNTIL:
        return False
    if settings.claim(speaker.tx, WARNED, here.strftime("%G-W%V")):
        message = Message(text=Text("year-missing", {"year": str(year)}), lane=Lane.REMINDERS)
        for person_id in _people(speaker):
            speaker.tell(person_id, message)
    return False


def _people(speaker: Speaker) -> list[int]:
    found = [each.id for kind in KINDS for each in places.of_kind(speaker.tx, kind, MOST_PLACES)]
    return list(dict.fromkeys(person for role in ROLES for person in roles.holders(speaker.tx, role, found)))


JOBS = (Job("warn of a missing year", timedelta(hours=2), warn),)
