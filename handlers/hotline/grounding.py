"""Grounding: is a short answer said with nothing but an entry's own words? Pure: two texts in, a verdict out.

A language model may be wrong, and may be led astray by what residents or packs say to it. So nothing that it writes is
shown unless each of its clauses stands in the entry that it cites, each number and each foreign word too, and no "not"
has been added or lost.
"""

import re

from handlers.understanding import HIDDEN
from handlers.understanding.normal import fold, is_cjk

LONGEST = 160  # characters; domain.md §9 asks for 60, English needs more
_CLAUSES = re.compile(r"[,，.。;；:：!！?？、()（）\n…—]+(?![0-9])|(?<![0-9])[.:](?=[0-9])")
_SENTENCES = re.compile(r"[.。;；!！?？\n]+(?![0-9])")
_NUMBERS = re.compile(r"[0-9]+(?:[.:][0-9]+)*%?")
_SPELT = re.compile(r"[零一二三四五六七八九十百千万两半]+(?=[元块角天日月年号点分时岁楼层次个人折倍成周小])")
_WORDS = re.compile(r"[a-z][a-z'-]*")
_ADDRESSED = re.compile(r"https?:|www\.|[a-z0-9-]+\.[a-z]{2,}\b|@|[<>{}\[\]`|\\]")
_NOT = "不没无未免勿别非"
_NOT_ENGLISH = {"not", "no", "never", "without", "cannot", "free", "none"}
_SMALL = {
    "a",
    "an",
    "the",
    "to",
    "of",
    "in",
    "on",
    "at",
    "for",
    "and",
    "or",
    "is",
    "are",
    "be",
    "you",
    "your",
    "it",
    "with",
}
_SHARE = 0.6  # of a clause's pairs of characters, or of its words, that stand in the entry
_FEW = 3  # pairs; a shorter clause must stand in the entry whole, up to one pair


def fault_of(answer: str, entry: str) -> str | None:
    """What is wrong with an answer that is said to come from an entry's text; None where all of it stands there."""
    said, source = (fold(text).replace("n't", " not") for text in (answer, entry))
    if not said.strip() or len(said) > LONGEST:
        return "length"
    if HIDDEN in answer or _ADDRESSED.search(said):
        return "signs"
    if not _within(_NUMBERS, said, source) or not _within(_SPELT, said, source):
        return "numbers"
    if not _same_nots(said, source):
        return "negation"
    pairs, words = _pairs(source), set(_WORDS.findall(source))
    for clause in _CLAUSES.split(said):
        if not _stands(clause, pairs, words):
            return "words"
    return None


def _within(pattern: re.Pattern[str], said: str, source: str) -> bool:
    return set(pattern.findall(said)) <= set(pattern.findall(source))


def _stands(clause: str, pairs: set[str], words: set[str]) -> bool:
    """Whether a clause is made of what stands in the entry."""
    own = _pairs(clause)
    known = len(own & pairs)
    if own and (known < len(own) - 1 if len(own) <= _FEW else known < _SHARE * len(own)):
        return False
    english = [word for word in _WORDS.findall(clause) if word not in _SMALL]
    return sum(word in words for word in english) >= _SHARE * len(english)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1) if is_cjk(text[at]) and is_cjk(text[at + 1])}


def _same_nots(said: str, source: str) -> bool:
    """Whether what is denied is denied in both, and nothing else is."""
    for at, char in enumerate(said):
        if char in _NOT and said[at : at + 2] not in source:
            return False
    for at, char in enumerate(source):
        denied = source[at + 1 : at + 3]
        if char in _NOT and len(denied) == 2 and is_cjk(denied[0]) and is_cjk(denied[1]):
            alone = said.count(denied) - said.count(char + denied)
            if alone > source.count(denied) - source.count(char + denied) and alone > 0:
                return False
    return _same_english_nots(said, source)


def _same_english_nots(said: str, source: str) -> bool:
    """Whether each English sentence denies what the likest sentence of the entry denies, and nothing else."""
    sentences = [set(_WORDS.findall(sentence)) for sentence in _SENTENCES.split(source)]
    for sentence in _SENTENCES.split(said):
        words = set(_WORDS.findall(sentence))
        likest = max(sentences, key=lambda some: len(some & words - _SMALL))
        if words & _NOT_ENGLISH != (likest & _NOT_ENGLISH if words else set()):
            return False
    return True
