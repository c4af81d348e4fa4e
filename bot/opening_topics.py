"""Topics of groups: opened when the first thing is to be said in them."""

import asyncio
from functools import partial

from bot.channels import Channel
from storage import addresses
from storage.database import Database
from storage.sending import Claimed


class Topics:
    """Opens the topics of one account, each once. A kill right after one was opened leaves it empty beside another."""

    def __init__(self, database: Database, channel: Channel) -> None:
        self._database = database
        self._channel = channel
        self._opening: dict[int, asyncio.Lock] = {}

    async def thread_of(self, message: Claimed) -> str | None:
        """The thread that a message goes to; None outside of topics. Raises SendError."""
        if message.topic is None:
            return message.thread
        lock = self._opening.setdefault(message.address_id, asyncio.Lock())
        async with lock:  # another lane may have something to say in the same topic
            thread = await self._open(message, message.topic)
        self._opening.pop(message.address_id, None)
        return thread

    async def _open(self, message: Claimed, name: str) -> str:
        address = await self._database.read(partial(addresses.read, address_id=message.address_id))
        if address.thread is not None:
            return address.thread
        thread = await self._channel.open_topic(message.chat, name)
        await self._database.turn(lambda tx: addresses.topic_opened(tx, address, thread))
        return thread
