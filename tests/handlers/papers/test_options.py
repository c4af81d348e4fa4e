"""The options of a poll, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.papers import options


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("同意\n不同意\n弃权", ["同意", "不同意", "弃权"]),
        ("1. 同意\n2. 不同意", ["同意", "不同意"]),
        ("A、周六上午\nB、周日下午", ["周六上午", "周日下午"]),
        ("（一）装\n（二）不装", ["装", "不装"]),
        ("①装电梯\n②不装", ["装电梯", "不装"]),
        ("- 红色\n* 绿色", ["红色", "绿色"]),
        ("周六、周日；都行", ["周六", "周日", "都行"]),
        ("装还是不装", ["装", "不装"]),
        ("tea or coffee", ["tea", "coffee"]),
        ("10:00 开\n14:30 开", ["10:00 开", "14:30 开"]),  # an hour is no number of a list
        ("3.5 元\n4 元", ["3.5 元", "4 元"]),
        ("2026年春节\n2027年春节", ["2026年春节", "2027年春节"]),
        ("同意\n\n  同意  \n不同意", ["同意", "不同意"]),
        ("", []),
    ],
)
def test_options_are_read_as_people_write_them(words: str, found: list[str]) -> None:
    assert options.read(words) == found


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        ([], "poll-options-few"),
        (["同意"], "poll-options-few"),
        (["同意", "不同意"], None),
        ([str(n) for n in range(10)], None),
        ([str(n) for n in range(11)], "poll-options-many"),
        (["同意", "字" * 30], None),
        (["同意", "字" * 31], "poll-option-long"),
    ],
)
def test_what_is_wrong_with_them(found: list[str], fault: str | None) -> None:
    assert options.fault(found) == fault


@given(st.text(max_size=300))
def test_whatever_is_typed_no_option_is_empty_or_there_twice(words: str) -> None:
    found = options.read(words)
    assert all(option.strip() for option in found) and len(set(found)) == len(found)
