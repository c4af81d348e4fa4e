"""The peers of the bench store the same facts, and the harness that drives them notices what goes wrong."""

import asyncio
import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.dialogue import (
    SCRIPT,
    Button,
    Cast,
    DialogueBroken,
    Post,
    Said,
    make_cast,
    make_conversations,
    press,
    words,
)
from benchmarks.dialogue_worker import SYSTEMS
from benchmarks.drive import System, drive

REQUESTS, FEW, LANES, SEED = 20, 5, 5, 7
PEERS = ("ptb-sqlalchemy", "aiogram-aiosqlite")
TABLES = ("person", "inbox", "dialogue", "request", "event", "offer", "outbox", "counter")


class Recording:
    """A system around a system: keeps what it was given, and gives every update `times` times."""

    def __init__(self, inner: System, times: int = 1) -> None:
        self.name, self.inner, self.times = inner.name, inner, times
        self.raw: list[bytes] = []

    async def open(self, folder: Path, cast: Cast) -> None:
        await self.inner.open(folder, cast)

    async def update(self, raw: bytes) -> None:
        self.raw.append(raw)
        for _ in range(self.times):
            await self.inner.update(raw)

    def said(self, chat: int) -> Sequence[Said]:
        return self.inner.said(chat)

    async def close(self) -> None:
        await self.inner.close()


async def play(name: str, folder: Path, times: int = 1) -> None:
    """Plays all requests and closes the system, so that nothing but the file is left."""
    system = Recording(SYSTEMS[name](), times)
    cast = make_cast(REQUESTS, LANES, SEED)
    await system.open(folder, cast)
    try:
        figures = await drive(system, make_conversations(cast, REQUESTS, SEED), LANES)
        assert figures.turns == REQUESTS * len(SCRIPT)
    finally:
        await system.close()


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each peer's folder after all requests have been played."""
    folders = {name: tmp_path_factory.mktemp(name) for name in PEERS}
    for name, folder in folders.items():
        asyncio.run(play(name, folder))
    return folders


def rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    database = sqlite3.connect(folder / "peer.db")
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def facts(folder: Path) -> dict[str, object]:
    """What the tables say, without what differs from run to run (numbers, ids, times, who came first)."""
    pairs = {
        "requests": "SELECT state, stars, note, count(*) FROM request GROUP BY 1, 2, 3",
        "asked": "SELECT resident_id, words, address, helper_id FROM request ORDER BY 1",
        "numbers": "SELECT count(DISTINCT number) FROM request",
        "helpers": "SELECT state, count(*), count(DISTINCT request_id), count(volunteer_id) FROM offer GROUP BY 1",
        "same helper": "SELECT count(*) FROM offer o JOIN request r ON r.id = request_id AND helper_id = volunteer_id",
        "events": "SELECT kind, count(*), count(DISTINCT request_id) FROM event GROUP BY 1 ORDER BY 1",
        "who": "SELECT kind, person_id, count(*) FROM event GROUP BY 1, 2 ORDER BY 1, 2",
        "inbox": "SELECT count(*) FROM inbox",
        "outbox": "SELECT kind, chat, count(*) FROM outbox GROUP BY 1, 2 ORDER BY 1, 2",
        "people": "SELECT id, name, place, door, phone, role FROM person ORDER BY 1",
        "dialogues": "SELECT count(*) FROM dialogue WHERE state IS NOT NULL",
        "counter": "SELECT sum(value) FROM counter",
    }
    return {name: rows(folder, sql) for name, sql in pairs.items()}


@pytest.mark.parametrize("name", PEERS)
def test_every_request_is_stored_whole(name: str, played: dict[str, Path]) -> None:
    stored = facts(played[name])
    assert stored["requests"] == [("confirmed", 5, "换了灯泡，亮了", REQUESTS)]
    assert stored["helpers"] == [("accepted", REQUESTS, REQUESTS, REQUESTS)]
    assert stored["same helper"] == [(REQUESTS,)]
    assert stored["numbers"] == [(REQUESTS,)]
    kinds = ("claimed", "confirmed", "dispatched", "done", "noted", "rated", "submitted")
    assert stored["events"] == [(kind, REQUESTS, REQUESTS) for kind in kinds]
    assert stored["inbox"] == [(REQUESTS * len(SCRIPT),)]
    assert stored["dialogues"] == [(0,)]
    assert rows(played[name], "PRAGMA journal_mode") == [("wal",)]


def test_peers_store_the_same_facts(played: dict[str, Path]) -> None:
    one, other = PEERS
    assert facts(played[one]) == facts(played[other])


@pytest.mark.parametrize("name", PEERS)
async def test_an_update_that_comes_twice_counts_once(name: str, played: dict[str, Path], tmp_path: Path) -> None:
    await play(name, tmp_path, times=2)
    assert facts(tmp_path) == facts(played[name])


@pytest.mark.parametrize("name", PEERS)
async def test_updates_repeated_later_change_nothing(name: str, tmp_path: Path) -> None:
    system = Recording(SYSTEMS[name]())
    cast = make_cast(FEW, LANES, SEED)
    conversations = make_conversations(cast, 2 * FEW, SEED)
    await system.open(tmp_path, cast)
    try:
        await drive(system, conversations[:FEW], LANES)
        before = {table: rows(tmp_path, f"SELECT * FROM {table}") for table in TABLES}
        for raw in list(system.raw):
            await system.update(raw)
        assert {table: rows(tmp_path, f"SELECT * FROM {table}") for table in TABLES} == before
        await drive(system, conversations[FEW:], LANES)
    finally:
        await system.close()
    assert rows(tmp_path, "SELECT state, count(*) FROM request GROUP BY 1") == [("confirmed", 2 * FEW)]


@pytest.mark.parametrize("name", PEERS)
def test_only_the_helper_reads_door_and_phone(name: str, played: dict[str, Path]) -> None:
    folder = played[name]
    people = "SELECT p.door, p.phone, r.helper_id FROM request r JOIN person p ON p.id = r.resident_id"
    told = [(chat, json.loads(str(body))["text"]) for chat, body in rows(folder, "SELECT chat, body FROM outbox")]
    secrets = rows(folder, people)
    assert len(secrets) == REQUESTS
    for door, phone, helper in secrets:
        assert [chat for chat, text in told if str(phone) in text] == [helper]
        assert all(int(str(chat)) > 0 for chat, text in told if str(door) in text)


@pytest.mark.parametrize("name", PEERS)
async def test_a_second_volunteer_does_not_get_the_task(name: str, tmp_path: Path) -> None:
    cast = make_cast(1, 2, SEED)
    first, second = cast.volunteers
    system = SYSTEMS[name]()
    await system.open(tmp_path, cast)
    try:
        conversation = make_conversations(cast, 1, SEED)[0]
        post = Post(system.said)
        for _ in range(3):
            await system.update(conversation.next_update(post) or b"")
        card = next(said for said in system.said(cast.group) if said.buttons)
        for number, volunteer in ((901, first), (902, second), (903, cast.residents[0])):
            await system.update(press(number, volunteer, cast.group, 1, card, card.buttons[0]))
        assert any(cast.residents[0].phone in said.text for said in system.said(first.user))
        assert not any(cast.residents[0].phone in said.text for said in system.said(second.user))
    finally:
        await system.close()
    assert rows(tmp_path, "SELECT helper_id FROM request") == [(first.user,)]
    assert rows(tmp_path, "SELECT volunteer_id FROM offer") == [(first.user,)]


@pytest.mark.parametrize("name", PEERS)
async def test_a_failing_turn_is_raised_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    cast = make_cast(1, 1, SEED)
    system = SYSTEMS[name]()
    await system.open(tmp_path, cast)
    try:
        database = sqlite3.connect(tmp_path / "peer.db", isolation_level=None)
        database.execute("CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END")
        raw = words(1, cast.residents[0], 1, "楼道灯坏了")
        with pytest.raises(Exception, match="full"):
            await system.update(raw)
        assert system.said(cast.residents[0].user) == ()
        assert rows(tmp_path, "SELECT count(*) FROM inbox") == [(0,)]
        database.execute("DROP TRIGGER full")
        database.close()
        await system.update(raw)
        assert len(system.said(cast.residents[0].user)) == 1
    finally:
        await system.close()


class Mute:
    """A system that never answers."""

    name = "mute"

    async def open(self, folder: Path, cast: Cast) -> None: ...

    async def update(self, raw: bytes) -> None: ...

    def said(self, chat: int) -> Sequence[Said]:
        return ()

    async def close(self) -> None: ...


async def test_a_system_that_does_not_answer_is_no_result() -> None:
    cast = make_cast(1, 1, SEED)
    with pytest.raises(ExceptionGroup) as raised:
        await drive(Mute(), make_conversations(cast, 1, SEED), 1)
    assert raised.group_contains(DialogueBroken, match="就是这里")


async def test_conversations_in_flight_share_nobody() -> None:
    cast = make_cast(8, 3, SEED)
    with pytest.raises(ValueError, match="share a person"):
        await drive(Mute(), make_conversations(cast, 8, SEED), 2)


def test_the_script_depends_on_the_seed_alone() -> None:
    def first(seed: int) -> list[bytes | None]:
        cast = make_cast(9, 3, seed)
        return [conversation.next_update(Post(lambda chat: ())) for conversation in make_conversations(cast, 9, seed)]

    assert first(1) == first(1)
    assert first(1) != first(2)


def test_cards_of_one_group_reach_their_own_conversation() -> None:
    cast = make_cast(2, 2, SEED)
    one, two = make_conversations(cast, 2, SEED)
    waiting = [Said(f"灯座上写着 {c.mark}", (Button("我来", f"take:{c.mark}"),)) for c in (two, one)]

    def said(chat: int) -> Sequence[Said]:
        return [waiting.pop() for _ in range(len(waiting))] if chat == cast.group else ()

    post = Post(said)
    assert [s.buttons[0].action for s in post.cards(cast.group, one.mark)] == [f"take:{one.mark}"]
    assert [s.buttons[0].action for s in post.cards(cast.group, two.mark)] == [f"take:{two.mark}"]
    assert post.cards(cast.group, one.mark) == []
