"""The people of the cast as rows, inserted in bulk: they have joined, and are reachable on Telegram."""

from collections.abc import Sequence
from datetime import datetime

from benchmarks.dialogue import BOT, Neighbour
from benchmarks.linli.bulk import Bulk
from storage import people
from storage.ids import IdMaker
from storage.sealing import Keyring
from storage.times import to_ms

ACCOUNT = f"telegram:{BOT['id']}"
PERSON = (
    *("id", "state", "language", "name_sealed", "phone_sealed", "phone_hash", "door_sealed"),
    *("consented_at", "created_at"),
)
DIALOGUE = ("id", "updated_at")
ADDRESS = ("id", "account", "user_key", "chat_key", "person_id", "language", "state", "seen_at", "created_at")


def fill(bulk: Bulk, keys: Keyring, ids: IdMaker, neighbours: Sequence[Neighbour], now: datetime) -> list[int]:
    """Makes the neighbours known, sealed as the service does it; returns their ids in order.

    A person's address has the id of the person: the bench needs no second list.
    """
    at = to_ms(now)
    numbers = [ids.next() for _ in neighbours]
    pairs = zip(numbers, neighbours, strict=True)
    bulk.insert("people", PERSON, (_person(keys, number, each, at) for number, each in pairs))
    bulk.insert("dialogues", DIALOGUE, ((number, at) for number in numbers))
    pairs = zip(numbers, neighbours, strict=True)
    bulk.insert("addresses", ADDRESS, (_address(number, each.user, at) for number, each in pairs))
    return numbers


def _person(keys: Keyring, number: int, each: Neighbour, at: int) -> tuple[object, ...]:
    return (
        number,
        "joined",
        "zh-CN",
        keys.seal(f"{people.NAME}:{number}", each.name.encode()),
        keys.seal(f"{people.PHONE}:{number}", each.phone.encode()),
        keys.keyed_hash(each.phone.encode()),
        keys.seal(f"{people.DOOR}:{number}", each.door.encode()),
        at,
        at,
    )


def _address(number: int, user: int, at: int) -> tuple[object, ...]:
    return (number, ACCOUNT, str(user), str(user), number, "zh-CN", "open", at, at)
