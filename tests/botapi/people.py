"""Persons, chats and the messages in them, as Telegram knows them."""

from dataclasses import dataclass, field

from tests.botapi.errors import JSON
from tests.botapi.records import Sent, inline_buttons


@dataclass(slots=True)
class Person:
    """A Telegram user. `started`: the bot may write first."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def user(self) -> JSON:
        """The User object."""
        said = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name} | {k: v for k, v in said.items() if v}


@dataclass(slots=True)
class Message:
    """A message in a chat as it stands now. `sent` is the bot's record of it, None for a person's message."""

    raw: JSON
    sent: Sent | None = None

    @property
    def id(self) -> int:
        """Its message_id."""
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """Text or caption."""
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def buttons(self) -> list[tuple[str, str]]:
        """(label, callback_data) of its inline choices."""
        return inline_buttons(self.raw.get("reply_markup"))


@dataclass(slots=True)
class Chat:
    """A private chat, a group or a supergroup. `bot` is the bot's standing in it; `topics` maps thread ids to names."""

    id: int
    kind: str
    title: str = ""
    person: Person | None = None
    members: dict[int, str] = field(default_factory=dict)
    topics: dict[int, str] | None = None
    bot: str = "member"
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0

    @property
    def private(self) -> bool:
        """Is it a person's own chat with the bot?"""
        return self.person is not None

    def brief(self) -> JSON:
        """The Chat object that messages carry."""
        if self.person is not None:
            user = self.person.user()
            names = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
            return {"id": self.id, "type": "private"} | names
        forum = {"is_forum": True} if self.topics is not None else {}
        return {"id": self.id, "type": self.kind, "title": self.title} | forum

    def next_id(self) -> int:
        """A message id that is new in this chat. Ids count for each chat, as in supergroups: they collide."""
        self.last_id += 1
        return self.last_id
