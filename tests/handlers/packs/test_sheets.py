"""Sheets of workbooks: the same pack as from YAML, and faults that name file, sheet and row."""

import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from handlers.packs import Pack, PackFault, PackInvalid, Sheet, read_pack, texts_of_sheets
from handlers.packs.sheets import SHEETS, Cell
from handlers.packs.tables import tables_of
from storage.answers import Edited

DEMO = Path(__file__).parents[3] / "community" / "demo"
FAQ = ("id", "question", "answer", "items", "reviewed", "variants")
FACILITIES = ("code", "name", "name_en", "address", "phone", "hours", "at")
DESK = ("desk", "服务台", "Desk", "1号", "000-5550-0101", "每天 9:00-17:00", "30.6, 114.4")
ROW = ("light", "灯坏了找谁?", "找物业。", "pub.light, pub.lift", datetime(2026, 5, 18), "灯不亮找谁 | 灯坏了咋办")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The demo's pack without questions and phrases."""
    folder = Path(shutil.copytree(DEMO, tmp_path / "pack", ignore=shutil.ignore_patterns("phrases")))
    (folder / "faq.yaml").unlink()
    return folder


def sheets(*questions: Sequence[Cell], columns: Sequence[Cell] = FAQ) -> list[Sheet]:
    return [Sheet("faq.xlsx", "facilities", [FACILITIES, DESK]), Sheet("faq.xlsx", "faq", [columns, *questions])]


def faults_of(folder: Path, given: Sequence[Sheet]) -> tuple[PackFault, ...]:
    with pytest.raises(PackInvalid) as caught:
        read_pack(folder, given)
    return caught.value.faults


def changed(row: Sequence[Cell], **cells: Cell) -> tuple[Cell, ...]:
    return tuple(cells.get(name, cell) for name, cell in zip(FAQ, row, strict=True))


GOOD = changed(ROW, items="pub.light，pub.elevator")


def test_rows_become_questions(folder: Path) -> None:
    pack = read_pack(folder, sheets((None, "", None), GOOD))
    (entry,) = pack.faq
    assert (entry.code, entry.items, entry.variants) == (
        "light",
        ("pub.light", "pub.elevator"),
        ("灯不亮找谁", "灯坏了咋办"),
    )
    assert entry.reviewed is not None and entry.reviewed.isoformat() == "2026-05-18"
    assert pack.facilities[0].at == (30.6, 114.4)


@pytest.mark.parametrize(
    ("rows", "file", "row", "says"),
    [
        ([GOOD, ROW], "faq.xlsx, sheet faq", 3, "no item pub.lift"),
        ([GOOD, GOOD], "faq.xlsx, sheet faq", 3, "question light stands in line 2 already"),
        ([changed(GOOD, answer=None)], "faq.xlsx, sheet faq", 2, "answer is missing"),
        ([changed(GOOD, reviewed="bald")], "faq.xlsx, sheet faq", 2, "a day is expected"),
        ([changed(GOOD, id="Li ght")], "faq.xlsx, sheet faq", 2, "not a code"),
        ([(*GOOD, "beside")], "faq.xlsx, sheet faq", 2, "a cell has no name above it"),
    ],
)
def test_a_fault_names_file_sheet_and_row(
    folder: Path, rows: list[Sequence[Cell]], file: str, row: int, says: str
) -> None:
    told = [(fault.file, fault.line) for fault in faults_of(folder, sheets(*rows)) if says in fault.message]
    assert told[:1] == [(file, row)]


def test_a_column_that_is_not_known_or_stands_twice_is_told(folder: Path) -> None:
    faults = faults_of(folder, sheets(GOOD, columns=(*FAQ[:-1], "varients")))
    assert PackFault("faq.xlsx, sheet faq", 2, "varients is not known here") in faults
    faults = faults_of(folder, sheets(GOOD, columns=(*FAQ[:-1], "question")))
    assert PackFault("faq.xlsx, sheet faq", 1, "the column question stands here twice") in faults


def test_a_part_that_stands_in_the_file_too_is_told(folder: Path) -> None:
    shutil.copy(DEMO / "faq.yaml", folder)
    (first, *_) = faults_of(folder, sheets(GOOD))
    assert (first.file, first.message) == (
        "faq.xlsx, sheet facilities",
        "facilities stands elsewhere too (in faq.yaml?); keep one of them",
    )


def test_a_sheet_may_add_what_the_file_lacks(folder: Path) -> None:
    body = (DEMO / "faq.yaml").read_text("utf-8")
    (folder / "faq.yaml").write_text(body[: body.index("faq:\n")], "utf-8")
    questions = Sheet("mine.xlsx", "faq", [FAQ, GOOD])
    pack = read_pack(folder, [questions])
    assert [entry.code for entry in pack.faq] == ["light"] and len(pack.facilities) == 16


def test_phrases_come_in_rows(folder: Path) -> None:
    said = Sheet("phrases/a.xlsx", "item_phrases", [("code", "text"), ("pub.light", "灯憋了"), ("pub.light", "灯不亮")])
    more = Sheet("phrases/b.xlsx", "item_phrases", [("text", "code"), ("黑灯瞎火", "pub.light")])
    pack = read_pack(folder, [*sheets(GOOD), said, more])
    assert next(item.phrases for item in pack.items if item.code == "pub.light") == ("灯憋了", "灯不亮", "黑灯瞎火")
    wrong = Sheet("phrases/b.xlsx", "item_phrases", [("text", "code"), ("灯不亮", "pub.light"), (None, "pub.light")])
    assert faults_of(folder, [*sheets(GOOD), said, wrong]) == (
        PackFault(
            "phrases/b.xlsx, sheet item_phrases", 2, "灯不亮 stands in phrases/a.xlsx, sheet item_phrases:3 already"
        ),
        PackFault("phrases/b.xlsx, sheet item_phrases", 3, "code or text is missing"),
    )


@pytest.fixture(scope="module")
def demo() -> Pack:
    return read_pack(DEMO)


def demo_tables() -> list[Sheet]:
    files = {path.relative_to(DEMO).as_posix(): path.read_text("utf-8") for path in DEMO.rglob("*.yaml")}
    return [Sheet("all.xlsx", name, table) for name, table in tables_of(files).items()]


def test_tables_give_the_same_pack_back(demo: Pack, tmp_path: Path) -> None:
    given = demo_tables()
    assert [sheet.name for sheet in given] == [name for name in SHEETS if name != "cards"]
    names = ("faq.yaml", "catalogue.yaml", "phrases")
    folder = Path(shutil.copytree(DEMO, tmp_path / "pack", ignore=shutil.ignore_patterns(*names)))
    assert read_pack(folder, given) == demo
    # As the database keeps it: YAML, without any workbook.
    for name, body in texts_of_sheets(folder, given).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(body, "utf-8")
    assert read_pack(folder) == demo


def test_tables_say_what_chat_says() -> None:
    files = {"faq.yaml": (DEMO / "faq.yaml").read_text("utf-8"), "catalogue.yaml": "version: 1\n"}
    edits = [
        Edited("desk_hours", False, False, {"answer": "只到五点。"}, 1, None),
        Edited("scam", False, True, {}, 1, None),
        Edited("wifi", True, False, {"question": "有无线网吗?", "answer": "有。", "items": ("pol.progress",)}, 1, None),
        Edited("gone", False, False, {"answer": "没有了。"}, 1, None),
    ]
    columns, *rows = tables_of(files, edits)["faq"]
    found = {row[0]: dict(zip(columns, row, strict=True)) for row in rows}
    assert found["desk_hours"]["answer"] == "只到五点。"
    assert found["wifi"]["items"] == "pol.progress"
    assert "scam" not in found and "gone" not in found
