"""Sensitive details are not shown in every channel: there, a signed link leads to a page. It lives half an hour.

Opening the link shows a button; only pressing it shows the words, once it is logged who saw them.
"""

from zoneinfo import ZoneInfo

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.clock import Clock
from bot.rendering import body
from bot.web.headers import SecurityHeaders
from bot.web.languages import page_language
from bot.web.pages import Pages
from handlers.message import decode
from storage import reveals, sending, service_requests
from storage.database import Database
from storage.sending import Claimed
from storage.transaction import Transaction

LIVES_SECONDS = 30 * 60


class SensitivePages:
    """Makes the links, and shows what is behind them."""

    def __init__(
        self,
        database: Database,
        pages: Pages,
        secret: bytes,
        public_url: str,
        zone: ZoneInfo,
        clock: Clock,
    ) -> None:
        self._database = database
        self._pages = pages
        self._signer = URLSafeTimedSerializer(secret, salt="sensitive")
        self._public_url = public_url
        self._zone = zone
        self._clock = clock

    def link(self, message: Claimed) -> str | None:
        """The link to one message, for whoever it was sent to; None where others cannot reach our pages."""
        public = self._public_url
        return f"{public}/s/{self._signer.dumps(message.id)}" if public else None

    def routes(self) -> list[Route]:
        """The page: GET shows a button, POST the words."""
        secured = [Middleware(SecurityHeaders)]
        return [
            Route("/s/{token}", self.ask, methods=["GET"], middleware=secured),
            Route("/s/{token}", self.show, methods=["POST"], middleware=secured),
        ]

    async def ask(self, request: Request) -> Response:
        """A button. A link preview comes this far and no further."""
        language = page_language(request)
        if self._message_id(request) is None:
            return self._pages.sorry(language, 410, "link-over")
        return self._pages.sensitive(language, None)

    async def show(self, request: Request) -> Response:
        """The words, after it was logged that they were shown."""
        language = page_language(request)
        number = self._message_id(request)
        shown = None if number is None else await self._database.turn(lambda tx: self._reveal(tx, number))
        if shown is None:
            return self._pages.sorry(language, 410, "link-over")
        return self._pages.sensitive(language, shown)

    def _message_id(self, request: Request) -> int | None:
        try:
            return int(self._signer.loads(request.path_params["token"], max_age=LIVES_SECONDS))
        except (BadSignature, ValueError, TypeError):
            return None

    def _reveal(self, tx: Transaction, number: int) -> str | None:
        message = sending.read(tx, number)
        if message is None or message.person_id is None:
            return None
        about = (message.key or "").partition(":")[2]
        request = service_requests.read(tx, int(about)) if about.isdigit() else None
        subject = request.person_id if request else message.person_id
        reveals.add(
            tx, subject, message.person_id, request.id if request else None, "sensitive page", self._clock.now()
        )
        return body(decode(message.body), message.language, self._zone)
