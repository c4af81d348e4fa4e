"""Who the bot is, and updates by long polling."""

import asyncio
import json

from telegram import (
    Bot,
)
from telegram.error import (
    Conflict,
    InvalidToken,
)

from tests.botapi import BotApi
from tests.test_botapi.stage import ANNA, CHOICES, Clock, connect, refused


async def test_bot_knows_itself(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.is_bot, me.username) == (424242, True, "linli_test_bot")


async def test_wrong_token_and_unknown_method(api: BotApi, bot: Bot) -> None:
    stranger = connect(api, "1:wrong")
    await refused(stranger.get_me(), InvalidToken, "Unauthorized")
    await stranger.request.shutdown()
    assert await status_of(api, "/bot424242:tests-own-token/noSuchThing") == 404
    assert await status_of(api, "/bot1:wrong/getMe") == 401


async def status_of(api: BotApi, path: str) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", int(api.base_url.rpartition(":")[2]))
    writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    status = int((await reader.readline()).split()[1])
    writer.close()
    await writer.wait_closed()
    return status


async def test_polling_acknowledges_by_offset(api: BotApi, bot: Bot) -> None:
    made = [api.text(ANNA, f"第{n}句") for n in range(3)]
    updates = await bot.get_updates(limit=2, timeout=0)
    assert [one.message and one.message.text for one in updates] == ["第0句", "第1句"]
    assert api.acknowledged == []
    again = await bot.get_updates(offset=updates[1].update_id, timeout=0)
    assert [one.update_id for one in again] == [made[1]["update_id"], made[2]["update_id"]]
    assert api.acknowledged == [made[0]["update_id"]]
    assert api.handed[made[1]["update_id"]] == 2
    assert await bot.get_updates(offset=made[2]["update_id"] + 1, timeout=0) == ()
    assert api.pending == []


async def test_long_poll_ends_with_news(api: BotApi, bot: Bot) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=15))
    await api.until(lambda: api.counts["getUpdates"] == 1)
    api.command(ANNA, "help", "me")
    (update,) = await waiting
    assert update.message and update.message.text == "/help me"
    assert update.message.parse_entities() == {update.message.entities[0]: "/help"}


async def test_newer_poller_ends_the_older(api: BotApi, bot: Bot) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=15))
    await api.until(lambda: api.counts["getUpdates"] == 1)
    newer = asyncio.create_task(bot.get_updates(timeout=15))
    await refused(older, Conflict, "terminated by other getUpdates request")
    api.text(ANNA, "在吗")
    assert len(await newer) == 1


async def test_polling_conflicts_with_a_webhook(api: BotApi, bot: Bot) -> None:
    await bot.set_webhook("https://127.0.0.1:1/hook")
    await refused(bot.get_updates(timeout=0), Conflict, "webhook is active")
    await bot.delete_webhook()
    assert await bot.get_updates(timeout=0) == ()


async def test_updates_die_of_age(api: BotApi, bot: Bot, clock: Clock) -> None:
    await bot.send_message(ANNA, "?", reply_markup=CHOICES)
    press, words = api.press(ANNA, "我来"), api.text(ANNA, "hello")
    clock.now += 151
    (update,) = await bot.get_updates(timeout=0)
    assert update.update_id == words["update_id"]
    assert api.dropped == [press["update_id"]]


async def test_malformed_update_comes_raw(api: BotApi, bot: Bot) -> None:
    odd = api.raw({"message": {"message_id": "no number"}})
    broken = api.raw(b"\xff{")
    api.text(ANNA, "fine")
    address = f"{api.bot_url}{api.token}/getUpdates"
    first = await bot.request.do_request(address, "POST")
    assert b'"no number"' in first[1] and b"\xff{" in first[1]
    second = json.loads((await bot.request.do_request(address, "POST"))[1])
    assert [one["update_id"] for one in second["result"]] == [odd, broken + 1]
    assert broken in api.acknowledged
