"""Phrases in which danger words are harmless or doubtful: one rule, and what it covers in a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.packs.model import Innocent, InnocentLevel
from handlers.packs.patterns import around_danger, split_branches
from handlers.understanding.words import Hit

_REACH = 80  # characters; no rule reaches farther from a danger word (gaps are at most 30, a title at most 20)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text, from `start` up to `end`."""

    start: int
    end: int

    def touches(self, hit: Hit) -> bool:
        """Whether cutting the piece out would take something of the word."""
        return self.start < hit.end and hit.start < self.end


class Rule:
    """An innocent phrase, made ready. {D} is matched by the danger words that were found, not by all there are."""

    def __init__(self, innocent: Innocent) -> None:
        self.level: InnocentLevel = innocent.level
        self.kind = innocent.kind
        self.whole_message = innocent.message
        self.pattern = innocent.pattern
        self._unless = re.compile(innocent.unless) if innocent.unless else None
        branches = split_branches(innocent.pattern)
        plain = [branch for branch in branches if around_danger(branch) is None]
        self._plain = re.compile("|".join(plain)) if plain else None
        pairs = [pair for branch in branches if (pair := around_danger(branch))]
        self._pairs = [(re.compile(rf"(?:{before})\Z") if before else None, _after(after)) for before, after in pairs]

    def excepted(self, text: str) -> bool:
        """Whether the text has words with which this rule must not count."""
        return bool(self._unless and self._unless.search(text))

    def spans(self, text: str, windows: Sequence[Span], dangers: Sequence[Hit]) -> list[Span]:
        """The pieces of the text that this rule covers, looked for in the `windows`. {D} stands for the `dangers`."""
        found = self._plain_spans(text, windows)
        for before, after in self._pairs:
            for hit in dangers:
                start = _start(before, text, hit.start)
                end = _match_end(after, text, hit.end) if start >= 0 else -1
                if end >= 0:
                    found.append(Span(start, end))
        return found

    def _plain_spans(self, text: str, windows: Sequence[Span]) -> list[Span]:
        if self._plain is None:
            return []
        if self.whole_message:
            return [Span(*match.span()) for match in self._plain.finditer(text)]
        return [
            Span(*match.span()) for window in windows for match in self._plain.finditer(text, window.start, window.end)
        ]


def windows_around(words: Sequence[Hit]) -> list[Span]:
    """The pieces of a text in which a rule could reach one of the words; they do not overlap."""
    windows: list[Span] = []
    for word in words:
        start, end = max(0, word.start - _REACH), word.end + _REACH
        if windows and start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, max(end, windows[-1].end))
        else:
            windows.append(Span(start, end))
    return windows


def _after(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _start(before: re.Pattern[str] | None, text: str, at: int) -> int:
    """Where a match of `before` begins that ends at `at`; -1 for none."""
    if before is None:
        return at
    match = before.search(text, max(0, at - _REACH), at)
    return match.start() if match else -1


def _match_end(after: re.Pattern[str] | None, text: str, at: int) -> int:
    if after is None:
        return at
    match = after.match(text, at)
    return match.end() if match else -1
