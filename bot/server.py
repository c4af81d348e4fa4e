"""The web server of the process: uvicorn without its own ideas about signals."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import Iterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from bot.config import ConfigurationError
from bot.web.headers import SecurityHeaders

log = logging.getLogger(__name__)


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """The process listens to signals itself: a stop has an order of its own."""
        yield


class WebServer:
    """Serves routes at a host and port until it is stopped."""

    def __init__(self, routes: Sequence[BaseRoute], host: str, port: int) -> None:
        app = Starlette(routes=list(routes), middleware=[Middleware(SecurityHeaders)])
        config = uvicorn.Config(
            app, log_level="warning", lifespan="off", access_log=False, timeout_graceful_shutdown=5, server_header=False
        )
        self._server = _Server(config)
        self._socket = _listen(host, port)
        self.port: int = self._socket.getsockname()[1]
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to serve."""
        self._task = asyncio.create_task(self._server.serve([self._socket]))

    async def stop(self) -> None:
        """Finishes the requests under way and closes."""
        self._server.should_exit = True
        if self._task is not None:
            await self._task
        self._socket.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise ConfigurationError(
            f"the address {host}:{port} cannot be used ({error.strerror}); set LINLI_PORT to a free one"
        ) from error
    listening.listen(128)
    return listening
