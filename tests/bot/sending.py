"""What the tests of delivery share: a Bot API server, a channel to it, a delivery, and messages put into the outbox."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.channels import Rates
from bot.channels.telegram import TelegramChannel
from bot.delivery import Delivery
from bot.metrics import Metrics
from bot.rendering import Renderer
from handlers.message import Choice, Lane, Message, Text
from handlers.turn import Speaker
from storage import addresses
from storage.addresses import Address, group_user
from storage.database import Database
from storage.media import MediaFolder
from storage.transaction import Row, Transaction
from tests.bot.stage import ACCOUNT, GROUP, SEATS, ZONE, Clock, demo_community, fill
from tests.botapi import BotApi

__all__ = ["Mail", "delivering", "fill", "mailing", "new_api"]

FAST = Rates(account=(1000, 1.0), chat=(1000, 1.0), group=(1000, 1.0))


def new_api(**options: object) -> BotApi:
    """A Bot API server that knows the demo's people and the team's group."""
    api = BotApi(**options)  # type: ignore[arg-type]
    for user, name in SEATS.items():
        api.person(int(user), name, started=True)
    api.group(int(GROUP), "水电队", [int(user) for user in SEATS])
    return api


def channel_to(api: BotApi, rates: Rates = FAST, answer_within: float = 20.0) -> TelegramChannel:
    """Our side of the Bot API."""
    return TelegramChannel(
        api.token,
        rng=random.Random(1),
        api=api.base_url,
        rates=rates,
        patience=(0.02, 0.2),
        answer_within=answer_within,
    )


@dataclass
class Mail:
    """An outbox over a real database, with the delivery that empties it."""

    database: Database
    api: BotApi
    clock: Clock
    delivery: Delivery
    metrics: Metrics

    async def say(self, user: str, words: str, *, account: str = ACCOUNT, **fields: object) -> None:
        """Puts words for somebody into the outbox."""
        message = Message(text=Text("plain", {"text": words}), **fields)  # type: ignore[arg-type]
        await self.put(user, message, account)

    async def put(self, user: str, message: Message, account: str = ACCOUNT) -> None:
        """Puts a message for somebody (or a group) into the outbox."""
        await self.database.turn(lambda tx: self._speaker(tx).put(found(tx, user, account), message))
        self.delivery.wake()

    async def edit(self, key: str, words: str) -> None:
        """Says a keyed message anew."""
        message = Message(text=Text("plain", {"text": words}))
        await self.database.turn(lambda tx: self._speaker(tx).edit(key, message))
        self.delivery.wake()

    def _speaker(self, tx: Transaction) -> Speaker:
        return Speaker(tx, self.clock.now(), demo_community())

    async def rows(self, where: str = "1 = 1") -> list[Row]:
        """Rows of the outbox, in order."""
        return await self.database.read(lambda tx: tx.all(f"SELECT * FROM outbox WHERE {where} ORDER BY id"))

    async def states(self) -> list[str]:
        """The states of all rows, in order."""
        return [str(row["state"]) for row in await self.rows()]

    async def empty(self) -> None:
        """Waits until nothing waits or is being sent."""
        while await self.rows("state IN ('waiting', 'sending')"):
            self.delivery.wake()
            await asyncio.sleep(0.01)

    async def until(self, condition: Callable[[], Awaitable[object]]) -> None:
        """Waits until something about the tables is true."""
        while not await condition():
            self.delivery.wake()
            await asyncio.sleep(0.01)


def found(tx: Transaction, user: str, account: str = ACCOUNT) -> Address:
    """The address of somebody, or of a group."""
    key = group_user(user, None) if user.startswith("-") else user
    address = addresses.find(tx, account, key)
    assert address is not None, user
    return address


def new_delivery(
    database: Database,
    channel: TelegramChannel,
    clock: Clock,
    folder: Path,
    holder: str = "me",
    window: int = 16,
) -> tuple[Delivery, Metrics]:
    """A delivery of a channel's account."""
    metrics = Metrics()
    renderer = Renderer(ZONE, lambda name: ["start"], lambda claimed: f"https://example.org/s/{claimed.id}")
    media = MediaFolder(folder, database)
    delivery = Delivery(
        database, channel, renderer, media, clock, metrics, holder=holder, window=window, patience=(0.02, 0.2)
    )
    return delivery, metrics


@asynccontextmanager
async def mailing(
    database: Database, api: BotApi, clock: Clock, folder: Path, *, rates: Rates = FAST, answer_within: float = 20.0
) -> AsyncIterator[Mail]:
    """A delivery that is not running yet."""
    channel = channel_to(api, rates, answer_within)
    delivery, metrics = new_delivery(database, channel, clock, folder)
    try:
        yield Mail(database, api, clock, delivery, metrics)
    finally:
        await delivery.stop()
        await channel.close()


@asynccontextmanager
async def delivering(mail: Mail) -> AsyncIterator[None]:
    """Runs the delivery meanwhile."""
    running = asyncio.create_task(mail.delivery.run())
    try:
        yield
    finally:
        await mail.delivery.stop()
        await running


def offered(action: str = "menu.my") -> tuple[Choice, ...]:
    """One choice."""
    return (Choice(action, Text("menu-my")),)


LANES = tuple(Lane)
SOON = timedelta(seconds=30)
