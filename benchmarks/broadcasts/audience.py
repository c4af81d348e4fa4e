"""Whom the bench `broadcast` writes to: residents on Telegram, and a broadcast whose list is made and goes out."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from benchmarks.linli.bulk import bulk
from bot.commands.load import find_pack, load_pack
from handlers.broadcasts import content
from handlers.broadcasts.content import Content
from storage import broadcasts, people, places
from storage.broadcasts import DRAFT, ROUTINE, SENDING, Broadcast
from storage.database import open_database
from storage.ids import IdMaker
from storage.sealing import Keyring
from storage.times import to_ms
from storage.transaction import Transaction

FIRST_USER = 700_001
HOME = "heshun-1"
WORDS = "今晚八点到明早六点停水"
TITLE = "停水通知"
SILENT_AFTER = timedelta(days=1)  # long enough that the ladder says nothing of its own while the bench runs
PERSON = ("id", "state", "language", "name_sealed", "place_id", "consented_at", "created_at")
ADDRESS = ("id", "account", "user_key", "chat_key", "person_id", "language", "state", "seen_at", "created_at")
RECIPIENT = ("id", "broadcast_id", "person_id", "place_id", "state")


def users(number: int) -> range:
    """Telegram's ids of so many residents."""
    return range(FIRST_USER, FIRST_USER + number)


async def found(url: str, keys: Keyring, account: str, number: int) -> int:
    """Makes the database with so many residents, all on the list of a broadcast; returns its id."""
    now, ids = datetime.now(UTC), IdMaker()
    opened = await open_database(url, keys)
    try:
        await load_pack(opened, find_pack("demo"))
        home = await opened.read(lambda tx: places.read_by_code(tx, HOME))
        if home is None:
            raise LookupError(HOME)
        known = list(zip([ids.next() for _ in range(number)], users(number), strict=True))
        with bulk(url) as rows:
            rows.insert("people", PERSON, _people(keys, known, home.id, now))
            rows.insert("dialogues", ("id", "updated_at"), ((person, to_ms(now)) for person, _ in known))
            rows.insert("addresses", ADDRESS, _addresses(known, account, now))
        broadcast = await opened.turn(lambda tx: _draft(tx, known[0][0], home.id, now))
        with bulk(url) as rows:
            listed = ((ids.next(), broadcast.id, person, home.id, "queued") for person, _ in known)
            rows.insert("recipients", RECIPIENT, listed)
        await opened.turn(lambda tx: _send(tx, broadcast, now))
    finally:
        await opened.close()
    return broadcast.id


def _people(keys: Keyring, known: list[tuple[int, int]], home: int, now: datetime) -> Iterator[tuple[object, ...]]:
    at = to_ms(now)
    for person, user in known:
        name = keys.seal(f"{people.NAME}:{person}", f"居民{user}".encode())
        yield person, "joined", "zh-CN", name, home, at, at


def _addresses(known: list[tuple[int, int]], account: str, now: datetime) -> Iterator[tuple[object, ...]]:
    at = to_ms(now)
    for person, user in known:
        yield person, account, str(user), str(user), person, "zh-CN", "open", at, at


def _draft(tx: Transaction, drafter: int, place: int, now: datetime) -> Broadcast:
    said = Content(TITLE, WORDS)
    return broadcasts.create(
        tx,
        place_id=place,
        drafter_id=drafter,
        kind=ROUTINE,
        body=content.encode(said),
        words=said.whole,
        audience="",
        silent_after=SILENT_AFTER,
        now=now,
    )


def _send(tx: Transaction, broadcast: Broadcast, now: datetime) -> None:
    broadcasts.move(tx, broadcast.id, DRAFT, SENDING)
    broadcasts.begin(tx, broadcast.id, now)
    broadcasts.set_feed(tx, broadcast.id, now)
