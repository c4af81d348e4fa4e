"""Brings the tables up to date: numbered SQL files, all in one transaction, safe when two processes start at once."""

import re
import time
from dataclasses import dataclass
from pathlib import Path

from storage.errors import KeyTrouble, NewerDatabase, SealBroken
from storage.transaction import Transaction

FOLDER = Path(__file__).parent / "migrations"
NAME = re.compile(r"(\d{4})_(\w+)\.sql")
# What differs between the engines in a migration: the words that stand for types.
TYPES = {
    "sqlite": {"ROW_ID": "INTEGER PRIMARY KEY", "BYTES": "BLOB", "PLAIN_TEXT": "TEXT"},
    "postgresql": {"ROW_ID": "BIGINT PRIMARY KEY", "BYTES": "BYTEA", "PLAIN_TEXT": 'TEXT COLLATE "C"'},
}
LOCK = {"sqlite": "SELECT 1", "postgresql": "SELECT pg_advisory_xact_lock(7011902)"}

CREATE_LIST = (
    "CREATE TABLE IF NOT EXISTS migrations (version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT)"
)
APPLIED = "SELECT COALESCE(MAX(version), 0) AS version FROM migrations"
RECORD = "INSERT INTO migrations (version, name, applied_at) VALUES (:version, :name, :at)"
KEY_CHECK_COLUMN = "settings.value_sealed"
KEY_CHECK = "SELECT id, value_sealed FROM settings WHERE name = 'key_check'"
WRITE_KEY_CHECK = "INSERT INTO settings (id, name, value_sealed) VALUES (:id, 'key_check', :sealed)"


@dataclass(frozen=True)
class Migration:
    """One numbered file."""

    version: int
    name: str
    sql: str

    def statements(self, engine: str) -> list[str]:
        """Its statements in the engine's words. A statement ends with a semicolon at the end of a line."""
        text = re.sub(r"--[^\n]*", "", self.sql)
        for word, type_name in TYPES[engine].items():
            text = re.sub(rf"\b{word}\b", type_name, text)
        return [part.strip() for part in re.split(r";\s*(?:\n|$)", text) if part.strip()]


def migrations(folder: Path = FOLDER) -> list[Migration]:
    """All migrations, in order. Raises ValueError if a number is missing or doubled."""
    found = [(NAME.fullmatch(path.name), path) for path in sorted(folder.glob("*.sql"))]
    listed = [Migration(int(match[1]), match[2], path.read_text("utf-8")) for match, path in found if match]
    if [migration.version for migration in listed] != list(range(1, len(listed) + 1)):
        raise ValueError("migrations must be numbered 0001, 0002, … without a gap")
    return listed


def prepare(tx: Transaction, engine: str) -> int:
    """Migrates and checks the key, in one transaction. Returns the version reached."""
    version = migrate(tx, engine)
    check_key(tx)
    return version


def migrate(tx: Transaction, engine: str, folder: Path = FOLDER, *, upto: int | None = None) -> int:
    """Runs what is missing (up to a version, where one is given); returns the version reached. Raises NewerDatabase."""
    tx.all(LOCK[engine])
    tx.run(CREATE_LIST)
    known = migrations(folder)
    applied = int(tx.get(APPLIED)["version"])
    if applied > len(known):
        raise NewerDatabase(
            f"the database is at version {applied}, this program knows {len(known)}; start the newer program"
        )
    for migration in known[applied:upto]:
        for statement in migration.statements(engine):
            tx.run(statement)
        tx.run(RECORD, version=migration.version, name=migration.name, at=time.time_ns() // 1_000_000)
    return max(applied, len(known[:upto]))


def check_key(tx: Transaction) -> None:
    """Sees that the key in use is this database's. Raises KeyTrouble."""
    row = tx.one(KEY_CHECK)
    if row is None:
        number = tx.new_id()
        tx.run(WRITE_KEY_CHECK, id=number, sealed=tx.seal(KEY_CHECK_COLUMN, number, "linli"))
        return
    try:
        tx.unseal(KEY_CHECK_COLUMN, row["id"], bytes(row["value_sealed"]))
    except SealBroken as error:
        raise KeyTrouble(
            "this key file does not belong to this database; set LINLI_KEY_FILE to the right one"
        ) from error
