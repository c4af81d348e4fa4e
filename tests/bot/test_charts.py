"""Charts: a picture in both languages, or in English alone where no font holds Chinese."""

import io
import logging
from collections.abc import Iterator

import pytest
from matplotlib import font_manager
from PIL import Image

from bot import charts
from bot.charts import Bars, Chart, chinese_font, draw
from handlers.message import Named

LABELS = (
    Named("响应率", "Response"),
    Named("解决率", "Solved"),
    Named("满意率", "Satisfied"),
    Named("回访", "Answered"),
)
SHARES = ((9, 10), (5, 8), (0, 0), (8, 10))


def chart(groups: int = 1, days: int = 0) -> Chart:
    return Chart(
        title=Named("和顺里社区 2026年11月", "Heshunli 2026-11"),
        standing=Named("暂计", "Provisional"),
        labels=LABELS,
        groups=tuple(Bars(Named(f"第{n}队", f"Team {n}"), 10, SHARES) for n in range(groups)),
        days=tuple(Bars(Named(f"11/{n}", f"11/{n}"), 10, SHARES) for n in range(days)),
    )


@pytest.fixture(autouse=True)
def looked_for_anew() -> Iterator[None]:
    """Before a test, and after it: what it found holds for the tests of pictures that follow in this process."""
    chinese_font.cache_clear()
    yield
    chinese_font.cache_clear()


@pytest.mark.parametrize(("groups", "days"), [(1, 0), (1, 1), (1, 30), (8, 0)])
def test_a_chart_is_a_picture_with_all_its_letters(groups: int, days: int) -> None:
    """A letter that the font lacks is a warning of the plotting library, and so an error here."""
    with Image.open(io.BytesIO(draw(chart(groups, days)))) as picture:
        assert picture.format == "PNG"
        assert picture.size == (1100, 616)
        assert len(picture.convert("RGB").getcolors(1 << 24) or []) > len(LABELS)


def test_the_same_chart_is_the_same_picture() -> None:
    assert draw(chart(3)) == draw(chart(3))


def test_other_figures_are_another_picture() -> None:
    assert draw(chart(3)) != draw(chart(2))


def test_without_a_chinese_font_english_is_drawn_and_said_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    latin = [entry for entry in font_manager.fontManager.ttflist if entry.name == "DejaVu Sans"]
    monkeypatch.setattr(charts.font_manager.fontManager, "ttflist", latin)
    with caplog.at_level(logging.WARNING, logger="bot.charts"):
        draw(chart(2))  # a Chinese letter in DejaVu Sans would warn
        draw(chart(3, 4))
    assert len(caplog.records) == 1
    assert "English alone" in caplog.text
