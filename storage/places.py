"""The tree of places: district, street, community, estate, grid, building. A role holds at its place and below."""

from dataclasses import dataclass

from storage.transaction import Row, Transaction

COLUMNS = "id, code, parent_id, kind, name, name_en, path"
READ = f"SELECT {COLUMNS} FROM places WHERE id = :id"
READ_BY_CODE = f"SELECT {COLUMNS} FROM places WHERE code = :code"
CHILDREN = f"SELECT {COLUMNS} FROM places WHERE parent_id = :id ORDER BY position, id LIMIT :limit OFFSET :offset"
OF_KIND = f"SELECT {COLUMNS} FROM places WHERE kind = :kind ORDER BY position, id LIMIT :limit OFFSET :offset"
# Two statements: where one both inserts and updates, SQLite looks through all rows that may refer to a new place.
CREATE = """
INSERT INTO places (id, code, parent_id, kind, name, name_en, path, position)
VALUES (:id, :code, :parent_id, :kind, :name, :name_en, :path, :position)
"""
CHANGE = """
UPDATE places SET parent_id = :parent_id, kind = :kind, name = :name, name_en = :name_en, path = :path,
    position = :position
WHERE id = :id AND code = :code
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the tree. `path` holds the ids from the root, such as `/1/4/9/`, so what is below starts with it."""

    id: int
    code: str
    parent_id: int | None
    kind: str
    name: str
    name_en: str
    path: str

    def ancestors(self) -> list[int]:
        """The ids from the root to this place, both included."""
        return [int(part) for part in self.path.split("/") if part]


def read(tx: Transaction, place_id: int) -> Place:
    """A place by id. Raises NotFound."""
    return _place(tx.get(READ, id=place_id))


def read_by_code(tx: Transaction, code: str) -> Place | None:
    """A place by its code in the pack."""
    row = tx.one(READ_BY_CODE, code=code)
    return None if row is None else _place(row)


def children(tx: Transaction, place_id: int, limit: int = 21, offset: int = 0) -> list[Place]:
    """The places directly below, in the pack's order."""
    return [_place(row) for row in tx.all(CHILDREN, id=place_id, limit=limit, offset=offset)]


def of_kind(tx: Transaction, kind: str, limit: int = 21, offset: int = 0) -> list[Place]:
    """All places of a kind, in the pack's order."""
    return [_place(row) for row in tx.all(OF_KIND, kind=kind, limit=limit, offset=offset)]


def line(tx: Transaction, place: Place) -> list[Place]:
    """The places from the root to this one."""
    return [read(tx, place_id) for place_id in place.ancestors()]


def write(tx: Transaction, code: str, parent: Place | None, kind: str, name: str, name_en: str, position: int) -> Place:
    """Makes or changes the place with this code."""
    known = read_by_code(tx, code)
    number = known.id if known else tx.new_id()
    path = f"{parent.path if parent else '/'}{number}/"
    parent_id = parent.id if parent else None
    tx.run(
        CHANGE if known else CREATE,
        id=number,
        code=code,
        parent_id=parent_id,
        kind=kind,
        name=name,
        name_en=name_en,
        path=path,
        position=position,
    )
    return Place(number, code, parent_id, kind, name, name_en, path)


def _place(row: Row) -> Place:
    return Place(**dict(row))
