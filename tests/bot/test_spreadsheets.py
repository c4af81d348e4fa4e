"""Spreadsheets that people send: their encodings, their separators, and files that are none."""

import io
import zipfile
from collections.abc import Sequence

import pytest

from bot import spreadsheets
from bot.spreadsheets import MAX_UNPACKED, NoSheet
from bot.workbooks import workbook_bytes

LINES = "姓名,电话\n张桂英,13000000201\n"
ROWS = [["姓名", "电话"], ["张桂英", "13000000201"]]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_is_read_in_whatever_form_it_comes(coding: str, separator: str) -> None:
    assert spreadsheets.read(LINES.replace(",", separator).encode(coding)) == ROWS


def test_lines_are_counted_as_a_spreadsheet_program_does() -> None:
    text = '姓名,电话\r\n"张\r\n桂英",1\r\n\r\n李四,2\r\n'
    assert spreadsheets.read(text.encode("gb18030")) == [["姓名", "电话"], ["张\r\n桂英", "1"], [], ["李四", "2"]]


def test_a_workbook_is_read_from_its_first_sheet_with_anything() -> None:
    assert spreadsheets.read(workbook_bytes({"空": [[]], "名单": [["姓名", "电话"], ["张桂英", 13000000201]]})) == [
        ["姓名", "电话"],
        ["张桂英", 13000000201],
    ]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * (MAX_UNPACKED + 1))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old"),
        (b"PK\x03\x04 no zip at all", "not-readable"),
        (workbook_bytes({"名单": [["姓名"]]})[:-40], "not-readable"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-readable"),
        (b"\xff" * 50, "not-readable"),
        (b"a" * (spreadsheets.MAX_BYTES + 1), "large"),
        (b'"' + b"a" * 200_000, "not-readable"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_more(data: bytes, key: str) -> None:
    with pytest.raises(NoSheet) as caught:
        spreadsheets.read(data)
    assert caught.value.key == key


def test_a_small_file_that_claims_to_be_huge_is_not_unpacked() -> None:
    with pytest.raises(NoSheet) as caught:
        spreadsheets.read(bomb())
    assert caught.value.key == "large"


@pytest.mark.parametrize("part", ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_with_a_broken_part_is_no_workbook(part: str) -> None:
    out, sound = io.BytesIO(), zipfile.ZipFile(io.BytesIO(workbook_bytes({"名单": [["姓名", "电话"]]})))
    with zipfile.ZipFile(out, "w") as packed:
        names: Sequence[str] = sound.namelist()
        for name in names:
            packed.writestr(name, b"<broken" if name == part else sound.read(name))
    with pytest.raises(NoSheet):
        spreadsheets.read(out.getvalue())
