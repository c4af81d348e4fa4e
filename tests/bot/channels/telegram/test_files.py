"""Fetching what people sent."""

from pathlib import Path

import pytest

from bot.channels import Failure, SendError
from bot.channels.telegram import TelegramChannel
from tests.bot.channels.telegram.conftest import MakeChannel
from tests.botapi import JSON, BotApi


def file_of(update: JSON) -> str:
    return str(update["message"]["document"]["file_id"])


def path_answer(path: str) -> JSON:
    return {"ok": True, "result": {"file_id": "F", "file_unique_id": "u", "file_size": 3, "file_path": path}}


async def failing(channel: TelegramChannel, file: str) -> Failure:
    with pytest.raises(SendError) as caught:
        await channel.fetch(file)
    return caught.value.failure


async def test_the_bytes_come(server: BotApi, channel: TelegramChannel) -> None:
    file = file_of(server.document(7, b"\x00\xff" * 1000, "表 格.xlsx"))
    assert await channel.fetch(file) == b"\x00\xff" * 1000


async def test_too_large(server: BotApi, channel: TelegramChannel) -> None:
    big = file_of(server.document(7, b"x", "big.bin", size=21 * 1024 * 1024))
    assert await failing(channel, big) is Failure.NEVER
    lying = file_of(server.document(7, bytes(20_000_001), "lying.bin", size=5))
    assert await failing(channel, lying) is Failure.NEVER


async def test_failures(server: BotApi, channel: TelegramChannel) -> None:
    file = file_of(server.document(7, b"abc", "a.txt"))
    assert await failing(channel, "unknown") is Failure.TRY_AGAIN  # Telegram's phrase leaves it open
    server.fail_next("getFile", 200, path_answer("documents/nowhere.txt"))
    assert await failing(channel, file) is Failure.NEVER
    server.hang_next("getFile")
    assert await failing(channel, file) is Failure.TRY_AGAIN
    server.down()
    assert await failing(channel, file) is Failure.TRY_AGAIN
    server.up()
    assert await channel.fetch(file) == b"abc"


async def test_a_self_hosted_server_hands_out_paths(server: BotApi, channel: TelegramChannel, tmp_path: Path) -> None:
    here = tmp_path / "file_1.txt"
    here.write_bytes(b"abc")
    server.fail_next("getFile", 200, path_answer(str(here)))
    assert await channel.fetch("F") == b"abc"
    here.write_bytes(bytes(20_000_001))
    server.fail_next("getFile", 200, path_answer(str(here)))
    assert await failing(channel, "F") is Failure.NEVER


async def test_the_official_server_cannot_make_us_read_our_own_files(
    server: BotApi, make: MakeChannel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.channel.OFFICIAL", server.base_url)
    channel = make()
    here = tmp_path / "key"
    here.write_bytes(b"abc")
    server.fail_next("getFile", 200, path_answer(str(here)))
    assert await failing(channel, "F") is Failure.NEVER
