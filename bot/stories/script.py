"""A story as data: its head, and its lines in order."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from handlers.incoming import AttachmentKind, EventKind, Position

UNKNOWN = "?"  # what the name of a person or group begins with that the pack does not know


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in a line: `channel` is telegram or web where the line says so, `group` where it happens in a group.

    `topic` is the one in that group, or in the group that `name` names.
    """

    name: str
    channel: str | None = None
    group: str | None = None
    topic: str | None = None

    def __str__(self) -> str:
        channel = f"/{self.channel}" if self.channel else ""
        group = f"@{self.group}" if self.group else ""
        topic = f">{self.topic}" if self.topic else ""
        return f"{self.name}{channel}{group}{topic}"


@dataclass(frozen=True, slots=True)
class File:
    """A file that somebody sends."""

    kind: AttachmentKind
    path: Path


@dataclass(frozen=True, slots=True)
class Says:
    """Somebody says or sends something. `edited`: the words replace the last ones. `answers`: they are an answer, by
    the channel's own means, to the newest message in the chat that contains this. `event`: they block the service, or
    let it write again."""

    who: Who
    words: str = ""
    position: Position | None = None
    files: tuple[File, ...] = ()
    contact: str | None = None
    edited: bool = False
    answers: str | None = None
    event: EventKind | None = None


@dataclass(frozen=True, slots=True)
class Presses:
    """Somebody presses the newest visible choice whose label contains this."""

    who: Who
    label: str


@dataclass(frozen=True, slots=True)
class Expects:
    """Somebody, or a team's group, has been told this since they last acted; `told` is false for "has not"."""

    who: Who
    text: str
    told: bool


@dataclass(frozen=True, slots=True)
class Passes:
    """Time passes."""

    time: timedelta


Act: TypeAlias = Says | Presses | Expects | Passes


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it stands in the file, what is written there (without its comment), and what it means."""

    number: int
    source: str
    act: Act


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story. `at` has no zone: it is the local time of the pack's community."""

    path: Path
    title: str
    pack: str
    at: datetime
    lines: tuple[Line, ...]
