"""The pages that a person opens: the chat, the demo's phones, an invitation, a service card."""

import re
import secrets
from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels import Unavailable
from bot.channels.web.answers import Turned, Words, log
from bot.channels.web.bodies import read_small_form
from bot.channels.web.bubbles import ME
from bot.channels.web.flights import Flights
from bot.channels.web.posting import Posting
from bot.channels.web.sessions import Seat, Sessions
from bot.web import languages
from bot.web.pages import Pages
from storage.errors import StorageError

TOKEN = re.compile(r"[A-Za-z0-9_-]{8,100}")
YEAR_SECONDS = 365 * 24 * 3600

Visit = Callable[[Request], Awaitable[Response]]


class Visits:
    """Answers with whole pages, also when something is wrong."""

    def __init__(
        self,
        sessions: Sessions,
        posting: Posting,
        flights: Flights,
        words: Words,
        seats: Sequence[Seat],
        telegram: Callable[[], str | None],
    ) -> None:
        self._sessions = sessions
        self._posting = posting
        self._flights = flights
        self._words = words
        self._seats = {seat.key: seat for seat in seats}
        self._pages = Pages(words)
        self._telegram = telegram

    def page(self, visit: Visit) -> Visit:
        """The visit with every failure turned into a page, and the language remembered that was asked for."""

        async def answer(request: Request) -> Response:
            language = languages.page_language(request)
            try:
                response = await visit(request)
            except Turned as turned:
                response = self._pages.sorry(language, turned.status, turned.code)
            except (Unavailable, StorageError) as error:
                log.warning("web chat cannot store: %s", type(error).__name__)
                response = self._pages.sorry(language, 503, "unavailable")
            asked = languages.asked_language(request)
            if asked:
                response.set_cookie(languages.COOKIE, asked, max_age=YEAR_SECONDS, httponly=True, samesite="lax")
            return response

        return answer

    async def front(self, request: Request) -> Response:
        """GET /: the chat; in the demo, the phones."""
        if not self._seats:
            return self._chat(request, ME, framed=False)
        self._sessions.open_or_begin(request, ME)  # turns foreign host names away
        language = languages.page_language(request)
        phones = [
            {"key": seat.key, "title": self._words(seat.title, language), "hint": self._words(seat.hint, language)}
            for seat in self._seats.values()
        ]
        return self._pages.demo(language, phones)

    async def phone(self, request: Request) -> Response:
        """GET /phone/{seat}: one phone of the demo's."""
        if not self._seats:
            raise Turned(404, "not-found")
        return self._chat(request, request.path_params["seat"], framed=True)

    async def invitation(self, request: Request) -> Response:
        """GET /i/{token}: the button. Nothing changes, a link's preview may come here as often as it likes."""
        _token(request, "invitation")
        session = self._sessions.open_or_begin(request, ME)
        csrf = self._sessions.csrf_token(session)
        response = self._pages.invitation(session.language, csrf=csrf, client=secrets.token_hex(12))
        self._sessions.keep(response, session)
        return response

    async def accept(self, request: Request) -> Response:
        """POST /i/{token}: the button was pressed; the chat goes on with it."""
        return await self._enter(request, "inv_", "web-join-said", "invitation")

    async def card(self, request: Request) -> Response:
        """GET /c/{token}: the code of a service card was scanned. A button, the way to Telegram; nothing changes."""
        token, session = _token(request, "not-found"), self._sessions.open_or_begin(request, ME)
        bot = self._telegram()
        telegram = f"https://t.me/{bot}?start=card-{token}" if bot else None
        csrf, client = self._sessions.csrf_token(session), secrets.token_hex(12)
        response = self._pages.card(session.language, csrf=csrf, client=client, telegram=telegram)
        self._sessions.keep(response, session)
        return response

    async def open_card(self, request: Request) -> Response:
        """POST /c/{token}: the button was pressed; the chat goes on with the card."""
        return await self._enter(request, "card-", "web-card-said", "not-found")

    async def _enter(self, request: Request, beginning: str, said: str, sorry: str) -> Response:
        token, session = _token(request, sorry), self._sessions.open(request, ME)
        fields = await read_small_form(request)
        self._sessions.check_post(request, session, fields.text("csrf"))
        with self._flights.one():
            target = await self._posting.target(session, ME, fields.client_id("client"))
            await self._posting.enter(target, f"{beginning}{token}", self._words(said, session.language))
        return RedirectResponse(f"/phone/{ME}" if self._seats else "/", 303)

    def _chat(self, request: Request, seat: str, *, framed: bool) -> Response:
        session = self._sessions.open_or_begin(request, seat)
        known = self._seats.get(seat)
        title = self._words(known.title if known else "web-title", session.language)
        csrf = self._sessions.csrf_token(session)
        response = self._pages.chat(session.language, seat=seat, title=title, csrf=csrf, framed=framed)
        self._sessions.keep(response, session)
        return response


def _token(request: Request, sorry: str) -> str:
    token = str(request.path_params["token"])
    if not TOKEN.fullmatch(token):
        raise Turned(404, sorry)
    return token
