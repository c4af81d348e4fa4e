"""The stage: the service's real parts; takes events and lets time pass, one moment after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bot.delivery import Delivery
from bot.intake import Intake
from bot.stories.channel import StoryChannel
from bot.stories.transcript import Miss
from bot.waiting import Waiting
from bot.workers import Workers
from handlers.dispatch import Dispatch
from handlers.incoming import Incoming
from handlers.routing import Job
from handlers.turn import Speaker
from storage import addresses, inbox, people, sending, tasks
from storage.database import Database
from storage.errors import StorageError
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
    dispatch: Dispatch
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
        """Moves the clock; what falls due meanwhile is done at its moment. Raises Miss where a job fails."""
        until = self.clock.now() + time
        while (began := self.clock.now()) < until:
            self._rounds = await self.database.turn(partial(self._advance, began=began, until=until))
            await self.settle()

    async def meet(self, account: str, name: str) -> None:
        """Gives a person of the pack an address on a channel where they have none yet."""
        await self.database.turn(lambda tx: self._meet(tx, account, name))

    def _meet(self, tx: Transaction, account: str, name: str) -> None:
        person = people.read_by_code(tx, name)
        if person is not None and addresses.find(tx, account, name) is None:
            addresses.create(tx, account=account, user=name, chat=name, person_id=person.id, now=self.clock.now())

    def _advance(self, tx: Transaction, began: datetime, until: datetime) -> dict[str, datetime]:
        """Moves the clock from one moment to the next, running jobs, until something else is due as well.

        All in one transaction: a week of empty rounds costs a second. Returns when each job's next round is.
        """
        self.clock.at = began  # a turn may run more than once
        rounds, waiting = dict(self._rounds), self._waiting(tx)
        while self.clock.now() < until:
            self.clock.at = min(until, *rounds.values(), *(at for at in waiting if at > self.clock.now()))
            for job in self.jobs:
                if rounds[job.name] <= self.clock.now():
                    self._run(tx, job)
                    rounds[job.name] = self._next_round(tx, job, until)
            self._sooner(tx, rounds)
            waiting = self._waiting(tx)
            if self.clock.now() in waiting:
                break
        return rounds

    def _next_round(self, tx: Transaction, job: Job, until: datetime) -> datetime:
        """When the job's next round is; rounds that would find nothing are left out."""
        usual = self.clock.now() + job.every
        if job.next_due is None:
            return usual
        return max(usual, min(job.next_due(tx) or until, until))

    def _sooner(self, tx: Transaction, rounds: dict[str, datetime]) -> None:
        """A job may have left something for another one to do, sooner than that would have looked again."""
        for job in self.jobs:
            due = None if job.next_due is None else job.next_due(tx)
            if due is not None and self.clock.now() < due < rounds[job.name]:
                rounds[job.name] = due

    def _waiting(self, tx: Transaction) -> list[datetime]:
        """When the next of each kind of what waits falls due, now or later."""
        before = self.clock.now() - timedelta(milliseconds=1)
        outboxes = [sending.next_due(tx, account, before) for account in self.channels]
        return [at for at in (*outboxes, tasks.next_due(tx, before), inbox.next_due(tx, before)) if at is not None]

    def _run(self, tx: Transaction, job: Job) -> None:
        try:
            while job.run(Speaker(tx, self.clock.now(), self.dispatch.community)):
                pass
        except StorageError:
            raise
        except Exception as error:
            raise Miss(f"the job «{job.name}» failed: {error!r}") from error


async def _deliver(delivery: Delivery) -> bool:
    """Sends what may go now; whether there was anything."""
    sent = False
    while await delivery.step() == 0:
        await delivery.settle()
        sent = True
    return sent
