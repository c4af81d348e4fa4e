"""Content: what a broadcast says: a title, words, files, a place."""

import json
from dataclasses import dataclass, replace
from typing import Any

from handlers.incoming import Position
from handlers.turn import Speaker
from storage import broadcast_media, broadcasts, compact
from storage.broadcasts import DRAFT, Broadcast

MOST_FILES = 10  # an album of Telegram's has at most ten (channels.md)
MOST_TITLE = 40  # characters: a line on a phone, twice
MOST_WORDS = 3_000  # characters: with the unit's name and a list of numbers still one message of Telegram's (4,096)
KINDS_OF_FILES = ("photo", "video", "file", "voice")


@dataclass(frozen=True, slots=True)
class Content:
    """What is said. `media`: digests of our own files, in order. `words` may hold **bold** and lines with "- "."""

    title: str = ""
    words: str = ""
    media: tuple[str, ...] = ()
    position: Position | None = None

    @property
    def whole(self) -> str:
        """Title and words as one: what the same words are known by."""
        return f"{self.title}\n{self.words}"


def encode(content: Content) -> str:
    """A content as JSON."""
    point = content.position
    body = {
        "title": content.title,
        "words": content.words,
        "media": list(content.media),
        "place": [point.latitude, point.longitude] if point else None,
    }
    return compact.encode({name: value for name, value in body.items() if value})


def decode(text: str) -> Content:
    """A content out of JSON."""
    body: dict[str, Any] = json.loads(text)
    point = body.get("place")
    return Content(
        title=body.get("title", ""),
        words=body.get("words", ""),
        media=tuple(body.get("media", ())),
        position=Position(*point) if point else None,
    )


def of(broadcast: Broadcast) -> Content:
    """What a broadcast says."""
    return decode(broadcast.body)


def keep(speaker: Speaker, broadcast: Broadcast, content: Content, *, corrected: bool = False) -> None:
    """What a broadcast says from now on; `corrected`: people have read the earlier words."""
    broadcasts.set_body(speaker.tx, broadcast.id, encode(content), content.whole, corrected=corrected)


def settle(speaker: Speaker, broadcast: Broadcast) -> int:
    """Takes those of its files that have come into what it says; returns how many are still on their way."""
    files = broadcast_media.of_broadcast(speaker.tx, broadcast.id)
    come = tuple(each.digest for each in files if each.digest is not None)
    said = of(broadcast)
    if come != said.media:
        keep(speaker, broadcast, replace(said, media=come))
    return len(files) - len(come)


def arrived(speaker: Speaker, media_id: int) -> None:
    """A file's bytes have come: the drafts that it goes along with have it from now on."""
    for broadcast_id in broadcast_media.with_medium(speaker.tx, media_id):
        broadcast = broadcasts.lock(speaker.tx, broadcast_id)
        if broadcast is not None and broadcast.state == DRAFT:
            settle(speaker, broadcast)
