"""A Bot API server, a channel that talks with it, and an intake that does what the test tells it."""

import asyncio
import random
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette

from bot.channels import Unavailable
from bot.channels.telegram import TelegramChannel
from handlers.incoming import Incoming
from tests.botapi import BotApi, Rules

MakeChannel = Callable[..., TelegramChannel]
Serve = Callable[[TelegramChannel], Awaitable[str]]


class Intake:
    """Keeps what it is handed, once for each update. Refuses and blocks on demand."""

    def __init__(self) -> None:
        self.kept: list[Incoming] = []
        self.asked: list[str] = []
        self.refuse: set[str] = set()  # texts that cannot be stored now
        self.error: Exception = Unavailable()
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self, incoming: Incoming) -> None:
        self.asked.append(incoming.text)
        await self.gate.wait()
        if incoming.text in self.refuse:
            raise self.error
        if incoming.update not in [known.update for known in self.kept]:
            self.kept.append(incoming)

    @property
    def texts(self) -> list[str]:
        return [incoming.text for incoming in self.kept]


@pytest.fixture
def server() -> Iterator[BotApi]:
    with BotApi(rules=Rules.without_rates()) as running:
        running.person(7, "王阿姨", started=True)
        running.person(8, "小李", started=True)
        running.group(-500, "水电队", members=[7, 8])
        yield running


@pytest.fixture
async def intake() -> Intake:
    return Intake()


@pytest.fixture
async def make(server: BotApi) -> AsyncIterator[MakeChannel]:
    """Makes channels to the server with short pauses; stops and closes them afterwards."""
    made: list[TelegramChannel] = []

    def build(**options: Any) -> TelegramChannel:
        given: dict[str, Any] = {
            "api": server.base_url,
            "rng": random.Random(1),
            "patience": (0.01, 0.05),
            "token": server.token,
        }
        channel = TelegramChannel(**(given | options))
        made.append(channel)
        return channel

    yield build
    for channel in made:
        await channel.stop()
        await channel.close()


@pytest.fixture
async def channel(make: MakeChannel) -> TelegramChannel:
    return make(answer_within=0.5)


@pytest.fixture
async def address() -> AsyncIterator[tuple[socket.socket, str]]:
    """A port of our own for the webhook."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        yield listening, f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.fixture
async def serve(address: tuple[socket.socket, str]) -> AsyncIterator[Serve]:
    """Serves a channel's routes over HTTP; returns the base address."""
    running: list[tuple[uvicorn.Server, asyncio.Task[None]]] = []

    async def begin(channel: TelegramChannel) -> str:
        config = uvicorn.Config(Starlette(routes=list(channel.routes())), log_level="warning", lifespan="off")
        web = uvicorn.Server(config)
        running.append((web, asyncio.create_task(web.serve(sockets=[address[0]]))))
        while not web.started:
            await asyncio.sleep(0.005)
        return address[1]

    yield begin
    for web, task in running:
        web.should_exit = True
        await task
