"""Spreadsheets that people send: XLSX and CSV as rows of cells. Nothing in them is trusted, and nothing is run."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from handlers.packs.sheets import Cell
from handlers.rosters.roster_rows import MOST_ROWS, TITLE_WITHIN

MAX_BYTES = 5_000_000  # a list of 3,000 people has 0.3 MB
MAX_UNPACKED = 100_000_000  # a workbook is a ZIP file: a few kilobytes may claim gigabytes
MOST_COLUMNS = 60
MOST_LINES = 4 * MOST_ROWS  # with empty ones between
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # .xls, and every workbook with a password
ZIP = b"PK\x03\x04"
UTF16 = (b"\xff\xfe", b"\xfe\xff")  # what some programs call "Unicode text"
SEPARATORS = ",;\t"

Rows = list[list[Cell]]


class NoSheet(Exception):
    """It cannot be read as a spreadsheet. `key`: the end of a text's key (roster-fault-…)."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def read(data: bytes) -> Rows:
    """The rows of the first sheet that has any. Raises NoSheet. Does blocking work: up to a few seconds."""
    if len(data) > MAX_BYTES:
        raise NoSheet("large")
    if data.startswith(OLD_OFFICE):
        raise NoSheet("old")
    return _workbook(data) if data.startswith(ZIP) else _text(data)


def _workbook(data: bytes) -> Rows:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED:
                raise NoSheet("large")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                rows = [_bare(row) for row in islice(sheet.iter_rows(values_only=True), MOST_LINES)]
                if any(cell is not None for row in rows[:TITLE_WITHIN] for cell in row):
                    return rows
        finally:
            book.close()
    except NoSheet:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        raise NoSheet("not-readable") from error
    except InvalidFileException as error:
        raise NoSheet("not-readable") from error
    return []


def _bare(row: Sequence[object]) -> list[Cell]:
    return [cell if isinstance(cell, Cell) else str(cell) for cell in row[:MOST_COLUMNS]]


def _text(data: bytes) -> Rows:
    text = _decoded(data)
    if "\0" in text:
        raise NoSheet("not-readable")
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    try:
        return [list(row) for row in islice(_lines(text, separator), MOST_LINES)]
    except csv.Error as error:
        raise NoSheet("not-readable") from error


def _lines(text: str, separator: str) -> Iterator[list[str]]:
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        yield row[:MOST_COLUMNS]


def _decoded(data: bytes) -> str:
    """The words of a file in UTF-8 (marked or not), in UTF-16 with one, or in GB18030, as Excel writes here."""
    codings = ("utf-16",) if data.startswith(UTF16) else ("utf-8-sig", "gb18030")
    for coding in codings:
        try:
            return data.decode(coding)
        except UnicodeDecodeError:
            continue
    raise NoSheet("not-readable")
