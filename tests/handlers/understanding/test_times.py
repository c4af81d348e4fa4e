"""Times as people say them, in Chinese and English, at nine o'clock on Monday, 23 November 2026."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding import any_time, mentioned_time, next_parts, part_of, read_time

ZONE = ZoneInfo("Asia/Shanghai")
HERE = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)


def at(text: str) -> datetime:
    """11-24 14:00 as a moment of that year there; 2027-01-05 00:00 in full."""
    return datetime.strptime(text if text.startswith("2027") else f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("明天下午", "11-24 14:00", "11-24 18:00"),
        ("周三上午九点", "11-25 09:00", "11-25 09:30"),
        ("后天下午3点半", "11-25 15:30", "11-25 16:00"),
        ("后天下午３点半", "11-25 15:30", "11-25 16:00"),
        ("今晚", "11-23 18:00", "11-23 21:00"),
        ("今天晚上7点", "11-23 19:00", "11-23 19:30"),
        ("明早", "11-24 07:00", "11-24 10:00"),
        ("明晚八点一刻", "11-24 20:15", "11-24 20:45"),
        ("下周二", "12-01 00:00", "12-02 00:00"),
        ("下下周一", "12-07 00:00", "12-08 00:00"),
        ("这周五中午", "11-27 11:00", "11-27 14:00"),
        ("星期天", "11-29 00:00", "11-30 00:00"),
        ("礼拜六上午十点", "11-28 10:00", "11-28 10:30"),
        ("周末", "11-28 00:00", "11-30 00:00"),
        ("下周", "11-30 00:00", "12-07 00:00"),
        ("12月3号上午", "12-03 08:00", "12-03 12:00"),
        ("十二月三日", "12-03 00:00", "12-04 00:00"),
        ("1月5号", "2027-01-05 00:00", "2027-01-06 00:00"),
        ("3号下午", "12-03 14:00", "12-03 18:00"),
        ("大后天", "11-26 00:00", "11-27 00:00"),
        ("三天后上午", "11-26 08:00", "11-26 12:00"),
        ("下午三点", "11-23 15:00", "11-23 15:30"),
        ("3点", "11-23 15:00", "11-23 15:30"),
        ("8:30", "11-24 08:30", "11-24 09:00"),
        ("明天下午3点到5点", "11-24 15:00", "11-24 17:00"),
        ("明天上午十点到下午两点", "11-24 10:00", "11-24 14:00"),
        ("明天上午九点半以后", "11-24 09:30", "11-24 21:00"),
        ("明天十点以前", "11-24 08:00", "11-24 10:00"),
        ("半小时后", "11-23 09:30", "11-23 10:00"),
        ("两个小时以后", "11-23 11:00", "11-23 11:30"),
        ("尽快", "11-23 09:00", "11-23 11:00"),
        ("tomorrow afternoon", "11-24 14:00", "11-24 18:00"),
        ("Wed 9am", "11-25 09:00", "11-25 09:30"),
        ("next Tuesday", "12-01 00:00", "12-02 00:00"),
        ("Thursday after 3 pm", "11-26 15:00", "11-26 21:00"),
        ("from 3 to 5 pm tomorrow", "11-24 15:00", "11-24 17:00"),
        ("from 11 to 2 pm on Friday", "11-27 11:00", "11-27 14:00"),
        ("the day after tomorrow at 10", "11-25 10:00", "11-25 10:30"),
        ("tonight", "11-23 18:00", "11-23 21:00"),
        ("Dec 3, in the morning", "12-03 08:00", "12-03 12:00"),
        ("3rd of December", "12-03 00:00", "12-04 00:00"),
        ("in 2 hours", "11-23 11:00", "11-23 11:30"),
    ],
)
def test_a_time_in_words(words: str, start: str, end: str) -> None:
    window = read_time(words, HERE)
    assert window is not None
    assert (window.start, window.end) == (at(start), at(end))
    assert not window.over(HERE)


@pytest.mark.parametrize("words", ["11月20号", "今天早上七点", "这周一早上八点", "Nov 20"])
def test_a_time_that_has_passed_is_told_as_such(words: str) -> None:
    window = read_time(words, HERE.replace(hour=20))
    assert window is not None and window.over(HERE.replace(hour=20))


@pytest.mark.parametrize("words", ["等我儿子回来", "25点", "2月30号", "3号楼2单元", "13900000001", "", "楼下", "晚点"])
def test_no_time_is_read_where_none_is_named(words: str) -> None:
    assert read_time(words, HERE) is None


def test_what_is_said_besides_the_time_is_kept() -> None:
    plain, more = read_time("周三上午九点可以吗", HERE), read_time("周三上午九点，我儿子在家", HERE)
    assert plain is not None and more is not None
    assert more.rest == "儿子" and plain.rest == ""
    whole = read_time("明天下午都可以", HERE)
    assert whole is not None and whole.rest == "" and whole.part == "afternoon"


@pytest.mark.parametrize("words", ["随时", "都可以", "什么时候都行", "any time", "whenever"])
def test_every_time_will_do(words: str) -> None:
    assert any_time(words) and read_time(words, HERE) is None


def test_any_hour_of_a_day_is_that_day() -> None:
    assert not any_time("明天都可以") and read_time("明天都可以", HERE) is not None


@pytest.mark.parametrize(
    "words",
    [
        "昨天晚上楼道灯坏了",
        "今天水管漏了",
        "好几天了",
        "晚上没电",
        "3号楼楼道灯坏了",
        "上周三就报过",
        "It broke yesterday at 9am",
    ],
)
def test_out_of_the_blue_only_what_lies_ahead_is_a_wish(words: str) -> None:
    assert mentioned_time(words, HERE) is None


def test_a_wish_among_other_words_is_found() -> None:
    window = mentioned_time("明天下午来修下水管", HERE)
    assert window is not None and window.start == at("11-24 14:00")


@pytest.mark.parametrize(("hour", "first"), [(7, "morning"), (9, "afternoon"), (17, "evening")])
def test_what_is_left_of_today_is_offered_first(hour: int, first: str) -> None:
    parts = next_parts(HERE.replace(hour=hour))
    assert parts == [(HERE.date(), first), (HERE.date() + timedelta(days=1), "morning")]


def test_late_in_the_evening_tomorrow_is_offered() -> None:
    tomorrow = HERE.date() + timedelta(days=1)
    assert next_parts(HERE.replace(hour=22)) == [(tomorrow, "morning"), (tomorrow, "afternoon")]


def test_of_a_part_that_runs_the_rest_is_left() -> None:
    noon = HERE.replace(hour=15, minute=20, second=7)
    window = part_of(HERE.date(), "afternoon", noon).from_now(noon)
    assert (window.start, window.end) == (at("11-23 15:20"), at("11-23 18:00"))


@given(st.text(max_size=60), st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)))
def test_no_text_breaks_it_and_every_window_has_a_length(words: str, now: datetime) -> None:
    window = read_time(words, now.replace(tzinfo=ZONE))
    assert window is None or window.start < window.end


WORD = st.sampled_from(
    [
        *"今明后大下这周日月号点半到一二三十0123456789:-",
        "上午",
        "下午",
        "晚上",
        "星期",
        "pm",
        "am ",
        "next ",
        "tue",
        " to ",
    ]
)


@given(st.lists(WORD, max_size=12).map("".join))
def test_no_jumble_of_its_own_words_breaks_it(words: str) -> None:
    window = read_time(words, HERE)
    assert window is None or window.start < window.end
