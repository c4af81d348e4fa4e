"""What is changed in chat of facilities, laid over those of the pack; and who changed what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from storage.answers import Change
from storage.times import from_ms, to_ms
from storage.transaction import Transaction

# The latest change of each field. Where the pack that was loaded has taken its place, nothing is left to lay over it.
CURRENT = """
SELECT c.code, c.field, c.after, c.person_id, c.at FROM facility_changes c
WHERE c.after IS NOT NULL AND c.id = (
    SELECT MAX(l.id) FROM facility_changes l WHERE l.code = c.code AND l.field = c.field
) ORDER BY c.code, c.id
"""
ADD = """
INSERT INTO facility_changes (id, code, field, before, after, person_id, at)
VALUES (:id, :code, :field, :before, :after, :by, :at)
"""
OF = "SELECT field, before, after, person_id, at FROM facility_changes WHERE code = :code ORDER BY id DESC LIMIT :limit"


@dataclass(slots=True)
class FacilityEdited:
    """What chat says of a facility, by the pack's names of its fields; who changed it last, and when.

    `at` is only ever empty: it lies somewhere else now, and nobody has said where on the map.
    """

    code: str
    changed_by: int | None
    changed_at: datetime
    fields: dict[str, str] = field(default_factory=dict)


def all_edited(tx: Transaction) -> list[FacilityEdited]:
    """Every facility of which chat says something."""
    found: dict[str, FacilityEdited] = {}
    for row in tx.all(CURRENT):
        by, at = row["person_id"], from_ms(row["at"])
        edited = found.setdefault(row["code"], FacilityEdited(row["code"], by, at))
        edited.fields[row["field"]] = row["after"]
        edited.changed_by, edited.changed_at = by, at
    return list(found.values())


def write(tx: Transaction, code: str, changed: Mapping[str, tuple[str, str]], actor_id: int, now: datetime) -> None:
    """Changes a facility: by field what it said before and what it says now."""
    for name, (before, after) in changed.items():
        _add(tx, code, name, before, after, actor_id, now)


def drop(tx: Transaction, code: str, now: datetime) -> None:
    """The pack that is loaded takes the place of what chat says; that stays in the history."""
    for edited in all_edited(tx):
        if edited.code == code:
            for name, value in edited.fields.items():
                _add(tx, code, name, value, None, None, now)


def changes(tx: Transaction, code: str, limit: int) -> list[Change]:
    """Who changed what of a facility, the latest first."""
    rows = tx.all(OF, code=code, limit=limit)
    return [Change(row["field"], row["before"], row["after"], row["person_id"], from_ms(row["at"])) for row in rows]


def _add(tx: Transaction, code: str, name: str, before: str, after: str | None, by: int | None, now: datetime) -> None:
    tx.run(ADD, id=tx.new_id(), code=code, field=name, before=before, after=after, by=by, at=to_ms(now))
