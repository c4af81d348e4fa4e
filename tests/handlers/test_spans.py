"""Stretches of time in the reader's language; and how they come through the outbox."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers import texts
from handlers.message import Message, Span, Text, decode, encode

ZONE = ZoneInfo("Asia/Shanghai")
DAY = datetime(2026, 11, 25, tzinfo=ZONE)


def hours(start: float, end: float) -> Span:
    return Span(DAY + timedelta(hours=start), DAY + timedelta(hours=end))


@pytest.mark.parametrize(
    ("span", "zh", "en"),
    [
        (hours(0, 24), "11月25日 周三", "Wed 25 Nov"),
        (hours(9.5, 24), "11月25日 周三", "Wed 25 Nov"),
        (hours(8, 12), "11月25日 周三 上午", "Wed 25 Nov, morning"),
        (hours(15.25, 18), "11月25日 周三 下午", "Wed 25 Nov, afternoon"),
        (hours(18, 21), "11月25日 周三 晚上", "Wed 25 Nov, evening"),
        (hours(11.5, 12), "11月25日 周三 11:30", "Wed 25 Nov 11:30"),
        (hours(15, 17), "11月25日 周三 15:00–17:00", "Wed 25 Nov 15:00–17:00"),
        (hours(72, 120), "11月28日 周六 到 11月29日 周日", "Sat 28 Nov to Sun 29 Nov"),
        (hours(80, 108), "11月28日 周六 08:00 到 11月29日 周日 12:00", "Sat 28 Nov 08:00 to Sun 29 Nov 12:00"),
    ],
)
def test_each_reads_it_in_their_own_language(span: Span, zh: str, en: str) -> None:
    text = Text("card-line-when", {"when": span})
    assert texts.render(text, "zh-CN", ZONE) == f"时间：{zh}"
    assert texts.render(text, "en", ZONE).endswith(f": {en}")


def test_it_comes_through_the_outbox() -> None:
    span = Span(datetime(2026, 11, 25, 1, tzinfo=UTC), datetime(2026, 11, 25, 2, tzinfo=UTC))
    message = Message(text=Text("card-own-shown", {"shown": [span, "words"]}))
    assert decode(encode(message)) == message
