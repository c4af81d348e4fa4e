"""Who of the staff is told: the nearest who are there, their covers, the level above; and who is called by phone."""

from collections.abc import Callable

from handlers import callbacks, staff
from handlers.message import Message, Text
from handlers.turn import Speaker
from storage import absences, people, places, service_requests
from storage.transaction import Transaction
from tests.bot.stage import DESK, RESIDENT, Service, demo_community
from tests.storage.samples import DAY, HOUR


def names(here: Service, tx: Transaction, found: list[int]) -> list[str]:
    return [people.read(tx, each).name for each in found]


def who(tx: Transaction, name: str) -> int:
    person = people.read_by_code(tx, name)
    assert person is not None
    return person.id


def spot(tx: Transaction, code: str) -> int:
    place = places.read_by_code(tx, code)
    assert place is not None
    return place.id


async def told(here: Service, prepare: Callable[[Transaction], None], roles: tuple[str, ...]) -> list[str]:
    """Who is told of something in building 3, after `prepare`."""

    def work(tx: Transaction) -> list[str]:
        prepare(tx)
        speaker = Speaker(tx, here.clock.now(), demo_community())
        return names(here, tx, staff.of_place(speaker, spot(tx, "heshun-3"), roles))

    return await here.database.turn(work)


def away(here: Service, name: str, cover: str | None) -> Callable[[Transaction], None]:
    def work(tx: Transaction) -> None:
        now = here.clock.now()
        absences.add(tx, who(tx, name), None if cover is None else who(tx, cover), now + DAY, now)

    return work


async def test_the_nearest_are_told_and_nobody_above_them(here: Service) -> None:
    assert await told(here, lambda tx: None, ("desk", "coordinator")) == ["值班小吴", "陈主任"]


async def test_a_cover_is_told_instead(here: Service) -> None:
    assert await told(here, away(here, "陈主任", "街道王主任"), ("coordinator",)) == ["街道王主任"]


async def test_without_a_cover_the_next_level_up_is_told(here: Service) -> None:
    assert await told(here, away(here, "陈主任", None), ("coordinator",)) == ["街道王主任"]
    assert await told(here, away(here, "街道王主任", None), ("coordinator",)) == []


async def test_a_cover_who_is_away_has_a_cover_too_and_circles_end(here: Service) -> None:
    def both(tx: Transaction) -> None:
        away(here, "值班小吴", "陈主任")(tx)
        away(here, "陈主任", "街道王主任")(tx)

    assert await told(here, both, ("desk", "coordinator")) == ["街道王主任"]
    circle = await told(here, away(here, "街道王主任", "值班小吴"), ("desk", "coordinator"))
    assert circle == []


async def test_an_absence_that_is_over_changes_nothing(here: Service) -> None:
    await told(here, away(here, "陈主任", "街道王主任"), ("coordinator",))
    here.clock.forward(DAY.total_seconds() + 1)
    assert await told(here, lambda tx: None, ("coordinator",)) == ["陈主任"]


async def test_the_level_above_is_the_next_one_that_is_manned(here: Service) -> None:
    def work(tx: Transaction) -> tuple[list[str], list[str]]:
        speaker = Speaker(tx, here.clock.now(), demo_community())
        above = staff.above(speaker, spot(tx, "heshun-3"))
        top = staff.above(speaker, spot(tx, "qinghe"))
        return names(here, tx, above), names(here, tx, top)

    assert await here.database.turn(work) == (["街道王主任"], [])


async def test_who_has_no_chat_is_called_by_the_desk_and_the_look_is_logged(here: Service) -> None:
    await here.ask_for_lamp()

    def work(tx: Transaction) -> int:
        tx.run("UPDATE addresses SET state = 'gone' WHERE person_id = :id", id=who(tx, "王阿姨"))
        found = service_requests.read(tx, tx.get("SELECT id FROM service_requests")["id"])
        assert found is not None
        speaker = Speaker(tx, here.clock.now(), demo_community())
        return callbacks.tell_all(speaker, found, Message(text=Text("request-received", known(found))))

    def known(found: service_requests.ServiceRequest) -> dict[str, object]:
        return {"number": found.number, "until": here.clock.now() + HOUR}

    looks = await here.count("reveals")
    assert await here.database.turn(work) == 0
    asked = await here.last(DESK)
    assert "王阿姨（130 0000 0001）" in asked.text and "20261123-0001" in asked.text
    assert await here.count("reveals") == looks + 1
    assert await here.count("timers", "kind = 'callback.waits' AND state = 'waiting'") == 1
    await here.press(RESIDENT, asked.action("已打电话"))
    assert await here.count("request_events", "move = 'called'") == 0
    await here.press(DESK, asked.action("已打电话"))
    assert await here.count("request_events", "move = 'called'") == 1
    assert await here.count("timers", "kind = 'callback.waits' AND state = 'cancelled'") == 1


async def test_whoever_has_left_is_not_called(here: Service) -> None:
    await here.ask_for_lamp()

    def work(tx: Transaction) -> bool:
        tx.run("UPDATE people SET state = 'left' WHERE id = :id", id=who(tx, "王阿姨"))
        found = service_requests.read(tx, tx.get("SELECT id FROM service_requests")["id"])
        assert found is not None
        speaker = Speaker(tx, here.clock.now(), demo_community())
        return callbacks.call_one(speaker, found, Message(text=Text("menu-ask")))

    assert not await here.database.turn(work)
    assert not [one for one in await here.said(DESK) if "打电话告诉" in one.text]
