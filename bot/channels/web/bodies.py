"""Reading what a page posts: bounded, and every wrong shape is told apart from a right one."""

import json
import math
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from bot.channels.web.answers import Turned

TEXT_BYTES = 4 * 1024 * 1024  # a text of a million Chinese characters takes three million bytes
TEXT_CHARACTERS = 1_000_000
FILE_BYTES = 10 * 1024 * 1024
FORM_BYTES = FILE_BYTES + 64 * 1024
SMALL_FORM_BYTES = 4096
READ_ON_BYTES = 32 * 1024 * 1024  # a body that is too large is read on to here, so that the page hears our answer
CLIENT_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
MESSAGE_ID = re.compile(r"[0-9]{1,19}")
LARGEST_ID = 2**63 - 1
ACTION_BYTES = 64


class Fields:
    """The fields of a post. Each reader raises Turned (422) for a value that cannot be used."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def text(self, name: str, limit: int = TEXT_CHARACTERS) -> str:
        """A text, empty where the field is missing."""
        value = self._values.get(name, "")
        if not isinstance(value, str):
            raise Turned(422, "wrong-shape")
        if len(value) > limit:
            raise Turned(413, "text-too-long")
        return value.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no text

    def client_id(self, name: str = "client_id") -> str:
        """The page's own name for what it sends."""
        return self._matching(name, CLIENT_ID)

    def message_id(self, name: str) -> int | None:
        """The id of a bubble, or None where the field is missing."""
        if self._values.get(name) in (None, ""):
            return None
        number = int(self._matching(name, MESSAGE_ID))
        if number > LARGEST_ID:
            raise Turned(422, "wrong-shape")
        return number

    def degrees(self, name: str, bound: float) -> float:
        """An angle between `-bound` and `bound`."""
        value = self._values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise Turned(422, "wrong-shape")
        if abs(value) > bound:
            raise Turned(422, "wrong-shape")
        return float(value)

    def fields(self, name: str) -> "Fields | None":
        """An object inside this one, or None where it is missing."""
        value = self._values.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise Turned(422, "wrong-shape")
        return Fields(value)

    def action(self, name: str = "action") -> str:
        """A choice's action."""
        value = self.text(name, ACTION_BYTES)
        if not value or len(value.encode()) > ACTION_BYTES:
            raise Turned(422, "wrong-shape")
        return value

    def _matching(self, name: str, shape: re.Pattern[str]) -> str:
        value = self._values.get(name)
        if not isinstance(value, str) or not shape.fullmatch(value):
            raise Turned(422, "wrong-shape")
        return value


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was posted."""

    name: str
    mime: str
    data: bytes


async def read_json(request: Request) -> Fields:
    """The object in a JSON body. Raises Turned (413, 415, 400, 422)."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Turned(415, "wrong-kind")
    data = b"".join([chunk async for chunk in _bounded(request, TEXT_BYTES, "text-too-long")])
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Turned(400, "wrong-shape") from error
    if not isinstance(values, dict):
        raise Turned(422, "wrong-shape")
    return Fields(values)


async def read_form(request: Request) -> tuple[Fields, Upload | None]:
    """The fields of a form, and the file in it. Raises Turned (413, 415, 400)."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "multipart/form-data":
        raise Turned(415, "wrong-kind")
    body = _bounded(request, FORM_BYTES, "file-too-large")
    try:
        form = await _InMemory(request.headers, body, max_files=1, max_fields=8, max_part_size=TEXT_BYTES).parse()
    except Turned:
        raise
    except (MultiPartException, ValueError, LookupError) as error:
        raise Turned(400, "wrong-shape") from error
    upload = None
    for value in form.values():
        if isinstance(value, UploadFile):
            upload = Upload(value.filename or "", value.content_type or "", await value.read())
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    await form.close()
    if upload is not None and len(upload.data) > FILE_BYTES:
        raise Turned(413, "file-too-large")
    return Fields(fields), upload


async def read_small_form(request: Request) -> Fields:
    """The fields of a form without files. Raises Turned (413, 400)."""
    data = b"".join([chunk async for chunk in _bounded(request, SMALL_FORM_BYTES, "text-too-long")])
    try:
        return Fields(dict(parse_qsl(data.decode(), max_num_fields=8)))
    except ValueError as error:
        raise Turned(400, "wrong-shape") from error


class _InMemory(MultiPartParser):
    """Keeps an upload in memory: the usual one writes it, unsealed, to a temporary file."""

    spool_max_size = FORM_BYTES + 1


async def _bounded(request: Request, limit: int, code: str) -> AsyncGenerator[bytes, None]:
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length[:18]) > READ_ON_BYTES:
        raise Turned(413, code)
    size = 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            if size > READ_ON_BYTES:
                break
            if size <= limit:
                yield chunk
    except ClientDisconnect as error:
        raise Turned(400, "wrong-shape") from error
    if size > limit:
        raise Turned(413, code)
