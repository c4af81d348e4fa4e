"""XLSX workbooks of a pack: read into sheets, and written from tables. The running service needs neither."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from handlers.packs import PackFault, PackInvalid, Sheet
from handlers.packs.phrases import FOLDER
from handlers.packs.sheets import SHEETS, Cell
from handlers.packs.tables import Table

MAX_BYTES = 20_000_000  # the workbook of the demo has 0.3 MB
_WIDE, _NARROW = 60, 18  # letters


def read_sheets(folder: Path) -> tuple[Sheet, ...]:
    """All sheets of the workbooks in a pack's folder and in its phrases. Raises PackInvalid: what cannot be read."""
    faults: list[PackFault] = []
    sheets: list[Sheet] = []
    for path in sorted([*folder.glob("*.xlsx"), *(folder / FOLDER).glob("*.xlsx")]):
        if not path.name.startswith("~$"):  # what a spreadsheet program leaves beside an open file
            sheets += _sheets(path, path.relative_to(folder).as_posix(), faults)
    if faults:
        raise PackInvalid(faults)
    return tuple(sheets)


def _sheets(path: Path, name: str, faults: list[PackFault]) -> list[Sheet]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ValueError(f"the file has more than {MAX_BYTES} bytes")
        book = load_workbook(path, data_only=True)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, InvalidFileException) as error:
        faults.append(PackFault(name, 0, f"cannot be read as XLSX: {str(error).splitlines()[0] if str(error) else ''}"))
        return []
    found = []
    for sheet in book.worksheets:
        if sheet.title in SHEETS:
            found.append(Sheet(name, sheet.title, _rows(sheet)))
        elif sheet.max_row > 1 or sheet.max_column > 1:
            faults.append(
                PackFault(name, 0, f"there is no sheet {sheet.title} in a pack; there are {', '.join(SHEETS)}")
            )
    book.close()
    return found


def _rows(sheet: Worksheet) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(cell if isinstance(cell, Cell) else str(cell) for cell in row)
        for row in sheet.iter_rows(values_only=True)
    )


def write_workbook(path: Path, tables: Mapping[str, Table]) -> None:
    """Writes a workbook with one sheet for each table; what is there is replaced. Raises OSError."""
    _book(tables).save(path)


def workbook_bytes(tables: Mapping[str, Table]) -> bytes:
    """The same as the bytes of a file. Takes a second for some thousand rows."""
    out = io.BytesIO()
    _book(tables).save(out)
    return out.getvalue()


def _book(tables: Mapping[str, Table]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, table in tables.items():
        _fill(book.create_sheet(name), table)
    return book


def _fill(sheet: Worksheet, table: Sequence[Sequence[str | int | float | bool]]) -> None:
    for number, row in enumerate(table, start=1):
        for column, value in enumerate(row, start=1):
            if value != "":
                cell = sheet.cell(number, column)
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
                if isinstance(value, str):
                    cell.data_type = "s"  # a text that begins with = is no formula
                    cell.alignment = Alignment(wrap_text=len(value) > _NARROW, vertical="top")
    for column, title in enumerate(table[0], start=1):
        sheet.cell(1, column).font = Font(bold=True)
        longest = max(len(str(row[column - 1])) for row in table)
        sheet.column_dimensions[get_column_letter(column)].width = min(_WIDE, max(_NARROW, longest, len(str(title))))
    sheet.freeze_panes = "B2"
