"""Sending over real HTTP, by Telegram's rules."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels import Button, Envelope, Failure, Medium, SendError
from bot.channels.telegram import TelegramChannel
from handlers.incoming import Position
from tests.bot.channels.telegram.conftest import Intake, MakeChannel
from tests.botapi import BotApi

PHOTO = Medium("photo", b"jpeg")
MARKUP = "<b>*王* _[x](y)_</b> &amp; https://linli.example"


async def refused(channel: TelegramChannel, envelope: Envelope) -> SendError:
    with pytest.raises(SendError) as caught:
        await channel.send(envelope)
    return caught.value


async def test_text_is_plain_and_choices_come_back(server: BotApi, channel: TelegramChannel) -> None:
    envelope = Envelope(chat="7", text=MARKUP, buttons=(Button("确认", "a:1"), Button("取消", "a:2")))
    sent = await channel.send(envelope)
    (one,) = server.sent_to(7)
    assert (str(one.message_id), one.text, one.buttons) == (sent, MARKUP, [("确认", "a:1"), ("取消", "a:2")])


async def test_topics_and_replies(server: BotApi, channel: TelegramChannel) -> None:
    server.group(-1009, "水电队", members=[7], topics=True)
    thread = server.topic(-1009, 7, "任务")
    first = await channel.send(Envelope(chat="-1009", thread=str(thread), text="一"))
    await channel.send(Envelope(chat="-1009", thread=str(thread), text="二", reply_to=first))
    await channel.send(Envelope(chat="-1009", thread=str(thread), text="三", reply_to="999999"))
    assert [(one.thread, one.reply_to) for one in server.sent_to(-1009)] == [
        (thread, None),
        (thread, int(first)),
        (thread, None),
    ]


async def test_a_message_may_come_without_a_sound(server: BotApi, channel: TelegramChannel) -> None:
    await channel.send(Envelope(chat="7", text="睡了吗", silent=True))
    await channel.send(Envelope(chat="7", text="早"))
    assert [one.silent for one in server.sent_to(7)] == [True, False]


async def test_a_sticker_that_telegram_knows_goes_out_by_its_id(server: BotApi, channel: TelegramChannel) -> None:
    """Uploaded again, a moving one would be shown as a file (Bot API server, issue 355)."""
    known = server.sticker(7, b"moving")["message"]["sticker"]["file_id"]
    stickers = (
        Medium("sticker", b"moving", "👍", "video/webm", known),
        Medium("sticker", b"picture", "👍", "image/webp"),
    )
    for sticker in stickers:
        await channel.send(Envelope(chat="7", media=(sticker,)))
    first, second = server.sent_to(7)
    assert (first.method, first.file_id) == ("sendSticker", known)
    assert second.digest == hashlib.sha256(b"picture").hexdigest()


async def test_long_texts_are_split_and_the_last_part_has_the_choices(server: BotApi, channel: TelegramChannel) -> None:
    text = "\n".join(f"第{number}行，" + "字😀" * 50 for number in range(60))
    sent = await channel.send(Envelope(chat="7", text=text, buttons=(Button("好", "a"),)))
    parts = server.sent_to(7)
    assert len(parts) == 3 and "\n".join(part.text for part in parts) == text
    assert [part.buttons for part in parts] == [[], [], [("好", "a")]] and sent == str(parts[-1].message_id)


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        ("photo", "sendPhoto"),
        ("voice", "sendVoice"),
        ("video", "sendVideo"),
        ("file", "sendDocument"),
        ("sticker", "sendSticker"),
    ],
)
async def test_one_medium(server: BotApi, channel: TelegramChannel, kind: str, method: str) -> None:
    await channel.send(Envelope(chat="7", media=(Medium(kind, b"data", name="表.bin"),)))  # type: ignore[arg-type]
    (one,) = server.sent_to(7)
    assert (one.method, one.digest) == (method, hashlib.sha256(b"data").hexdigest())


async def test_captions_and_what_is_too_long_for_one(server: BotApi, channel: TelegramChannel) -> None:
    await channel.send(Envelope(chat="7", text="看", media=(PHOTO,), buttons=(Button("好", "a"),)))
    await channel.send(Envelope(chat="7", text="字" * 1025, media=(PHOTO,), buttons=(Button("好", "a"),)))
    sent = [(one.method, len(one.text), len(one.buttons)) for one in server.sent_to(7)]
    assert sent == [("sendPhoto", 1, 1), ("sendPhoto", 0, 0), ("sendMessage", 1025, 1)]


async def test_albums(server: BotApi, channel: TelegramChannel) -> None:
    media = tuple(Medium("photo", bytes([number])) for number in range(3))
    await channel.send(Envelope(chat="7", text="看", media=media))
    last = await channel.send(Envelope(chat="7", text="看", media=media, buttons=(Button("好", "a"),)))
    sent = [(one.method, one.text) for one in server.sent_to(7)]
    assert sent[:3] == [("sendMediaGroup", "看"), ("sendMediaGroup", ""), ("sendMediaGroup", "")]
    assert sent[3:] == [("sendMediaGroup", "")] * 3 + [("sendMessage", "看")]
    assert last == str(server.sent_to(7)[-1].message_id)


async def test_places(server: BotApi, channel: TelegramChannel) -> None:
    await channel.send(Envelope(chat="7", text="在这里", position=Position(30.5, 114.25)))
    assert [one.method for one in server.sent_to(7)] == ["sendLocation", "sendMessage"]
    assert server.chat(7)[0].raw["location"] == {"latitude": 30.5, "longitude": 114.25}


async def test_the_sharing_button_comes_and_goes(server: BotApi, channel: TelegramChannel) -> None:
    for wants in ("contact", "position"):
        await channel.send(Envelope(chat="7", text="？", wants=wants, wants_label="分享"))
    await channel.send(Envelope(chat="7", text="好", buttons=(Button("好", "a"),)))
    await channel.send(Envelope(chat="7", text="谢谢"))
    await channel.send(Envelope(chat="7", text="再见"))
    contact, position, choices, gone, plain = (one.reply_markup or {} for one in server.sent_to(7))
    assert contact["one_time_keyboard"] and contact["keyboard"][0][0]["request_contact"]
    assert position["keyboard"][0][0]["request_location"]
    assert "inline_keyboard" in choices and gone == {"remove_keyboard": True} and plain == {}


async def test_no_sharing_button_in_a_group(server: BotApi, channel: TelegramChannel) -> None:
    await channel.send(Envelope(chat="-500", text="？", wants="contact", wants_label="分享"))
    assert server.sent_to(-500)[0].reply_markup is None


async def test_the_menu_of_a_chat(server: BotApi, channel: TelegramChannel) -> None:
    assert await channel.send(Envelope(chat="7", menu=(("list", "看看"),))) == ""
    assert server.commands({"type": "chat", "chat_id": 7}) == [{"command": "list", "description": "看看"}]
    server.fail_next("setMyCommands", 500)
    assert await channel.send(Envelope(chat="7", text="好", menu=(("list", "看看"),))) != ""


async def test_nothing_and_nowhere(channel: TelegramChannel) -> None:
    assert (await refused(channel, Envelope(chat="7"))).failure is Failure.NEVER
    assert (await refused(channel, Envelope(chat="web-1", text="x"))).failure is Failure.NEVER


@pytest.mark.parametrize(
    ("chat", "reason"),
    [
        ("7", "bot was blocked by the user"),
        ("8", "user is deactivated"),
        ("-500", "bot was kicked"),
        ("99", "chat not"),
    ],
)
async def test_gone(server: BotApi, channel: TelegramChannel, chat: str, reason: str) -> None:
    server.block(7)
    server.deactivate(8)
    server.kick_bot(-500, 7)
    error = await refused(channel, Envelope(chat=chat, text="x"))
    assert error.failure is Failure.GONE and reason in error.reason.lower()


async def test_never_like_this(channel: TelegramChannel) -> None:
    error = await refused(channel, Envelope(chat="7", text="x", buttons=(Button("x", "字" * 22),)))
    assert error.failure is Failure.NEVER


async def test_a_group_that_became_a_supergroup(server: BotApi, channel: TelegramChannel) -> None:
    server.migrate(-500, -1009)
    error = await refused(channel, Envelope(chat="-500", text="x"))
    assert (error.failure, error.migrated_to) == (Failure.TRY_AGAIN, "-1009")


async def test_too_many_requests(server: BotApi, channel: TelegramChannel) -> None:
    server.fail_next("sendMessage", 429, "Too Many Requests: retry after 7", retry_after=7)
    error = await refused(channel, Envelope(chat="7", text="x"))
    assert (error.failure, error.retry_after) == (Failure.RETRY_AFTER, 7.0)


@pytest.mark.parametrize("how", ["silent", "drop"])
async def test_no_answer_is_unknown(server: BotApi, channel: TelegramChannel, how: str) -> None:
    server.hang_next("sendMessage", how=how)  # type: ignore[arg-type]
    assert (await refused(channel, Envelope(chat="7", text="x"))).failure is Failure.UNKNOWN
    assert len(server.sent_to(7)) == 1 and channel.standing().trouble != ""
    await channel.send(Envelope(chat="7", text="x"))
    assert channel.standing().trouble == ""


@pytest.mark.parametrize("how", ["refused", "502"])
async def test_a_server_that_is_down_was_certainly_not_reached(
    server: BotApi, channel: TelegramChannel, how: str
) -> None:
    await channel.send(Envelope(chat="7", text="x"))  # a connection is open, and will be cut
    server.down(how)  # type: ignore[arg-type]
    assert (await refused(channel, Envelope(chat="7", text="x"))).failure is Failure.TRY_AGAIN
    server.up()
    await channel.send(Envelope(chat="7", text="x"))
    assert len(server.sent_to(7)) == 2


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"ok": true}', b'{"ok": true, "result": 5}'])
async def test_a_yes_that_says_nothing_is_unknown(server: BotApi, channel: TelegramChannel, body: bytes) -> None:
    server.fail_next("sendMessage", 200, body)
    assert (await refused(channel, Envelope(chat="7", text="x"))).failure is Failure.UNKNOWN


async def test_a_refused_token_can_be_mended(server: BotApi, make: MakeChannel) -> None:
    channel = make(token="424242:wrong")
    assert (await refused(channel, Envelope(chat="7", text="x"))).failure is Failure.TRY_AGAIN
    assert "token is refused" in channel.standing().trouble


async def test_after_the_close_nothing_is_sent(channel: TelegramChannel) -> None:
    await channel.close()
    assert (await refused(channel, Envelope(chat="7", text="x"))).failure is Failure.TRY_AGAIN


LONG = Envelope(chat="-500", text="一" * 4096 + "二" * 4096 + "三" * 10)


@pytest.mark.parametrize("status", [429, 502])
async def test_a_send_that_stopped_half_way_goes_on_where_it_stopped(
    server: BotApi, channel: TelegramChannel, status: int
) -> None:
    server.fail_next("sendMessage", 200, b'{"ok": true, "result": {"message_id": 1, "date": 1, "chat": {"id": -500, '
                     b'"type": "group"}}}')  # fmt: skip
    server.fail_next("sendMessage", status, retry_after=1 if status == 429 else None)
    assert (await refused(channel, LONG)).failure in (Failure.RETRY_AFTER, Failure.TRY_AGAIN)
    await channel.send(LONG)
    assert [one.text[0] for one in server.sent_to(-500)] == ["二", "三"]  # the first was answered by the fault
    await channel.send(LONG)
    assert [one.text[0] for one in server.sent_to(-500)][2:] == ["一", "二", "三"]


async def test_an_unknown_part_repeats_alone(server: BotApi, channel: TelegramChannel) -> None:
    first = '{"ok": true, "result": {"message_id": 1, "date": 1, "chat": {"id": -500, "type": "group"}}}'
    server.fail_next("sendMessage", 200, first.encode())
    server.hang_next("sendMessage")
    assert (await refused(channel, LONG)).failure is Failure.UNKNOWN
    await channel.send(LONG)
    assert [one.text[0] for one in server.sent_to(-500)] == ["二", "二", "三"]


async def test_a_group_that_migrates_between_two_parts(server: BotApi, channel: TelegramChannel) -> None:
    first = '{"ok": true, "result": {"message_id": 1, "date": 1, "chat": {"id": -500, "type": "group"}}}'
    server.migrate(-500, -1009)
    server.fail_next("sendMessage", 200, first.encode())
    error = await refused(channel, LONG)
    assert error.migrated_to == "-1009"
    await channel.send(Envelope(chat=error.migrated_to, text=LONG.text))
    assert [one.text[0] for one in server.sent_to(-1009)] == ["二", "三"]


async def test_the_same_words_much_later_are_a_new_message(server: BotApi, make: MakeChannel) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    channel = make(clock=lambda: now)
    first = '{"ok": true, "result": {"message_id": 1, "date": 1, "chat": {"id": -500, "type": "group"}}}'
    server.fail_next("sendMessage", 200, first.encode())
    server.fail_next("sendMessage", 502)
    await refused(channel, LONG)
    now += timedelta(hours=3)
    await channel.send(LONG)
    assert [one.text[0] for one in server.sent_to(-500)] == ["一", "二", "三"]


async def test_a_pressed_button_is_answered(server: BotApi, channel: TelegramChannel, intake: Intake) -> None:
    await channel.send(Envelope(chat="7", text="？", buttons=(Button("好", "a:1"),)))
    server.press(7, "好")
    await channel.start(intake)
    await server.until(lambda: intake.kept)
    press = intake.kept[0].press
    assert press is not None and press.action == "a:1"
    await channel.toast(press.id, "字" * 300)
    (answer,) = server.answers
    assert (answer.query_id, answer.text) == (press.id, "字" * 200)
    await channel.toast(press.id, "")  # too late, out of reach, closed: harmless
    server.down()
    await channel.toast(press.id, "")
    await channel.close()
    await channel.toast(press.id, "")
    assert len(server.answers) == 1
