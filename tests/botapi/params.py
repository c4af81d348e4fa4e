"""A method's parameters, whatever body they came in: form, JSON or multipart."""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from tests.botapi.errors import bad


@dataclass(frozen=True, slots=True)
class Upload:
    """A file part of a multipart body."""

    name: str
    mime: str
    data: bytes


class Params:
    """Values by name: text as in a form, or anything as in JSON. Files stand apart."""

    __slots__ = ("files", "values")

    def __init__(self, values: dict[str, Any], files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str) -> str:
        """A text; empty when missing."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, default: float = 0.0) -> float:
        """A number, or `default` when missing or no number."""
        try:
            return float(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def integer(self, name: str) -> int | None:
        """A whole number, or None when missing or no number."""
        try:
            return int(self.values[name])
        except (KeyError, TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        """Is it said, and true?"""
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes"}

    def object(self, name: str) -> Any:
        """A JSON value, decoded when it came as text; None when missing or empty. Raises 400 on broken JSON."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None


def parse(content_type: str, body: bytes, query: str) -> Params:
    """Parameters from the query and the body. Raises 400 where the body is broken."""
    values: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True)) if query else {}
    files: dict[str, Upload] = {}
    if not body:
        return Params(values)
    kind = content_type.lower()
    if kind.startswith("multipart/form-data"):
        found = re.search(r'boundary="?([^";,]+)', content_type)
        if found is None:
            raise bad("can't parse multipart body: boundary not found")
        _multipart(body, found[1].encode("latin-1"), values, files)
    elif kind.startswith("application/json"):
        values.update(_json(body))
    else:
        values.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return Params(values, files)


def _json(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body)
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(values, dict):
        raise bad("can't parse JSON object")
    return values


def _multipart(body: bytes, boundary: bytes, values: dict[str, Any], files: dict[str, Upload]) -> None:
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        heading = head.decode("utf-8", "replace")
        name = re.search(r'[; ]name="([^"]*)"', heading)
        if name is None:
            continue
        filename = re.search(r'filename="([^"]*)"', heading)
        if filename is None:
            values[name[1]] = content.decode("utf-8", "replace")
            continue
        mime = re.search(r"content-type: *([^\r\n;]+)", heading, re.IGNORECASE)
        files[name[1]] = Upload(filename[1], mime[1] if mime else "application/octet-stream", content)
