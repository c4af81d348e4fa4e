"""What people do in a story, as the events that a channel would make of it."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import count
from mimetypes import guess_type
from typing import Any

from bot.channels import Button
from bot.stories.cast import ACCOUNTS, Cast
from bot.stories.channel import Shown, StoryChannel
from bot.stories.script import UNKNOWN, File, Says, Who
from handlers.incoming import Attachment, Contact, Incoming, Press

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:\s+(.*))?", re.DOTALL)


class Events:
    """Makes events, each with an update id of its own."""

    def __init__(self, cast: Cast, channels: Mapping[str, StoryChannel]) -> None:
        self._cast = cast
        self._channels = channels
        self._updates = count(1)
        self._last_message: dict[tuple[str, str], str] = {}

    def said(self, act: Says, words: str, now: datetime, answers: str | None = None) -> Iterator[Incoming]:
        """What somebody says or sends, as one event; several files are an album, a part each.

        `answers` is the id of the message that it answers.
        """
        account = ACCOUNTS[act.who.channel or "telegram"]
        channel = self._channels[account]
        chat = self._cast.where(act.who)
        place = (account, chat)
        if act.event is not None:
            channel.let_in(chat, open_again=act.event == "unblocked")
            yield Incoming(**self._from(act.who, account, chat, now), event=act.event)
            return
        if not act.edited or place not in self._last_message:
            self._last_message[place] = channel.new_message()
        channel.hear(chat, self._last_message[place], words)
        parts: list[tuple[Attachment, ...]] = [(self._attachment(channel, file),) for file in act.files] or [()]
        album = f"album-{next(self._updates)}" if len(parts) > 1 else None
        found = None if act.edited else COMMAND.fullmatch(words)
        for number, part in enumerate(parts):
            yield Incoming(
                **self._from(act.who, account, chat, now),
                message=self._last_message[place],
                reply_to=answers,
                text="" if number else words,
                edited=act.edited,
                command=found[1].lower() if found else None,
                args=(found[2] or "").strip() if found else "",
                media=part,
                position=act.position,
                contact=Contact(act.contact, own=True) if act.contact else None,
                album=album,
            )

    def pressed(self, who: Who, message: Shown, button: Button, now: datetime) -> Incoming:
        """A pressed choice."""
        account, chat = message.chat
        origin = self._from(who, account, chat, now)
        return Incoming(**origin, message=str(message.number), press=Press(f"press-{origin['update']}", button.action))

    def _from(self, who: Who, account: str, chat: str, now: datetime) -> dict[str, Any]:
        name = who.name.removeprefix(UNKNOWN)
        return {
            "account": account,
            "update": str(next(self._updates)),
            "user": who.name,
            "chat": chat.partition(">")[0],
            "thread": who.topic if who.group else None,
            "at": now,
            "group": who.group is not None,
            "name": name,
            # A stranger's phone speaks the language of the name; whom the pack knows has chosen one.
            "language": "en" if name.isascii() else "zh-hans",
        }

    def _attachment(self, channel: StoryChannel, file: File) -> Attachment:
        data = file.path.read_bytes()
        mime = guess_type(file.path.name)[0] or "application/octet-stream"
        name = file.path.name if file.kind == "file" else ""
        return Attachment(file.kind, channel.keep_file(data), name=name, mime=mime, size=len(data))
