"""For whom words ask, and which door they name."""

import pytest

from handlers.understanding import ForWhom, find_door, for_whom


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("帮我妈理发", ForWhom("family", clear=True)),
        ("我妈想理发", ForWhom("family")),
        ("我家老人要送餐", ForWhom("family")),
        ("邻居张大爷想理发", ForWhom("neighbour", name="张大爷")),
        ("替邻居王奶奶买菜", ForWhom("neighbour", clear=True, name="王奶奶")),
        ("楼上王奶奶要买药", ForWhom("neighbour", name="王奶奶")),
        ("a haircut for my mother", ForWhom("family", clear=True)),
        ("please help my neighbour Mr Zhang", ForWhom("neighbour", clear=True, name="Mr Zhang")),
        ("陪我去医院", ForWhom("self")),
        ("我孩子放学没人接", ForWhom("self")),  # whose parents answer for it
        ("I need a haircut", ForWhom("self")),
        ("想理发", None),
        ("", None),
    ],
)
def test_for_whom(words: str, means: ForWhom | None) -> None:
    assert for_whom(words) == means


@pytest.mark.parametrize(
    ("words", "door"),
    [
        ("和顺里3号楼2单元502水管漏", "2单元 502"),
        ("5栋三楼灯坏", "三楼"),
        ("7号楼1101室", "1101室"),
        ("Building 3, unit 2, 502", "unit 2 502"),
        ("3号楼楼道灯坏了", ""),
        ("3号楼13900000001", ""),
        ("2单元502", ""),  # of which building?
    ],
)
def test_unit_and_door_behind_a_building(words: str, door: str) -> None:
    assert find_door(words) == door
