"""Yearly reports: what a member says they did in a year; and, apart from who said so, how it was appraised."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from storage.times import from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

BODY = "yearly_reports.body_sealed"
DRAFT, SUBMITTED, SKIPPED, CLOSED = "draft", "submitted", "skipped", "closed"

COLUMNS = """y.id, y.round_id, y.person_id, y.state, y.body_sealed, y.reminded, y.submitted_at, y.good, y.fair, y.plain,
    y.poor, y.closed_at"""
CREATE = """
INSERT INTO yearly_reports (id, round_id, person_id, state, body_sealed) VALUES (:id, :round_id, :person_id, 'draft',
    :body)
ON CONFLICT (round_id, person_id) DO NOTHING
"""
READ = f"SELECT {COLUMNS} FROM yearly_reports y WHERE y.id = :id"
LOCK = f"SELECT {COLUMNS} FROM yearly_reports y WHERE y.id = :id FOR UPDATE OF y"
IN_ROUND = f"SELECT {COLUMNS} FROM yearly_reports y WHERE y.round_id = :round_id AND y.person_id = :person_id"
OF_PERSON = f"SELECT {COLUMNS} FROM yearly_reports y WHERE y.person_id = :person_id ORDER BY y.id DESC LIMIT :limit"
OF_ROUND = f"""
SELECT {COLUMNS} FROM yearly_reports y WHERE y.round_id = :round_id AND y.id > :after ORDER BY y.id LIMIT :limit
"""
COUNT = "SELECT state, COUNT(*) AS n FROM yearly_reports WHERE round_id = :round_id GROUP BY state"
SET_BODY = "UPDATE yearly_reports SET body_sealed = :body WHERE id = :id AND state IN ('draft', 'skipped')"
SUBMIT = """
UPDATE yearly_reports SET state = 'submitted', body_sealed = :body, submitted_at = :at
WHERE id = :id AND state IN ('draft', 'skipped')
"""
TAKE_BACK = "UPDATE yearly_reports SET state = 'draft', submitted_at = NULL WHERE id = :id AND state = 'submitted'"
SKIP = "UPDATE yearly_reports SET state = 'skipped' WHERE id = :id AND state = 'draft'"
# Of a reminder that is due, one is sent, and never more than so many of one report.
REMIND = "UPDATE yearly_reports SET reminded = reminded + 1 WHERE id = :id AND state = 'draft' AND reminded < :most"
TO_APPRAISE = f"""
SELECT {COLUMNS} FROM yearly_reports y
WHERE y.round_id = :round_id AND y.id > :after AND y.state = 'submitted' AND y.person_id <> :person_id AND NOT EXISTS (
    SELECT 1 FROM appraisal_answers a WHERE a.report_id = y.id AND a.person_id = :person_id)
ORDER BY y.id LIMIT :limit
"""
ANSWER = """
INSERT INTO appraisal_answers (report_id, person_id) VALUES (:id, :person_id)
ON CONFLICT (report_id, person_id) DO NOTHING
"""
ANSWERED = "SELECT 1 AS yes FROM appraisal_answers WHERE report_id = :id AND person_id = :person_id"
# All four in one statement, whatever was said: no row tells by when it was written which of them it was.
ADD_GRADE = """
UPDATE yearly_reports SET good = good + :good, fair = fair + :fair, plain = plain + :plain, poor = poor + :poor
WHERE id = :id AND state = 'submitted'
"""
CLOSE = "UPDATE yearly_reports SET state = 'closed', closed_at = :at WHERE id = :id AND state = 'submitted'"
FORGET_GRADES = """
UPDATE yearly_reports SET good = 0, fair = 0, plain = 0, poor = 0
WHERE id = :id AND good + fair + plain + poor < :fewest
"""
FORGET_ANSWERS = "DELETE FROM appraisal_answers WHERE report_id = :id"
DROP = "DELETE FROM yearly_reports WHERE id = :id"
# Two people turn out to be one: of two reports in one round, or two answers to one report, one stays.
MOVE = """
UPDATE yearly_reports SET person_id = :into WHERE person_id = :gone AND NOT EXISTS (
    SELECT 1 FROM yearly_reports o WHERE o.round_id = yearly_reports.round_id AND o.person_id = :into)
"""
MOVE_ANSWERS = """
UPDATE appraisal_answers SET person_id = :into WHERE person_id = :gone AND NOT EXISTS (
    SELECT 1 FROM appraisal_answers o WHERE o.report_id = appraisal_answers.report_id AND o.person_id = :into)
"""
DROP_DOUBLE_ANSWERS = "DELETE FROM appraisal_answers WHERE person_id = :gone"
IDS_OF = "SELECT id FROM yearly_reports WHERE person_id = :person_id ORDER BY id"


@dataclass(frozen=True, slots=True)
class Body:
    """What stands in a report. `figures`: how many of each kind of duty; `off`: kinds that are left out; `words`: own
    sentences."""

    figures: dict[str, int] = field(default_factory=dict)
    off: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grades:
    """How many said what of a report."""

    good: int = 0
    fair: int = 0
    plain: int = 0
    poor: int = 0

    @property
    def total(self) -> int:
        """How many answered."""
        return self.good + self.fair + self.plain + self.poor


GRADES = ("good", "fair", "plain", "poor")


@dataclass(frozen=True, slots=True)
class Report:
    """A member's report in a round. `state`: draft, submitted, skipped, closed. Times in UTC."""

    id: int
    round_id: int
    person_id: int
    state: str
    body: Body = field(repr=False)
    reminded: int
    submitted_at: datetime | None
    grades: Grades
    closed_at: datetime | None


def create(tx: Transaction, round_id: int, person_id: int) -> Report:
    """A draft, or the report that the person has in this round already."""
    number = tx.new_id()
    tx.run(CREATE, id=number, round_id=round_id, person_id=person_id, body=tx.seal(BODY, number, _packed(Body())))
    return _report(tx, tx.get(IN_ROUND, round_id=round_id, person_id=person_id))


def read(tx: Transaction, report_id: int) -> Report | None:
    """A report by id."""
    return _one(tx, tx.one(READ, id=report_id))


def lock(tx: Transaction, report_id: int) -> Report | None:
    """A report by id, locked until the turn ends. Its round is locked before it."""
    return _one(tx, tx.one(LOCK, id=report_id))


def in_round(tx: Transaction, round_id: int, person_id: int) -> Report | None:
    """Somebody's report in a round."""
    return _one(tx, tx.one(IN_ROUND, round_id=round_id, person_id=person_id))


def of_person(tx: Transaction, person_id: int, limit: int = 10) -> list[Report]:
    """Somebody's reports, the latest first."""
    return [_report(tx, row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]


def of_round(tx: Transaction, round_id: int, limit: int, after: int = 0) -> list[Report]:
    """The reports of a round, in the order of their ids."""
    return [_report(tx, row) for row in tx.all(OF_ROUND, round_id=round_id, after=after, limit=limit)]


def count(tx: Transaction, round_id: int) -> dict[str, int]:
    """How many reports of a round are in each state."""
    return {row["state"]: int(row["n"]) for row in tx.all(COUNT, round_id=round_id)}


def set_body(tx: Transaction, report_id: int, body: Body) -> bool:
    """Keeps what stands in it; False where it was handed in."""
    return tx.run(SET_BODY, id=report_id, body=tx.seal(BODY, report_id, _packed(body))) > 0


def submit(tx: Transaction, report_id: int, body: Body, now: datetime) -> bool:
    """Hands it in as it stands; False where it was before."""
    return tx.run(SUBMIT, id=report_id, body=tx.seal(BODY, report_id, _packed(body)), at=to_ms(now)) > 0


def take_back(tx: Transaction, report_id: int) -> bool:
    """A draft again; False where it was not handed in."""
    return tx.run(TAKE_BACK, id=report_id) > 0


def skip(tx: Transaction, report_id: int) -> bool:
    """Not this year; False where it is no draft."""
    return tx.run(SKIP, id=report_id) > 0


def remind(tx: Transaction, report_id: int, most: int) -> bool:
    """Notes one more reminder; False where it needs none, or had as many as there may be."""
    return tx.run(REMIND, id=report_id, most=most) > 0


def to_appraise(tx: Transaction, round_id: int, person_id: int, limit: int, after: int = 0) -> list[Report]:
    """What somebody may appraise, and has not: others' reports that were handed in."""
    values = {"round_id": round_id, "person_id": person_id, "after": after, "limit": limit}
    return [_report(tx, row) for row in tx.all(TO_APPRAISE, **values)]


def appraise(tx: Transaction, report_id: int, person_id: int, grade: str) -> bool:
    """Counts one answer (see GRADES); False where the person has answered before. Nothing ties the two together."""
    if tx.run(ANSWER, id=report_id, person_id=person_id) == 0:
        return False
    return tx.run(ADD_GRADE, id=report_id, **{each: int(each == grade) for each in GRADES}) > 0


def has_answered(tx: Transaction, report_id: int, person_id: int) -> bool:
    """Whether somebody has appraised a report."""
    return tx.one(ANSWERED, id=report_id, person_id=person_id) is not None


def close(tx: Transaction, report_id: int, fewest: int, now: datetime) -> bool:
    """It can be appraised no more: who answered is forgotten, and so are the counts of fewer than so many answers.

    False where it was not handed in.
    """
    tx.run(FORGET_ANSWERS, id=report_id)
    tx.run(FORGET_GRADES, id=report_id, fewest=fewest)
    return tx.run(CLOSE, id=report_id, at=to_ms(now)) > 0


def drop(tx: Transaction, report_id: int) -> None:
    """Removes a report, and what was said of it."""
    tx.run(FORGET_ANSWERS, id=report_id)
    tx.run(DROP, id=report_id)


def forget(tx: Transaction, person_id: int) -> None:
    """Removes all reports of somebody who leaves."""
    for row in tx.all(IDS_OF, person_id=person_id):
        drop(tx, row["id"])


def merge(tx: Transaction, into: int, gone: int) -> None:
    """What one person wrote and answered, another did: they are the same."""
    tx.run(MOVE, into=into, gone=gone)
    tx.run(MOVE_ANSWERS, into=into, gone=gone)
    tx.run(DROP_DOUBLE_ANSWERS, gone=gone)
    forget(tx, gone)


def _packed(body: Body) -> str:
    return json.dumps({"figures": body.figures, "off": list(body.off), "words": list(body.words)}, ensure_ascii=False)


def _body(text: str) -> Body:
    body: dict[str, Any] = json.loads(text)
    return Body(dict(body["figures"]), tuple(body["off"]), tuple(body["words"]))


def _one(tx: Transaction, row: Row | None) -> Report | None:
    return None if row is None else _report(tx, row)


def _report(tx: Transaction, row: Row) -> Report:
    sealed = row["body_sealed"]
    return Report(
        id=row["id"],
        round_id=row["round_id"],
        person_id=row["person_id"],
        state=row["state"],
        body=Body() if sealed is None else _body(tx.unseal(BODY, row["id"], bytes(sealed))),
        reminded=row["reminded"],
        submitted_at=from_ms_or_none(row["submitted_at"]),
        grades=Grades(row["good"], row["fair"], row["plain"], row["poor"]),
        closed_at=from_ms_or_none(row["closed_at"]),
    )
