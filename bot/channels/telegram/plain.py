"""Plain words and plain presses, nearly all that people send, read straight from the raw update.

The library makes a message of a hundred fields, most of them absent, out of each: that took ten times as long as all
other reading. Whatever is more than text from a person or a press under a message of ours is left to the library, and
so is whatever looks malformed. A test holds both ways against each other.
"""

from datetime import UTC, datetime
from typing import Any, TypeAlias, TypeGuard

from telegram.constants import ChatType

from bot.channels.telegram.addressing import command_in, mentions
from bot.channels.telegram.words import GROUPS, Me, blank, identifier, text_of
from handlers.incoming import Incoming, Press

Raw: TypeAlias = dict[str, Any]

WORDS = frozenset({"message_id", "from", "chat", "date", "text", "entities"})
PRESS = frozenset({"id", "from", "message", "chat_instance", "data"})


def plain_words(content: Raw, update: str, me: Me) -> Incoming | None:
    """The event in a message that is nothing but text; None where it is more, or something is odd about it."""
    chat, sender, date = content.get("chat"), content.get("from"), content.get("date")
    if not (content.keys() <= WORDS and _is_chat(chat) and _is_person(sender) and type(date) is int):
        return None
    text, group = blank(content.get("text")), chat["type"] in GROUPS
    if not text:
        return None
    command, args, addressed = command_in(text, me, group=group)
    if addressed is None:
        addressed = not group or mentions(text, me.username)
    return Incoming(
        account=me.account,
        update=update,
        user=identifier(sender.get("id")),
        chat=identifier(chat.get("id")),
        at=datetime.fromtimestamp(date, UTC),
        group=group,
        addressed=addressed,
        name=_name(sender),
        language=blank(sender.get("language_code")),
        message=identifier(content.get("message_id")),
        text=text,
        command=command,
        args=args,
    )


def plain_press(content: Raw, update: str, me: Me, now: datetime) -> Incoming | None:
    """The event in a press under a message outside of topics; None where it is more, or something is odd about it."""
    sender, message = content.get("from"), content.get("message")
    if not (content.keys() <= PRESS and _is_person(sender) and isinstance(message, dict)):
        return None
    chat = message.get("chat")
    if "data" not in content or "is_topic_message" in message or not _is_chat(chat):
        return None
    return Incoming(
        account=me.account,
        update=update,
        user=identifier(sender.get("id")),
        chat=identifier(chat.get("id")),
        at=now,
        group=chat["type"] in GROUPS,
        name=_name(sender),
        language=blank(sender.get("language_code")),
        message=identifier(message.get("message_id")),
        press=Press(id=text_of(content.get("id")), action=text_of(content["data"])),
    )


def _is_chat(chat: Any) -> TypeGuard[Raw]:
    return isinstance(chat, dict) and chat.get("type") in (ChatType.PRIVATE, *GROUPS)


def _is_person(sender: Any) -> TypeGuard[Raw]:
    return isinstance(sender, dict) and sender.get("is_bot") is False


def _name(sender: Raw) -> str:
    return " ".join(part for part in (blank(sender.get("first_name")), blank(sender.get("last_name"))) if part)
