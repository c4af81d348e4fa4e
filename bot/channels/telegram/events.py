"""Pressed choices, and our own coming and going, as Incoming."""

from datetime import datetime

from telegram import CallbackQuery, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message
from telegram.constants import ChatType

from bot.channels.telegram.words import GROUPS, Me, identifier, language_of, name_of, text_of, utc
from handlers.incoming import EventKind, Incoming, Press


def press(content: dict[str, object], update: str, me: Me, now: datetime) -> Incoming | None:
    """A pressed choice, at `now`; None for a game, or a message of somebody else's that we were quoted in."""
    query = CallbackQuery.de_json(content)
    message = query.message  # possibly "inaccessible" (too old): then it has a chat and an id, and no thread
    if query.data is None or message is None:
        return None
    in_topic = isinstance(message, Message) and message.is_topic_message
    return Incoming(
        account=me.account,
        update=update,
        user=identifier(query.from_user.id),
        chat=identifier(message.chat.id),
        at=now,
        group=message.chat.type in GROUPS,
        thread=identifier(message.message_thread_id) if in_topic and isinstance(message, Message) else None,
        name=name_of(query.from_user),
        language=language_of(query.from_user),
        message=identifier(message.message_id),
        press=Press(id=text_of(query.id), action=text_of(query.data)),
    )


def membership(content: dict[str, object], update: str, me: Me, now: datetime) -> Incoming | None:
    """A person blocked us or let us in again; a group took us in or threw us out. None for other changes."""
    change = ChatMemberUpdated.de_json(content)
    event = _event(change)
    if event is None:
        return None
    return Incoming(
        account=me.account,
        update=update,
        user=identifier(change.from_user.id),
        chat=identifier(change.chat.id),
        at=utc(change.date),
        group=change.chat.type in GROUPS,
        name=name_of(change.from_user),
        language=language_of(change.from_user),
        event=event,
    )


def _event(change: ChatMemberUpdated) -> EventKind | None:
    was, now = _inside(change.old_chat_member), _inside(change.new_chat_member)
    if was == now or change.chat.type not in (ChatType.PRIVATE, *GROUPS):
        return None  # promoted, demoted, restricted; or a broadcast channel
    if change.chat.type == ChatType.PRIVATE:
        return "unblocked" if now else "blocked"
    return "entered" if now else "expelled"


def _inside(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member is True
    return text_of(member.status) not in (ChatMember.LEFT, ChatMember.BANNED)
