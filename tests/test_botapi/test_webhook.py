"""Updates by webhook."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from telegram import (
    Bot,
    Update,
)
from telegram.error import (
    BadRequest,
)

from tests.botapi import BotApi
from tests.test_botapi.stage import ANNA, BELA, CHOICES, refused

Answer = Callable[[str, Update], Awaitable[int]]


@asynccontextmanager
async def hook(bot: Bot, answer: Answer) -> AsyncIterator[str]:
    """A little web server that takes updates; yields its address."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        fields = dict(line.split(": ", 1) for line in head.strip().split("\r\n")[1:])
        body = await reader.readexactly(int(fields["content-length"]))
        secret = fields.get("x-telegram-bot-api-secret-token", "")
        status = await answer(secret, Update.de_json(json.loads(body), bot))
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        writer.close()

    async with await asyncio.start_server(connected, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"


async def test_webhook_brings_the_secret(api: BotApi, bot: Bot) -> None:
    got: list[tuple[str, str | None]] = []

    async def answer(secret: str, update: Update) -> int:
        got.append((secret, update.message.text if update.message else None))
        return 200

    async with hook(bot, answer) as url:
        await refused(bot.set_webhook(url, secret_token="not allowed!"), BadRequest, "unallowed characters")
        await bot.set_webhook(url, secret_token="geheim-1")
        made = api.text(ANNA, "在吗")
        await api.until(lambda: api.acknowledged == [made["update_id"]])
        assert got == [("geheim-1", "在吗")]
        assert (await bot.get_webhook_info()).pending_update_count == 0
        api.repeat(made["update_id"])
        await api.until(lambda: len(got) == 2)


async def test_webhook_keeps_the_order_of_a_chat(api: BotApi, bot: Bot) -> None:
    got: list[tuple[int, str | None]] = []
    gate = asyncio.Event()

    async def answer(secret: str, update: Update) -> int:
        assert update.message
        got.append((update.message.chat.id, update.message.text))
        if update.message.chat.id == ANNA:
            await gate.wait()
        return 200

    async with hook(bot, answer) as url:
        await bot.set_webhook(url, max_connections=2)
        api.text(ANNA, "1")
        await api.until(lambda: len(got) == 1)
        api.text(ANNA, "2")
        for text in "xyz":
            api.text(BELA, text)
        await api.until(lambda: len(api.acknowledged) == 3)
        assert got == [(ANNA, "1"), (BELA, "x"), (BELA, "y"), (BELA, "z")]
        gate.set()
        await api.until(lambda: api.pending == [])
        assert got[-1] == (ANNA, "2")


async def test_webhook_comes_again_until_it_is_taken(api: BotApi, bot: Bot) -> None:
    statuses = iter([500, 404, 200, 200])
    got: list[str | None] = []

    async def answer(secret: str, update: Update) -> int:
        got.append(update.message.text if update.message else None)
        return next(statuses)

    async with hook(bot, answer) as url:
        await bot.set_webhook("http://127.0.0.1:9/nobody")
        made = api.text(ANNA, "1")
        api.text(ANNA, "2")
        await api.until(lambda: api.handed[made["update_id"]] > 1)
        assert "Connection failed" in str((await bot.get_webhook_info()).last_error_message)
        await bot.set_webhook(url)
        await api.until(lambda: api.pending == [])
    assert got == ["1", "1", "1", "2"]


async def test_press_overtakes_in_its_own_lane(api: BotApi, bot: Bot) -> None:
    message = await bot.send_message(ANNA, "?", reply_markup=CHOICES)
    gate = asyncio.Event()

    async def answer(secret: str, update: Update) -> int:
        if update.message:
            await gate.wait()
        return 200

    async with hook(bot, answer) as url:
        await bot.set_webhook(url)
        api.text(ANNA, "first")
        press = api.press(ANNA, message_id=message.message_id)
        await api.until(lambda: api.acknowledged == [press["update_id"]])
        gate.set()
        await api.until(lambda: api.pending == [])
