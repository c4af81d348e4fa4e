"""What we tell Telegram about ourselves, in the background: our name is asked, menus and the webhook are set.

Each step is repeated until Telegram has answered, so that a start without Telegram in reach comes right by itself.
"""

import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.channels.telegram.failures import describe, pause
from bot.channels.telegram.parsing import ALLOWED_UPDATES
from bot.channels.telegram.patience import Health, Patience

logger = logging.getLogger(__name__)

Menus = Mapping[str, Sequence[tuple[str, str]]]
"""Language ("zh", "en") → (command, description). The language "" is for everybody without a list of their own."""

MAX_CONNECTIONS = 100  # webhook calls at once: the Bot API's upper limit


class Setup:
    """The calls at the start; `patience` ends them when we are stopping."""

    def __init__(self, bot: Bot, patience: Patience, health: Health) -> None:
        self._bot = bot
        self._patience = patience
        self._health = health

    async def identify(self) -> str | None:
        """The bot's username, asked until it is known; None when we are stopping."""
        names: list[str] = []

        async def ask() -> None:
            user = await self._bot.get_me()
            names.append(user.username or "")

        await self._persist("identity", ask)
        return names[0] if names else None

    async def menus(self, menus: Menus) -> None:
        """Sets the command menus that hold where a chat has none of its own."""
        for language, commands in menus.items():

            async def put(commands: Sequence[tuple[str, str]] = commands, language: str = language) -> None:
                try:
                    await self._bot.set_my_commands(list(commands), language_code=language or None)
                except BadRequest as error:  # will not get better by repeating it, and nothing depends on it
                    logger.warning("the menu for %r was refused: %s", language, describe(error))

            await self._persist("menus", put)

    async def webhook(self, url: str, secret: str) -> None:
        """Asks Telegram to call `url`; what waits there is kept."""

        async def put() -> None:
            await self._bot.set_webhook(
                url,
                secret_token=secret,
                allowed_updates=list(ALLOWED_UPDATES),
                max_connections=MAX_CONNECTIONS,
                drop_pending_updates=False,
            )

        await self._persist("webhook", put)

    async def _persist(self, part: str, step: Callable[[], Coroutine[Any, Any, None]]) -> None:
        while not self._patience.stopping.is_set():
            try:
                await self._patience.unless_stopping(step())
            except TelegramError as error:
                self._health.bad(part, describe(error))
                logger.warning("%s: %s", part, describe(error))
                await self._patience.rest(pause(error) if isinstance(error, RetryAfter) else 0.0)
            except Exception as error:  # an answer the library cannot read
                self._health.bad(part, f"Telegram's answer cannot be read ({type(error).__name__})")
                await self._patience.rest()
            else:
                self._health.good(part)
                self._patience.reset()
                return
