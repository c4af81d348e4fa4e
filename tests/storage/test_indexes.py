"""No statement goes through a whole table that grows: every SQL constant of storage is explained on both engines."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

import storage
from storage.database import Database
from storage.engines.postgresql import PARAMETER
from storage.engines.sqlite_transaction import _spoken
from storage.transaction import Transaction

# They go over all tables on purpose, or make them.
NOT_ASKED = {"storage.schema", "storage.migrating", "storage.backup", "storage.rotation", "storage.archive"}
GROWING = {
    "people", "addresses", "dialogues", "roles", "invitations", "link_codes", "inbox", "parked_turns", "outbox",
    "media", "tasks", "service_requests", "request_events", "request_media", "offers", "reveals",
    "web_chats", "web_messages", "web_media",
}  # fmt: skip
# Small by nature: settings, pack_files, places, series, items, teams, team_skills, leases, counters, migrations.
STATEMENT = re.compile(r"\s*(SELECT|UPDATE|INSERT|DELETE|WITH)\b")
LISTS = {"names": ":a, :b", "ids": ":a, :b"}

# Statement → why it may look at all rows of (a part of) a growing table.
ALLOWED: dict[str, str] = {}


def statements() -> dict[str, str]:
    """Every SQL constant, by `module.NAME`."""
    found: dict[str, str] = {}
    for module in pkgutil.walk_packages(storage.__path__, "storage."):
        if module.name in NOT_ASKED:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for place, text in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(text, str) and STATEMENT.match(text):
                    found[f"{module.name.removeprefix('storage.')}.{name}{place or ''}"] = filled(text)
    return found


def filled(text: str) -> str:
    return text.format(**LISTS) if re.search(r"\{\w+\}", text) else text


STATEMENTS = statements()


def aliases(text: str) -> dict[str, str]:
    """Which table each name in a statement stands for."""
    named = re.findall(r"(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(?:AS\s+)?(\w+))?", text)
    return {name: table for table, alias in named for name in (table, alias) if name}


def sqlite_scans(tx: Transaction, text: str) -> set[str]:
    spoken = _spoken(text)
    dummies = dict.fromkeys(PARAMETER.findall(spoken), 1)
    plan = tx.all(f"EXPLAIN QUERY PLAN {spoken}", **dummies)
    scanned = {row["detail"].split()[1] for row in plan if row["detail"].startswith("SCAN ")}
    return {aliases(text).get(name, name) for name in scanned} & GROWING


def postgresql_scans(cursor: psycopg.Cursor[Any], text: str) -> set[str]:
    places: dict[str, int] = {}
    numbered = PARAMETER.sub(lambda match: f"${places.setdefault(match[1], len(places) + 1)}", text)
    cursor.execute(f"EXPLAIN (GENERIC_PLAN, FORMAT JSON) {numbered}".encode())
    row = cursor.fetchone()
    assert row is not None
    return {node["Relation Name"] for node in nodes(row[0][0]["Plan"]) if goes_through_all(node)} & GROWING


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", []):
        yield from nodes(below)


def goes_through_all(node: dict[str, Any]) -> bool:
    """Also an index that is read from end to end."""
    return "Relation Name" in node and (
        node["Node Type"] == "Seq Scan" or (node["Node Type"].startswith("Index") and "Index Cond" not in node)
    )


def test_the_statements_are_found() -> None:
    assert len(STATEMENTS) > 120
    assert {"sending.DUE", "people.READ", "web_chat.FORGET2", "inbox.TAKE"} <= set(STATEMENTS)


def test_what_is_allowed_exists() -> None:
    assert set(ALLOWED) <= set(STATEMENTS)


async def test_every_table_is_known(database: Database) -> None:
    """A new table is either listed as growing here or named in the comment as small."""
    small = {"settings", "pack_files", "places", "series", "items", "teams", "team_skills", "leases", "counters"}
    sql = {
        "sqlite": "SELECT name FROM sqlite_schema WHERE type = 'table'",
        "postgresql": "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    }
    rows = await database.read(lambda tx: tx.all(sql[database.engine_name]))
    assert {row["name"] for row in rows} == GROWING | small | {"migrations"}


async def test_sqlite_searches_and_does_not_scan(sqlite_database: Database) -> None:
    scans = await sqlite_database.turn(lambda tx: {name: sqlite_scans(tx, text) for name, text in STATEMENTS.items()})
    assert {name: tables for name, tables in scans.items() if tables and name not in ALLOWED} == {}


def test_postgresql_searches_and_does_not_scan(postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url) as connection, connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        scans = {name: postgresql_scans(cursor, text) for name, text in STATEMENTS.items()}
    assert {name: tables for name, tables in scans.items() if tables and name not in ALLOWED} == {}


@pytest.mark.parametrize("text", ["SELECT id FROM people WHERE language = :x", "SELECT COUNT(*) FROM outbox"])
async def test_a_scan_would_be_seen(sqlite_database: Database, postgresql_url: str, text: str) -> None:
    assert await sqlite_database.read(lambda tx: sqlite_scans(tx, text))
    with psycopg.connect(postgresql_url) as connection, connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        assert postgresql_scans(cursor, text)
