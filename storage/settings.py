"""Small named values: which pack is loaded, whether this is a demo's database."""

from storage.transaction import Transaction

TAUGHT = "taught"  # changes when something is taught in chat that texts are read with
READ = "SELECT value FROM settings WHERE name = :name"
WRITE = """
INSERT INTO settings (id, name, value) VALUES (:id, :name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""

# The row count decides: of two processes that claim the same, one gets it.
CLAIM = """
INSERT INTO settings (id, name, value) VALUES (:id, :name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE settings.value <> excluded.value
"""


def read(tx: Transaction, name: str) -> str | None:
    """A setting, or None where it was never written."""
    row = tx.one(READ, name=name)
    return None if row is None else row["value"]


def write(tx: Transaction, name: str, value: str) -> None:
    """Writes a setting."""
    tx.run(WRITE, id=tx.new_id(), name=name, value=value)


def claim(tx: Transaction, name: str, value: str) -> bool:
    """Writes a setting; False where it has this value already."""
    return tx.run(CLAIM, id=tx.new_id(), name=name, value=value) > 0
