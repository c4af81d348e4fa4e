"""Blocked, unblocked, added to groups and thrown out."""

from datetime import UTC, datetime

import pytest

from bot.channels.telegram.parsing import parse
from bot.channels.telegram.words import Me
from tests.bot.channels.telegram.raw import BOT, DATE, FORUM, GROUP, JSON, PRIVATE, changed, member

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
ME = Me(f"telegram:{BOT}", BOT, "linli_bot")
CHANNEL: JSON = {"id": -1001, "type": "channel", "title": "K"}
MUTED_INSIDE = member("restricted", is_member=True)
MUTED_OUTSIDE = member("restricted", is_member=False)


@pytest.mark.parametrize(
    ("chat", "old", "new", "event"),
    [
        (PRIVATE, member("member"), member("kicked"), "blocked"),
        (PRIVATE, member("kicked"), member("member"), "unblocked"),
        (GROUP, member("left"), member("member"), "entered"),
        (FORUM, member("kicked"), MUTED_INSIDE, "entered"),
        (FORUM, MUTED_INSIDE, MUTED_OUTSIDE, "expelled"),
        (GROUP, member("member"), member("left"), "expelled"),
        (FORUM, member("member"), member("kicked"), "expelled"),
    ],
)
def test_coming_and_going(chat: JSON, old: JSON, new: JSON, event: str) -> None:
    incoming = parse(changed(chat, old, new), ME, NOW)
    assert incoming is not None
    assert (incoming.event, incoming.user, incoming.chat) == (event, "7", str(chat["id"]))
    assert incoming.at == datetime.fromtimestamp(DATE, UTC)
    assert incoming.group == (chat is not PRIVATE)


@pytest.mark.parametrize(
    ("chat", "old", "new"),
    [
        (FORUM, member("member"), MUTED_INSIDE),
        (FORUM, member("left"), member("kicked")),
        (CHANNEL, member("left"), member("member")),
    ],
)
def test_other_changes_concern_nobody(chat: JSON, old: JSON, new: JSON) -> None:
    assert parse(changed(chat, old, new), ME, NOW) is None
