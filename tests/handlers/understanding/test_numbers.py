"""Numbers that answer a list."""

import pytest

from handlers.understanding import bare_number
from handlers.understanding.numbers import chinese_number


@pytest.mark.parametrize(
    "text",
    [
        "2",
        "２",
        "二",
        "②",
        "⑵",
        "2️⃣",
        "两",
        "第二个",
        "第2项",
        "二号",
        "2.",
        "2、",
        "(2)",
        "选2",
        "我选二",
        "2吧",
        " 2 \n",
        "two",
        "no. 2",
        "option 2",
        "贰",
    ],
)
def test_every_way_to_write_two(text: str) -> None:
    assert bare_number(text) == 2


@pytest.mark.parametrize(
    ("text", "number"), [("十", 10), ("十二", 12), ("二十", 20), ("三十五", 35), ("0", 0), ("⑩", 10), ("120", 120)]
)
def test_other_numbers(text: str, number: int) -> None:
    assert bare_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "好的",
        "2个人",
        "二楼",
        "3号楼",
        "12345",
        "13800138000",
        "2 3",
        "the",
        "two lamps",
        "二二二二",
        "-2",
        "2" * 50,
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    assert bare_number(text) is None


def test_chinese_numbers_that_are_none() -> None:
    assert [chinese_number(text) for text in ("", "百", "十十", "二十十", "二三", "零十")] == [None] * 6
