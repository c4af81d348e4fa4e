"""Pledges: what members promise in public on their station's board, and what else of them they agreed to show."""

from dataclasses import dataclass
from datetime import datetime

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

WORDS = "pledges.words_sealed"

COLUMNS = "p.id, p.place_id, p.person_id, p.words_sealed, p.show_name, p.show_roles, p.show_teams, p.shown_at"
CREATE = """
INSERT INTO pledges (id, place_id, person_id, words_sealed, show_name, show_roles, show_teams, shown_at)
VALUES (:id, :place_id, :person_id, :words, :show_name, :show_roles, :show_teams, :at)
"""
OF_PERSON = f"SELECT {COLUMNS} FROM pledges p WHERE p.person_id = :person_id"
OF_PLACE = f"SELECT {COLUMNS} FROM pledges p WHERE p.place_id = :place_id AND p.id > :after ORDER BY p.id LIMIT :limit"
MOVE = """
UPDATE pledges SET person_id = :into WHERE person_id = :gone AND NOT EXISTS (
    SELECT 1 FROM pledges o WHERE o.person_id = :into)
"""
FORGET = "DELETE FROM pledges WHERE person_id = :person_id"


@dataclass(frozen=True, slots=True)
class Pledge:
    """A pledge on the board of a station (`place_id`), and which of name, roles and teams stand beside it."""

    id: int
    place_id: int
    person_id: int
    words: str
    show_name: bool
    show_roles: bool
    show_teams: bool
    shown_at: datetime


def put_up(
    tx: Transaction, *, place_id: int, person_id: int, words: str, name: bool, roles: bool, teams: bool, now: datetime
) -> None:
    """Puts a pledge up, in the place of an earlier one of the same person."""
    forget(tx, person_id)
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        place_id=place_id,
        person_id=person_id,
        words=tx.seal(WORDS, number, words),
        show_name=int(name),
        show_roles=int(roles),
        show_teams=int(teams),
        at=to_ms(now),
    )


def of_person(tx: Transaction, person_id: int) -> Pledge | None:
    """Somebody's pledge."""
    row = tx.one(OF_PERSON, person_id=person_id)
    return None if row is None else _pledge(tx, row)


def of_place(tx: Transaction, place_id: int, limit: int, after: int = 0) -> list[Pledge]:
    """The pledges on a station's board, in the order of their ids."""
    return [_pledge(tx, row) for row in tx.all(OF_PLACE, place_id=place_id, after=after, limit=limit)]


def forget(tx: Transaction, person_id: int) -> bool:
    """Takes somebody's pledge down; False where there is none."""
    return tx.run(FORGET, person_id=person_id) > 0


def merge(tx: Transaction, into: int, gone: int) -> None:
    """Two people turn out to be one."""
    tx.run(MOVE, into=into, gone=gone)
    forget(tx, gone)


def _pledge(tx: Transaction, row: Row) -> Pledge:
    return Pledge(
        id=row["id"],
        place_id=row["place_id"],
        person_id=row["person_id"],
        words=tx.unseal(WORDS, row["id"], bytes(row["words_sealed"])),
        show_name=bool(row["show_name"]),
        show_roles=bool(row["show_roles"]),
        show_teams=bool(row["show_teams"]),
        shown_at=from_ms(row["shown_at"]),
    )
