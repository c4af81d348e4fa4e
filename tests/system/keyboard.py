"""Somebody who uses a page by the keyboard alone: what they can reach, press and type. No mouse, no clicking script."""

import re

from playwright.async_api import Browser, Locator, Page, expect

PATIENCE_MS = 20_000
MOST_STEPS = 120
# What the focus is on: its visible words; nothing where it cannot be pressed.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body || one.disabled) return "";
  return ["BUTTON", "A"].includes(one.tagName) ? one.textContent.trim() : one.id;
}"""
# A ring around the focus, as wide as it is asked for everywhere.
RING = """() => {
  const style = getComputedStyle(document.activeElement);
  return [style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


class Keyboard:
    """One page and the keys."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)

    @property
    def log(self) -> Locator:
        """What the open chat shows."""
        return self.page.locator(".log:not([hidden])")

    async def hears(self, words: str) -> None:
        """Waits until the service has said something that contains these words."""
        await expect(self.log.locator(".other", has_text=words).last).to_be_visible(timeout=PATIENCE_MS)

    async def says(self, words: str) -> None:
        """Types words and sends them off."""
        await self.to("words")
        await self.page.keyboard.type(words)
        await self.page.keyboard.press("Enter")

    async def to(self, wanted: str, *keys: str) -> None:
        """Goes on by Tab until the focus is on a button that says this, or on the element with this id."""
        pattern = re.compile(wanted)
        for _ in range(MOST_STEPS):
            if pattern.fullmatch(await self.page.evaluate(FOCUSED)):
                style, width = await self.page.evaluate(RING)
                assert style != "none" and width >= 2, f"no ring around {wanted}"
                return
            await self.page.keyboard.press(keys[0] if keys else "Shift+Tab")
        raise AssertionError(f"{wanted} cannot be reached by Tab")

    async def presses(self, label: str, key: str = "Enter") -> None:
        """Waits for a choice that can be pressed, goes there and presses it by a key."""
        choice = self.log.locator("button.choice:enabled", has_text=re.compile(f"^{label}$"))
        await expect(choice.last).to_be_visible(timeout=PATIENCE_MS)
        await self.to(label)
        await self.page.keyboard.press(key)


async def sits_at(
    browser: Browser, address: str, width: int = 360, height: int = 740, scheme: str = "light"
) -> Keyboard:
    """Somebody with a page of their own."""
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        locale="zh-CN",
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    keyboard = Keyboard(await context.new_page())
    await keyboard.page.goto(address)
    await expect(keyboard.page.locator("#state")).to_be_hidden(timeout=PATIENCE_MS)
    return keyboard
