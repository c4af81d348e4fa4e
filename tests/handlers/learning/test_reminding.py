"""Reminding: once each morning; the first day has missed nothing, a later one is made up for."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.learning import reminding
from handlers.turn import Speaker
from storage import people, unanswered
from storage.transaction import Transaction
from tests.bot.stage import COORDINATOR, RESIDENT, Service, demo_community

HERE = ZoneInfo("Asia/Shanghai")


async def run(service: Service, at: str) -> int:
    """Runs the job at a local time; returns how many messages the coordinator has got by then."""
    now = datetime.fromisoformat(at).replace(tzinfo=HERE).astimezone(service.clock.now().tzinfo)
    assert not await service.database.turn(lambda tx: reminding.each_morning(Speaker(tx, now, demo_community())))
    return sum("没人能答" in said.text for said in await service.said(COORDINATOR))


async def ask(service: Service) -> None:
    def work(tx: Transaction) -> None:
        person = people.read_by_code(tx, "王阿姨")
        assert person is not None
        unanswered.create(tx, person.id, "无人机能飞吗", service.clock.now())

    await service.database.turn(work)


async def test_once_each_morning(service: Service) -> None:
    await ask(service)
    assert await run(service, "2026-11-24T08:29") == 0
    assert await run(service, "2026-11-24T08:30") == 1
    assert await run(service, "2026-11-24T08:35") == 1
    assert await run(service, "2026-11-25T08:30") == 2
    assert not [said for said in await service.said(RESIDENT) if "没人能答" in said.text]


async def test_a_new_service_has_missed_nothing_and_a_missed_morning_is_made_up_for(service: Service) -> None:
    await ask(service)
    assert await run(service, "2026-11-24T15:00") == 0
    assert await run(service, "2026-11-25T08:45") == 1
    assert await run(service, "2026-11-26T11:00") == 2
    assert await run(service, "2026-11-27T20:30") == 2


async def test_nothing_to_answer_says_nothing(service: Service) -> None:
    assert await run(service, "2026-11-24T08:30") == 0


async def test_owners_are_the_desk_or_somebody_by_name(service: Service) -> None:
    def work(tx: Transaction) -> tuple[int, int, int]:
        speaker = Speaker(tx, service.clock.now() + timedelta(days=1), demo_community())
        return tuple(len(reminding.owners(speaker, owner)) for owner in ("陈主任", "", "没有这个人"))  # type: ignore

    assert await service.database.read(work) == (1, 0, 0)
