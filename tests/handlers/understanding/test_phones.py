"""Telephone numbers as people type them."""

import pytest

from handlers.understanding import find_phones, normalise_phone


@pytest.mark.parametrize(
    "text",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "+86 138 0013 8000",
        "+8613800138000",
        "008613800138000",
        "８６１３８００１３８０００",
        "１３８００１３８０００",
        "一三八零零一三八零零零",
        "幺三八〇〇幺三八〇〇〇",
        "我的电话是13800138000。",
    ],
)
def test_a_mobile_in_every_form(text: str) -> None:
    assert normalise_phone(text) == "+8613800138000"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("010-62345678", "+861062345678"),
        ("(027) 8888 1234", "+862788881234"),
        ("+86 10 6234 5678", "+861062345678"),
        ("0755 2345 6789", "+8675523456789"),
        ("+44 20 7946 0958", "+442079460958"),
    ],
)
def test_landlines_and_other_countries(text: str, number: str) -> None:
    assert normalise_phone(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "没有电话",
        "62345678",
        "120",
        "12345",
        "1380013800",
        "138001380001",
        "11010519491231002X",
        "+99912",
        "2026-11-23 09:00",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert normalise_phone(text) is None


def test_several_numbers_are_found_in_order_each_once() -> None:
    text = "打13800138000，没人接就打138-0013-8000或者010-62345678"
    assert find_phones(text) == ("+8613800138000", "+861062345678")
    assert normalise_phone(text) is None
