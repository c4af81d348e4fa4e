"""/healthz and /metrics: what a supervisor and a dashboard may know."""

import asyncio
import ipaddress
import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels import Channel
from bot.clock import Clock
from bot.metrics import Metrics
from storage import sending, settings
from storage.database import Database
from storage.errors import StorageError

log = logging.getLogger(__name__)

STANDS_STILL = timedelta(minutes=2)  # a message due for longer than this and not sent: delivery stands still
WRITE_SECONDS = 5.0


class Health:
    """Answers 200 while the database can be written, with what is degraded; 503 when it cannot.

    Telegram being out of reach is no reason to restart us, so it only shows as `degraded`.
    """

    def __init__(
        self, database: Database, channels: Callable[[], Sequence[Channel]], clock: Clock, metrics: Metrics
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._metrics = metrics
        self._looking: asyncio.Task[tuple[int, dict[str, object]]] | None = None

    def routes(self) -> list[Route]:
        """The two addresses."""
        return [Route("/healthz", self.healthz), Route("/metrics", self.metrics)]

    async def healthz(self, request: Request) -> Response:
        """Whether we are well."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        # Each look writes; those who ask at the same time share one.
        status, body = await asyncio.shield(self._looking)
        return JSONResponse(body, status)

    async def _look(self) -> tuple[int, dict[str, object]]:
        try:
            at = self._clock.now().isoformat()
            writing = self._database.turn(lambda tx: settings.write(tx, "healthz", at))
            await asyncio.wait_for(writing, WRITE_SECONDS)
            reasons = await self._degraded()
        except (StorageError, TimeoutError) as error:
            return 503, {"status": "down", "reasons": [f"database: {type(error).__name__}"]}
        return 200, {"status": "degraded" if reasons else "ok", "reasons": reasons}

    async def metrics(self, request: Request) -> Response:
        """The counters, for callers on this machine only."""
        host = request.client.host if request.client else ""
        if not _is_local(host):
            return Response("only from this machine\n", 403)
        try:
            for channel in self._channels():
                waiting, _ = await self._database.read(partial(sending.backlog, account=channel.account))
                self._metrics.backlog.labels(channel.account.partition(":")[0]).set(waiting)
        except StorageError as error:
            log.warning("the backlog could not be counted: %s", type(error).__name__)
        return Response(generate_latest(self._metrics.registry), media_type=CONTENT_TYPE_LATEST)

    async def _degraded(self) -> list[str]:
        reasons = []
        for channel in self._channels():
            name = channel.account.partition(":")[0]
            trouble = channel.standing().trouble
            if trouble:
                reasons.append(f"{name}: {trouble}")
            since = self._clock.now() - STANDS_STILL
            stuck = await self._database.read(partial(sending.any_due_since, account=channel.account, since=since))
            if stuck:
                reasons.append(f"{name}: delivery stands still")
        return reasons


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
