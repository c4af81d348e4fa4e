"""Scheduler: the handlers' jobs on their rhythm, through APScheduler 3. What is due stands in the tables alone."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.metrics import Metrics
from handlers.community import Community
from handlers.routing import Job
from handlers.turn import Speaker
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

log = logging.getLogger(__name__)


class Jobs:
    """Runs jobs, a slice a transaction, until each says that nothing more is due."""

    def __init__(
        self,
        database: Database,
        community: Callable[[], Community],
        clock: Clock,
        metrics: Metrics,
        wake: Callable[[], None],
    ) -> None:
        self._database = database
        self._community = community
        self._clock = clock
        self._metrics = metrics
        self._wake = wake

    async def run(self, job: Job) -> None:
        """Runs one job. A failure is logged by its type and counted; the next round tries again."""
        try:
            more = True
            while more:
                now = self._clock.now()
                more = await self._database.turn(partial(self._slice, job, now))
            self._metrics.jobs.labels(job.name, "done").inc()
        except StorageError as error:
            log.warning("job %s waits for the database: %s", job.name, type(error).__name__)
            self._metrics.jobs.labels(job.name, "postponed").inc()
        except Exception as error:
            log.error("job %s failed: %s", job.name, type(error).__name__)
            self._metrics.jobs.labels(job.name, "failed").inc()
        self._wake()

    def _slice(self, job: Job, now: datetime, tx: Transaction) -> bool:
        return job.run(Speaker(tx, now, self._community()))


def schedule(jobs: Jobs, listed: tuple[Job, ...]) -> AsyncIOScheduler:
    """A scheduler with these jobs, not started. A round that is still running is not started again."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for job in listed:
        scheduler.add_job(
            jobs.run,
            "interval",
            args=[job],
            seconds=job.every.total_seconds(),
            id=job.name,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
    return scheduler
