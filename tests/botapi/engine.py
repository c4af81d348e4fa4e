"""The thread that serves: its loop, its port, its connections."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine
from typing import Any, Literal

from tests.botapi.delivery import News, Poller, Pusher
from tests.botapi.dispatch import Dispatcher, Outcome
from tests.botapi.errors import ApiError
from tests.botapi.faults import Faults
from tests.botapi.http import Reply, error_reply, read_request
from tests.botapi.world import World

Trouble = Literal["", "refused", "502"]


class Engine:
    """Serves a world over HTTP on 127.0.0.1. Its own methods may be called from any thread but its own."""

    def __init__(self, world: World, faults: Faults, delay: Callable[[], float]) -> None:
        self.port = 0
        self._world = world
        self._faults = faults
        self._delay = delay
        self._trouble: Trouble = ""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._ready = threading.Event()
        self._writers: set[asyncio.StreamWriter] = set()

    def start(self) -> None:
        """Returns when the port is open."""
        self._ready.clear()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="botapi", daemon=True)
        self._thread.start()
        self._ready.wait()

    def stop(self) -> None:
        """Cuts every connection; returns when the thread has ended."""
        loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return
        self._loop = None
        loop.call_soon_threadsafe(self._stopping.set)
        thread.join()

    def set_trouble(self, trouble: Trouble) -> None:
        """Down in one way or the other, or up again."""
        self._in_loop(self._set_trouble(trouble))

    def cut(self) -> None:
        """Cuts every open connection."""
        self._in_loop(self._cut())

    def _in_loop(self, work: Coroutine[Any, Any, None]) -> None:
        if self._loop is None:
            work.close()
            raise RuntimeError("the server is not running")
        asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _serve(self) -> None:
        self._stopping = asyncio.Event()
        self._news = News()
        self._pusher = Pusher(self._world, self._news)
        self._dispatcher = Dispatcher(self._world, self._faults, Poller(self._world, self._news), self._delay)
        await self._listen()
        pushing = asyncio.create_task(self._pusher.run())
        self._loop = asyncio.get_running_loop()
        self._world.on_touch = self._touched
        self._ready.set()
        await self._stopping.wait()
        self._listening.close()
        await self._cut()
        self._news.tell()
        pushing.cancel()
        await asyncio.gather(pushing, return_exceptions=True)
        await asyncio.sleep(0.01)  # the connections of its client go a moment later

    def _touched(self) -> None:
        loop = self._loop
        if loop is not None:
            loop.call_soon_threadsafe(self._news.tell)

    async def _listen(self) -> None:
        self._listening = await asyncio.start_server(self._connected, "127.0.0.1", self.port, limit=2**17, backlog=1024)
        self.port = self._listening.sockets[0].getsockname()[1]

    async def _set_trouble(self, trouble: Trouble) -> None:
        was, self._trouble = self._trouble, trouble
        self._pusher.paused = bool(trouble)
        if trouble == "refused" and was != "refused":
            self._listening.close()
            await self._cut()
        elif was == "refused" and trouble != "refused":
            await self._listen()
        self._news.tell()

    async def _cut(self) -> None:
        for writer in list(self._writers):
            writer.transport.abort()
        await asyncio.sleep(0)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            # A client may vanish at any byte, and may send what is no HTTP.
            with contextlib.suppress(OSError, EOFError, ValueError, asyncio.LimitOverrunError):
                while await self._exchange(reader, writer):
                    pass
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; false when the connection is over."""
        try:
            request = await read_request(reader)
        except ApiError as error:
            writer.write(error_reply(error).encoded())
            return False
        if request is None:
            return False
        if self._trouble:
            outcome = Outcome(error_reply(ApiError(502, "Bad Gateway")))
        else:
            outcome = await self._dispatcher.carry_out(request, reader.at_eof)
        if outcome.reply is None:
            return await self._hang(outcome, reader, writer)
        if outcome.delay:
            await asyncio.sleep(outcome.delay)
        return await self._answer(outcome, outcome.reply, reader, writer)

    async def _answer(
        self, outcome: Outcome, reply: Reply, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        if reader.at_eof() or writer.is_closing():
            for sent in outcome.sent:
                sent.answered = False
            return False
        writer.write(reply.encoded())
        await writer.drain()
        return True

    async def _hang(self, outcome: Outcome, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        if outcome.hanging == "drop":
            writer.transport.abort()
        else:
            await reader.read()  # until the client gives up
        return False
