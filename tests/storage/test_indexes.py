"""No statement goes through a whole table that grows: every SQL constant of storage is explained on both engines."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

import storage
from storage.database import Database, open_database
from storage.engines.postgresql import PARAMETER
from storage.engines.sqlite_transaction import _spoken
from storage.sealing import Keyring
from storage.transaction import Transaction

# They go over all tables on purpose, or make them.
NOT_ASKED = {"storage.schema", "storage.migrating", "storage.backup", "storage.rotation", "storage.archive"}
GROWING = {
    "people", "addresses", "dialogues", "roles", "invitations", "link_codes", "inbox", "parked_turns", "outbox",
    "media", "tasks", "service_requests", "request_events", "request_media", "offers", "reveals",
    "assignments", "timers", "inquiries", "unanswered", "phrases", "answer_drafts",
    "shifts", "conversations", "conversation_messages", "conversation_media", "conversation_moves",
    "web_chats", "web_messages", "web_media", "line_messages", "line_media", "consents", "exports",
    "volunteers", "volunteer_skills", "absences", "topics", "cards", "card_changes", "claims", "calendar_feeds",
    "appraisal_rounds", "yearly_reports", "appraisal_answers", "representatives", "pledges",
    "life_notes", "life_note_versions", "thoughts", "rosters", "occasions",
    "rhythms", "waves", "wave_leftovers",
    "saved_audiences", "meetings", "meeting_files", "agenda_items", "meeting_proxies", "meeting_actions",
    "broadcasts", "broadcast_events", "broadcast_messages", "broadcast_media", "follow_ups", "recipients",
    "outbox_bodies",
    "calls", "broadcast_progress", "broadcast_numbers",
    "subscriptions", "notices",
    "documents", "polls", "poll_voters", "votes",
    "visits", "visit_moves", "visit_records", "promises", "worries",
}  # fmt: skip
# Small by nature: settings, pack_files, models, places, series, items, teams, team_skills, leases, counters,
# broadcast_limits, migrations, desk_groups, canned_replies;
# volunteer_news (whoever was given a task since the job last looked); answers, answer_changes, facility_changes (what
# staff write).
STATEMENT = re.compile(r"\s*(SELECT|UPDATE|INSERT|DELETE|WITH)\b")
LISTS = {"names": ":a, :b", "ids": ":a, :b"}

# Partial indexes that stay small, whatever the table holds: why one may be read from end to end.
SMALL_INDEXES = {
    "inbox_waiting": "the parts of albums of the last seconds, and turns that are about to run again",
    "inbox_waiting_by_user": "the same",
    "outbox_sending": "as many as sends run at once",
    "offers_in_groups": "what groups are asked now",
    "conversations_waiting": "who waits for a person now",
    "shifts_due": "who is on duty now",
    "parked_open": "what coordinators have not looked after yet",
    "dialogues_drafts": "the requests that were begun within a week and not sent off",
    "dialogues_to_nudge": "those of the last day",
    "unanswered_open": "questions that the desk has not answered yet",
    "unanswered_heads": "the first of each group of them",
    "unanswered_to_tell": "who is to be told an answer now",
    "phrases_proposed": "what coordinators have not looked at yet",
    "phrases_used": "what is read whole whenever it changes: 5,000 at most",
    "claims_open": "whom two stations ask about now",
    "waves_planning": "the stations of one festival at most",
    "broadcasts_running": "what is going out now",
    "broadcasts_proposed": "what waits for a second person now",
    "calls_by_place": "who is to be phoned now",
    "calls_to_make": "the same",
    "answer_drafts_open": "what coordinators have not agreed to yet",
}


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
WRITES = {"ModifyTable", "LockRows"}


def aliases(text: str) -> dict[str, str]:
    """Which table each name in a statement stands for."""
    named = re.findall(r"(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(?:AS\s+)?(\w+))?", text)
    return {name: table for table, alias in named for name in (table, alias) if name}


def sqlite_scans(tx: Transaction, text: str) -> set[str]:
    spoken = _spoken(text)
    dummies = dict.fromkeys(PARAMETER.findall(spoken), 1)
    plan = tx.all(f"EXPLAIN QUERY PLAN {spoken}", **dummies)
    details = [row["detail"].split() for row in plan if row["detail"].startswith("SCAN ")]
    scanned = {words[1] for words in details if words[-1] not in SMALL_INDEXES}
    return {aliases(text).get(name, name) for name in scanned} & GROWING


def postgresql_scans(cursor: psycopg.Cursor[Any], text: str) -> set[str]:
    places: dict[str, int] = {}
    numbered = PARAMETER.sub(lambda match: f"${places.setdefault(match[1], len(places) + 1)}", text)
    cursor.execute(f"EXPLAIN (GENERIC_PLAN, FORMAT JSON) {numbered}".encode())
    row = cursor.fetchone()
    assert row is not None
    return {node["Relation Name"] for node in nodes(row[0][0]["Plan"]) if goes_through_all(node)} & GROWING


def make_large(connection: psycopg.Connection[Any]) -> None:
    """On empty tables PostgreSQL takes any plan: until the rollback it believes that those that grow are large."""
    connection.execute("SET LOCAL session_replication_role = replica")
    connection.execute("SET LOCAL enable_seqscan = off")
    columns = connection.execute(
        "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"
    ).fetchall()
    for table in sorted({row[0] for row in columns} - {"migrations"}):
        names = [(name, "''" if kind == "bytea" else "'1'") for of, name, kind in columns if of == table]
        into, given = ", ".join(name for name, _ in names), ", ".join(value for _, value in names)
        connection.execute(f"INSERT INTO {table} ({into}) VALUES ({given})".encode())
    large = "UPDATE pg_class SET reltuples = 1000000, relpages = 1 WHERE relname = ANY(%s)"
    connection.execute(large, [sorted(GROWING)])


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", []):
        yield from nodes(below)


def goes_through_all(node: dict[str, Any]) -> bool:
    """Also an index that is read from end to end."""
    small = node.get("Index Name") in SMALL_INDEXES
    return "Relation Name" in node and node["Node Type"] not in WRITES and "Index Cond" not in node and not small


def test_the_statements_are_found() -> None:
    assert len(STATEMENTS) > 120
    assert {"sending.DUE", "people.READ", "web_chat.FORGET2", "inbox.TAKE"} <= set(STATEMENTS)


async def test_every_table_is_known(database: Database) -> None:
    """A new table is either listed as growing here or named in the comment as small."""
    small = {"settings", "pack_files", "places", "series", "items", "teams", "team_skills", "leases", "counters"}
    small |= {"desk_groups", "canned_replies", "volunteer_news", "answers", "answer_changes", "models"}
    small |= {"broadcast_limits", "facility_changes"}
    sql = {
        "sqlite": "SELECT name FROM sqlite_schema WHERE type = 'table'",
        "postgresql": "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    }
    rows = await database.read(lambda tx: tx.all(sql[database.engine_name]))
    assert {row["name"] for row in rows} == GROWING | small | {"migrations"}


async def test_sqlite_searches_and_does_not_scan(sqlite_database: Database) -> None:
    scans = await sqlite_database.turn(lambda tx: {name: sqlite_scans(tx, text) for name, text in STATEMENTS.items()})
    assert {name: tables for name, tables in scans.items() if tables} == {}


async def test_postgresql_searches_and_does_not_scan(bare_postgresql_url: str, keys: Keyring) -> None:
    """On a database of its own: in a shared one the server has drawn its conclusions from other tests' rows."""
    await (await open_database(bare_postgresql_url, keys)).close()
    with psycopg.connect(bare_postgresql_url) as connection, connection.cursor() as cursor:
        make_large(connection)
        scans = {name: postgresql_scans(cursor, text) for name, text in STATEMENTS.items()}
        connection.rollback()
    assert {name: tables for name, tables in scans.items() if tables} == {}


@pytest.mark.parametrize("text", ["SELECT id FROM people WHERE language = :x", "SELECT COUNT(*) FROM outbox"])
async def test_a_scan_would_be_seen(sqlite_database: Database, postgresql_url: str, text: str) -> None:
    assert await sqlite_database.read(lambda tx: sqlite_scans(tx, text))
    with psycopg.connect(postgresql_url) as connection, connection.cursor() as cursor:
        make_large(connection)
        assert postgresql_scans(cursor, text)
        connection.rollback()
