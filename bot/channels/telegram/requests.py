"""How we speak HTTP with a Bot API server: a request layer for python-telegram-bot over aiohttp, safe for logs.

The library's own layer finds a connection by looking at all of them, which at 300 messages a second took more than
everything else together. It also logs the address of every request (the bot's token is in it) and puts an answer it
cannot read into its exceptions (names and words of people may be in it). Neither may happen here.
"""

import asyncio
import io
import json
import logging
import uuid
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import urlencode
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.channels import ON_ITS_WAY

POOL = 512  # connections for sends; delivery runs fewer at once
CONNECT_SECONDS = 10.0
UPLOAD_SECONDS = 120.0  # 50 MB, the Bot API's limit for uploads, at 4 Mbit/s
KEPT_SECONDS = 30.0  # an idle connection
ROUNDS = 2  # of the loop, after which a connection that was cut meanwhile is known as such, and not used
LARGE = 65_536  # bytes; a larger body is handed to the connection piece by piece

_Seconds = Any  # the library's own type for "a number, None, or not given" is private to it


class ServerTrouble(NetworkError):
    """The server answered with an HTTP status that the library has no exception of its own for."""

    __slots__ = ("code",)

    def __init__(self, code: int, phrase: str) -> None:
        super().__init__(phrase)
        self.code = code


class Requests(BaseRequest):
    """A request layer with `pool` connections that waits `answer_within` seconds for an answer.

    Its errors tell the status and never quote what was received. Proxies are taken from the environment.
    """

    __slots__ = ("_answer_within", "_closed", "_pool", "_proxies", "_session")

    def __init__(self, pool: int, answer_within: float) -> None:
        self._pool = pool
        self._answer_within = answer_within
        self._session: aiohttp.ClientSession | None = None
        self._closed = False
        self._proxies: dict[str, str | None] = {}

    @property
    def read_timeout(self) -> float:
        """Seconds without a byte of the answer."""
        return self._answer_within

    async def initialize(self) -> None:
        """Nothing: connections are made when they are needed."""

    async def shutdown(self) -> None:
        """Closes every connection; no request can follow."""
        self._closed = True
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request; returns the status and the body.

        Raises `ServerTrouble` for what the library cannot name, and NetworkError, caused by aiohttp's own, where no
        answer came. Of the time limits only `read_timeout` can be given.
        """
        mime, body = _encoded(request_data)
        within = self._answer_within if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        limits = aiohttp.ClientTimeout(
            total=None if within is None else CONNECT_SECONDS + UPLOAD_SECONDS + within,
            connect=CONNECT_SECONDS,
            sock_connect=CONNECT_SECONDS,
            sock_read=within,
        )
        address = URL(url, encoded=True)
        headers = {"User-Agent": self.USER_AGENT} | ({"Content-Type": mime} if mime else {})
        data = io.BytesIO(body) if len(body) > LARGE else body
        for _ in range(ROUNDS):
            await asyncio.sleep(0)
        try:
            async with self._connections().request(
                method, address, data=data or None, headers=headers, timeout=limits, proxy=self._proxy(address)
            ) as answer:
                code, content = answer.status, await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NetworkError(type(error).__name__) from error
        if not HTTPStatus.OK <= code < HTTPStatus.MULTIPLE_CHOICES:
            _check(code, content)
        return code, content

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The JSON object in `payload`. Raises TelegramError, without quoting it, when there is none."""
        try:
            answer = json.loads(payload)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("the server's answer is not a JSON object")
        return answer

    def _proxy(self, address: URL) -> str | None:
        """The proxy for a host by the environment, looked up once."""
        host = address.host or ""
        if host not in self._proxies:
            self._proxies[host] = None if proxy_bypass(host) else getproxies().get(address.scheme)
        return self._proxies[host]

    def _connections(self) -> aiohttp.ClientSession:
        if self._closed:
            raise NetworkError("closed")
        if self._session is None:  # made here, since it belongs to the running loop
            connector = aiohttp.TCPConnector(limit=self._pool, keepalive_timeout=KEPT_SECONDS)
            traces = aiohttp.TraceConfig()
            traces.on_request_headers_sent.append(_written)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trace_configs=[traces]
            )
        return self._session


async def _written(session: aiohttp.ClientSession, context: object, parameters: object) -> None:
    tell = ON_ITS_WAY.get()
    if tell is not None:
        tell()


def _encoded(data: RequestData | None) -> tuple[str, bytes]:
    """Type and bytes of a body; both empty where there is nothing to say."""
    if data is None:
        return "", b""
    files = data.multipart_data
    if not files:
        return "application/x-www-form-urlencoded", urlencode(data.json_parameters).encode()
    mark = uuid.uuid4().hex
    parts = [_part(mark, f'name="{name}"', "", text.encode()) for name, text in data.json_parameters.items()]
    for name, (filename, content, mime) in files.items():
        shown = filename.replace("\\", "\\\\").replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        parts.append(_part(mark, f'name="{name}"; filename="{shown}"', f"Content-Type: {mime}\r\n", content))
    return f"multipart/form-data; boundary={mark}", b"".join([*parts, f"--{mark}--\r\n".encode()])


def _part(mark: str, about: str, mime: str, content: bytes | IO[bytes]) -> bytes:
    head = f"--{mark}\r\nContent-Disposition: form-data; {about}\r\n{mime}\r\n"
    return head.encode() + (content if isinstance(content, bytes) else content.read()) + b"\r\n"


def _check(code: int, body: bytes) -> None:
    """Raises ServerTrouble where the library would lose the status or quote the body."""
    try:
        answer = Requests.parse_json_payload(body)
    except TelegramError:
        raise ServerTrouble(code, f"HTTP {code}") from None
    parameters = answer.get("parameters")
    known = isinstance(parameters, dict) and (parameters.get("retry_after") or parameters.get("migrate_to_chat_id"))
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR or (code == HTTPStatus.TOO_MANY_REQUESTS and not known):
        raise ServerTrouble(code, f"HTTP {code}")
    if code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        raise ServerTrouble(code, "Request Entity Too Large")


def make(pool: int, answer_within: float) -> Requests:
    """A request layer; what its libraries log below warnings (tokens, people's words) stays unwritten."""
    for name in ("aiohttp", "httpx", "httpcore", "telegram"):
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))
    return Requests(pool, answer_within)
