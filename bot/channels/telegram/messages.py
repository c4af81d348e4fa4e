"""A Telegram message → Incoming: who says it, where, what, and whether it is meant for us."""

from telegram import Message
from telegram.constants import ChatType

from bot.channels.telegram.addressing import command_in, mentions
from bot.channels.telegram.media import attachments, contact, position
from bot.channels.telegram.words import GROUPS, Me, blank, identifier, language_of, name_of, utc
from handlers.incoming import Incoming


def from_message(content: dict[str, object], update: str, me: Me, *, edited: bool) -> Incoming | None:
    """The event in a raw message; None for notices and for what other bots and channels say.

    An edited message carries its text and never a command: correcting a word must not do something a second time.
    """
    message = Message.de_json(content)
    if message.migrate_to_chat_id is not None or message.migrate_from_chat_id is not None:
        return _migration(message, update, me)
    if message.chat.type not in (ChatType.PRIVATE, *GROUPS) or message.is_automatic_forward:
        return None
    speaker = _speaker(message)
    if speaker is None or (edited and message.location):  # a live position moves every few seconds
        return None
    incoming = _spoken(message, update, me, speaker, edited)
    return incoming if _says_something(message, incoming) else None


def _migration(message: Message, update: str, me: Me) -> Incoming:
    """Both groups announce the same fact; both announcements become the same event, said by the old group."""
    if message.migrate_to_chat_id is not None:
        old, new = message.chat.id, message.migrate_to_chat_id
    else:
        old, new = message.migrate_from_chat_id or 0, message.chat.id
    chat, at = identifier(old), utc(message.date)
    return Incoming(
        account=me.account,
        update=update,
        user=chat,
        chat=chat,
        at=at,
        group=True,
        event="migrated",
        migrated_to=identifier(new),
    )


def _speaker(message: Message) -> tuple[str, str, str] | None:
    """(user, name, language). An anonymous admin or a channel is the chat it speaks for: Telegram gives all of them
    one and the same user, who must not become a person."""
    if message.sender_chat is not None:
        return identifier(message.sender_chat.id), blank(message.sender_chat.title), ""
    sender = message.from_user
    if sender is None or sender.is_bot:
        return None
    return identifier(sender.id), name_of(sender), language_of(sender)


def _spoken(message: Message, update: str, me: Me, speaker: tuple[str, str, str], edited: bool) -> Incoming:
    user, name, language = speaker
    answered = _answered(message)
    group = message.chat.type in GROUPS
    command, args, addressed = command_in(blank(message.text), me, group=group)
    if addressed is None:
        addressed = _to_us(answered, _text(message), me) or message.chat.type == ChatType.PRIVATE
    return Incoming(
        account=me.account,
        update=update,
        user=user,
        chat=identifier(message.chat.id),
        at=utc(message.edit_date or message.date),
        group=group,
        addressed=addressed,
        thread=identifier(message.message_thread_id) if message.is_topic_message else None,
        name=name,
        language=language,
        message=identifier(message.message_id),
        reply_to=identifier(answered.message_id) if answered else None,
        edited=edited,
        text=_text(message),
        command=None if edited else command,
        args="" if edited else args,
        media=attachments(message),
        position=position(message),
        contact=contact(message.contact, user),
        album=blank(message.media_group_id) or None,
    )


def _answered(message: Message) -> Message | None:
    """The message this one replies to. Everything in a topic "replies" to the notice that opened it: not meant."""
    answered = message.reply_to_message
    return None if answered is None or answered.forum_topic_created is not None else answered


def _text(message: Message) -> str:
    text = blank(message.text) or blank(message.caption)
    if text or message.venue is None:
        return text
    return "\n".join(part for part in (blank(message.venue.title), blank(message.venue.address)) if part)


def _to_us(answered: Message | None, text: str, me: Me) -> bool:
    if answered is not None and answered.from_user is not None and answered.from_user.id == me.id:
        return True
    return mentions(text, me.username)


def _says_something(message: Message, incoming: Incoming) -> bool:
    """False for notices (a pinned message, a new title). A dice or a poll sent to us privately deserves an answer."""
    if incoming.text or incoming.media or incoming.position or incoming.contact:
        return True
    return not incoming.group and (message.effective_attachment is not None or message.checklist is not None)
