"""Changing a message that was sent."""

from telegram import Bot, InlineKeyboardMarkup

from bot.channels import Envelope, Failure, SendError
from bot.channels.telegram.calls import NO_PREVIEW, entities, number
from bot.channels.telegram.failures import attempt
from bot.channels.telegram.keyboards import inline
from bot.channels.telegram.planning import POINTER
from bot.channels.telegram.splitting import CAPTION_LIMIT, cut, spans_of, split, units

UNCHANGED = "message is not modified"
NO_TEXT = "no text in the message"
NO_CAPTION = "no caption in the message"


async def edit(bot: Bot, envelope: Envelope, message: str) -> str:
    """Gives `message` the envelope's words and choices (none: its keyboard goes). Returns its id. Raises SendError.

    A message that is gone or can no longer be edited is MISSING; one that says so already counts as done. Whether it
    carries text or a caption is not known here: the likelier is tried first, Telegram's answer tells the other.
    Of a text too long for one message the end is put in, since the message's id is that of the last part.
    """
    chat, target = number(envelope.chat), number(message)
    captioned = len(envelope.media) == 1 and units(envelope.text.strip()) <= CAPTION_LIMIT
    for caption in (captioned, not captioned):
        try:
            await (_caption if caption else _text)(bot, chat, target, envelope, inline(envelope.buttons))
        except SendError as error:
            reason = error.reason.lower()
            if UNCHANGED in reason:
                return message
            if (NO_CAPTION if caption else NO_TEXT) in reason:
                continue
            raise
        return message
    raise SendError(Failure.MISSING, "the message carries neither text nor a caption")


async def _text(bot: Bot, chat: int, target: int, envelope: Envelope, markup: InlineKeyboardMarkup | None) -> None:
    pieces = split(envelope.text) or [POINTER]
    spans = spans_of(envelope.text, envelope.bold, pieces)[-1] if envelope.bold else ()
    await attempt(
        bot.edit_message_text(
            pieces[-1],
            chat_id=chat,
            message_id=target,
            entities=entities(pieces[-1], spans),
            reply_markup=markup,
            link_preview_options=NO_PREVIEW,
        )
    )


async def _caption(bot: Bot, chat: int, target: int, envelope: Envelope, markup: InlineKeyboardMarkup | None) -> None:
    words = cut(envelope.text.strip(), CAPTION_LIMIT)
    await attempt(
        bot.edit_message_caption(
            chat_id=chat,
            message_id=target,
            caption=words or None,
            caption_entities=entities(words, spans_of(envelope.text, envelope.bold, [words])[0]),
            reply_markup=markup,
        )
    )
