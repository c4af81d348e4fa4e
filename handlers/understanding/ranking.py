"""Which of many labels does a text mean? Shared pieces of words, the rare ones counting more."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from handlers.understanding.normal import fold, is_cjk

Kind = Literal["request", "faq"]
MOST = 8  # matches given back
_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)?")
_SINGLE = 0.3  # the weight of a single character against a pair
_COMMON = 0.2  # the share of all labels from which on a piece says nothing
_PIECES = 200  # of one text, the rarest: bounds the time for long texts
_LEAST = 0.12  # a score below is a coincidence


@dataclass(frozen=True, slots=True)
class Match:
    """A label that a text may mean: its code, a score from 0 to 1, and the phrase that told.

    `kind`: request (an item of the catalogue) or faq (a question).
    """

    code: str
    score: float
    because: str
    kind: Kind = "request"

    @property
    def label(self) -> str:
        """The label as phrases and measurements name it, such as `request:eld.meal` or `faq:canteen_price`."""
        return f"{self.kind}:{self.code}"


class Ranking:
    """Labels with their phrases, made ready once. Labels are given as code → phrases, names first."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        self._codes = list(labels)
        listed = [(place, phrase) for place, phrases in enumerate(labels.values()) for phrase in phrases]
        self._place = [place for place, _ in listed]
        self._phrases = [phrase for _, phrase in listed]
        pieces = [frozenset(split(fold(phrase))) for phrase in self._phrases]
        spread = _spread(self._place, pieces)
        top = max(1, int(len(self._codes) * _COMMON))
        self._weight = {
            piece: _value(piece, len(places), len(self._codes))
            for piece, places in spread.items()
            if len(places) <= top
        }
        sizes = (math.fsum(self._weight.get(piece, 0.0) for piece in some) or 1.0 for some in pieces)
        self._per_size = [0.45 / size for size in sizes]
        self._posting: dict[str, list[int]] = {}
        for number, some in enumerate(pieces):
            for piece in some & self._weight.keys():
                self._posting.setdefault(piece, []).append(number)
        self._labels_of = {piece: sorted(places) for piece, places in spread.items() if piece in self._weight}

    def rank(self, pieces: Iterable[str], most: int = MOST) -> tuple[Match, ...]:
        """The best labels for a text split into pieces, the best first; none where nothing is shared."""
        known = [piece for piece in dict.fromkeys(pieces) if piece in self._weight]
        if not known:
            return ()
        known = sorted(known, key=self._weight.__getitem__, reverse=True)[:_PIECES]
        total = math.fsum(self._weight[piece] for piece in known)
        shared, wide, touched = self._add_up(known)
        best: dict[int, tuple[float, int]] = {}
        of_text, of_label = 0.25 / total, 0.30 / total
        for number in sorted(touched):
            weight, place = shared[number], self._place[number]
            score = weight * (self._per_size[number] + of_text) + of_label * wide[place]
            if score >= _LEAST and (place not in best or score > best[place][0]):
                best[place] = (score, number)
        ranked = sorted(best.items(), key=lambda entry: (-entry[1][0], entry[0]))[:most]
        return tuple(
            Match(self._codes[place], round(score, 4), self._phrases[number]) for place, (score, number) in ranked
        )

    def _add_up(self, known: Sequence[str]) -> tuple[list[float], list[float], set[int]]:
        """The weight that each phrase, and each label, shares with the text; and the phrases that share any."""
        shared, wide = [0.0] * len(self._phrases), [0.0] * len(self._codes)
        touched: set[int] = set()
        for piece in known:
            weight, numbers = self._weight[piece], self._posting[piece]
            touched.update(numbers)
            for number in numbers:
                shared[number] += weight
            for place in self._labels_of[piece]:
                wide[place] += weight
        return shared, wide, touched


def split(folded: str) -> list[str]:
    """The pieces of a folded text: Chinese characters and their pairs, English words without their endings."""
    pieces = [_stem(word) for word in _LATIN.findall(folded)]
    before = ""
    for char in folded:
        if is_cjk(char):
            pieces.append(char)
            if before:
                pieces.append(before + char)
            before = char
        else:
            before = ""
    return pieces


def _stem(word: str) -> str:
    word = word.split("'")[0]
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


def _spread(labels: Sequence[int], pieces: Iterable[frozenset[str]]) -> dict[str, set[int]]:
    """In which labels each piece stands."""
    spread: dict[str, set[int]] = {}
    for place, some in zip(labels, pieces, strict=True):
        for piece in some:
            spread.setdefault(piece, set()).add(place)
    return spread


def _value(piece: str, places: int, labels: int) -> float:
    rare = math.log(1.0 + labels / places)
    return rare * (_SINGLE if len(piece) == 1 else 1.0)
