"""Waves: the visits of a station before a festival, and how far planning them has come."""

from dataclasses import dataclass
from datetime import date, datetime

from storage import cards
from storage.cards import Card
from storage.days import from_text, from_text_or_none, to_text
from storage.times import to_ms
from storage.transaction import Row, Transaction

PLANNING, PLANNED = "planning", "planned"
NOBODY = (1 << 63) - 1  # after all liaisons come those who have none

COLUMNS = """w.id, w.place_id, w.festival, w.year, w.first_on, w.last_on, w.state, w.after_id, w.after_card, w.placed,
    w.merged, w.unplaced"""
WITHOUT = """
SELECT p.id FROM places p WHERE p.kind = 'community'
    AND EXISTS (SELECT 1 FROM cards c WHERE c.place_id = p.id AND c.state = 'open')
    AND NOT EXISTS (SELECT 1 FROM waves w WHERE w.place_id = p.id AND w.festival = :festival AND w.year = :year)
ORDER BY p.id LIMIT :limit
"""
CREATE = """
INSERT INTO waves (id, place_id, festival, year, first_on, last_on, state, created_at)
VALUES (:id, :place_id, :festival, :year, :first_on, :last_on, 'planning', :at)
ON CONFLICT (place_id, festival, year) DO NOTHING
"""
READ = f"SELECT {COLUMNS} FROM waves w WHERE w.id = :id"
LOCK = f"SELECT {COLUMNS} FROM waves w WHERE w.id = :id FOR UPDATE OF w"
TO_PLAN = f"SELECT {COLUMNS} FROM waves w WHERE w.state = 'planning' ORDER BY w.id LIMIT 1"
RUNNING = f"""
SELECT {COLUMNS} FROM waves w WHERE w.place_id = :place_id AND w.last_on >= :today ORDER BY w.last_on, w.id
"""
ADVANCE = """
UPDATE waves SET after_id = :after_id, after_card = :after_card, placed = placed + :placed, merged = merged + :merged,
    unplaced = unplaced + :unplaced
WHERE id = :id
"""
FINISH = "UPDATE waves SET state = 'planned' WHERE id = :id AND state = 'planning'"
TELL = "UPDATE waves SET told_at = :at WHERE id = :id AND told_at IS NULL"
FORGET_LEFTOVERS = "DELETE FROM wave_leftovers WHERE wave_id = :id"
OPEN_AGAIN = """
UPDATE waves SET state = 'planning', after_id = 0, after_card = 0, placed = 0, merged = 0, unplaced = 0
WHERE place_id = :place_id AND last_on > :today
"""
NEXT_LIAISON = """
SELECT c.liaison_id FROM cards c WHERE c.place_id = :place_id AND c.state = 'open' AND c.liaison_id IS NOT NULL
    AND (c.liaison_id, c.id) > (:after_id, :after_card)
ORDER BY c.liaison_id, c.id LIMIT 1
"""
TO_VISIT = f"""{cards.COLUMNS}, p.place_id AS home_id, r.state AS rhythm, r.paused_until
FROM cards c JOIN people p ON p.id = c.person_id LEFT JOIN rhythms r ON r.card_id = c.id AND r.kind = 'routine'
"""
OF_LIAISON = f"""
SELECT {TO_VISIT}
WHERE c.place_id = :place_id AND c.liaison_id = :liaison_id AND c.liaison_id IS NOT NULL AND c.state = 'open'
    AND c.id > :after_card
ORDER BY c.id LIMIT :limit FOR UPDATE OF c
"""
OF_NOBODY = f"""
SELECT {TO_VISIT}
WHERE c.place_id = :place_id AND c.state = 'open' AND c.liaison_id IS NULL AND c.id > :after_card
ORDER BY c.id LIMIT :limit FOR UPDATE OF c
"""
OF_CARD = f"SELECT {TO_VISIT} WHERE c.id = :card_id"
LEAVE = """
INSERT INTO wave_leftovers (id, wave_id, card_id) VALUES (:id, :wave_id, :card_id)
ON CONFLICT (wave_id, card_id) DO NOTHING
"""
TAKE_ALONG = "DELETE FROM wave_leftovers WHERE wave_id = :wave_id AND card_id = :card_id"
LEFTOVERS = "SELECT l.card_id FROM wave_leftovers l WHERE l.wave_id = :wave_id ORDER BY l.card_id LIMIT :limit"
OLD = "SELECT w.id FROM waves w WHERE w.last_on < :before ORDER BY w.last_on LIMIT :limit"
DROP = (FORGET_LEFTOVERS, "DELETE FROM waves WHERE id = :id")
EACH_DAY = """
SELECT v.day, COUNT(*) AS n FROM visits v WHERE v.place_id = :place_id AND v.state = 'planned' AND v.day >= :first
    AND v.day <= :last AND v.wave_id = :wave_id
GROUP BY v.day ORDER BY v.day
"""


@dataclass(frozen=True, slots=True)
class Wave:
    """A festival's visits of a station. `after_id`, `after_card`: the liaison and card that planning has come to.

    `placed` have a day, `merged` are visited around then anyhow, `unplaced` found no room.
    """

    id: int
    place_id: int
    festival: str
    year: int
    first: date
    last: date
    state: str
    after_id: int
    after_card: int
    placed: int
    merged: int
    unplaced: int


@dataclass(frozen=True, slots=True)
class ToVisit:
    """Somebody with a card, where they live, and how their routine visits stand (None: they have none)."""

    card: Card
    home_id: int | None
    rhythm: str | None
    paused_until: date | None


def without(tx: Transaction, festival: str, year: int, limit: int) -> list[int]:
    """The stations that have no wave of this festival yet, and somebody to visit."""
    return [row["id"] for row in tx.all(WITHOUT, festival=festival, year=year, limit=limit)]


def create(tx: Transaction, place_id: int, festival: str, year: int, first: date, last: date, now: datetime) -> None:
    """A new wave, to be planned; nothing where the station has it already."""
    values = {"place_id": place_id, "festival": festival, "year": year, "at": to_ms(now)}
    tx.run(CREATE, id=tx.new_id(), first_on=to_text(first), last_on=to_text(last), **values)


def read(tx: Transaction, wave_id: int) -> Wave | None:
    """A wave by id."""
    row = tx.one(READ, id=wave_id)
    return None if row is None else _wave(row)


def lock(tx: Transaction, wave_id: int) -> Wave | None:
    """A wave by id, locked until the turn ends: after the cards that are planned, before anything else."""
    row = tx.one(LOCK, id=wave_id)
    return None if row is None else _wave(row)


def to_plan(tx: Transaction) -> Wave | None:
    """The first wave that is not wholly planned."""
    row = tx.one(TO_PLAN)
    return None if row is None else _wave(row)


def running(tx: Transaction, place_id: int, today: date) -> list[Wave]:
    """The waves of a station that are not over."""
    return [_wave(row) for row in tx.all(RUNNING, place_id=place_id, today=to_text(today))]


def advance(tx: Transaction, wave: Wave, to: tuple[int, int], placed: int, merged: int, unplaced: int) -> None:
    """Planning has come to this liaison and card; the numbers are of this slice."""
    counted = {"placed": placed, "merged": merged, "unplaced": unplaced}
    tx.run(ADVANCE, id=wave.id, after_id=to[0], after_card=to[1], **counted)


def finish(tx: Transaction, wave_id: int) -> bool:
    """All of it is planned; False where it was before."""
    return tx.run(FINISH, id=wave_id) > 0


def tell(tx: Transaction, wave_id: int, now: datetime) -> bool:
    """Notes that the station's secretaries are told of the plan; False where they were."""
    return tx.run(TELL, id=wave_id, at=to_ms(now)) > 0


def open_again(tx: Transaction, place_id: int, today: date) -> None:
    """Somebody joined a station: its waves that are not over are gone through once more."""
    if tx.run(OPEN_AGAIN, place_id=place_id, today=to_text(today)):
        for wave in running(tx, place_id, today):
            tx.run(FORGET_LEFTOVERS, id=wave.id)


def next_liaison(tx: Transaction, wave: Wave) -> int:
    """Whose cards come next in a wave; NOBODY after the last."""
    if wave.after_id == NOBODY:
        return NOBODY
    values = {"after_id": wave.after_id, "after_card": wave.after_card}
    row = tx.one(NEXT_LIAISON, place_id=wave.place_id, **values)
    return NOBODY if row is None else row["liaison_id"]


def to_visit(tx: Transaction, wave: Wave, liaison_id: int, limit: int) -> list[ToVisit]:
    """The next cards of a wave of this liaison (NOBODY: of none), locked, in the order of their ids."""
    after = wave.after_card if liaison_id == wave.after_id else 0
    values = {"place_id": wave.place_id, "after_card": after, "limit": limit}
    if liaison_id == NOBODY:
        return [_to_visit(tx, row) for row in tx.all(OF_NOBODY, **values)]
    return [_to_visit(tx, row) for row in tx.all(OF_LIAISON, liaison_id=liaison_id, **values)]


def of_card(tx: Transaction, card_id: int) -> ToVisit:
    """The same of one card, which is locked already. Raises NotFound."""
    return _to_visit(tx, tx.get(OF_CARD, card_id=card_id))


def leave(tx: Transaction, wave_id: int, card_id: int) -> None:
    """No room was found for somebody."""
    tx.run(LEAVE, id=tx.new_id(), wave_id=wave_id, card_id=card_id)


def take_along(tx: Transaction, wave_id: int, card_id: int) -> None:
    """They have a day after all."""
    tx.run(TAKE_ALONG, wave_id=wave_id, card_id=card_id)


def leftovers(tx: Transaction, wave_id: int, limit: int) -> list[int]:
    """The cards for whom no room was found."""
    return [row["card_id"] for row in tx.all(LEFTOVERS, wave_id=wave_id, limit=limit)]


def each_day(tx: Transaction, wave: Wave) -> list[tuple[date, int]]:
    """How many of its visits are planned on each day."""
    values = {"place_id": wave.place_id, "first": to_text(wave.first), "last": to_text(wave.last)}
    return [(from_text(row["day"]), int(row["n"])) for row in tx.all(EACH_DAY, wave_id=wave.id, **values)]


def drop_old(tx: Transaction, before: date, limit: int) -> int:
    """Removes waves that were over before a day; returns how many."""
    found = tx.all(OLD, before=to_text(before), limit=limit)
    for row in found:
        for sql in DROP:
            tx.run(sql, id=row["id"])
    return len(found)


def _to_visit(tx: Transaction, row: Row) -> ToVisit:
    return ToVisit(cards.opened(tx, row), row["home_id"], row["rhythm"], from_text_or_none(row["paused_until"]))


def _wave(row: Row) -> Wave:
    return Wave(
        id=row["id"],
        place_id=row["place_id"],
        festival=row["festival"],
        year=row["year"],
        first=from_text(row["first_on"]),
        last=from_text(row["last_on"]),
        state=row["state"],
        after_id=row["after_id"],
        after_card=row["after_card"],
        placed=row["placed"],
        merged=row["merged"],
        unplaced=row["unplaced"],
    )
