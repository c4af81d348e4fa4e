"""The web chat: a page in the browser, kept alive by server-sent events."""

from bot.channels.web.bubbles import Room
from bot.channels.web.channel import WebChannel
from bot.channels.web.sessions import Seat

__all__ = ["Room", "Seat", "WebChannel"]
