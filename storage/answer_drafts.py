"""Drafts of answers: what the desk wrote, until a coordinator agrees."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

OPEN, TAKEN, DECLINED = "open", "taken", "declined"
QUESTION, ANSWER = "answer_drafts.question_sealed", "answer_drafts.answer_sealed"
COLUMNS = "id, code, group_id, question_sealed, answer_sealed, facility, written_by, written_at, state"
CREATE = """
INSERT INTO answer_drafts (id, code, group_id, question_sealed, answer_sealed, facility, written_by, written_at, state)
VALUES (:id, :code, :group_id, :question, :answer, :facility, :by, :at, 'open')
"""
READ = f"SELECT {COLUMNS} FROM answer_drafts WHERE id = :id"
TO_AGREE = f"SELECT {COLUMNS} FROM answer_drafts WHERE state = 'open' ORDER BY id LIMIT :limit OFFSET :offset"
COUNT_OPEN = "SELECT COUNT(*) AS n FROM answer_drafts WHERE state = 'open'"
# The row count decides: of two who agree at once, one does.
SETTLE = "UPDATE answer_drafts SET state = :state WHERE id = :id AND state = 'open'"


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """An answer that waits for a yes. `code`: the question it belongs to, None for a new one; `group_id`: the
    unanswered questions that it answers; `facility`: a code, or None."""

    id: int
    code: str | None
    group_id: int | None
    question: str
    answer: str
    facility: str | None
    written_by: int
    written_at: datetime
    state: str


def create(
    tx: Transaction,
    question: str,
    answer: str,
    writer_id: int,
    now: datetime,
    *,
    code: str | None = None,
    group_id: int | None = None,
    facility: str | None = None,
) -> int:
    """Keeps an answer that somebody of the desk has written; returns its id."""
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        code=code,
        group_id=group_id,
        question=tx.seal(QUESTION, number, question),
        answer=tx.seal(ANSWER, number, answer),
        facility=facility,
        by=writer_id,
        at=to_ms(now),
    )
    return number


def read(tx: Transaction, number: int) -> AnswerDraft | None:
    """One of them."""
    row = tx.one(READ, id=number)
    return None if row is None else _draft(tx, row)


def to_agree(tx: Transaction, limit: int, offset: int = 0) -> list[AnswerDraft]:
    """What waits for a coordinator, the oldest first."""
    return [_draft(tx, row) for row in tx.all(TO_AGREE, limit=limit, offset=offset)]


def count_open(tx: Transaction) -> int:
    """How many wait for a coordinator."""
    return int(tx.get(COUNT_OPEN)["n"])


def settle(tx: Transaction, number: int, state: str) -> bool:
    """A coordinator has decided; False where another has before."""
    return tx.run(SETTLE, id=number, state=state) > 0


def _draft(tx: Transaction, row: Row) -> AnswerDraft:
    return AnswerDraft(
        id=row["id"],
        code=row["code"],
        group_id=row["group_id"],
        question=tx.unseal(QUESTION, row["id"], bytes(row["question_sealed"])),
        answer=tx.unseal(ANSWER, row["id"], bytes(row["answer_sealed"])),
        facility=row["facility"],
        written_by=row["written_by"],
        written_at=from_ms(row["written_at"]),
        state=row["state"],
    )
