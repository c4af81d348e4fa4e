"""Lists of a meeting: who of those invited answered what, in the order of their ids."""

from storage.transaction import Transaction

WITH_ANSWER = """
SELECT person_id FROM recipients WHERE broadcast_id = :broadcast_id AND answer = :answer AND person_id > :after
ORDER BY person_id LIMIT :limit
"""
COUNT = """
SELECT COUNT(*) AS n FROM (
    SELECT 1 FROM recipients WHERE broadcast_id = :broadcast_id AND answer = :answer LIMIT :limit) found
"""


def with_answer(tx: Transaction, broadcast_id: int, answer: str, after: int, limit: int) -> list[int]:
    """Who answered so, after one of them."""
    values = {"broadcast_id": broadcast_id, "answer": answer, "after": after, "limit": limit}
    return [row["person_id"] for row in tx.all(WITH_ANSWER, **values)]


def count(tx: Transaction, broadcast_id: int, answer: str, limit: int) -> int:
    """How many answered so, counted up to a limit."""
    return int(tx.get(COUNT, broadcast_id=broadcast_id, answer=answer, limit=limit)["n"])
