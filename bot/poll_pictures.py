"""Poll pictures: the result of a vote as bars, one below the other, each with its option, its votes and its share."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from bot.drawing import INK, PAPER, QUIET, wrapped
from bot.fonts import font

WIDTH, MARGIN = 1080, 60  # pixels: as wide as a phone shows
TITLE, OPTION, NOTE = 48, 38, 30  # sizes of letters
BAR, GAP, LINE, ABOVE = 40, 36, 1.35, 12
LEADS, OTHER, TRACK = "#0072B2", "#8CBBDB", "#EDEFF2"  # told apart also by those who see no red or green
MOST_LINES = 3
FULL = 100


@dataclass(frozen=True, slots=True)
class PollBar:
    """One option: its name, its votes as they are said, and its share of the ballots in per cent."""

    name: str
    votes: str
    share: int


@dataclass(frozen=True, slots=True)
class PollWords:
    """What stands on the picture: a title, the bars in the order of the ballot, and lines below them."""

    title: str
    bars: tuple[PollBar, ...]
    notes: tuple[str, ...]


def draw(words: PollWords) -> bytes:
    """The picture as a PNG. Raises LookupError where no font holds Chinese. Does blocking work."""
    wide = WIDTH - 2 * MARGIN
    titles = wrapped(words.title, font(TITLE), wide, MOST_LINES)
    names = [wrapped(bar.name, font(OPTION), wide, MOST_LINES) for bar in words.bars]
    notes = [line for note in words.notes for line in wrapped(note, font(NOTE), wide, MOST_LINES)]
    sheet = Image.new("RGB", (WIDTH, _height(titles, names, notes)), PAPER)
    pen, y = ImageDraw.Draw(sheet), MARGIN
    y = _write(pen, titles, TITLE, y, INK) + GAP
    best = max((bar.share for bar in words.bars), default=0)
    for bar, lines in zip(words.bars, names, strict=True):
        y = _write(pen, lines, OPTION, y, INK)
        y = _bar(pen, bar, y, LEADS if bar.share == best and best else OTHER)
    _write(pen, notes, NOTE, y, QUIET)
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _bar(pen: ImageDraw.ImageDraw, bar: PollBar, y: int, colour: str) -> int:
    said, y = font(NOTE), y + ABOVE
    room = WIDTH - 2 * MARGIN - int(max(said.getlength(bar.votes), 230)) - 20
    end = MARGIN + room * min(bar.share, FULL) // FULL
    pen.rounded_rectangle((MARGIN, y, MARGIN + room, y + BAR), radius=8, fill=TRACK)
    if end > MARGIN:
        pen.rounded_rectangle((MARGIN, y, max(end, MARGIN + 16), y + BAR), radius=8, fill=colour)
    pen.text((MARGIN + room + 20, y + BAR // 2), bar.votes, font=said, fill=INK, anchor="lm")
    return y + BAR + GAP


def _write(pen: ImageDraw.ImageDraw, lines: Sequence[str], size: int, y: int, colour: str) -> int:
    for line in lines:
        pen.text((MARGIN, y), line, font=font(size), fill=colour)
        y += round(size * LINE)
    return y


def _height(titles: Sequence[str], names: Sequence[Sequence[str]], notes: Sequence[str]) -> int:
    options = sum(len(lines) for lines in names)
    letters = round(TITLE * LINE) * len(titles) + round(OPTION * LINE) * options + round(NOTE * LINE) * len(notes)
    return 2 * MARGIN + GAP + letters + len(names) * (ABOVE + BAR + GAP)
