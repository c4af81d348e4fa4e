"""The webhook: 401 without the secret, 200 only after storing."""

import asyncio
import socket

import httpx
import pytest

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram.webhook import BODY_LIMIT, SECRET_HEADER
from tests.bot.channels.telegram.conftest import Intake, MakeChannel, Serve
from tests.bot.channels.telegram.raw import said
from tests.botapi import BotApi

PATH = "/telegram/424242"
SECRET = "s3cret_-"
RIGHT = {SECRET_HEADER: SECRET}


@pytest.fixture
async def hooked(make: MakeChannel, address: tuple[socket.socket, str]) -> TelegramChannel:
    return make(webhook=address[1] + "/", secret=SECRET)


async def test_updates_come_through_the_webhook(
    server: BotApi, hooked: TelegramChannel, intake: Intake, serve: Serve
) -> None:
    await serve(hooked)
    await hooked.start(intake)
    intake.refuse = {"二"}
    numbers = [server.text(7, word)["update_id"] for word in ("一", "二", "三")]
    await server.until(lambda: intake.asked.count("二") > 2)
    assert server.acknowledged == numbers[:1]  # 503: Telegram tries again, and keeps the order of the chat
    intake.refuse = set()
    await server.until(lambda: server.acknowledged == numbers)
    assert intake.texts == ["一", "二", "三"]
    assert hooked.standing().details["mode"] == "webhook" and server.counts["getUpdates"] == 0


async def test_the_webhook_is_set_when_telegram_comes_in_reach(
    server: BotApi, hooked: TelegramChannel, intake: Intake, serve: Serve
) -> None:
    server.down()
    await serve(hooked)
    await hooked.start(intake)
    await server.until(lambda: "out of reach" in hooked.standing().trouble)
    server.up()
    server.text(7, "一")
    await server.until(lambda: intake.texts == ["一"])
    assert hooked.standing().trouble == ""


async def test_a_refused_address_is_named(server: BotApi, make: MakeChannel, intake: Intake) -> None:
    channel = make(webhook="ftp://nowhere")
    await channel.start(intake)
    await server.until(lambda: "invalid webhook url" in channel.standing().trouble.lower())


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "s3cret_"}, {SECRET_HEADER: "秘密"}])
async def test_without_the_secret_nothing_is_stored(
    hooked: TelegramChannel, intake: Intake, serve: Serve, headers: dict[str, str]
) -> None:
    base = await serve(hooked)
    await hooked.start(intake)
    given = [(name.encode(), value.encode()) for name, value in headers.items()]
    async with httpx.AsyncClient() as client:
        answer = await client.post(base + PATH, json=said(text="一"), headers=given)
    assert answer.status_code == 401 and intake.asked == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\x00", b"[]", b"17", b"[" * 100_000, b'{"update_id": 5, "message": 3}', b"x" * (BODY_LIMIT + 1)],
)
async def test_nonsense_with_the_secret_is_refused_for_good(
    hooked: TelegramChannel, intake: Intake, serve: Serve, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    base = await serve(hooked)
    await hooked.start(intake)
    async with httpx.AsyncClient() as client:
        answer = await client.post(base + PATH, content=body, headers=RIGHT)
    assert answer.status_code == 200 and intake.asked == []
    assert "refused" in caplog.text


async def test_503_before_the_start_and_after_the_stop(hooked: TelegramChannel, intake: Intake, serve: Serve) -> None:
    base = await serve(hooked)
    async with httpx.AsyncClient() as client:
        assert (await client.post(base + PATH, json=said(text="一"), headers=RIGHT)).status_code == 503
        await hooked.start(intake)
        assert (await client.post(base + PATH, json=said(text="一"), headers=RIGHT)).status_code == 200
        await hooked.stop()
        assert (await client.post(base + PATH, json=said(text="二"), headers=RIGHT)).status_code == 503
    assert intake.texts == ["一"]


async def test_stop_waits_for_what_is_being_stored(
    server: BotApi, hooked: TelegramChannel, intake: Intake, serve: Serve
) -> None:
    base = await serve(hooked)
    await hooked.start(intake)
    intake.gate.clear()
    async with httpx.AsyncClient() as client:
        calling = asyncio.create_task(client.post(base + PATH, json=said(text="一"), headers=RIGHT))
        await server.until(lambda: intake.asked == ["一"])
        stopping = asyncio.create_task(hooked.stop())
        await asyncio.sleep(0)
        assert not stopping.done() and not calling.done()
        intake.gate.set()
        await stopping
        assert intake.texts == ["一"]
        assert (await calling).status_code == 200


async def test_without_a_secret_one_is_made(
    server: BotApi, make: MakeChannel, address: tuple[socket.socket, str], intake: Intake, serve: Serve
) -> None:
    channel = make(webhook=address[1])
    base = await serve(channel)
    await channel.start(intake)
    server.text(7, "一")
    await server.until(lambda: intake.texts == ["一"])
    async with httpx.AsyncClient() as client:
        assert (await client.post(base + PATH, json=said(text="二"))).status_code == 401


async def test_a_secret_that_telegram_would_refuse(make: MakeChannel) -> None:
    with pytest.raises(ValueError, match="webhook secret"):
        make(webhook="https://linli.example", secret="mit Leerzeichen")
