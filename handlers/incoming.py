"""Incoming: one event from a channel, in the words that every handler shares."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

AttachmentKind = Literal["photo", "voice", "file", "video", "sticker"]
EventKind = Literal["blocked", "unblocked", "entered", "expelled", "migrated"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that came along with, or instead of, words.

    Either `file` (the channel's own id, fetched later by a worker) or `digest` (already among our media) is set.
    """

    kind: AttachmentKind
    file: str | None = None
    digest: str | None = None
    name: str = ""
    mime: str = ""
    size: int = 0  # bytes; 0 where the channel does not tell


@dataclass(frozen=True, slots=True)
class Position:
    """A point on the map, WGS 84, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number that was shared with the channel's own button. `own`: the channel vouches it is the sender's."""

    phone: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """A choice that was pressed: the channel's id to answer it by, and the choice's action."""

    id: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One event: who, where, and what.

    `account` and `update` together name it once and for all: a repeated update has the same pair.
    `at` is the channel's own time in UTC. `message` is the channel's id of the message that came, was edited, or whose
    button was pressed. `group` is true where others read along; `addressed` is false for talk among the members of
    a group that does not concern us. `command` comes without its slash and without the bot's name. `cut`: the words
    were too long for a turn; all of them are in a file beside them.
    """

    account: str
    update: str
    user: str
    chat: str
    at: datetime
    group: bool = False
    addressed: bool = True
    thread: str | None = None
    name: str = ""
    language: str = ""
    message: str | None = None
    reply_to: str | None = None
    edited: bool = False
    text: str = ""
    cut: bool = False
    command: str | None = None
    args: str = ""
    press: Press | None = None
    media: tuple[Attachment, ...] = ()
    position: Position | None = None
    contact: Contact | None = None
    album: str | None = None
    event: EventKind | None = None
    migrated_to: str | None = None
