"""Answers that were written or changed in chat, laid over those of the pack; and who changed what."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

# What can be changed of an answer, by the names of the pack. `items` is kept as JSON, `reviewed` as an ISO day.
FIELDS = (
    "question",
    "answer",
    "question_en",
    "answer_en",
    "bring",
    "bring_en",
    "facility",
    "items",
    "owner",
    "reviewed",
)
COLUMNS = f"id, code, made, retired, {', '.join(FIELDS)}, changed_by, changed_at"
READ = f"SELECT {COLUMNS} FROM answers WHERE code = :code"
ALL = f"SELECT {COLUMNS} FROM answers ORDER BY code"
CREATE = """
INSERT INTO answers (id, code, made, changed_by, changed_at) VALUES (:id, :code, :made, :by, :at)
ON CONFLICT (code) DO UPDATE SET changed_by = excluded.changed_by, changed_at = excluded.changed_at
"""
SET = {field: f"UPDATE answers SET {field} = :value WHERE code = :code" for field in FIELDS}
RETIRE = "UPDATE answers SET retired = :retired, changed_by = :by, changed_at = :at WHERE code = :code"
FLAGGED = "SELECT code, flagged FROM answers WHERE flagged IS NOT NULL"
# One statement makes or changes the row: whoever does not change it is not to be told again.
FLAG = """
INSERT INTO answers (id, code, made, flagged) VALUES (:id, :code, 0, :day)
ON CONFLICT (code) DO UPDATE SET flagged = excluded.flagged
"""
DROP = "DELETE FROM answers WHERE code = :code"
ADD_CHANGE = """
INSERT INTO answer_changes (id, code, field, before, after, person_id, at)
VALUES (:id, :code, :field, :before, :after, :by, :at)
"""
CHANGES = (
    "SELECT field, before, after, person_id, at FROM answer_changes WHERE code = :code ORDER BY id DESC LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class Edited:
    """What is written in chat of one answer: `fields` by name, as far as they differ from the pack.

    `made`: the question is not in the pack. `retired`: it is offered no more. `changed_by` is empty where nobody has
    written anything (its owner was only told that it is old).
    """

    code: str
    made: bool
    retired: bool
    fields: dict[str, str | tuple[str, ...]]
    changed_by: int | None
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an answer: which field, what it said before and after; by whom, empty for a pack."""

    field: str
    before: str | None
    after: str | None
    person_id: int | None
    at: datetime


def read(tx: Transaction, code: str) -> Edited | None:
    """What is written in chat of an answer, if anything."""
    row = tx.one(READ, code=code)
    return None if row is None else _edited(row)


def all_edited(tx: Transaction) -> list[Edited]:
    """Every answer of which something is written in chat."""
    return [_edited(row) for row in tx.all(ALL)]


def write(
    tx: Transaction,
    code: str,
    changed: dict[str, tuple[str | Sequence[str], str | Sequence[str]]],
    actor_id: int,
    now: datetime,
    *,
    made: bool = False,
) -> None:
    """Changes an answer: by field what it said before and what it says now. `made`: a question the pack has not."""
    tx.run(CREATE, id=tx.new_id(), code=code, made=int(made), by=actor_id, at=to_ms(now))
    for field, (before, after) in changed.items():
        tx.run(SET[field], code=code, value=_kept(after))
        _note(tx, code, field, _kept(before), _kept(after), actor_id, now)


def retire(tx: Transaction, code: str, retired: bool, actor_id: int, now: datetime) -> None:
    """Offers a question no more, or again."""
    tx.run(CREATE, id=tx.new_id(), code=code, made=0, by=actor_id, at=to_ms(now))
    tx.run(RETIRE, code=code, retired=int(retired), by=actor_id, at=to_ms(now))
    _note(tx, code, "retired", str(int(not retired)), str(int(retired)), actor_id, now)


def drop(tx: Transaction, code: str, now: datetime) -> None:
    """The pack that is loaded takes the place of what was written in chat; what it said stays in the history."""
    known = read(tx, code)
    if known is not None:
        for field, value in known.fields.items():
            _note(tx, code, field, _kept(value), None, None, now)
        tx.run(DROP, code=code)


def flagged(tx: Transaction) -> dict[str, str]:
    """For which review day the owner of an answer was told that it is over, by its code."""
    return {row["code"]: row["flagged"] for row in tx.all(FLAGGED)}


def flag(tx: Transaction, code: str, day: str) -> None:
    """Notes that the owner of an answer is told."""
    tx.run(FLAG, id=tx.new_id(), code=code, day=day)


def changes(tx: Transaction, code: str, limit: int) -> list[Change]:
    """Who changed what of an answer, the latest first."""
    return [
        Change(row["field"], row["before"], row["after"], row["person_id"], from_ms(row["at"]))
        for row in tx.all(CHANGES, code=code, limit=limit)
    ]


def _note(
    tx: Transaction, code: str, field: str, before: str | None, after: str | None, by: int | None, now: datetime
) -> None:
    tx.run(ADD_CHANGE, id=tx.new_id(), code=code, field=field, before=before, after=after, by=by, at=to_ms(now))


def _kept(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else json.dumps(list(value), ensure_ascii=False)


def _edited(row: Row) -> Edited:
    fields: dict[str, str | tuple[str, ...]] = {field: row[field] for field in FIELDS if row[field] is not None}
    if "items" in fields:
        fields["items"] = tuple(json.loads(row["items"]))
    return Edited(
        code=row["code"],
        made=bool(row["made"]),
        retired=bool(row["retired"]),
        fields=fields,
        changed_by=row["changed_by"],
        changed_at=from_ms_or_none(row["changed_at"]),
    )
