"""Who can be told: nobody gets a task, and no group a card, where it would not be read."""

import pytest

from handlers.incoming import EventKind
from handlers.offering import unread
from handlers.routing import Job
from handlers.turn import Speaker
from tests.bot.stage import COORDINATOR, DESK, GROUP, HELPER, RESIDENT, SECOND, Service, demo_community


async def happens(here: Service, user: str, event: EventKind) -> None:
    """A block, or its end, in a private chat."""
    await here.say(user, event=event)


async def run(here: Service, job: Job) -> bool:
    """One slice of a job."""
    return await here.database.turn(lambda tx: job.run(Speaker(tx, here.clock.now(), demo_community())))


async def ids(here: Service, sql: str) -> int:
    return int((await here.database.read(lambda tx: tx.get(sql)))["id"])


async def test_who_blocked_us_cannot_take_a_task_before_writing_again(here: Service) -> None:
    card = await here.ask_for_lamp()
    await happens(here, HELPER, "blocked")
    await here.press_in_group(HELPER, card)
    assert "先私聊" in here.toasts[-1][1]
    assert await here.count("service_requests", "state = 'dispatched'") == 1
    await here.say(HELPER, "在")
    await here.press_in_group(HELPER, card)
    assert await here.count("service_requests", "state = 'claimed'") == 1


async def test_nobody_is_assigned_who_cannot_be_told(here: Service) -> None:
    await here.ask_for_lamp()
    request = await ids(here, "SELECT id FROM service_requests")
    helper = await ids(here, f"SELECT person_id AS id FROM addresses WHERE user_key = '{HELPER}'")
    await happens(here, HELPER, "blocked")
    await here.press(COORDINATOR, f"board.person:{request}/{helper}")
    assert "联系不上 小李" in (await here.last(COORDINATOR)).text
    assert await here.count("service_requests", "state = 'dispatched'") == 1


async def test_the_people_on_duty_are_told_only_where_they_can_be_reached(here: Service) -> None:
    await happens(here, COORDINATOR, "blocked")
    await happens(here, DESK, "blocked")
    await here.say(RESIDENT, "家里着火了")
    told = " ".join(said.text for said in await here.said(RESIDENT))
    assert "119" in told and "已经知道" not in told
    assert await here.said(COORDINATOR) == await here.said(DESK) == []


async def test_a_former_teams_card_cannot_be_taken_any_more(here: Service) -> None:
    card = await here.ask_for_lamp()
    request = await ids(here, "SELECT id FROM service_requests")
    other = await ids(here, "SELECT id FROM teams WHERE code = 'pingan'")
    bind = "UPDATE addresses SET account = 'telegram:424242' WHERE team_id = :team"
    await here.database.turn(lambda tx: tx.run(bind, team=other))
    await here.press(COORDINATOR, f"board.group:{request}/{other}")
    assert "已另作安排" in (await here.last(GROUP)).text
    await here.press_in_group(SECOND, card)
    assert "已经撤了" in here.toasts[-1][1]
    assert await here.count("offers", "state = 'open' AND team_id = :team", team=other) == 1
    assert await here.count("service_requests", "state = 'dispatched'") == 1


async def test_no_card_is_sent_to_a_group_without_readers(here: Service) -> None:
    await here.ask_for_lamp()
    request = await ids(here, "SELECT id FROM service_requests")
    other = await ids(here, "SELECT id FROM teams WHERE code = 'pingan'")
    await here.press(COORDINATOR, f"board.group:{request}/{other}")
    assert "没人看" in (await here.last(COORDINATOR)).text
    assert await here.count("offers", "team_id = :team", team=other) == 0


async def test_what_lies_in_a_group_that_threw_us_out_is_handed_to_staff(here: Service) -> None:
    """Once, and what still waited to be said there is dropped."""
    (job,) = unread.JOBS
    card = await here.ask_for_lamp()
    assert await run(here, job) is False
    assert await here.said(DESK) == []
    await here.say(HELPER, chat=GROUP, group=True, event="expelled")
    assert (await here.last(GROUP)).state == "gone"
    for _ in range(2):
        assert await run(here, job) is False
        assert [said.text.partition("\n")[0] for said in await here.said(DESK)] == ["队伍的群里没人看了，请另外安排："]
    await here.press_in_group(HELPER, card)
    assert await here.count("service_requests", "state = 'dispatched'") == 1
    await here.press_label(COORDINATOR, "指派")
    await here.press_label(COORDINATOR, "我来办")
    assert await here.count("service_requests", "state = 'claimed'") == 1


async def test_many_offers_are_handed_over_a_slice_at_a_time(here: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unread, "SLICE", 1)
    (job,) = unread.JOBS
    for _ in range(2):
        await here.ask_for_lamp()
    await here.say(HELPER, chat=GROUP, group=True, event="expelled")
    assert [await run(here, job) for _ in range(3)] == [True, True, False]
    assert await here.count("offers", "state = 'withdrawn'") == 2
    assert len(await here.said(DESK)) == 2
