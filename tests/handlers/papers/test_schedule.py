"""What follows when: a day before the end people are reminded, then it ends."""

from datetime import UTC, datetime, timedelta

from handlers.papers import schedule
from handlers.papers.schedule import END, REMIND

END_AT = datetime(2026, 12, 5, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_day_before_the_end_people_are_reminded() -> None:
    assert schedule.after(END_AT, END_AT - 25 * HOUR) == (REMIND, END_AT - 24 * HOUR)


def test_within_the_last_day_only_the_end_is_left() -> None:
    assert schedule.after(END_AT, END_AT - 24 * HOUR) == (END, END_AT)
    assert schedule.after(END_AT, END_AT - timedelta(seconds=1)) == (END, END_AT)


def test_after_the_end_and_without_one_nothing_follows() -> None:
    assert schedule.after(END_AT, END_AT) == (None, None)
    assert schedule.after(None, END_AT) == (None, None)
