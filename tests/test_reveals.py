"""The audit that all stories go through (tests/reveals.py) would see a reveal that is not logged."""

from datetime import timedelta

from handlers.community import Community
from handlers.message import Message, Text
from handlers.turn import Speaker
from storage import addresses, people, places, reveals
from storage.database import open_database
from storage.phones import Phone
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.bot.stage import demo_community
from tests.reveals import unlogged
from tests.storage.samples import NOW


def told(tx: Transaction, community: Community, text: str, *, logged: bool = False) -> None:
    """A resident with a phone and a door, and a helper who is sent a text."""
    home = places.write(tx, "b3", None, "building", "3号楼", "Building 3", 1)
    resident, helper = people.create(tx, "zh-CN", NOW), people.create(tx, "zh-CN", NOW)
    resident.phone, resident.place_id, resident.door = Phone("+8613000000001"), home.id, "2单元 502"
    people.save(tx, resident)
    addresses.create(tx, account="telegram:1", user="h", chat="h", person_id=helper.id, now=NOW)
    if logged:
        reveals.add(tx, resident.id, helper.id, None, "address and phone", NOW + timedelta(seconds=1))
    Speaker(tx, NOW, community).tell(helper.id, Message(text=Text("plain", {"text": text})))


async def found(url: str, keys: Keyring, text: str, *, logged: bool = False) -> int:
    database = await open_database(url, keys)
    await database.turn(lambda tx: told(tx, demo_community(), text, logged=logged))
    await database.close()
    return len(await unlogged(url, keys))


async def test_a_phone_that_is_not_logged_is_found(sqlite_url: str, keys: Keyring) -> None:
    assert await found(sqlite_url, keys, "电话：130 0000 0001") == 1


async def test_a_door_that_is_not_logged_is_found(sqlite_url: str, keys: Keyring) -> None:
    assert await found(sqlite_url, keys, "地点：和顺里小区3号楼 2单元 502") == 1


async def test_what_is_logged_is_in_order(sqlite_url: str, keys: Keyring) -> None:
    assert await found(sqlite_url, keys, "地点：3号楼 2单元 502，130 0000 0001", logged=True) == 0


async def test_a_building_alone_tells_nobody(sqlite_url: str, keys: Keyring) -> None:
    assert await found(sqlite_url, keys, "地点：和顺里小区3号楼") == 0
