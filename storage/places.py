"""The tree of places: district, street, community, estate, grid, building. A role holds at its place and below."""

import math
from dataclasses import dataclass

from storage.transaction import Row, Transaction

COLUMNS = "id, code, parent_id, kind, name, name_en, path, latitude, longitude"
READ = f"SELECT {COLUMNS} FROM places WHERE id = :id"
READ_BY_CODE = f"SELECT {COLUMNS} FROM places WHERE code = :code"
CHILDREN = f"SELECT {COLUMNS} FROM places WHERE parent_id = :id ORDER BY position, id LIMIT :limit OFFSET :offset"
OF_KIND = f"SELECT {COLUMNS} FROM places WHERE kind = :kind ORDER BY position, id LIMIT :limit OFFSET :offset"
# Two statements: where one both inserts and updates, SQLite looks through all rows that may refer to a new place.
CREATE = """
INSERT INTO places (id, code, parent_id, kind, name, name_en, path, position, latitude, longitude, community_id)
VALUES (:id, :code, :parent_id, :kind, :name, :name_en, :path, :position, :latitude, :longitude, :community_id)
"""
CHANGE = """
UPDATE places SET parent_id = :parent_id, kind = :kind, name = :name, name_en = :name_en, path = :path,
    position = :position, latitude = :latitude, longitude = :longitude, community_id = :community_id
WHERE id = :id AND code = :code
"""
COMMUNITY_OF = "SELECT community_id FROM places WHERE id = :id"
# Buildings in a box around a point; the few that it holds are measured exactly.
NEAR = f"""
SELECT {COLUMNS} FROM places WHERE latitude IS NOT NULL AND latitude BETWEEN :south AND :north
    AND longitude BETWEEN :west AND :east AND kind = 'building' LIMIT :limit
"""
METRES_A_DEGREE = 111_320.0  # of latitude; of longitude it is that much times the cosine of the latitude
MOST_IN_BOX = 200
COMMUNITY = "community"


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
    latitude: float | None = None
    longitude: float | None = None

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


def nearest_building(tx: Transaction, latitude: float, longitude: float, within: float) -> Place | None:
    """The building nearest to a point (WGS 84, in degrees) of those within so many metres; None where there is none."""
    high = within / METRES_A_DEGREE
    wide = high / max(math.cos(math.radians(latitude)), 0.01)
    rows = tx.all(
        NEAR,
        south=latitude - high,
        north=latitude + high,
        west=longitude - wide,
        east=longitude + wide,
        limit=MOST_IN_BOX,
    )
    measured = [(_metres(place, latitude, longitude), place.id, place) for place in map(_place, rows)]
    return next((place for metres, _, place in sorted(measured) if metres <= within), None)


def metres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How far two points (latitude and longitude, in degrees) are apart: over so short a way the earth is flat."""
    north = one[0] - other[0]
    east = (one[1] - other[1]) * math.cos(math.radians(other[0]))
    return METRES_A_DEGREE * math.hypot(north, east)


def _metres(place: Place, latitude: float, longitude: float) -> float:
    return metres_between((place.latitude or 0.0, place.longitude or 0.0), (latitude, longitude))


def write(
    tx: Transaction,
    code: str,
    parent: Place | None,
    kind: str,
    name: str,
    name_en: str,
    position: int,
    at: tuple[float, float] | None = None,
) -> Place:
    """Makes or changes the place with this code. `at`: latitude and longitude, WGS 84, in degrees."""
    known = read_by_code(tx, code)
    number = known.id if known else tx.new_id()
    path = f"{parent.path if parent else '/'}{number}/"
    parent_id = parent.id if parent else None
    above = tx.get(COMMUNITY_OF, id=parent.id)["community_id"] if parent else None
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
        latitude=at[0] if at else None,
        longitude=at[1] if at else None,
        community_id=number if kind == COMMUNITY else above,
    )
    return Place(number, code, parent_id, kind, name, name_en, path, *(at or (None, None)))


def _place(row: Row) -> Place:
    return Place(**dict(row))
