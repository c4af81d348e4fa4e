"""Visits: what is planned, for whom, by whom, on which day, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.days import from_text, from_text_or_none, to_text, to_text_or_none
from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

PLANNED, DONE, REFUSED, CANCELLED = "planned", "done", "refused", "cancelled"
ROUTINE, FESTIVAL, BIRTHDAY, OCCASION = "routine", "festival", "birthday", "occasion"
BY_HAND = "by hand"  # the move of a visit that was entered once it was made
NOTE = "visit_moves.note_sealed"

COLUMNS = """v.id, v.person_id, v.place_id, v.kind, v.occasion_id, v.wave_id, v.with_birthday, v.as_call, v.state,
    v.day, v.due_at, v.visitor_id, v.second_id, v.step, v.remind_at, v.missed, v.created_at, v.ended_at"""
CREATE = """
INSERT INTO visits (id, person_id, place_id, kind, occasion_id, wave_id, with_birthday, as_call, state, day, due_at,
    visitor_id, second_id, step, remind_at, created_at)
VALUES (:id, :person_id, :place_id, :kind, :occasion_id, :wave_id, :with_birthday, :as_call, 'planned', :day, :due_at,
    :visitor_id, :second_id, :step, :remind_at, :at)
"""
READ = f"SELECT {COLUMNS} FROM visits v WHERE v.id = :id"
LOCK = f"SELECT {COLUMNS} FROM visits v WHERE v.id = :id FOR UPDATE OF v"
OF_PERSON = f"SELECT {COLUMNS} FROM visits v WHERE v.person_id = :person_id ORDER BY v.day DESC, v.id DESC LIMIT :limit"
PLANNED_OF = f"""
SELECT {COLUMNS} FROM visits v
WHERE v.person_id = :person_id AND v.day >= :first AND v.day <= :last AND v.state = 'planned' ORDER BY v.day, v.id
"""
LOAD_OF = """
SELECT v.day, COUNT(*) AS n FROM visits v
WHERE v.visitor_id = :visitor_id AND v.visitor_id IS NOT NULL AND v.state = 'planned' AND v.day >= :first
    AND v.day <= :last
GROUP BY v.day
"""
# The state that a change may start from is in each statement: of two who press at once, one gets it.
SET_DAY = """
UPDATE visits SET day = :day, due_at = :due_at, step = :step, remind_at = :remind_at
WHERE id = :id AND state = 'planned'
"""
SET_WHO = "UPDATE visits SET visitor_id = :visitor_id, second_id = :second_id WHERE id = :id AND state = 'planned'"
SET_BIRTHDAY = "UPDATE visits SET with_birthday = 1 WHERE id = :id AND state = 'planned'"
SET_MISSED = "UPDATE visits SET missed = missed + 1 WHERE id = :id AND state = 'planned'"
END = """
UPDATE visits SET state = :state, step = NULL, remind_at = NULL, ended_at = :at WHERE id = :id AND state = 'planned'
"""
SET_MADE_ON = "UPDATE visits SET day = :day WHERE id = :id AND state = 'done'"
REOPEN = """
UPDATE visits SET state = 'planned', ended_at = NULL, day = :day, step = :step, remind_at = :remind_at
WHERE id = :id AND state IN ('done', 'refused')
"""
ADD_MOVE = """
INSERT INTO visit_moves (id, visit_id, move, actor_id, day, note_sealed, at)
VALUES (:id, :visit_id, :move, :actor_id, :day, :note, :at)
"""
MOVES = "SELECT id, move, actor_id, day, note_sealed, at FROM visit_moves WHERE visit_id = :visit_id ORDER BY id"


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit of a station (`place_id`) to somebody. `day` is the day here, `due` the last moment of it (UTC).

    `kind`: routine, festival, birthday, occasion. `as_call`: a call will do. `step`, `remind_at`: what is said next,
    and when (UTC). `missed`: how often nobody was at home. `state`: planned, done, refused, cancelled.
    """

    id: int
    person_id: int
    place_id: int
    kind: str
    occasion_id: int | None
    wave_id: int | None
    with_birthday: bool
    as_call: bool
    state: str
    day: date
    due: datetime
    visitor_id: int | None
    second_id: int | None
    step: str | None
    remind_at: datetime | None
    missed: int
    created_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Move:
    """What became of a visit: plan, assign, postpone, nobody home, refuse, done, take back, cancel, by hand."""

    name: str
    actor_id: int | None
    day: date | None
    note: str
    at: datetime


def create(
    tx: Transaction,
    *,
    person_id: int,
    place_id: int,
    kind: str,
    day: date,
    due: datetime,
    visitor_id: int | None,
    second_id: int | None = None,
    as_call: bool = False,
    with_birthday: bool = False,
    occasion_id: int | None = None,
    wave_id: int | None = None,
    step: str | None,
    remind_at: datetime | None,
    now: datetime,
) -> Visit:
    """A planned visit."""
    visit_id = tx.new_id()
    tx.run(
        CREATE,
        id=visit_id,
        person_id=person_id,
        place_id=place_id,
        kind=kind,
        occasion_id=occasion_id,
        wave_id=wave_id,
        with_birthday=int(with_birthday),
        as_call=int(as_call),
        day=to_text(day),
        due_at=to_ms(due),
        visitor_id=visitor_id,
        second_id=second_id,
        step=step,
        remind_at=to_ms_or_none(remind_at),
        at=to_ms(now),
    )
    return from_row(tx.get(READ, id=visit_id))


def read(tx: Transaction, visit_id: int) -> Visit | None:
    """A visit by id."""
    row = tx.one(READ, id=visit_id)
    return None if row is None else from_row(row)


def lock(tx: Transaction, visit_id: int) -> Visit | None:
    """A visit by id, locked until the turn ends. Several are locked in the order of their ids."""
    row = tx.one(LOCK, id=visit_id)
    return None if row is None else from_row(row)


def of_person(tx: Transaction, person_id: int, limit: int) -> list[Visit]:
    """Somebody's visits, planned and past, the latest day first."""
    return [from_row(row) for row in tx.all(OF_PERSON, person_id=person_id, limit=limit)]


def planned_of(tx: Transaction, person_id: int, first: date, last: date) -> list[Visit]:
    """Somebody's planned visits from one day to another, both included."""
    rows = tx.all(PLANNED_OF, person_id=person_id, first=to_text(first), last=to_text(last))
    return [from_row(row) for row in rows]


def load_of(tx: Transaction, visitor_id: int, first: date, last: date) -> dict[date, int]:
    """How many visits a visitor has planned on each day from one to another, both included."""
    rows = tx.all(LOAD_OF, visitor_id=visitor_id, first=to_text(first), last=to_text(last))
    return {from_text(row["day"]): int(row["n"]) for row in rows}


def set_day(
    tx: Transaction, visit_id: int, day: date, due: datetime, step: str | None, remind_at: datetime | None
) -> bool:
    """Another day, and what is said next when; False where the visit is not planned any more."""
    values = {"day": to_text(day), "due_at": to_ms(due), "step": step, "remind_at": to_ms_or_none(remind_at)}
    return tx.run(SET_DAY, id=visit_id, **values) > 0


def set_who(tx: Transaction, visit_id: int, visitor_id: int | None, second_id: int | None) -> bool:
    """Who goes; False where the visit is not planned any more."""
    return tx.run(SET_WHO, id=visit_id, visitor_id=visitor_id, second_id=second_id) > 0


def set_with_birthday(tx: Transaction, visit_id: int) -> bool:
    """A birthday falls together with it."""
    return tx.run(SET_BIRTHDAY, id=visit_id) > 0


def add_missed(tx: Transaction, visit_id: int) -> bool:
    """Nobody was at home, once more."""
    return tx.run(SET_MISSED, id=visit_id) > 0


def end(tx: Transaction, visit_id: int, state: str, now: datetime) -> bool:
    """It is done, refused or cancelled; False where somebody was quicker."""
    return tx.run(END, id=visit_id, state=state, at=to_ms(now)) > 0


def set_made_on(tx: Transaction, visit_id: int, day: date) -> bool:
    """On which day a visit that is done was made; False where it is not done."""
    return tx.run(SET_MADE_ON, id=visit_id, day=to_text(day)) > 0


def reopen(tx: Transaction, visit_id: int, day: date, step: str | None, remind_at: datetime | None) -> bool:
    """A visit that was marked as done or refused by mistake is planned again for its day; False where it is neither."""
    values = {"day": to_text(day), "step": step, "remind_at": to_ms_or_none(remind_at)}
    return tx.run(REOPEN, id=visit_id, **values) > 0


def add_move(
    tx: Transaction,
    visit_id: int,
    move: str,
    actor_id: int | None,
    now: datetime,
    *,
    day: date | None = None,
    note: str = "",
) -> None:
    """Notes what became of a visit."""
    number = tx.new_id()
    sealed = tx.seal(NOTE, number, note) if note else None
    values = {"move": move, "actor_id": actor_id, "day": to_text_or_none(day), "note": sealed, "at": to_ms(now)}
    tx.run(ADD_MOVE, id=number, visit_id=visit_id, **values)


def moves(tx: Transaction, visit_id: int) -> list[Move]:
    """What became of a visit, in order."""
    return [
        Move(
            row["move"],
            row["actor_id"],
            from_text_or_none(row["day"]),
            tx.unseal(NOTE, row["id"], bytes(row["note_sealed"])) if row["note_sealed"] else "",
            from_ms(row["at"]),
        )
        for row in tx.all(MOVES, visit_id=visit_id)
    ]


def from_row(row: Row) -> Visit:
    """The visit in a row that holds all columns."""
    return Visit(
        id=row["id"],
        person_id=row["person_id"],
        place_id=row["place_id"],
        kind=row["kind"],
        occasion_id=row["occasion_id"],
        wave_id=row["wave_id"],
        with_birthday=bool(row["with_birthday"]),
        as_call=bool(row["as_call"]),
        state=row["state"],
        day=from_text(row["day"]),
        due=from_ms(row["due_at"]),
        visitor_id=row["visitor_id"],
        second_id=row["second_id"],
        step=row["step"],
        remind_at=from_ms_or_none(row["remind_at"]),
        missed=row["missed"],
        created_at=from_ms(row["created_at"]),
        ended_at=from_ms_or_none(row["ended_at"]),
    )
