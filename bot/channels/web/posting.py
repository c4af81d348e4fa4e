"""From a page to the intake: an event is handed on, and only when it is committed its bubble is shown."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.channels import Receive, Unavailable
from bot.channels.web.answers import Turned
from bot.channels.web.bubbles import ME, Room, Shown, choice_index, lasts, own_body, page_bubble, rewritten
from bot.channels.web.events import Rooms
from bot.channels.web.hub import Hub
from bot.channels.web.sessions import Session
from handlers.incoming import Attachment, Incoming, Position, Press
from storage import web_chat
from storage.database import Database
from storage.transaction import Transaction

ACCOUNT = "web"
COMMAND = re.compile(r"\s*[/／]([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
MENTION = re.compile(r"\s*[@＠](?:邻里|linli\b)[\s,，:：]*", re.IGNORECASE)  # how a room's member speaks to the service


@dataclass(frozen=True, slots=True)
class Target:
    """Where something is posted: the chat, the page's own name for it, and the bubble that it answers or presses."""

    session: Session
    room: Room
    client: str
    about: web_chat.Bubble | None = None

    @property
    def group(self) -> bool:
        """Whether others read along."""
        return self.room.chat != self.session.user

    @property
    def addressed(self) -> bool:
        """Whether it concerns the service by where it is posted: in private, or in answer to the service's words."""
        return not self.group or (self.about is not None and self.about.author is None)

    @property
    def about_key(self) -> str | None:
        """The channel's id of the bubble that it answers: for people's own words, the name their page gave them."""
        return (self.about.client or str(self.about.id)) if self.about else None

    @property
    def update(self) -> str:
        """What names the event once and for all."""
        return f"{self.session.user}:{self.client}"


class Posting:
    """Hands events to the intake and shows what was posted."""

    def __init__(self, db: Database, hub: Hub, rooms: Rooms, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._hub = hub
        self._rooms = rooms
        self._clock = clock
        self.receive: Receive | None = None

    async def target(self, session: Session, chat: str, client: str, about: int | None = None) -> Target:
        """Finds where something is posted. Raises Turned (404) for a chat that is not this session's."""

        def find(tx: Transaction) -> Target:
            private = [Room(session.user, "")] if chat == ME else []
            rooms = private or [room for room in self._rooms(tx, session.user) if room.chat == chat]
            if not rooms:
                raise Turned(404, "no-chat")
            bubble = web_chat.find(tx, rooms[0].chat, about) if about is not None else None
            return Target(session, rooms[0], client, bubble)

        return await self._db.read(find)

    async def say(self, target: Target, text: str, label: str = "") -> dict[str, Any]:
        """Words, which may be a command: then its `label` is shown, where it was chosen from a menu.

        Returns the bubble as the page is told of it.
        """
        _refuse_empty(text)
        found = COMMAND.fullmatch(text)
        command, args = (found[1].lower(), (found[2] or "").strip()) if found else (None, "")
        mention = MENTION.match(text) if target.group else None
        event = self._event(
            target,
            text=text[mention.end() :] if mention else text,
            command=command,
            args=args,
            addressed=bool(target.addressed or command or mention),
        )
        return await self._post(target, event, label if command and label else text)

    async def attach(self, target: Target, file: Shown, caption: str) -> dict[str, Any]:
        """A file that is already among our media."""
        attachment = Attachment(file.kind, digest=file.digest, name=file.name, mime=file.mime, size=file.size)
        event = self._event(target, text=caption, media=(attachment,))
        return await self._post(target, event, caption, file=file)

    async def locate(self, target: Target, position: Position) -> dict[str, Any]:
        """Where the person is."""
        return await self._post(target, self._event(target, position=position), "", position=position)

    async def enter(self, target: Target, args: str, label: str) -> None:
        """A link was opened (`inv_…`, `card-…`); `label` is shown as the person's words."""
        await self._post(target, self._event(target, command="start", args=args), label)

    async def press(self, target: Target, action: str) -> None:
        """A choice is pressed. In a private chat it is marked, unless it lasts or the bubble has changed meanwhile."""
        bubble = target.about
        message = str(bubble.id) if bubble else None
        press = Press(target.update, action)
        await self._hand_on(self._event(target, press=press, message=message, reply_to=None, addressed=True))
        index = choice_index(bubble, action) if bubble else None
        if bubble is None or index is None or target.group or lasts(bubble):
            return
        await self._db.turn(lambda tx: web_chat.choose(tx, bubble.chat, bubble.id, index, seen=bubble.changed))
        self._hub.wake(bubble.chat)

    async def edit(self, target: Target, client: str, text: str) -> dict[str, Any]:
        """One's own earlier words, changed. `client` is the page's name for them. Raises Turned (404)."""
        _refuse_empty(text)
        chat, user = target.room.chat, target.session.user
        known = await self._db.read(lambda tx: web_chat.find_own(tx, chat, user, client))
        if known is None or known.hidden or json.loads(known.body).get("media"):
            raise Turned(404, "gone")
        await self._hand_on(self._event(target, text=text, edited=True, message=client))
        body = rewritten(known.body, text)

        def rewrite(tx: Transaction) -> web_chat.Bubble:
            web_chat.replace(tx, chat, known.id, body, {}, edited=True)
            return web_chat.find(tx, chat, known.id) or known

        return self._told(target, await self._db.turn(rewrite))

    async def _post(
        self, target: Target, event: Incoming, text: str, *, file: Shown | None = None, position: Position | None = None
    ) -> dict[str, Any]:
        """The bubble's place is taken before the event is handed on, so that no answer can come to stand above it."""
        chat, user, now = target.room.chat, target.session.user, self._clock()
        files = [file] if file else []
        about = str(target.about.id) if target.about else ""
        body = own_body(text, name=target.room.name, files=files, position=position, reply_to=about)
        media = {shown.digest: shown.mime for shown in files}
        place = await self._db.turn(lambda tx: web_chat.reserve(tx, chat, user, target.client, body, media, now=now))
        await self._hand_on(event)
        return self._told(target, await self._db.turn(lambda tx: web_chat.show(tx, chat, place)))

    async def _hand_on(self, event: Incoming) -> None:
        if self.receive is None:
            raise Unavailable("the web chat takes nothing in now")
        await self.receive(event)

    def _told(self, target: Target, bubble: web_chat.Bubble) -> dict[str, Any]:
        self._hub.wake(bubble.chat)
        return page_bubble(bubble, target.session.seat, target.session.user)

    def _event(self, target: Target, **fields: Any) -> Incoming:
        usual: dict[str, Any] = {
            "addressed": target.addressed,
            "message": target.client,
            "reply_to": target.about_key,
        }
        return Incoming(
            account=ACCOUNT,
            update=target.update,
            user=target.session.user,
            chat=target.room.chat,
            at=self._clock(),
            group=target.group,
            name=target.room.name,
            language=target.session.language,
            **{**usual, **fields},
        )


def _refuse_empty(text: str) -> None:
    if not text.strip():
        raise Turned(422, "text-empty")
