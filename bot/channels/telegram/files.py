"""Fetching a file that somebody sent."""

import asyncio
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.channels import Failure, SendError
from bot.channels.telegram.failures import attempt, failure
from bot.channels.telegram.requests import Requests, ServerTrouble

SIZE_LIMIT = 20_000_000  # bytes: Bot API, getFile
NOT_FOUND = HTTPStatus.NOT_FOUND
SECONDS = 60.0  # between two pieces of a download


class Files:
    """Downloads by file id. `local`: the server is a self-hosted one, whose `--local` mode hands out paths."""

    def __init__(self, bot: Bot, requests: Requests, base: str, *, local: bool) -> None:
        self._bot = bot
        self._requests = requests
        self._base = base
        self._local = local

    async def fetch(self, file: str) -> bytes:
        """The bytes. Raises SendError: NEVER for a file that is too large or unknown, TRY_AGAIN for the rest."""
        try:
            return await self._fetch(file)
        except SendError as error:
            if error.failure is Failure.UNKNOWN:  # asking twice for a file does no harm
                raise SendError(Failure.TRY_AGAIN, error.reason) from None
            raise

    async def _fetch(self, file: str) -> bytes:
        found = await attempt(self._bot.get_file(file))
        _check(found.file_size or 0)
        path = (found.file_path or "").removeprefix(f"{self._base}/")
        data = await self._read(path) if self._local and path.startswith("/") else None
        if data is None:
            data = await self._download(path)
        _check(len(data))
        return data

    async def _read(self, path: str) -> bytes | None:
        """The file itself, when the server works on this machine's disk; None when it is not here."""
        try:
            _check((await asyncio.to_thread(Path(path).stat)).st_size)
            return await asyncio.to_thread(Path(path).read_bytes)
        except OSError:
            return None

    async def _download(self, path: str) -> bytes:
        try:
            return await self._requests.retrieve(f"{self._base}/{quote(path.lstrip('/'))}", read_timeout=SECONDS)
        except TelegramError as error:
            absent = isinstance(error, InvalidToken) or (isinstance(error, ServerTrouble) and error.code == NOT_FOUND)
            if absent:  # the library takes every 404 for a wrong token; getFile has just accepted ours
                raise SendError(Failure.NEVER, "the file is no longer there") from None
            raise failure(error) from None


def _check(size: int) -> None:
    if size > SIZE_LIMIT:
        raise SendError(Failure.NEVER, "the file is too large")
