"""The plan of a list: who is meant, what changes, and whose word counts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from handlers.rosters.roster_homes import Building, Home, Homes
from handlers.rosters.roster_plan import CHANGED, CLAIM, CLOSED, NEW, SAME, Plan, plan
from handlers.rosters.roster_rows import Row
from handlers.rosters.roster_someone import Known, Someone
from handlers.rosters.roster_words import BadCell
from storage.cards import About, Birthday, Card

HERE, THERE = 1, 2
THREE, ELEVEN, OTHER_THREE = 103, 111, 203
LIN, QIN = 31, 32
HOMES = Homes(
    [
        Building(THREE, "3号楼", ("和顺里社区", "和顺里小区")),
        Building(ELEVEN, "11号楼", ("和顺里社区", "和顺里小区")),
        Building(OTHER_THREE, "3号楼", ("和顺里社区", "青禾苑")),
    ]
)
PHONE = "+8613000000001"


def card(number: int, *, place_id: int = HERE, state: str = "open", wish: str | None = None) -> Card:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Card(
        id=number,
        number=f"{number:08d}",
        token="t",
        person_id=number,
        place_id=place_id,
        liaison_id=LIN,
        deputy_id=QIN,
        wish=wish,
        wish_at=None,
        asked_at=None,
        about=About(groups=("alone",), birthday=Birthday(8, 14, lunar=True)),
        source="chat",
        state=state,
        reason=None,
        created_at=at,
        closed_at=None,
    )


WANG = Someone(7, "王阿姨", PHONE, THREE, "502", card(7), joined=True, reached=True)
ZHANG = Someone(8, "张桂英", None, ELEVEN, "", card(8))


def known(*others: Someone) -> Known:
    ours = [one for one in (WANG, ZHANG, *others) if one.card is not None and one.card.place_id == HERE]
    everybody = (WANG, *others)
    phones = {one.phone for one in everybody if one.phone}
    return Known(
        place_id=HERE,
        homes=HOMES,
        liaisons={"小林": (LIN,), "小秦": (QIN,), "小王": (33, 34)},
        by_number={one.card.number: one for one in ours if one.card},
        by_name={name: tuple(one for one in ours if one.name == name) for name in {one.name for one in ours}},
        by_phone={phone: tuple(one for one in everybody if one.phone == phone) for phone in phones},
    )


def of(*rows: Row, others: tuple[Someone, ...] = ()) -> Plan:
    return plan(rows, known(*others))


def kinds(found: Plan) -> list[str]:
    return [step.kind for step in found.steps]


@pytest.mark.parametrize(
    ("estate", "home", "found"),
    [
        (None, "和顺里小区3号楼", Home(THREE, "")),
        (None, "和顺里 三栋 2单元502", Home(THREE, "2单元502")),
        (None, "和顺里社区和顺里小区3-2-502", Home(THREE, "2-502")),
        ("和顺里小区", "3", Home(THREE, "")),
        ("青禾苑", "3幢", Home(OTHER_THREE, "")),
        (None, "11号楼", Home(ELEVEN, "")),
        ("和顺里小区", "和顺里小区3号楼", Home(THREE, "")),
    ],
)
def test_a_building_is_found_by_many_names(estate: str | None, home: str, found: Home) -> None:
    assert HOMES.find(estate, home) == found


@pytest.mark.parametrize(
    ("home", "key"), [("3号楼", "home-several"), ("9号楼", "home"), ("和顺里小区302", "home"), ("和顺里3号楼1", "")]
)
def test_a_building_is_never_guessed(home: str, key: str) -> None:
    if not key:
        assert HOMES.find(None, home).place_id == THREE
        return
    with pytest.raises(BadCell) as caught:
        HOMES.find(None, home)
    assert caught.value.key == key


def test_the_same_list_changes_nothing() -> None:
    rows = (
        Row(2, "王阿姨", phone=PHONE, liaison="小林", deputy="小秦", groups=("alone",)),
        Row(3, "张桂英", estate="和顺里小区", home="11号楼", birthday=Birthday(8, 14, lunar=True)),
        Row(4, "张桂英2", number="00000008"),
    )
    found = of(*rows[:2])
    assert (kinds(found), found.faults) == ([SAME, SAME], ())
    assert of(rows[2]).steps[0].fields == ("name",)


def test_somebody_is_known_by_phone_under_another_name_of_the_same_family() -> None:
    (step,) = of(Row(2, "王秀英", phone=PHONE)).steps
    assert (step.person_id, step.kind, step.called) == (7, SAME, "王阿姨")
    (wife,) = of(Row(2, "刘芳", phone=PHONE)).steps
    assert (wife.person_id, wife.kind) == (None, NEW)


def test_whoever_uses_the_service_has_their_own_word() -> None:
    (step,) = of(Row(2, "王阿姨", number="00000007", phone="+8613000000009", home="11号楼", door="1")).steps
    assert (step.kind, step.theirs) == (SAME, True)
    (step,) = of(Row(2, "张桂英", number="00000008", phone="+8613000000009", home="和顺里3号楼", door="1")).steps
    assert (step.kind, step.fields, step.theirs) == (CHANGED, ("phone", "home", "door"), False)


def test_nothing_clears_but_what_says_so() -> None:
    (step,) = of(Row(2, "张桂英", number="00000008", cleared=frozenset({"groups", "birthday", "liaison"}))).steps
    assert step.fields == ("groups", "birthday", "liaison")
    assert (step.about, step.liaison_id, step.deputy_id) == (About(), None, QIN)
    (swapped,) = of(Row(2, "张桂英", number="00000008", liaison="小秦")).steps
    assert (swapped.liaison_id, swapped.deputy_id, swapped.fields) == (QIN, None, ("liaison", "deputy"))


def test_a_wish_is_added_where_none_was_said_and_a_visit_is_asked_first() -> None:
    assert of(Row(2, "王阿姨", phone=PHONE, wish="visit")).steps[0].kind == SAME  # a chat reaches her: she is asked
    assert of(Row(2, "王阿姨", phone=PHONE, wish="none")).steps[0].wish == "none"
    assert of(Row(2, "张桂英", number="00000008", wish="visit")).steps[0].wish == "visit"
    said = replace(ZHANG, person_id=9, name="张三", card=card(9, wish="none"))
    assert of(Row(2, "张三", number="00000009", wish="visit"), others=(said,)).steps[0].kind == SAME


def test_another_stations_person_is_claimed_once_and_a_closed_card_left_alone() -> None:
    theirs = Someone(10, "赵奶奶", "+8613000000004", 300, "", card(10, place_id=THERE), joined=True)
    assert kinds(of(Row(2, "赵奶奶", phone="+8613000000004"), others=(theirs,))) == [CLAIM]
    again = replace(theirs, claimed=True)
    assert kinds(of(Row(2, "赵奶奶", phone="+8613000000004"), others=(again,))) == [SAME]
    over = replace(theirs, card=card(10, state="closed"))
    assert kinds(of(Row(2, "赵奶奶", phone="+8613000000004"), others=(over,))) == [CLOSED]


@pytest.mark.parametrize(
    ("row", "column", "key"),
    [
        (Row(2, "刘芳"), "home", "no-way"),
        (Row(2, "刘芳", home="9号楼"), "home", "home"),
        (Row(2, "刘芳", home="11号楼", liaison="小张"), "liaison", "liaison"),
        (Row(2, "刘芳", home="11号楼", deputy="小王"), "deputy", "liaison-several"),
        (Row(2, "刘芳", number="00000099"), "number", "number"),
    ],
)
def test_what_is_wrong_is_named(row: Row, column: str, key: str) -> None:
    (fault,) = of(row).faults
    assert (fault.line, fault.column, fault.key) == (2, column, key)


def test_nobody_stands_twice_in_a_list() -> None:
    (fault,) = of(Row(2, "王阿姨", phone=PHONE), Row(5, "王秀英", number="00000007")).faults
    assert (fault.line, fault.key, fault.values) == (5, "twice", {"line": 2})
    twins = of(Row(2, "刘芳", home="11号楼", door="1"), Row(3, "刘芳", home="11号楼", door="1"))
    assert [one.key for one in twins.faults] == ["twice"]


def test_the_mark_changes_with_what_would_be_done() -> None:
    row = Row(2, "刘芳", home="11号楼", liaison="小林")
    assert of(row).mark == of(row).mark
    assert len({of(replace(row, **change)).mark for change in ({}, {"liaison": "小秦"}, {"member": True})}) == 3
    assert of(row).mark == of(row, Row(3, "王阿姨", phone=PHONE)).mark  # what stays as it is plays no part
