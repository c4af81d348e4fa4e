"""Words alone, sent without the library's objects: most messages are no more, and making and reading those objects
took longer than sending. The request layer, and so what its errors mean, is the same."""

import json
from collections.abc import Mapping
from functools import lru_cache

from telegram import Bot, InlineKeyboardMarkup, TelegramObject
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter  # no public name; the version is pinned

WITHOUT_PREVIEW = '{"is_disabled": true}'


async def send_message(bot: Bot, text: str, common: Mapping[str, object], markup: TelegramObject | None) -> str:
    """Sends words; returns the message's id. `common`: what every call of the Bot API that sends may say.

    Raises TelegramError, and KeyError or TypeError where the server said yes and told no id.
    """
    given = {"text": text, "link_preview_options": WITHOUT_PREVIEW, **common, "reply_markup": markup}
    said = [RequestParameter(name, _text(value), None) for name, value in given.items() if value not in (None, False)]
    sent = await bot.request.post(f"{bot.base_url}/sendMessage", RequestData(said))
    if not isinstance(sent, dict) or type(sent["message_id"]) is not int:
        raise TypeError("no message")
    return str(sent["message_id"])


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, InlineKeyboardMarkup):
        return _keyboard(value)
    return value.to_json() if isinstance(value, TelegramObject) else json.dumps(value)


@lru_cache(maxsize=256)
def _keyboard(markup: InlineKeyboardMarkup) -> str:
    return markup.to_json()
