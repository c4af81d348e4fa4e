"""Plain words and presses are read without the library, and mean the same as with it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.events import press
from bot.channels.telegram.messages import from_message
from bot.channels.telegram.parsing import MalformedUpdate, parse
from bot.channels.telegram.plain import plain_press, plain_words
from bot.channels.telegram.words import Me
from tests.bot.channels.telegram.raw import BOT, DATE, FORUM, GROUP, JSON, OUR_USER, PRIVATE, USER, message, update

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
NAMED = Me(f"telegram:{BOT}", BOT, "linli_bot")
NAMELESS = Me(f"telegram:{BOT}", BOT)

texts = st.one_of(
    st.text(min_size=1),
    st.sampled_from(
        [
            "/start inv_x",
            "/my",
            "/my@linli_bot",
            "/my@Other_bot now",
            "@linli_bot 在吗",
            "a@linli_botx",
            "3",
            " ",
            "好\ud83d的",
        ]
    ),
)
names = st.one_of(st.none(), st.just(""), st.sampled_from(["王", "<b>", "王\ud83d"]))
people = st.fixed_dictionaries(
    {"id": st.integers(1, 2**52), "is_bot": st.just(False), "first_name": st.text(max_size=5)},
    optional={
        "last_name": names.filter(lambda name: name is not None),
        "language_code": st.sampled_from(["", "en", "zh-hans"]),
    },
)
chats = st.sampled_from([PRIVATE, GROUP, FORUM, GROUP | {"type": "supergroup"}])


@given(chats, people, texts, st.sampled_from([NAMED, NAMELESS]), st.integers(0, 2**31))
def test_plain_words_mean_the_same_with_the_library(chat: JSON, who: JSON, text: str, me: Me, date: int) -> None:
    content = message(chat, text=text, date=date, **{"from": who})
    assert plain_words(content, "100", me) == from_message(content, "100", me, edited=False) is not None


@given(chats, people, st.text(min_size=1, max_size=64), st.booleans())
def test_plain_presses_mean_the_same_with_the_library(chat: JSON, who: JSON, data: str, old: bool) -> None:
    under = message(chat, text="新任务", reply_markup={"inline_keyboard": []}, **{"from": OUR_USER})
    if old:
        under = {"chat": chat, "message_id": 11, "date": 0}
    query = {"id": "77", "from": who, "chat_instance": "1", "message": under, "data": data}
    assert plain_press(query, "100", NAMED, NOW) == press(query, "100", NAMED, NOW) is not None


@pytest.mark.parametrize(
    "more",
    [
        {"reply_to_message": message(text="?")},
        {"is_topic_message": True, "message_thread_id": 5},
        {"photo": []},
        {"from": OUR_USER},
        {"from": None},
        {"sender_chat": GROUP},
        {"chat": GROUP | {"type": "channel"}},
        {"edit_date": DATE},
        {"text": None},
        {"text": ""},
        {"date": "now"},
        {"date": True},
        {"migrate_to_chat_id": -1001},
        {"via_bot": OUR_USER},
    ],
)
def test_what_is_more_than_words_is_left_to_the_library(more: JSON) -> None:
    assert plain_words(message(text="在吗") | more, "100", NAMED) is None


@pytest.mark.parametrize(
    "more",
    [
        {"data": None, "game_short_name": "chess"},
        {"message": None},
        {"message": message(FORUM, is_topic_message=True, message_thread_id=5)},
        {"inline_message_id": "x"},
        {"from": 7},
    ],
)
def test_what_is_more_than_a_press_is_left_to_the_library(more: JSON) -> None:
    query: dict[str, Any] = {"id": "77", "from": USER, "chat_instance": "1", "message": message(text="?"), "data": "a"}
    whole = {name: value for name, value in (query | more).items() if value is not None}
    assert plain_press(whole, "100", NAMED, NOW) is None


@pytest.mark.parametrize("nonsense", [{"text": 7}, {"from": USER | {"id": "7"}}, {"from": USER | {"first_name": 7}}])
def test_nonsense_is_malformed_either_way(nonsense: JSON) -> None:
    content = message(text="在吗") | nonsense
    with pytest.raises(MalformedUpdate):
        parse(update(message=content), NAMED, NOW)
    with pytest.raises(TypeError):
        from_message(content, "100", NAMED, edited=False)
