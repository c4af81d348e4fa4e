"""Working days: the calendar package, what the community notes itself, and the law where neither knows the year."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from bot.commands.load import find_pack
from handlers.life import workdays
from handlers.life.days_off import DaysOff
from handlers.packs import PackInvalid, read_pack

LATER = 2040  # a year that no notice is out for


@pytest.mark.parametrize("day", ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"])
def test_make_up_workdays_of_2026(day: str) -> None:
    assert workdays.is_workday(date.fromisoformat(day))


def test_a_year_without_a_notice_goes_by_the_law() -> None:
    assert not workdays.is_known(LATER)
    assert not workdays.is_workday(date(LATER, 10, 1))
    assert workdays.is_holiday(date(LATER, 10, 1))
    assert not workdays.is_workday(date(LATER, 2, 11))  # the eve of the Spring Festival, a Saturday
    assert not workdays.is_workday(date(LATER, 2, 13))  # a Monday, its second day
    assert workdays.is_workday(date(LATER, 10, 4))  # a Thursday: bridges are not known
    assert not workdays.is_holiday(date(LATER, 10, 6))  # a weekend alone


def test_what_the_community_notes_counts_first() -> None:
    noted = DaysOff(frozenset({date(2026, 11, 24)}), frozenset({date(LATER, 10, 6)}), frozenset({LATER}))
    assert not workdays.is_workday(date(2026, 11, 24), noted)
    assert workdays.is_holiday(date(2026, 11, 24), noted)
    assert workdays.is_workday(date(LATER, 10, 6), noted)
    assert workdays.is_known(LATER, noted)


def pack(tmp_path: Path, years: str) -> Path:
    copytree(find_pack("demo"), tmp_path / "demo")
    (tmp_path / "demo" / "calendar.yaml").write_text(f"version: 1\nyears:\n{years}", "utf-8")
    return tmp_path / "demo"


def test_a_pack_says_which_days(tmp_path: Path) -> None:
    folder = pack(tmp_path, "  - year: 2040\n    off: [2040-02-11/2040-02-17, 2040-01-02]\n    worked: [2040-02-19]\n")
    read = read_pack(folder)
    assert len(read.days_off.off) == 8
    assert read.days_off.worked == {date(2040, 2, 19)}
    assert read.desk.opening is None or read.desk.opening.noted == read.days_off


@pytest.mark.parametrize(
    ("years", "line", "words"),
    [
        ("  - year: 2040\n    off: [2040-02-30]\n", 4, "there is no day"),
        ("  - year: 2040\n    off: [2041-02-03]\n", 4, "does not lie in 2040"),
        ("  - year: 2040\n    off: [2040-02-17/2040-02-11]\n", 4, "not from an earlier day"),
        ("  - off: [2040-02-11]\n", 3, "year is missing"),
        ("  - year: 2040\n    free: [2040-02-11]\n", 4, "free is not known"),
        ("  - {year: 2040, off: [2040-02-11], worked: [2040-02-11]}\n", 2, "both off and worked"),
    ],
)
def test_each_fault_is_named_by_its_line(tmp_path: Path, years: str, line: int, words: str) -> None:
    with pytest.raises(PackInvalid) as raised:
        read_pack(pack(tmp_path, years))
    assert [(fault.file, fault.line) for fault in raised.value.faults] == [("calendar.yaml", line)]
    assert words in raised.value.faults[0].message
