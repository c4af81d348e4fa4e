"""The building nearest to a point."""

from storage import places
from storage.database import Database
from storage.transaction import Transaction


def build(tx: Transaction) -> None:
    estate = places.write(tx, "e", None, "estate", "一村", "Estate", 0, (30.6340, 114.3900))
    for number, at in enumerate(((30.6343, 114.3902), (30.6343, 114.3909), (30.6420, 114.3902), None)):
        places.write(tx, f"b{number}", estate, "building", f"{number}号楼", "", number, at)


async def test_the_nearest_building_within_reach(database: Database) -> None:
    await database.turn(build)

    async def code(latitude: float, longitude: float, within: float = 300) -> str | None:
        found = await database.read(lambda tx: places.nearest_building(tx, latitude, longitude, within))
        return None if found is None else found.code

    assert await code(30.6343, 114.3904) == "b0"
    assert await code(30.6343, 114.3907) == "b1"
    assert await code(30.6340, 114.3900) == "b0", "the estate itself lies nearer, but is no building"
    assert await code(30.6420, 114.3932) == "b2"
    assert await code(30.6420, 114.3936) is None, "325 metres away, inside of no box's corner"
    assert await code(30.6400, 114.3932, within=300) is None, "within the box, but beyond the circle"
    assert await code(0.0, 0.0) is None
