"""One household, however its people have written their door."""

import pytest

from handlers.papers import homes
from storage.people import Person


@pytest.mark.parametrize(
    "door",
    ["2单元 502", "2单元502", "2单元502室", "二单元502室", "２单元５０２", "2-502", "2单元5楼502", "2单元五层502号"],
)
def test_one_door_has_one_key(door: str) -> None:
    assert homes.door_key(door) == "2-502"


@pytest.mark.parametrize("door", ["2单元 503", "1单元 502", "12单元 502", "502", "2单元 1502"])
def test_other_doors_have_other_keys(door: str) -> None:
    assert homes.door_key(door) != "2-502"


def test_a_floor_alone_is_still_a_door() -> None:
    assert homes.door_key("三楼") == homes.door_key("3楼") == "3"
    assert homes.door_key("东边平房") == "东边平房"


def test_a_household_needs_a_building_and_a_door() -> None:
    assert homes.key(Person(1, place_id=7, door="2单元 502")) == "home:7:2-502"
    assert homes.key(Person(1, place_id=None, door="2单元 502")) is None
    assert homes.key(Person(1, place_id=7, door="")) is None
    assert homes.key(Person(1, place_id=8, door="2单元 502")) != homes.key(Person(2, place_id=7, door="2单元 502"))
