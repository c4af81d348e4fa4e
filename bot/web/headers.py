"""The headers that tell a browser how little our pages may do."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OWN_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
ALONE = f"{_OWN_PAGE}; frame-ancestors 'none'"  # a page of its own
FRAMED = f"{_OWN_PAGE}; frame-ancestors 'self'"  # a page that another of our pages shows in a frame
FRAMING = f"{_OWN_PAGE}; frame-src 'self'; frame-ancestors 'none'"  # the page with the frames
NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox"  # data, files: nothing in them may act

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PRIVATE = "no-store"  # what is said in a chat is kept by no cache
PUBLIC = "public, no-cache"  # public pages: shared caches keep them, and ask whether they still hold
CHECKED = "no-cache"  # scripts and styles: kept, but asked about each time, so that a page never mixes two versions


class SecurityHeaders:
    """ASGI middleware: adds the headers that every answer carries; what an answer has set itself stays."""

    def __init__(self, app: ASGIApp, *, policy: str = NOTHING, cache: str = PRIVATE) -> None:
        self._app = app
        self._headers = headers(policy, cache)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    found.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def headers(policy: str, cache: str = PRIVATE) -> Mapping[str, str]:
    """All security headers for a Content-Security-Policy and a Cache-Control."""
    framing = "SAMEORIGIN" if "frame-ancestors 'self'" in policy else "DENY"
    return {"Content-Security-Policy": policy, "Cache-Control": cache, "X-Frame-Options": framing, **_ALWAYS}
