"""A month of a team of twelve equals, by the clock: whoever is asked first, nobody has two tasks more than another."""

import heapq
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeAlias, TypeVar

import pytest

from bot.flood import FloodControl
from handlers.life import lifecycle
from handlers.offering import offers, unclaimed, volunteers
from handlers.turn import Speaker
from storage import addresses, assignments, dialogues, people, places, roles, service_requests, teams, timers
from storage import offers as offered
from storage.database import Database
from storage.service_requests import Details
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, MORNING, RESIDENT, Clock, Service, demo_community

T = TypeVar("T")
Happens: TypeAlias = Callable[[], Awaitable[None]]
TEAM, ITEM, ESTATE, EQUALS, DAYS = "dozen", "hom.express", "qingheyuan", 12, 30
USERS = [str(7000 + number) for number in range(EQUALS)]


class Month:
    """What happens, in the order of time: requests come, are taken or declined, and are finished."""

    def __init__(self, here: Service, seed: int) -> None:
        self.here, self.rng = here, random.Random(seed)
        self.events: list[tuple[float, int, Happens]] = []
        self.numbers = iter(range(1, 1_000_000))
        self.people: dict[int, str] = {}

    async def play(self) -> Counter[int]:
        """Plays it; returns how many tasks each took."""
        await self.here.database.turn(self._recruit)
        for minutes in self._arrivals():
            self._at(minutes, self._asked)
        while self.events:
            minutes, _, happens = heapq.heappop(self.events)
            self.here.clock.time = MORNING + timedelta(minutes=minutes)
            await self._jobs()
            await happens()
        taken = await self.here.database.read(
            lambda tx: {one: len(_finished(tx, one)) for one in self.people},
        )
        return Counter(taken)

    def _arrivals(self) -> Iterator[float]:
        for day in range(DAYS):
            for _ in range(self.rng.randint(2, 6)):
                yield day * 24 * 60 + self.rng.randint(0, 11 * 60)

    def _at(self, minutes: float, happens: Happens) -> None:
        heapq.heappush(self.events, (minutes, next(self.numbers), happens))

    def _in(self, minutes: float, happens: Happens) -> None:
        self._at((self.here.clock.now() - MORNING) / timedelta(minutes=1) + minutes, happens)

    def _recruit(self, tx: Transaction) -> None:
        estate = places.read_by_code(tx, ESTATE)
        assert estate is not None
        team = teams.write(tx, TEAM, "十二人队", "A dozen", estate.id, "ring", ("hands",))
        homes = places.children(tx, estate.id)
        for user in USERS:
            person = people.create(tx, "zh-CN", MORNING)
            dialogues.create(tx, person.id, MORNING)
            person.state, person.name, person.place_id = "joined", user, self.rng.choice(homes).id
            people.save(tx, person)
            addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=person.id, now=MORNING)
            roles.grant(tx, person.id, "volunteer", estate.id, team.id, None, MORNING)
            self.people[person.id] = user

    async def _jobs(self) -> None:
        await self._turn(volunteers.count)
        await self._turn(self._fire)

    def _fire(self, speaker: Speaker) -> None:
        for timer in timers.due(speaker.tx, speaker.now, 100):
            request = service_requests.lock(speaker.tx, timer.request_id)
            if (
                request is not None
                and timer.kind in unclaimed.TIMERS
                and timers.fire(speaker.tx, timer.id, speaker.now)
            ):
                unclaimed.TIMERS[timer.kind](speaker, request, timer)

    async def _asked(self) -> None:
        request_id = await self._turn(self._ask)
        self._in(self.rng.randint(1, 25), lambda: self._answered(request_id))

    def _ask(self, speaker: Speaker) -> int:
        resident = addresses.find(speaker.tx, ACCOUNT, RESIDENT)
        estate = places.read_by_code(speaker.tx, ESTATE)
        item = speaker.item(ITEM)
        assert resident is not None and resident.person_id is not None and estate is not None and item is not None
        request_id = service_requests.create(
            speaker.tx,
            number=f"x-{next(self.numbers)}",
            state="submitted",
            item=ITEM,
            person_id=resident.person_id,
            place_id=self.rng.choice(places.children(speaker.tx, estate.id)).id,
            team_id=None,
            details=Details("取快递"),
            respond_by=speaker.now + timedelta(hours=2),
            resolve_by=speaker.now + timedelta(days=1),
            now=speaker.now,
        )
        request = service_requests.read(speaker.tx, request_id)
        assert request is not None
        offers.send_off(speaker, request, item, None)
        return request_id

    async def _answered(self, request_id: int) -> None:
        """Those who were asked answer in any order: one says no now and then, the first who says yes has it."""
        found = await self.here.database.read(lambda tx: offered.of_request(tx, request_id))
        asked = [each for each in found if each.state == "open" and each.person_id is not None]
        self.rng.shuffle(asked)
        for offer in asked:
            assert offer.person_id is not None
            word = "decline" if self.rng.random() < 0.05 else "take"
            await self.here.press(self.people[offer.person_id], f"offer.{word}:{offer.id}")
        request = await self.here.database.read(lambda tx: service_requests.read(tx, request_id))
        assert request is not None
        if request.helper_id is None:
            self._in(self.rng.randint(5, 40), lambda: self._answered(request_id))
        else:
            self._in(self.rng.randint(30, 300), lambda: self._done(request_id))

    async def _done(self, request_id: int) -> None:
        await self._turn(lambda speaker: _finish(speaker, request_id))

    async def _turn(self, work: Callable[[Speaker], T]) -> T:
        return await self.here.database.turn(lambda tx: work(Speaker(tx, self.here.clock.now(), demo_community())))


def _finish(speaker: Speaker, request_id: int) -> None:
    request = service_requests.lock(speaker.tx, request_id)
    assert request is not None
    request = lifecycle.reach(speaker, request, "finish", actor_id=request.helper_id)
    lifecycle.make(speaker, request, "finish", actor_id=request.helper_id)


def _finished(tx: Transaction, person_id: int) -> list[int]:
    held = tx.all("SELECT request_id, ended FROM assignments WHERE person_id = :id", id=person_id)
    assert not assignments.held_by(tx, person_id)
    return [row["request_id"] for row in held if row["ended"] == "finish"]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_equals_share_a_month_fairly(small: Database, tmp_path: Path, clock: Clock, seed: int) -> None:
    hasty = FloodControl(burst=100_000)  # a month goes by in seconds
    taken = await Month(Service(small, tmp_path / "media", clock, flood=hasty), seed).play()
    assert sum(taken.values()) > 90, "nothing was taken by others, or forgotten"
    assert max(taken.values()) - min(taken.values()) <= 2, sorted(taken.values())
