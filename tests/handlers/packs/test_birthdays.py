"""Birthdays: how lists write them, in either calendar, and those that cannot be."""

import pytest

from handlers.packs.birthdays import NoBirthday, parse, written
from storage.cards import Birthday


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("1948-08-14", Birthday(8, 14, year=1948)),
        ("1948/8/14", Birthday(8, 14, year=1948)),
        ("1948.8.14", Birthday(8, 14, year=1948)),
        ("１９４８年８月１４日", Birthday(8, 14, year=1948)),
        ("19480814", Birthday(8, 14, year=1948)),
        ("8月14日", Birthday(8, 14)),
        ("八月十四号", Birthday(8, 14)),
        ("2月29日", Birthday(2, 29)),
        ("八月三十一日", Birthday(8, 31)),
        ("农历八月十四", Birthday(8, 14, lunar=True)),
        ("阴历 1948年 八月十四", Birthday(8, 14, lunar=True, year=1948)),
        ("农历1948年8月14日", Birthday(8, 14, lunar=True, year=1948)),
        ("農曆1948年八月十四", Birthday(8, 14, lunar=True, year=1948)),
        ("正月初五", Birthday(1, 5, lunar=True)),
        ("腊月廿三", Birthday(12, 23, lunar=True)),
        ("冬月二十三", Birthday(11, 23, lunar=True)),
        ("闰四月初八", Birthday(4, 8, lunar=True, leap=True)),
        ("农历2020年闰四月初八", Birthday(4, 8, lunar=True, leap=True, year=2020)),
        ("农历十二月三十", Birthday(12, 30, lunar=True)),
        ("lunar 1948-08-14", Birthday(8, 14, lunar=True, year=1948)),
    ],
)
def test_it_is_understood(text: str, birthday: Birthday) -> None:
    assert parse(text) == birthday
    assert parse(written(birthday)) == birthday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1966-02-30", "1966-02-30"),
        ("1965-02-29", "1965-02-29"),
        ("13月1日", "13月1日"),
        ("农历1949年二月三十", "农历1949年二月三十"),
        ("农历2021年闰四月初八", "农历2021年闰四月初八"),
        ("农历八月三十一", "农历8月31日"),
    ],
)
def test_a_day_that_never_was_is_named(text: str, day: str) -> None:
    with pytest.raises(NoBirthday) as caught:
        parse(text)
    assert caught.value.day == day


@pytest.mark.parametrize("text", ["", "八十大寿", "1948", "1948-08", "48-8-14", "1948年8月", "明天", "8月14日左右"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    with pytest.raises(NoBirthday) as caught:
        parse(text)
    assert caught.value.day == ""


def test_every_day_of_both_calendars_is_read_again() -> None:
    for lunar, most in ((False, 31), (True, 30)):
        for month in range(1, 13):
            for day in range(1, most + 1):
                for leap in (False, True) if lunar else (False,):
                    birthday = Birthday(month, day, lunar=lunar, leap=leap)
                    try:
                        assert parse(written(birthday)) == birthday
                    except NoBirthday:
                        assert not lunar and day > 28
