"""Canned replies: what a desk says again and again, sealed as all words are."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import to_ms
from storage.transaction import Row, Transaction

WORDS = "canned_replies.words_sealed"
COLUMNS = "id, place_id, words_sealed"
CREATE = """
INSERT INTO canned_replies (id, place_id, words_sealed, written_by, written_at)
VALUES (:id, :place_id, :words, :by, :at)
"""
OF_PLACE = f"""
SELECT {COLUMNS} FROM canned_replies WHERE place_id = :place_id AND ended_at IS NULL ORDER BY id LIMIT :limit
"""
READ = f"SELECT {COLUMNS} FROM canned_replies WHERE id = :id AND ended_at IS NULL"
SET_WORDS = "UPDATE canned_replies SET words_sealed = :words, written_by = :by, written_at = :at WHERE id = :id"
END = "UPDATE canned_replies SET ended_at = :at WHERE id = :id AND ended_at IS NULL"


@dataclass(frozen=True, slots=True)
class CannedReply:
    """Words that the desk of a place says by one tap."""

    id: int
    place_id: int
    words: str


def create(tx: Transaction, place_id: int, words: str, by: int, now: datetime) -> CannedReply:
    """Adds one to the list of a place."""
    number = tx.new_id()
    tx.run(CREATE, id=number, place_id=place_id, words=tx.seal(WORDS, number, words), by=by, at=to_ms(now))
    return CannedReply(number, place_id, words)


def of_place(tx: Transaction, place_id: int, limit: int) -> list[CannedReply]:
    """The list of a place, in the order in which they were written."""
    return [_reply(tx, row) for row in tx.all(OF_PLACE, place_id=place_id, limit=limit)]


def read(tx: Transaction, reply_id: int) -> CannedReply | None:
    """One by id; None where it was taken out of the list."""
    row = tx.one(READ, id=reply_id)
    return None if row is None else _reply(tx, row)


def set_words(tx: Transaction, reply_id: int, words: str, by: int, now: datetime) -> None:
    """Other words, said by somebody."""
    tx.run(SET_WORDS, id=reply_id, words=tx.seal(WORDS, reply_id, words), by=by, at=to_ms(now))


def end(tx: Transaction, reply_id: int, now: datetime) -> bool:
    """Takes one out of the list; False where it was."""
    return tx.run(END, id=reply_id, at=to_ms(now)) > 0


def _reply(tx: Transaction, row: Row) -> CannedReply:
    return CannedReply(row["id"], row["place_id"], tx.unseal(WORDS, row["id"], bytes(row["words_sealed"])))
