"""`linli serve`: the service, until SIGTERM or Ctrl-C; then what runs is finished."""

import asyncio
import contextlib
import logging
import signal
import sys

from bot.app import App, Demo, running
from bot.config import Settings

log = logging.getLogger(__name__)


async def serve(settings: Settings, demo: Demo | None = None) -> int:
    """Serves until a signal. Raises what the start raises."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers; Ctrl-C ends the loop there
            loop.add_signal_handler(number, stop.set)
    async with running(settings, demo=demo) as app:
        print(_welcome(app), file=sys.stderr, flush=True)
        await stop.wait()
    return 0


def _welcome(app: App) -> str:
    ways = [f"Linli is at {app.public_url()}"]
    if app.telegram is not None:
        ways.append("and on Telegram")
    return " ".join(ways) + "  (Ctrl-C ends it)"
