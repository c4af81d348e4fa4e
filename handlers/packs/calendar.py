"""calendar.yaml: days off and make-up workdays of years that the calendar package lacks, or gets wrong here.

A pack need not have one. Each year: `off` and `worked`, lists of days such as 2027-02-05, or from … to:
2027-02-05/2027-02-11. A year that stands here counts as known.
"""

from datetime import date, timedelta

from handlers.life.days_off import DaysOff
from handlers.packs import checks
from handlers.packs.section import Section

CALENDAR = "calendar.yaml"
LONGEST = 31  # days from … to


def read_calendar(file: Section) -> DaysOff:
    """What the file says of single days."""
    file.version(1)
    off: set[date] = set()
    worked: set[date] = set()
    years: set[int] = set()
    for section in file.sections("years", optional=True):
        year = section.year("year")
        if year is None:
            section.fault("year is missing")
            continue
        years.add(year)
        off |= _days(section, "off", year)
        worked |= _days(section, "worked", year)
        section.close()
    for day in sorted(off & worked):
        file.fault(f"{day} is both off and worked", "years")
    file.close()
    return DaysOff(frozenset(off), frozenset(worked), frozenset(years))


def _days(section: Section, key: str, year: int) -> set[date]:
    """The days of a list; each must lie in its year."""
    found: set[date] = set()
    for text, line in section.plain_texts(key):
        try:
            days = _from_to(text)
        except ValueError as error:
            section.fault_at(line, f"{key}: {error}")
            continue
        if any(day.year != year for day in days):
            section.fault_at(line, f"{key}: {text} does not lie in {year}")
        found |= days
    return found


def _from_to(text: str) -> set[date]:
    first, _, last = text.partition("/")
    start, end = checks.day(first.strip()), checks.day((last or first).strip())
    length = (end - start).days
    if not 0 <= length < LONGEST:
        raise ValueError(f"{text} is not from an earlier day to a later one")
    return {start + timedelta(days=days) for days in range(length + 1)}
