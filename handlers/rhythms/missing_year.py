"""The missing year: those who plan hear, once a week, that a year's days off are not known yet: the next year's from
1 December on, and this year's all year long.

Until then statutory days and weekends are taken as free (domain.md §10).
"""

from datetime import date, time, timedelta

from handlers.life import workdays
from handlers.life.days_off import DaysOff
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
    if not FROM <= here.time() < UNTIL:
        return False
    year = missing(here.date(), speaker.community.pack.days_off)
    if year is not None and settings.claim(speaker.tx, WARNED, here.strftime("%G-W%V")):
        message = Message(text=Text("year-missing", {"year": str(year)}), lane=Lane.REMINDERS)
        for person_id in _people(speaker):
            speaker.tell(person_id, message)
    return False


def missing(today: date, noted: DaysOff) -> int | None:
    """The first year, this one or in December the next, whose days off nobody knows; None where none is missing."""
    years = (today.year, today.year + 1) if today.month == DECEMBER else (today.year,)
    return next((year for year in years if not workdays.is_known(year, noted)), None)


def _people(speaker: Speaker) -> list[int]:
    found = [each.id for kind in KINDS for each in places.of_kind(speaker.tx, kind, MOST_PLACES)]
    return list(dict.fromkeys(person for role in ROLES for person in roles.holders(speaker.tx, role, found)))


JOBS = (Job("warn of a missing year", timedelta(hours=2), warn),)
