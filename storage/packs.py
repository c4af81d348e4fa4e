"""The files of the pack that is loaded, as they were written."""

from datetime import datetime

from storage.times import to_ms
from storage.transaction import Transaction

FORGET = "DELETE FROM pack_files"
WRITE = "INSERT INTO pack_files (name, body, loaded_at) VALUES (:name, :body, :at)"
READ = "SELECT name, body FROM pack_files ORDER BY name"
VERSION = "SELECT COALESCE(MAX(loaded_at), 0) AS version FROM pack_files"


def write_files(tx: Transaction, files: dict[str, str], now: datetime) -> None:
    """Keeps the files of a pack, in place of those before."""
    tx.run(FORGET)
    for name, body in sorted(files.items()):
        tx.run(WRITE, name=name, body=body, at=to_ms(now))


def read_files(tx: Transaction) -> dict[str, str]:
    """The files of the pack that is loaded, by name."""
    return {row["name"]: row["body"] for row in tx.all(READ)}


def version(tx: Transaction) -> int:
    """Changes when a pack is loaded; 0 where none is."""
    return int(tx.get(VERSION)["version"])
