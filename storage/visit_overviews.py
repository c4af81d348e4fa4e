"""Overviews of visits: what somebody has before them, and the numbers of a station."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from storage import visits
from storage.days import to_text
from storage.times import to_ms
from storage.transaction import Transaction
from storage.visits import Visit

EVER = ""  # sorts before every day

AS_VISITOR = f"""
SELECT {visits.COLUMNS} FROM visits v
WHERE v.visitor_id = :person_id AND v.visitor_id IS NOT NULL AND v.state = 'planned'
    AND v.day >= :first AND v.day <= :last ORDER BY v.day, v.id LIMIT :limit
"""
AS_SECOND = f"""
SELECT {visits.COLUMNS} FROM visits v
WHERE v.second_id = :person_id AND v.second_id IS NOT NULL AND v.state = 'planned'
    AND v.day >= :first AND v.day <= :last ORDER BY v.day, v.id LIMIT :limit
"""
PLANNED = """
SELECT COUNT(*) AS n FROM visits v
WHERE v.place_id = :place_id AND v.state = 'planned' AND v.day >= :first AND v.day <= :last
"""
DONE = """
SELECT COUNT(*) AS n FROM visits v WHERE v.place_id = :place_id AND v.state = 'done' AND v.ended_at >= :since
"""
LATE = """
SELECT v.id FROM visits v
WHERE v.place_id = :place_id AND v.state = 'planned' AND v.day < :today ORDER BY v.day, v.id
LIMIT :limit OFFSET :offset
"""
LOAD = """
SELECT v.visitor_id, COUNT(*) AS n, SUM(CASE WHEN v.day < :today THEN 1 ELSE 0 END) AS late FROM visits v
WHERE v.place_id = :place_id AND v.state = 'planned' AND v.day <= :last GROUP BY v.visitor_id
"""
PEOPLE = """
SELECT c.liaison_id, COUNT(*) AS n FROM cards c
WHERE c.place_id = :place_id AND c.state = 'open' GROUP BY c.liaison_id
"""
UNREAD = "SELECT COUNT(*) AS n FROM worries w WHERE w.place_id = :place_id AND w.read_at IS NULL"


@dataclass(frozen=True, slots=True)
class Numbers:
    """A station's visits: planned for today, within a week (today included), late; and done since the month began."""

    today: int
    week: int
    late: int
    done: int


@dataclass(frozen=True, slots=True)
class Load:
    """What one visitor has: how many people, how many visits until a day (the late ones among them), and late ones."""

    people: int
    planned: int
    late: int


def planned_for(tx: Transaction, people: Iterable[int], first: date | None, last: date, limit: int) -> list[Visit]:
    """The planned visits of these visitors, or with them as the second, from a day (None: ever) to another, both
    included; in the order of their days, each once."""
    values = {"first": EVER if first is None else to_text(first), "last": to_text(last), "limit": limit}
    found = {
        row["id"]: visits.from_row(row)
        for person_id in people
        for text in (AS_VISITOR, AS_SECOND)
        for row in tx.all(text, person_id=person_id, **values)
    }
    return sorted(found.values(), key=lambda visit: (visit.day, visit.id))[:limit]


def numbers(tx: Transaction, place_id: int, today: date, last: date, since: datetime) -> Numbers:
    """A station's numbers. `last`: the last day of the week that begins today; `since`: when the month began (UTC)."""

    def planned(first: str, until: str) -> int:
        return int(tx.get(PLANNED, place_id=place_id, first=first, last=until)["n"])

    here = to_text(today)
    whole = planned(EVER, to_text(last))
    week = planned(here, to_text(last))
    done = int(tx.get(DONE, place_id=place_id, since=to_ms(since))["n"])
    return Numbers(planned(here, here), week, whole - week, done)


def late_at(tx: Transaction, place_id: int, today: date, limit: int, offset: int = 0) -> list[Visit]:
    """The planned visits of a station whose day has passed, the oldest first."""
    rows = tx.all(LATE, place_id=place_id, today=to_text(today), limit=limit, offset=offset)
    return [visit for row in rows if (visit := visits.read(tx, row["id"])) is not None]


def load_at(tx: Transaction, place_id: int, today: date, last: date) -> dict[int | None, Load]:
    """What each visitor of a station has; under None what nobody has. `last`: until which day visits count."""
    rows = tx.all(LOAD, place_id=place_id, today=to_text(today), last=to_text(last))
    planned = {row["visitor_id"]: (int(row["n"]), int(row["late"])) for row in rows}
    people = {row["liaison_id"]: int(row["n"]) for row in tx.all(PEOPLE, place_id=place_id)}
    return {
        person_id: Load(people.get(person_id, 0), *planned.get(person_id, (0, 0)))
        for person_id in dict.fromkeys((*people, *planned))
    }


def unread_worries(tx: Transaction, place_id: int) -> int:
    """How many worries of a station nobody has looked at."""
    return int(tx.get(UNREAD, place_id=place_id)["n"])
