"""As much of HTTP/1.1 as a Bot API server needs: requests off a stream, answers onto one."""

import asyncio
import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from tests.botapi.errors import ApiError

BODY_LIMIT = 60 * 1024 * 1024  # bytes; above the largest upload that the rules allow
_STATUS = {status.value: f"HTTP/1.1 {status.value} {status.phrase}\r\n".encode() for status in HTTPStatus}


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `headers` have lower-case names."""

    verb: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """The next request of a connection; None when it has ended.

    Raises asyncio.IncompleteReadError when the client vanishes in mid-request, ValueError for what is no HTTP and
    ApiError(413) for a body that is too long.
    """
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head[:-4].decode("latin-1").split("\r\n")
    verb, target, _ = first.split(" ", 2)
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    path, _, query = target.partition("?")
    return Request(verb, unquote(path), query, headers, await _read_body(reader, headers))


async def _read_body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return await _read_chunks(reader)
    length = int(headers.get("content-length", "0"))
    if length > BODY_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    return await reader.readexactly(length) if length else b""


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = bytearray()
    while True:
        size = int((await reader.readuntil(b"\r\n")).split(b";")[0], 16)
        chunk = await reader.readexactly(size + 2)
        if size == 0:
            return bytes(body)
        body += chunk[:-2]
        if len(body) > BODY_LIMIT:
            raise ApiError(413, "Request Entity Too Large")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer."""

    status: int
    body: bytes
    mime: str = "application/json"

    def encoded(self) -> bytes:
        """The answer as it goes over the wire; the connection is kept."""
        head = f"Content-Type: {self.mime}\r\nContent-Length: {len(self.body)}\r\n\r\n".encode()
        return _STATUS[self.status] + head + self.body


def json_reply(status: int, value: Any) -> Reply:
    """An answer in JSON."""
    return Reply(status, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))


def error_reply(error: ApiError) -> Reply:
    """An error as Telegram answers it."""
    return json_reply(error.code, error.body())
