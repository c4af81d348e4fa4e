"""Albums: each part is stored and acknowledged by itself; all of them are handled as one."""

import asyncio
from pathlib import Path

from bot.clock import WallClock
from bot.community import Base
from bot.renewal import Renewal
from bot.waiting import Waiting
from handlers.incoming import Attachment
from storage import packs
from storage.database import Database, open_database
from storage.times import to_ms
from tests.bot.stage import KEYS, MORNING, RESIDENT, SECOND, Clock, Service


async def part(service: Service, number: int, words: str = "", user: str = RESIDENT, album: str = "a") -> None:
    photo = (Attachment("photo", file=f"AgF{number}", mime="image/jpeg", size=1000),)
    await service.say(user, words, media=photo, album=album)


def waiting(service: Service) -> Waiting:
    community = service.dispatch.community
    renewal = Renewal(service.database, service.dispatch, Base(community.pack, community.snapshot, to_ms(MORNING)))
    return Waiting(service.database, service.intake, service.clock, renewal)


async def test_parts_are_stored_and_acknowledged_and_nothing_is_said_yet(service: Service) -> None:
    for number in range(3):
        await part(service, number)
    assert await service.count("inbox", "state = 'waiting'") == 3
    assert await service.said(RESIDENT) == []


async def test_an_album_is_handled_as_one_after_its_last_part(service: Service, clock: Clock) -> None:
    looking = waiting(service)
    await part(service, 1, "三楼漏水")
    clock.forward(1.0)
    await part(service, 2)
    clock.forward(1.0)
    await looking.step()
    assert await service.said(RESIDENT) == [], "the second part moved the moment"
    clock.forward(0.5)
    await looking.step()
    assert len(await service.said(RESIDENT)) == 1
    assert await service.count("media") == 2 and await service.count("tasks") == 2
    assert await service.count("inbox", "state = 'waiting'") == 0
    await looking.step()
    assert len(await service.said(RESIDENT)) == 1


async def test_the_senders_next_update_ends_the_waiting(service: Service) -> None:
    await part(service, 1)
    await part(service, 2, "楼道灯坏了", user=SECOND, album="b")
    await service.press(RESIDENT, "menu.my")
    said = [one.text for one in await service.said(RESIDENT)]
    assert "收到了" in said[0] and "还没有提过" in said[1], "the album comes first"
    assert await service.said(SECOND) == [], "another sender's album still waits"


async def test_two_albums_stay_two(here: Service, clock: Clock) -> None:
    await part(here, 1, "三楼漏水", album="a")
    await part(here, 2, album="a")
    await here.command(RESIDENT, "my")
    await part(here, 3, album="b")
    clock.forward(2)
    await waiting(here).step()
    assert await here.count("media") == 3
    assert await here.count("inbox", "state = 'waiting'") == 0


async def test_a_repeated_part_counts_once(service: Service, clock: Clock) -> None:
    photo = (Attachment("photo", file="AgF1"),)
    event = await service.say(RESIDENT, media=photo, album="a")
    await asyncio.gather(*(service.intake.receive(event) for _ in range(5)))
    clock.forward(2)
    await waiting(service).step()
    await service.intake.receive(event)
    assert await service.count("media") == 1 and len(await service.said(RESIDENT)) == 1


async def test_an_album_survives_a_restart(demo_url: str, tmp_path: Path, clock: Clock) -> None:
    first = await open_database(demo_url, KEYS)
    await part(Service(first, tmp_path / "media", clock), 1, "楼道灯坏了")
    await first.close()
    again = await open_database(demo_url, KEYS)
    try:
        service = Service(again, tmp_path / "media", clock, first_update=100)
        clock.forward(2)
        await waiting(service).step()
        assert len(await service.said(RESIDENT)) == 1 and await service.count("media") == 1
    finally:
        await again.close()


async def test_two_processes_handle_an_album_once(demo_url: str, tmp_path: Path, clock: Clock) -> None:
    both = [await open_database(demo_url, KEYS) for _ in range(2)]
    try:
        services = [Service(database, tmp_path / "media", clock) for database in both]
        for round_number in range(5):
            photo = (Attachment("photo", file=f"AgF{round_number}"),)
            await services[0].say(RESIDENT, media=photo, album=f"album {round_number}")
            clock.forward(2)
            await asyncio.gather(*(waiting(each).step() for each in services))
        assert await services[0].count("media") == 5
    finally:
        for database in both:
            await database.close()


async def test_without_a_look_the_album_is_handled_in_real_time_too(small: Database, tmp_path: Path) -> None:
    """The task beside the inbox saves the wait for the next look; the wall clock is the one that counts here."""
    service = Service(small, tmp_path / "media", WallClock())  # type: ignore[arg-type]
    await part(service, 1)
    while not await service.said(RESIDENT):
        await asyncio.sleep(0.05)
    assert await service.count("inbox", "state = 'waiting'") == 0


async def test_a_pack_that_was_loaded_meanwhile_is_taken_up(here: Service, clock: Clock) -> None:
    looking = waiting(here)
    before = here.dispatch.community
    await looking.step()
    assert here.dispatch.community is before
    files = await here.database.read(packs.read_files)
    clock.forward(1)
    changed = {**files, "pack.yaml": files["pack.yaml"].replace("000-5550-0101", "000-5550-9999")}
    await here.database.turn(lambda tx: packs.write_files(tx, changed, here.clock.now()))
    await looking.step()
    assert here.dispatch.community.pack.desk.phone == "000-5550-9999"
