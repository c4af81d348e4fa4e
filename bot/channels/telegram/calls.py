"""One part of an envelope → one call of the Bot API."""

import json
from dataclasses import dataclass
from typing import TypedDict

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from bot.channels import Envelope, Failure, Medium, SendError
from bot.channels.telegram import quick
from bot.channels.telegram.planning import Album, One, Part, Place, as_file
from bot.channels.telegram.splitting import Spans, units

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
MOST_ENTITIES = 100  # Bot API: more are not shown
NAMES = {"photo": "photo.jpg", "voice": "voice.ogg", "video": "video.mp4", "sticker": "sticker.webp", "file": "file"}
MOVING = {"application/x-tgsticker": "sticker.tgs", "video/webm": "sticker.webm"}

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes, in Telegram's numbers."""

    chat: int
    thread: int | None = None
    reply_to: int | None = None
    silent: bool = False
    paid: bool = False

    @staticmethod
    def of(envelope: Envelope) -> "Address":
        """Raises SendError(NEVER) when the envelope names no Telegram chat."""
        thread, reply_to = _maybe(envelope.thread), _maybe(envelope.reply_to)
        return Address(number(envelope.chat), thread, reply_to, envelope.silent, envelope.paid)


class _Common(TypedDict):
    chat_id: int
    message_thread_id: int | None
    reply_parameters: ReplyParameters | None
    disable_notification: bool
    allow_paid_broadcast: bool | None


class _Caption(TypedDict):
    caption: str | None
    caption_entities: list[MessageEntity] | None


def number(text: str) -> int:
    """An id as Telegram's number. Raises SendError(NEVER) when it is none."""
    try:
        return int(text)
    except ValueError:
        raise SendError(Failure.NEVER, "not an id of Telegram's") from None


async def call(bot: Bot, address: Address, part: Part, markup: Markup, *, reply: bool) -> str:
    """Makes the call; returns the message's id (of an album: the one with the caption). Raises TelegramError."""
    answered = address.reply_to if reply else None
    common = _Common(
        chat_id=address.chat,
        message_thread_id=address.thread,
        reply_parameters=ReplyParameters(answered, allow_sending_without_reply=True) if answered else None,
        disable_notification=address.silent,
        allow_paid_broadcast=address.paid or None,
    )
    if isinstance(part, Album):
        return await _album(bot, part, common)
    if isinstance(part, One):
        return _id(await _one(bot, part, markup, common))
    if isinstance(part, Place):
        return _id(await _place(bot, part, markup, common))
    bold = entities(part.text, part.bold)
    marked = json.dumps([each.to_dict() for each in bold]) if bold else None
    return await quick.send_message(bot, part.text, {**common, "entities": marked}, markup)


async def _place(bot: Bot, part: Place, markup: Markup, common: _Common) -> Message:
    here = part.position
    return await bot.send_location(**common, latitude=here.latitude, longitude=here.longitude, reply_markup=markup)


async def _one(bot: Bot, part: One, markup: Markup, common: _Common) -> Message:
    medium = part.medium
    file = InputFile(medium.data, filename=_name(medium))
    words = _caption(part.caption, part.bold)
    if as_file(medium):
        return await bot.send_document(**common, **words, document=file, reply_markup=markup)
    if medium.kind == "photo":
        return await bot.send_photo(**common, **words, photo=file, reply_markup=markup)
    if medium.kind == "voice":
        return await bot.send_voice(**common, **words, voice=file, reply_markup=markup)
    if medium.kind == "video":
        return await bot.send_video(**common, **words, video=file, reply_markup=markup)
    # Clients show a moving sticker as one only by Telegram's own id of it: uploaded again it is a file.
    return await bot.send_sticker(**common, sticker=medium.file or file, reply_markup=markup)


async def _album(bot: Bot, part: Album, common: _Common) -> str:
    caption, none = _caption(part.caption, part.bold), _caption("", ())
    media = [_item(medium, none if place else caption) for place, medium in enumerate(part.media)]
    return _id((await bot.send_media_group(**common, media=media))[0])


def _item(medium: Medium, words: _Caption) -> InputMediaDocument | InputMediaPhoto | InputMediaVideo:
    name = _name(medium)
    if as_file(medium):
        return InputMediaDocument(medium.data, **words, filename=name)
    if medium.kind == "photo":
        return InputMediaPhoto(medium.data, **words, filename=name)
    return InputMediaVideo(medium.data, **words, filename=name)


def entities(text: str, bold: Spans) -> list[MessageEntity] | None:
    """Bold stretches as Telegram counts them, in UTF-16 units."""
    shown = bold[:MOST_ENTITIES]
    found = [MessageEntity(MessageEntity.BOLD, units(text[:start]), units(text[start:end])) for start, end in shown]
    return found or None


def _caption(text: str, bold: Spans) -> _Caption:
    return _Caption(caption=text or None, caption_entities=entities(text, bold))


def _name(medium: Medium) -> str:
    if medium.kind == "sticker":  # its name is an emoji; what a sticker is, Telegram tells by the ending
        return MOVING.get(medium.mime, NAMES["sticker"])
    return medium.name or NAMES[medium.kind]


def _id(message: Message) -> str:
    return str(message.message_id)


def _maybe(text: str | None) -> int | None:
    return None if text is None else number(text)
