"""Sensitive details are not shown in every channel: there, a signed link leads to a page. It lives half an hour.

Opening the link shows a button; only pressing it shows the words, once it is logged who saw them, and the photos and
files that came with them.
"""

import asyncio
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web.files import file_answer
from bot.clock import Clock
from bot.rendering import body
from bot.web.headers import PRIVATE, SecurityHeaders
from bot.web.languages import page_language
from bot.web.pages import Pages
from handlers.message import decode
from storage import assignments, line, media, reveals, sending, service_requests
from storage.database import Database
from storage.errors import NotFound
from storage.media import MediaFolder, Medium
from storage.sending import Claimed
from storage.transaction import Transaction

LIVES_SECONDS = 30 * 60
KEY_ID = re.compile(r"[^:]*:([0-9]{1,19})(?![0-9])")  # `staff:7`, `callback:7/a1`, `ladder:7:limit`


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file on the page: what it is, its name, and where the page gets it."""

    kind: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class _Behind:
    words: str
    files: list[ShownFile]


class SensitivePages:
    """Makes the links, and shows what is behind them."""

    def __init__(
        self,
        database: Database,
        folder: MediaFolder,
        pages: Pages,
        secret: bytes,
        public_url: str,
        zone: ZoneInfo,
        clock: Clock,
    ) -> None:
        self._database = database
        self._folder = folder
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
        """The page: GET shows a button, POST the words; and the files that it shows."""
        secured = [Middleware(SecurityHeaders)]
        return [
            Route("/s/{token}", self.ask, methods=["GET"], middleware=secured),
            Route("/s/{token}", self.show, methods=["POST"], middleware=secured),
            Route("/s/{token}/{place:int}", self.file, methods=["GET"], middleware=secured),
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
        token = request.path_params["token"]
        shown = None if number is None else await self._database.turn(lambda tx: self._reveal(tx, number, token))
        if shown is None:
            return self._pages.sorry(language, 410, "link-over")
        return self._pages.sensitive(language, shown.words, shown.files)

    async def file(self, request: Request) -> Response:
        """One of the message's files, for as long as the link lives."""
        number, place = self._message_id(request), request.path_params["place"]
        found = [] if number is None else await self._database.read(lambda tx: _files(tx, number))
        if place >= len(found):
            return self._pages.sorry(page_language(request), 410, "link-over")
        try:
            data = await asyncio.to_thread(self._folder.get, found[place].digest or "")
        except NotFound:
            return self._pages.sorry(page_language(request), 410, "link-over")
        answer = file_answer(data, found[place].mime, request.headers.get("range", ""))
        answer.headers["Cache-Control"] = PRIVATE  # the link dies, and so must what it showed
        return answer

    def _message_id(self, request: Request) -> int | None:
        try:
            return int(self._signer.loads(request.path_params["token"], max_age=LIVES_SECONDS))
        except (BadSignature, ValueError, TypeError):
            return None

    def _reveal(self, tx: Transaction, number: int, token: str) -> _Behind | None:
        message = sending.read(tx, number)
        if message is None or message.person_id is None:
            return None
        about = _request_of(tx, message.key)
        request = service_requests.read(tx, about) if about is not None else None
        for subject in request.people if request else ():
            reveals.add(tx, subject, message.person_id, about, "sensitive page", self._clock.now())
        words = body(decode(message.body), message.language, self._zone)
        files = [
            ShownFile(each.kind, each.name, f"/s/{token}/{place}") for place, each in enumerate(_files(tx, number))
        ]
        return _Behind(words, files)


def _request_of(tx: Transaction, key: str | None) -> int | None:
    """The request that a keyed message is about: the key names it, or a message of its line, or who holds it."""
    spoken = line.id_in(key)
    if spoken is not None:
        said = line.read(tx, spoken)
        return said.request_id if said else None
    named = KEY_ID.match(key or "")
    if named is None:
        return None
    held = assignments.read(tx, int(named[1]))
    return held.request_id if held else int(named[1])


def _files(tx: Transaction, number: int) -> list[Medium]:
    message = sending.read(tx, number)
    digests = decode(message.body).media if message is not None else ()
    found = (media.by_digest(tx, digest) for digest in digests)
    return [each for each in found if each is not None]
