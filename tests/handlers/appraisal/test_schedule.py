"""The ladder of a yearly report: what is due on which day, also after a standstill."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.appraisal import schedule
from handlers.appraisal.schedule import ASK, CLOSE, DRAFT, LADDER, MOST_REMINDERS, MOVED, NUDGE, WEEKS

ZONE = ZoneInfo("Asia/Shanghai")
MEETING = date(2026, 12, 31)


def moment(days: int, hour: int = 9) -> datetime:
    """A moment so many days after the meeting."""
    return datetime(2026, 12, 31, hour, tzinfo=ZONE) + timedelta(days=days)


def test_drafts_come_four_weeks_before_and_reminders_weekly() -> None:
    days = {step.name: schedule.at(MEETING, step, ZONE).date() for step in LADDER}
    assert days[DRAFT] == date(2026, 12, 3)
    assert [days[each] for each in WEEKS] == [date(2026, 12, 10), date(2026, 12, 17), date(2026, 12, 24)]
    assert days[ASK] == MEETING and days[CLOSE] > schedule.last_day(MEETING) == date(2027, 1, 7)
    assert MOST_REMINDERS == 3


@pytest.mark.parametrize(
    ("waiting", "days", "expected"),
    [
        (DRAFT, -28, DRAFT),
        (WEEKS[0], -21, WEEKS[0]),
        (WEEKS[0], -10, WEEKS[1]),  # the service stood still for a week: one reminder, not two
        (WEEKS[0], -3, WEEKS[2]),
        (WEEKS[0], 1, ASK),  # the meeting has begun: nobody is reminded any more
        (DRAFT, -3, DRAFT),
        (ASK, 20, ASK),
        (NUDGE, 5, NUDGE),
        (NUDGE, 9, CLOSE),
        (CLOSE, 30, CLOSE),
    ],
)
def test_after_a_standstill_the_newest_is_done_and_nothing_that_must_be_is_left_out(
    waiting: str, days: int, expected: str
) -> None:
    assert schedule.due(MEETING, waiting, moment(days), ZONE).name == expected


def test_what_is_not_due_yet_waits() -> None:
    assert schedule.due(MEETING, WEEKS[1], moment(-40), ZONE).name == WEEKS[1]


@pytest.mark.parametrize(
    ("done", "days", "expected"),
    [
        (DRAFT, -28, WEEKS[0]),
        (DRAFT, -10, WEEKS[2]),
        (DRAFT, -1, ASK),
        (WEEKS[2], -7, ASK),
        (ASK, 0, NUDGE),
        (ASK, 6, CLOSE),
        (MOVED, -60, DRAFT),
        (MOVED, -10, DRAFT),  # whoever came to the station meanwhile gets a draft, too
    ],
)
def test_each_step_is_followed_by_the_next_one_to_come(done: str, days: int, expected: str) -> None:
    found = schedule.following(MEETING, done, moment(days), ZONE)
    assert found is not None and found[0].name == expected
    assert found[1] == schedule.at(MEETING, found[0], ZONE)


def test_nothing_follows_the_end() -> None:
    assert schedule.following(MEETING, CLOSE, moment(8), ZONE) is None


def test_a_meeting_is_neither_too_soon_nor_years_away() -> None:
    today = date(2026, 11, 23)
    assert [schedule.fits(today + timedelta(days=days), today) for days in (-1, 0, 6, 7, 400, 401)] == [
        *(False, False, False),
        *(True, True, False),
    ]
