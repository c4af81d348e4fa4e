"""A town of a million for benches of broadcasts: a tree of places, and people in its buildings, in no order."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks.linli.bulk import Bulk
from storage import people, places
from storage.ids import IdMaker
from storage.places import Place
from storage.sealing import Keyring
from storage.times import to_ms
from storage.transaction import Transaction

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
OF_A_STREET = 50_000  # people
COMMUNITIES, ESTATES, BUILDINGS = 10, 5, 10  # each in the one above: 500 buildings in a street, 100 people in each
UNSUBSCRIBED = 0.02
PERSON = (
    *("id", "state", "language", "name_sealed", "phone_sealed", "phone_hash", "door_sealed", "place_id"),
    *("consented_at", "created_at", "unsubscribed_at"),
)


def build(tx: Transaction, number: int) -> list[int]:
    """A district for so many people; the ids of its buildings."""
    district = places.write(tx, "district", None, "district", "大区", "Large District", 0)
    buildings = []
    for street in range(max(1, number // OF_A_STREET)):
        here = places.write(tx, f"s{street}", district, "street", f"{street}街道", f"Street {street}", street)
        for community in range(COMMUNITIES):
            buildings += _community(tx, here, f"s{street}-c{community}", community)
    return buildings


def fill(bulk: Bulk, keys: Keyring, ids: IdMaker, number: int, buildings: list[int], seed: int) -> None:
    """So many people who have joined. They live anywhere, so that neighbours stand far apart in the table."""
    bulk.insert("people", PERSON, _people(keys, ids, number, buildings, random.Random(seed)))


def _community(tx: Transaction, street: Place, code: str, position: int) -> list[int]:
    here = places.write(tx, code, street, "community", f"{code}社区", f"Community {code}", position)
    found = []
    for estate in range(ESTATES):
        there = places.write(tx, f"{code}-e{estate}", here, "estate", f"{estate}小区", f"Estate {estate}", estate)
        for building in range(BUILDINGS):
            name, name_en = f"{building + 1}号楼", f"Building {building + 1}"
            found.append(
                places.write(tx, f"{code}-e{estate}-{building}", there, "building", name, name_en, building).id
            )
    return found


def _people(
    keys: Keyring, ids: IdMaker, number: int, buildings: list[int], rng: random.Random
) -> Iterator[tuple[object, ...]]:
    at = to_ms(NOW)
    sealed = (people.NAME, "居民"), (people.PHONE, "+8613000000000"), (people.DOOR, "2单元 301")
    for place in range(number):
        row = ids.next()
        name, phone, door = (keys.seal(f"{column}:{row}", text.encode()) for column, text in sealed)
        known = keys.keyed_hash(str(place).encode())
        gone = at if rng.random() < UNSUBSCRIBED else None
        yield row, "joined", "zh-CN", name, phone, known, door, rng.choice(buildings), at, at, gone
