"""Where a person stands in a form. The row is locked for the turn, so a person's turns never run beside each other."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from storage import compact
from storage.times import to_ms
from storage.transaction import Row, Transaction

COLUMN = "dialogues.answers_sealed"

# An address is found and its person's dialogue locked in one step.
LOCK_BY_ADDRESS = """
SELECT d.id, d.form, d.step, d.answers_sealed FROM addresses a JOIN dialogues d ON d.id = a.person_id
WHERE a.account = :account AND a.user_key = :user FOR UPDATE OF d
"""
CREATE = "INSERT INTO dialogues (id, updated_at) VALUES (:id, :at)"
SAVE = """
UPDATE dialogues SET form = :form, step = :step, answers_sealed = :answers, updated_at = :at, nudged_at = NULL
WHERE id = :id
"""
READ = "SELECT id, form, step, answers_sealed FROM dialogues WHERE id = :id"
LOCK = "SELECT d.id, d.form, d.step, d.answers_sealed FROM dialogues d WHERE d.id = :id FOR UPDATE OF d"


@dataclass(slots=True)
class Dialogue:
    """A person's place in a form: its name, the question that waits, and what was answered so far (JSON values)."""

    id: int
    form: str | None = None
    step: str | None = None
    answers: dict[str, Any] = field(default_factory=dict)


def lock(tx: Transaction, account: str, user: str) -> Dialogue | None:
    """Locks and reads the dialogue of the person behind an address; None for somebody new."""
    row = tx.one(LOCK_BY_ADDRESS, account=account, user=user)
    return None if row is None else _dialogue(tx, row)


def read(tx: Transaction, person_id: int) -> Dialogue | None:
    """The dialogue of a person, unlocked."""
    row = tx.one(READ, id=person_id)
    return None if row is None else _dialogue(tx, row)


def lock_of(tx: Transaction, person_id: int) -> Dialogue | None:
    """The dialogue of another person, locked: two become one. Where two turns want each other's, one is repeated."""
    row = tx.one(LOCK, id=person_id)
    return None if row is None else _dialogue(tx, row)


def create(tx: Transaction, person_id: int, now: datetime) -> Dialogue:
    """The empty dialogue of a new person."""
    tx.run(CREATE, id=person_id, at=to_ms(now))
    return Dialogue(person_id)


def save(tx: Transaction, dialogue: Dialogue, now: datetime) -> None:
    """Keeps where the person stands now."""
    answers = compact.encode(dialogue.answers) if dialogue.answers else None
    sealed = None if answers is None else tx.seal(COLUMN, dialogue.id, answers)
    tx.run(SAVE, id=dialogue.id, form=dialogue.form, step=dialogue.step, answers=sealed, at=to_ms(now))


def _dialogue(tx: Transaction, row: Row) -> Dialogue:
    sealed = row["answers_sealed"]
    answers = {} if sealed is None else json.loads(tx.unseal(COLUMN, row["id"], sealed))
    return Dialogue(row["id"], row["form"], row["step"], answers)
