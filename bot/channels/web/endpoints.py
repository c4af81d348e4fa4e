"""The chat's addresses: what a page reads from and posts to."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels import Unavailable
from bot.channels.web.answers import Turned
from bot.channels.web.bodies import Fields, read_form, read_json
from bot.channels.web.bubbles import ME, file_of, page_bubble
from bot.channels.web.events import FIRST, EventStream, Rooms
from bot.channels.web.files import clean_upload, file_answer
from bot.channels.web.flights import Flights
from bot.channels.web.hub import Hub
from bot.channels.web.posting import Posting, Target
from bot.channels.web.sessions import CSRF_HEADER, Session, Sessions
from handlers.incoming import Position
from storage import web_chat
from storage.database import Database
from storage.errors import NotFound
from storage.media import MediaFolder
from storage.transaction import Transaction

CHAT_NAME = 100  # characters
CAPTION = 4096  # characters
LABEL = 4096  # characters


class Endpoints:
    """Reads a request, checks whose it is, and hands it on."""

    def __init__(
        self, db: Database, media: MediaFolder, sessions: Sessions, hub: Hub, posting: Posting, rooms: Rooms
    ) -> None:
        self._db = db
        self._media = media
        self._sessions = sessions
        self._hub = hub
        self._posting = posting
        self._rooms = rooms
        self._one_photo = asyncio.Semaphore(1)  # a large one needs much memory
        self.flights = Flights()

    async def messages(self, request: Request) -> Response:
        """POST: words, a pressed choice, or earlier words changed."""
        session = self._checked(request)
        fields = await read_json(request)
        with self.flights.one():
            return await self._message(session, fields)

    async def position(self, request: Request) -> Response:
        """POST: where the person is."""
        session = self._checked(request)
        fields = await read_json(request)
        place = Position(fields.degrees("latitude", 90), fields.degrees("longitude", 180))
        with self.flights.one():
            return JSONResponse({"message": await self._posting.locate(await self._target(session, fields), place)})

    async def upload(self, request: Request) -> Response:
        """POST: a photo, a voice message or another file."""
        session = self._checked(request)
        fields, upload = await read_form(request)
        if upload is None:
            raise Turned(422, "file-empty")
        with self.flights.one():
            target = await self._target(session, fields)
            caption = fields.text("caption", CAPTION)
            async with self._one_photo:
                clean = await asyncio.to_thread(clean_upload, upload, fields.text("kind", 10))
            digest = await self._keep(clean.data)
            return JSONResponse({"message": await self._posting.attach(target, file_of(clean, digest), caption)})

    async def earlier(self, request: Request) -> Response:
        """GET: what was said before the place `before` in a chat."""
        session = self._session(request)
        before = request.query_params.get("before", "")
        if not (before.isascii() and before.isdigit() and len(before) <= 18):
            raise Turned(422, "wrong-shape")
        target = await self._posting.target(session, request.query_params.get("chat", ME), "")
        chat = target.room.chat
        bubbles = await self._db.read(lambda tx: web_chat.newest(tx, chat, FIRST, before=int(before)))
        return JSONResponse({"messages": [page_bubble(bubble, session.seat, session.user) for bubble in bubbles]})

    async def events(self, request: Request) -> Response:
        """GET: the stream of what happens in all of the session's chats."""
        session = self._session(request)
        after = request.headers.get("last-event-id") or request.query_params.get("after", "")
        watcher = self._hub.join(session.user)
        if watcher is None:
            raise Turned(503, "unavailable")
        return EventStream(self._db, self._hub, watcher, session, after, self._rooms)

    async def medium(self, request: Request) -> Response:
        """GET: a file that one of the session's chats shows."""
        session, digest = self._session(request), request.path_params["digest"]
        mime = await self._db.read(lambda tx: self._mime(tx, session, digest))
        if mime is None:
            raise Turned(404, "not-found")
        try:
            data = await asyncio.to_thread(self._media.get, digest)
        except NotFound as error:
            raise Turned(404, "not-found") from error
        return file_answer(data, mime, request.headers.get("range", ""))

    async def _message(self, session: Session, fields: Fields) -> Response:
        press = fields.fields("press")
        if press is not None:
            action = press.action()
            await self._posting.press(await self._target(session, fields, press.message_id("message")), action)
            return JSONResponse({"message": None})
        text = fields.text("text")
        if fields.text("edit_of", 64):
            target = await self._target(session, fields)
            return JSONResponse({"message": await self._posting.edit(target, fields.client_id("edit_of"), text)})
        target = await self._target(session, fields, fields.message_id("reply_to"))
        return JSONResponse({"message": await self._posting.say(target, text, fields.text("shown", LABEL))})

    async def _keep(self, data: bytes) -> str:
        try:
            return await asyncio.to_thread(self._media.put, data)
        except OSError as error:
            raise Unavailable(f"a file cannot be kept: {type(error).__name__}") from error

    async def _target(self, session: Session, fields: Fields, about: int | None = None) -> Target:
        return await self._posting.target(session, fields.text("chat", CHAT_NAME) or ME, fields.client_id(), about)

    def _session(self, request: Request) -> Session:
        return self._sessions.open(request, request.path_params["seat"])

    def _checked(self, request: Request) -> Session:
        session = self._session(request)
        self._sessions.check_post(request, session, request.headers.get(CSRF_HEADER, ""))
        return session

    def _mime(self, tx: Transaction, session: Session, digest: str) -> str | None:
        chats = (session.user, *(room.chat for room in self._rooms(tx, session.user)))
        found = (web_chat.mime_of(tx, chat, digest) for chat in chats)
        return next((mime for mime in found if mime is not None), None)
