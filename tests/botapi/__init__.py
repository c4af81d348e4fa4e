"""A Telegram Bot API server of the tests' own, over real HTTP, that keeps Telegram's rules."""

from tests.botapi.errors import JSON
from tests.botapi.people import Chat, Message, Person
from tests.botapi.records import Answer, Edit, Sent
from tests.botapi.rules import Rules
from tests.botapi.server import TOKEN, BotApi

__all__ = ["JSON", "TOKEN", "Answer", "BotApi", "Chat", "Edit", "Message", "Person", "Rules", "Sent"]
