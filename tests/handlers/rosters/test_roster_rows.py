"""Rows of a list: what cells mean, and how each fault is named by line and column."""

from datetime import datetime

import pytest

from handlers.packs.sheets import Cell
from handlers.rosters import roster_rows, roster_words
from handlers.rosters.roster_rows import MOST_ROWS, Fault
from handlers.rosters.roster_words import BadCell
from storage.cards import Birthday

TITLES: list[Cell] = ["姓名", "手机号码", "政治面貌", "类别", "出生日期", "联络员", "副联络员"]


def faults(*rows: list[Cell]) -> list[tuple[int, str, str]]:
    return [(one.line, one.column, one.key) for one in roster_rows.read([TITLES, *rows]).faults]


def test_a_row_is_read_whatever_form_its_cells_have() -> None:
    row: list[Cell] = [" 张 桂英 ", 13000000201.0, "中共党员", "独居、低保", datetime(1948, 9, 10), "小林", None]
    (read,) = roster_rows.read([["名单"], [], TITLES, row]).rows
    assert (read.line, read.name, read.phone, read.member) == (4, "张 桂英", "+8613000000201", True)
    assert read.groups == ("alone", "hardship") and read.birthday == Birthday(9, 10, year=1948)
    assert (read.liaison, read.deputy, read.cleared) == ("小林", None, frozenset())


def test_none_says_that_something_is_no_more_and_nothing_says_nothing() -> None:
    (read,) = roster_rows.read([TITLES, ["张桂英", "", "", "无", "无", "-", ""]]).rows
    assert read.cleared == {"groups", "birthday", "liaison"}
    assert (read.groups, read.birthday, read.liaison, read.phone, read.member) == (None,) * 5


def test_every_fault_is_named_and_the_sound_rows_are_left() -> None:
    found = faults(
        ["张桂英", "12", "大概", "爱唠叨", "八十大寿", "小林", "小林"],
        ["", "13000000201"],
        [],
        ["李四", "1.3E+10", "", "", "1966-02-30"],
        ["王" * 21],
    )
    assert found == [
        (2, "phone", "phone"),
        (2, "member", "flag"),
        (2, "groups", "group"),
        (2, "birthday", "birthday"),
        (2, "deputy", "deputy-same"),
        (3, "name", "missing"),
        (5, "phone", "phone-cut"),
        (5, "birthday", "no-day"),
        (6, "name", "too-long"),
    ]


def test_a_word_of_a_group_is_not_said_again() -> None:
    (fault,) = roster_rows.read([TITLES, ["张桂英", "", "", "肺癌"]]).faults
    assert "肺癌" not in repr(fault)


def test_titles_may_be_missing_or_stand_twice() -> None:
    assert roster_rows.read([["张桂英", "13000000201"]]).faults == (Fault(0, "", "no-titles"),)
    assert [one.key for one in roster_rows.read([["姓名", "电话", "手机"], ["李", "", ""]]).faults] == ["column-twice"]
    assert [one.key for one in roster_rows.read([TITLES]).faults] == ["empty"]


def test_columns_that_are_not_ours_are_left_and_named() -> None:
    assert roster_rows.read([["姓名", "电话", "身份证号"], ["李", "", "4201"]]).left == ("身份证号",)


def test_a_list_has_an_end() -> None:
    many: list[list[Cell]] = [["李", "13000000201"]] * (MOST_ROWS + 1)
    reading = roster_rows.read([["姓名", "电话"], *many])
    assert (reading.rows, [one.key for one in reading.faults]) == ((), ["too-many"])


@pytest.mark.parametrize(("words", "wish"), [("上门", "visit"), ("先打电话", "call"), ("谢绝", "none")])
def test_wishes(words: str, wish: str) -> None:
    assert roster_words.wish(words) == wish


def test_no_wish() -> None:
    with pytest.raises(BadCell):
        roster_words.wish("随便")


def test_what_went_out_with_a_mark_comes_back_without() -> None:
    assert [roster_words.plain(cell) for cell in ("'=1+1", "'+49 30", "'n Peter", " - ")] == [
        "=1+1",
        "+49 30",
        "'n Peter",
        "-",
    ]
