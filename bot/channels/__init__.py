"""What a channel is: it takes events in, sends rendered messages out, and says what kind of failure it met."""

from collections.abc import Awaitable, Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from starlette.routing import BaseRoute

from handlers.incoming import AttachmentKind, Incoming, Position

Receive = Callable[[Incoming], Awaitable[None]]
"""Hands an event to the intake. Returns after its transaction has committed (also for a repeated one); raises
`Unavailable` when nothing could be stored: then the channel must not acknowledge the update."""


Pace = Callable[[int], Awaitable[None]]
"""Waits until the next call of a send may leave. The number: as how many messages it counts (an album is several)."""


async def at_once(messages: int) -> None:
    """The pace of whoever keeps no rates."""


ON_ITS_WAY: ContextVar[Callable[[], None] | None] = ContextVar("on its way", default=None)
"""Told by a channel when a call is written to the wire, which may be later than its turn came."""


class Unavailable(Exception):
    """The event could not be stored now; it must come again."""


class Failure(StrEnum):
    """What kind of failure a send met. The channel says it, delivery decides what follows."""

    RETRY_AFTER = "retry_after"  # the account must pause for `retry_after` seconds
    TRY_AGAIN = "try_again"  # certainly not sent; may work later
    GONE = "gone"  # blocked, deleted, thrown out: this address no longer takes messages
    NEVER = "never"  # this message will never be accepted
    UNKNOWN = "unknown"  # it left, and nobody knows whether it arrived
    MISSING = "missing"  # the message to be edited is no longer there


class SendError(Exception):
    """A send that failed. `reason` is the channel's own phrase and holds nothing personal."""

    def __init__(
        self, failure: Failure, reason: str = "", *, retry_after: float | None = None, migrated_to: str | None = None
    ) -> None:
        super().__init__(f"{failure}: {reason}")
        self.failure = failure
        self.reason = reason
        self.retry_after = retry_after
        self.migrated_to = migrated_to


@dataclass(frozen=True, slots=True)
class Button:
    """A choice as it is shown: its label, and the action (at most 64 bytes) that comes back when it is pressed."""

    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Medium:
    """A file that goes out with a message; `data` are its bytes, already unsealed.

    `file` is the channel's own id of it, where it came in over the same account.
    """

    kind: AttachmentKind
    data: bytes
    name: str = ""
    mime: str = "application/octet-stream"
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A message rendered for one channel and one reader: plain text, never markup. `bold`: where it is bold, as
    [start, end) in characters; a channel without bold letters leaves it.

    `wants` asks the channel to offer its own button for sharing a phone
    number or a position, with `wants_label` on it. `menu` is the list of (command, description) this chat offers
    from now on. `reply_to` is the channel's id of the message in this chat that this one answers. `silent`: it comes
    without a sound. `lasting`: its choices stay after one is pressed. `paid`: it may leave faster, for money.
    """

    chat: str
    text: str = ""
    bold: tuple[tuple[int, int], ...] = ()
    thread: str | None = None
    buttons: tuple[Button, ...] = ()
    media: tuple[Medium, ...] = ()
    position: Position | None = None
    wants: str | None = None  # "contact" | "position"
    wants_label: str = ""
    menu: tuple[tuple[str, str], ...] = ()
    reply_to: str | None = None
    silent: bool = False
    lasting: bool = False
    paid: bool = False


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a channel can show. Where `buttons` is false, choices are rendered as a numbered list.

    `wide_buttons`: whatever a button says is shown whole and large.
    """

    buttons: bool = True
    wide_buttons: bool = False
    edits: bool = True
    groups: bool = True
    sensitive: bool = False  # may sensitive details be shown in it?
    text_limit: int = 4096  # characters
    caption_limit: int = 1024


@dataclass(frozen=True, slots=True)
class Rates:
    """How fast a channel may be sent to. Each is (messages, seconds). `paid`: broadcasts that are paid for, beside
    the account's own rate; None where they count to it."""

    account: tuple[int, float] = (30, 1.0)
    chat: tuple[int, float] = (1, 1.0)
    group: tuple[int, float] = (20, 60.0)
    paid: tuple[int, float] | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a channel is doing, for /healthz. `trouble` is empty when all is well."""

    account: str
    trouble: str = ""
    details: dict[str, str] = field(default_factory=dict)


class Channel(Protocol):
    """One way to reach people. A channel never decides: it translates."""

    account: str
    abilities: Abilities
    rates: Rates
    exclusive: bool
    """Whether only one process at a time may take its events in (polling); a webhook reaches every process."""

    async def start(self, receive: Receive) -> None:
        """Begins to take events in; returns at once, also when the other side is out of reach (keeps trying)."""

    async def stop(self) -> None:
        """Takes nothing more in; returns when what was handed to the intake is finished."""

    async def close(self) -> None:
        """Lets go of connections; after this nothing can be sent."""

    async def send(self, envelope: Envelope, pace: Pace = at_once) -> str:
        """Sends; returns the channel's id of the (last) message. Waits for `pace` before each call of the other side.
        Raises SendError."""

    async def edit(self, envelope: Envelope, message: str) -> str:
        """Changes a message that was sent; returns its id. Raises SendError (MISSING where it is gone)."""

    async def open_topic(self, chat: str, name: str) -> str:
        """Opens a topic in a group; returns its id. Raises SendError (GONE where the group has none, or refuses)."""

    async def toast(self, press: str, text: str) -> None:
        """Answers a pressed button, once; `text` may be empty. Never raises for an answer that came too late."""

    async def fetch(self, file: str) -> bytes:
        """The bytes of a file by the channel's own id. Raises SendError."""

    def routes(self) -> Sequence[BaseRoute]:
        """The web routes that this channel needs, if any (a webhook, a chat page)."""

    def standing(self) -> Standing:
        """How it is doing, for /healthz."""
