"""Long texts in pieces that Telegram takes, cut where a reader would pause."""

from collections.abc import Sequence
from typing import TypeAlias

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Stretches of a text, [start, end) in characters."""

TEXT_LIMIT = 4096  # Bot API, sendMessage
CAPTION_LIMIT = 1024  # Bot API, sendPhoto and others
TOAST_LIMIT = 200  # Bot API, answerCallbackQuery
PAUSES = (
    ("\n\n",),
    ("\n",),
    ("。", "！", "？", "…", ". ", "! ", "? "),
    ("；", "，", "、", "; ", ", "),
    (" ", "\u3000"),
)
"""Where to cut, best first."""


def units(text: str) -> int:
    """Length in UTF-16 units: never less than what any server counts (an emoji is two)."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The longest beginning of `text` that has at most `limit` units."""
    head = text[:limit]
    while (excess := units(head) - limit) > 0:
        head = head[: len(head) - (excess + 1) // 2]
    return head


def spans_of(text: str, bold: Spans, pieces: Sequence[str]) -> list[Spans]:
    """Where each of the pieces that `text` was split into is bold, in characters of that piece."""
    found: list[Spans] = []
    start = 0
    for piece in pieces:
        start = text.index(piece, start)
        end = start + len(piece)
        cut_out = ((max(a, start) - start, min(b, end) - start) for a, b in bold if a < end and b > start)
        found.append(tuple(cut_out))
        start = end
    return found


def split(text: str, limit: int = TEXT_LIMIT) -> list[str]:
    """`text` in pieces of at most `limit` units, none of them blank; nothing but white space at the cuts is lost."""
    pieces = []
    rest = text.strip()
    while units(rest) > limit:
        head = _up_to_a_pause(cut(rest, limit))
        rest = rest[len(head) :].lstrip()
        pieces.append(head.rstrip())
    return [piece for piece in (*pieces, rest) if piece]


def _up_to_a_pause(head: str) -> str:
    """`head` up to its last good pause, unless that would leave it less than half full."""
    for marks in PAUSES:
        end = max(head.rfind(mark) + len(mark) if mark in head else 0 for mark in marks)
        if end > len(head) // 2:
            return head[:end]
    return head
