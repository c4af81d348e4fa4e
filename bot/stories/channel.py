"""A channel without another side: it keeps what is shown in each chat, with its changes, for the story to look at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from starlette.routing import BaseRoute

from bot.channels import Abilities, Button, Envelope, Failure, Pace, Rates, Receive, SendError, Standing, at_once
from bot.stories.cast import Chat, in_topic

UNLIMITED = (10**9, 1.0)
NO_TOPICS = "（无话题）"  # the end of the name of a group without topics

Shows = Callable[[Chat, str, tuple[Button, ...], bool], None]
"""(chat, text, its choices, is it a change of an earlier message?)"""

Opened = Callable[[str], str]
"""A text → the same with what its links lead to."""


@dataclass
class Shown:
    """A message as it stands in a chat now. The higher its number, the newer it is."""

    number: int
    chat: Chat
    text: str
    buttons: tuple[Button, ...]


class StoryChannel:
    """One account of a story. Rates are no matter, nothing ever fails. Channels of a story share their `numbers`."""

    exclusive = False

    def __init__(
        self, account: str, abilities: Abilities, opened: Opened, shows: Shows, numbers: Iterator[int]
    ) -> None:
        self.account = account
        self.abilities = abilities
        self.rates = Rates(account=UNLIMITED, chat=UNLIMITED, group=UNLIMITED)
        self.shown: list[Shown] = []
        self.heard: dict[tuple[Chat, str], str] = {}
        self._files: dict[str, bytes] = {}
        self._closed: set[str] = set()
        self._opened = opened
        self._shows = shows
        self._numbers = numbers

    def let_in(self, chat: str, *, open_again: bool) -> None:
        """Somebody blocks the service, or lets it write again."""
        (self._closed.discard if open_again else self._closed.add)(chat)

    async def start(self, receive: Receive) -> None:
        """Nothing comes in by itself: the player hands events to the intake."""

    async def stop(self) -> None:
        """Nothing runs."""

    async def close(self) -> None:
        """Nothing is held."""

    async def send(self, envelope: Envelope, pace: Pace = at_once) -> str:
        """Shows a message; returns its id. Raises SendError where its reader has blocked the service."""
        await pace(1)
        if envelope.chat in self._closed:
            raise SendError(Failure.GONE, "bot was blocked by the user")
        chat = (self.account, in_topic(envelope.chat, envelope.thread))
        text = self._quoted(chat, envelope.reply_to) + self._opened(_text(envelope))
        message = Shown(next(self._numbers), chat, text, envelope.buttons)
        self.shown.append(message)
        self._shows(message.chat, message.text, message.buttons, False)
        return str(message.number)

    async def edit(self, envelope: Envelope, message: str) -> str:
        """Changes what a message shows. Raises SendError (MISSING) where it was never sent to this chat."""
        chat = (self.account, in_topic(envelope.chat, envelope.thread))
        known = next((each for each in self.shown if str(each.number) == message and each.chat == chat), None)
        if known is None:
            raise SendError(Failure.MISSING, "no such message")
        known.text = self._quoted(chat, envelope.reply_to) + self._opened(_text(envelope))
        known.buttons = envelope.buttons
        self._shows(known.chat, known.text, known.buttons, True)
        return str(known.number)

    async def open_topic(self, chat: str, name: str) -> str:
        """Opens a topic; its name is its id. Raises SendError (GONE) where the group has none (its name says so)."""
        if chat.endswith(NO_TOPICS):
            raise SendError(Failure.GONE, "the chat is not a forum")
        return name

    async def toast(self, press: str, text: str) -> None:
        """Toasts are shown by the player, who knows the presser."""

    async def fetch(self, file: str) -> bytes:
        """The bytes of a file that somebody sent in the story. Raises SendError (NEVER) for another."""
        if file not in self._files:
            raise SendError(Failure.NEVER, "no such file")
        return self._files[file]

    def routes(self) -> Sequence[BaseRoute]:
        """A story has no pages."""
        return ()

    def standing(self) -> Standing:
        """All is well, always."""
        return Standing(self.account)

    def new_message(self) -> str:
        """The id of the next message that somebody writes."""
        return str(next(self._numbers))

    def hear(self, chat: str, message: str, words: str) -> None:
        """Somebody writes: their own words can be quoted to them."""
        self.heard[(self.account, chat), message] = words

    def keep_file(self, data: bytes) -> str:
        """Keeps a file until it is fetched; returns its id."""
        name = f"{self.account}/file-{len(self._files) + 1}"
        self._files[name] = data
        return name

    def with_choices(self, chats: Sequence[Chat]) -> list[Shown]:
        """The messages in these chats that show choices now."""
        return [each for each in self.shown if each.chat in chats and each.buttons]

    def _quoted(self, chat: Chat, message: str | None) -> str:
        """The words that a message answers, above it."""
        if message is None:
            return ""
        shown = (each.text for each in self.shown if each.chat == chat and str(each.number) == message)
        words = self.heard.get((chat, message)) or next(shown, "")
        return f"↩ {words}\n" if words else ""


def _text(envelope: Envelope) -> str:
    media = [f"({each.kind} {each.name})" if each.name else f"({each.kind})" for each in envelope.media]
    point = envelope.position
    place = [f"({point.latitude},{point.longitude})"] if point else []
    wanted = [f"({envelope.wants_label})"] if envelope.wants_label else []
    return "\n".join([*([envelope.text] if envelope.text else []), *media, *place, *wanted])
