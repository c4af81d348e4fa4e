"""Opening hours: read as people write them, asked for any moment."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.packs.opening import parse

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("hours", "moment", "is_open", "changes"),
    [
        # 2026-11-23 is a Monday.
        ("每天 8:30-20:00", "2026-11-23 08:29", False, "2026-11-23 08:30"),
        ("每天 8:30-20:00", "2026-11-23 08:30", True, "2026-11-23 20:00"),
        ("每天 8:30-20:00", "2026-11-23 20:00", False, "2026-11-24 08:30"),
        ("每天　8：30－20：00", "2026-11-23 19:59", True, "2026-11-23 20:00"),
        ("工作日 9:00-17:00,周六 9:00-12:00", "2026-11-28 11:00", True, "2026-11-28 12:00"),
        ("工作日 9:00-17:00,周六 9:00-12:00", "2026-11-29 11:00", False, "2026-11-30 09:00"),
        ("工作日 9:00-17:00,周六 9:00-12:00", "2026-10-03 10:00", False, "2026-10-08 09:00"),
        ("周六 9:00-12:00", "2026-10-03 10:00", True, "2026-10-03 12:00"),
        ("工作日 9:00-17:00", "2026-10-01 10:00", False, "2026-10-08 09:00"),  # the national holiday
        ("工作日 9:00-17:00", "2026-10-10 10:00", True, "2026-10-10 17:00"),  # a Saturday that is worked
        ("周末 9:00-17:00", "2026-10-10 10:00", False, "2026-10-11 09:00"),
        ("11:00-12:30,17:00-18:30", "2026-11-23 13:00", False, "2026-11-23 17:00"),
        ("周一至周五 8:00-18:00", "2026-11-28 10:00", False, "2026-11-30 08:00"),
        ("周一到五 上午9:00-11:30，下午2:00-5:00", "2026-11-23 14:30", True, "2026-11-23 17:00"),
        ("周二、周四 14:00-17:00", "2026-11-23 15:00", False, "2026-11-24 14:00"),
        ("周一、三、五 8点半到17点", "2026-11-25 08:45", True, "2026-11-25 17:00"),
        ("周六至周一 9:00-10:00", "2026-11-23 09:30", True, "2026-11-23 10:00"),
        ("周五、周六 18:00-2:00", "2026-11-29 01:30", True, "2026-11-29 02:00"),
        ("每天 20:00-24:00", "2026-11-23 23:59", True, "2026-11-24 00:00"),
        ("中午11:30-1:30", "2026-11-23 13:00", True, "2026-11-23 13:30"),
        ("每天 8:00-20:00，周一休息", "2026-11-23 10:00", False, "2026-11-24 08:00"),
        ("每天 8:00-20:00（法定节假日休息）", "2026-10-01 10:00", False, "2026-10-08 08:00"),
        ("每天 8:00-20:00；节假日 10:00-16:00", "2026-10-01 09:00", False, "2026-10-01 10:00"),
        ("Mon-Fri 9:00-17:00, Sat 9-12", "2026-11-28 09:30", True, "2026-11-28 12:00"),
        ("daily 8:30 to 20:00", "2026-11-23 08:00", False, "2026-11-23 08:30"),
    ],
)
def test_hours_are_open_and_change(hours: str, moment: str, is_open: bool, changes: str) -> None:
    read = parse(hours)
    assert read.is_open(at(moment)) is is_open
    assert read.next_change(at(moment)) == at(changes)


@pytest.mark.parametrize("text", ["24小时", "全天", "每天24小时", "0:00-24:00", "24 hours", "每天 全天"])
def test_what_never_closes_never_changes(text: str) -> None:
    read = parse(text)
    assert read.is_open(at("2026-11-23 03:00"))
    assert read.next_change(at("2026-11-23 03:00")) is None


def test_what_is_closed_for_good_never_opens() -> None:
    assert parse("休息").next_change(at("2026-11-23 03:00")) is None
    assert not parse("休息").is_open(at("2026-11-23 12:00"))


def test_spans_of_a_day_are_joined() -> None:
    assert parse("9:00-12:00,11:00-13:00").spans_on(date(2026, 11, 23)) == ((540, 780),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "随时",
        "周一",
        "9:00",
        "25:00-26:00",
        "9:00-9:00",
        "8:00-17:70",
        "周八 8:00-9:00",
        "看通知",
        "周一 9:00-10:00 周二",
    ],
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no opening hours"):
        parse(text)


_days = st.sampled_from(["每天", "工作日", "周末", "周一至周五", "周二、周四", "周日", "节假日", ""])
_times = st.integers(0, 23 * 60).map(lambda minute: f"{minute // 60}:{minute % 60:02}")
_moments = st.datetimes(datetime(2026, 1, 10), datetime(2026, 12, 20))


@given(st.lists(st.tuples(_days, _times, _times), min_size=1, max_size=4), _moments)
def test_a_change_is_the_first_moment_that_differs(parts: list[tuple[str, str, str]], moment: datetime) -> None:
    parts = [(day, start, end) for day, start, end in parts if start != end] or [("每天", "8:00", "9:00")]
    hours = parse(",".join(f"{day} {start}-{end}" for day, start, end in parts))
    change = hours.next_change(moment)
    if change is not None:
        assert change > moment
        assert hours.is_open(change) is not hours.is_open(moment)
        assert hours.is_open(moment + (change - moment) / 2) is hours.is_open(moment)


@given(st.text("周一五至工作日每天0123456789:-,、 休息小时上下午点半", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        hours = parse(text)
    except ValueError as error:
        assert "no opening hours" in str(error)
    else:
        hours.next_change(datetime(2026, 11, 23, 9))
