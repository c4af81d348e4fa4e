"""What these tests share: a finished request with everything that hangs on it, the nightly job, and the workers."""

from datetime import datetime, timedelta
from pathlib import Path

from bot.workers import Workers
from handlers.privacy import retention
from handlers.turn import Speaker
from storage import line, media, people, service_requests
from storage import schema as tables
from storage.database import Database
from storage.line import Said
from storage.media import MediaFolder, files_in
from storage.schema import SEALED
from storage.service_requests import ServiceRequest
from storage.transaction import Transaction
from tests.bot.stage import HELPER, LAMP, RESIDENT, Service, demo_community

WORDS = f"{LAMP}，我电话13800001111"
PHOTO = b"the bytes of a photo"
DAY = timedelta(days=1)


def folder_of(service: Service, path: Path) -> MediaFolder:
    """Where the service keeps its files."""
    return MediaFolder(path / "media", service.database)


async def finished(service: Service, path: Path, *, words: str = WORDS) -> int:
    """A request with a photo and a line, taken, finished, confirmed; returns its id."""
    digest = folder_of(service, path).put(PHOTO)
    await service.say(RESIDENT, words)
    await service.press_label(RESIDENT, "确认")
    card = next(each for each in reversed(await service.said("-500")) if each.choices)
    await service.press_in_group(HELPER, card.choices[0].action)
    request_id = await service.database.turn(lambda tx: _hang_on(tx, digest, service.clock.now()))
    await service.press_label(HELPER, "办好了")
    await service.say(HELPER, "换了灯泡，住户电话13800001111")
    await service.press_label(RESIDENT, "解决了")
    return request_id


def _hang_on(tx: Transaction, digest: str, now: datetime) -> int:
    """A photo, and a word on the private line."""
    person = people.read_by_code(tx, "王阿姨")
    assert person is not None
    request = service_requests.of_person(tx, person.id)[0]
    photo = media.create(tx, kind="photo", mime="image/jpeg", size=9, now=now, digest=digest)
    service_requests.add_medium(tx, request.id, photo)
    address = tx.get("SELECT id FROM addresses WHERE person_id = :id", id=person.id)["id"]
    line.create(
        tx,
        request_id=request.id,
        sender_id=person.id,
        address_id=address,
        message="m1",
        about_id=None,
        said=Said("我在家，打13800001111"),
        phones=True,
        media_ids=[],
        now=now,
    )
    return request.id


async def nights(service: Service, path: Path, *, after: timedelta) -> None:
    """Time passes; then one whole night's work is done, and the workers do theirs."""
    service.clock.time += after
    service.clock.time = service.clock.time.replace(hour=18, minute=0)  # two at night there
    more = True
    while more:
        more = await service.database.turn(
            lambda tx: retention.forget_old(Speaker(tx, service.clock.now(), demo_community()))
        )
    await work(service, path)


async def work(service: Service, path: Path) -> None:
    """Every task that is due is done."""
    folder = folder_of(service, path)
    workers = Workers(service.database, {}, folder, demo_community, service.clock, lambda: None)
    while await workers.step():
        pass


async def request(service: Service, request_id: int) -> ServiceRequest:
    """The request as it is now."""
    found = await service.database.read(lambda tx: service_requests.read(tx, request_id))
    assert found is not None
    return found


async def in_the_clear(database: Database, *only: str) -> str:
    """Every sealed value of every table (or of these alone), opened."""
    return await database.read(lambda tx: "\n".join(_opened(tx, database.engine_name, only)))


def _opened(tx: Transaction, engine: str, only: tuple[str, ...]) -> list[str]:
    found = []
    for table in tables.tables(tx, engine):
        if only and table.name not in only:
            continue
        for column in table.columns:
            if column.endswith(SEALED) and table.name != "settings":
                rows = tx.all(f"SELECT id, {column} AS sealed FROM {table.name} WHERE {column} IS NOT NULL")
                found += [tx.unseal(f"{table.name}.{column}", row["id"], bytes(row["sealed"])) for row in rows]
    return found


def on_disk(path: Path) -> int:
    """How many files the media folder holds."""
    return len(files_in(path / "media"))
