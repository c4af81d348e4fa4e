"""The page in a real browser: by keyboard alone, without a line, in large type, and with hostile words."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.channels import Button, Envelope, Medium
from bot.channels.web import Room
from handlers.incoming import Incoming
from tests.bot.channels.web.chromium import DESK, chromium, opened
from tests.bot.channels.web.pictures import jpeg
from tests.bot.channels.web.stage import Stage

FOCUSED = "document.activeElement.id || document.activeElement.textContent.trim()"
# For every visible text its contrast, size and line height; for everything to tap its width and height.
MEASURE = (Path(__file__).parent / "measure.js").read_text()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


async def answer_with_choices(stage: Stage, incoming: Incoming) -> None:
    if incoming.press is None:
        buttons = (Button("确认", "yes"), Button("改一改", "no"))
        await stage.channel.send(Envelope(chat=incoming.chat, text="对吗？打 120 或 027-12345678。", buttons=buttons))
    else:
        await stage.channel.toast(incoming.press.id, "收到了")


def answering(stage: Stage) -> None:
    async def answer(incoming: Incoming) -> None:
        await answer_with_choices(stage, incoming)

    stage.then = answer


async def tab_to(page: Page, wanted: str, key: str = "Tab") -> None:
    for _ in range(40):
        await page.keyboard.press(key)
        if await page.evaluate(FOCUSED) == wanted:
            return
    raise AssertionError(f"{wanted} cannot be reached by {key}")


async def test_by_keyboard_alone(stage: Stage, browser: Browser) -> None:
    answering(stage)
    page, errors = await opened(browser, stage.base)
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")  # the link that skips to the box
    assert await page.evaluate(FOCUSED) == "words"
    await page.keyboard.type("楼道灯")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("坏了")
    await page.keyboard.press("Enter")
    await expect(page.locator(".own .words")).to_have_text("楼道灯\n坏了")
    await expect(page.locator(".choice")).to_have_count(2)
    assert stage.received[-1].text == "楼道灯\n坏了"
    await tab_to(page, "确认", "Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator(".choice.chosen")).to_have_text("确认 (已选)")
    await expect(page.locator(".choice:disabled")).to_have_count(2)
    await expect(page.locator(".toast")).to_have_text("收到了")
    assert stage.received[-1].press is not None and stage.received[-1].press.action == "yes"
    await tab_to(page, "large")
    await page.keyboard.press("Space")
    await expect(page.locator("#large")).to_have_attribute("aria-pressed", "true")
    await page.reload()
    await expect(page.locator("html")).to_have_class("large")
    await expect(page.locator(".choice.chosen")).to_have_text("确认 (已选)")
    assert errors == []


async def test_what_is_written_without_a_line_is_sent_once_when_there_is_one(stage: Stage, browser: Browser) -> None:
    page, _ = await opened(browser, stage.base)
    stage.down = True
    for words in ("one", "two"):
        await page.fill("#words", words)
        await page.keyboard.press("Enter")
    await page.fill("#words", "not sent yet")
    await expect(page.locator(".sending.waiting").first).to_be_visible()
    await page.reload()
    await expect(page.locator(".own .words")).to_have_text(["one", "two"])
    await expect(page.locator("#words")).to_have_value("not sent yet")
    stage.down = False
    await page.evaluate("window.dispatchEvent(new Event('online'))")
    await expect(page.locator(".list .own .words")).to_have_text(["one", "two"])
    await expect(page.locator(".sending")).to_have_count(0)
    updates = {incoming.update: incoming.text for incoming in stage.received}
    assert list(updates.values()) == ["one", "two"]


async def test_messages_that_came_while_the_line_was_broken(stage: Stage, browser: Browser) -> None:
    page, _ = await opened(browser, stage.base)
    await page.fill("#words", "hello")
    await page.keyboard.press("Enter")
    await expect(page.locator(".list .own")).to_have_count(1)
    await page.context.set_offline(True)
    await stage.channel.send(Envelope(chat=stage.received[0].user, text="while you were away"))
    await page.context.set_offline(False)
    await expect(page.locator(".other .words")).to_have_text(["while you were away"])


async def test_hostile_words_stay_words(stage: Stage, browser: Browser) -> None:
    answering(stage)
    page, errors = await opened(browser, stage.base)
    hostile = '<img src=x onerror=alert(1)> javascript:alert(1) https://example.org/a?b="><script>'
    await page.fill("#words", hostile)
    await page.keyboard.press("Enter")
    words = page.locator(".list .own .words")
    await expect(words).to_have_text(hostile)
    assert await words.locator("img, script").count() == 0
    hrefs = await words.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert hrefs == ["https://example.org/a?b="]
    assert errors == []


NUMBERS = [
    ("急事打120，火警119。", ["120", "119"]),
    ("花了120元，走110米，第120号", []),
    ("电话 138 0013 8000 或 027-12345678", ["13800138000", "02712345678"]),
    ("编号 20261123-0007", []),
    ("12345热线；400-800-1234；+8613800138000", ["12345", "4008001234", "+8613800138000"]),
    ("1380013800012 a120 120.5", []),
]


async def test_phone_numbers_can_be_tapped(stage: Stage, browser: Browser) -> None:
    page, _ = await opened(browser, stage.base)
    for text, numbers in NUMBERS:
        await page.fill("#words", text)
        await page.keyboard.press("Enter")
        words = page.locator(".list .own .words").last
        await expect(words).to_have_text(text)
        hrefs = await words.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        assert hrefs == [f"tel:{number}" for number in numbers]


async def test_a_photo_is_shown_and_tried_again(stage: Stage, browser: Browser) -> None:
    page, _ = await opened(browser, stage.base)
    stage.down = True
    photo = {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
    await page.set_input_files("#photo", photo)  # type: ignore[arg-type]
    await expect(page.locator(".sending.failed")).to_be_visible()
    stage.down = False
    await page.click("[data-retry]")
    image = page.locator(".list .own .photo img")
    await expect(image).to_have_js_property("naturalWidth", 64)
    assert len({incoming.update for incoming in stage.received}) == 1
    await page.set_input_files("#photo", {**photo, "buffer": b"broken"})  # type: ignore[arg-type]
    await expect(page.locator(".toast").last).to_contain_text("打不开")
    await page.click("[data-remove]")
    await expect(page.locator(".sending")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("large", [False, True])
async def test_sizes_and_contrast(stage: Stage, browser: Browser, scheme: str, large: bool) -> None:
    answering(stage)
    page, _ = await opened(browser, stage.base, color_scheme=scheme)
    if large:
        await page.click("#large")
    await page.fill("#words", "楼道灯坏了")
    await page.keyboard.press("Enter")
    await page.click(".choice >> nth=0")
    await page.click("#more")
    await expect(page.locator("#panel")).to_be_visible()
    found = await page.evaluate(MEASURE)
    assert len(found["texts"]) > 8 and len(found["taps"]) > 8
    for text in found["texts"]:
        assert text["contrast"] >= 4.5 and round(text["line"], 2) >= 1.3, text
    for tap in found["taps"]:
        assert min(tap["width"], tap["height"]) >= (60 if large else 44), tap
    assert min(text["size"] for text in found["texts"] if "words" in text["name"]) >= 18
    assert await page.evaluate("document.documentElement.scrollWidth") == 360


async def test_the_three_phones(demo: Stage, browser: Browser) -> None:
    """A resident's words, a card in the team's room, and its change on the other member's phone."""
    team = "team:1"
    demo.members = {f"demo-{key}": [Room(team, "水电队", key)] for key in ("volunteer", "coordinator")}

    async def answer(incoming: Incoming) -> None:
        if incoming.press is not None:
            await demo.channel.edit(Envelope(chat=team, text="card: taken"), incoming.message or "")
        else:
            await demo.channel.send(Envelope(chat=team, text="card", buttons=(Button("我来", "take"),)))

    demo.then = answer
    page, errors = await opened(browser, demo.base, size=DESK)
    resident, volunteer, coordinator = (
        page.frame_locator(f"#phone-{key} iframe") for key in ("resident", "volunteer", "coordinator")
    )
    await resident.locator("#words").fill("楼道灯坏了")
    await resident.locator("#words").press("Enter")
    for phone in (volunteer, coordinator):
        await phone.locator(".tab", has_text="水电队").click()
        await expect(phone.locator(".log:not([hidden]) .other .words")).to_have_text(["card"])
    await volunteer.locator(".choice", has_text="我来").click()
    for phone in (volunteer, coordinator):
        await expect(phone.locator(".log:not([hidden]) .other .words")).to_have_text(["card: taken"])
        await expect(phone.locator(".log:not([hidden]) .choice")).to_have_count(0)
    assert await resident.locator(".tab").count() == 1
    assert errors == []


async def test_the_phones_on_a_narrow_screen(demo: Stage, browser: Browser) -> None:
    page, _ = await opened(browser, demo.base)
    await expect(page.locator(".phone:visible")).to_have_count(1)
    await page.click("[data-phone=volunteer]")
    await expect(page.locator("#phone-volunteer")).to_be_visible()
    await expect(page.locator("#phone-resident")).to_be_hidden()
    await page.keyboard.press("ArrowRight")
    await expect(page.locator("#phone-coordinator")).to_be_visible()
    await demo.channel.send(Envelope(chat="demo-resident", text="news"))
    await expect(page.locator("[data-phone=resident]")).to_have_class("news")
    await page.click("[data-phone=resident]")
    await expect(page.frame_locator("#phone-resident iframe").locator(".other .words")).to_be_visible()
    await page.click("[data-phone=volunteer]")
    await expect(page.locator("[data-phone=resident]")).not_to_have_class("news")


async def test_an_answer_shows_what_it_answers_and_lasting_choices_can_be_pressed_again(
    stage: Stage, browser: Browser
) -> None:
    page, errors = await opened(browser, stage.base)
    await page.fill("#words", "几点来")
    await page.keyboard.press("Enter")
    await expect(page.locator(".own .words")).to_have_text("几点来")
    await stage.until(lambda: bool(stage.received))
    asked, reply = stage.received[-1], (Button("回复", "line.reply:1"),)
    await stage.channel.send(
        Envelope(chat=asked.chat, text="小李：三点", buttons=reply, reply_to=asked.message, lasting=True)
    )
    await expect(page.locator(".other .quote")).to_have_text("几点来")
    for count in (1, 2):
        await page.locator(".choice", has_text="回复").click()
        await expect(page.locator(".choice:enabled")).to_have_count(1)
        assert len([one for one in stage.received if one.press is not None]) == count
    assert errors == []


async def test_stickers_are_seen_as_stickers(stage: Stage, browser: Browser) -> None:
    async def answer(incoming: Incoming) -> None:
        for data, mime in ((jpeg(), "image/webp"), (b"film", "video/webm"), (b"drawn", "application/x-tgsticker")):
            await stage.channel.send(Envelope(chat=incoming.chat, media=(Medium("sticker", data, "👍", mime),)))

    stage.then = answer
    page, _ = await opened(browser, stage.base)
    await page.fill("#words", "在吗")
    await page.keyboard.press("Enter")
    await expect(page.locator("img.sticker")).to_have_attribute("alt", "👍")
    await expect(page.locator("video.sticker")).to_have_attribute("aria-label", "👍")
    await expect(page.locator("p.sticker")).to_have_text("👍")
