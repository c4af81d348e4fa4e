"""What people say to the bot: every kind of message, as the update Telegram would make of it."""

import re
from typing import Any

from tests.botapi.errors import JSON
from tests.botapi.people import Chat, Message, Person
from tests.botapi.world import BOT_NAME, World

_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(@\w+)?")


class Talk:
    """Messages by people. Each method returns the update; it waits for the bot from then on.

    `who` is a person's id, `chat` the id of a group (the private chat when left out), `thread` a topic's id,
    `reply_to` a message id. Raises KeyError for whom or what nobody has made known, ValueError for what Telegram
    would not let a person do (writing while the bot is blocked, writing where one is no member).
    """

    world: World

    def text(self, who: int, text: str, **where: Any) -> JSON:
        """Words, with the entities of the commands in them. No limit of length is kept here."""
        entities = [
            {"type": "bot_command", "offset": _units(text[: found.start()]), "length": _units(found[0])}
            for found in _COMMAND.finditer(text)
        ]
        return self.say(who, {"text": text} | ({"entities": entities} if entities else {}), **where)

    def command(self, who: int, name: str, arguments: str = "", **where: Any) -> JSON:
        """A command; in a group it names the bot, as when picked from the menu."""
        addressed = f"@{BOT_NAME}" if where.get("chat") is not None else ""
        return self.text(who, f"/{name}{addressed} {arguments}".rstrip(), **where)

    def press_start(self, who: int, payload: str = "") -> JSON:
        """The start button, or a deep link with its payload."""
        return self.command(who, "start", payload)

    def photo(self, who: int, data: bytes, caption: str = "", **where: Any) -> JSON:
        """A photo in three sizes; the largest holds `data`."""
        return self._file("photo", who, data, caption, **where)

    def voice(self, who: int, data: bytes, **where: Any) -> JSON:
        """A voice message."""
        return self._file("voice", who, data, **where)

    def video(self, who: int, data: bytes, caption: str = "", **where: Any) -> JSON:
        """A video."""
        return self._file("video", who, data, caption, **where)

    def sticker(self, who: int, data: bytes = b"RIFFwebp", **where: Any) -> JSON:
        """A sticker."""
        return self._file("sticker", who, data, **where)

    def document(self, who: int, data: bytes, name: str, caption: str = "", **where: Any) -> JSON:
        """A file. `mime=` its type, `size=` what Telegram says of its size where that differs from the data's."""
        return self._file("document", who, data, caption, name=name, **where)

    def album(self, who: int, photos: list[bytes], caption: str = "", **where: Any) -> list[JSON]:
        """Several photos at once: one update each, with one media_group_id; the caption is with the first."""
        with self.world.changed:
            group = str(self.world.rng.getrandbits(50))
            return [
                self._file("photo", who, data, caption if not index else "", extra={"media_group_id": group}, **where)
                for index, data in enumerate(photos)
            ]

    def location(self, who: int, latitude: float, longitude: float, **where: Any) -> JSON:
        """A place."""
        return self.say(who, {"location": {"latitude": latitude, "longitude": longitude}}, **where)

    def contact(self, who: int, phone: str, *, own: bool = True, **where: Any) -> JSON:
        """A contact: one's own by the button (it carries one's user id), or somebody else's."""
        name = self.world.persons[who].first_name if own else "Somebody"
        contact = {"phone_number": phone, "first_name": name} | ({"user_id": who} if own else {})
        return self.say(who, {"contact": contact}, **where)

    def edit(self, who: int, message_id: int, text: str, *, chat: int | None = None) -> JSON:
        """A person changes a message of theirs (its text, or its caption where it has no text)."""
        with self.world.changed:
            place = self.world.chats[who if chat is None else chat]
            message = place.messages[message_id]
            if message.raw["from"]["id"] != who:
                raise ValueError(f"message {message_id} is somebody else's")
            field = "text" if "text" in message.raw else "caption"
            message.raw = message.raw | {field: text, "edit_date": self.world.date()}
            return self.queue("edited_message", message.raw, place.id)

    def say(
        self,
        who: int,
        content: JSON,
        *,
        chat: int | None = None,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> JSON:
        """Any message: `content` holds the fields of its kind."""
        with self.world.changed:
            person, place = self._admit(who, chat)
            if reply_to is not None:
                original = place.messages[reply_to].raw
                content = content | {"reply_to_message": {k: v for k, v in original.items() if k != "reply_to_message"}}
            if thread is not None:
                if thread not in (place.topics or {}):
                    raise KeyError(f"no topic {thread}")
                content = content | {"message_thread_id": thread, "is_topic_message": True}
            message = self.world.post(place, person.user(), content)
            return self.queue("message", message.raw, place.id)

    def service(self, place: Chat, who: JSON, content: JSON) -> tuple[Message, JSON]:
        """A service message in a group and its update."""
        message = self.world.post(place, who, content)
        return message, self.queue("message", message.raw, place.id)

    def queue(self, kind: str, content: JSON, lane: int) -> JSON:
        """Puts an update into the queue; presses line up for each user, all others for each chat."""
        with self.world.changed:
            name = "press" if kind == "callback_query" else "chat"
            update = self.world.queue.put(kind, content, (name, lane), self.world.clock())
            self.world.touch()
            return update

    def _admit(self, who: int, chat: int | None) -> tuple[Person, Chat]:
        person = self.world.persons[who]
        place = self.world.chats[who if chat is None else chat]
        if place.person is not None:
            if person.blocked or person.deactivated:
                raise ValueError(f"person {who} cannot write: the bot is blocked or the account is gone")
            person.started = True
        elif place.members.get(who, "left") in {"left", "kicked"} or place.bot in {"left", "kicked"}:
            raise ValueError(f"person {who} or the bot is no member of {place.id}")
        return person, place

    def _file(
        self,
        kind: str,
        who: int,
        data: bytes,
        caption: str = "",
        *,
        name: str = "",
        mime: str = "",
        size: int | None = None,
        extra: JSON | None = None,
        **where: Any,
    ) -> JSON:
        with self.world.changed:
            stored = self.world.files.keep(kind, data, name=name, mime=mime, size=size)
            content = self.world.files.content(stored) | (extra or {})
            return self.say(who, content | ({"caption": caption} if caption else {}), **where)


def _units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts entities."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
