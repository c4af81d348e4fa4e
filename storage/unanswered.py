"""Questions without a good answer: who asked what, in groups that ask the like, until somebody answers them."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, from_ms_or_none, to_ms
from storage.transaction import Row, Transaction

OPEN, ANSWERED, DROPPED = "open", "answered", "dropped"
MOST = 10_000  # of one person
COLUMN = "unanswered.words_sealed"
COLUMNS = "id, group_id, person_id, words_sealed, wish, state, code, asked_at"
CREATE = """
INSERT INTO unanswered (id, group_id, person_id, words_sealed, wish, state, asked_at)
VALUES (:id, :group_id, :person_id, :words, :wish, 'open', :at)
"""
READ = f"SELECT {COLUMNS} FROM unanswered WHERE id = :id"
OF_PERSON_IN = f"""
SELECT {COLUMNS} FROM unanswered WHERE group_id = :group_id AND person_id = :person_id AND state = 'open' LIMIT 1
"""
WISH = "UPDATE unanswered SET wish = :wish WHERE id = :id AND person_id = :person_id"
HEADS = f"SELECT {COLUMNS} FROM unanswered WHERE state = 'open' AND id = group_id ORDER BY id DESC LIMIT :limit"
IN_GROUP = f"SELECT {COLUMNS} FROM unanswered WHERE group_id = :id AND state = 'open' ORDER BY id LIMIT :limit"
GROUPS = """
SELECT group_id, MIN(id) AS first, COUNT(*) AS people FROM unanswered WHERE state = 'open'
GROUP BY group_id ORDER BY people DESC, group_id LIMIT :limit OFFSET :offset
"""
COUNT_WISHING = "SELECT COUNT(*) AS n FROM unanswered WHERE group_id = :id AND state = 'open' AND wish = 1"
COUNT_OPEN = "SELECT COUNT(DISTINCT group_id) AS n FROM unanswered WHERE state = 'open'"
SETTLE = "UPDATE unanswered SET state = :state, code = :code, settled_at = :at WHERE group_id = :id AND state = 'open'"
JOIN = "UPDATE unanswered SET group_id = :into WHERE group_id = :id AND state = 'open'"
TO_TELL = f"""
SELECT {COLUMNS} FROM unanswered WHERE state = 'answered' AND wish = 1 AND told = 0 ORDER BY id LIMIT :limit
"""
# The row count decides: nobody is told twice.
TOLD = "UPDATE unanswered SET told = 1 WHERE id = :id AND told = 0"
FIRST_TO_TELL = "SELECT MIN(settled_at) AS at FROM unanswered WHERE state = 'answered' AND wish = 1 AND told = 0"
OF_PERSON = f"SELECT {COLUMNS} FROM unanswered WHERE person_id = :id ORDER BY id DESC LIMIT :limit"
OTHERS = "SELECT MIN(id) AS id FROM unanswered WHERE group_id = :id AND state = 'open' AND person_id <> :person_id"
FORGET = "DELETE FROM unanswered WHERE person_id = :id"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """What somebody asked (redacted); `wish`: they want to hear the answer. `code`: the question that answers it."""

    id: int
    group_id: int
    person_id: int
    words: str
    wish: bool
    state: str
    code: str | None
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Group:
    """Open questions that say the like: `words` of the first one, and how many people asked."""

    id: int
    words: str
    people: int


def create(
    tx: Transaction, person_id: int, words: str, now: datetime, *, group_id: int | None = None, wish: bool = False
) -> int:
    """Keeps what somebody asked, in a group or as the first of one; returns its id. Once for each person and group."""
    if group_id is not None:
        known = tx.one(OF_PERSON_IN, group_id=group_id, person_id=person_id)
        if known is not None:
            if wish:
                set_wish(tx, known["id"], person_id, True)
            return int(known["id"])
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        group_id=group_id or number,
        person_id=person_id,
        words=tx.seal(COLUMN, number, words),
        wish=int(wish),
        at=to_ms(now),
    )
    return number


def read(tx: Transaction, number: int) -> Unanswered | None:
    """One of them."""
    row = tx.one(READ, id=number)
    return None if row is None else _unanswered(tx, row)


def set_wish(tx: Transaction, number: int, person_id: int, wish: bool) -> bool:
    """Whether they want to hear the answer; False where it is not theirs."""
    return tx.run(WISH, id=number, person_id=person_id, wish=int(wish)) > 0


def heads(tx: Transaction, limit: int) -> list[Unanswered]:
    """The first of each open group, the latest groups first."""
    return [_unanswered(tx, row) for row in tx.all(HEADS, limit=limit)]


def groups(tx: Transaction, limit: int, offset: int = 0) -> list[Group]:
    """Open groups, those that most people asked first."""
    found = []
    for row in tx.all(GROUPS, limit=limit, offset=offset):
        first = tx.get(READ, id=row["first"])
        found.append(Group(row["group_id"], _unanswered(tx, first).words, row["people"]))
    return found


def in_group(tx: Transaction, group_id: int, limit: int) -> list[Unanswered]:
    """The open questions of a group, the first first."""
    return [_unanswered(tx, row) for row in tx.all(IN_GROUP, id=group_id, limit=limit)]


def count_wishing(tx: Transaction, group_id: int) -> int:
    """How many in an open group wish to hear the answer."""
    return int(tx.get(COUNT_WISHING, id=group_id)["n"])


def count_open(tx: Transaction) -> int:
    """How many groups are open."""
    return int(tx.get(COUNT_OPEN)["n"])


def settle(tx: Transaction, group_id: int, state: str, code: str | None, now: datetime) -> int:
    """A group is answered (by a question) or dropped; returns how many were open in it."""
    return tx.run(SETTLE, id=group_id, state=state, code=code, at=to_ms(now))


def to_tell(tx: Transaction, limit: int) -> list[Unanswered]:
    """Who wished to hear an answer that is there now."""
    return [_unanswered(tx, row) for row in tx.all(TO_TELL, limit=limit)]


def told(tx: Transaction, number: int) -> bool:
    """Notes that somebody hears the answer; False where they have."""
    return tx.run(TOLD, id=number) > 0


def first_to_tell(tx: Transaction) -> datetime | None:
    """Since when somebody waits to be told; None where nobody does."""
    return from_ms_or_none(tx.get(FIRST_TO_TELL)["at"])


def of_person(tx: Transaction, person_id: int, limit: int) -> list[Unanswered]:
    """What somebody asked, the latest first."""
    return [_unanswered(tx, row) for row in tx.all(OF_PERSON, id=person_id, limit=limit)]


def forget(tx: Transaction, person_id: int) -> None:
    """Removes what somebody asked. A group that began with their words goes on with the next one's."""
    for row in tx.all(OF_PERSON, id=person_id, limit=MOST):
        if row["group_id"] == row["id"] and row["state"] == OPEN:
            heir = tx.get(OTHERS, id=row["id"], person_id=person_id)["id"]
            if heir is not None:
                tx.run(JOIN, id=row["id"], into=heir)
    tx.run(FORGET, id=person_id)


def _unanswered(tx: Transaction, row: Row) -> Unanswered:
    return Unanswered(
        id=row["id"],
        group_id=row["group_id"],
        person_id=row["person_id"],
        words=tx.unseal(COLUMN, row["id"], bytes(row["words_sealed"])),
        wish=bool(row["wish"]),
        state=row["state"],
        code=row["code"],
        asked_at=from_ms(row["asked_at"]),
    )
