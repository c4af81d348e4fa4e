"""The stage as a fixture."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.channels.web.stage import Stage, staged


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A web chat with one seat for everybody."""
    async with staged(tmp_path) as opened:
        yield opened


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Stage]:
    """The demo with its three phones."""
    async with staged(tmp_path, demo=True) as opened:
        yield opened
