"""Whatever comes, it is an event, nobody's concern, or a declared refusal."""

import contextlib
import copy
import json
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram.parsing import ALLOWED_UPDATES, MalformedUpdate, parse
from bot.channels.telegram.words import Me
from handlers.incoming import Incoming
from tests.bot.channels.telegram.raw import (
    BOT,
    FORUM,
    GROUP,
    JSON,
    PRIVATE,
    USER,
    changed,
    file,
    member,
    message,
    said,
    update,
)

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
ME = Me(f"telegram:{BOT}", BOT, "linli_bot")
FIELDS = ("chat", "from", "id", "date", "text", "photo", "entities", "type", "data")
KNOWN = st.sampled_from((*ALLOWED_UPDATES, *FIELDS))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=8)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KNOWN | st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)
GOOD = (
    said(text="/start x"),
    said(GROUP, text="@linli_bot", reply_to_message=message(GROUP, text="x")),
    said(photo=[file(width=1, height=2)], caption="x", media_group_id="1"),
    said(FORUM, message_thread_id=4, is_topic_message=True, sender_chat=FORUM, voice=file(duration=1)),
    said(contact={"phone_number": "1", "first_name": "x", "user_id": 7}),
    said(location={"latitude": 1.5, "longitude": 2.5}),
    update(edited_message=message(text="x", edit_date=3)),
    said(GROUP, migrate_to_chat_id=-1009),
    update(callback_query={"id": "q", "from": USER, "chat_instance": "c", "data": "d", "message": message(text="x")}),
    changed(PRIVATE, member("member"), member("kicked")),
)


def checked(raw: object) -> None:
    """Fails on any other exception, and on an event that a database could not keep."""
    with contextlib.suppress(MalformedUpdate):
        incoming = parse(raw, ME, NOW)
        if incoming is not None:
            sound(incoming)


def sound(incoming: Incoming) -> None:
    for field in fields(incoming):
        value = getattr(incoming, field.name)
        if field.type is str or field.name in ("thread", "message", "reply_to", "command", "album", "migrated_to"):
            assert value is None or isinstance(value, str)
            (value or "").encode()
    assert incoming.at.tzinfo is not None and incoming.user and incoming.chat


@given(ANYTHING)
def test_arbitrary_json(raw: object) -> None:
    checked(raw)


@given(st.dictionaries(KNOWN, ANYTHING, max_size=3))
def test_arbitrary_content_of_an_update(content: JSON) -> None:
    checked({"update_id": 1} | content)


@settings(max_examples=400)
@given(st.sampled_from(GOOD), st.data())
def test_one_value_of_a_good_update_is_wrong(good: JSON, data: st.DataObject) -> None:
    raw: Any = copy.deepcopy(good)
    place: Any = raw
    while True:
        key = data.draw(st.sampled_from(sorted(place)) if isinstance(place, dict) else st.integers(0, len(place) - 1))
        if not isinstance(place[key], (dict, list)) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(ANYTHING)
    checked(raw)


def test_the_good_ones_are_good() -> None:
    assert all(parse(raw, ME, NOW) is not None for raw in GOOD)


def test_deep_nesting() -> None:
    deep: JSON = message(text="x")
    for _ in range(5000):
        deep = message(text="x", reply_to_message=deep)
    checked(update(message=deep))
    checked(json.loads('{"update_id": 1, "message": ' + "[" * 400 + "]" * 400 + "}"))
