"""How we speak HTTP with a Bot API server: python-telegram-bot's request layer, made safe for logs and errors.

The layer itself logs the address of every request (the bot's token is in it) and puts an answer it cannot read into
its exceptions (names and words of people may be in it). Neither may happen here.
"""

import json
import logging
from http import HTTPStatus
from typing import Any

import httpx
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, HTTPXRequest, RequestData

POOL = 128  # connections for sends; delivery runs fewer at once
CONNECT_SECONDS = 10.0
UPLOAD_SECONDS = 120.0  # 50 MB, the Bot API's limit for uploads, at 4 Mbit/s

_Seconds = Any  # the library's own type for "a number, None, or not given" is private to it


class ServerTrouble(NetworkError):
    """The server answered with an HTTP status that the library has no exception of its own for."""

    __slots__ = ("code",)

    def __init__(self, code: int, phrase: str) -> None:
        super().__init__(phrase)
        self.code = code


class Requests(HTTPXRequest):
    """The request layer with errors that tell the status and never quote what was received."""

    __slots__ = ()

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
        """One request; returns the status and the body. Raises `ServerTrouble` for what the library cannot name."""
        code, body = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if code < HTTPStatus.OK or code >= HTTPStatus.MULTIPLE_CHOICES:
            _check(code, body)
        return code, body

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
    """A request layer with `pool` connections that waits `answer_within` seconds for an answer."""
    for name in ("httpx", "httpcore", "telegram"):
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))  # below that they write tokens and people's words
    return Requests(
        connection_pool_size=pool,
        connect_timeout=CONNECT_SECONDS,
        read_timeout=answer_within,
        write_timeout=CONNECT_SECONDS,
        media_write_timeout=UPLOAD_SECONDS,
        pool_timeout=CONNECT_SECONDS,
        httpx_kwargs={"limits": httpx.Limits(max_connections=pool, max_keepalive_connections=pool)},
    )
