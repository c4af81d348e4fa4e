"""The bot's name, for links made outside the running service."""

from telegram import Bot
from telegram.error import TelegramError


async def find_username(token: str, api: str) -> str | None:
    """The bot's username; None while Telegram is out of reach or refuses the token."""
    try:
        async with Bot(token, base_url=f"{api}/bot") as bot:
            return bot.username
    except TelegramError:
        return None
