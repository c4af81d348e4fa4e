"""What somebody follows: what they asked for, and what is for them."""

from storage.transaction import Transaction

# Two short walks through two indexes, each from its latest; the outer one puts them in order.
OF_PERSON = """
SELECT f.id FROM (
    SELECT * FROM (SELECT id FROM service_requests WHERE person_id = :id ORDER BY id DESC LIMIT :most) a
    UNION SELECT * FROM (SELECT id FROM service_requests WHERE helped_id = :id ORDER BY id DESC LIMIT :most) b
) f ORDER BY f.id DESC LIMIT :limit OFFSET :offset
"""


def of_person(tx: Transaction, person_id: int, limit: int, offset: int = 0) -> list[int]:
    """The ids of the requests that somebody asked for, or that are for them; the latest first."""
    rows = tx.all(OF_PERSON, id=person_id, limit=limit, offset=offset, most=limit + offset)
    return [row["id"] for row in rows]
