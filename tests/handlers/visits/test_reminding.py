"""Reminding: each step once, one message a person, the newest state after a standstill, nothing in quiet hours."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from handlers.turn import Speaker
from handlers.visits import arranging, reminding
from storage import absences, addresses, people, places, promises, visits, visits_due
from storage.transaction import Transaction
from storage.visits import Visit
from tests.bot.stage import ACCOUNT, MORNING, ZONE, Said, Service, demo_community, said

LIAISON, DEPUTY, SECRETARY, STREET = "联络员小林", "联络员小秦", "书记老何", "街道王主任"
MONDAY = date(2026, 11, 23)


@pytest.fixture
def here(service: Service) -> Service:
    """The demo community on each engine in turn."""
    return service


def at(day: date, clock: time = time(8, 30)) -> datetime:
    return datetime.combine(day, clock, ZONE).astimezone(UTC)


def who(tx: Transaction, name: str) -> int:
    person = people.read_by_code(tx, name)
    assert person is not None
    return person.id


async def seated(here: Service, *names: str) -> None:
    """They are reached: each by a chat that has their name."""

    def work(tx: Transaction) -> None:
        for name in names:
            addresses.create(tx, account=ACCOUNT, user=name, chat=name, person_id=who(tx, name), now=MORNING)

    await here.database.turn(work)


async def planned(here: Service, day: date, visitor: str | None = LIAISON, person: str = "王阿姨") -> Visit:
    def work(tx: Transaction) -> Visit:
        community = places.read_by_code(tx, "heshunli")
        assert community is not None
        return arranging.arrange(
            Speaker(tx, at(MONDAY - timedelta(days=10)), demo_community()),
            person_id=who(tx, person),
            place_id=community.id,
            kind=visits.ROUTINE,
            day=day,
            visitor_id=None if visitor is None else who(tx, visitor),
        )

    return await here.database.turn(work)


async def runs(here: Service, now: datetime) -> None:
    more = True
    while more:
        more = await here.database.turn(lambda tx: reminding.remind(Speaker(tx, now, demo_community())))


async def told(here: Service, name: str) -> list[Said]:
    return await here.database.read(lambda tx: said(tx, name))


async def test_after_a_standstill_the_newest_state_comes_once(here: Service) -> None:
    await seated(here, LIAISON, SECRETARY, STREET)
    await planned(here, MONDAY)
    await runs(here, at(MONDAY, time(9, 0)))  # nothing ran on the three days before
    (one,) = await told(here, LIAISON)
    assert "今天 1 户" in one.text and "王阿姨" in one.text
    await runs(here, at(MONDAY, time(10, 0)))
    assert len(await told(here, LIAISON)) == 1
    await runs(here, at(MONDAY + timedelta(days=12), time(9, 0)))  # nor on the twelve days after
    assert [each.text.count("王阿姨") for each in await told(here, SECRETARY)] == [1]
    (numbers,) = await told(here, STREET)
    assert "1 户" in numbers.text and "王阿姨" not in numbers.text
    await runs(here, at(MONDAY + timedelta(days=30)))
    assert len(await told(here, SECRETARY)) == len(await told(here, STREET)) == 1


async def test_what_is_for_today_comes_at_half_past_eight(here: Service) -> None:
    """Not a minute before it; three days before and the day before at the same time."""
    await seated(here, LIAISON)
    await planned(here, MONDAY)
    for days, said_then in ((-3, "三天后"), (-1, "明天"), (0, "今天")):
        day = MONDAY + timedelta(days=days)
        before = [each.text for each in await told(here, LIAISON)]
        assert await here.database.read(visits_due.next_due) == at(day, time(8, 30))
        await runs(here, at(day, time(8, 29)))
        assert [each.text for each in await told(here, LIAISON)] == before
        await runs(here, at(day, time(8, 30)))
        assert said_then in (await told(here, LIAISON))[-1].text


async def test_one_that_still_waits_to_be_sent_is_replaced(here: Service) -> None:
    await seated(here, LIAISON)
    await planned(here, MONDAY)
    for days in (-3, -1, 0, 1):
        await runs(here, at(MONDAY + timedelta(days=days)))
    (one,) = await told(here, LIAISON)
    assert "没去成：王阿姨" in one.text


async def test_one_message_names_all_of_a_morning(here: Service) -> None:
    await seated(here, LIAISON)
    for days, person in ((0, "王阿姨"), (1, "李大爷"), (3, "老郑"), (2, "队长老周")):
        await planned(here, MONDAY + timedelta(days=days), person=person)
    await runs(here, at(MONDAY))
    (one,) = await told(here, LIAISON)
    assert "今天 1 户、明天 1 户、后天 1 户、三天后 1 户" in one.text  # the day after: its own step was missed
    assert [each.action.partition(":")[0] for each in one.choices] == ["visit.show"] * 4


async def test_quiet_hours_claim_nothing(here: Service) -> None:
    await seated(here, LIAISON)
    await planned(here, MONDAY)
    await runs(here, at(MONDAY - timedelta(days=1), time(22, 0)))
    assert await told(here, LIAISON) == []
    await runs(here, at(MONDAY))
    assert "今天 1 户" in (await told(here, LIAISON))[0].text


async def test_who_stands_in_hears_it_and_where_nobody_is_there_the_secretary(here: Service) -> None:
    await seated(here, LIAISON, DEPUTY, SECRETARY)
    await planned(here, MONDAY)

    def away(tx: Transaction) -> None:
        absences.add(tx, who(tx, LIAISON), None, at(MONDAY + timedelta(days=9)), at(MONDAY))

    await here.database.turn(away)
    await runs(here, at(MONDAY))
    assert await told(here, LIAISON) == []
    assert "您代 联络员小林 走访" in (await told(here, DEPUTY))[0].text

    def both(tx: Transaction) -> None:
        absences.add(tx, who(tx, DEPUTY), None, at(MONDAY + timedelta(days=9)), at(MONDAY))

    await here.database.turn(both)
    await planned(here, MONDAY + timedelta(days=1), visitor=None)
    await runs(here, at(MONDAY, time(9, 0)))
    assert "还没有人去" in (await told(here, SECRETARY))[0].text


async def test_a_promise_and_a_visit_come_in_one_message(here: Service) -> None:
    await seated(here, LIAISON)
    visit = await planned(here, MONDAY)

    def promise(tx: Transaction) -> None:
        promises.create(
            tx,
            visit_id=visit.id,
            person_id=visit.person_id,
            owner_id=who(tx, LIAISON),
            what="修收音机",
            day=MONDAY,
            request_id=None,
            remind_at=at(MONDAY),
            now=at(MONDAY - timedelta(days=3)),
        )

    await here.database.turn(promise)
    await runs(here, at(MONDAY))
    (one,) = await told(here, LIAISON)
    assert "今天 1 户" in one.text and "有 1 件到日子了" in one.text and "收音机" not in one.text


async def test_more_than_a_slice_is_told_in_one_message_to_each(here: Service) -> None:
    await seated(here, LIAISON, DEPUTY)
    for _ in range(reminding.SLICE):
        await planned(here, MONDAY)
    for _ in range(5):
        await planned(here, MONDAY, visitor=DEPUTY)
    await runs(here, at(MONDAY))
    (one,), (other,) = await told(here, LIAISON), await told(here, DEPUTY)
    assert f"今天 {reminding.SLICE} 户" in one.text or f"今天 {reminding.SLICE} 户" in other.text
    assert "今天 5 户" in one.text + other.text


async def test_a_secretary_away_without_a_cover_hears_what_nobody_else_would(here: Service) -> None:
    await seated(here, SECRETARY)
    await planned(here, MONDAY, visitor=None)

    def away(tx: Transaction) -> None:
        for name in (SECRETARY, LIAISON, DEPUTY):
            absences.add(tx, who(tx, name), None, at(MONDAY + timedelta(days=9)), at(MONDAY))

    await here.database.turn(away)
    await runs(here, at(MONDAY))
    assert "还没有人去" in (await told(here, SECRETARY))[0].text
