"""Posts: of several processes one holds an account's lease and sends; another takes over when it is gone."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.delivery import Delivery
from bot.posts import Post
from storage import leases
from storage.database import Database, open_database
from storage.errors import Unavailable
from tests.bot.sending import Mail, channel_to, new_api, new_delivery
from tests.bot.stage import ACCOUNT, KEYS, RESIDENT, Clock, Service
from tests.botapi import BotApi, Rules


@pytest.fixture
def api() -> Iterator[BotApi]:
    with new_api(rules=Rules.without_rates()) as running:
        yield running


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The moments at which posts look are near; what lasts how long is told by the virtual clock."""
    monkeypatch.setattr("bot.posts.TRY_EVERY_SECONDS", 0.02)
    monkeypatch.setattr(leases, "RENEW_SECONDS", 0.05)


class Process:
    """One process with a post at the account."""

    def __init__(self, database: Database, api: BotApi, clock: Clock, folder: Path, holder: str) -> None:
        self.channel = channel_to(api)
        self.service = Service(database, folder, clock)
        self.made = 0

        def make() -> Delivery:
            self.made += 1
            return new_delivery(database, self.channel, clock, folder, holder)[0]

        self.post = Post(database, self.channel, self.service.intake.receive, make, clock, holder=holder)
        self.task = asyncio.create_task(self.post.run())

    @property
    def serves(self) -> bool:
        return self.post.delivery is not None

    async def stop(self) -> None:
        self.post.stop()
        await self.task
        await self.channel.close()

    async def die(self) -> None:
        """Ends as after SIGKILL: nothing is released."""
        self.post._release = _nothing  # type: ignore[method-assign]
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
        await self.channel.close()


async def _nothing() -> None:
    """Releases nothing."""


@asynccontextmanager
async def processes(demo_url: str, api: BotApi, clock: Clock, folder: Path) -> AsyncIterator[list[Process]]:
    databases = [await open_database(demo_url, KEYS) for _ in range(2)]
    started = [Process(database, api, clock, folder, f"holder {n}") for n, database in enumerate(databases)]
    try:
        yield started
    finally:
        for process in started:
            if not process.task.done():
                await process.stop()
        for database in databases:
            await database.close()


async def say(database: Database, clock: Clock, words: str) -> None:
    mail = Mail(database, None, clock, None, None)  # type: ignore[arg-type]
    mail.delivery = type("Nobody", (), {"wake": staticmethod(lambda: None)})  # type: ignore[assignment]
    await mail.say(RESIDENT, words)


async def test_one_of_two_processes_sends(demo_url: str, api: BotApi, clock: Clock, tmp_path: Path) -> None:
    async with processes(demo_url, api, clock, tmp_path) as both:
        await api.until(lambda: any(process.serves for process in both))
        for number in range(5):
            await say(both[number % 2].service.database, clock, f"{number}")
            for process in both:
                process.post.wake()
            await asyncio.sleep(0.003)  # ids of two processes have their order by milliseconds
        await api.until(lambda: len(api.sent) == 5)
        assert [one.text for one in api.sent] == ["0", "1", "2", "3", "4"]
        assert sum(process.made for process in both) == 1


async def test_the_other_takes_over_when_one_stops(demo_url: str, api: BotApi, clock: Clock, tmp_path: Path) -> None:
    async with processes(demo_url, api, clock, tmp_path) as both:
        await api.until(lambda: any(process.serves for process in both))
        first = next(process for process in both if process.serves)
        second = next(process for process in both if process is not first)
        await first.stop()
        await api.until(lambda: second.serves)
        await say(second.service.database, clock, "again")
        await api.until(lambda: [one.text for one in api.sent] == ["again"])


async def test_the_other_takes_over_when_one_vanishes(demo_url: str, api: BotApi, clock: Clock, tmp_path: Path) -> None:
    """A killed process releases nothing: its lease runs out, and what it had claimed is sent again."""
    async with processes(demo_url, api, clock, tmp_path) as both:
        await api.until(lambda: any(process.serves for process in both))
        first = next(process for process in both if process.serves)
        second = next(process for process in both if process is not first)
        holder = await second.service.count("leases", "name = :name", name=f"account:{ACCOUNT}")
        await first.die()
        await say(second.service.database, clock, "half sent")
        await second.service.database.turn(
            lambda tx: tx.run(
                "UPDATE outbox SET state = 'sending', attempts = 1, holder = :holder", holder=first.post._holder
            )
        )
        for _ in range(5):
            await asyncio.sleep(0.02)
            assert not second.serves and holder == 1
        clock.forward(leases.LASTS.total_seconds() + 1)
        await api.until(lambda: second.serves)
        await api.until(lambda: [one.text for one in api.sent] == ["half sent"])


async def test_recovery_waits_for_the_database(small: Database, api: BotApi, clock: Clock, tmp_path: Path) -> None:
    """A database that is busy at the take-over must not leave a line blocked for ever."""
    await say(small, clock, "left over")
    await small.turn(lambda tx: tx.run("UPDATE outbox SET state = 'sending', attempts = 1, holder = 'dead'"))
    channel = channel_to(api)
    delivery, _ = new_delivery(small, channel, clock, tmp_path)
    recover, failures = delivery.recover, 2

    async def busy() -> None:
        nonlocal failures
        if failures:
            failures -= 1
            raise Unavailable("busy")
        await recover()

    delivery.recover = busy  # type: ignore[method-assign]
    service = Service(small, tmp_path, clock)
    post = Post(small, channel, service.intake.receive, lambda: delivery, clock, holder="me")
    running = asyncio.create_task(post.run())
    try:
        await api.until(lambda: [one.text for one in api.sent] == ["left over"])
    finally:
        post.stop()
        await running
        await channel.close()
