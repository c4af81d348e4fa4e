"""Workers: task rows → work outside the transaction → the result in a turn of its own."""

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.channels import Channel, Failure, SendError
from bot.clock import Clock
from bot.photos import NotAPicture, clean_photo
from bot.retrying import try_again_after
from handlers import attachments
from handlers.community import Community
from handlers.turn import Speaker
from storage import media, tasks
from storage.database import Database
from storage.errors import StorageError, Unavailable
from storage.media import MediaFolder, Medium
from storage.tasks import Task
from storage.transaction import Transaction

log = logging.getLogger(__name__)

IDLE_SECONDS = 1.0


class _CannotBeCleaned(Exception):
    """A picture whose hidden words (where it was taken) cannot be taken out."""


class Workers:
    """Takes tasks one after the other; a failed one is tried again, later and later."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        folder: MediaFolder,
        community: Callable[[], Community],
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._database = database
        self._channels = channels
        self._folder = folder
        self._community = community
        self._clock = clock
        self._wake_delivery = wake
        self._wake = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """A task may have been added."""
        self._wake.set()

    async def run(self) -> None:
        """Works until `stop`."""
        while not self._stopping:
            self._wake.clear()
            if not await self.step():
                try:
                    await asyncio.wait_for(self._wake.wait(), IDLE_SECONDS)
                except TimeoutError:
                    continue

    async def stop(self) -> None:
        """Takes nothing more."""
        self._stopping = True
        self._wake.set()

    async def step(self) -> bool:
        """Does what is due; False where nothing was."""
        try:
            now = self._clock.now()
            # Looked for without writing: an idle service leaves its disk alone.
            if not await self._database.read(lambda tx: tasks.any_due(tx, now)):
                return False
            taken = await self._database.turn(lambda tx: tasks.take(tx, now))
            for task in taken:
                await self._do(task)
        except StorageError as error:
            log.warning("workers wait for the database: %s", type(error).__name__)
            return False
        self._wake_delivery()
        return bool(taken)

    async def _do(self, task: Task) -> None:
        try:
            if task.kind == attachments.FETCH:
                await self._fetch(task)
        except SendError as error:
            await self._again(task, error.failure.value, final=error.failure in (Failure.NEVER, Failure.GONE))
        except Unavailable:
            raise  # it falls due again by itself
        except _CannotBeCleaned:
            await self._refuse(task)
        except Exception as error:
            log.error("task %s failed: %s", task.kind, type(error).__name__)
            await self._again(task, type(error).__name__, final=False)

    async def _fetch(self, task: Task) -> None:
        """The bytes of a photo, voice or file that a channel still holds; photos lose EXIF and position."""
        media_id = int(json.loads(task.payload)["media"])
        medium = await self._database.read(lambda tx: media.read(tx, media_id))
        channel = self._channels.get(medium.account or "")
        if channel is None or medium.file is None:
            await self._database.turn(lambda tx: tasks.give_up(tx, task.id, "no channel"))
            return
        data, mime = await self._cleaned(medium, await channel.fetch(medium.file))
        digest = await asyncio.to_thread(self._folder.put, data)
        now = self._clock.now()

        def arrived(tx: Transaction) -> None:
            media.fetched(tx, media_id, digest, mime, len(data))
            tasks.finish(tx, task.id)
            attachments.arrived(Speaker(tx, now, self._community()), media_id)

        await self._database.turn(arrived)

    async def _cleaned(self, medium: Medium, data: bytes) -> tuple[bytes, str]:
        if medium.kind != "photo" and not medium.mime.startswith("image/"):
            return data, medium.mime
        try:
            return await asyncio.to_thread(clean_photo, data)
        except NotAPicture as error:
            raise _CannotBeCleaned from error

    async def _refuse(self, task: Task) -> None:
        address_id, now = int(json.loads(task.payload)["address"]), self._clock.now()

        def refuse(tx: Transaction) -> None:
            tasks.give_up(tx, task.id, NotAPicture.__name__)
            attachments.refused(Speaker(tx, now, self._community()), address_id)

        await self._database.turn(refuse)

    async def _again(self, task: Task, error_type: str, *, final: bool) -> None:
        wait: timedelta | None = None if final else try_again_after(task.attempts)
        at = self._clock.now() + (wait or timedelta())
        if wait is None:
            await self._database.turn(lambda tx: tasks.give_up(tx, task.id, error_type))
        else:
            await self._database.turn(lambda tx: tasks.postpone(tx, task.id, at, error_type))
