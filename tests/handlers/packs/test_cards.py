"""Cards of a pack: whom a station looks after; what is wrong is named with its line."""

import shutil
from pathlib import Path

import pytest

from handlers.packs import PackFault, PackInvalid, Sheet, read_pack
from storage.cards import Birthday

DEMO = Path(__file__).parents[3] / "community" / "demo"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("phrases", "cards.yaml")
    return Path(shutil.copytree(DEMO, tmp_path / "pack", ignore=ignored))


def faults(folder: Path) -> list[tuple[int, str]]:
    with pytest.raises(PackInvalid) as caught:
        read_pack(folder)
    assert {fault.file for fault in caught.value.faults} == {"cards.yaml"}
    return [(fault.line, fault.message) for fault in caught.value.faults]


def test_the_demo_has_a_lonely_neighbour_with_a_lunar_birthday() -> None:
    cards = {card.person: card for card in read_pack(DEMO).cards}
    assert cards["李大爷"].groups == ("alone",)
    assert cards["李大爷"].birthday == Birthday(8, 14, lunar=True, year=1948)
    assert (cards["李大爷"].liaison, cards["赵奶奶"].liaison) == ("联络员小林", "联络员小余")


def test_a_pack_needs_no_cards(folder: Path) -> None:
    assert read_pack(folder).cards == ()


def test_each_fault_is_named(folder: Path) -> None:
    (folder / "cards.yaml").write_text(
        """version: 1
cards:
  - {person: 王阿姨, liaison: 小李}
  - {person: 没有这人}
  - {person: 李大爷, groups: [rich], birthday: 农历1949年二月三十}
  - {person: 陈主任}
  - {person: 王阿姨, liaison: 联络员小林, deputy: 联络员小林, wish: maybe}
""",
        "utf-8",
    )
    assert faults(folder) == [
        (3, "小李 is no liaison"),
        (4, "person: there is no person 没有这人"),
        (5, "birthday: 农历1949年二月三十 is no day that exists"),
        (5, "groups: there is no group rich"),
        (6, "陈主任: home is missing among the people, so that no station is known"),
        (7, "the person 王阿姨 stands in line 3 already"),
        (7, "wish: there is no wish maybe"),
        (7, "联络员小林 cannot stand in for themselves"),
    ]


def test_a_sheet_says_the_same(folder: Path) -> None:
    rows = (
        ("person", "liaison", "deputy", "member", "groups", "birthday", "wish"),
        ("王阿姨", "联络员小林", "联络员小秦", "是", None, "1958-03-12", "visit"),
        ("李大爷", "联络员小林", None, None, "alone, hardship", "农历八月十四", None),
    )
    first, second = read_pack(folder, [Sheet("cards.xlsx", "cards", rows)]).cards
    assert (first.member, first.groups, first.wish) == (True, (), "visit")
    assert (second.groups, second.birthday) == (("alone", "hardship"), Birthday(8, 14, lunar=True))


def test_faults_of_a_sheet_name_its_row(folder: Path) -> None:
    rows = (("person", "birthday"), ("王阿姨", "八十大寿"))
    with pytest.raises(PackInvalid) as caught:
        read_pack(folder, [Sheet("cards.xlsx", "cards", rows)])
    message = "birthday: 八十大寿 is not a birthday such as 1948-08-14 or 农历1948年八月十四"
    assert caught.value.faults == (PackFault("cards.xlsx, sheet cards", 2, message),)
