"""What the bot sends, edits and answers, and what Telegram does not take."""

import hashlib
from collections.abc import Awaitable, Callable

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest, RetryAfter

from tests.botapi import BotApi
from tests.test_botapi.stage import ANNA, BELA, CHOICES, FORUM, GROUP, Clock, refused


async def test_sending_is_recorded(api: BotApi, bot: Bot) -> None:
    message = await bot.send_message(ANNA, "  您好 ", reply_markup=CHOICES)
    (sent,) = api.sent
    assert (sent.chat_id, sent.text, sent.message_id) == (ANNA, "您好", message.message_id)
    assert sent.buttons == [("我来", "offer.accept:1")] and sent.answered
    assert [one.text for one in api.chat(ANNA)] == ["您好"]


async def test_sending_files_and_albums(api: BotApi, bot: Bot, clock: Clock) -> None:
    photo = await bot.send_photo(ANNA, b"\x89PNG..\r\n--x", caption="图")
    assert api.sent[0].digest == hashlib.sha256(b"\x89PNG..\r\n--x").hexdigest() and photo.caption == "图"
    clock.now += 1
    again = await bot.send_photo(ANNA, photo.photo[-1].file_id)
    assert again.photo and api.sent[1].digest == api.sent[0].digest
    clock.now += 1
    album = await bot.send_media_group(ANNA, [InputMediaPhoto(b"a", caption="相册"), InputMediaPhoto(b"b")])
    assert len(album) == 2 and api.sent[2].album == api.sent[3].album is not None
    clock.now += 1
    document = await bot.send_document(ANNA, b"a,b", filename="表.csv")
    assert document.document and document.document.file_name == "表.csv"
    clock.now += 1
    place = await bot.send_location(ANNA, 30.5, 114.25)
    assert place.location and place.location.longitude == 114.25
    others: list[Callable[..., Awaitable[Message]]] = [bot.send_voice, bot.send_video, bot.send_sticker]
    for number, send in enumerate(others):
        clock.now += 1
        await send(ANNA, f"bytes {number}".encode())
    assert [one.method for one in api.sent[6:]] == ["sendVoice", "sendVideo", "sendSticker"]
    await refused(bot.send_photo(ANNA, "no-such-file"), BadRequest, "Wrong file_id")
    await refused(bot.send_photo(ANNA, b"x" * (10 * 1024 * 1024 + 1)), BadRequest, "too big for a photo")


async def test_replies_and_topics(api: BotApi, bot: Bot) -> None:
    number = api.text(ANNA, "问", chat=FORUM)["message"]["message_id"]
    thread = api.topic(FORUM, ANNA, "电")
    reply = await bot.send_message(FORUM, "答", message_thread_id=thread, reply_to_message_id=number)
    assert reply.message_thread_id == thread and reply.reply_to_message and reply.reply_to_message.text == "问"
    assert (api.sent[0].thread, api.sent[0].reply_to) == (thread, number)
    await refused(bot.send_message(FORUM, "x", message_thread_id=999), BadRequest, "Message thread not found")
    await refused(bot.send_message(FORUM, "x", reply_to_message_id=999), BadRequest, "Message to be replied not found")


def button(data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data=data)]])


async def test_lengths(api: BotApi, bot: Bot) -> None:
    await bot.send_message(ANNA, "字" * 4096, reply_markup=button("字" * 21 + "x"))
    await refused(bot.send_message(BELA, "字" * 4097), BadRequest, "Message is too long")
    await refused(bot.send_message(BELA, " \n"), BadRequest, "Message text is empty")
    await refused(bot.send_photo(BELA, b"x", caption="字" * 1025), BadRequest, "Message caption is too long")
    await refused(bot.send_message(BELA, "x", reply_markup=button("字" * 22)), BadRequest, "Button_data_invalid")
    await refused(bot.send_message(BELA, "<b>", parse_mode="HTML"), BadRequest, "Unsupported parse_mode")
    wish = ReplyKeyboardMarkup([[KeyboardButton("我的号码", request_contact=True)]])
    await refused(bot.send_message(GROUP, "x", reply_markup=wish), BadRequest, "private chats only")
    assert len(api.sent) == 1


async def test_press_is_answered_once(api: BotApi, bot: Bot, clock: Clock) -> None:
    message = await bot.send_message(GROUP, "新任务", reply_markup=CHOICES)
    api.press(BELA, "我来", chat=GROUP)
    api.press(ANNA, chat=GROUP, data="offer.accept:666", forged=True)
    with pytest.raises(LookupError):
        api.press(BELA, "没有这个", chat=GROUP)
    real, forged = [one.callback_query for one in await bot.get_updates(timeout=0)]
    assert real and forged and real.message
    assert (real.from_user.id, real.data, real.message.message_id) == (BELA, "offer.accept:1", message.message_id)
    assert forged.data == "offer.accept:666"
    await refused(real.answer("字" * 201), BadRequest, "Message_too_long")
    await real.answer("好的")
    assert [(one.user_id, one.text, one.data) for one in api.answers] == [(BELA, "好的", "offer.accept:1")]
    await refused(real.answer("又"), BadRequest, "Query is too old")
    clock.now += 61
    await refused(forged.answer(), BadRequest, "Query is too old")


async def test_edits(api: BotApi, bot: Bot, clock: Clock) -> None:
    message = await bot.send_message(ANNA, "一", reply_markup=CHOICES)
    clock.now += 1
    await refused(
        bot.edit_message_text("一", ANNA, message.message_id, reply_markup=CHOICES),
        BadRequest,
        "Message is not modified",
    )
    await bot.edit_message_text("二", ANNA, message.message_id)
    assert [(one.text, one.buttons) for one in api.chat(ANNA)] == [("二", [])]
    assert api.sent[0].text == "一" and api.sent[0].text_now == "二" and len(api.sent[0].edits) == 1
    await refused(bot.edit_message_text("三", ANNA, message.message_id), RetryAfter, "Flood control")
    clock.now += 1
    await bot.edit_message_reply_markup(ANNA, message.message_id, reply_markup=CHOICES)
    assert api.sent[0].buttons == [("我来", "offer.accept:1")]
    await refused(bot.edit_message_caption(ANNA, message.message_id, caption="x"), BadRequest, "no caption")
    await refused(bot.edit_message_text("x", ANNA, 999), BadRequest, "Message to edit not found")
    theirs = api.text(ANNA, "我的")["message"]["message_id"]
    await refused(bot.edit_message_text("x", ANNA, theirs), BadRequest, "Message can't be edited")


async def test_deleting(api: BotApi, bot: Bot, clock: Clock) -> None:
    old = await bot.send_message(ANNA, "old")
    clock.now += 60
    new = await bot.send_message(ANNA, "new")
    assert await bot.delete_message(ANNA, new.message_id)
    assert [one.text for one in api.chat(ANNA)] == ["old"] and api.sent[1].deleted
    await refused(bot.delete_message(ANNA, new.message_id), BadRequest, "Message to delete not found")
    clock.now += 48 * 3600
    await refused(bot.delete_message(ANNA, old.message_id), BadRequest, "can't be deleted for everyone")
