"""One part of an envelope → one call of the Bot API."""

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
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from bot.channels import Envelope, Failure, Medium, SendError
from bot.channels.telegram.planning import Album, One, Part, Place, Words, as_file

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
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

    @staticmethod
    def of(envelope: Envelope) -> "Address":
        """Raises SendError(NEVER) when the envelope names no Telegram chat."""
        return Address(number(envelope.chat), _maybe(envelope.thread), _maybe(envelope.reply_to), envelope.silent)


class _Common(TypedDict):
    chat_id: int
    message_thread_id: int | None
    reply_parameters: ReplyParameters | None
    disable_notification: bool


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
    )
    if isinstance(part, Album):
        return await _album(bot, part, common)
    if isinstance(part, One):
        return _id(await _one(bot, part, markup, common))
    if isinstance(part, Place):
        return _id(await _place(bot, part, markup, common))
    return _id(await _words(bot, part, markup, common))


async def _words(bot: Bot, part: Words, markup: Markup, common: _Common) -> Message:
    return await bot.send_message(**common, text=part.text, reply_markup=markup, link_preview_options=NO_PREVIEW)


async def _place(bot: Bot, part: Place, markup: Markup, common: _Common) -> Message:
    here = part.position
    return await bot.send_location(**common, latitude=here.latitude, longitude=here.longitude, reply_markup=markup)


async def _one(bot: Bot, part: One, markup: Markup, common: _Common) -> Message:
    medium, caption = part.medium, part.caption or None
    file = InputFile(medium.data, filename=_name(medium))
    if as_file(medium):
        return await bot.send_document(**common, document=file, caption=caption, reply_markup=markup)
    if medium.kind == "photo":
        return await bot.send_photo(**common, photo=file, caption=caption, reply_markup=markup)
    if medium.kind == "voice":
        return await bot.send_voice(**common, voice=file, caption=caption, reply_markup=markup)
    if medium.kind == "video":
        return await bot.send_video(**common, video=file, caption=caption, reply_markup=markup)
    # Clients show a moving sticker as one only by Telegram's own id of it: uploaded again it is a file.
    return await bot.send_sticker(**common, sticker=medium.file or file, reply_markup=markup)


async def _album(bot: Bot, part: Album, common: _Common) -> str:
    media = [_item(medium, part.caption if place == 0 else "") for place, medium in enumerate(part.media)]
    return _id((await bot.send_media_group(**common, media=media))[0])


def _item(medium: Medium, caption: str) -> InputMediaDocument | InputMediaPhoto | InputMediaVideo:
    words, name = caption or None, _name(medium)
    if as_file(medium):
        return InputMediaDocument(medium.data, caption=words, filename=name)
    if medium.kind == "photo":
        return InputMediaPhoto(medium.data, caption=words, filename=name)
    return InputMediaVideo(medium.data, caption=words, filename=name)


def _name(medium: Medium) -> str:
    if medium.kind == "sticker":  # its name is an emoji; what a sticker is, Telegram tells by the ending
        return MOVING.get(medium.mime, NAMES["sticker"])
    return medium.name or NAMES[medium.kind]


def _id(message: Message) -> str:
    return str(message.message_id)


def _maybe(text: str | None) -> int | None:
    return None if text is None else number(text)
