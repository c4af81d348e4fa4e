"""What becomes of every kind of update."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.channels.telegram.parsing import MalformedUpdate, parse
from bot.channels.telegram.words import Me
from handlers.incoming import Attachment, Contact, Incoming, Position, Press
from tests.bot.channels.telegram.raw import (
    BOT,
    DATE,
    FORUM,
    GROUP,
    JSON,
    OUR_USER,
    PRIVATE,
    USER,
    file,
    message,
    said,
    update,
)

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
ME = Me(f"telegram:{BOT}", BOT, "linli_bot")


def read(raw: JSON, me: Me = ME) -> Incoming:
    incoming = parse(raw, me, NOW)
    assert incoming is not None
    return incoming


def test_text_in_a_private_chat() -> None:
    assert read(said(text="楼道灯坏了")) == Incoming(
        account="telegram:424242",
        update="100",
        user="7",
        chat="7",
        at=datetime.fromtimestamp(DATE, UTC),
        name="王 阿姨",
        language="zh-hans",
        message="11",
        text="楼道灯坏了",
    )


def test_names_and_words_stay_as_they_are() -> None:
    incoming = read(said(text=" <b>*_[x](y)\u202e\x00", **{"from": USER | {"first_name": "<i>", "last_name": "`"}}))
    assert (incoming.text, incoming.name) == (" <b>*_[x](y)\u202e\x00", "<i> `")


def test_half_a_character_becomes_the_replacement_character() -> None:
    incoming = read(said(text="好\ud83d的"))
    assert incoming.text == "好\ufffd的"
    incoming.text.encode()


@pytest.mark.parametrize(
    ("text", "command", "args"),
    [
        ("/start", "start", ""),
        ("/start t_9aZ-_", "start", "t_9aZ-_"),
        ("/Help@LINLI_bot  a b ", "help", "a b"),
        ("/say one\ntwo", "say", "one\ntwo"),
        ("/say\ntwo", "say", "two"),
        ("/other@weather_bot x", "other", "x"),  # privately there is nobody else
        ("/帮助", None, ""),
        ("/help吗", None, ""),
        ("see /help", None, ""),
    ],
)
def test_commands(text: str, command: str | None, args: str) -> None:
    incoming = read(said(text=text))
    assert (incoming.command, incoming.args, incoming.text, incoming.addressed) == (command, args, text, True)


@pytest.mark.parametrize(
    ("content", "addressed"),
    [
        ({"text": "天气真好"}, False),
        ({"text": "/list"}, True),
        ({"text": "/list@Linli_Bot"}, True),
        ({"text": "/list@weather_bot"}, False),
        ({"text": "请@LINLI_bot看看"}, True),
        ({"text": "@linli_bots 看看"}, False),
        ({"text": "a@linli_bot"}, False),
        ({"caption": "@linli_bot", "photo": [file(width=1, height=1)]}, True),
        ({"text": "好", "reply_to_message": message(GROUP, **{"from": OUR_USER, "text": "?"})}, True),
        ({"text": "好", "reply_to_message": message(GROUP, text="?")}, False),
        ({"location": {"latitude": 1, "longitude": 2}}, False),
    ],
)
def test_what_is_meant_for_us_in_a_group(content: JSON, addressed: bool) -> None:
    incoming = read(said(GROUP, **content))
    assert (incoming.group, incoming.chat, incoming.addressed) == (True, "-500", addressed)


def test_a_command_for_another_bot_is_no_command() -> None:
    assert read(said(GROUP, text="/list@weather_bot")).command is None


def test_before_our_name_is_known_every_command_is_ours() -> None:
    nameless = replace(ME, username=None)
    assert read(said(GROUP, text="/list@weather_bot"), nameless).command == "list"
    assert not read(said(GROUP, text="@linli_bot"), nameless).addressed
    assert not read(said(GROUP, text="@ hello"), replace(ME, username="")).addressed


def test_topics_are_threads_and_their_root_is_no_reply() -> None:
    root = message(FORUM, message_id=5, forum_topic_created={"name": "x", "icon_color": 1}, **{"from": OUR_USER})
    in_topic = {"message_thread_id": 5, "is_topic_message": True}
    incoming = read(said(FORUM, text="好", reply_to_message=root, **in_topic))
    assert (incoming.thread, incoming.reply_to, incoming.addressed) == ("5", None, False)


def test_a_thread_of_replies_is_no_topic() -> None:
    answered = message(FORUM, message_id=5, text="?", **{"from": OUR_USER})
    incoming = read(said(FORUM, text="好", message_thread_id=5, reply_to_message=answered))
    assert (incoming.thread, incoming.reply_to, incoming.addressed) == (None, "5", True)


def test_a_pressed_choice() -> None:
    shown = message(FORUM, message_thread_id=5, is_topic_message=True, text="?", **{"from": OUR_USER})
    query = {"id": "q1", "from": USER, "chat_instance": "c", "message": shown, "data": "offer.accept:4711"}
    incoming = read(update(callback_query=query))
    assert incoming == Incoming(
        account=ME.account,
        update="100",
        user="7",
        chat="-1009",
        at=NOW,
        group=True,
        thread="5",
        name="王 阿姨",
        language="zh-hans",
        message="11",
        press=Press("q1", "offer.accept:4711"),
    )


def test_a_choice_pressed_on_a_message_telegram_no_longer_shows() -> None:
    query = {"id": "q1", "from": USER, "chat_instance": "c", "data": "x"}
    incoming = read(update(callback_query=query | {"message": {"chat": PRIVATE, "message_id": 3, "date": 0}}))
    assert (incoming.chat, incoming.message, incoming.press) == ("7", "3", Press("q1", "x"))


def test_presses_that_are_none_of_ours() -> None:
    query = {"id": "q1", "from": USER, "chat_instance": "c"}
    assert parse(update(callback_query=query | {"inline_message_id": "i", "data": "x"}), ME, NOW) is None
    assert parse(update(callback_query=query | {"message": message(), "game_short_name": "g"}), ME, NOW) is None


@pytest.mark.parametrize(("owner", "own"), [(7, True), (8, False), (None, False)])
def test_contacts(owner: int | None, own: bool) -> None:
    shared = {"phone_number": "8613800138000", "first_name": "王"} | ({"user_id": owner} if owner else {})
    assert read(said(contact=shared)).contact == Contact("8613800138000", own)


def test_places() -> None:
    where = {"latitude": 30.5, "longitude": 114.25}
    assert read(said(location=where)).position == Position(30.5, 114.25)
    venue = read(said(location=where, venue={"location": where, "title": "和顺里", "address": "3 栋"}))
    assert (venue.position, venue.text) == (Position(30.5, 114.25), "和顺里\n3 栋")


def test_a_live_position_counts_once() -> None:
    where = {"latitude": 30.5, "longitude": 114.25, "live_period": 900}
    assert read(said(location=where)).position is not None
    assert parse(update(edited_message=message(location=where, edit_date=DATE + 5)), ME, NOW) is None


SIZES = [file(file_id=name, width=side, height=side) for name, side in (("s", 90), ("l", 1280), ("m", 320))]
CLIP = {"width": 1, "height": 1, "duration": 2, "mime_type": "video/mp4"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"photo": SIZES}, Attachment("photo", "l", mime="image/jpeg", size=99)),
        (
            {"voice": file(duration=3, mime_type="audio/ogg")},
            Attachment("voice", "F", mime="audio/ogg", size=99),
        ),
        (
            {"audio": file(duration=3, file_name="a.mp3", mime_type="audio/mpeg")},
            Attachment("voice", "F", name="a.mp3", mime="audio/mpeg", size=99),
        ),
        (
            {"document": file(file_name="表.xlsx", mime_type="application/x")},
            Attachment("file", "F", name="表.xlsx", mime="application/x", size=99),
        ),
        ({"video": file(**CLIP)}, Attachment("video", "F", mime="video/mp4", size=99)),
        ({"video_note": file(length=9, duration=2)}, Attachment("video", "F", mime="video/mp4", size=99)),
        (
            {"animation": file(**CLIP), "document": file(mime_type="video/mp4")},
            Attachment("video", "F", mime="video/mp4", size=99),
        ),
        (
            {
                "sticker": file(
                    type="regular", width=9, height=9, is_animated=False, is_video=False, emoji="👍", file_size=None
                )
            },
            Attachment("sticker", "F", name="👍", mime="image/webp"),
        ),
        (
            {"sticker": file(type="regular", width=9, height=9, is_animated=True, is_video=False, file_size=9)},
            Attachment("sticker", "F", mime="application/x-tgsticker", size=9),
        ),
        (
            {"sticker": file(type="regular", width=9, height=9, is_animated=False, is_video=True, file_size=9)},
            Attachment("sticker", "F", mime="video/webm", size=9),
        ),
    ],
)
def test_media(content: JSON, expected: Attachment) -> None:
    incoming = read(said(caption="看", media_group_id="13", **content))
    assert (incoming.media, incoming.text, incoming.album) == ((expected,), "看", "13")


def test_edited_words() -> None:
    raw = update(edited_message=message(text="/start 三楼", edit_date=DATE + 60))
    incoming = read(raw)
    assert (incoming.edited, incoming.message, incoming.command) == (True, "11", None)
    assert incoming.at == datetime.fromtimestamp(DATE + 60, UTC)


def test_what_we_cannot_read_deserves_an_answer_privately() -> None:
    dice = {"dice": {"emoji": "🎲", "value": 3}}
    assert read(said(**dice)).text == ""
    assert parse(said(GROUP, **dice), ME, NOW) is None


CHANNEL: JSON = {"id": -1001, "type": "channel", "title": "K"}


@pytest.mark.parametrize(
    "raw",
    [
        update(),
        update(poll={"anything": "at all"}),
        update(message=None),
        update(channel_post=message(CHANNEL, text="x")),
        update(message_from_the_future={"x": 1}),
        said(CHANNEL, text="x"),
        said(GROUP, new_chat_members=[USER]),
        said(GROUP, new_chat_title="x"),
        said(PRIVATE, pinned_message=message(text="x")),
        said(GROUP, text="x", sender_chat=CHANNEL, is_automatic_forward=True),
        said(GROUP, text="x", **{"from": OUR_USER}),
        said(GROUP, text="x", **{"from": None}),
    ],
)
def test_what_concerns_nobody(raw: JSON) -> None:
    assert parse(raw, ME, NOW) is None


def test_an_anonymous_admin_is_the_group_and_nobody_else() -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    incoming = read(said(FORUM, text="/bind X", sender_chat=FORUM, **{"from": anonymous}))
    assert (incoming.user, incoming.name, incoming.command) == ("-1009", "水电队", "bind")


def test_both_announcements_of_a_migration_are_the_same_event() -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    first = read(said(GROUP, migrate_to_chat_id=-1009))
    raw = said(FORUM, message_id=1, migrate_from_chat_id=-500, sender_chat=FORUM, **{"from": anonymous})
    second = read(raw | {"update_id": 101})
    assert (first.event, first.chat, first.migrated_to, first.group) == ("migrated", "-500", "-1009", True)
    assert replace(second, update="100") == first


@pytest.mark.parametrize(
    "nonsense",
    [
        {"text": 5},
        {"text": ["x"]},
        {"message_id": "11"},
        {"date": None},
        {"date": "yesterday"},
        {"date": 10**30},
        {"chat": PRIVATE | {"id": "7"}},
        {"from": USER | {"id": True}},
        {"from": USER | {"first_name": {}}},
        {"location": {"latitude": float("nan"), "longitude": 2}},
        {"location": {"latitude": 91, "longitude": 2}},
        {"photo": [1]},
        {"document": {"file_size": 1}},
        {"voice": file(duration=3, file_size=-1)},
        {"contact": {"first_name": "x"}},
    ],
)
def test_malformed_messages(nonsense: JSON) -> None:
    with pytest.raises(MalformedUpdate) as caught:
        parse(said(**nonsense), ME, NOW)
    assert caught.value.update == 100


def test_a_refusal_tells_no_value() -> None:
    with pytest.raises(MalformedUpdate) as caught:
        parse(said(text={"secret": "13800138000"}), ME, NOW)
    assert "138" not in str(caught.value) and "secret" not in str(caught.value)
    assert caught.value.__cause__ is None
