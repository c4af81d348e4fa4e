"""Rules: how often somebody is visited, as an iCalendar RRULE (RFC 5545), and on which days it falls. Pure."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zlib import crc32

from dateutil.rrule import rrulestr

from storage import cards, rhythms
from storage.cards import About

MONTHLY = "FREQ=MONTHLY"
TWO_MONTHLY = "FREQ=MONTHLY;INTERVAL=2"
QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"
HALF_YEARLY = "FREQ=MONTHLY;INTERVAL=6"
OFFERED = (MONTHLY, TWO_MONTHLY, QUARTERLY, HALF_YEARLY)
OFTEN = frozenset(("alone", "over_80", "disabled"))  # monthly, and half may be calls (domain.md §6)
FIRST_AFTER = timedelta(days=7)  # a new card's first visit is not sooner: the wish is asked first
SPREAD = {MONTHLY: 28, TWO_MONTHLY: 56}  # days over which first visits are spread, so that no liaison has all at once
USUAL_SPREAD = 84
LAST_IN_EVERY_MONTH = 28


def of_groups(groups: Collection[str]) -> str:
    """The rule for somebody in these groups."""
    return QUARTERLY if OFTEN.isdisjoint(groups) else MONTHLY


def calls_for(about: About, wish: str | None) -> str:
    """How many of the routine visits may be calls: none, half, all."""
    if wish == cards.CALL:
        return rhythms.ALL_CALLS
    return rhythms.NO_CALLS if OFTEN.isdisjoint(about.groups) else rhythms.HALF_CALLS


def first_day(rule: str, home: str, today: date) -> date:
    """The day from which a rule counts. Those who live together (`home`: any name of it) begin together."""
    days = crc32(home.encode()) % SPREAD.get(rule, USUAL_SPREAD)
    day = today + FIRST_AFTER + timedelta(days=days)
    if day.day > LAST_IN_EVERY_MONTH:  # a month without this day would be left out by the rule
        day = (day + timedelta(days=4)).replace(day=1)
    return day


def following(rule: str, starts_on: date, after: date) -> date:
    """The first day of a rule after a day."""
    begin = datetime.combine(starts_on, time())
    found = rrulestr(rule, dtstart=begin).after(datetime.combine(after, time()))
    if found is None:
        raise ValueError("a rule that has an end")
    return found.date()


def latest(rule: str, starts_on: date, until: date) -> date | None:
    """The last day of a rule until a day (included); None before its first."""
    begin = datetime.combine(starts_on, time())
    found = rrulestr(rule, dtstart=begin).before(datetime.combine(until, time()), inc=True)
    return None if found is None else found.date()
