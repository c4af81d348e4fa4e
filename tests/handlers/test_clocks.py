"""Limits by the item's clock: by the wall, in waking hours, or in working days."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from handlers.life import clocks
from storage.catalogue import Item
from tests.bot.stage import ZONE, demo_community

HOUR = timedelta(hours=1)


def item(urgency: str, calendar: str = "wall") -> Item:
    return Item("x", "s", "事", "Thing", urgency, HOUR, HOUR, (), (), False, calendar)


def here(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("urgency", "calendar", "start", "hours", "until"),
    [
        ("urgent", "wall", "2026-11-23 20:30", 3, "2026-11-23 23:30"),  # by the wall, also at night
        ("emergency", "wall", "2026-11-23 23:00", 2, "2026-11-24 01:00"),
        ("normal", "wall", "2026-11-23 09:00", 2, "2026-11-23 11:00"),
        ("normal", "wall", "2026-11-23 20:30", 2, "2026-11-24 09:00"),  # half an hour now, the rest from 07:30
        ("complex", "wall", "2026-11-23 12:00", 1, "2026-11-23 14:30"),  # the rest at noon does not count
        ("normal", "wall", "2026-11-23 12:45", 1, "2026-11-23 15:00"),  # asked in the quiet hours
        ("normal", "wall", "2026-11-23 03:00", 1, "2026-11-23 08:30"),
        ("normal", "wall", "2026-11-23 07:30", 24, "2026-11-24 21:00"),  # twelve hours a day are awake
        ("normal", "wall", "2026-11-23 11:30", 1, "2026-11-23 12:30"),  # over just when the quiet hours begin
        ("normal", "working", "2026-11-27 12:00", 24, "2026-11-30 12:00"),  # Friday to Monday
        ("normal", "working", "2026-11-28 12:00", 24, "2026-12-01 00:00"),  # begun on a Saturday
        ("complex", "working", "2026-09-30 12:00", 48, "2026-10-09 12:00"),  # over the National Day week
        ("normal", "working", "2026-10-09 12:00", 24, "2026-10-10 12:00"),  # a Saturday on which people work
    ],
)
def test_when_a_limit_is_over(urgency: str, calendar: str, start: str, hours: int, until: str) -> None:
    due = clocks.after(demo_community(), item(urgency, calendar), here(start), timedelta(hours=hours))
    assert due == here(until)


def test_without_quiet_hours_every_hour_counts() -> None:
    always = replace(demo_community(), quiet=())
    assert clocks.after(always, item("normal"), here("2026-11-23 20:30"), 2 * HOUR) == here("2026-11-23 22:30")


def test_a_year_without_a_notice_counts_weekends_alone_as_free() -> None:
    due = clocks.after(demo_community(), item("normal", "working"), here("2035-10-05 12:00"), 24 * HOUR)
    assert due == here("2035-10-08 12:00")
