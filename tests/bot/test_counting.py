"""Counting: the worker's answer, whom it is told to, and what a forged or outdated button gets."""

from datetime import date
from pathlib import Path

import pytest

from bot.tasks import Tools
from bot.tasks.kinds import GIVEN_UP, KINDS
from bot.workers import Workers
from handlers.figures import rates, reports
from handlers.figures.rate_views import View
from storage import addresses, media, roles, tasks
from storage.database import Database
from storage.media import MediaFolder
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, COORDINATOR, HELPER, LEADER, RESIDENT, ZONE, Service, demo_community

MONTH = rates.period("m", date(2026, 11, 23), ZONE).code


def workers(service: Service, database: Database, folder: Path) -> Workers:
    community = demo_community()
    return Workers(database, {}, MediaFolder(folder, database), lambda: community, service.clock, lambda: None)


async def ended(service: Service, database: Database, user: str) -> None:
    """Somebody's roles end."""

    def work(tx: Transaction) -> None:
        address = addresses.find(tx, ACCOUNT, user)
        assert address is not None and address.person_id is not None
        for held in roles.of_person(tx, address.person_id):
            roles.end(tx, held.id, address.person_id, service.clock.now())

    await database.turn(work)


async def test_the_figures_come_with_a_picture_that_is_kept(service: Service, demo: Database, tmp_path: Path) -> None:
    await service.ask_for_lamp()
    await service.command(COORDINATOR, "rates")
    await service.press_label(COORDINATOR, "本月")
    assert await workers(service, demo, tmp_path / "media").step()
    told = await service.last(COORDINATOR)
    assert "应办 1 件" in told.text
    (digest,) = told.message.media
    kept = await demo.read(lambda tx: media.by_digest(tx, digest))
    assert kept is not None and kept.mime == "image/png"
    assert await service.count("tasks") == 0


async def test_nothing_to_count_gives_no_picture(here: Service, small: Database, tmp_path: Path) -> None:
    await here.command(COORDINATOR, "rates")
    await here.press_label(COORDINATOR, "今天")
    await workers(here, small, tmp_path / "media").step()
    told = await here.last(COORDINATOR)
    assert ("应办 0 件" in told.text, told.message.media) == (True, ())


async def test_whose_role_ended_meanwhile_is_told_nothing(here: Service, small: Database, tmp_path: Path) -> None:
    await here.command(COORDINATOR, "rates")
    await here.press_label(COORDINATOR, "本月")
    await ended(here, small, COORDINATOR)
    before = len(await here.said(COORDINATOR))
    await workers(here, small, tmp_path / "media").step()
    assert len(await here.said(COORDINATOR)) == before
    assert await here.count("tasks") == 0


@pytest.mark.parametrize("user", [RESIDENT, HELPER, LEADER])
@pytest.mark.parametrize("verb", ["see", "which"])
async def test_a_forged_button_opens_nobody_else_s_figures(here: Service, user: str, verb: str) -> None:
    """A leader has a team, and no place."""
    place = await here.database.read(lambda tx: tx.get("SELECT id FROM places WHERE code = 'heshunli'"))
    await here.press(user, f"rate.{verb}:{View(MONTH, place['id']).code}")
    assert "办不了" in (await here.last(user)).text
    assert await here.count("tasks") == 0


@pytest.mark.parametrize(
    "code",
    [
        "",
        "m261101",
        "m261102.1..-0",
        "m261101.1.x1.-0",
        "m261101.0..-0",
        "m261101.1..z0",
        "m261101.1..a-1",
        "m261101.1.t.-0",
    ],
)
async def test_a_broken_view_is_refused(here: Service, code: str) -> None:
    await here.press(COORDINATOR, f"rate.see:{code}")
    assert "按钮" in (await here.last(COORDINATOR)).text
    assert await here.count("tasks") == 0


async def test_a_place_that_is_gone_is_refused(here: Service) -> None:
    await here.press(COORDINATOR, f"rate.see:{View(MONTH, 4711).code}")
    assert "按钮" in (await here.last(COORDINATOR)).text


async def test_what_cannot_be_counted_is_said(here: Service, small: Database, tmp_path: Path) -> None:
    await here.command(COORDINATOR, "rates")
    await here.press_label(COORDINATOR, "本月")
    (task,) = await small.turn(lambda tx: tasks.take(tx, here.clock.now()))
    tools = Tools(small, {}, MediaFolder(tmp_path, small), demo_community, here.clock)
    await small.turn(lambda tx: GIVEN_UP[task.kind](tools.speaker(tx), task))
    assert "没算出来" in (await here.last(COORDINATOR)).text


async def test_an_unknown_kind_waits_for_a_newer_program(here: Service, small: Database, tmp_path: Path) -> None:
    """Another process, of a newer version, may know it."""
    await small.turn(lambda tx: tasks.add(tx, "of tomorrow", "{}", here.clock.now()))
    assert await workers(here, small, tmp_path).step()
    assert await here.count("tasks", "state = 'waiting' AND error_type = 'KeyError'") == 1


def test_every_kind_has_its_work() -> None:
    assert reports.COUNT in KINDS
    assert set(GIVEN_UP) <= set(KINDS)


def test_the_longest_view_fits_into_a_button() -> None:
    view = View(MONTH, 10**18 - 1, f"t{10**18 - 1}", "a", 9999)
    assert len(f"rate.which:{view.code}".encode()) <= 64
