"""What people do on a Bot API server, as it arrives at the intake."""

from bot.channels.telegram import TelegramChannel
from handlers.incoming import Contact, Incoming, Position
from tests.bot.channels.telegram.conftest import Intake
from tests.botapi import BotApi


async def arrived(server: BotApi, channel: TelegramChannel, intake: Intake, count: int) -> list[Incoming]:
    """The first `count` events in the order of their numbers; no update is left over."""
    await channel.start(intake)
    await server.until(lambda: len(intake.kept) >= count and not server.pending)
    assert len(intake.kept) == count
    return sorted(intake.kept, key=lambda incoming: int(incoming.update))


async def test_privately(server: BotApi, channel: TelegramChannel, intake: Intake) -> None:
    server.press_start(7, "t_9aZ")
    first = server.text(7, "字" * 1_000_000)["message"]["message_id"]
    server.edit(7, first, "三楼的灯坏了")
    server.contact(7, "8613800138000")
    server.location(7, 30.5, 114.25)
    server.album(7, [b"one", b"two"], "看")
    start, large, edited, contact, place, one, two = await arrived(server, channel, intake, 7)
    assert (start.command, start.args) == ("start", "t_9aZ")
    assert len(large.text) == 1_000_000
    assert (edited.edited, edited.message, edited.text) == (True, str(first), "三楼的灯坏了")
    assert (contact.contact, place.position) == (Contact("8613800138000", True), Position(30.5, 114.25))
    assert one.album == two.album and one.album and (one.text, two.text) == ("看", "")
    assert await channel.fetch(str(one.media[0].file)) == b"one"


async def test_in_groups(server: BotApi, channel: TelegramChannel, intake: Intake) -> None:
    server.group(-1007, "新队", members=[7], bot="left")
    server.group(-1009, "水电队", members=[7], topics=True)
    thread = server.topic(-1009, 7, "任务")
    server.text(7, "在吗", chat=-1009, thread=thread)
    server.command(7, "list", chat=-500)
    server.add_bot(-1007, 7)
    server.kick_bot(-1007, 7)
    talk, command, entered, expelled = await arrived(server, channel, intake, 4)
    assert (talk.thread, talk.addressed, talk.group) == (str(thread), False, True)
    assert (command.command, command.addressed, command.chat) == ("list", True, "-500")
    assert [(one.event, one.chat) for one in (entered, expelled)] == [("entered", "-1007"), ("expelled", "-1007")]


async def test_blocked_let_in_again_and_migrated(server: BotApi, channel: TelegramChannel, intake: Intake) -> None:
    server.block(7)
    server.unblock(7)
    server.migrate(-500, -1009)
    blocked, unblocked, *migrations = await arrived(server, channel, intake, 4)
    assert [(one.event, one.user) for one in (blocked, unblocked)] == [("blocked", "7"), ("unblocked", "7")]
    assert [(one.event, one.chat, one.migrated_to) for one in migrations] == [("migrated", "-500", "-1009")] * 2
