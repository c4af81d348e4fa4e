"""Long polling against a Bot API server: nothing is acknowledged before it is stored."""

import asyncio
import logging

import pytest

from bot.channels.telegram import TelegramChannel
from tests.bot.channels.telegram.conftest import Intake, MakeChannel
from tests.botapi import BotApi


async def test_updates_come_in_and_are_acknowledged(server: BotApi, channel: TelegramChannel, intake: Intake) -> None:
    numbers = [server.text(7, word)["update_id"] for word in ("一", "二", "三")]
    await channel.start(intake)
    await server.until(lambda: server.acknowledged == numbers)
    assert intake.texts == ["一", "二", "三"]
    assert channel.username == "linli_test_bot"
    assert channel.standing().trouble == ""
    assert channel.routes() == []


async def test_nothing_is_acknowledged_before_it_is_stored(
    server: BotApi, channel: TelegramChannel, intake: Intake
) -> None:
    intake.gate.clear()
    numbers = [server.text(who, "好")["update_id"] for who in (7, 8)]
    await channel.start(intake)
    await server.until(lambda: len(intake.asked) == 2)  # side by side
    assert server.acknowledged == [] and server.pending == numbers
    intake.gate.set()
    await server.until(lambda: server.acknowledged == numbers)


@pytest.mark.parametrize("error", [None, RuntimeError("王阿姨 13800138000")])
async def test_what_was_not_stored_comes_again(
    server: BotApi,
    channel: TelegramChannel,
    intake: Intake,
    error: Exception | None,
    caplog: pytest.LogCaptureFixture,
) -> None:
    intake.refuse = {"二"}
    intake.error = error or intake.error
    numbers = [server.text(7, word)["update_id"] for word in ("一", "二", "三")]
    await channel.start(intake)
    await server.until(lambda: intake.asked.count("二") > 2)
    assert server.acknowledged == numbers[:1] and intake.texts == ["一", "三"]
    intake.refuse = set()
    await server.until(lambda: server.acknowledged == numbers)
    assert sorted(intake.texts) == sorted(["一", "二", "三"])
    assert "13800138000" not in caplog.text


async def test_a_malformed_update_is_refused_and_harms_no_other(
    server: BotApi, channel: TelegramChannel, intake: Intake, caplog: pytest.LogCaptureFixture
) -> None:
    server.text(7, "一")
    bad = server.raw({"message": {"text": "13800138000", "chat": "nonsense"}})
    last = server.text(7, "二")["update_id"]
    with caplog.at_level(logging.WARNING):
        await channel.start(intake)
        await server.until(lambda: last in server.acknowledged)
    assert intake.texts == ["一", "二"]
    assert f"update {bad} refused" in caplog.text and "13800138000" not in caplog.text


async def test_an_answer_that_is_no_json_is_asked_for_again(
    server: BotApi, channel: TelegramChannel, intake: Intake, caplog: pytest.LogCaptureFixture
) -> None:
    server.raw(b"13800138000 {")
    number = server.text(7, "一")["update_id"]
    await channel.start(intake)
    await server.until(lambda: number in server.acknowledged)
    assert intake.texts == ["一"] and "13800138000" not in caplog.text


async def test_a_start_without_telegram_in_reach_comes_right(
    server: BotApi, channel: TelegramChannel, intake: Intake
) -> None:
    server.down()
    server.text(7, "一")
    await channel.start(intake)
    await server.until(lambda: "out of reach" in channel.standing().trouble)
    server.up()
    await server.until(lambda: intake.texts == ["一"])
    await server.until(lambda: channel.standing().trouble == "")


@pytest.mark.parametrize("how", ["refused", "502"])
async def test_down_for_a_while_then_up(server: BotApi, channel: TelegramChannel, intake: Intake, how: str) -> None:
    await channel.start(intake)
    await server.until(lambda: server.counts["getUpdates"] > 0)
    server.down(how)  # type: ignore[arg-type]
    server.cut()  # the long poll that waits
    await server.until(lambda: "out of reach" in channel.standing().trouble)
    server.text(7, "一")
    server.up()
    await server.until(lambda: intake.texts == ["一"])
    await server.until(lambda: channel.standing().trouble == "")


async def test_stop_ends_the_long_poll_and_finishes_what_runs(
    server: BotApi, channel: TelegramChannel, intake: Intake
) -> None:
    intake.gate.clear()
    server.text(7, "一")
    await channel.start(intake)
    await server.until(lambda: intake.asked == ["一"])
    stopping = asyncio.create_task(channel.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    intake.gate.set()
    await stopping
    assert intake.texts == ["一"]
    server.text(7, "二")
    assert intake.asked == ["一"]


async def test_stop_while_telegram_is_silent_and_start_again(server: BotApi, make: MakeChannel, intake: Intake) -> None:
    channel = make(answer_within=3600)
    server.hang_next("getMe")
    await channel.start(intake)
    await server.until(lambda: server.counts["getMe"] == 1)
    await channel.stop()
    server.text(7, "一")
    await channel.start(intake)
    await server.until(lambda: intake.texts == ["一"])
    await channel.stop()  # in the middle of a long poll


async def test_a_refused_token_is_named(server: BotApi, make: MakeChannel, intake: Intake) -> None:
    channel = make(token="1:wrong")
    await channel.start(intake)
    await server.until(lambda: "token is refused" in channel.standing().trouble)
    assert channel.account == "telegram:1" and channel.username is None


async def test_another_poller_is_named(server: BotApi, channel: TelegramChannel, intake: Intake) -> None:
    server.fail_next("getUpdates", 409, "Conflict: terminated by other getUpdates request", times=3)
    await channel.start(intake)
    await server.until(lambda: "another program" in channel.standing().trouble)
    server.text(7, "一")
    await server.until(lambda: intake.texts == ["一"])


async def test_a_webhook_from_earlier_is_removed(server: BotApi, make: MakeChannel, intake: Intake) -> None:
    before = make(webhook="http://127.0.0.1:1")
    await before.start(intake)
    await server.until(lambda: server.counts["setWebhook"] == 1)
    await before.stop()
    server.text(7, "一")
    await make().start(intake)
    await server.until(lambda: intake.texts == ["一"])


async def test_menus_are_set_for_each_language(server: BotApi, make: MakeChannel, intake: Intake) -> None:
    channel = make(menus={"": [("start", "开始")], "en": [("start", "Begin")], "zh": [("BAD NAME", "x")]})
    await channel.start(intake)
    await server.until(lambda: server.counts["setMyCommands"] == 3)
    await server.until(lambda: server.commands(language="en") != [])
    assert server.commands() == [{"command": "start", "description": "开始"}]
    assert server.commands(language="en") == [{"command": "start", "description": "Begin"}]


async def test_logs_hold_no_token(
    server: BotApi, channel: TelegramChannel, intake: Intake, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        number = server.text(7, "楼道灯坏了")["update_id"]
        await channel.start(intake)
        await server.until(lambda: number in server.acknowledged)
        server.down("502")
        server.cut()
        await server.until(lambda: channel.standing().trouble != "")
    assert server.token.partition(":")[2] not in caplog.text and "楼道灯" not in caplog.text


@pytest.mark.parametrize("token", ["", "abc", "12", "12:", "12:a b", ":abc"])
async def test_what_cannot_be_a_token_is_refused_without_repeating_it(make: MakeChannel, token: str) -> None:
    with pytest.raises(ValueError, match="bot token must look like"):
        make(token=token)
