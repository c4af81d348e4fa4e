"""Service cards and month sheets as pictures: a QR reader reads the code, sizes are true, long words have room."""

import io
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from bot import month_sheets, service_cards
from bot.drawing import A4, DPI, wrapped
from bot.fonts import font
from bot.month_sheets import SheetRow, SheetWords
from bot.service_cards import CARD, CardWords

WORDS = CardWords(
    title="邻里联络服务卡",
    number="卡号：95490981",
    liaison="联络员：联络员小林",
    station="党员联络服务站",
    phone="电话 000-5550-0108",
    hours="每天 9:00-18:00",
    services="能帮的事：养老托老、医疗卫生、青少年教育、残疾人康复、再就业、法律咨询、婚丧嫁娶等",
    scan="扫一扫，找到我们",
    foot="本卡只为联系方便，不是证件，没有任何特权。",
    cut="按原大（100%）打印，沿线剪下。",
    link="https://linli.example/c/d1DQ3wAQURbpok85vMHk0Q",
)
LONG = "https://a-very-long-name-of-a-community-service.example.com/c/d1DQ3wAQURbpok85vMHk0Q"


def opened(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as picture:
        picture.load()
        return picture


def pictures_in(pdf: bytes) -> list[Image.Image]:
    """The pages of a PDF of ours: each is one JPEG."""
    found, at = [], 0
    while (begin := pdf.find(b"\xff\xd8\xff", at)) >= 0:
        at = pdf.index(b"endstream", begin)
        found.append(opened(pdf[begin:at]))
    return found


def read(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("link", [WORDS.link, LONG, "https://t.me/linli_bot?start=card-d1DQ3wAQURbpok85vMHk0Q"])
def test_a_reader_reads_the_code(link: str) -> None:
    picture = opened(service_cards.picture(replace(WORDS, link=link)))
    assert read(picture) == [link]


def test_the_code_is_read_from_a_small_grey_and_tilted_copy_too() -> None:
    """As a phone sees a worn print."""
    picture = opened(service_cards.picture(WORDS)).convert("L").resize((CARD[0] // 2, CARD[1] // 2))
    assert read(picture.rotate(7, expand=True, fillcolor=255)) == [WORDS.link]


def test_the_card_is_as_large_as_a_bank_card() -> None:
    picture = opened(service_cards.picture(WORDS))
    millimetres = [round(pixels / DPI * 25.4, 1) for pixels in picture.size]
    assert millimetres == [85.6, 54.0]
    assert tuple(round(each) for each in picture.info["dpi"]) == (DPI, DPI)


def test_the_page_has_one_card_to_cut_out_and_a_large_one() -> None:
    pdf = service_cards.page(WORDS)
    assert pdf.startswith(b"%PDF-")
    (page,) = pictures_in(pdf)
    assert page.size == A4
    assert read(page) == [WORDS.link, WORDS.link]


def test_words_that_are_too_long_stay_on_the_card() -> None:
    """Nothing is written across the code, which would not be read any more."""
    wide = "很长的名字" * 40
    picture = opened(service_cards.picture(replace(WORDS, liaison=wide, station=wide, hours=wide, services=wide)))
    assert read(picture) == [WORDS.link]


@pytest.mark.parametrize(
    "text", ["", "短", "能帮的事：养老托老、医疗卫生、青少年教育", "x" * 200, "no comma but many blanks " * 9]
)
@pytest.mark.parametrize("most", [1, 3])
def test_lines_fit_their_width_and_say_where_something_is_left_out(text: str, most: int) -> None:
    face = font(30)
    lines = wrapped(text, face, 300, most)
    assert len(lines) <= most
    assert all(face.getlength(line) <= 300 for line in lines)
    whole = "".join(lines).replace(" ", "")
    assert whole == text.replace(" ", "") or lines[-1].endswith("…")


def sheet(rows: int) -> SheetWords:
    row = SheetRow("11月24日 周二", "王阿姨", "和顺里小区3号楼 2单元 502", "上门")
    labels = ("日子", "姓名", "住处", "方式", "办好")
    return SheetWords("2026 年 11 月走访表", "联络员小林 · 共 2 户", labels, "含个人信息", (row,) * rows)


@pytest.mark.parametrize(("rows", "pages"), [(1, 1), (month_sheets.ROWS, 1), (month_sheets.ROWS + 1, 2), (200, 8)])
def test_a_month_has_as_many_pages_as_it_needs(rows: int, pages: int) -> None:
    words = sheet(rows)
    drawn = pictures_in(month_sheets.draw(words, ["页"] * len(month_sheets.parts_of(words.rows))))
    assert [page.size for page in drawn] == [A4] * pages


def test_the_last_row_of_a_full_page_is_on_the_paper() -> None:
    """Below the table there is white before the foot."""
    (page,) = pictures_in(month_sheets.draw(sheet(month_sheets.ROWS), ["页"]))
    bottom = month_sheets.HEAD + 76 + month_sheets.ROWS * month_sheets.ROW + 8
    strip = page.convert("L").crop((0, bottom, A4[0], A4[1] - 140))
    assert min(strip.tobytes()) > 200
