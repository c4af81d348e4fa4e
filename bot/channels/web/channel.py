"""The web chat as a channel: what is sent goes into the tables, and every open page that it concerns is woken."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from bot.channels import Abilities, Envelope, Failure, Medium, Pace, Rates, Receive, SendError, Standing, at_once
from bot.channels.web.answers import Endpoint, Words, answering
from bot.channels.web.bodies import LARGEST_ID, MESSAGE_ID
from bot.channels.web.bubbles import Shown, service_body
from bot.channels.web.endpoints import Endpoints
from bot.channels.web.events import Rooms
from bot.channels.web.hub import Hub
from bot.channels.web.posting import ACCOUNT, Posting
from bot.channels.web.sessions import Seat, Sessions
from bot.channels.web.visits import Visit, Visits
from bot.web.headers import SecurityHeaders
from bot.web.pages import static_files
from storage import web_chat
from storage.database import Database
from storage.errors import StorageError
from storage.media import MediaFolder
from storage.transaction import Transaction, Work

T = TypeVar("T")

MENU = "menu"  # the message id of an envelope that only brought a menu


class WebChannel:
    """Implements `Channel`.

    `secret` signs the cookies, `words(key, language)` looks texts up, `rooms(tx, user)` tells the groups that somebody
    belongs to, `clock` gives the time in UTC. `seats` are the demo's phones: anybody who reaches the page may use
    them, so they need `demo=True` (ValueError otherwise) and answer only under local host names. `telegram` gives the
    bot's name on Telegram once it is known: the page of a service card shows the way there, too.
    """

    def __init__(
        self,
        db: Database,
        media: MediaFolder,
        *,
        secret: bytes,
        public_url: str,
        words: Words,
        rooms: Rooms,
        clock: Callable[[], datetime],
        seats: Sequence[Seat] = (),
        demo: bool = False,
        telegram: Callable[[], str | None] = lambda: None,
    ) -> None:
        if seats and not demo:
            raise ValueError("the demo's seats belong to a demo only")
        self.account = ACCOUNT
        self.exclusive = False
        self.abilities = Abilities(wide_buttons=True, sensitive=True, text_limit=20_000, caption_limit=20_000)
        self.rates = Rates(account=(1000, 1.0), chat=(50, 1.0), group=(50, 1.0))
        self._db = db
        self._media = media
        self._words = words
        self._clock = clock
        self._hub = Hub(db)
        self._posting = Posting(db, self._hub, rooms, clock)
        sessions = Sessions(secret, public_url, seats)
        self._endpoints = Endpoints(db, media, sessions, self._hub, self._posting, rooms)
        self._visits = Visits(sessions, self._posting, self._endpoints.flights, words, seats, telegram)

    async def start(self, receive: Receive) -> None:
        """Begins to take events in."""
        self._posting.receive = receive
        self._endpoints.flights.open()

    async def stop(self) -> None:
        """Ends the streams, takes nothing more in, and returns when what was handed to the intake is finished."""
        await self._hub.close()
        await self._endpoints.flights.close()

    async def close(self) -> None:
        """Nothing is held open but the streams, and `stop` has ended those."""

    async def send(self, envelope: Envelope, pace: Pace = at_once) -> str:
        """Shows a message; returns its id. An envelope with nothing but a menu shows none. Raises SendError."""
        await pace(1)
        files = await self._keep(envelope.media)
        body, media = service_body(envelope, files), {shown.digest: shown.mime for shown in files}
        now = self._clock()

        def work(tx: Transaction) -> str:
            if envelope.menu:
                menu = [[command, description] for command, description in envelope.menu]
                web_chat.offer_menu(tx, envelope.chat, json.dumps(menu, ensure_ascii=False))
            if envelope.menu and not (envelope.text or media or envelope.position):
                return MENU
            return str(web_chat.add(tx, envelope.chat, body, media, now=now))

        return await self._write(envelope.chat, work)

    async def edit(self, envelope: Envelope, message: str) -> str:
        """Changes a message; returns its id. Raises SendError (MISSING where it is gone)."""
        if not MESSAGE_ID.fullmatch(message) or int(message) > LARGEST_ID:
            raise SendError(Failure.MISSING, "no such message")
        files = await self._keep(envelope.media)
        body, media = service_body(envelope, files), {shown.digest: shown.mime for shown in files}
        chat, number = envelope.chat, int(message)
        if not await self._write(chat, lambda tx: web_chat.replace(tx, chat, number, body, media)):
            raise SendError(Failure.MISSING, "no such message")
        return message

    async def open_topic(self, chat: str, name: str) -> str:
        """The web chat has no topics. Raises SendError (GONE)."""
        raise SendError(Failure.GONE, "no topics here")

    async def toast(self, press: str, text: str) -> None:
        """Shows a short notice on the pages of whoever pressed; they may be closed by now."""
        if text:
            self._hub.toast(press.rpartition(":")[0], text)

    async def fetch(self, file: str) -> bytes:
        """The web chat keeps files by their digest from the start, so there is nothing to fetch. Raises SendError."""
        raise SendError(Failure.NEVER, "files of the web chat are known by their digest")

    def standing(self) -> Standing:
        """How many pages are open."""
        return Standing(ACCOUNT, details={"streams": str(len(self._hub))})

    def routes(self) -> Sequence[BaseRoute]:
        """The pages, the chat's addresses and the static files."""
        chat, visits = self._endpoints, self._visits
        return [
            self._page("/", visits.front),
            self._page("/phone/{seat}", visits.phone),
            self._page("/i/{token}", visits.invitation),
            self._page("/i/{token}", visits.accept, "POST"),
            self._page("/c/{token}", visits.card),
            self._page("/c/{token}", visits.open_card, "POST"),
            self._data("/chat/{seat}/messages", chat.earlier),
            self._data("/chat/{seat}/messages", chat.messages, "POST"),
            self._data("/chat/{seat}/media", chat.upload, "POST"),
            self._data("/chat/{seat}/position", chat.position, "POST"),
            self._data("/chat/{seat}/events", chat.events),
            self._data("/chat/{seat}/media/{digest}", chat.medium),
            static_files(),
        ]

    def _page(self, path: str, visit: Visit, method: str = "GET") -> Route:
        return Route(path, self._visits.page(visit), methods=[method], middleware=[Middleware(SecurityHeaders)])

    def _data(self, path: str, endpoint: Endpoint, method: str = "GET") -> Route:
        answer = answering(endpoint, self._words)
        return Route(path, answer, methods=[method], middleware=[Middleware(SecurityHeaders)])

    async def _keep(self, media: Sequence[Medium]) -> list[Shown]:
        try:
            digests = [await asyncio.to_thread(self._media.put, medium.data) for medium in media]
        except (OSError, StorageError) as error:
            raise SendError(Failure.TRY_AGAIN, type(error).__name__) from error
        kept = zip(media, digests, strict=True)
        return [Shown(digest, medium.kind, medium.mime, medium.name, len(medium.data)) for medium, digest in kept]

    async def _write(self, chat: str, work: Work[T]) -> T:
        try:
            result = await self._db.turn(work)
        except StorageError as error:
            raise SendError(Failure.TRY_AGAIN, type(error).__name__) from error
        self._hub.wake(chat)
        return result
