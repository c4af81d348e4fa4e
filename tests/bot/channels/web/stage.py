"""A web chat on a real port with a real database, and visitors who talk to it over HTTP."""

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette

from bot.channels import Unavailable
from bot.channels.web import Room, Seat, WebChannel
from handlers.incoming import Incoming
from handlers.texts import word
from storage.database import Database, open_database
from storage.media import MediaFolder
from storage.sealing import Keyring
from storage.transaction import Transaction

SEATS = tuple(
    Seat(key, f"web-seat-{key}", f"demo-{key}", f"web-seat-{key}-hint")
    for key in ("resident", "volunteer", "coordinator")
)
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CSRF = re.compile(r'<meta name="csrf" content="([0-9a-f]+)">')


@dataclass
class Stage:
    """What the tests look at: the channel, what the intake was given, and who is in which room."""

    db: Database
    channel: WebChannel
    base: str
    received: list[Incoming] = field(default_factory=list)
    members: dict[str, list[Room]] = field(default_factory=dict)
    down: bool = False
    then: Callable[[Incoming], Any] | None = None
    now: datetime = START
    clients: list[httpx.AsyncClient] = field(default_factory=list)

    def fresh(self, **headers: str) -> httpx.AsyncClient:
        """A browser that knows nothing yet; closed with the stage."""
        client = httpx.AsyncClient(base_url=self.base, headers=headers, timeout=30)
        self.clients.append(client)
        return client

    async def receive(self, incoming: Incoming) -> None:
        """Stands for the intake."""
        if self.down:
            raise Unavailable("switched off")
        self.received.append(incoming)
        if self.then is not None:
            await self.then(incoming)

    async def until(self, so: Callable[[], bool]) -> None:
        """Returns once it is so: what stands on the page may not have come to the intake yet."""
        async with asyncio.timeout(30):
            while not so():
                await asyncio.sleep(0.01)

    def clock(self) -> datetime:
        """A clock that moves a second at each look."""
        self.now += timedelta(seconds=1)
        return self.now

    def rooms(self, tx: Transaction, user: str) -> Sequence[Room]:
        """The rooms of a user."""
        return self.members.get(user, [])

    async def visitor(self, seat: str = "me", page: str | None = None) -> "Visitor":
        """Somebody who opens the page."""
        visitor = Visitor(self.fresh(Origin=self.base, **{"Accept-Language": "zh-CN"}), seat)
        await visitor.open(page or ("/" if seat == "me" else f"/phone/{seat}"))
        return visitor

    async def member(self, chat: str, name: str) -> "Visitor":
        """Somebody who opens the page and belongs to a room."""
        visitor = await self.visitor()
        await visitor.say("hello")
        self.members[self.received[-1].user] = [Room(chat, "水电队", name)]
        return visitor


class Visitor:
    """A browser without a screen."""

    def __init__(self, http: httpx.AsyncClient, seat: str) -> None:
        self.http = http
        self.seat = seat
        self.page = ""
        self._count = 0

    async def open(self, page: str = "/") -> httpx.Response:
        """Loads the page and takes its token."""
        answer = await self.http.get(page)
        self.page = answer.text
        found = CSRF.search(answer.text)
        if found:
            self.http.headers["X-CSRF-Token"] = found[1]
        return answer

    def client_id(self) -> str:
        """A new name for a message."""
        self._count += 1
        return f"message-{self._count:04}"

    async def post(self, body: Any, kind: str = "messages") -> httpx.Response:
        """Posts JSON; a missing client id is filled in."""
        if isinstance(body, dict):
            body = {"client_id": self.client_id(), **body}
        return await self.http.post(f"/chat/{self.seat}/{kind}", json=body)

    async def say(self, text: str, **more: Any) -> dict[str, Any]:
        """Says something; returns the bubble."""
        answer = await self.post({"text": text, **more})
        assert answer.status_code == 200, answer.text
        message: dict[str, Any] = answer.json()["message"]
        return message

    async def upload(
        self, data: bytes, *, name: str = "a.jpg", mime: str = "image/jpeg", **fields: str
    ) -> httpx.Response:
        """Posts a file."""
        values = {"client_id": self.client_id(), "kind": "photo", **fields}
        return await self.http.post(f"/chat/{self.seat}/media", data=values, files={"file": (name, data, mime)})

    @asynccontextmanager
    async def listen(self, after: str = "", *, header: bool = False) -> AsyncIterator["Events"]:
        """Listens to the events, from the beginning or after an event's id."""
        headers = {"Last-Event-ID": after} if header else {}
        params = {} if header else {"after": after}
        async with self.http.stream("GET", f"/chat/{self.seat}/events", headers=headers, params=params) as answer:
            assert answer.status_code == 200
            yield Events(answer)


class Events:
    """The events of one stream."""

    def __init__(self, answer: httpx.Response) -> None:
        self._lines = answer.aiter_lines()
        self.position = ""

    async def next(self, wanted: str = "messages") -> Any:
        """The data of the next event of a kind. Raises StopAsyncIteration where the stream ends, TimeoutError."""
        async with asyncio.timeout(20):
            return await self._next(wanted)

    async def _next(self, wanted: str) -> Any:
        name, data = "", ""
        while True:
            line = await anext(self._lines)
            field_name, _, value = line.partition(": ")
            if field_name == "event":
                name = value
            elif field_name == "data":
                data = value
            elif field_name == "id":
                self.position = value
            elif not line and name:
                if name == wanted:
                    return json.loads(data)
                name = ""

    async def messages(self, count: int) -> list[dict[str, Any]]:
        """The next messages, until there are so many."""
        found: list[dict[str, Any]] = []
        while len(found) < count:
            found += (await self.next())["messages"]
        return found


@asynccontextmanager
async def staged(folder: Path, *, public_url: str = "", demo: bool = False) -> AsyncIterator[Stage]:
    """Opens a stage on a free port."""
    db = await open_database(f"sqlite:///{folder}/linli.db", Keyring.fresh())
    listener = socket.create_server(("127.0.0.1", 0))
    base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    stage = Stage(db, None, base)  # type: ignore[arg-type]
    stage.channel = WebChannel(
        db,
        MediaFolder(folder / "media", db),
        secret=b"a secret for tests only, 32 bytes",
        public_url=public_url or base,
        words=word,
        rooms=stage.rooms,
        clock=stage.clock,
        seats=SEATS if demo else (),
        demo=demo,
    )
    await stage.channel.start(stage.receive)
    app = Starlette(routes=list(stage.channel.routes()))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        while not server.started:
            await asyncio.sleep(0.01)
        yield stage
    finally:
        for client in stage.clients:
            await client.aclose()
        await stage.channel.stop()
        server.should_exit = True
        await serving
        await stage.channel.close()
        await db.close()
