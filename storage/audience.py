"""Audience: walks through those whom a message concerns, in slices, so that a million of them are never held at once.

Where people are found first: on another broadcast's list, among the cards (who lives alone), among the roles (who does
something for the community), or else where they live: place by place in a small unit, person by person in a large one.
A cursor says how far the walk has come; it is all that must be kept between two slices.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from storage import cards, places
from storage.audience_sources import counted_at, source
from storage.audience_terms import ALONE, BY_PHONE, EVERYBODY, Wanted, Window, until
from storage.transaction import Row, Transaction

PLACE_COSTS = 20  # as much as so many people, in a slice
PLACES_AHEAD = 50  # read at once
# From so many places on everybody is looked at in the order of their ids. Place by place the list would be written in
# no order, which costs more than reading all people does: 100,000 took 22 s so, and 8 s in order.
MANY_PLACES = 300
PASSED_BY = 5  # a slice reads so many times its rows where only few of them are meant

NEXT_PLACES = """
SELECT id, path FROM places WHERE path > :after AND path < :until ORDER BY path LIMIT :limit
"""
COUNT_PLACES = """
SELECT COUNT(*) AS n FROM (SELECT 1 FROM places WHERE path >= :path AND path < :until LIMIT :limit) found
"""
# How far a slice reaches: the key of the last row, and how many there are.
AT_HOME = """
SELECT MAX(id) AS last, COUNT(*) AS n FROM (
    SELECT id FROM people WHERE place_id = :place_id AND id > :after ORDER BY id LIMIT :limit) found
"""
WITHOUT_HOME = """
SELECT MAX(id) AS last, COUNT(*) AS n FROM (
    SELECT id FROM people WHERE place_id IS NULL AND id > :after ORDER BY id LIMIT :limit) found
"""
OF_ALL = """
SELECT MAX(id) AS last, COUNT(*) AS n FROM (SELECT id FROM people WHERE id > :after ORDER BY id LIMIT :limit) found
"""
OF_ROLES = """
SELECT MAX(id) AS last, COUNT(*) AS n FROM (SELECT id FROM roles WHERE id > :after ORDER BY id LIMIT :limit) found
"""
OF_CARDS = """
SELECT MAX(id) AS last, COUNT(*) AS n FROM (SELECT id FROM cards WHERE id > :after ORDER BY id LIMIT :limit) found
"""
OF_LIST = """
SELECT MAX(person_id) AS last, COUNT(*) AS n FROM (
    SELECT person_id FROM recipients WHERE broadcast_id = :list_of AND person_id > :after
    ORDER BY person_id LIMIT :limit) found
"""


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a walk has come: the place (0: in none yet; -1: everybody is looked at), and the key of the last row."""

    place_id: int = 0
    after: int = 0


START = Cursor()


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody whom it concerns. `counted_at`: the unit that counts them; None for those who have told no home."""

    person_id: int
    counted_at: int | None
    by_phone: bool
    unsubscribed: bool


def walk(tx: Transaction, wanted: Wanted, cursor: Cursor, limit: int) -> tuple[list[Found], Cursor | None]:
    """Those found among the next rows, about so many, and how far that went; None: nobody is left."""
    windows, reached = slices(tx, wanted, cursor, limit)
    return [found for window in windows for found in people_in(tx, wanted, window)], reached


def slices(tx: Transaction, wanted: Wanted, cursor: Cursor, limit: int) -> tuple[list[Window], Cursor | None]:
    """The windows that the next so many rows make, and how far they go; None: nothing is left after them."""
    if wanted.nobody:
        return [], None
    if not wanted.at_home:
        return _ranged(tx, wanted, replace(cursor, place_id=0), limit)
    if cursor == START and _many_places(tx, wanted):
        cursor = Cursor(EVERYBODY)
    if cursor.place_id == EVERYBODY:
        return _ranged(tx, wanted, cursor, limit)
    return _homes(tx, wanted, cursor, limit)


def people_in(tx: Transaction, wanted: Wanted, window: Window) -> Iterator[Found]:
    """Those of a window whom it concerns."""
    where, values = source(wanted, window)
    columns = f"p.id, p.state, p.born_year, p.unsubscribed_at, {counted_at(wanted)} AS counted_at"
    for row in tx.all(f"SELECT {columns} {where} ORDER BY p.id", **values):
        if fits_sealed(tx, wanted, row["id"], row["born_year"]):
            yield _found(row)


def fits_sealed(tx: Transaction, wanted: Wanted, person_id: int, born_year: int | None) -> bool:
    """What only an opened card tells: who lives alone, and the year of a birthday."""
    if not wanted.sealed or (not wanted.alone and born_year is not None):
        return True
    card = cards.of_person(tx, person_id)
    if card is None or card.state != cards.OPEN or (wanted.alone and ALONE not in card.about.groups):
        return False
    year = born_year or (card.about.birthday.year if card.about.birthday else None)
    return not wanted.born or (year is not None and any(first <= year <= last for first, last in wanted.born))


def _found(row: Row) -> Found:
    return Found(row["id"], row["counted_at"], row["state"] == BY_PHONE, row["unsubscribed_at"] is not None)


def _ranged(tx: Transaction, wanted: Wanted, cursor: Cursor, limit: int) -> tuple[list[Window], Cursor | None]:
    """One window: the next rows of the one table in which people are looked for."""
    sql, values = OF_ROLES, {}
    if wanted.list_of is not None:
        sql, values = OF_LIST, {"list_of": wanted.list_of}
    elif wanted.alone:
        sql = OF_CARDS
    elif wanted.at_home:
        sql = OF_ALL
    row = tx.get(sql, after=cursor.after, limit=limit, **values)
    windows = [Window(cursor.place_id, cursor.after, row["last"], row["n"])] if row["n"] else []
    return windows, None if row["n"] < limit else Cursor(cursor.place_id, row["last"])


def _homes(tx: Transaction, wanted: Wanted, cursor: Cursor, limit: int) -> tuple[list[Window], Cursor | None]:
    """First those without a home, where they count, then place by place in the order of the paths."""
    windows: list[Window] = []
    left, after = limit, cursor.after
    if cursor.place_id == 0:
        if wanted.homeless:
            left -= _look(tx, WITHOUT_HOME, None, after, left, windows)
            if left <= 0:
                return windows, Cursor(0, windows[-1].last)
        after = 0
    for place_id in _places_from(tx, wanted, cursor.place_id):
        if left <= 0:
            return windows, Cursor(place_id, after)
        seen = _look(tx, AT_HOME, place_id, after, left, windows)
        if seen == left:
            return windows, Cursor(place_id, windows[-1].last)
        left, after = left - seen - PLACE_COSTS, 0
    return windows, None


def _look(tx: Transaction, sql: str, home: int | None, after: int, limit: int, windows: list[Window]) -> int:
    """Adds the window of a home's next rows; returns how many there are."""
    at = {} if home is None else {"place_id": home}
    row = tx.get(sql, after=after, limit=limit, **at)
    if row["n"]:
        windows.append(Window(home, after, row["last"], row["n"]))
    return int(row["n"])


def _places_from(tx: Transaction, wanted: Wanted, place_id: int) -> Iterator[int]:
    """The places of the grounds in the order of their paths, from this one on (0: from the first)."""
    after = ""
    if place_id:
        after = places.read(tx, place_id).path
        yield place_id
    for ground in wanted.grounds:
        after = max(after, ground[:-1])  # the last before the place itself
        while True:
            found = tx.all(NEXT_PLACES, after=after, until=until(ground), limit=PLACES_AHEAD)
            for row in found:
                yield row["id"]
            if len(found) < PLACES_AHEAD:
                break
            after = found[-1]["path"]


def _many_places(tx: Transaction, wanted: Wanted) -> bool:
    left = MANY_PLACES
    for ground in wanted.grounds:
        left -= int(tx.get(COUNT_PLACES, path=ground, until=until(ground), limit=left)["n"])
        if left <= 0:
            return True
    return False
