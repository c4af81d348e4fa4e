"""Trained models: kept beside the pack they were trained from, since training takes longer than a start may."""

from datetime import datetime

from storage.times import to_ms
from storage.transaction import Transaction

READ = "SELECT body FROM models WHERE name = :name AND digest = :digest"
WRITE = """
INSERT INTO models (name, digest, body, trained_at) VALUES (:name, :digest, :body, :at)
ON CONFLICT (name) DO UPDATE SET digest = excluded.digest, body = excluded.body, trained_at = excluded.trained_at
"""


def read(tx: Transaction, name: str, digest: str) -> bytes | None:
    """The model of this name, if it was trained from what has this digest."""
    row = tx.one(READ, name=name, digest=digest)
    return None if row is None else bytes(row["body"])


def write(tx: Transaction, name: str, digest: str, body: bytes, now: datetime) -> None:
    """Keeps a model in place of the one before."""
    tx.run(WRITE, name=name, digest=digest, body=body, at=to_ms(now))
