"""Workers: task rows → work outside the transaction → the result in a turn of its own."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.channels import Channel, Failure, SendError
from bot.clock import Clock
from bot.model import Model
from bot.retrying import try_again_after
from bot.tasks import GiveUp, Tools
from bot.tasks.kinds import GIVEN_UP, KINDS
from handlers.community import Community
from storage import tasks
from storage.database import Database
from storage.errors import StorageError, Unavailable
from storage.media import MediaFolder
from storage.tasks import Task
from storage.transaction import Transaction

log = logging.getLogger(__name__)

IDLE_SECONDS = 1.0


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
        model: Model | None = None,
    ) -> None:
        self._tools = Tools(database, channels, folder, community, clock, model)
        self._database = database
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
            await KINDS[task.kind](self._tools, task)
        except SendError as error:
            await self._again(task, error.failure.value, final=error.failure in (Failure.NEVER, Failure.GONE))
        except GiveUp as error:
            await self._again(task, str(error), final=True)
        except Unavailable:
            raise  # it falls due again by itself
        except Exception as error:
            log.error("task %s failed: %s", task.kind, type(error).__name__)
            await self._again(task, type(error).__name__, final=False)

    async def _again(self, task: Task, error_type: str, *, final: bool) -> None:
        wait: timedelta | None = None if final else try_again_after(task.attempts)
        at = self._clock.now() + (wait or timedelta())
        if wait is None:
            await self._database.turn(lambda tx: self._give_up(tx, task, error_type))
        else:
            await self._database.turn(lambda tx: tasks.postpone(tx, task.id, at, error_type))

    def _give_up(self, tx: Transaction, task: Task, error_type: str) -> None:
        tasks.give_up(tx, task.id, error_type)
        follows = GIVEN_UP.get(task.kind)
        if follows is not None:
            follows(self._tools.speaker(tx), task)
