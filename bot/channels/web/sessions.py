"""Who is writing: a signed cookie that holds a random key, and the checks that a request comes from our own page."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.answers import Turned
from bot.web.languages import page_language

ME = "me"  # the seat of whoever opens the page
LIFETIME_SECONDS = 400 * 24 * 3600  # the longest that Chromium keeps a cookie; set anew at every visit
LOCAL_HOSTS = {"127.0.0.1", "localhost", "::1"}
CSRF_HEADER = "x-csrf-token"


@dataclass(frozen=True, slots=True)
class Seat:
    """One of the demo's phones: its name in addresses, the text keys of its title and hint, and whose it is."""

    key: str
    title: str
    user: str
    hint: str


@dataclass(frozen=True, slots=True)
class Session:
    """Who is at which seat, and in which language the page is."""

    seat: str
    user: str
    language: str


class Sessions:
    """Makes and reads the cookies. `secret` signs them; with `seats` it is the demo and answers local names only."""

    def __init__(self, secret: bytes, public_url: str, seats: Sequence[Seat] = ()) -> None:
        self._secret = secret
        self._seats = {seat.key: seat for seat in seats}
        self._public = urlsplit(public_url)
        self._secure = self._public.scheme == "https"

    def open(self, request: Request, seat: str) -> Session:
        """The session of a request. Raises Turned (404 for an unknown seat, 401 without a valid cookie)."""
        user = self._user_of(request, self._checked(request, seat))
        if user is None:
            raise Turned(401, "session")
        return Session(seat, user, page_language(request))

    def open_or_begin(self, request: Request, seat: str) -> Session:
        """The session of a request, or a new one. Raises Turned for an unknown seat."""
        known = self._seats.get(self._checked(request, seat))
        user = known.user if known else self._user_of(request, seat) or secrets.token_urlsafe(18)
        return Session(seat, user, page_language(request))

    def keep(self, response: Response, session: Session) -> None:
        """Puts the session's cookie on an answer."""
        response.set_cookie(
            _cookie_name(session.seat),
            self._signer(session.seat).dumps(session.user),
            max_age=LIFETIME_SECONDS,
            path="/",
            httponly=True,
            samesite="lax",
            secure=self._secure,
        )

    def csrf_token(self, session: Session) -> str:
        """What our page must send along with everything it posts in this session."""
        return hmac.digest(self._secret, f"csrf:{session.seat}:{session.user}".encode(), hashlib.sha256).hex()

    def check_post(self, request: Request, session: Session, token: str) -> None:
        """Sees that a post comes from our own page. Raises Turned (403)."""
        if not self._own_origin(request):
            raise Turned(403, "origin")
        if not hmac.compare_digest(token.encode(), self.csrf_token(session).encode()):
            raise Turned(403, "csrf")

    def _checked(self, request: Request, seat: str) -> str:
        """The seat, if it exists. A foreign host name that leads here (DNS rebinding) never reaches the demo."""
        if self._seats and _parts(f"//{request.headers.get('host', '')}").hostname not in LOCAL_HOSTS:
            raise Turned(403, "origin")
        if seat != ME and seat not in self._seats:
            raise Turned(404, "not-found")
        return seat

    def _user_of(self, request: Request, seat: str) -> str | None:
        try:
            cookie = request.cookies.get(_cookie_name(seat), "")
            user = self._signer(seat).loads(cookie, max_age=LIFETIME_SECONDS)
        except BadSignature:
            return None
        known = self._seats.get(seat)
        return str(user) if known is None or user == known.user else None

    def _own_origin(self, request: Request) -> bool:
        origin = _parts(request.headers.get("origin", ""))
        if origin.scheme not in ("http", "https"):
            return False
        return origin.netloc == request.headers.get("host") or origin[:2] == self._public[:2]

    def _signer(self, seat: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._secret, salt=f"linli-session-{seat}")


def _parts(address: str) -> SplitResult:
    """The parts of an address that a stranger wrote; none of what is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _cookie_name(seat: str) -> str:
    return "linli" if seat == ME else f"linli-{seat}"
