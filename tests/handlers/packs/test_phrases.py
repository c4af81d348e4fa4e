"""What residents say, in files of its own."""

import shutil
from pathlib import Path

import pytest

from handlers.packs import PackFault, PackInvalid, read_pack

DEMO = Path(__file__).parents[3] / "community" / "demo"
GOOD = """version: 1
items:
  pub.light:
    - 灯不亮了
    - 楼道黑灯瞎火
questions:
  desk_hours:
    - 你们几点下班
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The demo's pack without its phrases."""
    return Path(shutil.copytree(DEMO, tmp_path / "pack", ignore=shutil.ignore_patterns("phrases")))


def write(folder: Path, body: str, name: str = "mine.yaml") -> None:
    (folder / "phrases").mkdir(exist_ok=True)
    (folder / "phrases" / name).write_text(body, "utf-8")


def faults_of(folder: Path) -> tuple[PackFault, ...]:
    with pytest.raises(PackInvalid) as caught:
        read_pack(folder)
    return caught.value.faults


def test_a_pack_needs_no_phrases(folder: Path) -> None:
    assert all(item.phrases == () for item in read_pack(folder).items)


def test_phrases_of_several_files_come_to_their_codes(folder: Path) -> None:
    write(folder, GOOD)
    write(folder, "version: 1\nitems:\n  pub.light: [灯泡憋了]\n", "more.yaml")
    pack = read_pack(folder)
    assert next(item.phrases for item in pack.items if item.code == "pub.light") == (
        "灯不亮了",
        "楼道黑灯瞎火",
        "灯泡憋了",
    )
    assert next(entry.phrases for entry in pack.faq if entry.code == "desk_hours") == ("你们几点下班",)


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        (GOOD.replace("pub.light", "pub.lihgt"), 3, "items: there is no item pub.lihgt"),
        (GOOD.replace("desk_hours", "desk_hour"), 7, "questions: there is no question desk_hour"),
        (GOOD.replace("楼道黑灯瞎火", "灯 不亮了"), 5, "灯 不亮了 stands in phrases/mine.yaml:4 already"),
        (GOOD.replace("楼道黑灯瞎火", '""'), 5, "a text is expected"),
        (GOOD.replace("楼道黑灯瞎火", "12345"), 5, "a text is expected"),
        (GOOD.replace("    - 你们几点下班\n", "    []\n"), 8, "desk_hours: a list of texts is expected"),
        (GOOD.replace("楼道黑灯瞎火", "灯" * 501), 5, "more than 500 letters"),
        (GOOD.replace("version: 1", "version: 9"), 1, "this program reads version 1"),
        (GOOD.replace("questions:", "question:"), 6, "question is not known here"),
        ("version: 1\n", 1, "items or questions is missing"),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(folder: Path, body: str, line: int, says: str) -> None:
    write(folder, body)
    told = [(fault.file, fault.line) for fault in faults_of(folder) if says in fault.message]
    assert told == [("phrases/mine.yaml", line)]


def test_a_text_may_stand_under_two_codes(folder: Path) -> None:
    write(folder, GOOD.replace("你们几点下班", "灯不亮了"))
    assert next(entry.phrases for entry in read_pack(folder).faq if entry.code == "desk_hours") == ("灯不亮了",)


def test_every_item_and_question_of_the_demo_has_phrases() -> None:
    pack = read_pack(DEMO)
    assert [item.code for item in pack.items if len(item.phrases) < 25] == []
    assert [entry.code for entry in pack.faq if len(entry.phrases) < 25] == []
