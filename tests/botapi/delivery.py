"""How updates reach the bot: long polling and the webhook."""

import asyncio
from collections.abc import Callable
from typing import Final

import httpx

from tests.botapi.errors import OTHER_POLLER, WEBHOOK_ACTIVE, ApiError
from tests.botapi.http import Reply
from tests.botapi.methods import note_allowed
from tests.botapi.params import Params
from tests.botapi.updates import Lane, Waiting
from tests.botapi.world import Webhook, World

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"


class News:
    """Tells coroutines of one loop that something has changed."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def tell(self) -> None:
        """Wakes all who wait."""
        self._event.set()
        self._event = asyncio.Event()

    def next(self) -> asyncio.Event:
        """What is set at the next change. Take it before looking at the state."""
        return self._event


class Poller:
    """getUpdates. A newer call ends an older one with 409, as at Telegram."""

    def __init__(self, world: World, news: News) -> None:
        self._world = world
        self._news = news
        self._latest = 0

    async def poll(self, params: Params, gone: Callable[[], bool]) -> Reply:
        """Updates as soon as there are some, else an empty list after `timeout` seconds. `gone`: has the client hung
        up? Raises ApiError(409) for a second poller and while a webhook is set."""
        self._latest += 1
        ticket = self._latest
        self._news.tell()
        with self._world.changed:
            note_allowed(self._world, params)
        timeout = min(50.0, max(0.0, params.number("timeout")))
        offset = params.integer("offset") or 0
        limit = min(100, max(1, params.integer("limit") or 100))
        deadline = asyncio.get_running_loop().time() + timeout
        while True:
            news = self._news.next()
            batch = self._look(ticket, offset, limit, gone)
            left = deadline - asyncio.get_running_loop().time()
            if batch or left <= 0 or gone():
                return Reply(200, b'{"ok":true,"result":[' + b",".join(one.body for one in batch) + b"]}")
            try:
                await asyncio.wait_for(news.wait(), left)
            except TimeoutError:
                continue

    def _look(self, ticket: int, offset: int, limit: int, gone: Callable[[], bool]) -> list[Waiting]:
        with self._world.changed:
            if gone():
                return []
            if ticket != self._latest:
                raise ApiError(409, OTHER_POLLER)
            if self._world.webhook is not None:
                raise ApiError(409, WEBHOOK_ACTIVE)
            before = len(self._world.queue.acknowledged)
            batch = self._world.queue.poll(offset, limit, self._world.clock())
            if len(self._world.queue.acknowledged) != before:
                self._world.changed.notify_all()
            return batch


class Pusher:
    """Posts updates to the webhook: one at a time for each lane, several lanes at once, until 2xx."""

    def __init__(self, world: World, news: News) -> None:
        self._world = world
        self._news = news
        self._busy: dict[Lane, asyncio.Task[None]] = {}
        self.paused = False

    async def run(self) -> None:
        """Until cancelled."""
        async with httpx.AsyncClient(timeout=self._world.rules.webhook_timeout, trust_env=False) as client:
            gates: dict[int, asyncio.Semaphore] = {}
            while True:
                news = self._news.next()
                with self._world.changed:
                    hook = None if self.paused else self._world.webhook
                    lanes = self._world.queue.lanes() if hook else []
                for lane in lanes:
                    if hook and lane not in self._busy:
                        gate = gates.setdefault(hook.max_connections, asyncio.Semaphore(hook.max_connections))
                        self._busy[lane] = asyncio.create_task(self._serve(lane, client, gate))
                await news.wait()

    async def _serve(self, lane: Lane, client: httpx.AsyncClient, gate: asyncio.Semaphore) -> None:
        shortest, longest = self._world.rules.webhook_backoff
        pause = shortest
        try:
            while (step := self._head(lane)) is not None:
                async with gate:
                    taken = await self._post(client, *step)
                if taken:
                    pause = shortest
                else:
                    await asyncio.sleep(pause)
                    pause = min(longest, pause * 2)
        finally:
            del self._busy[lane]
        # Something may have come between the last look and the line above.
        self._news.tell()

    def _head(self, lane: Lane) -> tuple[Webhook, Waiting] | None:
        with self._world.changed:
            hook = self._world.webhook
            if hook is None or self.paused:
                return None
            waiting = self._world.queue.head(lane, self._world.clock())
            return None if waiting is None else (hook, waiting)

    async def _post(self, client: httpx.AsyncClient, hook: Webhook, waiting: Waiting) -> bool:
        headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: hook.secret} if hook.secret else {})
        with self._world.changed:
            self._world.queue.hand(waiting)
        try:
            answer = await client.post(hook.url, content=waiting.body, headers=headers)
            trouble = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
        except httpx.HTTPError as error:
            trouble = f"Connection failed: {type(error).__name__}"
        with self._world.changed:
            if trouble:
                self._world.webhook_error = trouble
            else:
                self._world.queue.acknowledge(waiting)
            self._world.changed.notify_all()
        return not trouble
