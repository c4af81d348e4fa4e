"""The calendar of a visitor, at its secret address: GET /calendar/TOKEN.ics. It holds days and numbers alone."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot import icalendars
from bot.clock import Clock
from bot.icalendars import Days
from bot.web.headers import SecurityHeaders
from handlers import texts
from handlers.community import Community
from handlers.message import Text
from handlers.turn import Speaker
from handlers.visits import agenda, day_words
from storage import feeds, people, roles
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
BACK, AHEAD = timedelta(days=31), timedelta(days=92)  # what is late stays on its day; visits are planned weeks ahead
# Kept by the calendar alone, and asked about each time: a withdrawn address must not live on in a cache.
CACHE = "private, no-cache"
MEDIA_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True, slots=True)
class _Found:
    days: Days
    language: str


class CalendarFeeds:
    """Answers calendars that ask. `community` gives the one in force."""

    def __init__(self, database: Database, community: Callable[[], Community], clock: Clock) -> None:
        self._database = database
        self._community = community
        self._clock = clock

    def routes(self) -> list[Route]:
        """The one address."""
        return [Route("/calendar/{token}.ics", self.read, methods=["GET"], middleware=[Middleware(SecurityHeaders)])]

    async def read(self, request: Request) -> Response:
        """The calendar; 304 where the asker has it already, 404 for an address that leads nowhere (any more)."""
        token = request.path_params["token"]
        try:
            found = await self._database.read(lambda tx: self._find(tx, token)) if TOKEN.fullmatch(token) else None
        except StorageError:
            return PlainTextResponse("later", 503, {"Retry-After": "600"})
        if found is None:
            return PlainTextResponse("not found", 404)
        answer = {"Cache-Control": CACHE, "ETag": _tag(found)}
        if answer["ETag"] in (each.strip() for each in request.headers.get("if-none-match", "").split(",")):
            return Response(status_code=304, headers=answer)
        answer["Content-Disposition"] = 'inline; filename="visits.ics"'
        return Response(self._written(found), media_type=MEDIA_TYPE, headers=answer)

    def _find(self, tx: Transaction, token: str) -> _Found | None:
        feed = feeds.by_token(tx, token)
        if feed is None:
            return None
        person = people.read(tx, feed.person_id)
        if person.state != "joined" or not agenda.visits_people(roles.of_person(tx, person.id)):
            return None
        speaker = Speaker(tx, self._clock.now(), self._community())
        here = day_words.today(speaker.community, speaker.now)
        planned = agenda.between(speaker, person.id, here - BACK, here + AHEAD)
        owner = tx.keyed_hash(f"calendar owner:{person.id}").hex()[:16]
        return _Found(Days(owner, Counter(visit.day for visit in planned)), person.language)

    def _written(self, found: _Found) -> bytes:
        zone = self._community().zone

        def said(key: str, **values: object) -> str:
            return texts.render(Text(key, values), found.language, zone)

        words = {count: said("calendar-event", n=count) for count in set(found.days.counts.values())}
        return icalendars.written(found.days, words, said("calendar-name"), zone, self._clock.now())


def _tag(found: _Found) -> str:
    """Weak: the same days are the same calendar, whenever it is written."""
    told = repr((found.days.owner, sorted(found.days.counts.items()), found.language))
    return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'
