"""Rates, closed gates, groups that change."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from tests.botapi import BotApi, Rules
from tests.test_botapi.stage import ANNA, BELA, GROUP, Clock, connect, refused


async def test_one_a_second_for_a_person(api: BotApi, bot: Bot, clock: Clock) -> None:
    await bot.send_message(ANNA, "1")
    clock.now += 0.5
    await refused(bot.send_message(ANNA, "2"), RetryAfter, "Retry in 1")
    assert api.count_429 == 1
    clock.now += 0.75  # the second has passed, the retry_after has not
    await refused(bot.send_message(ANNA, "2"), RetryAfter, "Retry in 1")
    await bot.send_message(BELA, "free")
    clock.now += 0.25
    await bot.send_message(ANNA, "2")
    assert [one.text for one in api.sent_to(ANNA)] == ["1", "2"]


async def test_twenty_a_minute_for_a_group(api: BotApi, bot: Bot, clock: Clock) -> None:
    for number in range(20):
        await bot.send_message(GROUP, str(number))
        clock.now += 1
    await refused(bot.send_message(GROUP, "21"), RetryAfter, "Retry in 40")
    clock.now += 40
    await bot.send_message(GROUP, "21")


async def test_thirty_a_second_overall(api: BotApi, bot: Bot, clock: Clock) -> None:
    for number in range(31):
        api.person(1000 + number, started=True)
    for number in range(30):
        await bot.send_message(1000 + number, "x")
    await refused(bot.send_message(1030, "x"), RetryAfter, "Retry in 1")
    await refused(bot.send_message(GROUP, "x"), RetryAfter, "Retry in 1")
    clock.now += 1
    await bot.send_message(1030, "x")
    assert len(api.sent) == 31 and api.count_429 == 2


async def test_rates_can_be_eased() -> None:
    still = Clock()
    with BotApi(clock=still, rules=Rules(burst=2)) as api:
        api.person(ANNA, started=True)
        async with connect(api) as bot:
            for _ in range(3):
                await bot.send_message(ANNA, "x")
            await refused(bot.send_message(ANNA, "x"), RetryAfter, "Retry in 3")
    with BotApi(clock=still, rules=Rules.without_rates()) as api:
        api.person(ANNA, started=True)
        async with connect(api) as bot:
            for _ in range(40):
                await bot.send_message(ANNA, "x")
        assert len(api.sent) == 40 and api.count_429 == 0


async def test_forbidden(api: BotApi, bot: Bot) -> None:
    api.person(13)
    await refused(bot.send_message(13, "x"), Forbidden, "bot can't initiate conversation with a user")
    api.press_start(13)
    await bot.send_message(13, "x")
    api.block(ANNA)
    await refused(bot.send_message(ANNA, "x"), Forbidden, "bot was blocked by the user")
    api.unblock(ANNA)
    await bot.send_message(ANNA, "x")
    api.deactivate(BELA)
    await refused(bot.send_message(BELA, "x"), Forbidden, "user is deactivated")
    api.kick_bot(GROUP, ANNA)
    await refused(bot.send_message(GROUP, "x"), Forbidden, "bot was kicked from the group chat")
    await refused(bot.send_message(987654, "x"), BadRequest, "Chat not found")
    changes = [one.my_chat_member for one in await bot.get_updates(timeout=0) if one.my_chat_member]
    assert [(c.chat.id, c.new_chat_member.status) for c in changes] == [
        (ANNA, "kicked"), (ANNA, "member"), (GROUP, "kicked"),
    ]  # fmt: skip


async def test_coming_and_going(api: BotApi, bot: Bot) -> None:
    api.group(-600, "新群", [ANNA], bot="left")
    api.add_bot(-600, ANNA)
    api.join(-600, BELA)
    api.leave(-600, BELA)
    assert await bot.leave_chat(-600)
    await refused(bot.send_message(-600, "x"), Forbidden, "bot is not a member of the group chat")
    updates = list(await bot.get_updates(timeout=0))
    assert updates[0].my_chat_member and updates[0].my_chat_member.old_chat_member.status == "left"
    assert updates[1].message and updates[1].message.new_chat_members[0].id == bot.id
    assert updates[2].message and updates[2].message.new_chat_members[0].id == BELA
    assert updates[3].message and updates[3].message.left_chat_member
    assert updates[4].my_chat_member and updates[4].my_chat_member.new_chat_member.status == "left"


async def test_migration(api: BotApi, bot: Bot) -> None:
    api.migrate(GROUP, -100500)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(GROUP, "x")
    assert caught.value.new_chat_id == -100500
    assert (await bot.send_message(-100500, "x")).chat.type == "supergroup"
    old, new = [one.message for one in await bot.get_updates(timeout=0)]
    assert old and new and (old.chat.id, old.migrate_to_chat_id) == (GROUP, -100500)
    assert (new.chat.id, new.migrate_from_chat_id) == (-100500, GROUP)


async def test_commands_chats_and_members(api: BotApi, bot: Bot) -> None:
    menu = [BotCommand("help", "帮助")]
    await bot.set_my_commands(menu, scope=BotCommandScopeChat(ANNA), language_code="zh")
    assert await bot.get_my_commands() == ()
    assert await bot.get_my_commands(BotCommandScopeChat(ANNA), "zh") == tuple(menu)
    assert api.commands({"type": "chat", "chat_id": ANNA}, "zh") == [{"command": "help", "description": "帮助"}]
    await refused(bot.set_my_commands([BotCommand("BIG", "x")]), BadRequest, "Bot_command_invalid")
    assert (await bot.get_chat(GROUP)).title == "水电队"
    assert (await bot.get_chat_member(GROUP, ANNA)).status == "member"
    assert (await bot.get_chat_member(GROUP, bot.id)).status == "administrator"
    assert await bot.send_chat_action(ANNA, "typing")
    assert api.actions == [(ANNA, "typing")]
