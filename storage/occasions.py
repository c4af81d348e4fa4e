"""Occasions: hardship, conflict at home, a hospital stay, a death; whether a visit was offered, and the answer."""

from dataclasses import dataclass
from datetime import datetime

from storage import people
from storage.people import Person
from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

HARDSHIP, CONFLICT, HOSPITAL, BEREAVEMENT = "hardship", "conflict", "hospital", "bereavement"
KINDS = (HARDSHIP, CONFLICT, HOSPITAL, BEREAVEMENT)
WAITING, OFFERED, CALLING = "waiting", "offered", "calling"
AGREED, CALL_FIRST, DECLINED, UNANSWERED = "agreed", "call_first", "declined", "unanswered"
WITHDRAWN, SAFETY = "withdrawn", "safety"
OPEN = (WAITING, OFFERED, CALLING)

COLUMNS = """o.id, o.person_id, o.place_id, o.kind, o.source, o.raised_by, o.request_id, o.state, o.next_at, o.times,
    o.raised_at, o.answered_at, o.answered_by"""
CREATE = """
INSERT INTO occasions (id, person_id, place_id, kind, source, raised_by, request_id, state, next_at, raised_at)
VALUES (:id, :person_id, :place_id, :kind, :source, :raised_by, :request_id, :state, :next_at, :at)
ON CONFLICT (person_id, kind) WHERE state IN ('waiting', 'offered', 'calling') DO NOTHING
"""
READ = f"SELECT {COLUMNS} FROM occasions o WHERE o.id = :id"
LOCK = f"SELECT {COLUMNS} FROM occasions o WHERE o.id = :id FOR UPDATE OF o"
OF_PERSON = f"""
SELECT {COLUMNS} FROM occasions o WHERE o.person_id = :person_id ORDER BY o.raised_at DESC, o.id DESC LIMIT :limit
"""
COUNT_BY = "SELECT COUNT(*) AS n FROM occasions WHERE raised_by = :person_id AND raised_at > :since"
# The state that a change starts from is in the statement: of two who press at once, one gets it.
MOVE = """
UPDATE occasions SET state = :to_state, next_at = :next_at, answered_at = :answered_at, answered_by = :answered_by
WHERE id = :id AND state = :from_state
"""
SET_PLACE = "UPDATE occasions SET place_id = :place_id WHERE id = :id"
REMIND = "UPDATE occasions SET times = times + 1, next_at = :next_at WHERE id = :id AND state = :state"
REPORTED = """
UPDATE occasions SET next_at = NULL, answered_at = :at, answered_by = :actor_id
WHERE id = :id AND state = 'safety' AND answered_at IS NULL
"""
DUE = "SELECT id FROM occasions WHERE next_at IS NOT NULL AND next_at <= :now ORDER BY next_at LIMIT :limit"
NEXT = "SELECT MIN(next_at) AS at FROM occasions WHERE next_at IS NOT NULL AND next_at >= 0"
VISITS = "SELECT id, state FROM visits WHERE occasion_id = :id AND occasion_id IS NOT NULL"
LIVE_AT = f"""
SELECT {people.COLUMNS} FROM people p WHERE p.place_id = :place_id AND p.place_id IS NOT NULL ORDER BY p.id LIMIT :limit
"""
# Who leaves takes along what is said of them; what the law asks of us stays. What they said of others stays without
# their name.
FORGET = (
    "DELETE FROM occasions WHERE person_id = :id AND state <> 'safety'",
    "UPDATE occasions SET raised_by = NULL WHERE raised_by = :id",
)
# Of two open offers about the same kind one goes on.
MERGE = (
    """UPDATE occasions SET state = 'withdrawn', next_at = NULL
    WHERE person_id = :gone AND state IN ('waiting', 'offered', 'calling') AND EXISTS (
        SELECT 1 FROM occasions h WHERE h.person_id = :into AND h.kind = occasions.kind
            AND h.state IN ('waiting', 'offered', 'calling'))""",
    "UPDATE occasions SET person_id = :into WHERE person_id = :gone",
    "UPDATE occasions SET raised_by = :into WHERE raised_by = :gone",
    "UPDATE occasions SET answered_by = :into WHERE answered_by = :gone",
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion of a visit to somebody of a station (`place_id`). Times in UTC.

    `kind`: hardship, conflict, hospital, bereavement. `source`: request, talk, neighbour, liaison, member. `next`: when
    something falls due about it. `times`: how often somebody was asked or reminded.
    """

    id: int
    person_id: int
    place_id: int
    kind: str
    source: str
    raised_by: int | None
    request_id: int | None
    state: str
    next: datetime | None
    times: int
    raised_at: datetime
    answered_at: datetime | None
    answered_by: int | None


def create(
    tx: Transaction,
    *,
    person_id: int,
    place_id: int,
    kind: str,
    source: str,
    state: str,
    raised_by: int | None,
    request_id: int | None,
    due: datetime | None,
    now: datetime,
) -> Occasion | None:
    """A new occasion; None where one of this kind is open for them already."""
    number = tx.new_id()
    made = tx.run(
        CREATE,
        id=number,
        person_id=person_id,
        place_id=place_id,
        kind=kind,
        source=source,
        raised_by=raised_by,
        request_id=request_id,
        state=state,
        next_at=to_ms_or_none(due),
        at=to_ms(now),
    )
    return read(tx, number) if made else None


def read(tx: Transaction, occasion_id: int) -> Occasion | None:
    """An occasion by id."""
    row = tx.one(READ, id=occasion_id)
    return None if row is None else _occasion(row)


def lock(tx: Transaction, occasion_id: int) -> Occasion | None:
    """An occasion by id, locked until the turn ends. Its visits are locked before it."""
    row = tx.one(LOCK, id=occasion_id)
    return None if row is None else _occasion(row)


def of_person(tx: Transaction, person_id: int, limit: int = 50) -> list[Occasion]:
    """The occasions of somebody, the latest first."""
    return [_occasion(row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]


def count_by(tx: Transaction, person_id: int, since: datetime) -> int:
    """How many occasions somebody raised after a moment."""
    return int(tx.get(COUNT_BY, person_id=person_id, since=to_ms(since))["n"])


def move(
    tx: Transaction,
    occasion: Occasion,
    to_state: str,
    *,
    due: datetime | None = None,
    answered_at: datetime | None = None,
    answered_by: int | None = None,
) -> bool:
    """Another state; False where somebody was quicker. `due`: when something falls due about it from now on."""
    values = {"next_at": to_ms_or_none(due), "answered_at": to_ms_or_none(answered_at), "answered_by": answered_by}
    return tx.run(MOVE, id=occasion.id, from_state=occasion.state, to_state=to_state, **values) > 0


def set_place(tx: Transaction, occasion_id: int, place_id: int) -> None:
    """Another station looks after them from now on."""
    tx.run(SET_PLACE, id=occasion_id, place_id=place_id)


def remind(tx: Transaction, occasion: Occasion, due: datetime | None) -> bool:
    """Somebody is asked or reminded once more, and again when `due`; False where its state changed meanwhile."""
    return tx.run(REMIND, id=occasion.id, state=occasion.state, next_at=to_ms_or_none(due)) > 0


def reported(tx: Transaction, occasion_id: int, actor_id: int, now: datetime) -> bool:
    """Staff have reported it as the law asks; False where somebody else did before."""
    return tx.run(REPORTED, id=occasion_id, actor_id=actor_id, at=to_ms(now)) > 0


def due(tx: Transaction, now: datetime, limit: int) -> list[int]:
    """The ids of those about which something is due, the earliest first."""
    return [row["id"] for row in tx.all(DUE, now=to_ms(now), limit=limit)]


def next_due(tx: Transaction) -> datetime | None:
    """When the next one falls due, or fell."""
    return from_ms_or_none(tx.get(NEXT)["at"])


def planned_visits(tx: Transaction, occasion_id: int) -> list[int]:
    """The ids of the visits that are planned for an occasion, in order."""
    return sorted(row["id"] for row in tx.all(VISITS, id=occasion_id) if row["state"] == "planned")


def neighbours(tx: Transaction, place_id: int, limit: int) -> list[Person]:
    """Those who live in a building."""
    return [people.opened(tx, row) for row in tx.all(LIVE_AT, place_id=place_id, limit=limit)]


def forget(tx: Transaction, person_id: int) -> None:
    """Somebody leaves us: what is kept of them here goes, but for what the law asks of us."""
    for sql in FORGET:
        tx.run(sql, id=person_id)


def merge(tx: Transaction, into: int, gone: int) -> None:
    """What was kept of `gone` is kept of `into` from now on: both are one person."""
    for sql in MERGE:
        tx.run(sql, into=into, gone=gone)


def _occasion(row: Row) -> Occasion:
    return Occasion(
        id=row["id"],
        person_id=row["person_id"],
        place_id=row["place_id"],
        kind=row["kind"],
        source=row["source"],
        raised_by=row["raised_by"],
        request_id=row["request_id"],
        state=row["state"],
        next=from_ms_or_none(row["next_at"]),
        times=row["times"],
        raised_at=from_ms(row["raised_at"]),
        answered_at=from_ms_or_none(row["answered_at"]),
        answered_by=row["answered_by"],
    )
