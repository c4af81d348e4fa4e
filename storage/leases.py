"""Leases: which process polls and paces an account. One holder at a time; taken over when it expires."""

from datetime import datetime, timedelta

from storage.times import to_ms
from storage.transaction import Transaction

LASTS = timedelta(seconds=10)  # a holder that dies is replaced within 15 s: this, and a look every other second
RENEW_SECONDS = 3.0

TAKE = """
INSERT INTO leases (name, holder, expires_at) VALUES (:name, :holder, :expires_at)
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
WHERE leases.holder = excluded.holder OR leases.expires_at <= :now
"""
RELEASE = "DELETE FROM leases WHERE name = :name AND holder = :holder"
HOLDER = "SELECT holder FROM leases WHERE name = :name"
HOLDS = "SELECT 1 AS yes FROM leases WHERE name = :name AND holder = :holder AND expires_at > :now"
HELD = "SELECT COUNT(*) AS n FROM leases WHERE expires_at > :now"


def of_account(account: str) -> str:
    """The name of an account's lease."""
    return f"account:{account}"


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


def holds(tx: Transaction, name: str, holder: str, now: datetime) -> bool:
    """Whether a lease is this holder's, and has not expired."""
    return tx.one(HOLDS, name=name, holder=holder, now=to_ms(now)) is not None


def any_held(tx: Transaction, now: datetime) -> bool:
    """Whether a process is serving now."""
    return bool(tx.get(HELD, now=to_ms(now))["n"])
