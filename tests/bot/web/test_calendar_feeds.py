"""The calendar at its secret address: days and numbers, asked for again and again, gone when it is withdrawn."""

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
import vobject
from starlette.applications import Starlette

from bot.web.calendar_feeds import CalendarFeeds
from handlers.turn import Speaker
from handlers.visits import arranging
from storage import feeds, people, roles, visits
from storage.database import Database
from storage.people import Person
from storage.transaction import Transaction
from tests.bot.stage import MORNING, ZONE, Clock, demo_community

ADDRESS = "https://linli.example"
SECRETS = ("王阿姨", "李大爷", "3号楼", "502", "住院", "慰问", "130")


class Feed:
    """小林's calendar over a fresh demo community."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, Clock()
        routes = CalendarFeeds(database, demo_community, self.clock).routes()
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(Starlette(routes=routes)), base_url=ADDRESS)

    async def person(self, name: str) -> Person:
        found = await self.database.read(lambda tx: people.read_by_code(tx, name))
        assert found is not None
        return found

    async def renewed(self, name: str = "联络员小林") -> str:
        """The path of a new address."""
        person = await self.person(name)
        await self.database.turn(lambda tx: self._join(tx, person))
        token = await self.database.turn(lambda tx: feeds.renew(tx, person.id, MORNING))
        return f"/calendar/{token}.ics"

    async def plan(self, whom: str, days: int, visitor: str = "联络员小林") -> int:
        """A visit so many days from today; returns its id."""
        subject, going = await self.person(whom), await self.person(visitor)

        def work(tx: Transaction) -> int:
            speaker = Speaker(tx, MORNING, demo_community())
            day = MORNING.astimezone(ZONE).date() + timedelta(days=days)
            made = arranging.arrange(
                speaker,
                person_id=subject.id,
                place_id=subject.place_id or 0,
                kind=visits.ROUTINE,
                day=day,
                visitor_id=going.id,
            )
            return made.id

        return await self.database.turn(work)

    def _join(self, tx: Transaction, person: Person) -> None:
        person.state, person.consented_at = "joined", MORNING
        people.save(tx, person)


@pytest.fixture
async def feed(demo: Database) -> AsyncIterator[Feed]:
    made = Feed(demo)
    yield made
    await made.http.aclose()


async def days(feed: Feed, path: str) -> dict[str, str]:
    """What the calendar says, by day."""
    answer = await feed.http.get(path)
    assert answer.status_code == 200
    events = vobject.readOne(answer.text).contents.get("vevent", [])
    return {event.dtstart.value.strftime("%m-%d"): event.summary.value for event in events}


async def test_it_holds_days_and_numbers_and_no_name(feed: Feed) -> None:
    path = await feed.renewed()
    for whom, ahead in (("王阿姨", 1), ("李大爷", 1), ("老郑", 8), ("王阿姨", -2)):
        await feed.plan(whom, ahead)
    await feed.plan("Mary", 1, "联络员小秦")  # somebody else's
    await feed.plan("Mary", 200)  # too far away
    assert await days(feed, path) == {"11-21": "联络走访 1 户", "11-24": "联络走访 2 户", "12-01": "联络走访 1 户"}
    text = (await feed.http.get(path)).text
    assert not [secret for secret in SECRETS if secret in text]


async def test_a_visit_that_is_done_or_cancelled_is_gone(feed: Feed) -> None:
    path = await feed.renewed()
    first, second = await feed.plan("王阿姨", 1), await feed.plan("李大爷", 1)
    await feed.database.turn(lambda tx: visits.end(tx, first, visits.DONE, MORNING))
    assert await days(feed, path) == {"11-24": "联络走访 1 户"}
    await feed.database.turn(lambda tx: visits.end(tx, second, visits.CANCELLED, MORNING))
    assert await days(feed, path) == {}


async def test_its_headers_are_those_of_a_calendar_that_nobody_else_keeps(feed: Feed) -> None:
    answer = await feed.http.get(await feed.renewed())
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_whoever_has_it_already_is_told_so_until_a_day_changes(feed: Feed) -> None:
    path = await feed.renewed()
    await feed.plan("王阿姨", 1)
    first = await feed.http.get(path)
    tag = first.headers["etag"]
    feed.clock.forward(3600)
    again = await feed.http.get(path, headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    await feed.plan("李大爷", 1)
    changed = await feed.http.get(path, headers={"if-none-match": tag})
    assert changed.status_code == 200 and changed.headers["etag"] != tag


async def test_a_head_is_answered(feed: Feed) -> None:
    """Outlook asks so before it subscribes."""
    assert (await feed.http.head(await feed.renewed())).status_code == 200


async def test_the_old_address_leads_nowhere_after_a_new_one(feed: Feed) -> None:
    old = await feed.renewed()
    new = await feed.renewed()
    assert (await feed.http.get(old)).status_code == 404
    assert (await feed.http.get(new)).status_code == 200


async def test_withdrawn_it_leads_nowhere(feed: Feed) -> None:
    path = await feed.renewed()
    person = await feed.person("联络员小林")
    await feed.database.turn(lambda tx: feeds.drop(tx, person.id))
    assert (await feed.http.get(path)).status_code == 404


@pytest.mark.parametrize("token", ["x", "a" * 32, "a" * 500, "..%2f..%2fetc", "%00" * 20])
async def test_a_guess_leads_nowhere(feed: Feed, token: str) -> None:
    assert (await feed.http.get(f"/calendar/{token}.ics")).status_code == 404


async def test_whoever_visits_nobody_any_more_sees_nothing(feed: Feed) -> None:
    path = await feed.renewed()
    await feed.plan("王阿姨", 1)
    person = await feed.person("联络员小林")

    def end(tx: Transaction) -> None:
        for held in roles.of_person(tx, person.id):
            if held.role == "liaison":
                roles.end(tx, held.id, person.id, MORNING)

    await feed.database.turn(end)
    assert (await feed.http.get(path)).status_code == 404
