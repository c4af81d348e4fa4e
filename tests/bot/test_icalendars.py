"""The calendar, parsed back by another library than the one that writes it."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject

from bot.icalendars import Days, written
from tests.bot.stage import ZONE

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAYS = Days("ab12cd34", Counter({date(2026, 11, 24): 2, date(2026, 12, 1): 1, date(2027, 2, 1): 12}))
WORDS = {1: "联络走访 1 户", 2: "联络走访 2 户", 12: "联络走访 12 户"}


def calendar(days: Days = DAYS, name: str = "联络走访", words: dict[int, str] | None = None) -> bytes:
    return written(days, words or WORDS, name, ZONE, NOW)


def parsed(data: bytes) -> Any:
    return vobject.readOne(data.decode())


def test_another_library_reads_the_days_and_the_words() -> None:
    events = parsed(calendar()).vevent_list
    assert [(each.dtstart.value.date(), each.summary.value) for each in events] == [
        (date(2026, 11, 24), "联络走访 2 户"),
        (date(2026, 12, 1), "联络走访 1 户"),
        (date(2027, 2, 1), "联络走访 12 户"),
    ]


def test_each_event_is_at_half_past_eight_there() -> None:
    """08:30 in Shanghai is 00:30 UTC, whatever zone the reader lives in."""
    for event in parsed(calendar()).vevent_list:
        begin, end = event.dtstart.value, event.dtend.value
        assert begin.astimezone(UTC).strftime("%H:%M") == "00:30"
        assert end - begin == timedelta(minutes=30)
        assert event.dtstamp.value == NOW


def test_the_zone_is_described_and_named_as_in_the_events() -> None:
    found = parsed(calendar())
    assert found.vtimezone.tzid.value == "Asia/Shanghai"
    assert b"DTSTART;TZID=Asia/Shanghai:20261124T083000" in calendar()
    assert "comment" not in found.vtimezone.contents


def test_what_apple_google_and_outlook_ask_for_is_there() -> None:
    found = parsed(calendar())
    assert (found.version.value, found.method.value, found.calscale.value) == ("2.0", "PUBLISH", "GREGORIAN")
    assert found.prodid.value
    assert found.contents["x-wr-calname"][0].value == "联络走访"
    assert found.contents["x-wr-timezone"][0].value == "Asia/Shanghai"
    assert found.contents["x-published-ttl"][0].value == "PT6H"
    for event in found.vevent_list:
        assert {"uid", "dtstamp", "dtstart", "dtend", "summary"} <= set(event.contents)


def test_lines_end_in_crlf_and_have_at_most_75_bytes() -> None:
    data = calendar(name="很长的日历名字，" * 20, words=dict.fromkeys(WORDS, "走访" * 60))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # no character is cut in two
    assert parsed(data).contents["x-wr-calname"][0].value == "很长的日历名字，" * 20


def test_a_day_keeps_its_name_when_its_number_changes() -> None:
    """So calendars change the event instead of adding another."""
    before = parsed(calendar()).vevent_list[0]
    after = parsed(calendar(Days("ab12cd34", {date(2026, 11, 24): 1}))).vevent
    assert before.uid.value == after.uid.value
    assert before.summary.value != after.summary.value


def test_names_are_different_for_each_owner_and_day() -> None:
    uids = [event.uid.value for event in parsed(calendar()).vevent_list]
    other = parsed(calendar(Days("ffff", DAYS.counts))).vevent_list
    assert len({*uids, *(event.uid.value for event in other)}) == 2 * len(uids)


@pytest.mark.parametrize("counts", [{}, {date(2028, 2, 29): 1}])
def test_a_calendar_without_days_is_a_calendar(counts: dict[date, int]) -> None:
    found = parsed(calendar(Days("ab", counts)))
    assert len(found.contents.get("vevent", [])) == len(counts)
