"""Finding thousands of words in a text at once, by their first two characters."""

from collections.abc import Iterable
from dataclasses import dataclass

_ENDINGS = ("", "s", "es", "ed", "d", "ing")  # of English words


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that stands in a text, from `start` up to `end`."""

    start: int
    end: int
    word: str


class WordFinder:
    """Words and where they stand. Chinese ones stand anywhere, those in Latin letters only as whole words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._pairs: dict[str, list[str]] = {}
        self._singles: set[str] = set()
        for word in sorted(set(words), key=len, reverse=True):
            if len(word) == 1:
                self._singles.add(word)
            else:
                self._pairs.setdefault(word[:2], []).append(word)

    def find(self, text: str) -> list[Hit]:
        """Every word of a folded text, also those that overlap, in the order in which they begin."""
        hits: list[Hit] = []
        for start, char in enumerate(text):
            for word in self._pairs.get(text[start : start + 2], ()):
                if text.startswith(word, start) and (end := _end(text, start, word)):
                    hits.append(Hit(start, end, word))
            if char in self._singles and (end := _end(text, start, char)):
                hits.append(Hit(start, end, char))
        return hits


def _end(text: str, start: int, word: str) -> int:
    """Where the word ends in the text, an English ending included; 0 where it is only a part of another word."""
    end = start + len(word)
    if _joins(word[0]) and start and _joins(text[start - 1]):
        return 0
    if not _joins(word[-1]):
        return end
    if word[-1].isdigit():
        return 0 if text[end : end + 1].isdigit() else end
    for ending in _ENDINGS:
        after = end + len(ending)
        if text.startswith(ending, end) and not _joins(text[after : after + 1]):
            return after
    return 0


def _joins(char: str) -> bool:
    """Whether a character is a part of an English word or a number."""
    return char.isascii() and char.isalnum()
