"""The stage: the service's real parts; takes events and lets time pass, one moment after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.delivery import Delivery
from bot.intake import Intake
from bot.stories.channel import StoryChannel
from bot.waiting import Waiting
from bot.workers import Workers
from handlers.community import Community
from handlers.incoming import Incoming
from handlers.routing import Job
from handlers.turn import Speaker
from storage import addresses, inbox, people, sending, tasks
from storage.database import Database
from storage.transaction import Transaction


@dataclass
class StoryClock:
    """A clock that stands still until it is set. UTC."""

    at: datetime

    def now(self) -> datetime:
        """What it shows."""
        return self.at


@dataclass
class Stage:
    """Each of its methods returns when nothing more can happen at that moment."""

    database: Database
    clock: StoryClock
    community: Community
    channels: dict[str, StoryChannel]
    intake: Intake
    deliveries: Sequence[Delivery]
    workers: Workers
    waiting: Waiting
    jobs: Sequence[Job]
    _rounds: dict[str, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._rounds = {job.name: self.clock.now() + job.every for job in self.jobs}

    async def receive(self, incoming: Incoming) -> None:
        """Has an event handled, and everything delivered that it causes now."""
        await self.intake.receive(incoming)
        await self.settle()

    async def settle(self) -> None:
        """Does all that is due at this moment."""
        await self.waiting.step()
        busy = True
        while busy:
            busy = await self.workers.step()
            for delivery in self.deliveries:
                busy = await _deliver(delivery) or busy

    async def pass_time(self, time: timedelta) -> None:
        """Moves the clock; what falls due meanwhile is done at its moment."""
        until = self.clock.now() + time
        while self.clock.now() < until:
            waiting = await self.database.read(self._moments)
            self.clock.at = min(until, *self._rounds.values(), *waiting)
            for job in self.jobs:
                if self._rounds[job.name] <= self.clock.now():
                    self._rounds[job.name] += job.every
                    await self._run(job)
            await self.settle()

    async def meet(self, account: str, name: str) -> None:
        """Gives a person of the pack an address on a channel where they have none yet."""
        await self.database.turn(lambda tx: self._meet(tx, account, name))

    def _meet(self, tx: Transaction, account: str, name: str) -> None:
        person = people.read_by_code(tx, name)
        if person is not None and addresses.find(tx, account, name) is None:
            addresses.create(tx, account=account, user=name, chat=name, person_id=person.id, now=self.clock.now())

    def _moments(self, tx: Transaction) -> list[datetime]:
        """When the next of what waits falls due."""
        now = self.clock.now()
        outboxes = [sending.next_due(tx, account, now) for account in self.channels]
        return [at for at in (*outboxes, tasks.next_due(tx, now), inbox.next_due(tx, now)) if at is not None]

    async def _run(self, job: Job) -> None:
        now = self.clock.now()
        while await self.database.turn(lambda tx: job.run(Speaker(tx, now, self.community))):
            pass


async def _deliver(delivery: Delivery) -> bool:
    """Sends what may go now; whether there was anything."""
    sent = False
    while await delivery.step() == 0:
        await delivery.settle()
        sent = True
    return sent
