"""Drawing on paper: sizes at 300 dots an inch, lines that fit a width, pages as a PDF."""

import io
from collections.abc import Sequence

from PIL import Image
from PIL.ImageFont import FreeTypeFont

DPI = 300
A4 = (2480, 3508)
PAPER, INK, QUIET = "#ffffff", "#1a1a1a", "#6b6b6b"
JPEG_QUALITY = 85  # of the pictures inside a PDF
ENDS = "，、。；：,;"  # a line may break after these
MORE = "…"


def wrapped(text: str, face: FreeTypeFont, width: int, most: int) -> list[str]:
    """A text in at most so many lines of a width (pixels), broken after a mark or a blank where there is one; the last
    line ends in … where not everything has room."""
    lines: list[str] = []
    rest = text.strip()
    while rest and len(lines) < most:
        fits = _fitting(rest, face, width)
        if fits == len(rest):
            lines.append(rest)
            return lines
        cut = max((rest.rfind(mark, 0, fits) + 1 for mark in (*ENDS, " ")), default=0)
        end = cut if cut > fits // 2 else max(fits, 1)
        lines.append(rest[:end].strip())
        rest = rest[end:].strip()
    if rest and lines:
        lines[-1] = _shortened(lines[-1], face, width)
    return lines


def pdf_of(pages: Sequence[Image.Image], title: str) -> bytes:
    """Pages of A4 as one PDF that prints at their true size."""
    out = io.BytesIO()
    first, *others = pages
    first.save(out, "PDF", resolution=DPI, save_all=True, append_images=others, quality=JPEG_QUALITY, title=title)
    return out.getvalue()


def _fitting(text: str, face: FreeTypeFont, width: int) -> int:
    """How many characters have room."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if face.getlength(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _shortened(line: str, face: FreeTypeFont, width: int) -> str:
    kept = line.rstrip("".join((*ENDS, " ")))
    while kept and face.getlength(kept + MORE) > width:
        kept = kept[:-1]
    return kept + MORE
