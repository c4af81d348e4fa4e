"""What these tests share: a clock that stands, a bot as the service makes it, two people and two groups."""

from collections.abc import Awaitable
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.request import HTTPXRequest

from tests.botapi import BotApi

ANNA, BELA, GROUP, FORUM = 11, 12, -500, -100777
CHOICES = InlineKeyboardMarkup([[InlineKeyboardButton("我来", callback_data="offer.accept:1")]])


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def connect(api: BotApi, token: str | None = None, read_timeout: float = 20.0) -> Bot:
    """A bot as the service makes it; not initialised, so that a wrong token can be tried."""
    return Bot(
        token or api.token,
        base_url=api.bot_url,
        base_file_url=api.file_url,
        request=HTTPXRequest(read_timeout=read_timeout),
        get_updates_request=HTTPXRequest(read_timeout=20.0),
    )


async def refused(call: Awaitable[Any], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind) as caught:
        await call
    assert words in str(caught.value)
