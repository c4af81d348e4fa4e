"""Errors, silence, vanishing clients, a server that is down."""

import asyncio
import socket

from telegram import (
    Bot,
)
from telegram.error import (
    NetworkError,
    RetryAfter,
    TimedOut,
)

from tests.botapi import BotApi
from tests.test_botapi.stage import ANNA, BELA, connect, refused


async def test_hanging_has_its_effect(api: BotApi) -> None:
    async with connect(api, read_timeout=0.2) as bot:
        api.hang_next("sendMessage", chat_id=ANNA)
        await bot.send_message(BELA, "not me")
        await refused(bot.send_message(ANNA, "一"), TimedOut, "Timed out")
    assert [(one.text, one.answered) for one in api.sent] == [("not me", True), ("一", False)]


async def test_dropped_connections(api: BotApi, bot: Bot) -> None:
    api.hang_next("sendMessage", how="drop")
    await refused(bot.send_message(ANNA, "一"), NetworkError, "")
    api.hang_next("sendMessage", how="drop", effect=False)
    await refused(bot.send_message(BELA, "二"), NetworkError, "")
    assert [one.text for one in api.sent] == ["一"]


async def test_ordered_failures(api: BotApi, bot: Bot) -> None:
    api.fail_next("sendMessage", 500, times=2)
    api.fail_next("*", 429, retry_after=7)
    api.fail_next("getMe", 502, b"<html>nginx</html>")
    await refused(bot.send_message(ANNA, "x"), NetworkError, "Internal Server Error")
    await refused(bot.send_message(ANNA, "x"), NetworkError, "Internal Server Error")
    await refused(bot.send_message(ANNA, "x"), RetryAfter, "Retry in 7")
    await refused(bot.get_me(), NetworkError, "Bad Gateway")
    await bot.send_message(ANNA, "x")
    assert api.count_429 == 0 and len(api.sent) == 1


async def test_down_and_up_again(api: BotApi, bot: Bot) -> None:
    address = api.base_url
    polling = asyncio.create_task(bot.get_updates(timeout=15))
    await api.until(lambda: api.counts["getUpdates"] == 1)
    api.down()
    await refused(polling, NetworkError, "")
    await refused(bot.send_message(ANNA, "x"), NetworkError, "")
    api.down("502")
    await refused(bot.send_message(ANNA, "x"), NetworkError, "Bad Gateway")
    api.text(ANNA, "waits")
    api.up()
    assert api.base_url == address and len(await bot.get_updates(timeout=0)) == 1
    await bot.send_message(ANNA, "x")
    assert len(api.sent) == 1


async def test_client_that_vanishes(api: BotApi, bot: Bot) -> None:
    port = int(api.base_url.rpartition(":")[2])
    for part in (b"", b"POST /bot", b"POST /x HTTP/1.1\r\nContent-Length: 99\r\n\r\nabc", b"\x16\x03\x01\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", port)) as raw:
            raw.sendall(part)
    with socket.create_connection(("127.0.0.1", port)) as raw:
        raw.sendall(f"GET /bot{api.token}/getUpdates?timeout=15 HTTP/1.1\r\n\r\n".encode())
        await api.until(lambda: api.counts["getUpdates"] == 1)
    api.text(ANNA, "not lost")
    (update,) = await bot.get_updates(timeout=0)
    assert update.message and update.message.text == "not lost" and not api.acknowledged
    assert not api.errors


async def test_answer_to_a_client_that_has_gone() -> None:
    with BotApi(delay=(0.2, 0.2)) as api:
        api.person(ANNA, started=True)
        async with connect(api, read_timeout=0.05) as bot:
            await refused(bot.send_message(ANNA, "x"), TimedOut, "")
        await api.until(lambda: not api.sent[0].answered)
