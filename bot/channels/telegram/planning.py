"""Envelope → the calls it takes, in order. Pure: nothing is sent here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.channels import Envelope, Medium
from bot.channels.telegram.splitting import CAPTION_LIMIT, Spans, spans_of, split, units
from handlers.incoming import Position

ALBUM = 10  # items: Bot API, sendMediaGroup takes 2 to 10
PHOTO_BYTES = 10_000_000  # Bot API: larger pictures go as files
POINTER = "👇"  # the text of a message that only carries choices
SHARE = {"contact": "📱", "position": "📍"}  # on the sharing button when it came without a label


@dataclass(frozen=True, slots=True)
class Words:
    """sendMessage. `share`: this message carries the button for sharing a phone number or a place."""

    text: str
    share: bool = False
    bold: Spans = ()


@dataclass(frozen=True, slots=True)
class One:
    """One medium, with a caption if there is one."""

    medium: Medium
    caption: str = ""
    share: bool = False
    bold: Spans = ()


@dataclass(frozen=True, slots=True)
class Album:
    """Two to ten media as one album; the caption stands under the first."""

    media: tuple[Medium, ...]
    caption: str = ""
    bold: Spans = ()


@dataclass(frozen=True, slots=True)
class Place:
    """sendLocation."""

    position: Position
    share: bool = False


Part = Words | One | Album | Place


def is_private(chat: str) -> bool:
    """Telegram numbers people from 1 up; groups and channels have negative numbers."""
    return not chat.startswith("-")


def plan(envelope: Envelope) -> list[Part]:
    """The parts of an envelope in the order of sending; the last one carries the choices. Empty for an empty one.

    A message can carry choices or the sharing button, not both: with both, the sharing button goes ahead on a small
    message of its own, so that the message with the choices stays the last, which is the one that can be edited.
    """
    share = bool(envelope.wants) and is_private(envelope.chat)  # Bot API: private chats only
    parts: list[Part] = []
    if share and envelope.buttons:
        parts.append(Words(sharing_label(envelope), share=True))
        share = False
    if envelope.position is not None:
        parts.append(Place(envelope.position))
    needs_carrier = bool(envelope.buttons) or share
    parts.extend(_media_and_text(envelope, needs_carrier))
    if not parts and needs_carrier:
        parts.append(Words(POINTER))
    if share:
        parts[-1] = _sharing(parts[-1])
    return parts


def sharing_label(envelope: Envelope) -> str:
    """What stands on the sharing button."""
    return envelope.wants_label.strip() or SHARE.get(envelope.wants or "", SHARE["position"])


def _media_and_text(envelope: Envelope, needs_carrier: bool) -> list[Part]:
    groups = list(_groups(envelope.media))
    text = envelope.text.strip()
    last = groups[-1] if groups else None
    if last is not None and len(groups) == 1 and units(text) <= CAPTION_LIMIT:
        bold = spans_of(envelope.text, envelope.bold, [text])[0]
        if isinstance(last, One) and last.medium.kind != "sticker":
            return [One(last.medium, text, bold=bold)]
        if isinstance(last, Album) and not needs_carrier:
            return [Album(last.media, text, bold)]
    texts = split(text)
    if not texts and needs_carrier and isinstance(last, Album):
        return [*groups, Words(POINTER)]  # Bot API: an album takes no keyboard
    spans = spans_of(envelope.text, envelope.bold, texts)
    return [*groups, *(Words(piece, bold=bold) for piece, bold in zip(texts, spans, strict=True))]


def _groups(media: Sequence[Medium]) -> Iterator[One | Album]:
    """The media in their order, neighbours of a kind that Telegram shows together as albums."""
    for family, members in groupby(media, key=_family):
        items = tuple(members)
        size = ALBUM if family in ("scene", "file") else 1
        for start in range(0, len(items), size):
            some = items[start : start + size]
            yield Album(some) if len(some) > 1 else One(some[0])


def _family(medium: Medium) -> str:
    """Photos and videos mix in an album; files only with files; voices and stickers go alone."""
    if as_file(medium):
        return "file"
    return "scene" if medium.kind in ("photo", "video") else medium.kind


def as_file(medium: Medium) -> bool:
    """Does it go as a plain file?"""
    return medium.kind == "file" or (medium.kind == "photo" and len(medium.data) > PHOTO_BYTES)


def _sharing(part: Part) -> Part:
    if isinstance(part, Words):
        return Words(part.text, share=True, bold=part.bold)
    if isinstance(part, One):
        return One(part.medium, part.caption, share=True, bold=part.bold)
    return Place(part.position, share=True) if isinstance(part, Place) else part
