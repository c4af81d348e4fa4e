"""Fonts: an installed one that holds Chinese, with its mainland glyphs where the file has several."""

from functools import cache

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont

from bot.charts import chinese_font

MOST_FACES = 20  # in one file
MAINLAND = "SC"


def has_chinese() -> bool:
    """Whether Chinese can be drawn at all."""
    return chinese_font() is not None


@cache
def font(size: int) -> FreeTypeFont:
    """The font in a size (pixels). Raises LookupError where none holds Chinese. Not for several threads at once."""
    file = chinese_font()
    if file is None:
        raise LookupError("no font holds Chinese")
    return ImageFont.truetype(file, size, index=_mainland(file))


@cache
def _mainland(file: str) -> int:
    """Which face of a collection has the glyphs of the mainland; the first where none says so."""
    for index in range(MOST_FACES):
        try:
            family = ImageFont.truetype(file, 10, index=index).getname()[0] or ""
        except OSError:
            break
        if family.endswith(MAINLAND):
            return index
    return 0
