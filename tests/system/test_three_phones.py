"""Headless Chromium clicks the demo's three phones through one whole request; its picture is the README's."""

import os
import re
import urllib.request
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.system.demo import ROOT, running_demo

PICTURE = ROOT / "docs" / "three-phones.png"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
PATIENCE_MS = 20_000


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[str]:
    """The demo's address."""
    with running_demo(tmp_path) as address:
        yield address


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield launched
        await launched.close()


async def open_demo(browser: Browser, address: str, width: int = 1440, height: int = 900) -> Page:
    page = await browser.new_page(viewport={"width": width, "height": height}, locale="zh-CN")
    page.set_default_timeout(PATIENCE_MS)
    await page.goto(address)
    return page


async def test_a_whole_request_on_three_phones(demo: str, browser: Browser) -> None:
    page = await open_demo(browser, demo)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    resident, volunteer, coordinator = (
        page.frame_locator(f"iframe[src$='/phone/{seat}']") for seat in ("resident", "volunteer", "coordinator")
    )
    await resident.get_by_role("textbox").fill("楼道灯坏了，三楼，好几天了")
    await resident.get_by_role("textbox").press("Enter")
    await resident.get_by_role("button", name="确认").click()
    await expect(resident.get_by_text(re.compile(r"编号 \d{8}-0001"))).to_be_visible(timeout=PATIENCE_MS)
    await volunteer.get_by_text("水电队").first.click()
    group = volunteer.get_by_role("log")
    await expect(group).to_contain_text("新任务", timeout=PATIENCE_MS)
    assert "130" not in await group.inner_text(), "the group must not see the phone number"
    assert "502" not in await group.inner_text(), "the group must not see the door"
    await volunteer.get_by_role("button", name="我来").click()
    await expect(resident.get_by_role("log")).to_contain_text("小李（水电队）接了", timeout=PATIENCE_MS)
    await coordinator.get_by_role("textbox").fill("/open")
    await coordinator.get_by_role("textbox").press("Enter")
    await expect(coordinator.get_by_role("log")).to_contain_text("待办 1 件", timeout=PATIENCE_MS)
    await volunteer.get_by_text("邻里").first.click()
    await expect(volunteer.get_by_role("log")).to_contain_text("2单元 502", timeout=PATIENCE_MS)
    await volunteer.get_by_role("button", name="办好了").scroll_into_view_if_needed()
    if os.environ.get("LINLI_KEEP_PICTURE"):
        await page.wait_for_timeout(4_000)  # the short notice is gone by then
        await page.screenshot(path=PICTURE)
    await volunteer.get_by_role("button", name="办好了").click()
    await volunteer.get_by_role("textbox").fill("换了声控灯泡")
    await volunteer.get_by_role("textbox").press("Enter")
    await resident.get_by_role("button", name=re.compile("^解决了$")).click()
    await resident.get_by_role("button", name=re.compile("^★★★★★$")).click()
    await resident.get_by_role("button", name=re.compile("^跳过$")).click()
    await expect(resident.get_by_role("log")).to_contain_text("谢谢您", timeout=PATIENCE_MS)
    assert complaints == []


async def test_the_demo_is_well(demo: str) -> None:
    with urllib.request.urlopen(f"{demo}/healthz") as answer:
        assert b'"ok"' in answer.read()
