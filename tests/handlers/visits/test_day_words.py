"""Days as visitors type them: past ones for a record, coming ones for a new day."""

from datetime import date

import pytest

from handlers.visits import day_words

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("今天", date(2026, 11, 23)),
        ("刚刚", date(2026, 11, 23)),
        ("昨天", date(2026, 11, 22)),
        ("昨晚去的", date(2026, 11, 22)),
        ("前天下午", date(2026, 11, 21)),
        ("大前天", date(2026, 11, 20)),
        ("三天前", date(2026, 11, 20)),
        ("10天以前", date(2026, 11, 13)),
        ("上周三", date(2026, 11, 18)),
        ("上星期天", date(2026, 11, 22)),
        ("上上周五", date(2026, 11, 13)),
        ("周五", date(2026, 11, 20)),
        ("11月20号", date(2026, 11, 20)),
        ("yesterday", date(2026, 11, 22)),
        ("the day before yesterday", date(2026, 11, 21)),
        ("2 days ago", date(2026, 11, 21)),
        ("last Wednesday", date(2026, 11, 18)),
        ("last Monday", date(2026, 11, 16)),
        ("Nov 20", date(2026, 11, 20)),
    ],
)
def test_past_days_are_read(words: str, day: date) -> None:
    assert day_words.past_day(words, MONDAY) == day


@pytest.mark.parametrize("words", ["明天", "12月3号", "下周二", "tomorrow", "不记得了", ""])
def test_what_is_no_past_day_is_none(words: str) -> None:
    assert day_words.past_day(words, MONDAY) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("今天", date(2026, 11, 23)),
        ("明天", date(2026, 11, 24)),
        ("周五", date(2026, 11, 27)),
        ("下周二", date(2026, 12, 1)),
        ("这周末", date(2026, 11, 28)),
        ("这周", date(2026, 11, 23)),
        ("12月3号", date(2026, 12, 3)),
        ("tomorrow", date(2026, 11, 24)),
    ],
)
def test_coming_days_are_read(words: str, day: date) -> None:
    assert day_words.coming_day(words, MONDAY) == day


@pytest.mark.parametrize("words", ["昨天", "上周三", "三天前", "yesterday", "改天吧", ""])
def test_what_is_no_coming_day_is_none(words: str) -> None:
    assert day_words.coming_day(words, MONDAY) is None
