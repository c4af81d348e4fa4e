"""Editing what was sent."""

import pytest

from bot.channels import Button, Envelope, Failure, Medium, SendError
from bot.channels.telegram import TelegramChannel
from tests.botapi import BotApi

PHOTO = Medium("photo", b"jpeg")
CHOICES = (Button("我来", "a:1"),)


def card(text: str, **content: object) -> Envelope:
    return Envelope(chat="-500", text=text, **content)  # type: ignore[arg-type]


async def failing(channel: TelegramChannel, envelope: Envelope, message: str) -> Failure:
    with pytest.raises(SendError) as caught:
        await channel.edit(envelope, message)
    return caught.value.failure


async def test_words_and_choices_change(server: BotApi, channel: TelegramChannel) -> None:
    sent = await channel.send(card("新任务", buttons=CHOICES))
    assert await channel.edit(card("小李来", buttons=(Button("完成", "a:2"),)), sent) == sent
    (one,) = server.sent_to(-500)
    assert (one.text_now, one.buttons) == ("小李来", [("完成", "a:2")])
    await channel.edit(card("完成了"), sent)
    assert (server.sent_to(-500)[0].text_now, server.sent_to(-500)[0].buttons) == ("完成了", [])


@pytest.mark.parametrize("media", [(PHOTO,), ()])  # the media may be left out of the edit
async def test_a_caption_changes(server: BotApi, channel: TelegramChannel, media: tuple[Medium, ...]) -> None:
    sent = await channel.send(card("新任务", media=(PHOTO,), buttons=CHOICES))
    await channel.edit(card("小李来", media=media, buttons=CHOICES), sent)
    assert server.sent_to(-500)[0].text_now == "小李来"


async def test_the_text_below_an_album_changes(server: BotApi, channel: TelegramChannel) -> None:
    sent = await channel.send(card("新任务", media=(PHOTO, PHOTO), buttons=CHOICES))
    await channel.edit(card("小李来", media=(PHOTO, PHOTO)), sent)
    assert server.sent_to(-500)[-1].text_now == "小李来"


async def test_a_text_sent_before_there_was_a_picture(server: BotApi, channel: TelegramChannel) -> None:
    sent = await channel.send(card("新任务"))
    await channel.edit(card("小李来", media=(PHOTO,)), sent)
    assert server.sent_to(-500)[0].text_now == "小李来"


async def test_of_a_split_text_the_last_part_changes(server: BotApi, channel: TelegramChannel) -> None:
    sent = await channel.send(card("一" * 4096 + "二"))
    await channel.edit(card("一" * 4096 + "三"), sent)
    assert [one.text_now[0] for one in server.sent_to(-500)] == ["一", "三"]


async def test_unchanged_is_success(server: BotApi, channel: TelegramChannel) -> None:
    sent = await channel.send(card("新任务", buttons=CHOICES))
    assert await channel.edit(card("新任务", buttons=CHOICES), sent) == sent
    photo = await channel.send(card("新任务", media=(PHOTO,)))
    assert await channel.edit(card("新任务"), photo) == photo


async def test_missing(server: BotApi, channel: TelegramChannel) -> None:
    theirs = str(server.text(7, "我的话", chat=-500)["message"]["message_id"])
    assert await failing(channel, card("x"), theirs) is Failure.MISSING
    assert await failing(channel, card("x"), "999999") is Failure.MISSING
    place = await channel.send(Envelope(chat="7", text="分享？", wants="contact", wants_label="分享"))
    assert await failing(channel, Envelope(chat="7", text="x"), place) is Failure.MISSING


async def test_neither_text_nor_caption(server: BotApi, channel: TelegramChannel) -> None:
    sent = await channel.send(card("x"))
    server.fail_next("editMessageText", 400, "Bad Request: there is no text in the message to edit")
    server.fail_next("editMessageCaption", 400, "Bad Request: there is no caption in the message to edit")
    assert await failing(channel, card("y"), sent) is Failure.MISSING


async def test_other_failures(server: BotApi, channel: TelegramChannel) -> None:
    sent = await channel.send(card("x"))
    assert await failing(channel, card("y"), "not a number") is Failure.NEVER
    server.fail_next("editMessageText", 429, retry_after=2)
    assert await failing(channel, card("y"), sent) is Failure.RETRY_AFTER
    server.hang_next("editMessageText")
    assert await failing(channel, card("y"), sent) is Failure.UNKNOWN
    server.migrate(-500, -1009)
    assert await failing(channel, card("z"), sent) is Failure.TRY_AGAIN
