"""A month's visits as pages of A4 to print. Drawn in a worker's thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from bot.drawing import A4, INK, PAPER, QUIET, pdf_of, wrapped
from bot.fonts import font

EDGE = 150
TOP = 150
HEAD = 470  # where the table begins
ROW = 104
ROWS = 26  # on a page
COLUMNS = (0, 460, 840, 1640, 1900, 2180)  # where each column begins, from the left edge; the last is the right end
TITLE, TEXT, SMALL = 84, 44, 36
BOX = 44  # to tick
LINES = 2  # of a cell


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One visit: its day, who, where, how (on foot or by phone)."""

    day: str
    name: str
    where: str
    how: str


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What stands on the sheet, in one language: `labels` above the five columns, `pages` below each page."""

    title: str
    head: str
    labels: tuple[str, str, str, str, str]
    foot: str
    rows: tuple[SheetRow, ...]


def parts_of(rows: Sequence[SheetRow]) -> list[Sequence[SheetRow]]:
    """The rows of each page."""
    return [rows[at : at + ROWS] for at in range(0, len(rows), ROWS)]


def draw(words: SheetWords, pages: Sequence[str]) -> bytes:
    """The sheet as a PDF; `pages` says of each page which it is. Raises LookupError where no font holds Chinese."""
    parts = parts_of(words.rows)
    drawn = [_page(words, part, said) for part, said in zip(parts, pages, strict=True)]
    return pdf_of(drawn, words.title)


def _page(words: SheetWords, rows: Sequence[SheetRow], said: str) -> Image.Image:
    page = Image.new("L", A4, PAPER)
    pen = ImageDraw.Draw(page)
    pen.text((EDGE, TOP), words.title, INK, font(TITLE), anchor="la")
    pen.text((EDGE, TOP + 130), words.head, INK, font(TEXT), anchor="la")
    pen.text((EDGE, TOP + 210), words.foot, QUIET, font(SMALL), anchor="la")
    _line(pen, HEAD - 6, 4)
    for at, label in enumerate(words.labels):
        pen.text((EDGE + COLUMNS[at], HEAD + 14), label, QUIET, font(SMALL), anchor="la")
    _line(pen, HEAD + 70, 4)
    for at, row in enumerate(rows):
        _row(pen, HEAD + 76 + at * ROW, row)
    pen.text((A4[0] - EDGE, A4[1] - 130), said, QUIET, font(SMALL), anchor="ra")
    return page


def _row(pen: ImageDraw.ImageDraw, y: int, row: SheetRow) -> None:
    for at, cell in enumerate((row.day, row.name, row.where, row.how)):
        width = COLUMNS[at + 1] - COLUMNS[at] - 20
        _cell(pen, (EDGE + COLUMNS[at], y), cell, width)
    left, top = EDGE + COLUMNS[4] + 20, y + (ROW - BOX) // 2
    pen.rectangle((left, top, left + BOX, top + BOX), outline=INK, width=4)
    _line(pen, y + ROW, 2)


def _cell(pen: ImageDraw.ImageDraw, at: tuple[int, int], text: str, width: int) -> None:
    """In one line where it fits, in two smaller ones where it does not."""
    lines, size = wrapped(text, font(TEXT), width, LINES), TEXT
    if len(lines) > 1:
        lines, size = wrapped(text, font(SMALL), width, LINES), SMALL
    first = at[1] + (ROW - size * len(lines) - 8 * (len(lines) - 1)) // 2
    for number, line in enumerate(lines):
        pen.text((at[0], first + number * (size + 8) - 6), line, INK, font(size), anchor="la")


def _line(pen: ImageDraw.ImageDraw, y: int, width: int) -> None:
    pen.line((EDGE, y, A4[0] - EDGE, y), fill=QUIET, width=width)
