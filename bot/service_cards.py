"""Service cards as pictures: one as large as a bank card, at 300 dots an inch, and a page of A4 to print.

Drawn in a worker's thread. Nothing about the person stands on them.
"""

import io
from dataclasses import dataclass

import segno
from PIL import Image, ImageDraw

from bot.drawing import A4, DPI, INK, PAPER, QUIET, pdf_of, wrapped
from bot.fonts import font

CARD = (1011, 638)  # 85.6 mm by 54 mm at 300 dots an inch
BAND = 104  # the coloured head
EDGE = 38
COLUMN = 606  # how wide the words are, left of the code
CODE = (652, 124)
CODE_SIDE = 336
QUIET_ZONE = 4  # modules around a QR code (ISO/IEC 18004)
BRAND, ON_BRAND = "#0b5d4e", "#ffffff"
LARGE = 2  # so much larger is the copy for the wall
MOST_SERVICE_LINES = 3
TEXT, SMALL, BIG = 36, 30, 56


@dataclass(frozen=True, slots=True)
class CardWords:
    """What stands on a card, in one language; `link` is what its code holds. `foot` and `cut` stand small below."""

    title: str
    number: str
    liaison: str
    station: str
    phone: str
    hours: str
    services: str
    scan: str
    foot: str
    cut: str
    link: str


def picture(words: CardWords) -> bytes:
    """The card as a PNG that prints at its true size. Raises LookupError where no font holds Chinese."""
    out = io.BytesIO()
    _card(words, 1).save(out, "PNG", dpi=(DPI, DPI))
    return out.getvalue()


def page(words: CardWords) -> bytes:
    """A page of A4 as a PDF: the card at its true size to cut out, and one twice as large for the wall.

    Raises LookupError where no font holds Chinese.
    """
    sheet = Image.new("RGB", A4, PAPER)
    pen = ImageDraw.Draw(sheet)
    at = 200
    pen.text((A4[0] // 2, at), words.cut, INK, font(44), anchor="ma")
    for scale, top in ((1, at + 160), (LARGE, at + 160 + CARD[1] + 200)):
        card = _card(words, scale)
        left = (A4[0] - card.width) // 2
        sheet.paste(card, (left, top))
        pen.rectangle((left - 3, top - 3, left + card.width + 2, top + card.height + 2), outline=QUIET, width=3)
    return pdf_of([sheet], words.title)


def _card(words: CardWords, scale: int) -> Image.Image:
    card = Image.new("RGB", (CARD[0] * scale, CARD[1] * scale), PAPER)
    pen = ImageDraw.Draw(card)
    pen.rectangle((0, 0, card.width, BAND * scale), fill=BRAND)
    pen.text((EDGE * scale, BAND * scale // 2), words.title, ON_BRAND, font(BIG * scale), anchor="lm")
    _column(pen, words, scale)
    _code(card, pen, words, scale)
    pen.text((EDGE * scale, (CARD[1] - 20) * scale), words.foot, QUIET, font(22 * scale), anchor="ls")
    return card


def _column(pen: ImageDraw.ImageDraw, words: CardWords, scale: int) -> None:
    """The lines left of the code, one below the other; the phone is the largest."""
    y = BAND + 20
    lines = [
        *((line, TEXT) for line in wrapped(words.number, font(TEXT), COLUMN, 1)),
        *((line, TEXT) for line in wrapped(words.liaison, font(TEXT), COLUMN, 1)),
        *((line, TEXT) for line in wrapped(words.station, font(TEXT), COLUMN, 1)),
        *((line, BIG) for line in wrapped(words.phone, font(BIG), COLUMN, 1)),
        *((line, SMALL) for line in wrapped(words.hours, font(SMALL), COLUMN, 1)),
        *((line, SMALL) for line in wrapped(words.services, font(SMALL), COLUMN, MOST_SERVICE_LINES)),
    ]
    for line, size in lines:
        pen.text((EDGE * scale, y * scale), line, INK, font(size * scale), anchor="la")
        y += round(size * 1.42)


def _code(card: Image.Image, pen: ImageDraw.ImageDraw, words: CardWords, scale: int) -> None:
    code = segno.make(words.link, error="m", micro=False)
    modules = code.symbol_size(border=QUIET_ZONE)[0]
    drawn = io.BytesIO()
    code.save(drawn, kind="png", scale=max(CODE_SIDE * scale // modules, 1), border=QUIET_ZONE)
    with Image.open(drawn) as picture:
        square = picture.convert("RGB")
    left = CODE[0] * scale + (CODE_SIDE * scale - square.width) // 2
    card.paste(square, (left, CODE[1] * scale))
    below = CODE[1] * scale + square.height + 4 * scale
    pen.text(((CODE[0] + CODE_SIDE // 2) * scale, below), words.scan, INK, font(30 * scale), anchor="ma")
