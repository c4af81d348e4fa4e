"""What people send, as the bot reads it."""

from telegram import (
    Bot,
    Message,
)
from telegram.error import BadRequest

from tests.botapi import BotApi
from tests.test_botapi.stage import ANNA, BELA, FORUM, GROUP, refused


async def test_every_kind_of_message_parses(api: BotApi, bot: Bot) -> None:
    api.press_start(ANNA, "invite_7")
    api.location(ANNA, 30.6342, 114.3901)
    api.contact(ANNA, "+8613800000000")
    api.contact(ANNA, "+8613900000000", own=False)
    api.voice(ANNA, b"OggS")
    api.sticker(ANNA)
    api.video(ANNA, b"mp4", "看")
    first = api.text(ANNA, "第一", chat=GROUP)["message"]["message_id"]
    api.text(BELA, "回", chat=GROUP, reply_to=first)
    thread = api.topic(FORUM, ANNA, "电")
    api.text(ANNA, "在主题里", chat=FORUM, thread=thread)
    api.edit(ANNA, first, "第一改", chat=GROUP)
    api.command(ANNA, "help", chat=GROUP)
    updates = list(await bot.get_updates(timeout=0))
    messages: list[Message] = [one.message for one in updates if one.message]
    assert messages[0].text == "/start invite_7"
    assert messages[1].location and messages[1].location.latitude == 30.6342
    own, foreign = messages[2].contact, messages[3].contact
    assert own and own.user_id == ANNA and foreign and foreign.user_id is None
    assert messages[4].voice and messages[5].sticker and messages[6].caption == "看"
    assert messages[8].reply_to_message and messages[8].reply_to_message.text == "第一"
    assert messages[9].forum_topic_created and messages[10].message_thread_id == thread
    assert messages[10].is_topic_message and messages[10].chat.is_forum
    assert [one.edited_message.text for one in updates if one.edited_message] == ["第一改"]
    assert messages[11].text == "/help@linli_test_bot"


async def test_entities_count_utf16(api: BotApi, bot: Bot) -> None:
    api.text(ANNA, "😀 /help")
    (update,) = await bot.get_updates(timeout=0)
    assert update.message and update.message.entities[0].offset == 3
    assert list(update.message.parse_entities().values()) == ["/help"]


async def test_files_come_down_again(api: BotApi, bot: Bot) -> None:
    picture = bytes(range(256)) * 40
    api.photo(ANNA, picture, "灯")
    api.document(ANNA, b"a,b", "表.csv", mime="text/csv")
    api.document(ANNA, b"tiny", "film.mp4", size=21 * 1024 * 1024)
    photo, document, big = [one.message for one in await bot.get_updates(timeout=0)]
    assert photo and document and big and document.document and big.document
    assert len(photo.photo) == 3 and photo.photo[-1].file_size == len(picture)
    assert bytes(await (await photo.photo[-1].get_file()).download_as_bytearray()) == picture
    assert bytes(await (await photo.photo[0].get_file()).download_as_bytearray()) != picture
    assert (document.document.file_name, document.document.mime_type) == ("表.csv", "text/csv")
    await refused(bot.get_file(big.document.file_id), BadRequest, "File is too big")
    await refused(bot.get_file("unknown"), BadRequest, "Wrong file_id")


async def test_album_arrives_in_parts(api: BotApi, bot: Bot) -> None:
    api.album(ANNA, [b"one", b"two", b"three"], "三张")
    parts = [one.message for one in await bot.get_updates(timeout=0)]
    assert len(parts) == 3 and len({part.media_group_id for part in parts if part}) == 1
    assert [part.caption for part in parts if part] == ["三张", None, None]
