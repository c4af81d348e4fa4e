"""Promised times: what is offered with one tap, when a helper is reminded, what a stretch of time means."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from handlers.helping import promises
from storage.catalogue import Item
from storage.service_requests import Details, ServiceRequest
from tests.bot.stage import ZONE, demo_community

NORMAL = Item("x", "s", "事", "Thing", "normal", timedelta(days=1), timedelta(days=3), (), (), False)
URGENT = replace(NORMAL, urgency="urgent")


def here(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def request(starts: str | None = None, ends: str | None = None) -> ServiceRequest:
    at = here("2026-11-23 08:00")
    return ServiceRequest(
        id=1,
        number="20261123-0001",
        state="claimed",
        item="x",
        person_id=1,
        place_id=None,
        team_id=None,
        helper_id=2,
        details=Details(),
        note="",
        outcome=None,
        stars=None,
        respond_by=at,
        resolve_by=at,
        created_at=at,
        closed_at=None,
        starts_at=here(starts) if starts else None,
        ends_at=here(ends) if ends else None,
    )


def offered(item: Item, now: str, wanted: ServiceRequest | None = None) -> list[tuple[str, datetime]]:
    times = promises.offered(demo_community(), wanted or request(), item, here(now))
    return [(each.code, each.at) for each in times]


def test_in_the_morning_three_times_are_offered() -> None:
    assert offered(NORMAL, "2026-11-23 09:00") == [
        ("half", here("2026-11-23 09:30")),
        ("afternoon", here("2026-11-23 18:00")),
        ("morning", here("2026-11-24 12:00")),
    ]


def test_late_in_the_day_no_afternoon_is_left_and_at_night_nobody_comes_in_half_an_hour() -> None:
    assert [code for code, _ in offered(NORMAL, "2026-11-23 16:30")] == ["half", "morning"]
    assert [code for code, _ in offered(NORMAL, "2026-11-23 22:00")] == ["morning"]


def test_urgent_things_are_a_matter_of_minutes_at_any_hour() -> None:
    assert offered(URGENT, "2026-11-23 22:00") == [
        ("half", here("2026-11-23 22:30")),
        ("hour", here("2026-11-23 23:00")),
    ]


def test_the_residents_own_time_comes_first_while_it_lies_ahead() -> None:
    wanted = request("2026-11-24 15:00", "2026-11-24 15:30")
    assert offered(NORMAL, "2026-11-23 09:00", wanted)[0] == ("theirs", here("2026-11-24 15:00"))
    assert offered(NORMAL, "2026-11-25 09:00", wanted)[0][0] == "half"


def test_of_a_whole_afternoon_the_end_counts() -> None:
    assert promises.moment(here("2026-11-24 14:00"), here("2026-11-24 18:00")) == here("2026-11-24 18:00")
    assert promises.moment(here("2026-11-24 14:00"), here("2026-11-24 14:30")) == here("2026-11-24 14:00")
    assert promises.moment(here("2026-11-24 14:00"), None) == here("2026-11-24 14:00")


@pytest.mark.parametrize(
    ("item", "due", "reminded"),
    [
        (NORMAL, "2026-11-24 15:00", "2026-11-24 14:30"),
        (NORMAL, "2026-11-24 08:45", "2026-11-24 08:30"),  # an early one
        (NORMAL, "2026-11-24 08:00", "2026-11-24 07:30"),  # earlier than half past eight
        (NORMAL, "2026-11-24 13:00", None),  # nobody's rest at noon is disturbed
        (URGENT, "2026-11-24 13:00", "2026-11-24 12:30"),
        (NORMAL, "2026-11-23 09:20", None),  # half an hour before is over
    ],
)
def test_when_a_helper_is_reminded(item: Item, due: str, reminded: str | None) -> None:
    at = promises.soon_at(demo_community(), item, here(due), here("2026-11-23 09:00"))
    assert at == (here(reminded) if reminded else None)
