"""The route that Telegram calls. It answers 200 only after the update has been stored."""

import asyncio
import hmac
import json
import logging
import re
from collections.abc import Callable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram.reception import Reception

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Bot API, setWebhook
BODY_LIMIT = 1_000_000  # bytes; a real update stays far below 100 kB


def derived_secret(token: str) -> str:
    """A secret for the webhook, made from the bot's token, for those who have set none."""
    return hmac.new(token.encode(), b"webhook", "sha256").hexdigest()


class Webhook:
    """The endpoint at `path`. `reception` is asked at each call: None while we take nothing in (503)."""

    def __init__(self, path: str, secret: str, reception: Callable[[], Reception | None]) -> None:
        """Raises ValueError when the secret is not one that Telegram accepts."""
        if not SECRET.fullmatch(secret):
            raise ValueError("the webhook secret must be 1 to 256 characters of A-Z, a-z, 0-9, _ and -")
        self._secret = secret.encode()
        self._reception = reception
        self.route = Route(path, self.endpoint, methods=["POST"])

    async def endpoint(self, request: Request) -> Response:
        """401 without the right secret; 503 when the update must come again; else 200, also for nonsense.

        Whoever knows the secret is Telegram, and Telegram repeats what is not answered with 2xx: so a body that
        cannot be read is logged and accepted.
        """
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return Response(status_code=401)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        reception = self._reception()  # asked last: we may have been stopped while the body came
        if reception is None:
            return Response(status_code=503)
        stored = body is None or await _store(reception, body)
        return Response(status_code=200 if stored else 503)


async def _store(reception: Reception, body: bytes) -> bool:
    try:
        raw: object = json.loads(body)
    except (ValueError, RecursionError) as error:
        logger.warning("update refused: %s", type(error).__name__)
        return True
    task = reception.begin(raw)
    return task is None or await asyncio.shield(task)


async def _body(request: Request) -> bytes | None:
    """The body; None (logged) when it is larger than any update."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > BODY_LIMIT:
            logger.warning("update refused: more than %d bytes", BODY_LIMIT)
            return None
    return bytes(body)
