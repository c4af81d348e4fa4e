"""Long polling that acknowledges an update only after it has been stored.

The library's own updater moves on first and handles afterwards, and lets one malformed update spoil all that came
with it. Here the answer is taken raw, each update is read by itself, and the offset (which is the acknowledgement)
moves just as far as everything before it has been committed.
"""

import asyncio
import logging
from collections.abc import Sequence

from telegram import Bot
from telegram.error import Conflict, RetryAfter, TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter  # no public name; the version is pinned

from bot.channels.telegram.failures import describe, pause
from bot.channels.telegram.parsing import ALLOWED_UPDATES, update_id
from bot.channels.telegram.patience import Health, Patience
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.requests import Requests

logger = logging.getLogger(__name__)

POLL_SECONDS = 30  # how long Telegram may hold an empty answer back
BATCH = 100  # updates in one answer: the Bot API's limit
PART = "polling"


class Polling:
    """Asks for updates until `patience.stopping` is set."""

    def __init__(self, bot: Bot, requests: Requests, reception: Reception, patience: Patience, health: Health) -> None:
        self._bot = bot
        self._requests = requests
        self._reception = reception
        self._patience = patience
        self._health = health
        self._offset: int | None = None
        self._troubled = False

    async def run(self) -> None:
        """Takes updates in; returns soon after `stopping` is set, when the batch at hand has been stored."""
        while not self._patience.stopping.is_set():
            try:
                await self._round()
            except TelegramError as error:
                await self._trouble(error)
            except Exception as error:  # an answer that is no answer must not end the polling
                self._troubled = True
                self._health.bad(PART, f"Telegram's answer cannot be read ({type(error).__name__})")
                await self._patience.rest()

    async def _round(self) -> None:
        """One question and its answer: stores the batch and moves the offset."""
        batch = await self._patience.unless_stopping(self._get_updates())
        if batch is None:
            return
        self._troubled = False
        self._health.good(PART)
        if await self._store(batch):
            self._patience.reset()
        else:
            await self._patience.rest()

    async def _get_updates(self) -> Sequence[object]:
        """The next raw updates. Raises TelegramError, and TypeError for an answer that is no list."""
        wanted = {
            "offset": self._offset,
            "timeout": 0 if self._troubled else POLL_SECONDS,  # after trouble: at once, so that we hear it is over
            "limit": BATCH,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        parameters = [RequestParameter.from_input(name, value) for name, value in wanted.items() if value is not None]
        answer: object = await self._requests.post(f"{self._bot.base_url}/getUpdates", RequestData(parameters))
        if not isinstance(answer, list):
            raise TypeError("no list of updates")
        return answer

    async def _store(self, batch: Sequence[object]) -> bool:
        """Hands the batch in, side by side and in order. False when we have to ask for some of it again."""
        begun = [(update_id(raw), self._reception.begin(raw)) for raw in batch]
        acknowledged = not batch
        for number, task in begun:
            if task is not None and not await asyncio.shield(task):
                acknowledged = False
                break
            if number is not None:  # without one it is acknowledged together with a later update
                self._offset = number + 1
                acknowledged = True
        await self._reception.idle()
        return acknowledged

    async def _trouble(self, error: TelegramError) -> None:
        line = describe(error)
        self._troubled = True
        self._health.bad(PART, line)
        if isinstance(error, Conflict) and "webhook" in error.message.lower():
            await self._take_over()
        else:
            logger.warning("%s", line)
        await self._patience.rest(pause(error) if isinstance(error, RetryAfter) else 0.0)

    async def _take_over(self) -> None:
        """Polling was chosen, and a webhook from earlier is still set: removes it (what waits there is kept)."""
        logger.warning("a webhook is set for this bot; removing it, because polling was chosen")
        try:
            await self._patience.unless_stopping(self._bot.delete_webhook(drop_pending_updates=False))
        except TelegramError as error:
            logger.warning("the webhook could not be removed: %s", describe(error))
