"""Overviews: each sees what is theirs; a coordinator numbers without a name; what is forged is refused."""

from datetime import timedelta

import pytest

from handlers.turn import Speaker
from handlers.visits import arranging, overviews
from storage import absences, addresses, people, places, visits
from storage.people import Person
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, COORDINATOR, MORNING, RESIDENT, ZONE, Service, demo_community

LIAISON, COLLEAGUE, SECRETARY, STREET, ELSEWHERE = "131", "132", "143", "161", "155"
PEOPLE = {
    LIAISON: "联络员小林",
    COLLEAGUE: "联络员小秦",
    SECRETARY: "书记老何",
    STREET: "街道王主任",
    ELSEWHERE: "书记老方",
}
NAMES = ("王阿姨", "李大爷", "老郑", "小林", "小秦", "赵奶奶")


@pytest.fixture
async def ready(service: Service) -> Service:
    """Liaisons, secretaries and the street have addresses, too; on each engine in turn."""
    here = service

    def seat(tx: Transaction) -> None:
        for user, name in PEOPLE.items():
            addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=known(tx, name).id, now=MORNING)

    await here.database.turn(seat)
    return here


def known(tx: Transaction, name: str) -> Person:
    found = people.read_by_code(tx, name)
    assert found is not None
    return found


async def place(service: Service, code: str) -> int:
    found = await service.database.read(lambda tx: places.read_by_code(tx, code))
    assert found is not None
    return found.id


async def plan(service: Service, whom: str, days: int, visitor: str = LIAISON, second: str | None = None) -> int:
    """A visit so many days from today."""
    station = await place(service, "heshunli")

    def work(tx: Transaction) -> int:
        made = arranging.arrange(
            Speaker(tx, MORNING, demo_community()),
            person_id=known(tx, whom).id,
            place_id=station,
            kind=visits.ROUTINE,
            day=MORNING.astimezone(ZONE).date() + timedelta(days=days),
            visitor_id=known(tx, PEOPLE[visitor]).id,
            second_id=None if second is None else known(tx, PEOPLE[second]).id,
        )
        return made.id

    return await service.database.turn(work)


async def test_a_liaison_sees_today_the_week_and_what_is_late(ready: Service) -> None:
    for whom, days in (("王阿姨", 0), ("李大爷", 6), ("老郑", -3), ("Mary", 7)):
        await plan(ready, whom, days)
    await ready.command(LIAISON, "visits")
    told = await ready.last(LIAISON)
    assert "今天 1 户，七天内 2 户，过期 1 户" in told.text
    for label, wanted in (("今天", ["王阿姨"]), ("七天内", ["王阿姨", "李大爷"]), ("过期", ["老郑"])):
        await ready.press(LIAISON, told.action(label))
        listed = await ready.last(LIAISON)
        assert [str(each.label.values["name"]) for each in listed.choices] == wanted


async def test_who_goes_along_and_who_stands_in_see_it_too(ready: Service) -> None:
    await plan(ready, "王阿姨", 1, LIAISON, COLLEAGUE)
    await plan(ready, "李大爷", 1)
    await ready.command(COLLEAGUE, "visits")
    assert "七天内 1 户" in (await ready.last(COLLEAGUE)).text

    def away(tx: Transaction) -> None:
        cover = known(tx, PEOPLE[COLLEAGUE]).id
        absences.add(tx, known(tx, PEOPLE[LIAISON]).id, cover, MORNING + timedelta(days=9), MORNING)

    await ready.database.turn(away)
    await ready.command(COLLEAGUE, "visits")
    assert "七天内 2 户" in (await ready.last(COLLEAGUE)).text


async def test_a_long_list_has_pages_and_shows_everybody_once(ready: Service) -> None:
    names = ("王阿姨", "李大爷", "老郑", "Mary")
    ids = {await plan(ready, names[n % 4], -n - 1) for n in range(overviews.PAGE * 2 + 1)}
    await ready.press(LIAISON, "visits.list:late")
    seen = []
    for _ in range(3):
        told = await ready.last(LIAISON)
        seen += [each.action for each in told.choices if each.action.startswith("visit.show:")]
        if any(each.action.startswith("visits.list:") for each in told.choices):
            await ready.press_label(LIAISON, "更多")
    assert sorted(seen) == sorted(f"visit.show:{number}" for number in ids)


async def test_nothing_to_do_is_said_plainly(ready: Service) -> None:
    await ready.command(LIAISON, "visits")
    assert "没有要走访的" in (await ready.last(LIAISON)).text


async def test_a_secretary_sees_the_station_and_who_carries_how_much(ready: Service) -> None:
    await plan(ready, "王阿姨", -4)
    await plan(ready, "李大爷", 0, COLLEAGUE)
    await ready.command(SECRETARY, "visits")
    told = await ready.last(SECRETARY)
    assert "今天 1 户，七天内 1 户，过期 1 户" in told.text
    await ready.press(SECRETARY, told.action("过期"))
    (late,) = (await ready.last(SECRETARY)).choices
    assert (late.label.values["name"], late.label.values["n"]) == ("王阿姨", 4)
    await ready.press(SECRETARY, told.action("各人担子"))
    lines = (await ready.last(SECRETARY)).text.splitlines()
    assert lines[1].startswith("联络员小林") and "其中过期 1 户" in lines[1]
    assert lines[2].startswith("联络员小秦") and "七天内 1 户" in lines[2]


@pytest.mark.parametrize(("user", "stations"), [(COORDINATOR, 1), (STREET, 2)])
async def test_a_coordinator_sees_numbers_and_no_name(ready: Service, user: str, stations: int) -> None:
    await plan(ready, "王阿姨", -4)
    await plan(ready, "李大爷", 0)
    await ready.command(user, "visits")
    told = await ready.last(user)
    assert told.text.count("过期") == stations
    assert "和顺里社区：今天 1 户，七天内 1 户，过期 1 户" in told.text
    assert not [name for name in NAMES if name in told.text]
    assert told.choices == ()


@pytest.mark.parametrize("user", [RESIDENT, LIAISON, COORDINATOR, STREET, ELSEWHERE])
@pytest.mark.parametrize("verb", ["station", "late", "load"])
async def test_a_station_is_open_to_its_secretary_alone(ready: Service, user: str, verb: str) -> None:
    await plan(ready, "王阿姨", -4)
    await ready.press(user, f"visits.{verb}:{await place(ready, 'heshunli')}")
    assert "办不了" in (await ready.last(user)).text


@pytest.mark.parametrize("user", [RESIDENT, LIAISON, ELSEWHERE])
async def test_numbers_are_for_those_who_answer_for_the_place(ready: Service, user: str) -> None:
    await ready.press(user, f"visits.numbers:{await place(ready, 'heshunli')}")
    assert "办不了" in (await ready.last(user)).text


@pytest.mark.parametrize(
    "action",
    ["visits.list:x", "visits.list:", "visits.list:today/-1", "visits.list:late/x", "visits.list:late/99999",
     "visits.station:1", "visits.station:", "visits.late:x/1", "visits.numbers:99999999999999999999"],
)  # fmt: skip
async def test_a_forged_button_is_refused(ready: Service, action: str) -> None:
    await ready.press(SECRETARY, action)
    assert "不认识" in (await ready.last(SECRETARY)).text


async def test_a_resident_has_no_overview(ready: Service) -> None:
    await ready.command(RESIDENT, "visits")
    assert "办不了" in (await ready.last(RESIDENT)).text
