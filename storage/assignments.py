"""Assignments: who holds a request, since when, when they promised to come, and how it ended."""

import json
from dataclasses import dataclass
from datetime import datetime

from storage import compact
from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

CODES = "assignments.codes_sealed"

COLUMNS = """a.id, a.request_id, a.person_id, a.team_id, a.claimed_at, a.heard_at, a.due_at, a.contacted_at,
    a.arrived_at, a.asked_at, a.ended_at, a.ended, a.again, a.codes_sealed, a.codes_until_at, a.wrong_codes"""
CREATE = """
INSERT INTO assignments (id, request_id, person_id, team_id, claimed_at, heard_at)
VALUES (:id, :request_id, :person_id, :team_id, :at, :at)
"""
READ = f"SELECT {COLUMNS} FROM assignments a WHERE a.id = :id"
OF_REQUEST = f"SELECT {COLUMNS} FROM assignments a WHERE a.request_id = :id ORDER BY a.id"
HELD_BY = f"""
SELECT {COLUMNS} FROM assignments a WHERE a.person_id = :person_id AND a.ended_at IS NULL ORDER BY a.id LIMIT :limit
"""
SAVE = """
UPDATE assignments SET heard_at = :heard_at, due_at = :due_at, contacted_at = :contacted_at, arrived_at = :arrived_at,
    asked_at = :asked_at
WHERE id = :id AND ended_at IS NULL
"""
END = "UPDATE assignments SET ended_at = :at, ended = :ended WHERE id = :id AND ended_at IS NULL"
SET_AGAIN = "UPDATE assignments SET again = :again WHERE id = :id"
SET_CODES = """
UPDATE assignments SET codes_sealed = :codes, codes_until_at = :until_at, wrong_codes = 0 WHERE id = :id
"""
COUNT_WRONG = "UPDATE assignments SET wrong_codes = wrong_codes + 1 WHERE id = :id"


@dataclass(slots=True)
class Assignment:
    """Somebody holds a request (until `ended_at`). Times are UTC; `due_at` is the promised time of arrival, `heard_at`
    when they last did something about it, `asked_at` when we asked whether they still come. `codes` are the two halves
    of the door code, the helper's first."""

    id: int
    request_id: int
    person_id: int
    team_id: int | None
    claimed_at: datetime
    heard_at: datetime
    due_at: datetime | None = None
    contacted_at: datetime | None = None
    arrived_at: datetime | None = None
    asked_at: datetime | None = None
    ended_at: datetime | None = None
    ended: str | None = None
    again: bool | None = None
    codes: tuple[str, str] | None = None
    codes_until: datetime | None = None
    wrong_codes: int = 0


def create(tx: Transaction, request_id: int, person_id: int, team_id: int | None, now: datetime) -> Assignment:
    """Somebody takes a request."""
    number = tx.new_id()
    tx.run(CREATE, id=number, request_id=request_id, person_id=person_id, team_id=team_id, at=to_ms(now))
    return Assignment(number, request_id, person_id, team_id, now, now)


def read(tx: Transaction, assignment_id: int) -> Assignment | None:
    """An assignment by id."""
    row = tx.one(READ, id=assignment_id)
    return None if row is None else _assignment(tx, row)


def of_request(tx: Transaction, request_id: int) -> list[Assignment]:
    """Everybody who held a request, in order."""
    return [_assignment(tx, row) for row in tx.all(OF_REQUEST, id=request_id)]


def held(tx: Transaction, request_id: int) -> list[Assignment]:
    """Those who hold a request now, in the order in which they took it."""
    return [each for each in of_request(tx, request_id) if each.ended_at is None]


def held_by(tx: Transaction, person_id: int, limit: int = 20) -> list[Assignment]:
    """What somebody holds now."""
    return [_assignment(tx, row) for row in tx.all(HELD_BY, person_id=person_id, limit=limit)]


def save(tx: Transaction, assignment: Assignment) -> None:
    """Keeps the times of an assignment that has not ended."""
    tx.run(
        SAVE,
        id=assignment.id,
        heard_at=to_ms_or_none(assignment.heard_at),
        due_at=to_ms_or_none(assignment.due_at),
        contacted_at=to_ms_or_none(assignment.contacted_at),
        arrived_at=to_ms_or_none(assignment.arrived_at),
        asked_at=to_ms_or_none(assignment.asked_at),
    )


def end(tx: Transaction, assignment_id: int, ended: str, now: datetime) -> bool:
    """Ends an assignment (`ended` says how); False where it had ended."""
    return tx.run(END, id=assignment_id, ended=ended, at=to_ms(now)) > 0


def set_again(tx: Transaction, assignment_id: int, again: bool) -> None:
    """Keeps whether the resident would like the same helper again."""
    tx.run(SET_AGAIN, id=assignment_id, again=int(again))


def set_codes(tx: Transaction, assignment_id: int, codes: tuple[str, str], until: datetime) -> None:
    """Keeps the two halves of the door code, sealed, and until when they hold."""
    sealed = tx.seal(CODES, assignment_id, compact.encode(list(codes)))
    tx.run(SET_CODES, id=assignment_id, codes=sealed, until_at=to_ms(until))


def count_wrong_code(tx: Transaction, assignment_id: int) -> None:
    """A half was tried that is not the right one."""
    tx.run(COUNT_WRONG, id=assignment_id)


def _assignment(tx: Transaction, row: Row) -> Assignment:
    codes = row["codes_sealed"]
    halves = None if codes is None else json.loads(tx.unseal(CODES, row["id"], codes))
    return Assignment(
        id=row["id"],
        request_id=row["request_id"],
        person_id=row["person_id"],
        team_id=row["team_id"],
        claimed_at=from_ms(row["claimed_at"]),
        heard_at=from_ms(row["heard_at"]),
        due_at=from_ms_or_none(row["due_at"]),
        contacted_at=from_ms_or_none(row["contacted_at"]),
        arrived_at=from_ms_or_none(row["arrived_at"]),
        asked_at=from_ms_or_none(row["asked_at"]),
        ended_at=from_ms_or_none(row["ended_at"]),
        ended=row["ended"],
        again=None if row["again"] is None else bool(row["again"]),
        codes=None if halves is None else (halves[0], halves[1]),
        codes_until=from_ms_or_none(row["codes_until_at"]),
        wrong_codes=row["wrong_codes"],
    )
