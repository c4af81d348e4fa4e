"""A whole request in Chromium, in large type and by keyboard alone: a new neighbour joins, asks, is helped, rates."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.bot.channels.web.chromium import chromium
from tests.system.demo import running_demo
from tests.system.keyboard import PATIENCE_MS, Keyboard, sits_at

HERE = Path(__file__).parent
BASICS = (HERE / "basics.js").read_text()
MEASURE = (HERE.parent / "bot" / "channels" / "web" / "measure.js").read_text()
MAIN_TEXT, LINE, CONTRAST, TAP = 24, 1.3, 4.5, 60  # px, times, times, px: the figures of domain.md §9, and above them


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where the demo listens."""
    with running_demo(tmp_path) as found:
        yield found


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Chromium."""
    async with chromium() as started:
        yield started


async def is_easy_to_read(page: Page) -> None:
    """Sizes, lines, contrast and what is tapped, as the browser has computed them; and the basics of a page."""
    found = await page.evaluate(MEASURE)
    assert len(found["texts"]) > 5 and len(found["taps"]) > 3
    for text in found["texts"]:
        assert text["contrast"] >= CONTRAST and round(text["line"], 2) >= LINE and text["size"] >= 18, text
        if any(main in text["name"] for main in ("words", "choice", "TEXTAREA")):
            assert text["size"] >= MAIN_TEXT, text
    for tap in found["taps"]:
        assert min(tap["width"], tap["height"]) >= TAP, tap
    assert await page.evaluate(BASICS) == []


async def keep_picture(page: Page, name: str) -> None:
    """For one's own eyes, where a folder is given."""
    folder = os.environ.get("LINLI_KEEP_PICTURES")
    if folder:
        await page.screenshot(path=Path(folder) / f"{name}.png")


async def joins(neighbour: Keyboard) -> None:
    """From the first word to the menu; large letters and digits on the way."""
    await neighbour.says("你好")
    await neighbour.presses("同意")
    await neighbour.hears("怎么称呼您")
    await neighbour.says("大字")
    await neighbour.presses("好", "Space")
    await expect(neighbour.page.locator("html")).to_have_class("large", timeout=PATIENCE_MS)
    await neighbour.says("周伯")
    await neighbour.presses(r"1\. 和顺里社区")
    await neighbour.hears("哪个小区")
    await neighbour.says("1")
    await neighbour.hears("打楼号就行")
    await neighbour.says("3")
    await neighbour.hears("几单元几号")
    await neighbour.says("1单元 101")
    await neighbour.hears("周伯，欢迎您")
    await neighbour.hears("有什么事直接说")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
async def test_a_whole_request(address: str, browser: Browser, width: int, scheme: str) -> None:
    neighbour = await sits_at(browser, f"{address}/phone/me", width, scheme=scheme)
    await joins(neighbour)
    await is_easy_to_read(neighbour.page)
    await keep_picture(neighbour.page, f"menu-{width}-{scheme}")
    helper = await sits_at(browser, f"{address}/phone/volunteer", 1280)
    await helper.to("水电队.*", "Tab")
    await asks(neighbour)
    await is_easy_to_read(neighbour.page)
    await keep_picture(neighbour.page, f"asked-{width}-{scheme}")
    await takes(helper)
    await neighbour.hears("小李")  # before it is done: then this message tells so instead
    await finishes(helper)
    await keep_picture(neighbour.page, f"helped-{width}-{scheme}")
    await neighbour.hears("解决了吗")
    await neighbour.says("1")
    await neighbour.hears("给几颗星")
    await neighbour.says("5")
    await neighbour.hears("没有就跳过")
    await neighbour.presses(r"1\. 跳过")
    await neighbour.hears("谢谢您")
    await is_easy_to_read(neighbour.page)
    await keep_picture(neighbour.page, f"over-{width}-{scheme}")
    assert neighbour.complaints == helper.complaints == []


async def asks(neighbour: Keyboard) -> None:
    """Words, the questions that they leave open, and the card."""
    await neighbour.says("楼道灯坏了，三楼，好几天了")
    await neighbour.hears("留个电话")
    await neighbour.says("130 0000 0077")
    await neighbour.hears("楼道灯坏了")
    await neighbour.presses(r"1\. 确认")
    await neighbour.hears("收到，编号")


async def takes(helper: Keyboard) -> None:
    """A volunteer takes it in the team's room, whose tab keeps the focus while news come in."""
    await expect(helper.page.locator("#tabs .badge").last).to_be_visible(timeout=PATIENCE_MS)
    await expect(helper.page.get_by_role("button", name="水电队")).to_be_focused()
    await helper.page.keyboard.press("Enter")
    await helper.presses("我来")


async def finishes(helper: Keyboard) -> None:
    """The volunteer says in the own chat that it is done."""
    await helper.to("邻里.*")
    await helper.page.keyboard.press("Enter")
    await helper.presses("办好了")
    await helper.hears("写一句")
    await helper.says("换了声控灯泡")
    await helper.hears("辛苦了")


async def test_the_switch_and_the_arrows(address: str, browser: Browser) -> None:
    """The switch is kept in this browser, and wins over what the service tells until that changes."""
    neighbour = await sits_at(browser, f"{address}/phone/resident", 1280)
    page = neighbour.page
    await neighbour.to("A?A?大字", "Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("html")).to_have_class("large")
    await page.keyboard.press("Space")
    await expect(page.locator("html")).not_to_have_class("large")
    await neighbour.says("/elder")
    await neighbour.presses("好")
    await expect(page.locator("html")).to_have_class("large", timeout=PATIENCE_MS)
    await neighbour.hears("有什么事直接说")
    await neighbour.to("A?A?大字", "Tab")
    await page.keyboard.press("Enter")
    await page.reload()
    await neighbour.hears("有什么事直接说")
    await expect(page.locator("html")).not_to_have_class("large")
    await neighbour.to(r"4\. 找人工")
    await page.keyboard.press("ArrowDown")  # from the last choice to the first, and back
    assert await page.evaluate("document.activeElement.textContent") == "1. 我要求助"
    await page.keyboard.press("ArrowUp")
    assert await page.evaluate("document.activeElement.textContent") == "4. 找人工"
    await neighbour.says("/elder")
    await neighbour.hears("还要吗")
    await page.keyboard.type("1")  # typed while the focus is elsewhere: it goes into the box
    await expect(page.locator("#words")).to_have_value("1")
    await page.keyboard.press("Enter")
    await neighbour.hears("以后按数字就行")
    assert neighbour.complaints == []
