"""Public information on our pages: GET /news, /news/TOPIC, /news/TOPIC/ID, and a feed of each topic (Atom, RFC 4287).

Addresses stay for good. Nothing here knows who reads, or asks.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.headers import ALONE, PUBLIC, SecurityHeaders
from bot.web.languages import page_language
from bot.web.pages import Pages
from handlers import texts
from handlers.audience.wording import SUBJECTS
from handlers.community import Community
from handlers.message import Named, Text
from handlers.notices import subjects
from handlers.notices.reading import LAST
from storage import notices, places
from storage.database import Database
from storage.errors import StorageError
from storage.notices import Notice
from storage.transaction import Transaction

ATOM = "application/atom+xml; charset=utf-8"
MOST_DIGITS = 18
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """A notice with the name of the unit that published it, in both languages."""

    notice: Notice
    unit: Named


class News:
    """The public pages. `community` gives the one in force; `address` the beginning of our addresses."""

    def __init__(
        self, database: Database, pages: Pages, community: Callable[[], Community], address: Callable[[], str]
    ) -> None:
        self._database = database
        self._pages = pages
        self._community = community
        self._address = address

    def routes(self) -> list[Route]:
        """All addresses below /news."""
        secured = [Middleware(SecurityHeaders, policy=ALONE, cache=PUBLIC)]
        return [
            Route("/news", self.topics, methods=["GET"], middleware=secured),
            Route("/news/{subject}", self.topic, methods=["GET"], middleware=secured),
            Route("/news/{subject}/feed.atom", self.feed, methods=["GET"], middleware=secured),
            Route("/news/{subject}/{number}", self.item, methods=["GET"], middleware=secured),
        ]

    async def topics(self, request: Request) -> Response:
        """All topics, with what came last in each."""
        language = page_language(request)
        found = {code: await self._latest(code, 3) for code in SUBJECTS}
        if any(items is None for items in found.values()):
            return self._later(language)
        groups = [self._group(code, items or [], language) for code, items in found.items()]
        return self._fresh(request, language, [item for items in found.values() for item in items or []], groups=groups)

    async def topic(self, request: Request) -> Response:
        """The last twenty of a topic."""
        language, code = page_language(request), request.path_params["subject"]
        if code not in SUBJECTS:
            return self._pages.sorry(language, 404, "not-found")
        items = await self._latest(code, LAST)
        if items is None:
            return self._later(language)
        return self._fresh(request, language, items, groups=[self._group(code, items, language)], feed=code)

    async def item(self, request: Request) -> Response:
        """One item; 410 where it was taken down."""
        language, number = page_language(request), request.path_params["number"]
        if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
            return self._pages.sorry(language, 404, "not-found")
        try:
            found = await self._database.read(lambda tx: _read(tx, int(number)))
        except StorageError:
            return self._later(language)
        if found is None or found.notice.subject != request.path_params["subject"]:
            return self._pages.sorry(language, 404, "not-found")
        if found.notice.state != notices.PUBLISHED:
            return self._pages.news_gone(language)
        return self._fresh(request, language, [found], item=self._shown(found, language))

    async def feed(self, request: Request) -> Response:
        """The last twenty of a topic for a feed reader."""
        language, code = page_language(request), request.path_params["subject"]
        items = await self._latest(code, LAST) if code in SUBJECTS else []
        if code not in SUBJECTS:
            return self._pages.sorry(language, 404, "not-found")
        if items is None:
            return self._later(language)
        tag, changed = _tag(items, language), _changed(items)
        if _known(request, tag):
            return Response(status_code=304, headers=_headers(tag, changed, language))
        values = {"code": code, "entries": [self._shown(each, language) for each in items], "changed": changed}
        body = self._pages.atom(language, self._name(code, language), self._address().rstrip("/"), values)
        return Response(body, media_type=ATOM, headers=_headers(tag, changed, language))

    async def _latest(self, code: str, limit: int) -> list[Item] | None:
        """What came last under a topic; None while the database does not answer."""
        try:
            return await self._database.read(lambda tx: [_item(tx, each) for each in notices.latest(tx, code, limit)])
        except StorageError:
            return None

    def _fresh(self, request: Request, language: str, items: list[Item], **values: object) -> Response:
        """The page, or 304 where the reader has it already."""
        tag = _tag(items, language)
        headers = _headers(tag, _changed(items), language)
        if _known(request, tag):
            return Response(status_code=304, headers=headers)
        return self._pages.news(language, {"groups": [], "item": None, "feed": None, **values}, headers)

    def _later(self, language: str) -> Response:
        answer = self._pages.sorry(language, 503, "unavailable")
        answer.headers["Retry-After"] = "60"
        return answer

    def _group(self, code: str, items: list[Item], language: str) -> dict[str, object]:
        shown = [self._shown(each, language) for each in items]
        return {"code": code, "name": self._name(code, language), "items": shown}

    def _shown(self, item: Item, language: str) -> dict[str, object]:
        notice = item.notice
        unit = item.unit.en if language == "en" else item.unit.zh
        zone = self._community().zone
        return {
            "path": f"/news/{notice.subject}/{notice.id}",
            "title": notice.title,
            "words": notice.words,
            "unit": unit,
            "day": notice.published_at.astimezone(zone).strftime("%Y-%m-%d"),
            "published": notice.published_at.isoformat(timespec="seconds"),
            "changed": notice.changed_at.isoformat(timespec="seconds"),
            "corrected": notice.revision > 1,
        }

    def _name(self, code: str, language: str) -> str:
        return texts.render(Text(subjects.name(code).key), language, self._community().zone)


def _read(tx: Transaction, number: int) -> Item | None:
    found = notices.read(tx, number)
    return None if found is None else _item(tx, found)


def _item(tx: Transaction, notice: Notice) -> Item:
    place = places.read(tx, notice.place_id)
    return Item(notice, Named(place.name, place.name_en))


def _changed(items: list[Item]) -> datetime:
    return max((each.notice.changed_at for each in items), default=EPOCH)


def _tag(items: list[Item], language: str) -> str:
    told = repr(([(each.notice.id, each.notice.revision) for each in items], language))
    return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


def _known(request: Request, tag: str) -> bool:
    return tag in (each.strip() for each in request.headers.get("if-none-match", "").split(","))


def _headers(tag: str, changed: datetime, language: str) -> dict[str, str]:
    return {
        "ETag": tag,
        "Last-Modified": format_datetime(changed.astimezone(UTC), usegmt=True),
        "Content-Language": language,
        "Vary": "Accept-Language, Cookie",
    }
