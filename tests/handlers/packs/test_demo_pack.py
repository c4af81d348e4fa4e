"""The demo pack holds what the demo, the stories and the tests count on."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from handlers.packs import Pack, PackPerson, read_pack

DEMO = Path(__file__).parents[3] / "community" / "demo"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(DEMO)


def person(pack: Pack, name: str) -> PackPerson:
    return next(one for one in pack.people if one.name == name)


def test_it_is_read_whole(pack: Pack) -> None:
    assert pack.demo and pack.timezone == "Asia/Shanghai" and pack.language == "zh-CN"
    assert len(pack.items) == 233
    assert len(pack.series) == 19
    assert len(pack.faq) == 80
    assert len(pack.emergency.guides) == len(pack.emergency.words) == 20
    assert len(pack.emergency.innocents) == 160


def test_places_form_one_tree_with_parents_first(pack: Pack) -> None:
    seen: set[str | None] = {None}
    for place in pack.places:
        assert place.parent in seen
        seen.add(place.code)
    assert [place.code for place in pack.places if place.parent is None] == ["wangjiang"]
    assert sum(place.kind == "community" and place.parent == "qinghe" for place in pack.places) == 2
    heshun = [place.name for place in pack.places if place.parent == "heshun"]
    assert heshun == [f"{number}号楼" for number in range(1, 13)]


@pytest.mark.parametrize(
    ("name", "role", "team"),
    [
        ("王阿姨", "resident", None),
        ("小李", "volunteer", "shuidian"),
        ("小赵", "volunteer", "shuidian"),
        ("队长老周", "leader", "shuidian"),
        ("小陈", "volunteer", "peiban"),
        ("陈主任", "coordinator", None),
        ("值班小吴", "desk", None),
        ("联络员小林", "liaison", "lianluo"),
        ("书记老何", "secretary", None),
    ],
)
def test_the_people_of_the_stories_are_there(pack: Pack, name: str, role: str, team: str | None) -> None:
    one = person(pack, name)
    assert role in one.roles
    assert team is None or team in one.teams
    assert one.phone is not None and one.phone.startswith("+861300000")


def test_residents_live_somewhere_and_mary_reads_english(pack: Pack) -> None:
    auntie = person(pack, "王阿姨")
    assert (auntie.home, auntie.door) == ("heshun-3", "2单元 502")
    assert person(pack, "Mary").language == "en"


def test_every_skill_has_a_team_and_every_team_a_volunteer(pack: Pack) -> None:
    skills = {handler.code for handler in pack.handlers if handler.kind == "volunteer_skill"}
    assert skills == {skill for team in pack.teams for skill in team.skills}
    assert {team.code for team in pack.teams} == {code for one in pack.people for code in one.teams}


def test_repairs_go_to_the_water_and_power_team(pack: Pack) -> None:
    items = {item.code: item for item in pack.items}
    team = next(team for team in pack.teams if team.code == "shuidian")
    assert items["pub.light"].handled_by[0] in team.skills
    for code in ("hom.plumb", "hom.electric", "hom.window", "utl.power_out", "utl.heat"):
        assert "repair_home" in items[code].handled_by


def test_emergencies_reach_the_desk(pack: Pack) -> None:
    emergencies = [item for item in pack.items if item.urgency == "emergency"]
    assert [item.code for item in emergencies if "desk" not in item.handled_by] == []


def test_durations_and_numbers_are_values(pack: Pack) -> None:
    light = next(item for item in pack.items if item.code == "pub.light")
    assert (light.respond_within, light.resolve_within) == (timedelta(days=1), timedelta(days=3))
    phones = {handler.code: handler.phone for handler in pack.handlers}
    assert phones["gas_co"] == "000-5550-0120"
    assert phones["119"] == "119"
    assert phones["school"] is None


def test_everything_has_an_english_name(pack: Pack) -> None:
    assert all(item.name_en for item in pack.items)
    assert all(series.name_en for series in pack.series)
    assert all(handler.name_en for handler in pack.handlers)
    assert all(place.name_en for place in pack.places)
    assert all(facility.name_en for facility in pack.facilities)


def test_every_question_has_an_english_answer_a_review_date_and_an_owner(pack: Pack) -> None:
    assert [entry.code for entry in pack.faq if not (entry.question_en and entry.answer_en)] == []
    assert [entry.code for entry in pack.faq if entry.reviewed is None or not entry.owner] == []
    assert [entry.code for entry in pack.faq if bool(entry.bring) != bool(entry.bring_en)] == []
    known = {handler.code for handler in pack.handlers} | {one.name for one in pack.people}
    assert {entry.owner for entry in pack.faq} <= known


def test_numbers_in_an_english_answer_stand_in_the_chinese_one(pack: Pack) -> None:
    for entry in pack.faq:
        told = set(re.findall(r"[0-9][0-9-]{2,}", entry.answer_en))
        assert told <= set(re.findall(r"[0-9][0-9-]{2,}", entry.answer)), entry.code


def test_facilities_lie_on_the_map_and_have_hours(pack: Pack) -> None:
    assert all(facility.at and facility.opening and facility.address_en for facility in pack.facilities)
    assert pack.desk.opening is not None


def test_two_answers_are_past_their_review_when_the_stories_play(pack: Pack) -> None:
    day = date(2026, 11, 23)
    old = [entry.code for entry in pack.faq if entry.review_due and entry.review_due <= day]
    assert old == ["resident_medical_pay", "childcare_allow"]
