"""The state of one Bot API server: who is there, what was said, what waits. One lock guards all of it."""

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.botapi.errors import JSON, bad, forbidden, migrated
from tests.botapi.files import Files
from tests.botapi.limits import Limiter
from tests.botapi.params import Params
from tests.botapi.people import Chat, Message, Person
from tests.botapi.records import Records, Sent
from tests.botapi.rules import Rules
from tests.botapi.updates import UpdateQueue

BOT_NAME = "linli_test_bot"


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are posted to."""

    url: str
    secret: str
    max_connections: int


@dataclass(slots=True)
class Press:
    """A pressed button that waits for its answer."""

    id: str
    user_id: int
    chat: Chat
    data: str
    at: float
    answered: bool = False


@dataclass(slots=True)
class World:
    """Everything behind the methods. Read and write it under `changed`; call `touch` after a change."""

    token: str
    rules: Rules
    clock: Callable[[], float]  # seconds, monotonic: windows and ages
    wall: Callable[[], float]  # seconds since 1970: the dates of messages
    rng: random.Random
    records: Records = field(default_factory=Records)
    files: Files = field(default_factory=Files)
    persons: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[JSON]] = field(default_factory=dict)
    webhook: Webhook | None = None
    webhook_error: str = ""
    changed: threading.Condition = field(default_factory=threading.Condition)
    on_touch: Callable[[], None] = lambda: None
    queue: UpdateQueue = field(init=False)
    limiter: Limiter = field(init=False)

    def __post_init__(self) -> None:
        self.queue = UpdateQueue(self.rules)
        self.limiter = Limiter(self.rules)

    @property
    def bot_id(self) -> int:
        """The bot's user id: the number before the token's colon."""
        return int(self.token.partition(":")[0])

    def bot(self) -> JSON:
        """The bot's User object."""
        return {"id": self.bot_id, "is_bot": True, "first_name": "Linli", "username": BOT_NAME}

    def touch(self) -> None:
        """Wakes whoever waits for a change: tests, pollers, the webhook."""
        self.changed.notify_all()
        self.on_touch()

    def date(self) -> int:
        """Now, as messages carry it."""
        return int(self.wall())

    def target(self, params: Params) -> Chat:
        """The chat a call names. Raises 400 where there is none."""
        if not params.text("chat_id"):
            raise bad("chat_id is empty")
        chat = self.chats.get(params.integer("chat_id") or 0)
        if chat is None:
            raise bad("chat not found")
        return chat

    def require_access(self, chat: Chat) -> None:
        """Raises what Telegram answers when the bot has no business (any more) in a chat."""
        person = chat.person
        if person is None:
            if chat.migrated_to is not None:
                raise migrated(chat.migrated_to)
            if chat.bot == "kicked":
                raise forbidden(f"bot was kicked from the {chat.kind} chat")
            if chat.bot == "left":
                raise forbidden(f"bot is not a member of the {chat.kind} chat")
        elif person.deactivated:
            raise forbidden("user is deactivated")
        elif person.blocked:
            raise forbidden("bot was blocked by the user")
        elif not person.started:
            raise forbidden("bot can't initiate conversation with a user")

    def post(self, chat: Chat, sender: JSON, content: JSON, sent: Sent | None = None) -> Message:
        """Puts a message into a chat; fills in the id of its record."""
        number = chat.next_id()
        head = {"message_id": number, "from": sender, "chat": chat.brief(), "date": self.date()}
        message = Message(head | content, sent)
        chat.messages[number] = message
        if sent is not None:
            sent.message_id = number
            self.records.sent.append(sent)
        return message
