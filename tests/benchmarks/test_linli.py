"""Linli as a system of the bench does what the peers do, on both engines; and the growth bench draws from everybody."""

import asyncio
import contextlib
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.dialogue import SCRIPT, DialogueBroken, Post, make_cast, make_conversations
from benchmarks.drive import drive
from benchmarks.linli.system import Linli, LinliPostgresql, LinliSqlite
from storage import service_requests
from storage.transaction import Row, Transaction

REQUESTS, LANES, WAITING, SEED = 20, 5, 30, 7
KINDS = {"linli-sqlite": LinliSqlite, "linli-postgresql": LinliPostgresql}


async def play(system: Linli, folder: Path) -> dict[str, list[Row]]:
    """Plays all requests; returns what the tables say."""
    cast = make_cast(REQUESTS, LANES, SEED)
    await system.open(folder, cast)
    try:
        figures = await drive(system, make_conversations(cast, REQUESTS, SEED), LANES)
        assert figures.turns == REQUESTS * len(SCRIPT)
        return await system._database.read(_tables)
    finally:
        await system.close()


def _tables(tx: Transaction) -> dict[str, list[Row]]:
    closed = tx.all("SELECT id, state, stars, helper_id FROM service_requests WHERE closed_at IS NOT NULL")
    notes = [service_requests.read(tx, row["id"]) for row in closed]
    return {
        "closed": closed,
        "notes": [{"note": request.note} for request in notes if request is not None],
        "open": tx.all("SELECT id, person_id FROM service_requests WHERE closed_at IS NULL"),
        "moves": tx.all(
            "SELECT move, COUNT(*) AS n FROM request_events WHERE request_id IN "
            "(SELECT id FROM service_requests WHERE closed_at IS NOT NULL) GROUP BY move"
        ),
        "inbox": tx.all("SELECT COUNT(*) AS n FROM inbox"),
        "outbox": tx.all("SELECT state, COUNT(*) AS n FROM outbox GROUP BY state"),
    }


@pytest.mark.parametrize("name", KINDS)
def test_every_request_is_stored_whole(name: str, tmp_path: Path) -> None:
    found = asyncio.run(play(KINDS[name](open_requests=WAITING), tmp_path))
    assert Counter((row["state"], row["stars"]) for row in found["closed"]) == {("confirmed", 5): REQUESTS}
    assert {row["note"] for row in found["notes"]} == {"换了灯泡，亮了"}
    moves = ("submit", "accept", "dispatch", "claim", "contact", "start", "finish", "confirm", "rate")
    assert {row["move"]: row["n"] for row in found["moves"]} == dict.fromkeys(moves, REQUESTS)
    assert found["inbox"][0]["n"] == REQUESTS * len(SCRIPT)
    assert [row["state"] for row in found["outbox"]] == ["waiting"]
    assert len(found["open"]) == WAITING
    assert len({row["person_id"] for row in found["open"]}) == REQUESTS


async def test_a_turn_that_fails_says_nothing(tmp_path: Path) -> None:
    cast = make_cast(1, 1, SEED)
    system = LinliSqlite()
    await system.open(tmp_path, cast)
    try:
        spoil = "CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END"
        await system._database.turn(lambda tx: tx.run(spoil))
        conversation, post = make_conversations(cast, 1, SEED)[0], Post(system.said)
        for _ in range(2):  # words, and the place
            with contextlib.suppress(Exception):
                await system.update(conversation.next_update(post) or b"")
        assert list(system.said(cast.residents[0].user)) == []
        with pytest.raises(DialogueBroken):
            conversation.next_update(post)
    finally:
        await system.close()


def test_people_are_made_when_they_are_asked_for() -> None:
    many = make_cast(1_000_000, 1, SEED).residents
    assert many[999_999] == many[-1] != many[999_998]
    assert [many[3], many[4]] == list(many[3:5])
    assert make_cast(10, 1, SEED + 1).residents[3] != many[3]
    spoken = [each.resident.user for each in make_conversations(make_cast(1_000_000, 1, SEED), 500, SEED)]
    assert len(set(spoken)) == 500
    assert max(spoken) - min(spoken) > 900_000
