"""Leases: which process polls and paces an account. One holder at a time; taken over when it expires."""

from datetime import datetime, timedelta

from storage.times import to_ms
from storage.transaction import Transaction

LASTS = timedelta(seconds=15)
RENEW_SECONDS = 5.0

TAKE = """
INSERT INTO leases (name, holder, expires_at) VALUES (:name, :holder, :expires_at)
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
WHERE leases.holder = excluded.holder OR leases.expires_at <= :now
"""
RELEASE = "DELETE FROM leases WHERE name = :name AND holder = :holder"
HOLDER = "SELECT holder FROM leases WHERE name = :name"
HELD = "SELECT COUNT(*) AS n FROM leases WHERE expires_at > :now"


def take(tx: Transaction, name: str, holder: str, now: datetime) -> bool:
    """Takes or renews a lease for `LASTS`; False while another process holds it."""
    return tx.run(TAKE, name=name, holder=holder, expires_at=to_ms(now + LASTS), now=to_ms(now)) > 0


def release(tx: Transaction, name: str, holder: str) -> None:
    """Lets go of a lease, so that another need not wait for its end."""
    tx.run(RELEASE, name=name, holder=holder)


def holder(tx: Transaction, name: str) -> str | None:
    """Who has a lease, also when it has expired; None where nobody has."""
    row = tx.one(HOLDER, name=name)
    return None if row is None else str(row["holder"])


def any_held(tx: Transaction, now: datetime) -> bool:
    """Whether a process is serving now."""
    return bool(tx.get(HELD, now=to_ms(now))["n"])
