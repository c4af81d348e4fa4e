"""iCalendar (RFC 5545): a visitor's days, for the calendars of Apple, Google and Outlook. No names, no reasons.

Each day is one event of half an hour at the time of the morning's reminder, so that a phone may remind of it; it does
not make the visitor busy. Its UID stays the same however the number of that day changes, so calendars change the event
instead of adding another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vDuration

from handlers.visits import steps

PRODUCT = "-//Linli//Visits//ZH"
LASTS = timedelta(minutes=30)
ASKS_AGAIN = timedelta(hours=6)  # how often a calendar may ask; Google decides for itself


@dataclass(frozen=True, slots=True)
class Days:
    """How many visits each day has; `owner` is what the UIDs are made of: it tells nobody whose they are."""

    owner: str
    counts: Mapping[date, int]


def written(days: Days, words: Mapping[int, str], name: str, zone: ZoneInfo, now: datetime) -> bytes:
    """The calendar as a file: lines of at most 75 bytes, CRLF. `words`: what a day with so many visits is called;
    `name`: what the calendar is called; `now` in UTC."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)  # RFC 7986; the X- ones are what Apple and Outlook read
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone.key)
    calendar.add("refresh-interval", vDuration(ASKS_AGAIN), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ASKS_AGAIN))
    first, last = _ends(days, now, zone)
    known = Timezone.from_tzinfo(zone, first_date=first, last_date=last)
    known.pop("comment", None)  # it says for which days the rules are known; some calendars show it
    calendar.add_component(known)
    for day, count in sorted(days.counts.items()):
        calendar.add_component(_event(days.owner, day, words[count], zone, now))
    return bytes(calendar.to_ical())


def _ends(days: Days, now: datetime, zone: ZoneInfo) -> tuple[date, date]:
    """From which day to which the rules of the time zone must be known."""
    known = [*days.counts, now.astimezone(zone).date()]
    return min(known) - timedelta(days=1), max(known) + timedelta(days=1)


def _event(owner: str, day: date, words: str, zone: ZoneInfo, now: datetime) -> Event:
    event, begin = Event(), datetime.combine(day, steps.AT, zone)
    event.add("uid", f"visits-{day:%Y%m%d}-{owner}@linli")
    event.add("dtstamp", now)
    event.add("dtstart", begin)
    event.add("dtend", begin + LASTS)
    event.add("summary", words)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    event.add("status", "CONFIRMED")
    return event
