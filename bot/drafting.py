"""Drafting: a row of the outbox as the envelope that its channel sends; what many share is rendered once."""

from collections import OrderedDict
from dataclasses import replace
from typing import TypeAlias

from bot.channels import Channel, Envelope
from bot.enclosures import Enclosures
from bot.opening_topics import Topics
from bot.rendering import Renderer
from handlers.message import Message, decode
from storage import line, sending
from storage.database import Database
from storage.media import MediaFolder
from storage.sending import BROADCASTS, Claimed

REMEMBERED = 64  # texts of broadcasts, in each language and form

Reading: TypeAlias = tuple[int, str, bool, bool]


class Drafting:
    """Envelopes for one account."""

    def __init__(self, database: Database, channel: Channel, renderer: Renderer, folder: MediaFolder) -> None:
        self._database = database
        self._channel = channel
        self._renderer = renderer
        self._enclosures = Enclosures(database, folder, channel.account)
        self._topics = Topics(database, channel)
        self._rendered: OrderedDict[Reading, tuple[Message, Envelope]] = OrderedDict()

    async def envelope(self, row: Claimed) -> Envelope:
        """The message of a row. Raises SendError where its topic cannot be opened, and whatever rendering raises."""
        message, rendered = await self._read(row)
        return replace(
            rendered,
            chat=row.chat,
            thread=await self._topics.thread_of(row),
            reply_to=await self._shown_as(message.reply_to, row.address_id),
            silent=message.silent,
            lasting=message.lasting,
            paid=row.lane == BROADCASTS and self._channel.rates.paid is not None,
        )

    async def _read(self, row: Claimed) -> tuple[Message, Envelope]:
        if row.shared_id is None:
            return await self._render(row, decode(row.body))
        reading = (row.shared_id, row.language, row.elder, row.group)
        known = self._rendered.get(reading)
        if known is not None:
            return known
        made = await self._render(row, decode(row.body))
        if not made[0].sensitive:  # that holds a link for one reader
            self._rendered[reading] = made
            if len(self._rendered) > REMEMBERED:
                self._rendered.popitem(last=False)
        return made

    async def _render(self, row: Claimed, message: Message) -> tuple[Message, Envelope]:
        files = await self._enclosures.of(message.media, kept=row.shared_id is not None)
        return message, self._renderer.envelope(row, message, files, self._channel.abilities)

    async def _shown_as(self, key: str | None, address_id: int) -> str | None:
        """The channel's id of the message with this key in a chat: as we sent it there, or as its reader wrote it."""
        if key is None:
            return None
        return await self._database.read(
            lambda tx: sending.shown_as(tx, key, address_id) or line.written_as(tx, key, address_id)
        )
