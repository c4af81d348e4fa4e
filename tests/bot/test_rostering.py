"""Rostering: a list is taken whole or not at all, what goes out comes back unchanged, and files are not kept long."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import spreadsheets
from bot.tasks import rostering
from bot.workbooks import workbook_bytes
from bot.workers import Workers
from handlers.incoming import Attachment
from handlers.packs.tables import Table
from handlers.privacy import retention
from handlers.rosters import roster_known, roster_lists, roster_plan, roster_rows, roster_taking
from handlers.rosters.roster_plan import SAME, Plan
from handlers.turn import Speaker
from storage import addresses, people, places, reveals
from storage.database import Database
from storage.media import MediaFolder
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, MORNING, RESIDENT, Service, demo_community

SECRETARY = "143"
TITLES = ["姓名", "电话", "小区", "楼栋", "联络员"]


def workers(service: Service, database: Database, folder: Path) -> Workers:
    community = demo_community()
    media = MediaFolder(folder / "media", database)
    return Workers(database, {}, media, lambda: community, service.clock, lambda: None)


async def seat(database: Database) -> None:
    def work(tx: Transaction) -> None:
        person = people.read_by_code(tx, "书记老何")
        assert person is not None
        addresses.create(tx, account=ACCOUNT, user=SECRETARY, chat=SECRETARY, person_id=person.id, now=MORNING)

    await database.turn(work)


async def send(service: Service, database: Database, folder: Path, table: Table) -> None:
    """The secretary sends a list, and it is read."""
    digest = MediaFolder(folder / "media", database).put(workbook_bytes({"名单": table}))
    await service.command(SECRETARY, "roster", media=(Attachment("file", digest=digest, name="名单.xlsx"),))
    assert await workers(service, database, folder).step()


def many(n: int) -> Table:
    return [list(TITLES), *([f"王{i}", f"1310000{i:04d}", "和顺里小区", f"{1 + i % 12}号楼", "小林"] for i in range(n))]


async def test_a_list_is_taken_in_one_turn(service: Service, demo: Database, tmp_path: Path) -> None:
    await seat(demo)
    before = await service.count("cards")
    await send(service, demo, tmp_path, many(60))
    assert await service.count("cards") == before
    await service.press_label(SECRETARY, "收下")
    assert await workers(service, demo, tmp_path).step()
    assert "新加 60 位" in (await service.last(SECRETARY)).text
    assert await service.count("cards") == before + 60
    assert await service.count("people", "state = 'known'") == 60
    assert await service.count("rhythms", "kind = 'routine' AND next_on IS NOT NULL") >= 60
    assert await service.count("rosters", "state = 'taken' AND media_id IS NULL AND added = 60") == 1
    await send(service, demo, tmp_path, many(60))
    assert "60 位都没有变动" in (await service.last(SECRETARY)).text


async def test_what_fails_on_the_way_has_changed_nothing(
    service: Service, demo: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    await seat(demo)
    before = [await service.count(table) for table in ("cards", "people", "rhythms", "card_changes")]
    await send(service, demo, tmp_path, many(5))
    await service.press_label(SECRETARY, "收下")
    monkeypatch.setattr(roster_taking, "_tell_liaisons", broken)
    for _ in range(10):
        await workers(service, demo, tmp_path).step()
        service.clock.forward(3600)
    assert [await service.count(table) for table in ("cards", "people", "rhythms", "card_changes")] == before
    assert "什么都没改" in (await service.last(SECRETARY)).text
    assert await service.count("rosters", "state = 'lost' AND media_id IS NULL") == 1


async def test_many_faults_come_as_a_file(service: Service, demo: Database, tmp_path: Path) -> None:
    await seat(demo)
    await send(service, demo, tmp_path, [list(TITLES), *([f"王{i}", "12", "", "", ""] for i in range(30))])
    told = await service.last(SECRETARY)
    assert "有 30 处要改" in told.text and "还有 10 处" in told.text
    (digest,) = told.message.media
    table = spreadsheets.read(MediaFolder(tmp_path / "media", demo).get(digest))
    assert table[0] == ["行", "列", "问题"] and table[1] == [2, "电话", "不是能打通的号码"] and len(table) == 31


async def test_what_goes_out_comes_back_and_changes_nothing(service: Service, demo: Database, tmp_path: Path) -> None:
    await seat(demo)
    for label in ("导出 Excel", "导出 CSV"):
        await service.command(SECRETARY, "roster")
        await service.press_label(SECRETARY, label)
        assert await workers(service, demo, tmp_path).step()
        told = await service.last(SECRETARY)
        assert told.message.sensitive
        (digest,) = told.message.media
        table = spreadsheets.read(MediaFolder(tmp_path / "media", demo).get(digest))
        assert table[0] == roster_lists.titles("zh-CN") and len(table) == 5
        reading = roster_rows.read(table)
        assert not reading.faults and not reading.left

        def plan(tx: Transaction, reading: roster_rows.Reading = reading) -> Plan:
            speaker, place = Speaker(tx, MORNING, demo_community()), places.read_by_code(tx, "heshunli")
            assert place is not None
            return roster_plan.plan(reading.rows, roster_known.gather(speaker, place, reading.rows))

        found = await demo.read(plan)
        assert (found.faults, [step.kind for step in found.steps]) == ((), [SAME] * 4)

    def read_by(tx: Transaction) -> list[str]:
        resident = addresses.find(tx, ACCOUNT, RESIDENT)
        assert resident is not None and resident.person_id is not None
        return [each.what for each in reveals.of_subject(tx, resident.person_id)]

    assert await demo.read(read_by) == ["roster", "roster"]


async def test_files_of_lists_go_after_a_week(service: Service, demo: Database, tmp_path: Path) -> None:
    await seat(demo)
    await send(service, demo, tmp_path, many(1))
    community = demo_community()
    night = MORNING + timedelta(days=8, hours=17)  # two o'clock there

    for days in (0, 8):
        moment = night - timedelta(days=8 - days)
        await demo.turn(lambda tx, moment=moment: retention.forget_old(Speaker(tx, moment, community)))
        assert await service.count("rosters", "media_id IS NOT NULL") == (1 if days == 0 else 0)
    assert await service.count("rosters", "state = 'declined'") == 1
    assert await service.count("tasks", "kind = 'forget file'") == 1


def test_a_cell_that_looks_like_a_formula_is_disarmed() -> None:
    data = rostering._file([["姓名"], ["=HYPERLINK(1)"]], "csv", "zh-CN", False)
    assert data.decode("utf-8-sig") == "姓名\r\n'=HYPERLINK(1)\r\n"
    assert (
        roster_rows.read([["姓名", "电话"], *([*row, "13000000001"] for row in spreadsheets.read(data)[1:])])
        .rows[0]
        .name
        == "=HYPERLINK(1)"
    )
