"""The fixtures of the demo community, and the whole service on top of it."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.channels import Rates
from bot.channels.telegram import TelegramChannel
from tests.bot.fixtures import demo_file, demo_postgresql_url, demo_server, demo_sqlite_url, demo_url
from tests.botapi import BotApi
from tests.system.stage import Town, new_api, town

__all__ = ["demo_file", "demo_postgresql_url", "demo_server", "demo_sqlite_url", "demo_url"]


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sends without pauses, to a server without rates: the pacing has tests of its own."""
    defaults = TelegramChannel.__init__.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "rates", Rates(account=(1000, 1.0), chat=(1000, 1.0), group=(1000, 1.0)))
    monkeypatch.setitem(defaults, "patience", (0.02, 0.2))


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A Bot API server that knows the demo's people."""
    with new_api() as made:
        yield made


@pytest.fixture
async def here(demo_sqlite_url: str, tmp_path: Path, api: BotApi) -> AsyncIterator[Town]:
    """The service over SQLite, polling."""
    async with town(demo_sqlite_url, tmp_path, api) as made:
        yield made
