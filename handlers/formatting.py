"""Formatting: what may be marked in a text: **bold** words, and lines of a list that begin with "- "."""

import re
from typing import TypeAlias

Spans: TypeAlias = tuple[tuple[int, int], ...]

# Within a line, and around words: the stars of 5**2 or of a lone ** stay what they are.
BOLD = re.compile(r"\*\*(?=\S)([^\n]+?)(?<=\S)\*\*")
ITEM = re.compile(r"^[-*•·] +", re.MULTILINE)
DOT = "• "


def read(text: str) -> tuple[str, Spans]:
    """The text without its marks, and where it is bold: [start, end) in characters of what is returned."""
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    length = end = 0
    text = ITEM.sub(DOT, text)
    for found in BOLD.finditer(text):
        before = text[end : found.start()]
        start = length + len(before)
        pieces += [before, found[1]]
        length, end = start + len(found[1]), found.end()
        spans.append((start, length))
    return "".join([*pieces, text[end:]]), tuple(spans)


def unmarked(text: str) -> str:
    """A text of which nothing is shown as marked: without any pair of stars."""
    return text.replace("**", "")


def unpaired(text: str) -> bool:
    """Whether a mark for bold words stands alone, so that it is shown as it is."""
    return "**" in BOLD.sub("", text)
