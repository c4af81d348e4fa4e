"""How long things are kept: before the limit they are there, after it they are gone, in the tables and on the disk."""

from datetime import timedelta
from pathlib import Path

import pytest

from handlers.privacy.retention import LOGS_KEPT, forget_old
from handlers.turn import Speaker
from storage import inbox, line, parked, request_events, tasks, web_chat
from storage.transaction import Transaction
from tests.bot.stage import DESK, RESIDENT, Service, demo_community
from tests.handlers.kept import DAY, finished, folder_of, in_the_clear, nights, on_disk, request

PHONE = "13800001111"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the service keeps its files."""
    return tmp_path


async def test_photos_go_after_thirty_days(service: Service, path: Path) -> None:
    number = await finished(service, path)
    await nights(service, path, after=29 * DAY)
    assert (await service.count("request_media"), await service.count("media"), on_disk(path)) == (1, 1, 1)
    await nights(service, path, after=2 * DAY)
    assert (await service.count("request_media"), await service.count("media"), on_disk(path)) == (0, 0, 0)
    assert await service.count("assignments", "codes_sealed IS NOT NULL") == 0
    assert (await request(service, number)).details.phone == f"+86{PHONE}"


async def test_address_and_phone_go_after_ninety_days_also_from_the_words(service: Service, path: Path) -> None:
    number = await finished(service, path)
    await nights(service, path, after=89 * DAY)
    before = await request(service, number)
    assert (before.details.phone, "502" in before.details.address) == (f"+86{PHONE}", True)
    await nights(service, path, after=2 * DAY)
    after = await request(service, number)
    assert (after.details.phone, after.details.address) == ("", "")
    assert after.details.words.startswith("楼道灯坏了") and PHONE not in after.details.words
    assert after.note.startswith("换了灯泡") and PHONE not in after.note
    said = await service.database.read(lambda tx: line.of_request(tx, number, 10))
    assert [one.said.words.startswith("我在家") and PHONE not in one.said.words for one in said] == [True]


async def test_words_go_after_two_years_and_the_figures_stay(service: Service, path: Path) -> None:
    number = await finished(service, path)
    events = await service.database.read(lambda tx: request_events.of_request(tx, number))
    await nights(service, path, after=91 * DAY)
    await nights(service, path, after=638 * DAY)
    assert (await request(service, number)).details.words != ""
    assert await service.count("reveals") > 0
    await nights(service, path, after=2 * DAY)
    gone = await request(service, number)
    assert (gone.details.words, gone.note, gone.outcome, gone.state) == ("", "", "solved", "confirmed")
    assert (await service.count("line_messages"), await service.count("reveals")) == (0, 0)
    kept = await service.database.read(lambda tx: request_events.of_request(tx, number))
    assert [(one.move, one.at) for one in kept] == [(one.move, one.at) for one in events]
    assert not any(one.note for one in kept)
    left = await in_the_clear(service.database, "service_requests", "request_events", "line_messages")
    assert left and "楼道灯" not in left and "换了灯泡" not in left


async def test_an_emergency_is_kept_whole_for_three_years(service: Service, path: Path) -> None:
    await service.say(RESIDENT, "着火了")
    rows = await service.database.read(lambda tx: tx.all("SELECT id FROM service_requests"))
    close = "UPDATE service_requests SET state = 'confirmed', closed_at = created_at"
    await service.database.turn(lambda tx: tx.run(close))
    await nights(service, path, after=31 * DAY)
    await nights(service, path, after=1060 * DAY)
    assert "着火" in (await request(service, rows[0]["id"])).details.words
    await nights(service, path, after=5 * DAY)
    assert (await request(service, rows[0]["id"])).details.words == ""


async def test_what_is_open_is_not_touched(service: Service, path: Path) -> None:
    await service.ask_for_lamp()
    await nights(service, path, after=800 * DAY)
    assert await service.count("service_requests", "forgotten = 0") == 1
    assert "楼道灯坏了" in await in_the_clear(service.database)


async def test_photos_that_were_never_sent_off_go_too(service: Service, path: Path) -> None:
    digest = folder_of(service, path).put(b"never sent off")
    sql = "INSERT INTO media (id, digest, kind, mime, size, created_at) VALUES (7, :digest, 'photo', 'x', 1, :at)"
    at = int(service.clock.now().timestamp() * 1000)
    await service.database.turn(lambda tx: tx.run(sql, digest=digest, at=at))
    await nights(service, path, after=29 * DAY)
    assert on_disk(path) == 1
    await nights(service, path, after=2 * DAY)
    assert (on_disk(path), await service.count("media")) == (0, 0)


async def test_bytes_that_another_row_names_stay(service: Service, path: Path) -> None:
    """The same photo, sent again meanwhile: one file, two rows."""
    number = await finished(service, path)
    digest = (await service.database.read(lambda tx: tx.get("SELECT digest FROM media")))["digest"]
    later = service.clock.now() + 31 * DAY
    await service.database.turn(lambda tx: web_chat.add(tx, "c", "{}", {digest: "image/jpeg"}, now=later))
    await nights(service, path, after=31 * DAY)
    assert await service.count("request_media", "request_id = :id", id=number) == 0
    assert on_disk(path) == 1


async def test_bubbles_with_photos_go_after_thirty_days_others_after_ninety(service: Service, path: Path) -> None:
    digest, now = folder_of(service, path).put(b"shown"), service.clock.now()
    await service.database.turn(lambda tx: web_chat.add(tx, "c", "words", {}, now=now))
    await service.database.turn(lambda tx: web_chat.add(tx, "c", "a photo", {digest: "image/jpeg"}, now=now))
    await nights(service, path, after=31 * DAY)
    assert (await service.count("web_messages"), await service.count("web_media"), on_disk(path)) == (1, 0, 0)
    await nights(service, path, after=60 * DAY)
    assert await service.count("web_messages") == 0


async def test_logs_and_failures_go(service: Service, path: Path) -> None:
    def leave(tx: Transaction) -> None:
        row = inbox.take(tx, "telegram:1", "u1", service.clock.now())
        assert row is not None
        inbox.park(tx, row, "what was said")
        parked.create(tx, row, None, "ValueError", "frames", service.clock.now())
        tasks.give_up(tx, tasks.add(tx, "chart", "{}", service.clock.now()), "no")

    await service.database.turn(leave)
    await nights(service, path, after=29 * DAY)
    assert await service.count("inbox", "payload_sealed IS NOT NULL") == 1
    assert await service.count("tasks", "state = 'failed'") == 1
    await nights(service, path, after=2 * DAY)
    assert await service.count("inbox", "payload_sealed IS NOT NULL") == 0
    assert await service.count("tasks", "state = 'failed'") == 0
    assert await service.count("parked_turns") == 1
    await nights(service, path, after=LOGS_KEPT)
    assert await service.count("parked_turns") == 0


async def test_files_that_were_taken_away_go_after_a_week(service: Service, path: Path) -> None:
    await service.command(RESIDENT, "mydata")
    await service.press_label(RESIDENT, "带走一份")
    await nights(service, path, after=timedelta())
    assert (await service.count("exports"), on_disk(path)) == (2, 2)
    await nights(service, path, after=8 * DAY)
    assert (await service.count("exports"), await service.count("media"), on_disk(path)) == (0, 0, 0)


async def test_by_day_nothing_is_done(service: Service, path: Path) -> None:
    await finished(service, path)
    service.clock.time += 40 * DAY
    assert not await service.database.turn(lambda tx: forget_old(Speaker(tx, service.clock.now(), demo_community())))
    assert await service.count("request_media") == 1


async def test_a_slice_says_whether_there_is_more(service: Service, path: Path) -> None:
    await finished(service, path)
    service.clock.time = (service.clock.time + 40 * DAY).replace(hour=18)

    async def one() -> bool:
        return await service.database.turn(lambda tx: forget_old(Speaker(tx, service.clock.now(), demo_community())))

    assert await one()
    while await one():
        pass
    assert not await one()


async def test_who_left_is_known_for_thirty_days_more(service: Service, path: Path) -> None:
    await service.press(RESIDENT, "leave.sure")
    await nights(service, path, after=29 * DAY)
    assert await service.count("addresses", "user_key = :user", user=RESIDENT) == 1
    await nights(service, path, after=2 * DAY)
    assert await service.count("addresses", "user_key = :user OR chat_key = :user", user=RESIDENT) == 0
    await service.say(RESIDENT, "在吗")
    assert "您同意吗" in (await service.last(RESIDENT)).text


async def test_who_left_with_an_open_emergency_stays_within_reach(service: Service, path: Path) -> None:
    await service.say(RESIDENT, "着火了")
    await service.press(RESIDENT, "leave.sure")
    await nights(service, path, after=31 * DAY)
    assert await service.count("addresses", "user_key = :user", user=RESIDENT) == 1


async def test_a_caller_is_forgotten_with_the_address_of_their_last_request(service: Service, path: Path) -> None:
    await service.command(DESK, "enter")
    for words in ("13912345678", "孟婆婆", "和顺里小区6号楼1单元202", "厨房水龙头一直漏水"):
        await service.say(DESK, words)
    await service.press_label(DESK, "户内水管小修")
    await service.press_label(DESK, "登记")
    await nights(service, path, after=100 * DAY)
    assert "孟婆婆" in await in_the_clear(service.database, "people"), "it is open still"
    close = "UPDATE service_requests SET state = 'confirmed', closed_at = :at"
    at = int(service.clock.now().timestamp() * 1000)
    await service.database.turn(lambda tx: tx.run(close, at=at))
    await nights(service, path, after=89 * DAY)
    assert "孟婆婆" in await in_the_clear(service.database, "people")
    await nights(service, path, after=2 * DAY)
    left = await in_the_clear(service.database, "people")
    assert "孟婆婆" not in left and "13912345678" not in left and "王阿姨" in left
    assert await service.count("people", "state = 'known'") == 0
