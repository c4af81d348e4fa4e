"""Telegram: updates come in by long polling or by webhook, messages leave through the Bot API."""

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.username import find_username

__all__ = ["TelegramChannel", "find_username"]
