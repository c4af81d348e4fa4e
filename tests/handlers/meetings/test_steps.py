"""When what is done for a meeting, and what is left out where it was missed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.meetings import steps

ZONE = ZoneInfo("Asia/Shanghai")
STARTS = datetime(2026, 12, 15, 15, 0, tzinfo=ZONE)


def walked(now: datetime, starts_at: datetime = STARTS) -> list[tuple[str, datetime]]:
    """Every step from a moment on, each done when it falls due."""
    found, name = [], None
    while (coming := steps.following(starts_at, name, now, ZONE)) is not None:
        name, now = coming
        found.append(coming)
    return found


def test_the_whole_ladder() -> None:
    when = dict(walked(STARTS - timedelta(days=40)))
    assert when["collect"] == datetime(2026, 11, 30, 8, 30, tzinfo=ZONE)
    assert when["invite"] == datetime(2026, 12, 8, 8, 30, tzinfo=ZONE)
    assert when["eve"] == STARTS - timedelta(days=1)
    assert when["hours"] == STARTS - timedelta(hours=2)
    assert when["minutes"] == STARTS + timedelta(hours=2)
    assert when["chase 1"] == datetime(2026, 12, 16, 8, 30, tzinfo=ZONE)
    assert list(when)[-1] == "close"


def test_a_meeting_that_is_soon_asks_at_once_and_leaves_out_what_is_over() -> None:
    now = STARTS - timedelta(days=4)
    found = walked(now)
    assert found[0] == ("collect", now)
    assert [name for name, _ in found[:3]] == ["collect", "eve", "hours"]


@pytest.mark.parametrize(
    ("before", "first"),
    [(timedelta(hours=20), "hours"), (timedelta(hours=1), "minutes"), (timedelta(days=1, hours=1), "collect")],
)
def test_nothing_is_asked_that_nobody_can_answer_in_time(before: timedelta, first: str) -> None:
    assert walked(STARTS - before)[0][0] == first


@pytest.mark.parametrize(
    ("name", "after", "useful"),
    [
        ("eve", timedelta(hours=-20), True),
        ("eve", timedelta(hours=-2), False),  # two hours before says the same
        ("hours", timedelta(minutes=-1), True),
        ("hours", timedelta(), False),
        ("minutes", timedelta(hours=20), True),
        ("off", timedelta(days=30), True),
    ],
)
def test_of_use(name: str, after: timedelta, useful: bool) -> None:
    assert steps.of_use(STARTS, name, STARTS + after) is useful


def test_after_a_standstill_of_weeks_it_is_only_closed() -> None:
    assert steps.following(STARTS, "collect", STARTS + timedelta(days=30), ZONE) == (
        "close",
        STARTS + timedelta(days=30),
    )
