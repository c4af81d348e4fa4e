"""Every fault of a pack is found, with its file and its line."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.packs import PackFault, PackInvalid, read_pack
from handlers.packs.files import open_file
from handlers.packs.people import read_people
from handlers.packs.reading import FILES

DEMO = Path(__file__).parents[3] / "community" / "demo"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEMO, tmp_path / "pack"))


def faults_of(folder: Path) -> tuple[PackFault, ...]:
    with pytest.raises(PackInvalid) as caught:
        read_pack(folder)
    return caught.value.faults


def change(folder: Path, file: str, old: str, new: str) -> int:
    """Replace the first `old`; the line (from 1) in which it stood."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("pack.yaml", "timezone: Asia/Shanghai", "timezone: Asia/Atlantis", "not a time zone"),
        ("pack.yaml", "language: zh-CN", "language: tlh", "no language tlh"),
        ("pack.yaml", "demo: true", "demo: perhaps", "true or false"),
        ("pack.yaml", "version: 1", "version: 2", "version 1"),
        ("pack.yaml", 'gas_co: "000-5550-0120"', 'gas_co: "call us"', "not a telephone number"),
        ("pack.yaml", "code: demo", "code: De mo", "not a code"),
        ("pack.yaml", "timezone:", "time_zone:", "time_zone is not known here"),
        ("places.yaml", "code: heshun-2,", "code: heshun-1,", "place heshun-1 stands in line"),
        ("places.yaml", "kind: estate", "kind: castle", "no kind of place castle"),
        ("places.yaml", "kind: street", "kind: district", "does not lie in"),
        ("catalogue.yaml", "- code: eld.canteen", "- code: eld.meal", "item eld.meal stands in line"),
        ("catalogue.yaml", "series: eld", "series: old", "no series old"),
        ("catalogue.yaml", 'handled_by: ["cook", "errand"]', 'handled_by: ["chef"]', "no handler chef"),
        ("catalogue.yaml", "needs: [address, time, phone", "needs: [adress, time, phone", "no need adress"),
        ("catalogue.yaml", "respond_within: PT2H", "respond_within: 2h", "not a duration"),
        ("catalogue.yaml", "    helpers: 2", "    helpers: 0", "a number from 1 to 5"),
        ("catalogue.yaml", "    shared: estate", "    shared: city", "no reach of an outage city"),
        ("catalogue.yaml", "    sensitive: true", "    shared: estate\n    sensitive: true", "nor what is sensitive"),
        ("catalogue.yaml", "    urgency: normal", "    urgncy: normal", "urgncy is not known here"),
        ("catalogue.yaml", "    sensitive: true", "    sensitive: 1", "true or false"),
        ("catalogue.yaml", "care_trigger: conflict", "care_trigger: war", "no care trigger war"),
        ("catalogue.yaml", 'name: "助餐送餐"', "name: 12", "a text is expected"),
        ("catalogue.yaml", 'name: "助餐送餐"', 'name: ""', "a text is expected"),
        ("catalogue.yaml", 'keywords: ["送饭上门"', 'keywords: ["送饭上门", "送饭上门"', "stands here twice"),
        ("catalogue.yaml", 'keywords: ["办饭卡"', 'keywords: "办饭卡" #', "a list is expected"),
        ("faq.yaml", "facility: hall", "facility: town", "no facility town"),
        ("faq.yaml", "items: [aid.dibao]", "items: [aid.dibbo]", "no item aid.dibbo"),
        ("faq.yaml", "- id: dibao_standard", "- id: dibao_apply", "question dibao_apply stands in line"),
        ("faq.yaml", "place: qinghe", "place: atlantis", "no place atlantis"),
        ("faq.yaml", 'hours: "24小时"', 'hours: "随叫随到"', "no opening hours"),
        ("faq.yaml", "at: [30.6395, 114.3985]", "at: [130.6, 114.4]", "no point on the map"),
        ("faq.yaml", "reviewed: 2026-01-15", "reviewed: 2026-02-30", "there is no day 2026-02-30"),
        ("faq.yaml", "reviewed: 2026-01-15", "reviewed: in spring", "a day is expected"),
        ("faq.yaml", "review_every: P6M", "review_every: 6M", "not a duration"),
        ("pack.yaml", "hours: 每天 8:30-20:00", "hours: 周八 8:00-9:00", "no opening hours"),
        ("emergency.yaml", 'call: ["gas_co", "119"]', 'call: ["gas_co"]', "one number that is dialled"),
        ("emergency.yaml", 'call: ["gas_co", "119"]', 'call: ["gas", "119"]', "neither a number nor a handler"),
        ("emergency.yaml", 'pattern: "灭火(器', 'pattern: "灭火((器', "not a regular expression"),
        ("emergency.yaml", 'pattern: "灭火(器', 'pattern: "(a+)+灭火(器', "repeat inside of a repeat"),
        ("emergency.yaml", 'pattern: "灭火(器', 'pattern: "(灭火{D})(器', "inside of a bracket"),
        ("emergency.yaml", "{do: quiet, kind: drill", "{do: hush, kind: drill", "no level hush"),
        ("emergency.yaml", "unsilenced: med.suicide", "unsilenced: med.none", "no emergency med.none"),
        (
            "teams.yaml",
            "skills: [repair_home, appliance, handicraft]",
            "skills: [repair_house]",
            "no skill repair_house",
        ),
        ("teams.yaml", "skills: [repair_home, appliance, handicraft]", "skills: [property_co]", "no skill property_co"),
        ("teams.yaml", "mode: group", "mode: shout", "no mode shout"),
        ("people.yaml", "home: heshun-3", "home: heshun-33", "no place heshun-33"),
        ("people.yaml", "teams: [shuidian]", "teams: [shuidan]", "no team shuidan"),
        ("people.yaml", '"+86 130 0000 0001"', '"+86 130 00"', "not a telephone number"),
        ("people.yaml", '"+86 130 0000 0002"', '"+86 130 0000 0001"', "phone +8613000000001 stands in line"),
        ("people.yaml", "name: 小赵", "name: 小李", "person 小李 stands in line"),
        ("people.yaml", "roles: [secretary]", "roles: [king]", "no role king"),
        ("people.yaml", "born: 1948", "born: long ago", "a year is expected"),
        ("people.yaml", "roles: [desk], place: heshunli", "roles: [desk]", "place is missing"),
        ("people.yaml", "volunteer], teams: [shuidian]", "volunteer]", "teams are missing"),
    ],
)
def test_one_fault_is_told_with_its_line(folder: Path, file: str, old: str, new: str, says: str) -> None:
    line = change(folder, file, old, new)
    told = [fault for fault in faults_of(folder) if says in fault.message]
    assert [(fault.file, fault.line) for fault in told][:1] == [(file, line)]


def test_all_faults_are_told_at_once(folder: Path) -> None:
    first = change(folder, "catalogue.yaml", "respond_within: PT2H", "respond_within: soon")
    second = change(folder, "teams.yaml", "mode: group", "mode: shout")
    third = change(folder, "people.yaml", "roles: [secretary]", "roles: [king]")
    assert [(fault.file, fault.line) for fault in faults_of(folder)] == [
        ("catalogue.yaml", first),
        ("people.yaml", third),
        ("teams.yaml", second),
    ]


def test_a_name_that_is_missing_is_told(folder: Path) -> None:
    change(folder, "pack.yaml", "name: 望江区青禾街道\n", "")
    assert PackFault("pack.yaml", 2, "name is missing") in faults_of(folder)


def test_a_name_that_stands_twice_is_told(folder: Path) -> None:
    line = change(folder, "pack.yaml", "demo: true", "demo: true\ndemo: false")
    assert PackFault("pack.yaml", line + 1, "demo stands here twice") in faults_of(folder)


def test_an_emergency_without_guide_or_words_is_told(folder: Path) -> None:
    change(folder, "catalogue.yaml", "    urgency: normal", "    urgency: emergency")
    messages = [fault.message for fault in faults_of(folder)]
    assert messages == ["guides: the emergency eld.meal is missing", "words: the emergency eld.meal is missing"]


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert faults_of(folder) == (PackFault(name, 0, "the file is missing or cannot be read"),)


def test_an_empty_file_is_told(folder: Path) -> None:
    (folder / "teams.yaml").write_text("# nothing\n")
    assert faults_of(folder) == (PackFault("teams.yaml", 0, "the file is empty"),)


def test_broken_yaml_is_told_with_its_line(folder: Path) -> None:
    line = change(folder, "teams.yaml", "mode: group}", "mode: group")
    (fault,) = faults_of(folder)
    assert fault.file == "teams.yaml" and fault.line in (line, line + 1)


def test_bytes_that_are_no_text_are_told_with_their_line(folder: Path) -> None:
    (folder / "teams.yaml").write_bytes(b"version: 1\nteams:\n  - \xff\xfe\n")
    assert faults_of(folder) == (PackFault("teams.yaml", 3, "the file is not in UTF-8"),)


def test_faults_read_like_a_compiler_s(folder: Path) -> None:
    line = change(folder, "teams.yaml", "mode: group", "mode: shout")
    with pytest.raises(PackInvalid, match=rf"^teams\.yaml:{line}: mode: there is no mode shout$"):
        read_pack(folder)


_scraps = st.sampled_from(
    [
        "version: 1\n",
        "teams:\n",
        "people:\n",
        "  - ",
        "{",
        "}",
        "[",
        "]",
        "code: a",
        "&a ",
        "*a",
        "<<: ",
        "!!int ",
        "?",
        ": ",
        "\n",
        '"',
        "\t",
    ]
)


@settings(max_examples=300)
@given(st.one_of(st.binary(max_size=80), st.lists(_scraps, max_size=25).map(lambda some: "".join(some).encode())))
def test_whatever_a_file_holds_it_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "people.yaml").write_bytes(content)
    faults: list[PackFault] = []
    file = open_file(folder, "people.yaml", faults)
    people = read_people(file, ["heshun"], ["shuidian"], "zh-CN") if file else ()
    assert faults or all(person.name and person.roles for person in people)
    assert {fault.file for fault in faults} <= {"people.yaml"}
