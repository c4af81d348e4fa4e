"""How the web chat says no: a status, a code for the page and a sentence for the person; never a traceback."""

import logging
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels import Unavailable
from bot.web.languages import page_language
from storage.errors import StorageError

log = logging.getLogger(__name__)

Words = Callable[[str, str], str]
"""Looks a text up by its key and language."""

Endpoint = Callable[[Request], Awaitable[Response]]


class Turned(Exception):
    """A request that is turned away. `code` names the text `web-error-<code>`."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


def answering(endpoint: Endpoint, words: Words) -> Endpoint:
    """The endpoint with every failure turned into JSON `{"error": code, "say": sentence}`."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except Turned as turned:
            return say_no(request, words, turned)
        except (Unavailable, StorageError) as error:
            log.warning("web chat cannot store: %s", type(error).__name__)
            return say_no(request, words, Turned(503, "unavailable"))

    return answer


def say_no(request: Request, words: Words, turned: Turned) -> JSONResponse:
    """The answer to a request that is turned away."""
    sentence = words(f"web-error-{turned.code}", page_language(request))
    headers = {"Retry-After": "3"} if turned.status == 503 else None
    return JSONResponse({"error": turned.code, "say": sentence}, turned.status, headers)
