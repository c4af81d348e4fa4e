"""The day and the hour of a meeting, as they are typed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.forms import Again
from handlers.meetings import when
from tests.bot.stage import demo_community

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("12月15日下午3点", (2026, 12, 15, 15, 0)),
        ("12月15日下午三点半", (2026, 12, 15, 15, 30)),
        ("下周二上午九点", (2026, 12, 1, 9, 0)),
        ("2027-01-10 19:30", (2027, 1, 10, 19, 30)),
        ("2027年1月10日9点", (2027, 1, 10, 9, 0)),
        ("15 Dec 3pm", (2026, 12, 15, 15, 0)),
    ],
)
def test_read(words: str, at: tuple[int, int, int, int, int]) -> None:
    assert when.read(demo_community(), NOW, words) == datetime(*at, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("看情况", "meeting-time-please"),
        ("12月15日", "meeting-hour-please"),
        ("12月15日下午", "meeting-hour-please"),
        ("2026-02-30 10:00", "meeting-time-please"),
        ("2025-12-01 10:00", "meeting-time-past"),
        ("昨天下午3点", "meeting-time-past"),
        ("上周五上午九点", "meeting-time-past"),
        ("2029-12-01 10:00", "meeting-time-far"),
    ],
)
def test_what_will_not_do_is_said(words: str, hint: str) -> None:
    with pytest.raises(Again) as raised:
        when.read(demo_community(), NOW, words)
    assert raised.value.text is not None and raised.value.text.key == hint
