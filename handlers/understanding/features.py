"""Features of a text: what two ways of saying the same have in common, whoever says it and however it is typed.

Characters and their neighbours, as they stand; and the sounds of the same characters, with those sounds made one that
people do not tell apart (z/zh, n/l, an/ang, in/ing, f/h …). A wrong character from the pinyin keyboard leaves the
sounds as they were; a wrong sound leaves the other characters. English words lose their endings.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import lazy_pinyin

from handlers.understanding.normal import is_cjk

# One word for what is said in many ways everywhere: it tells nothing about what is wanted.
SAME = (
    ("怎么样", "咋"),
    ("怎么", "咋"),
    ("怎样", "咋"),
    ("如何", "咋"),
    ("啷个", "咋"),
    ("什么", "啥"),
    ("么子", "啥"),
    ("我们", "俺"),
    ("咱们", "俺"),
    ("咱", "俺"),
    ("我", "俺"),
    ("孩子", "娃"),
    ("小孩", "娃"),
    ("哪里", "哪"),
    ("哪儿", "哪"),
    ("多少", "几多"),
    ("没有", "没"),
    ("没得", "没"),
    ("莫得", "没"),
)
_ONE = dict(SAME)
_UNITS = re.compile("|".join(said for said, _ in SAME) + r"|[a-z]+(?:'[a-z]+)?|[0-9]+|[\u3400-\u9fff]")
_NUMBER = "#"
_PHONE = 7  # so many digits are a telephone number: that somebody gives one says nothing of what is wanted
_ENDINGS = ("ing", "ies", "es", "ed", "s")
_NASALS = (("iang", "ian"), ("uang", "uan"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A character or a word of a text, as it is compared, and where it stands."""

    value: str
    start: int
    end: int


def features(folded: str) -> list[str]:
    """The features of a folded text, with repetitions."""
    return [feature for feature, _, _ in placed(units(folded))]


def units(folded: str) -> list[Unit]:
    """The characters and words of a folded text; every number is the same one, telephone numbers are none."""
    return [Unit(_unit(match.group()), *match.span()) for match in _UNITS.finditer(folded) if not _is_phone(match)]


def placed(found: Sequence[Unit]) -> Iterator[tuple[str, int, int]]:
    """The features of these units, each with the first of its units and how many it reaches over."""
    words = [unit.value for unit in found]
    sounds = [_sound(word) for word in words]
    for at, word in enumerate(words):
        if word != _NUMBER:  # a number alone says nothing
            yield word, at, 1
            yield f"={sounds[at]}", at, 1
    for at in range(len(words) - 1):
        yield f"{words[at]} {words[at + 1]}", at, 2
        yield f"={sounds[at]} {sounds[at + 1]}", at, 2
    for at in range(len(words) - 2):
        yield f"{words[at]}_{words[at + 2]}", at, 3


def _is_phone(match: re.Match[str]) -> bool:
    return match.group()[0].isdigit() and match.end() - match.start() >= _PHONE


def _unit(word: str) -> str:
    if word in _ONE:
        return _ONE[word]
    if word[0].isdigit():
        return _NUMBER
    return word if is_cjk(word[0]) else _stem(word)


def _stem(word: str) -> str:
    word = word.split("'")[0]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


@lru_cache(maxsize=8192)
def _sound(unit: str) -> str:
    """How a character sounds to somebody who does not tell near sounds apart; a word stays as it is."""
    if not is_cjk(unit[0]):
        return unit
    sound = str(lazy_pinyin(unit)[0])
    if sound[:2] in ("zh", "ch", "sh"):
        sound = sound[0] + sound[2:]
    if sound[:1] == "l":
        sound = "n" + sound[1:]
    for ending, same in _NASALS:
        if sound.endswith(ending):
            return sound.removesuffix(ending) + same
    return sound
