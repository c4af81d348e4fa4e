"""What the system tests share: the whole service in this process, with Telegram's rules on the other side."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import App, running
from bot.config import Settings
from storage.transaction import Row
from tests.bot.stage import GROUP, KEYS, MORNING, RESIDENT, SEATS
from tests.botapi import BotApi, Message, Rules, Sent

TEAM = int(GROUP)
AUNT = int(RESIDENT)


class RunningClock:
    """Runs as fast as the wall's, from a morning without quiet hours; can be moved."""

    def __init__(self, start: datetime = MORNING) -> None:
        self._start = start
        self._began = time.monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=time.monotonic() - self._began)

    def forward(self, seconds: float) -> None:
        self._start += timedelta(seconds=seconds)


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Town:
    """A running service and its Bot API server."""

    app: App
    api: BotApi
    clock: RunningClock
    heard: dict[int, int] = field(default_factory=dict)

    async def hears(self, chat: int | str, words: str) -> Sent:
        """Waits until something in a chat says this now; returns the newest such message."""
        found = await self.api.until(lambda: self.newest(int(chat), words))
        assert found is not None
        return found

    def newest(self, chat: int, words: str) -> Sent | None:
        """The newest message in a chat that says this now."""
        return next((one for one in reversed(self.api.sent_to(chat)) if words in one.text_now), None)

    async def more_than(self, chat: int | str, count: int) -> None:
        """Waits until a chat holds more of our messages than this."""
        await self.api.until(lambda: len(self.api.sent_to(int(chat))) > count)

    async def asked(self, chat: int | str, label: str) -> Message:
        """Waits until a chat shows a choice with this label."""
        found = await self.api.until(lambda: self._with_button(int(chat), label))
        assert found is not None
        return found

    def _with_button(self, chat: int, label: str) -> Message | None:
        shown = reversed(self.api.chat(chat))
        return next((one for one in shown if any(label in text for text, _ in one.buttons)), None)

    async def press(self, who: int | str, label: str, chat: int | None = None) -> None:
        """Presses the newest choice with this label as soon as it is there; returns when it was answered."""
        await self.asked(chat or who, label)
        before = len(self.api.answers)
        self.api.press(int(who), label, chat=chat)
        await self.api.until(lambda: len(self.api.answers) > before)

    async def quiet(self) -> None:
        """Waits until every update is acknowledged and nothing waits to be sent."""
        await self.api.until(lambda: not self.api.pending)
        while await self.rows("SELECT id FROM outbox WHERE state IN ('waiting', 'sending')"):
            await asyncio.sleep(0.01)

    async def rows(self, sql: str, **values: Any) -> list[Row]:
        """Rows of a query."""
        return await self.app.database.read(lambda tx: tx.all(sql, **values))


def new_api(**options: Any) -> BotApi:
    """A Bot API server that knows the demo's people and the team's group, without rates."""
    api = BotApi(**{"rules": Rules.without_rates(), **options})
    for user, name in SEATS.items():
        api.person(int(user), name, started=True)
    api.group(TEAM, "水电队", [int(user) for user in SEATS])
    return api


def settings(url: str, folder: Path, api: BotApi | None = None, **more: Any) -> Settings:
    """Settings of a service over a database."""
    telegram = {"telegram_token": api.token, "telegram_api": api.base_url} if api else {}
    return Settings(
        **{"database": url, "keys": KEYS.render(), "media": folder / "media", "port": 0, **telegram, **more}
    )


@asynccontextmanager
async def town(url: str, folder: Path, api: BotApi, *, webhook: bool = False) -> AsyncIterator[Town]:
    """The service on Telegram, by polling or by webhook."""
    port = free_port()
    hook = {"telegram_webhook": f"http://127.0.0.1:{port}", "telegram_secret": "s3cret"} if webhook else {}
    clock = RunningClock()
    async with running(settings(url, folder, api, port=port, **hook), clock=clock) as app:
        await api.until(lambda: api.world.webhook is not None if webhook else api.counts["getUpdates"] > 0)
        yield Town(app, api, clock)
