"""Plans of visits: what planning must know of a visitor's days and of somebody's other visits, and what it changes."""

from dataclasses import dataclass
from datetime import date

from storage.days import from_text, to_text
from storage.transaction import Transaction

LOCK = "planning visits"
TAKE_LOCK = """
INSERT INTO settings (id, name, value) VALUES (:id, :name, :name)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
LOAD = """
SELECT v.day, p.place_id AS home_id, COUNT(*) AS n FROM visits v JOIN people p ON p.id = v.person_id
WHERE v.visitor_id = :visitor_id AND v.visitor_id IS NOT NULL AND v.state = 'planned' AND v.day >= :first
GROUP BY v.day, p.place_id
"""
OF_PERSON = """
SELECT v.id, v.kind, v.wave_id, v.state, v.day FROM visits v
WHERE v.person_id = :person_id AND v.day >= :first AND v.day <= :last AND v.kind IN ('routine', 'festival', 'birthday')
ORDER BY v.day, v.id
"""
HOME = "SELECT p.place_id AS home_id FROM people p WHERE p.id = :person_id"
SET_AS_CALL = "UPDATE visits SET as_call = :as_call WHERE id = :id AND state = 'planned'"
SET_FESTIVAL = """
UPDATE visits SET kind = 'festival', wave_id = :wave_id WHERE id = :id AND state = 'planned' AND kind = 'routine'
"""


@dataclass(frozen=True, slots=True)
class OnDay:
    """How many visits somebody has planned on a day to people of one building (None: no home is known)."""

    day: date
    home_id: int | None
    number: int


@dataclass(frozen=True, slots=True)
class Other:
    """A visit to the same person, also one that was cancelled. `kind`: routine, festival, birthday."""

    id: int
    kind: str
    wave_id: int | None
    state: str
    day: date

    @property
    def counts(self) -> bool:
        """Whether it is, or was, made."""
        return self.state in ("planned", "done")


def take_lock(tx: Transaction) -> None:
    """Only one transaction plans at a time, or two would fill the same day. Taken last, after all cards and visits."""
    tx.run(TAKE_LOCK, id=tx.new_id(), name=LOCK)


def load(tx: Transaction, visitor_id: int, first: date) -> list[OnDay]:
    """What a visitor has planned from a day on."""
    rows = tx.all(LOAD, visitor_id=visitor_id, first=to_text(first))
    return [OnDay(from_text(row["day"]), row["home_id"], int(row["n"])) for row in rows]


def others(tx: Transaction, person_id: int, first: date, last: date) -> list[Other]:
    """Somebody's visits, occasions aside, from one day to another (both included), in order of their days."""
    rows = tx.all(OF_PERSON, person_id=person_id, first=to_text(first), last=to_text(last))
    return [Other(row["id"], row["kind"], row["wave_id"], row["state"], from_text(row["day"])) for row in rows]


def home(tx: Transaction, person_id: int) -> int | None:
    """The place where somebody lives, mostly a building."""
    home_id: int | None = tx.get(HOME, person_id=person_id)["home_id"]
    return home_id


def set_as_call(tx: Transaction, visit_id: int, as_call: bool) -> bool:
    """Whether a call will do; False where the visit is not planned any more."""
    return tx.run(SET_AS_CALL, id=visit_id, as_call=int(as_call)) > 0


def set_festival(tx: Transaction, visit_id: int, wave_id: int) -> bool:
    """A planned routine visit becomes the one of a festival; False where it is none."""
    return tx.run(SET_FESTIVAL, id=visit_id, wave_id=wave_id) > 0
