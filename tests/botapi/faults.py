"""Troubles a test can order: errors, answers that never come, a server that is down."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from tests.botapi.errors import JSON, ApiError
from tests.botapi.http import Reply
from tests.botapi.params import Params

Hanging = Literal["silent", "drop"]
"""`silent`: the connection stays and nothing comes. `drop`: the connection is cut."""


@dataclass(slots=True)
class Fault:
    """One ordered trouble, for `times` calls of `method` (* for any) to `chat_id` (None for any)."""

    method: str
    chat_id: int | None
    times: int
    reply: Reply | None = None
    hanging: Hanging = "silent"
    effect: bool = True

    def meets(self, method: str, params: Params) -> bool:
        """Is it this call's turn?"""
        here = self.chat_id is None or self.chat_id == params.integer("chat_id")
        return here and self.method in {"*", method}


class Faults:
    """The troubles that are ordered and have not come yet. Guarded by the world's lock."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def order(self, fault: Fault) -> None:
        """Adds one."""
        self._waiting.append(fault)

    def take(self, method: str, params: Params) -> Fault | None:
        """The trouble this call gets, if any; it is used up by one."""
        for fault in self._waiting:
            if fault.meets(method, params):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Takes all orders back."""
        self._waiting.clear()


def failing_reply(status: int, body: JSON | bytes | str | None, retry_after: int | None) -> Reply:
    """The answer of a failing call; a text is taken as Telegram's description."""
    if isinstance(body, bytes):
        return Reply(status, body, "text/html")
    if body is None or isinstance(body, str):
        parameters = {} if retry_after is None else {"retry_after": retry_after}
        body = ApiError(status, body or HTTPStatus(status).phrase, **parameters).body()
    return Reply(status, json.dumps(body).encode())
